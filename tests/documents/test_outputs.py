"""What the outputs of a whole workshop say, and what they never say."""

from dataclasses import replace

import pytest

from discussion.documents.builders.declaration import build_declaration
from discussion.documents.builders.presentation import build_presentation
from discussion.documents.builders.proceedings import build_proceedings
from discussion.documents.builders.provenance import HEADER, provenance_lines, provenance_rows
from discussion.documents.builders.slide_lines import Lines
from discussion.documents.builders.slide_text import BULLETS, draft_paragraphs
from discussion.documents.deck import BulletSlide, Deck, TextSlide
from discussion.documents.tree import (
    Document,
    Heading,
    ListItem,
    Paragraph,
    Source,
    Table,
    Text,
    plain,
)
from discussion.documents.writers.csv import write_csv
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.html import write_html
from discussion.documents.writers.pptx import write_pptx
from discussion.domain.drafting import FRAMES
from discussion.domain.publications import Record
from tests.documents.reading import notes_text, slides_text, word_text
from tests.documents.sample import sample_record, stamp_for
from tests.documents.sample_points import SECRET_NOTES

RECORD = sample_record()


def declaration(record: Record = RECORD) -> Document:
    return build_declaration(record, stamp_for(record.workshop.programme, "declaration"))


def proceedings(record: Record = RECORD) -> Document:
    return build_proceedings(record, stamp_for(record.workshop.programme, "proceedings"))


def presentation(number: int, record: Record = RECORD) -> Deck:
    stamp = stamp_for(record.workshop.programme, f"presentation-topic-{number}")
    return build_presentation(record, stamp, topic_number=number)


def everything(record: Record = RECORD) -> dict[str, str]:
    """All words of all outputs as files, by name."""
    texts = {tree.meta.document: word_text(write_docx(tree)) for tree in trees(record)}
    texts |= {f"{t.meta.document}.html": write_html(t).decode() for t in trees(record)}
    for topic in record.workshop.programme.topics:
        package = write_pptx(presentation(topic.number, record))
        texts[f"slides-{topic.number}"] = slides_text(package) + notes_text(package)
    return texts


def trees(record: Record = RECORD) -> tuple[Document, Document]:
    return declaration(record), proceedings(record)


CONFIRMED = [point for point in RECORD.points if point.status == "confirmed"]


@pytest.mark.parametrize("point", CONFIRMED, ids=lambda point: point.id)
def test_a_confirmed_point_stands_in_every_output_in_its_own_words(point) -> None:
    texts = EVERYTHING
    number = next(t.number for t in RECORD.workshop.programme.topics if t.id == point.topic)
    assert point.statement in texts["proceedings"]
    assert point.statement in texts[f"slides-{number}"]
    assert (point.statement in texts["declaration"]) is (point.kind in FRAMES)


EVERYTHING = everything()


@pytest.mark.parametrize("name", EVERYTHING)
def test_notes_decided_against_and_moderators_questions_reach_no_output(name: str) -> None:
    hidden = [words for _, _, words in SECRET_NOTES]
    hidden += ["QUESTION-OF-MODERATOR", "ANSWER-OF-TABLE", "REMARK-OF-MODERATOR"]
    assert [words for words in hidden if words in EVERYTHING[name]] == []


def test_a_hidden_note_would_be_found_by_that_test() -> None:
    leaking = replace(
        RECORD,
        contributions=tuple(replace(note, status="accepted") for note in RECORD.contributions),
        points=(replace(RECORD.points[0], statement=SECRET_NOTES[0][2], sources=("secret-0",)),),
    )
    assert SECRET_NOTES[0][2] in word_text(write_docx(declaration(leaking)))


def test_points_set_aside_stand_in_one_section_of_the_proceedings_alone() -> None:
    aside = [point for point in RECORD.points if point.status in ("parked", "noted_only")]
    assert aside
    for point in aside:
        found = [name for name, text in EVERYTHING.items() if point.statement in text]
        assert found == ["proceedings", "proceedings.html"]
        assert EVERYTHING["proceedings"].count(point.statement) == 1


def test_every_place_goes_back_to_a_note_or_says_where_its_words_come_from() -> None:
    outputs = (*trees(), *(presentation(n) for n in (1, 2, 3)))
    lines = provenance_lines(RECORD, *outputs)
    covered = {(line.document, line.anchor) for line in lines}
    assert {place for output in outputs for place in places(output)} == covered
    for line in lines:
        assert line.origin in ("notes", "programme", "secretariat text")
        assert (line.note is not None) is (line.origin == "notes")
        assert line.note is None or RECORD.accepted[line.note].text == line.note_words


