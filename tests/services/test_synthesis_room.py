"""What a moderator has the room screen show: kept, told to all, and never more than is public."""

from typing import Any

import pytest

from discussion.services import channels
from discussion.services.synthesis import room
from discussion.storage import log
from discussion.storage.synthesis.sources import Source, public_sources
from tests.kit.house import Held
from tests.services.points import confirm_point


def show(held: Held, view: str, subject: str | None = None, page: int | None = None, **how: Any):
    """What a moderator does on the board."""
    facts = {"topic": held.topics[0].id, "view": view, "subject": subject, "page": page}
    facts["names"] = how.get("names", False)
    return held.act(held.actor(how.get("by", "moderator")), "show_on_room_screen", **facts)


def shown(held: Held) -> dict:
    """What a room screen that opens now is told to show."""
    return held.fresh(f"room:{held.topics[0].id}")[1]["shown"]


def on_the_board(held: Held) -> dict:
    """What a board that opens now knows of the room screen."""
    return held.fresh(f"board:{held.topics[0].id}")[1]["room"]


def test_a_room_screen_shows_all_points_until_somebody_chooses(workshop: Held):
    assert shown(workshop) == {
        "view": "points",
        "subject": None,
        "page": None,
        "names": False,
        "number": 0,
    }
    told = on_the_board(workshop)
    assert told["by"] is None and told["at"] is None


def test_the_board_says_who_has_the_room_screen_show_what_since_when(workshop: Held):
    answer = show(workshop, "points", page=2)
    told = on_the_board(workshop)
    assert (told["view"], told["page"], told["by"]) == ("points", 2, "Moderator")
    assert told["at"] == workshop.clock.now.isoformat() and told["number"] == answer.number
    show(workshop, "title", by="secretariat")
    assert on_the_board(workshop)["by"] == "Secretariat"


def test_the_log_keeps_who_showed_what(workshop: Held):
    number = show(workshop, "topic").number
    with workshop.database.reading() as transaction:
        (event,) = log.events_numbered(transaction, workshop.id, [number])
    assert event.kind == "show_on_room_screen" and event.topic == workshop.topics[0].id
    assert event.person == workshop.actor("moderator").person
    assert event.facts == {"view": "topic", "subject": None, "page": None, "names": False}


def test_a_room_screen_names_nobody_and_no_note(workshop: Held):
    confirm_point(workshop, "Public.", tables=(1,))
    show(workshop, "points")
    told = repr(workshop.fresh(f"room:{workshop.topics[0].id}")[1])
    for secret in ("Moderator", workshop.actor("moderator").person, "as table 1 wrote it"):
        assert secret not in told


def test_every_topic_has_a_screen_of_its_own(workshop: Held):
    show(workshop, "title")
    assert workshop.fresh(f"room:{workshop.topics[1].id}")[1]["shown"]["view"] == "points"


def test_boards_and_screens_are_told_at_once_and_after_a_break(workshop: Held):
    topic, moderator = workshop.topics[0].id, workshop.actor("moderator")
    before = workshop.fresh(f"board:{topic}")[0]
    asked = workshop.command(
        "show_on_room_screen", topic=topic, view="silent", subject=None, page=None, names=False
    )
    dirty = workshop.batch((moderator, asked)).entries.dirty
    assert set(dirty) == {f"board:{topic}", f"room:{topic}"}
    with workshop.database.reading() as transaction:
        for channel, ids in dirty.items():
            entry = channels.coalesced(transaction, workshop.id, channel, ids)
            told = entry["room"].get("shown", entry["room"])
            assert told["view"] == "silent", channel
        caught = channels.catch_up(transaction, workshop.id, f"board:{topic}", before)
    assert caught is not None and caught[1][0]["room"]["view"] == "silent"


def test_one_subtopic_or_one_confirmed_point_can_be_shown(workshop: Held):
    point, subtopic = confirm_point(workshop, "Alone."), workshop.topics[0].subtopics[1].id
    show(workshop, "point", point)
    assert shown(workshop)["subject"] == point
    show(workshop, "subtopic", subtopic)
    assert shown(workshop)["subject"] == subtopic


def test_what_is_not_public_does_not_become_so_by_being_shown(workshop: Held):
    facts = {"topic": workshop.topics[0].id, "page": None, "names": False}
    moderator, proposed = workshop.actor("moderator"), workshop.runtime.new_id()
    more = {"subtopic": None, "kind": "data", "statement": "Not yet.", "sources": []}
    added = {"point": proposed, "topic": facts["topic"], "position": "V", **more}
    workshop.act(moderator, "add_point", **added)
    elsewhere = confirm_point(workshop, "On another topic.", topic=2)
    for view, subject, code in (
        ("point", proposed, "point_not_confirmed"),
        ("point", elsewhere, "not_found"),
        ("point", None, "not_found"),
        ("subtopic", workshop.topics[1].subtopics[0].id, "subtopic_unknown"),
        ("subtopic", None, "subtopic_unknown"),
        ("title", proposed, "malformed"),
        ("marks", None, "no_marks_yet"),
    ):
        wanted = {"view": view, "subject": subject, **facts}
        workshop.refused(moderator, "show_on_room_screen", code=code, **wanted)
    assert shown(workshop)["view"] == "points"
    assert "marks" not in on_the_board(workshop)["offered"]


