"""What a board is sent: whole notes without what is empty, page by page, newest first."""

from typing import Any

import pytest

from discussion.errors import NotFound
from discussion.services import channels
from tests.kit.house import Held


@pytest.fixture
def three(workshop: Held) -> list[str]:
    """An accepted note of many facts, one that is being written, and one with no more to say."""
    notes = [workshop.accept("Bon pour tous."), workshop.write("العمل"), workshop.say("Skills")]
    workshop.act(workshop.actor("rapporteur"), "set_note_countries", note=notes[0], value=["MY"])
    workshop.clock.advance(0.25)
    workshop.type(notes[1], "sh")
    return notes


def test_a_board_is_told_of_changed_notes_as_it_would_find_them_anew(
    workshop: Held, three: list[str]
):
    topic, other = workshop.topics[0].id, workshop.topics[1].id
    fresh = workshop.fresh(f"board:{topic}")[1]
    with workshop.database.reading() as transaction:

        def told(on: str, *more: str) -> dict[str, Any]:
            ids = frozenset((*three, *more))
            return channels.coalesced(transaction, workshop.id, f"board:{on}", ids)

        assert by_id(told(topic, channels.ALL_TABLES)) == by_id(fresh)
        assert told(topic, channels.ALL_TABLES)["tables"] == fresh["tables"]
        assert told(topic)["tables"] == [], "the strip is as it was"
        assert told(other)["notes"] == []


def test_a_board_is_told_what_a_sheet_is_told_and_nothing_that_is_empty(
    workshop: Held, three: list[str]
):
    sheet = by_id(workshop.fresh(f"sheet:{workshop.sheet()}")[1])
    board = by_id(workshop.fresh(f"board:{workshop.topics[0].id}")[1])
    assert set(board) == set(sheet) == set(three)
    for note, told in board.items():
        decided_by = told.pop("decided_by", None)
        assert (decided_by is not None) == (note == three[0])
        left_out = {name for name in sheet[note] if name not in told}
        blank = {n for n in left_out if not sheet[note][n] or n in ("sheet", "position")}
        said_already = {"decided_text"} if sheet[note]["decided_text"] == told["text"] else set()
        assert left_out == blank | said_already
        assert all(sheet[note][name] == value for name, value in told.items())


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_board_comes_in_pages_newest_first_and_every_note_once(workshop: Held, size: int):
    for number in range(6):
        workshop.say(f"Note {number}.")
        workshop.clock.advance(number % 2)  # every second two notes of the same moment
    channel = f"board:{workshop.topics[0].id}"
    with workshop.database.reading() as transaction:
        whole = channels.fresh(transaction, workshop.id, channel)[1]["notes"]
        page = channels.fresh(transaction, workshop.id, channel, size)[1]
        read = page["notes"]
        while page.get("rest"):
            page = channels.page(transaction, channel, page["rest"], size)
            assert len(page["notes"]) <= size
            read = [*read, *page["notes"]]
    made = [(note["created_at"], note["id"]) for note in read]
    assert made == sorted(made, reverse=True) and len(made) == 6
    assert read == whole


def test_only_boards_come_in_pages_and_never_another_topics(workshop: Held):
    note, topics = workshop.say("Here"), workshop.topics
    with workshop.database.reading() as transaction:
        other = channels.page(transaction, f"board:{topics[1].id}", note, 5)
        nowhere = channels.page(transaction, f"board:{topics[0].id}", "nosuchnote", 5)
        assert other["notes"] == nowhere["notes"] == []
        with pytest.raises(NotFound):
            channels.page(transaction, f"sheet:{workshop.sheet()}", note, 5)


def test_a_board_that_was_away_is_told_what_changed_and_no_more(workshop: Held, three: list[str]):
    channel = f"board:{workshop.topics[0].id}"
    number = workshop.fresh(channel)[0]
    workshop.type(three[2], "More ")
    added = workshop.say("While away")
    workshop.write("Elsewhere", sheet=workshop.sheet(1, 2))
    with workshop.database.reading() as transaction:
        caught = channels.catch_up(transaction, workshop.id, channel, number)
        nothing = channels.catch_up(transaction, workshop.id, channel, caught[0] if caught else 0)
    fresh = workshop.fresh(channel)
    assert caught is not None and caught[0] == fresh[0]
    (entry,) = caught[1]
    changed = {note: told for note, told in by_id(fresh[1]).items() if note in (three[2], added)}
    assert by_id(entry) == changed and entry["tables"] == fresh[1]["tables"]
    assert nothing is not None and nothing[1][0]["notes"] == []


def test_a_board_learns_which_notes_a_table_has_chosen(workshop: Held, three: list[str]):
    channel, sheet = f"board:{workshop.topics[0].id}", workshop.sheet()
    submitted = [three[0], three[2], workshop.say("More"), workshop.say("Still more")]
    for chosen in (submitted[:3], submitted[1:]):
        number = workshop.fresh(channel)[0]
        facts = {"sheet": sheet, "notes": chosen}
        workshop.act(workshop.actor("rapporteur"), "read_back_sheet", **facts)
        with workshop.database.reading() as transaction:
            caught = channels.catch_up(transaction, workshop.id, channel, number)
            ids = frozenset((sheet, channels.ALL_TABLES))
            live = channels.coalesced(transaction, workshop.id, channel, ids)
        assert caught is not None
        for told in (caught[1][0], live):
            assert {n["id"] for n in told["notes"] if n.get("read_back")} == set(chosen)


@pytest.mark.parametrize("limit", ["CATCH_UP_LIMIT", "BOARD_CATCH_UP"])
def test_a_board_too_far_behind_starts_afresh(
    workshop: Held, monkeypatch: pytest.MonkeyPatch, limit: str
):
    monkeypatch.setattr(channels, limit, 2)
    channel = f"board:{workshop.topics[0].id}"
    number = workshop.fresh(channel)[0]
    for words in ("one", "two", "three"):
        workshop.say(words)
    with workshop.database.reading() as transaction:
        assert channels.catch_up(transaction, workshop.id, channel, number) is None


def test_a_room_screen_counts_what_a_recount_of_all_notes_finds(workshop: Held, three: list[str]):
    topic, moderator = workshop.topics[0].id, workshop.actor("moderator")
    other = workshop.accept("Bon pour tous, aussi.", by="second")
    workshop.write("Nobody has said this yet.", by="second")
    sources = [three[0], other]
    point = {"point": workshop.runtime.new_id(), "topic": topic, "sources": sources}
    facts = {"subtopic": None, "kind": "challenge", "statement": "Good.", "position": "V"}
    workshop.act(moderator, "add_point", **point, **facts)
    workshop.act(moderator, "confirm_point", point=point["point"], version=0, state="proposed")
    workshop.decide(other, "park", reason="unclear", remark=None)
    room = workshop.fresh(f"room:{topic}")[1]
    notes = workshop.fresh(f"board:{topic}")[1]["notes"]
    said = [note for note in notes if note["status"] not in ("writing", "withdrawn")]
    assert room["notes"] == len(said) == 3
    assert room["written"] == len({note["table"] for note in said}) == 2
    raising = {n["table"] for n in notes if n["id"] in sources and n["status"] == "accepted"}
    assert [shown["raising"] for shown in room["points"]] == [len(raising)] == [1]


def by_id(state: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {note["id"]: dict(note) for note in state["notes"]}