def test_a_point_is_followed_back_to_each_of_its_tables() -> None:
    point = CONFIRMED[0]
    lines = [line for line in provenance_lines(RECORD, declaration()) if line.point == point.id]
    own = [line for line in lines if point.statement in line.words]
    assert [line.table for line in own] == [f"Table {n}" for n in (1, 2, 3, 5, 6, 8)]
    written = write_csv(HEADER, provenance_rows(lines)).decode("utf-8-sig")
    assert written.startswith(",".join(HEADER))


@pytest.mark.parametrize("output", [*trees(), *(presentation(n) for n in (1, 2, 3))])
def test_no_two_places_of_an_output_have_the_same_anchor(output) -> None:
    anchors = places(output)
    assert len(anchors) == len(set(anchors))


def places(output: Document | Deck) -> list[tuple[str, str]]:
    """All that carries content, found without the code under test."""
    if isinstance(output, Deck):
        slides = output.slides
        bullets = [b for s in slides if isinstance(s, BulletSlide) for b in s.bullets]
        bullets += [b for s in slides if isinstance(s, TextSlide) for b in s.paragraphs]
        return [(output.meta.document, bullet.anchor) for bullet in bullets]
    carrying: list = [b for b in output.blocks if isinstance(b, Paragraph | ListItem)]
    carrying += [row for b in output.blocks if isinstance(b, Table) for row in b.rows]
    return [(output.meta.document, block.anchor) for block in carrying]


def test_the_declaration_is_one_sentence_in_the_house_s_punctuation() -> None:
    blocks = [b for b in declaration().blocks if isinstance(b, Paragraph | ListItem)]
    said = [plain(block.content).replace(" [to be translated]", "") for block in blocks]
    opening, last = said[0], said[-2]
    assert opening == (
        "We, the participants of the Workshop on “Empowering Job Seekers: Best Practices in "
        "Digital Platforms from OIC Member Countries”, held in Kuala Lumpur, Malaysia, on "
        "8–9 July 2025;"
    )
    assert last.endswith("for the welcome given to the Workshop.")
    assert {words[-1] for words in said[1:-2]} == {";", ":", "؛"}


def test_thanks_come_first_and_the_mandate_second() -> None:
    first, second, *_ = [b for b in declaration().blocks if getattr(b, "style", "") == "preambular"]
    assert plain(first.content).startswith("Expressing our gratitude to the Malaysian Social")
    assert plain(second.content) == (
        "Recalling the OIC-PESNET Work Plan 2024-2026, adopted by the 4th Meeting of the "
        "OIC-PESNET, held in Marrakech, Morocco, from 29 February to 1 March 2024;"
    )


def test_operative_paragraphs_are_numbered_through_the_sections() -> None:
    numbers = [b.number for b in declaration().blocks if isinstance(b, Paragraph) and b.number]
    assert numbers == list(range(1, len(numbers) + 1))
    sections = [b for b in declaration().blocks if isinstance(b, Heading)]
    assert [s.number for s in sections] == ["", "A", "B", "C", "D", "E"]


def test_a_statement_in_another_language_waits_visibly_for_its_translation() -> None:
    foreign = [p for p in CONFIRMED if p.language != "en" and p.kind in FRAMES]
    text = EVERYTHING["declaration"]
    assert len(foreign) == 5
    assert text.count("[to be translated]") == len(foreign)


def test_unconfirmed_speakers_stay_unconfirmed() -> None:
    assert "H.E. Mdm Zehra, DG of SESRIC (tbc)" in EVERYTHING["proceedings"]


def test_a_rehearsal_says_so_in_every_output() -> None:
    for name, text in everything(sample_record(rehearsal=True)).items():
        assert "REHEARSAL" in text, name
    assert not any("REHEARSAL" in text for text in EVERYTHING.values())


def test_draft_paragraphs_are_read_aloud_by_their_printed_numbers() -> None:
    said, rests = (Text("WORDS"),), (Source("notes", "point-01"),)
    drafted = (
        Paragraph(said, "OP-7 bis", rests, "operative", number=7, suffix="bis"),
        ListItem(said, "OP-7 bis(a)", rests, number=1),
        ListItem(said, "OP-7 bis(a)(ii)", rests, level=2, number=2),
    )
    draft = replace(declaration(), blocks=drafted)
    lines = Lines(RECORD, "presentation-topic-1")
    slides = draft_paragraphs(draft, frozenset({"point-01"}), lines)
    assert [b.label for slide in slides for b in slide.paragraphs] == ["7 bis.", "(a)", "(ii)"]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_slides_stay_readable(number: int) -> None:
    deck = presentation(number)
    assert 12 <= len(deck.slides) <= 16
    for slide in deck.slides:
        if isinstance(slide, BulletSlide):
            assert len(slide.bullets) <= BULLETS
            assert all(len(bullet.words) <= 240 for bullet in slide.bullets)


def test_the_strength_of_a_point_is_told_in_a_word() -> None:
    text = EVERYTHING["slides-1"]
    assert "all tables (9 of 9 tables)" in text
    assert "one table (1 of 9 tables): Table 5" in text
