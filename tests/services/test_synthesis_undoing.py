"""Taking back: exactly what was is there again, and nobody's later decision goes with it."""

import json
from dataclasses import replace
from typing import Any

import pytest

from discussion.live.commands import COMMANDS
from discussion.services.synthesis import undoing
from discussion.storage import log
from tests.kit.house import Held
from tests.services.test_synthesis import point, state
from tests.services.test_synthesis_grouping import do, merge

ASIDE = {"reason": "unclear", "remark": "Which one?"}
DECISIONS: dict[str, dict[str, Any]] = {
    "accept": {},
    "return": {"question": "Which country?"},
    "park": ASIDE,
    "rule_out": ASIDE,
    "reconsider": {},
}
STATE_OF = {
    "accept": "accepted",
    "return": "returned",
    "park": "parked",
    "rule_out": "out_of_scope",
    "reconsider": "submitted",
}


def decide(held: Held, note: str, move: str, by: str = "moderator") -> str:
    """A decision on a note as it stands; the id of its command."""
    said = held.note(note).contribution
    seen = {"note": note, "version": said.version, "state": said.status}
    return do(held, f"{move}_note", by, **seen, **DECISIONS[move])


def undo(held: Held, decision: str, by: str = "moderator") -> None:
    """Takes a decision back."""
    do(held, "undo_decision", by, decision=decision)


def refused(held: Held, decision: str, code: str, by: str = "moderator") -> dict[str, Any]:
    """The facts of the refusal to take a decision back."""
    told = held.refused(held.actor(by), "undo_decision", decision=decision, code=code)
    return dict(told.facts)


def everything(held: Held) -> Any:
    """All that a board knows of points, and of the notes of both tables."""
    sheets = [held.fresh(f"sheet:{held.sheet(n)}")[1]["notes"] for n in (1, 2)]
    return held.fresh(f"points:{held.topics[0].id}")[1], sheets


def test_every_decision_on_a_note_is_taken_back_to_what_was(workshop: Held):
    for before in DECISIONS:
        for move in DECISIONS:
            note = workshop.say(f"{before}, then {move}")
            if before != "reconsider":
                decide(workshop, note, before)
            if STATE_OF[move] == workshop.note(note).contribution.status:
                continue
            was = workshop.note(note)
            undo(workshop, decide(workshop, note, move))
            assert workshop.note(note) == was, (before, move)


def ready(held: Held, kind: str) -> dict[str, Any]:
    """The facts of a command of that kind which the points made for it allow."""
    one, two, three = (held.accept(f"{n} for {kind}") for n in "ABC")
    first, second = point(held, "First", sources=[one, two]), point(held, "Second", sources=[three])
    bare, new = point(held, "Bare"), held.runtime.new_id()
    subtopic = held.topics[0].subtopics[0].id
    facts: dict[str, Any] = {
        "point": {"add_point": new, "remove_point": bare, "restore_point": bare}.get(kind, first),
        "topic": held.topics[0].id,
        "subtopic": None,
        "kind": "data",
        "position": "V",
        "statement": "New",
        "sources": [one],
        "note": three if kind == "add_source" else one,
        "notes": [three] if kind == "add_sources" else [one],
        "new": new,
        "into": second,
        "version": 0,
        "into_version": 0,
        "state": "proposed",
        "value": {"set_point_kind": "challenge", "set_point_subtopic": subtopic}.get(kind, "zz"),
    }
    if kind == "restore_point":
        do(held, "remove_point", point=bare, version=0)
    if kind == "separate_point":
        merge(held, first, second)
    if kind == "propose_point":
        do(held, "park_point", point=first, version=0, state="proposed")
        facts["state"] = "parked"
    return {name: facts[name] for name in COMMANDS[kind]}


ON_POINTS = sorted(undoing.UNDOABLE - {f"{move}_note" for move in DECISIONS})
MAKES = {"add_point", "split_point"}


