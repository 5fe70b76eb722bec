"""What people write in proceedings and on slides: kept, numbered, founded, never overwritten."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from discussion.documents.builders.handwritten import as_written
from discussion.documents.builders.passages import generated_of
from discussion.documents.builders.provenance import provenance_lines
from discussion.documents.leftovers import leftovers
from discussion.documents.narrative import read_markdown, write_markdown
from discussion.documents.tree import (
    PROGRAMME,
    SECRETARIAT,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Source,
    Table,
    Text,
    labels,
    plain,
)
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.html import write_html
from discussion.domain.drafting.passages import Passage, standing_of
from discussion.domain.publications import Record
from discussion.domain.translations import Translation
from tests.documents.by_hand import DECK, RECORD, SLOTS, TOPIC, guidelines, proceedings, written
from tests.documents.reading import word_text


def under(document: Document, title: str) -> list[str]:
    """The words of the blocks that stand between a heading and the next of levels 1 and 2."""
    found, inside = [], False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level < 3:
            inside = plain(block.content) == title
        elif inside and isinstance(block, Paragraph | ListItem | Heading):
            found.append(plain(block.content))
    return found


def test_every_place_has_a_name_of_its_own_and_words() -> None:
    for document, slots in SLOTS.items():
        made = generated_of(RECORD, document)
        assert len(slots) == len(made) > 20
        assert all(one.words and one.title for one in made)
        assert len({one.title for one in made}) == len(made)
        assert {one.form for one in made} == {"line" if document == DECK else "markdown"}


def test_places_are_called_as_people_find_them() -> None:
    names = {slot: one.title for slot, one in SLOTS["proceedings"].items()}
    assert names["background"] == "1.1 Background"
    assert names[f"topic-{TOPIC}-summary"] == "Executive summary, topic 1"
    assert names[f"topic-{TOPIC}-commitments"].startswith("4.7 Recommendations and commitments: ")
    slides = {slot: one.title for slot, one in SLOTS[DECK].items()}
    assert (slides["title"], slides["presenter"]) == ("Slide 1, title", "Slide 1, presenter")
    assert slides["findings-point-04"] == "Slide 5, bullet 2"


def test_other_documents_have_no_such_places() -> None:
    assert generated_of(RECORD, "declaration") == ()
    with pytest.raises(KeyError):
        generated_of(RECORD, "presentation-topic-9")


def test_a_place_keeps_its_name_when_something_is_added_before_it() -> None:
    programme = RECORD.workshop.programme
    first = replace(programme.items[0], id="new", title="A welcome", kind="opening", parts=())
    longer = replace(programme, items=(first, *programme.items), mandate=programme.mandate * 2)
    record = replace(RECORD, workshop=replace(RECORD.workshop, programme=longer))
    now = {one.slot for one in generated_of(record, "proceedings")}
    assert now == {*SLOTS["proceedings"], "item-new"}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_generated_words_read_back_give_exactly_the_blocks_that_are_written(language: str) -> None:
    own = replace(RECORD.workshop.programme, language=language)
    record = replace(RECORD, workshop=replace(RECORD.workshop, programme=own))
    assert proceedings(read_back(record)) == proceedings(record)
    assert guidelines(read_back(record)) == guidelines(record)


def read_back(record: Record) -> Record:
    """The record with every section as it is generated, but typed by hand and so to be read."""
    read = {
        (document, one.slot): Passage(one.slot, document, one.slot, f"{one.words}\n", 1, "", "")
        for document in ("proceedings", "guidelines")
        for one in generated_of(record, document)
    }
    return replace(record, passages=read)


@settings(max_examples=10, deadline=None)
@example("\r\r- a\tb", "\x02\n\n1. [[*\x85_")
@given(st.text(), st.text())
def test_that_holds_whatever_the_programme_says(title: str, method: str) -> None:
    programme = replace(RECORD.workshop.programme, title=title, method=method, objectives=(title,))
    record = replace(RECORD, workshop=replace(RECORD.workshop, programme=programme))
    assert proceedings(read_back(record)) == proceedings(record)


def test_what_somebody_wrote_stands_as_it_was_written_and_numbers_run_through_it() -> None:
    text = (
        f"Before it all, *somebody* wrote.\n\n{SLOTS['proceedings']['background'].words}\n\nAfter."
    )
    made = proceedings(written({"background": text}))
    assert under(made, "Background") == [
        "Before it all, somebody wrote.",
        *under(proceedings(), "Background"),
        "After.",
    ]
    numbers = [b.number for b in made.blocks if isinstance(b, Paragraph) and b.number]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_others_keep_their_anchors_and_no_two_are_the_same() -> None:
    text = f"New.\n\n1. a\n2. b\n\n{SLOTS['proceedings']['background'].words}\n\n### Late\n\n- c"
    made = proceedings(written({"background": text}))
    before = [b.anchor for b in proceedings().blocks if hasattr(b, "anchor")]
    after = [b.anchor for b in made.blocks if hasattr(b, "anchor")]
    assert len(set(after)) == len(after)
    assert [anchor for anchor in after if anchor in before] == before
    assert labels(made.blocks, made.meta.numbering)["background-h2"] == "1(a)"


def test_a_text_begun_and_left_as_it_was_follows_its_sources() -> None:
    slot = f"topic-{TOPIC}-discussion"
    begun = written({slot: SLOTS["proceedings"][slot].words})
    fewer = replace(begun, contributions=begun.contributions[1:])
    assert "58 notes were accepted" in under(proceedings(fewer), "Group discussion")[1]


def test_a_text_that_was_left_behind_still_prints_its_own_words() -> None:
    slot = f"topic-{TOPIC}-discussion"
    edited = written({slot: "The tables spoke for an hour."})
    late = replace(edited, contributions=edited.contributions[1:])
    now = {one.slot: one for one in generated_of(late, "proceedings")}
    assert standing_of(late.passages["proceedings", slot], now[slot]) == "left_behind"
    assert under(proceedings(late), "Group discussion")[:1] == ["The tables spoke for an hour."]
    assert proceedings(late).meta == proceedings().meta


def test_a_new_point_leaves_no_hand_written_introduction_behind() -> None:
    slot = f"topic-{TOPIC}-challenges"
    edited = written({slot: "These are the challenges that tables named:"})
    fewer = replace(edited, points=edited.points[1:])
    now = {one.slot: one for one in generated_of(fewer, "proceedings")}
    assert standing_of(fewer.passages["proceedings", slot], now[slot]) == "edited"


def test_lists_go_on_counting_and_never_stand_unannounced() -> None:
    slot = f"topic-{TOPIC}-challenges"
    words = under(proceedings(), "Challenges")
    emptied = proceedings(written({slot: " \n"}))
    assert under(emptied, "Challenges") == words
    listed = proceedings(written({slot: "Two of us say:\n1. one;\n2. two;"}))
    items = [b for b in listed.blocks if isinstance(b, ListItem) and "T1-challenges" in b.anchor]
    assert [item.number for item in items] == list(range(1, len(items) + 1))


def test_a_heading_inside_a_section_stands_one_level_below_that_of_the_section() -> None:
    session = next(slot for slot in SLOTS["proceedings"] if slot.startswith("item-"))
    made = proceedings(written({session: "### In the session", "background": "# Behind it"}))
    levels = {plain(b.content): b.level for b in made.blocks if isinstance(b, Heading)}
    assert (levels["In the session"], levels["Behind it"]) == (2, 3)


def test_a_section_may_be_emptied() -> None:
    assert under(proceedings(written({"background": ""})), "Background") == []


def test_a_place_to_complete_is_found_until_somebody_writes_there() -> None:
    waiting = [one.words for one in leftovers(proceedings())]
    assert (
        "[To be completed by the secretariat: presenter, questions from the floor and answers.]"
        in waiting
    )
    slot = f"topic-{TOPIC}-results"
    done = leftovers(proceedings(written({slot: "Questions were asked."})))
    asked = leftovers(proceedings(written({slot: "They asked [[what, of whom?]]"})))
    assert len(done) == len(waiting) - 1
    assert "[what, of whom?]" in [one.words for one in asked]


def test_everything_that_is_to_be_completed_can_be_completed_by_hand() -> None:
    for document, build in (("proceedings", proceedings), ("guidelines", guidelines)):
        gaps = {slot: "Done." for slot, one in SLOTS[document].items() if "[[" in one.words}
        waiting = [one.words for one in leftovers(build()) if "o be completed" in one.words]
        assert len(waiting) >= len(gaps) > 10
        done = leftovers(build(written(gaps, document)))
        assert not [one for one in done if "o be completed" in one.words]


def test_what_is_filled_into_a_cell_stands_there_on_lines_and_stays_with_its_point() -> None:
    slot = next(slot for slot in SLOTS["proceedings"] if slot.startswith("follow-up-point"))
    who = written({slot: "- Ministries\n- PERKESO, [[to be confirmed]]"})
    told = [r for b in proceedings(who).blocks if isinstance(b, Table) for r in b.rows]
    (cell,) = (c for row in told for c in row.cells if "PERKESO, [" in plain(c))
    assert plain(cell).splitlines() == ["Ministries", "PERKESO, [to be confirmed]"]
    assert SLOTS["proceedings"][slot].title == "Follow-up 1: Who"
    assert slot == f"follow-up-{SLOTS['proceedings'][slot].points[0]}-who"


def test_a_paragraph_left_as_it_was_keeps_its_sources_and_a_new_one_rests_on_the_section() -> None:
    slot = f"topic-{TOPIC}-summary"
    one, two, three = SLOTS["proceedings"][slot].words.split("\n")
    record = written({slot: f"{one}\n- As it was seen from afar.\n{three}", "outcome": "It was."})
    lines = provenance_lines(record, proceedings(record))
    points = SLOTS["proceedings"][slot].points
    rests = {line.words: set() for line in lines}
    for line in lines:
        rests[line.words].add(line.point or line.origin)
    assert rests[read_words(one)] == {points[0]}
    assert rests["As it was seen from afar."] == set(points)
    assert rests[read_words(three)] == {points[2]}
    assert rests["It was."] == {"secretariat text"}


def read_words(markdown: str) -> str:
    (block,) = read_markdown(markdown)
    return plain(block.content)


def test_words_above_a_list_are_no_place_of_the_points_that_stand_in_it() -> None:
    record = written({f"topic-{TOPIC}-challenges": "What tables struggle with, in their words."})
    lines = provenance_lines(record, proceedings(record))
    own = [line for line in lines if line.words == "What tables struggle with, in their words."]
    assert [(line.point, line.origin) for line in own] == [(None, "secretariat text")]


def test_only_notes_are_taken_over_as_a_source_of_what_is_new() -> None:
    point = Source("notes", "p", ("n",))
    made = (Paragraph((Text("a"),), "s-1", PROGRAMME), Paragraph((Text("b"),), "s-2", (point,)))
    new, kept = as_written(made, "new\n\nb", "s")
    assert (new.anchor, new.sources, kept) == ("s-h1", (point,), made[1])
    assert as_written(made[:1], "new", "s")[0].sources == SECRETARIAT
    assert as_written(made, write_markdown(made), "s") == made


def test_another_language_prints_the_translation_or_says_that_there_is_none() -> None:
    record = replace(written({"background": "It was held."}), language="fr")
    (untranslated,) = placed(proceedings(record), "background")
    assert untranslated.startswith("It was held. [")
    words = {"passage-background": {"fr": Translation("Il a eu lieu.", stale=False)}}
    translated = proceedings(replace(record, translations=words))
    assert placed(translated, "background") == ["Il a eu lieu."]


def placed(document: Document, stem: str) -> list[str]:
    """The words of the blocks whose anchors begin so."""
    blocks = [b for b in document.blocks if isinstance(b, Paragraph | ListItem)]
    return [plain(block.content) for block in blocks if block.anchor.startswith(f"{stem}-")]


def test_words_that_look_like_markup_reach_the_files_as_words() -> None:
    text = "<script>alert(1)</script> and ![x](http://y) and {{ name }}"
    record = written({"background": text})
    assert text in word_text(write_docx(proceedings(record)))
    page = write_html(proceedings(record)).decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_same_texts_give_the_same_bytes() -> None:
    record = written({"background": "*Once* more.", "outcome": "1. a\n2. b"})
    assert write_docx(proceedings(record)) == write_docx(proceedings(record))
