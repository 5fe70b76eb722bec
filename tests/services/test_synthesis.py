"""Points: made from accepted notes, never by them; merged without a source lost."""

from typing import Any

import pytest

from discussion.domain.synthesis import POINT
from discussion.services.history import texts
from tests.kit.house import Held

MOVE = "move_not_possible"


def point(held: Held, statement: str = "Skills matter", **facts: Any) -> str:
    """A new point of topic 1; its id."""
    made = held.runtime.new_id()
    given = {"topic": held.topics[0].id, "subtopic": None, "kind": "recommendation"}
    given |= {"statement": statement, "sources": [], "position": "V", **facts}
    held.act(held.actor("moderator"), "add_point", point=made, **given)
    return made


def state(held: Held, wanted: str) -> dict[str, Any]:
    """A point as moderators see it."""
    points = held.fresh(f"points:{held.topics[0].id}")[1]["points"]
    return next(p for p in points if p["id"] == wanted)


def test_a_point_rests_on_accepted_notes_in_the_order_they_were_added(workshop: Held):
    first, second = workshop.accept("One"), workshop.accept("Two", by="second")
    made = point(workshop, sources=[second])
    workshop.act(workshop.actor("moderator"), "add_source", point=made, note=first)
    workshop.act(workshop.actor("moderator"), "add_source", point=made, note=second)
    assert state(workshop, made)["sources"] == [second, first]


def test_a_note_nobody_accepted_supports_nothing(workshop: Held):
    waiting, made = workshop.say("Not read yet"), point(workshop)
    staff = workshop.actor("moderator")
    refusal = workshop.refused(
        staff, "add_source", point=made, note=waiting, code="note_not_accepted"
    )
    assert refusal.facts["state"] == "submitted"
    workshop.refused(staff, "add_source", point=made, note="nosuchnote", code="not_found")


def test_a_source_taken_away_stays_a_note_of_its_table(workshop: Held):
    note = workshop.accept("Said all the same")
    made = point(workshop, sources=[note])
    workshop.act(workshop.actor("moderator"), "remove_source", point=made, note=note)
    assert state(workshop, made)["sources"] == []
    assert workshop.note(note).contribution.status == "accepted"


def test_two_moderators_write_one_statement_together(workshop: Held):
    made = point(workshop, "Skills matter")
    workshop.type(made, "In every country ", by="moderator", base=0)
    workshop.type(made, ", always", by="secretariat", base=0, at=13)
    assert state(workshop, made)["text"] == "In every country Skills matter, always"


def test_a_rapporteur_cannot_write_in_a_point(workshop: Held):
    made, who = point(workshop), workshop.actor("rapporteur")
    workshop.refused(who, "edit_text", text=made, base=0, change=["x"], code="not_found")


def test_a_point_is_confirmed_on_the_version_that_was_read(workshop: Held):
    made, staff = point(workshop), workshop.actor("moderator")
    workshop.type(made, "Not ", by="secretariat")
    moved = workshop.refused(
        staff, "confirm_point", point=made, version=0, state="proposed", code="version_moved"
    )
    assert moved.facts["words"] == "Not Skills matter"
    workshop.act(staff, "confirm_point", point=made, version=1, state="proposed")
    assert state(workshop, made)["status"] == "confirmed"


@pytest.mark.parametrize(
    ("moves", "typing"),
    [
        ([], "taken"),
        (["confirm"], "point_confirmed"),
        (["note_only"], "taken"),
        (["park"], "taken"),
        (["confirm", "propose"], "taken"),
        (["confirm", "park"], "taken"),
        (["confirm", "note_only"], "taken"),
        (["park", "confirm"], "point_confirmed"),
        (["note_only", "confirm"], "point_confirmed"),
        (["confirm", "propose", "confirm"], "point_confirmed"),
        (["remove"], "taken"),
    ],
)
def test_the_words_of_a_confirmed_point_stand(workshop: Held, moves: list[str], typing: str):
    made, staff, was = point(workshop), workshop.actor("moderator"), "proposed"
    for move in moves:
        facts = {"state": was} if move != "remove" else {}
        workshop.act(staff, f"{move}_point", point=made, version=0, **facts)
        was = POINT.after(move, was)
    typed = {"text": made, "base": 0, "change": ["Not "]}
    if typing == "taken":
        workshop.act(staff, "edit_text", **typed)
    else:
        workshop.refused(staff, "edit_text", code=typing, **typed)
        with workshop.database.reading() as transaction:
            told = texts.history_of(transaction, staff, made)
        assert (told["words"], told["restores"]) == ("Skills matter", False)


