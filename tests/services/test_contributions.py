"""Notes from the first word to the decision: what tables and moderators can do, and cannot."""

import pytest

from discussion.domain.contributions import NOTE_LIMIT, QUIET_SECONDS
from discussion.services.contributions import capture
from discussion.services.programme import plan
from tests.kit.house import Held


def test_a_note_is_written_submitted_and_accepted(workshop: Held):
    note = workshop.write("Match people to vacancies by skill, not by title.")
    assert workshop.note(note).contribution.status == "writing"
    seen = {"note": note, "version": 1, "state": "writing"}
    workshop.refused(workshop.actor("moderator"), "accept_note", **seen, code=MOVE)
    workshop.act(workshop.actor("rapporteur"), "submit_note", note=note)
    workshop.decide(note, "accept")
    assert workshop.note(note).contribution.status == "accepted"


def test_two_rapporteurs_type_into_one_note_and_no_word_is_lost(workshop: Held):
    workshop.people["colleague"] = workshop.rapporteur(1, name="Colleague")
    note = workshop.write("Training helps.")
    workshop.type(note, "Early ", base=1)
    workshop.type(note, " Always.", by="colleague", base=1, at=15)
    assert workshop.note(note).contribution.text == "Early Training helps. Always."


def test_an_edit_on_a_version_that_never_was_is_refused(workshop: Held):
    note, who = workshop.write("Words"), workshop.actor("rapporteur")
    facts = {"text": note, "change": ["x"]}
    workshop.refused(who, "edit_text", **facts, base=2, code="malformed")
    workshop.refused(who, "edit_text", text=note, base=1, change=[6, "x"], code="malformed")
    assert workshop.note(note).contribution.text == "Words"


def test_a_note_has_room_for_its_limit_and_not_a_character_more(workshop: Held):
    note = workshop.write("x" * NOTE_LIMIT)
    refusal = workshop.refused(
        workshop.actor("rapporteur"), "edit_text", text=note, base=1, change=["y"], code="too_long"
    )
    assert refusal.facts["limit"] == NOTE_LIMIT
    workshop.act(workshop.actor("rapporteur"), "edit_text", text=note, base=1, change=[-1, "z"])


def test_an_empty_note_cannot_be_submitted(workshop: Held):
    blank = workshop.write(" \n\t")
    workshop.refused(workshop.actor("rapporteur"), "submit_note", note=blank, code="words_needed")
    unseen = workshop.write("\u200b\u2060 \u200f")
    workshop.refused(workshop.actor("rapporteur"), "submit_note", note=unseen, code="words_needed")


def test_a_decision_names_the_version_it_was_taken_on(workshop: Held):
    note = workshop.say("One reading")
    workshop.type(note, "Another. ")
    seen = {"note": note, "version": 1, "state": "submitted"}
    refusal = workshop.refused(
        workshop.actor("moderator"), "accept_note", **seen, code="version_moved"
    )
    assert refusal.facts["version"] == 2
    assert refusal.facts["words"] == "Another. One reading"
    assert workshop.note(note).contribution.status == "submitted"


@pytest.mark.parametrize(
    ("move", "facts"),
    [
        ("accept", {}),
        ("return", {"question": "Which countries?"}),
        ("park", {"reason": "needs_echo", "remark": None}),
        ("rule_out", {"reason": "other_topic", "remark": "See topic two"}),
    ],
)
def test_other_words_bring_a_decided_note_back_and_other_spaces_do_not(
    workshop: Held, move: str, facts: dict[str, str]
):
    note = workshop.say("Two words")
    workshop.decide(note, move, **facts)
    decided = workshop.note(note).contribution.status
    workshop.type(note, " \n ")
    assert workshop.note(note).contribution.status == decided
    workshop.type(note, "Not ")
    after = workshop.note(note)
    assert (after.contribution.status, after.decided_status) == ("submitted", decided)
    assert after.decided_text == "Two words"


def test_a_note_whose_words_come_back_to_what_was_decided_waits_all_the_same(workshop: Held):
    note = workshop.accept("Two words")
    workshop.type(note, "x")
    workshop.act(workshop.actor("rapporteur"), "edit_text", text=note, base=2, change=[-1])
    assert workshop.note(note).contribution.status == "submitted"


