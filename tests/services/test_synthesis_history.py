"""The history of a note and of a point: who decided what, on which words, and what came after."""

from typing import Any

import pytest

from discussion.errors import NotFound
from discussion.services.synthesis.history import history_of
from tests.kit.house import Held
from tests.services.test_synthesis import point
from tests.services.test_synthesis_grouping import do, merge
from tests.services.test_synthesis_undoing import decide, undo


def deeds(held: Held, item: str, by: str = "moderator") -> list[dict[str, Any]]:
    """The decisions on a note or point as somebody is told of them."""
    with held.database.reading() as transaction:
        found: list[dict[str, Any]] = history_of(transaction, held.actor(by), item)["deeds"]
    return found


def said(held: Held, item: str, *fields: str) -> list[tuple[Any, ...]]:
    """Some fields of each decision."""
    return [tuple(deed[name] for name in fields) for deed in deeds(held, item)]


def test_a_notes_history_tells_each_decision_with_the_words_it_was_taken_on(workshop: Held):
    note = workshop.say("Skills matter")
    decide(workshop, note, "return")
    workshop.act(workshop.actor("rapporteur"), "answer_question", note=note, answer="In all")
    decide(workshop, note, "accept", by="secretariat")
    workshop.type(note, "Not ")
    made = point(workshop, "Other")
    decide(workshop, note, "accept")
    do(workshop, "add_source", point=made, note=note)
    assert said(workshop, note, "who", "did", "words") == [
        ("The table", "submitted the note", "Skills matter"),
        ("Moderator", "returned the note with a question", "Skills matter"),
        ("The table", "answered the question", "Skills matter"),
        ("Secretariat", "accepted the note", "Skills matter"),
        ("The table", "changed the words", "Not Skills matter"),
        ("Moderator", "accepted the note", "Not Skills matter"),
        ("Moderator", "added a source", None),
    ]
    asked = deeds(workshop, note)[1:3]
    assert (asked[0]["question"], asked[1]["answer"]) == ("Which country?", "In all")


def test_a_points_history_tells_where_its_sources_came_from(workshop: Held):
    first = point(workshop, "First", sources=[workshop.accept("One")])
    second = point(workshop, "Second", sources=[workshop.accept("Two")])
    workshop.type(second, "The ", by="moderator")
    merge(workshop, first, second, by="secretariat")
    do(workshop, "confirm_point", point=second, version=1, state="proposed")
    assert said(workshop, second, "who", "did", "words") == [
        ("Moderator", "made the point", "Second"),
        ("Secretariat", "merged the point", None),
        ("Moderator", "confirmed the point", "The Second"),
    ]
    assert said(workshop, second, "other")[1] == ("First",)
    assert said(workshop, first, "did", "words", "other")[-1] == (
        "merged the point",
        "First",
        "The Second",
    )


def test_what_was_taken_back_stays_in_the_history_and_says_so(workshop: Held):
    note = workshop.say("One")
    parked = decide(workshop, note, "park")
    assert deeds(workshop, note)[-1]["decision"] == parked
    undo(workshop, parked)
    told = said(workshop, note, "did", "undid", "undone", "decision")
    assert told[-2:] == [
        ("parked the note", "", True, None),
        ("took a decision back", "parked the note", False, None),
    ]


def test_only_ones_own_decisions_are_offered_to_be_taken_back(workshop: Held):
    note = workshop.say("One")
    decide(workshop, note, "park")
    assert deeds(workshop, note, by="secretariat")[-1]["decision"] is None


def test_who_is_bound_to_a_topic_reads_no_history_of_another(workshop: Held):
    workshop.people["bound"] = workshop.somebody("moderator", topic=workshop.topics[0].id)
    here, there = (workshop.write("Words", sheet=workshop.sheet(1, n)) for n in (1, 2))
    assert deeds(workshop, here, by="bound") == []
    with pytest.raises(NotFound):
        deeds(workshop, there, by="bound")


def test_a_history_names_nobody_of_a_table(workshop: Held):
    note = workshop.say("One")
    assert workshop.actor("rapporteur").name not in str(deeds(workshop, note))