def test_every_decision_on_points_is_taken_back_to_what_was(workshop: Held):
    for kind in ON_POINTS:
        facts = ready(workshop, kind)
        was = everything(workshop)
        decision = do(workshop, kind, **facts)
        assert everything(workshop) != was, f"{kind} changed nothing, so nothing is proved"
        undo(workshop, decision)
        now = everything(workshop)
        made = {p["id"]: p for p in now[0]["points"] if p not in was[0]["points"]}
        assert len(made) == (kind in MAKES), kind
        assert {p["status"] for p in made.values()} <= {"removed"}
        now[0]["points"] = [p for p in now[0]["points"] if p["id"] not in made]
        assert now == was, kind


def test_what_is_taken_back_once_is_not_taken_back_twice(workshop: Held):
    note = workshop.say("One")
    first = decide(workshop, note, "accept")
    undo(workshop, first)
    decide(workshop, note, "accept")
    refused(workshop, first, "undone_already")
    assert workshop.note(note).contribution.status == "accepted"


def test_only_who_decided_takes_it_back(workshop: Held):
    note = workshop.say("One")
    refused(workshop, decide(workshop, note, "park"), "not_your_decision", by="secretariat")
    refused(workshop, "nosuchthing", "not_found")


def test_nobody_takes_back_what_another_has_decided_since(workshop: Held):
    note = workshop.say("One")
    mine = decide(workshop, note, "park")
    decide(workshop, note, "accept", by="secretariat")
    told = refused(workshop, mine, "decided_since")
    assert told == {"who": "Secretariat", "what": "accepted it"}
    assert workshop.note(note).contribution.status == "accepted"


def test_a_colleagues_decision_that_led_to_the_same_state_is_theirs(workshop: Held):
    made = point(workshop)
    mine = do(workshop, "confirm_point", point=made, version=0, state="proposed")
    do(workshop, "propose_point", "secretariat", point=made, version=0, state="confirmed")
    do(workshop, "confirm_point", "secretariat", point=made, version=0, state="proposed")
    assert refused(workshop, mine, "decided_since")["what"] == "confirmed it"


def test_what_a_colleague_took_back_themselves_stands_in_nobodys_way(workshop: Held):
    note = workshop.say("One")
    mine = decide(workshop, note, "park")
    undo(workshop, decide(workshop, note, "accept", by="secretariat"), by="secretariat")
    undo(workshop, mine)
    assert workshop.note(note).contribution.status == "submitted"


def test_a_decision_is_not_taken_back_from_under_the_table(workshop: Held):
    changed, answered, withdrawn = (workshop.say(words) for words in ("One", "Two", "Three"))
    accepted = decide(workshop, changed, "accept")
    workshop.type(changed, "Not ")
    told = refused(workshop, accepted, "decided_since")
    assert told == {"who": "The table", "what": "changed the words"}
    returned = decide(workshop, answered, "return")
    rapporteur = workshop.actor("rapporteur")
    workshop.act(rapporteur, "answer_question", note=answered, answer="All")
    assert refused(workshop, returned, "decided_since")["what"] == "answered the question"
    parked = decide(workshop, withdrawn, "park")
    workshop.act(rapporteur, "withdraw_note", note=withdrawn)
    assert refused(workshop, parked, "decided_since")["what"] == "withdrew it"


def test_a_note_that_a_colleague_has_grouped_stays_accepted(workshop: Held):
    note, made = workshop.say("One"), point(workshop)
    mine = decide(workshop, note, "accept")
    theirs = do(workshop, "add_source", "secretariat", point=made, note=note)
    assert refused(workshop, mine, "decided_since")["what"] == "added a source"
    undo(workshop, theirs, by="secretariat")
    undo(workshop, mine)


def test_a_new_point_is_not_taken_back_once_others_have_worked_on_it(workshop: Held):
    topic = {"topic": workshop.topics[0].id, "subtopic": None, "kind": "data", "position": "V"}

    def made() -> tuple[str, str]:
        new = workshop.runtime.new_id()
        facts = {"point": new, "statement": "", "sources": [], **topic}
        return new, do(workshop, "add_point", **facts)

    new, mine = made()
    workshop.type(new, "My words", by="moderator")
    undo(workshop, mine)
    assert (state(workshop, new)["status"], state(workshop, new)["text"]) == ("removed", "My words")
    new, mine = made()
    workshop.type(new, "Their words", by="secretariat")
    assert refused(workshop, mine, "decided_since")["what"] == "changed the words"
    new, mine = made()
    more = workshop.accept("More")
    do(workshop, "add_source", "secretariat", point=new, note=more)
    refused(workshop, mine, "decided_since")
    assert state(workshop, new)["sources"] == [more]