def test_other_fields_leave_a_decision_standing(workshop: Held):
    note, who = workshop.accept("Decided"), workshop.actor("rapporteur")
    subtopic = workshop.topics[0].subtopics[1].id
    workshop.act(who, "set_note_kind", note=note, value="data")
    workshop.act(who, "set_note_subtopic", note=note, value=subtopic)
    workshop.act(who, "set_note_countries", note=note, value=["MY", "SESRIC"])
    workshop.act(who, "move_note", note=note, value="zz")
    said = workshop.note(note).contribution
    assert (said.status, said.kind, said.subtopic) == ("accepted", "data", subtopic)
    assert (said.countries, said.position) == (("MY", "SESRIC"), "zz")


def test_a_subtopic_of_another_topic_is_no_choice(workshop: Held):
    note, foreign = workshop.write("Words"), workshop.topics[1].subtopics[0].id
    who = workshop.actor("rapporteur")
    workshop.refused(who, "set_note_subtopic", note=note, value=foreign, code="subtopic_unknown")


def test_a_question_is_answered_and_the_note_waits_again(workshop: Held):
    note = workshop.say("Some countries do this")
    workshop.decide(note, "return", question="Which ones?")
    workshop.act(workshop.actor("rapporteur"), "answer_question", note=note, answer="Two of us.")
    said = workshop.note(note).contribution
    assert (said.status, said.question, said.answer) == ("submitted", "Which ones?", "Two of us.")
    workshop.decide(note, "return", question="And who else?")
    assert workshop.note(note).contribution.answer is None


def test_a_decision_taken_back_leaves_no_reason_behind(workshop: Held):
    note = workshop.say("Kept aside")
    workshop.decide(note, "park", reason="needs_echo", remark="wait")
    workshop.decide(note, "reconsider")
    said = workshop.note(note).contribution
    assert (said.status, said.reason, said.remark) == ("submitted", None, None)


DECISIONS: dict[str, dict[str, object]] = {
    "accept_note": {},
    "return_note": {"question": "Which portals?"},
    "park_note": {"reason": "unclear", "remark": None},
    "rule_out_note": {"reason": "other_topic", "remark": None},
    "reconsider_note": {},
}


@pytest.mark.parametrize("late", DECISIONS)
def test_a_board_behind_the_others_overrides_nobodys_decision(workshop: Held, late: str):
    note = workshop.say("Two moderators read this at once")
    workshop.decide(note, "return", question="Whose portals?")
    second = workshop.somebody("moderator", name="A colleague").actor
    seen = {"note": note, "version": 1, "state": "submitted", **DECISIONS[late]}
    refusal = workshop.refused(second, late, **seen, code="decided_meanwhile")
    assert refusal.facts["state"] == "returned"
    assert workshop.note(note).contribution.question == "Whose portals?"


def test_a_table_takes_its_note_back_and_puts_it_forward_again(workshop: Held):
    note, who = workshop.accept("Perhaps"), workshop.actor("rapporteur")
    workshop.act(who, "withdraw_note", note=note)
    workshop.type(note, "Kept in its history. ")
    assert workshop.note(note).contribution.status == "withdrawn"
    seen = {"note": note, "version": 2, "state": "withdrawn"}
    workshop.refused(workshop.actor("moderator"), "accept_note", **seen, code=MOVE)
    workshop.act(who, "restore_note", note=note)
    assert workshop.note(note).contribution.text == "Kept in its history. Perhaps"


def test_words_after_the_lock_are_taken_and_marked_late(workshop: Held):
    before, untouched = workshop.say("In time"), workshop.say("In time as well")
    workshop.act(workshop.actor("moderator"), "lock_sheet", sheet=workshop.sheet())
    after = workshop.write("One more thought")
    workshop.type(before, "Late: ")
    late = {note: workshop.note(note).contribution.late for note in (before, untouched, after)}
    assert late == {before: True, untouched: False, after: True}
    assert workshop.note(before).contribution.text == "Late: In time"


def test_a_locked_sheet_keeps_its_notes_and_its_choice(workshop: Held):
    note, who = workshop.say("It stays"), workshop.actor("rapporteur")
    workshop.act(workshop.actor("moderator"), "lock_sheet", sheet=workshop.sheet())
    workshop.refused(who, "withdraw_note", note=note, code="sheet_locked")
    workshop.refused(who, "read_back_sheet", sheet=workshop.sheet(), notes=[note], code=MOVE)
    workshop.act(workshop.actor("moderator"), "reopen_sheet", sheet=workshop.sheet())
    workshop.act(who, "read_back_sheet", sheet=workshop.sheet(), notes=[note])


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_table_confirms_three_to_five_of_its_notes(workshop: Held, count: int):
    notes = [workshop.say(f"Point {n}") for n in range(6)][:count]
    who, sheet = workshop.actor("rapporteur"), workshop.sheet()
    few = {"sheet": sheet, "notes": notes[:2], "code": "choose_three_to_five"}
    workshop.refused(who, "read_back_sheet", **few)
    workshop.act(who, "read_back_sheet", sheet=sheet, notes=notes)
    assert confirmed(workshop) == set(notes)