def test_a_point_that_is_confirmed_no_more_leaves_the_screen_and_comes_back_with_it(
    workshop: Held,
):
    point, moderator = confirm_point(workshop, "Alone."), workshop.actor("moderator")
    show(workshop, "point", point)
    workshop.act(moderator, "propose_point", point=point, version=0, state="confirmed")
    assert shown(workshop)["view"] == on_the_board(workshop)["view"] == "points"
    workshop.act(moderator, "confirm_point", point=point, version=0, state="proposed")
    assert shown(workshop)["subject"] == on_the_board(workshop)["subject"] == point


def reported(held: Held) -> int:
    """How many tables the room screen says have reported."""
    count: int = held.fresh(f"room:{held.topics[0].id}")[1]["reported"]
    return count


def test_a_table_has_reported_once_it_has_read_back(workshop: Held):
    sheet, staff = workshop.sheet(1), workshop.actor("moderator")
    notes = [workshop.say(f"Note {number}.") for number in range(3)]
    assert reported(workshop) == 0
    workshop.act(workshop.actor("rapporteur"), "read_back_sheet", sheet=sheet, notes=notes)
    assert reported(workshop) == 1
    workshop.act(staff, "lock_sheet", sheet=sheet)
    assert reported(workshop) == 1
    workshop.act(staff, "reopen_sheet", sheet=sheet)
    assert reported(workshop) == 0


def test_a_table_does_not_report_by_being_locked(workshop: Held):
    workshop.say("Never read back.")
    workshop.act(workshop.actor("moderator"), "lock_sheet", sheet=workshop.sheet(1))
    assert reported(workshop) == 0


def test_a_point_says_how_many_tables_are_silent_and_which_where_a_moderator_chose_so(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    for _ in range(3):
        facts = {"table": workshop.runtime.new_id(), "name": ""}
        workshop.act(workshop.actor("secretariat"), "add_table", **facts)
    confirm_point(workshop, "Two say it.", tables=(1, 3))
    monkeypatch.setattr(room, "NAMED", 2)
    (told,) = workshop.fresh(f"room:{workshop.topics[0].id}")[1]["points"]
    assert told["silent"] == [] and told["silent_more"] == 3
    show(workshop, "silent", names=True)
    (told,) = workshop.fresh(f"room:{workshop.topics[0].id}")[1]["points"]
    assert told["silent"] == ["Table 2", "Table 4"] and told["silent_more"] == 1
    assert (told["raising"], told["discussing"]) == (2, 2) and "word" not in told


def test_a_room_screen_counts_only_countries_that_agreed_and_the_policy_lets_be_shown(
    workshop: Held,
):
    topic, staff = workshop.topics[0].id, workshop.actor("secretariat")
    confirm_point(workshop, "Said by two.", tables=(1, 2))
    notes = [note["id"] for note in workshop.fresh(f"board:{topic}")[1]["notes"]]
    for note, country in zip(notes, ("TR", "MY"), strict=True):
        workshop.act(staff, "set_note_countries", note=note, value=[country])

    def counted() -> int:
        (told,) = workshop.fresh(f"room:{topic}")[1]["points"]
        count: int = told["countries"]
        return count

    assert counted() == 0
    asked = {"countries": ["TR", "MY"], "said_by": None, "ended": 0}
    for note in notes:
        workshop.act(staff, "set_note_agreement", note=note, agreed=True, **asked)
    assert counted() == 0, "the policy names tables only"
    policy = {"topic": topic, "capturing": "person", "published": "country"}
    workshop.act(staff, "set_attribution", **policy)
    assert counted() == 2
    workshop.act(staff, "set_note_agreement", note=notes[0], agreed=False, **asked)
    assert counted() == 1


def test_a_room_screen_names_no_table_where_the_policy_names_none(workshop: Held):
    topic, staff = workshop.topics[0].id, workshop.actor("secretariat")
    confirm_point(workshop, "One says it.", tables=(1,))
    policy = {"topic": topic, "capturing": "person", "published": "none"}
    workshop.act(staff, "set_attribution", **policy)
    show(workshop, "silent", names=True)
    assert on_the_board(workshop)["may_name"] is False
    (told,) = workshop.fresh(f"room:{topic}")[1]["points"]
    assert told["silent"] == [] and told["silent_more"] == 1


def test_what_is_counted_of_sources_is_what_their_notes_say_and_of_no_others(workshop: Held):
    topic, staff = workshop.topics[0].id, workshop.actor("secretariat")
    confirm_point(workshop, "Said by two.", tables=(1, 2))
    notes = {note["id"] for note in workshop.fresh(f"board:{topic}")[1]["notes"]}
    named = {"note": max(notes), "countries": ["TR"], "said_by": "A delegate", "ended": 0}
    workshop.act(staff, "set_note_countries", note=named["note"], value=["TR"])
    workshop.act(staff, "set_note_agreement", agreed=True, **named)
    aside = confirm_point(workshop, "Not for everybody.", tables=(1,))
    workshop.act(staff, "propose_point", point=aside, version=0, state="confirmed")
    with workshop.database.reading() as transaction:
        found = public_sources(transaction, topic)
    assert found.keys() == notes
    for id, source in found.items():
        note = workshop.note(id).contribution
        assert source == Source(*(getattr(note, name) for name in Source._fields))
    assert found[named["note"]].said_by == "A delegate"