@pytest.mark.parametrize(
    "act", ["add_source", "add_sources", "add_point", "split_point", "move_sources"]
)
def test_a_note_that_a_merge_brought_as_well_does_not_go_with_what_is_taken_back(
    workshop: Held, act: str
):
    note = workshop.accept("One")
    first, theirs = point(workshop, sources=[note]), point(workshop, "Theirs", sources=[note])
    into = point(workshop) if act.startswith(("add_s", "move")) else workshop.runtime.new_id()
    topic = {"topic": workshop.topics[0].id, "subtopic": None, "kind": "data", "position": "V"}
    facts: dict[str, dict[str, Any]] = {
        "add_source": {"point": into, "note": note},
        "add_sources": {"point": into, "notes": [note]},
        "add_point": {"point": into, "statement": "", "sources": [note], **topic},
        "split_point": {"point": first, "new": into, "notes": [note], "position": "V"},
        "move_sources": {"point": first, "into": into, "notes": [note]},
    }
    mine = do(workshop, act, **facts[act])
    merged = merge(workshop, theirs, into, by="secretariat")
    assert refused(workshop, mine, "decided_since")["who"] == "Secretariat"
    assert state(workshop, into)["sources"] == [note]
    undo(workshop, merged, by="secretariat")
    undo(workshop, mine)
    assert state(workshop, theirs)["sources"] == [note]


def test_a_new_point_stays_when_one_without_notes_was_merged_into_it(workshop: Held):
    topic = {"topic": workshop.topics[0].id, "subtopic": None, "kind": "data", "position": "V"}
    new, bare = workshop.runtime.new_id(), point(workshop, "Bare words")
    mine = do(workshop, "add_point", point=new, statement="", sources=[], **topic)
    merge(workshop, bare, new, by="secretariat")
    refused(workshop, mine, "decided_since")
    assert state(workshop, new)["status"] == "proposed"


def test_a_merge_is_not_taken_back_once_what_it_went_into_was_merged_itself(workshop: Held):
    note = workshop.accept("One")
    first, second, third = point(workshop, "A", sources=[note]), point(workshop), point(workshop)
    mine = merge(workshop, first, second)
    theirs = merge(workshop, second, third, by="secretariat")
    refused(workshop, mine, "decided_since")
    undo(workshop, theirs, by="secretariat")
    undo(workshop, mine)
    assert state(workshop, first)["sources"] == [note]


def test_two_who_decide_and_take_back_in_one_moment_lose_nothing(workshop: Held):
    note = workshop.say("One")
    mine = decide(workshop, note, "park")
    said = workshop.note(note).contribution
    seen = {"note": note, "version": said.version, "state": "parked"}
    theirs = (workshop.actor("secretariat"), workshop.command("accept_note", **seen))
    back = (workshop.actor("moderator"), workshop.command("undo_decision", decision=mine))
    batch = workshop.batch(theirs, back)
    assert [a.refusal and a.refusal.code for a in batch.answers] == [None, "decided_since"]
    assert workshop.note(note).contribution.status == "accepted"


def test_the_log_says_what_was_taken_back(workshop: Held):
    note = workshop.say("One")
    mine = decide(workshop, note, "park")
    asked = workshop.command("undo_decision", decision=mine)
    (event,) = workshop.batch((workshop.actor("moderator"), asked)).events
    assert (event.subject, event.facts["undone"], event.facts["deed"]) == (note, mine, "park_note")


def test_the_truth_table_notices_an_undo_that_forgets_the_sources(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    find = log.find_event

    def forgetful(*about: Any) -> log.Event | None:
        event = find(*about)
        kept = event and {name: fact for name, fact in event.facts.items() if name != "left"}
        return event and replace(event, payload=json.dumps(kept))

    monkeypatch.setattr(log, "find_event", forgetful)
    with pytest.raises(AssertionError, match="merge_point"):
        test_every_decision_on_points_is_taken_back_to_what_was(workshop)
