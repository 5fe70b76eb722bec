"""Documents in French and Arabic: no sentence of the house is left in English."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from discussion.documents.builders.guidelines import build_guidelines
from discussion.documents.builders.participants import build_participants
from discussion.documents.builders.presentation import build_presentation
from discussion.documents.builders.proceedings import build_proceedings
from discussion.documents.builders.programme import build_programme
from discussion.documents.builders.table_report import build_table_reports
from discussion.documents.deck import Deck
from discussion.documents.tree import Document, ListItem, plain
from discussion.documents.writers.html import write_html
from discussion.documents.writers.slides import write_slides
from discussion.domain.attribution import Attribution, Policy
from discussion.domain.outcome import Note, OnTopic, Place, Standing, TablePage, count_of
from discussion.domain.participants import Participant
from discussion.domain.programme import Programme
from discussion.domain.publications import Record
from discussion.domain.translations import Translation
from tests.documents.sample import EVENING, sample_record, stamp_for

TOLD = {"ar": "كلمات مترجمة", "fr": "paroles traduites"}
ENGLISH = set(
    """
    the and of to in for with is are that by be it this their not or at who have has was were been
    from as no each which what
    """.split()  # noqa: SIM905 - a list of words is read along its lines
)
PEOPLE = (
    Participant("A. Example", "", "", "MY", "country", agreed=True),
    Participant("", "", "", "TR", "country", agreed=False),
    Participant("", "", "ILO", "", "organisation", agreed=False),
)


def record_in(language: str) -> Record:
    """The sample, with all that tables said translated and everybody named."""
    record = sample_record(rehearsal=True)
    texts = {p.id: {language: Translation(TOLD[language], stale=False)} for p in record.points}
    everything = Attribution(Policy(published="person"))
    named = {"attribution": everything, "participants": PEOPLE}
    return replace(record, language=language, translations=texts, **named)


def report_in(language: str) -> Document:
    """What became of every kind of note, in a workshop of that language."""
    record = record_in(language)
    programme = replace(record.workshop.programme, language=language, title=TOLD[language])
    workshop = replace(record.workshop, programme=programme)
    notes = tuple(_notes(language))
    topic = replace(programme.topics[0], title=TOLD[language], subtopics=())
    on = OnTopic(topic, count_of(notes), notes, own=False)
    page = TablePage(workshop, record.tables[0], (on,), EVENING)
    return build_table_reports((page,), stamp_for(programme, "proceedings"))


def _notes(language: str) -> Iterator[Note]:
    place = Place("declaration", "ZERO", 9, "OP-1", TOLD[language], 1)
    point = Standing("p", TOLD[language], 2, "confirmed", 1, (place,))
    made = Note(
        *("n", "t", TOLD[language], "challenge", None, ("MY",), "accepted", None, None, None),
        *(None, True, True, "accepted", EVENING, (point, replace(point, id="q", status="parked"))),
    )
    yield from (made, replace(made, id="o"))
    for status, reason in (("parked", "named_person"), ("out_of_scope", "unclear")):
        yield replace(made, status=status, reason=reason, standings=())
    for status in ("writing", "withdrawn", "submitted"):
        yield replace(made, status=status, standings=())
    yield replace(made, status="returned", question=TOLD[language])


def outputs(language: str) -> Iterator[tuple[str, Document | Deck]]:
    """Each kind of document whose sentences the house makes."""
    record = record_in(language)
    programme = record.workshop.programme
    builders = {
        "proceedings": build_proceedings,
        "guidelines": build_guidelines,
        "programme": build_programme,
        "participants": build_participants,
    }
    for name, build in builders.items():
        yield name, build(record, stamp_for(programme, name))
    stamp = stamp_for(programme, "presentation-topic-1")
    yield "presentation", build_presentation(record, stamp, topic_number=1)
    yield "table report", report_in(language)


def page_of(made: Document | Deck) -> str:
    """Everything a reader meets: words, alternative texts, the words of buttons."""
    page = (write_html(made) if isinstance(made, Document) else write_slides(made)).decode()
    page = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    page = re.sub(r'(?:aria-label|alt|data-words)="([^"]*)"', r">\1<", page)
    return re.sub(r"<[^>]*>", "\n", page)


def english_in(page: str, programme: Programme) -> list[str]:
    """Lines with at least two small words of English that the programme's file does not say."""
    lines = {line.strip() for line in page.splitlines()}
    found = (line for line in lines if len(ENGLISH & set(line.casefold().split())) > 1)
    given = repr(programme)
    return sorted(line for line in found if line not in given)


def test_a_sentence_left_in_english_is_found() -> None:
    page = "وقائع الأعمال\nNo note had been submitted to the moderators\nHotel Royale Chulan"
    programme = sample_record().workshop.programme
    assert english_in(page, programme) == ["No note had been submitted to the moderators"]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_no_sentence_of_a_document_is_left_in_english(language: str) -> None:
    programme = sample_record().workshop.programme
    for name, made in outputs(language):
        assert made.meta.language == language
        page = page_of(made)
        assert english_in(page, programme) == [], name
        assert TOLD[language] in page or name in ("programme", "participants")


def test_what_nobody_has_translated_says_so() -> None:
    record = replace(record_in("ar"), translations={})
    made = build_proceedings(record, stamp_for(record.workshop.programme, "proceedings"))
    statements = [point.statement for point in record.points if point.language == "en"]
    page = page_of(made)
    assert page.count("[يحتاج إلى ترجمة]") >= len([s for s in statements if s in page])


def test_numbers_and_anchors_are_the_same_in_every_language() -> None:
    def places(language: str) -> list[tuple[object, ...]]:
        record = replace(sample_record(), language=language)
        made = build_proceedings(record, stamp_for(record.workshop.programme, "proceedings"))
        return [
            (type(b).__name__, getattr(b, "anchor", ""), getattr(b, "level", ""))
            for b in made.blocks
        ]

    assert places("fr") == places("ar") == places("en")


def test_a_list_of_the_house_ends_as_its_language_ends_one() -> None:
    def list_in(language: str) -> str:
        record = replace(sample_record(), language=language)
        made = build_proceedings(record, stamp_for(record.workshop.programme, "proceedings"))
        items = [block for block in made.blocks if isinstance(block, ListItem)]
        return plain(items[0].content)

    assert list_in("fr").endswith("\u00a0;")
    assert list_in("ar").endswith("؛")
