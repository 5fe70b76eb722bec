"""Documents that people have written in: what follows its sources, what is left, and why."""

from pathlib import Path

import pytest

from discussion.documents.builders.passages import generated_of
from discussion.domain.drafting.passages import Generated, standing_of
from discussion.domain.publications import Record
from discussion.services.publications.building import build
from discussion.services.publications.reading import record_of
from discussion.storage.publications import KeptEdition
from tests.kit.house import Held
from tests.services.editions import House
from tests.services.paragraphs import restated
from tests.services.passages import begin_passage, passage, written
from tests.services.points import confirm_point

DECK = "presentation-topic-1"
MINE = " As the room will remember it."


@pytest.fixture
def house(workshop: Held, tmp_path: Path) -> House:
    return House(workshop, tmp_path / "exports")


def record(held: Held) -> Record:
    with held.database.reading() as transaction:
        return record_of(transaction, held.id)


def place(held: Held, document: str, words: str) -> Generated:
    """The first place of a document whose generated words hold these."""
    return next(one for one in generated_of(record(held), document) if words in one.words)


def begun(held: Held, document: str, one: Generated) -> str:
    """Somebody begins to write there, as the page does it; the passage's id."""
    return begin_passage(held, one.slot, document, one.words, basis=one.basis)


def told(edition: KeptEdition) -> list[tuple[str, str]]:
    edits = edition.edition.manifest["hand_edits"]
    assert isinstance(edits, list)
    return [(each["title"], each["standing"]) for each in edits]


def test_after_a_late_note_unedited_sections_follow_and_an_edited_one_is_left_with_its_reason(
    house: House,
) -> None:
    held = house.held
    confirm_point(held, "Portals name the authority")
    summary = place(held, "proceedings", "Portals name the authority")
    objectives = generated_of(record(held), "proceedings")[4]
    mine = begun(held, "proceedings", summary)
    written(held, mine, MINE)
    begun(held, "proceedings", objectives)  # opened, and left as it was
    (zero,) = house.build("proceedings")
    assert told(zero) == [(summary.title, "edited")]
    confirm_point(held, "A late note: fees are published", tables=(2,))
    (first,) = house.build("proceedings")
    assert told(first) == [(summary.title, "left_behind")]
    (edit,) = first.edition.manifest["hand_edits"]  # type: ignore[misc]
    assert edit["why"] == "What it was made from had changed; the words were left as they are."
    words = house.bytes_of(first, "html").decode()
    assert MINE.strip() in words
    elsewhere = words.count("Portals name the authority") - 1  # not in what somebody wrote
    assert words.count("fees are published") == elsewhere > 0
    assert passage(held, mine).text == summary.words + MINE


def test_a_document_in_which_nobody_wrote_says_so_and_one_is_told_apart_from_the_other(
    house: House,
) -> None:
    held = house.held
    confirm_point(held, "Portals name the authority")
    title = generated_of(record(held), DECK)[0]
    written(held, begun(held, DECK, title), "!")
    report, deck = house.build("proceedings", DECK)
    assert told(report) == []
    assert told(deck) == [(title.title, "edited")]
    assert f"{title.words}!" in house.bytes_of(deck, "html").decode()


def test_one_record_with_hand_edits_gives_the_same_bytes_whenever_it_is_built(
    house: House, tmp_path: Path
) -> None:
    held = house.held
    confirm_point(held, "Portals name the authority")
    for document in ("proceedings", DECK):
        one = place(held, document, "Portals name the authority")
        written(held, begun(held, document, one), MINE)
    folders = tmp_path / "one", tmp_path / "other"
    for folder in folders:
        build(held.database, held.id, ("proceedings", DECK), folder)
    one, other = ({p.name: p.read_bytes() for p in f.rglob("*.*")} for f in folders)
    assert len(one) > 8
    assert one == other


def test_a_text_that_was_opened_and_never_edited_changes_no_document(house: House) -> None:
    held = house.held
    confirm_point(held, "Portals name the authority")
    before = generated_of(record(held), DECK)
    for one in before:
        begun(held, DECK, one)
    (deck,) = house.build(DECK)
    assert told(deck) == []
    after = record(held)
    assert generated_of(after, DECK) == before
    assert {standing_of(after.passages[DECK, one.slot], one) for one in before} == {"generated"}


def test_new_words_taken_and_not_yet_settled_are_whole_after_a_kill(house: House) -> None:
    """Between the two commands the text says what is generated: nobody's edit, nothing half."""
    held = house.held
    point = confirm_point(held, "Portals name the authority")
    one = place(held, DECK, "Portals name")
    mine = begun(held, DECK, one)
    written(held, mine, MINE)
    restated(held, point, "All ")
    now = place(held, DECK, "All Portals")
    kept = passage(held, mine)
    change = [-len(kept.text), now.words]
    held.act(held.actor("secretariat"), "edit_text", text=mine, base=kept.version, change=change)
    (deck,) = house.build(DECK)
    assert told(deck) == []
    assert standing_of(passage(held, mine), now) == "generated"


def test_words_whose_place_is_gone_stand_in_no_document_and_come_back_with_it(
    house: House,
) -> None:
    held = house.held
    point = confirm_point(held, "Portals name the authority")
    mine = begun(held, DECK, place(held, DECK, "Portals name"))
    written(held, mine, MINE)
    staff = held.actor("secretariat")
    held.act(staff, "park_point", point=point, version=0, state="confirmed")
    (without,) = house.build(DECK)
    assert told(without) == [("“Portals name the authority As the room will …”", "unfounded")]
    assert MINE.strip() not in house.bytes_of(without, "html").decode()
    held.act(staff, "propose_point", point=point, version=0, state="parked")
    held.act(staff, "confirm_point", point=point, version=0, state="proposed")
    (back,) = house.build(DECK)
    assert [standing for _, standing in told(back)] == ["edited"]
    assert MINE.strip() in house.bytes_of(back, "html").decode()