def test_what_is_typed_behind_a_confirmation_in_one_batch_is_refused(workshop: Held):
    made, staff = point(workshop), workshop.actor("moderator")
    first = workshop.command("edit_text", text=made, base=0, change=["All "])
    confirm = workshop.command("confirm_point", point=made, version=1, state="proposed")
    late = workshop.command("edit_text", text=made, base=1, change=["No "])
    answers = workshop.batch(*((staff, one) for one in (first, confirm, late))).answers
    assert [one.refusal and one.refusal.code for one in answers] == [None, None, "point_confirmed"]
    assert state(workshop, made)["text"] == "All Skills matter"


def test_an_empty_point_cannot_be_confirmed(workshop: Held):
    made, staff = point(workshop, ""), workshop.actor("moderator")
    workshop.refused(
        staff, "confirm_point", point=made, version=0, state="proposed", code="point_empty"
    )


def test_a_point_goes_aside_and_comes_back(workshop: Held):
    made, staff, was = point(workshop), workshop.actor("moderator"), "proposed"
    for move, status in (
        ("park", "parked"),
        ("propose", "proposed"),
        ("note_only", "noted_only"),
        ("confirm", "confirmed"),
    ):
        workshop.act(staff, f"{move}_point", point=made, version=0, state=was)
        assert state(workshop, made)["status"] == status
        was = status
    workshop.refused(staff, "confirm_point", point=made, version=0, state=was, code=MOVE)


def test_the_room_sees_confirmed_points_with_the_tables_behind_them(workshop: Held):
    one, two = workshop.accept("One"), workshop.accept("Two", by="second")
    made, forming = point(workshop, sources=[one, two]), point(workshop, "Not yet")
    room = f"room:{workshop.topics[0].id}"
    assert workshop.fresh(room)[1]["points"] == []
    workshop.act(
        workshop.actor("moderator"), "confirm_point", point=made, version=0, state="proposed"
    )
    shown = workshop.fresh(room)[1]
    assert [p["id"] for p in shown["points"]] == [made] and shown["forming"] == 1
    assert [shown["points"][0][k] for k in ("raising", "discussing")] == [2, 2]
    assert forming not in str(shown)


def test_a_dissent_among_a_points_sources_is_an_objection_and_no_support(workshop: Held):
    one, two = workshop.accept("One"), workshop.accept("Not so", by="second")
    workshop.act(workshop.actor("second"), "set_note_kind", note=two, value="dissent")
    made = point(workshop, sources=[one, two])
    held = point(workshop, "Two tables do not agree", sources=[two], kind="dissent", position="a")
    for each in (made, held):
        facts = {"point": each, "version": 0, "state": "proposed"}
        workshop.act(workshop.actor("moderator"), "confirm_point", **facts)
    shown = workshop.fresh(f"room:{workshop.topics[0].id}")[1]["points"]
    assert [(p["raising"], p["objections"]) for p in shown] == [(1, 1), (1, 0)]


def test_a_source_its_table_withdrew_no_longer_counts_but_stays_a_source(workshop: Held):
    note = workshop.accept("One")
    made = point(workshop, sources=[note])
    workshop.act(
        workshop.actor("moderator"), "confirm_point", point=made, version=0, state="proposed"
    )
    workshop.act(workshop.actor("rapporteur"), "withdraw_note", note=note)
    assert workshop.fresh(f"room:{workshop.topics[0].id}")[1]["points"][0]["raising"] == 0
    assert state(workshop, made)["sources"] == [note]
