"""What is said of a note's way: every state in words, and the counts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from discussion.domain.contributions import CONTRIBUTION, REASONS
from discussion.domain.outcome import READERS, Count, Note, Place, Standing, count_of
from discussion.domain.synthesis import GONE, POINT

NOTE = Note(
    id="note",
    topic="topic",
    text="Vet every employer",
    kind="recommendation",
    subtopic=None,
    countries=(),
    status="submitted",
    question=None,
    answer=None,
    reason=None,
    remark=None,
    late=False,
    read_back=False,
    decided_status=None,
    decided_at=None,
)
PARAGRAPH = Place("declaration", "ZERO", 40, "Paragraph 3", "Vet every employer", 2)
POINT_3 = Standing("point", "Vet every employer", 2, "confirmed", 30, (PARAGRAPH,))

DECISIONS = {
    ("writing", None): "Still being written",
    ("submitted", None): "Not read yet",
    ("submitted", "submitted"): "Taken up again, and not decided yet",
    ("submitted", "accepted"): "Changed since it was accepted, and not read again yet",
    ("submitted", "returned"): (
        "Changed since it was returned with a question, and not read again yet"
    ),
    ("submitted", "parked"): "Changed since it was parked, and not read again yet",
    (
        "submitted",
        "out_of_scope",
    ): "Changed since it was found out of scope, and not read again yet",
    ("accepted", "accepted"): "Accepted; it stands in no point yet",
    ("returned", "returned"): "Returned with a question",
    ("parked", "parked"): "Parked",
    ("out_of_scope", "out_of_scope"): "Out of scope",
    ("withdrawn", "accepted"): "Withdrawn by the table",
}


@pytest.mark.parametrize(("place", "words"), DECISIONS.items(), ids=str)
def test_every_decision_is_said_in_words(place: tuple[str, str | None], words: str) -> None:
    status, decided = place
    assert replace(NOTE, status=status, decided_status=decided).decision == words


def test_the_table_of_decisions_knows_every_state_of_a_note() -> None:
    assert {status for status, _ in DECISIONS} == set(CONTRIBUTION.states)


def test_a_note_in_a_point_is_simply_accepted_and_an_answer_waits_to_be_read() -> None:
    assert replace(NOTE, status="accepted", standings=(POINT_3,)).decision == "Accepted"
    answered = replace(NOTE, decided_status="returned", question="Which?", answer="All of them")
    assert answered.decision == "Answered, and not read again yet"


def test_the_time_of_a_decision_is_told_only_while_it_holds() -> None:
    at = datetime(2025, 7, 8, tzinfo=UTC)
    decided = replace(NOTE, status="accepted", decided_status="accepted", decided_at=at)
    assert decided.decided
    assert not replace(decided, status="submitted").decided
    assert not replace(decided, status="submitted", decided_status="submitted").decided


def test_a_reason_is_told_only_of_what_is_set_aside() -> None:
    told = {s for s in CONTRIBUTION.states if replace(NOTE, status=s, reason="unclear").why}
    assert told == {"parked", "out_of_scope"}


def test_strangers_are_not_shown_what_was_not_handed_in_taken_back_or_names_somebody() -> None:
    kept_back = {
        (status, reason)
        for status in CONTRIBUTION.states
        for reason in (None, *REASONS)
        if replace(NOTE, status=status, reason=reason).kept_back
    }
    always = {(s, reason) for s in ("writing", "withdrawn") for reason in (None, *REASONS)}
    assert kept_back == always | {("parked", "named_person"), ("out_of_scope", "named_person")}


AHEAD = {
    "proposed": "Not confirmed yet",
    "confirmed": None,
    "drafted": None,
    "noted_only": "Set aside",
    "parked": "Set aside",
}


@pytest.mark.parametrize(("status", "words"), AHEAD.items())
def test_what_is_still_to_come_for_a_point(status: str, words: str | None) -> None:
    ahead = replace(POINT_3, status=status).ahead
    assert ahead is None if words is None else (ahead or "").startswith(words)
    assert set(AHEAD) == set(POINT.states) - GONE


def test_a_document_older_than_the_note_in_its_point_is_not_the_notes() -> None:
    later = replace(POINT_3, added=41)
    assert later.reached == ()
    assert later.ahead == "This note joined the point after the newest documents were built."
    assert (
        replace(POINT_3, places=()).ahead == "In no document yet: the next ones built take it up."
    )


def test_a_point_that_took_others_says_that_documents_may_show_those() -> None:
    merged = replace(POINT_3, places=(), took_others=True)
    assert (merged.ahead or "").startswith("Other points were merged into it")
    assert replace(merged, places=(PARAGRAPH,)).ahead is None


def test_a_point_reworded_since_says_that_documents_are_behind() -> None:
    assert POINT_3.ahead is None
    assert "next edition" in (replace(POINT_3, version=3).ahead or "")


SENTENCES = {
    "nothing": (Count(), "No notes.", ""),
    "one in one": (Count(said=1, standing=1, points=1, accepted=1),
                   "1 of 1 note stands in 1 point.", ""),
    "twelve of fourteen": (
        Count(said=14, standing=12, points=5, accepted=12, unread=1, parked=1),
        "12 of 14 notes stand in 5 points.",
        "1 not read yet, 1 parked",
    ),
    "none in a point": (
        Count(said=3, accepted=1, returned=1, out_of_scope=1),
        "3 notes, none of them in a point yet.",
        "1 waiting for the table's answer, 1 accepted, in no point yet, 1 out of scope",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("count", "sentence", "rest"), SENTENCES.values(), ids=SENTENCES)
def test_counts_are_said_in_a_sentence(count: Count, sentence: str, rest: str) -> None:
    assert (count.sentence, count.rest) == (sentence, rest)


def test_what_is_counted_adds_up_to_what_was_said() -> None:
    notes = [replace(NOTE, status=status, late=True) for status in CONTRIBUTION.states]
    count = count_of((*notes, replace(NOTE, status="accepted", standings=(POINT_3,))))
    parts = count.accepted + count.unread + count.returned + count.parked + count.out_of_scope
    assert count.said == parts == 6
    assert (count.standing, count.points, count.late) == (1, 1, 5)


def test_by_table_code_is_what_holds_until_the_secretariat_chooses() -> None:
    assert next(iter(READERS)) == "tables"