def test_a_table_with_fewer_notes_confirms_them_all(workshop: Held):
    notes = [workshop.say("One"), workshop.say("Two")]
    who, sheet = workshop.actor("rapporteur"), workshop.sheet()
    few = {"sheet": sheet, "notes": notes[:1], "code": "choose_three_to_five"}
    workshop.refused(who, "read_back_sheet", **few)
    workshop.act(who, "read_back_sheet", sheet=sheet, notes=notes)
    assert confirmed(workshop) == set(notes)


def test_a_second_reading_back_replaces_the_first_even_for_what_was_withdrawn(workshop: Held):
    notes, who = [workshop.say(f"Point {n}") for n in range(4)], workshop.actor("rapporteur")
    workshop.act(who, "read_back_sheet", sheet=workshop.sheet(), notes=notes[:3])
    workshop.act(who, "withdraw_note", note=notes[0])
    workshop.act(who, "read_back_sheet", sheet=workshop.sheet(), notes=notes[1:])
    assert confirmed(workshop) == set(notes[1:])


def test_a_table_cannot_confirm_what_is_not_its_own_or_not_said(workshop: Held):
    foreign, unsaid = workshop.say("Theirs", by="second"), workshop.write("Half a thought")
    own = [workshop.say(f"Point {n}") for n in range(3)]
    for odd in (foreign, unsaid, "nosuchnote"):
        workshop.refused(
            workshop.actor("rapporteur"),
            "read_back_sheet",
            sheet=workshop.sheet(),
            notes=[*own, odd],
            code="choose_three_to_five",
        )


def test_a_note_nobody_types_in_any_more_is_submitted_by_the_house(workshop: Held):
    note, empty = workshop.write("The tablet died here"), workshop.write(" \n")
    workshop.clock.advance(QUIET_SECONDS)
    assert quiet(workshop) == []
    workshop.clock.advance(0.001)
    assert quiet(workshop) == [note]
    workshop.type(note, "No, it did not. ")
    assert quiet(workshop) == []
    workshop.clock.advance(QUIET_SECONDS + 1)
    assert quiet(workshop) == [note] and empty not in quiet(workshop)


def test_an_id_belongs_to_one_text_only(workshop: Held):
    note, staff = workshop.accept("Here first"), workshop.actor("secretariat")
    place = {"kind": "data", "subtopic": None, "position": "V"}
    workshop.refused(
        staff, "add_note", note=note, sheet=workshop.sheet(2), **place, code="id_taken"
    )
    facts = {"topic": workshop.topics[0].id, "statement": "", "sources": [], **place}
    workshop.refused(staff, "add_point", point=note, **facts, code="id_taken")


def test_staff_may_write_on_a_plenary_sheet(workshop: Held):
    plenary = next(s for s in sheets_of_the_plenary(workshop))
    note = workshop.write("Said in plenary", by="secretariat", sheet=plenary)
    assert workshop.note(note).contribution.table is None
    place = {"sheet": plenary, "kind": "data", "subtopic": None, "position": "V"}
    fresh = workshop.runtime.new_id()
    workshop.refused(
        workshop.actor("rapporteur"), "add_note", note=fresh, **place, code="not_found"
    )


MOVE = "move_not_possible"


def confirmed(held: Held) -> set[str]:
    """The notes of table 1 that stand as read back."""
    state = held.fresh(f"sheet:{held.sheet()}")[1]
    assert {n["id"] for n in state["notes"] if n["read_back"]} == set(state["sheet"]["read_back"])
    return set(state["sheet"]["read_back"])


def quiet(held: Held) -> list[str]:
    """The notes the house would submit now."""
    found = capture.quiet_notes(held.database, held.runtime)
    assert all(workshop == held.id and c.kind == "submit_note" for workshop, c in found)
    return [command.facts["note"] for _, command in found]


def sheets_of_the_plenary(held: Held) -> list[str]:
    """Ids of the plenary's sheets."""
    with held.database.reading() as transaction:
        return list(plan.plenary_sheets(transaction, held.id).values())
