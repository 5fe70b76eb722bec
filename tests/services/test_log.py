"""The log holds everything that happened, in order, and shows where somebody changed it."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event, text

from discussion.live.chain import Finding, Link, Logged, verify
from discussion.services.commands import header
from discussion.services.recent import CHANGES
from discussion.storage import log, programme
from tests.kit.house import Held
from tests.services.test_synthesis import point
from tests.services.test_synthesis_grouping import do


@pytest.fixture
def told(workshop: Held) -> Held:
    """A workshop in which something happened."""
    notes = [workshop.accept(f"Note {n}") for n in range(3)]
    workshop.act(workshop.actor("rapporteur"), "withdraw_note", note=notes[0])
    workshop.type(notes[1], "More ")
    return workshop


def findings(held: Held) -> tuple[Finding, ...]:
    """What is wrong with a workshop's log as it is kept."""
    with held.database.reading() as transaction:
        links = [Link(*row) for row in log.chain(transaction, held.id)]
        events = log.since(transaction, held.id, 0, limit=100_000)
        head = programme.log_position(transaction, held.id)[1]
    rows = [
        Logged(header(e), e.salt, None if e.payload is None else e.payload.encode()) for e in events
    ]
    return verify(links, rows, head=head)


def tamper(held: Held, statement: str, **facts: object) -> None:
    """What somebody with the file in hand could do."""
    with held.database.writing() as transaction:
        done = transaction.execute(text(statement), {"workshop": held.id, **facts})
        assert done.rowcount > 0, "nothing was tampered with, so nothing could be found"


def test_the_log_of_a_workshop_verifies(told: Held):
    assert findings(told) == ()


def test_numbers_follow_one_another_and_every_event_names_who_did_it(told: Held):
    with told.database.reading() as transaction:
        events = log.since(transaction, told.id, 0, limit=1_000)
    assert [e.number for e in events] == list(range(1, len(events) + 1))
    people = {signed.actor.person for signed in told.people.values()}
    assert {e.person for e in events} <= people
    assert not any(
        signed.actor.name in str(e.payload) for e in events for signed in told.people.values()
    )


@pytest.mark.parametrize(
    "change",
    [
        "payload = '{}'",
        "salt = zeroblob(16)",
        "person = 'somebodyelse'",
        "kind = 'accept_note'",
        "subject = 'another'",
        "at = '2025-07-08T09:00:01.000000Z'",
        "digest = zeroblob(32)",
        "payload = NULL",
    ],
)
def test_a_changed_event_is_found(told: Held, change: str):
    with told.database.reading() as transaction:
        last = programme.log_position(transaction, told.id)[0]
    number = random.Random(change).randint(1, last)
    tamper(
        told,
        f"UPDATE events SET {change} WHERE workshop = :workshop AND number = :number",
        number=number,
    )
    found = findings(told)
    assert any(each.first <= number <= each.last for each in found), found


def test_a_deleted_event_is_found(told: Held):
    tamper(told, "DELETE FROM events WHERE workshop = :workshop AND number = 4")
    assert findings(told)


def test_two_exchanged_events_are_found(told: Held):
    swap = "UPDATE events SET number = :to WHERE workshop = :workshop AND number = :number"
    for number, to in ((3, 9_999), (4, 3), (9_999, 4)):
        tamper(told, swap, number=number, to=to)
    assert findings(told)


def test_a_log_cut_off_at_its_end_is_found_by_its_head(told: Held):
    with told.database.reading() as transaction:
        first, last, _ = log.chain(transaction, told.id)[-1]
    tamper(told, "DELETE FROM chain_links WHERE workshop = :workshop AND last = :n", n=last)
    tamper(told, "DELETE FROM events WHERE workshop = :workshop AND number >= :n", n=first)
    assert [each.what for each in findings(told)] == ["head"]


def test_each_workshop_has_a_chain_of_its_own(told: Held, another_workshop: Callable[..., Held]):
    other = another_workshop()
    other.accept("Somewhere else")
    tamper(told, "UPDATE events SET person = 'x' WHERE workshop = :workshop AND number = 2")
    assert findings(told) and not findings(other)


def test_the_words_of_a_note_can_be_told_again_from_its_history(told: Held):
    note = told.write("First")
    told.type(note, "Second ")
    with told.database.reading() as transaction:
        changes = [e.facts["change"] for e in log.history(transaction, note) if e.version]
        assert log.changes_since(transaction, note, 1, until=2, last=1_500) == (changes[1],)
    assert changes == [["First"], ["Second "]]


def test_an_edit_older_than_the_kept_history_is_stale_and_changes_nothing(told: Held):
    note = told.write("First")
    told.type(note, "Second ")
    for _ in range(CHANGES):  # so that the second is not at hand any more
        told.type(note, "x", at=12)
    tamper(
        told,
        "UPDATE events SET payload = NULL WHERE workshop = :workshop AND version = 2"
        " AND subject = :note",
        note=note,
    )
    facts = {"text": note, "base": 1, "change": ["Third "]}
    refusal = told.refused(told.actor("rapporteur"), "edit_text", **facts, code="stale")
    assert refusal.facts["version"] == 2 + CHANGES
    assert told.note(note).contribution.text == "Second First" + "x" * CHANGES


@pytest.mark.parametrize("on", [{"sheet": "x"}, {"topic": "x"}])
def test_catching_up_reads_no_more_of_the_log_than_is_due(told: Held, on: dict[str, str]):
    asked: list[tuple[str, Any]] = []
    with told.database.reading() as transaction:
        event.listen(
            transaction, "before_cursor_execute", lambda _c, _k, *what: asked.append(what[:2])
        )
        log.since(transaction, told.id, 5, limit=10, **on)
        sql, values = asked[-1]
        plan = str(transaction.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all())
    assert "events USING INDEX events_of_a_subject (stretch=? AND subject=? AND number>?)" in plan


def test_taking_a_decision_back_reads_no_typing(told: Held, monkeypatch: pytest.MonkeyPatch):
    made = point(told)
    mine = do(told, "set_point_kind", point=made, value="challenge")
    told.type(made, "Words ", by="moderator")
    do(told, "undo_decision", decision=do(told, "move_point", point=made, value="zz"))
    history, read = log.history, list[log.Event]()

    def noted(*about: Any, **more: Any) -> tuple[log.Event, ...]:
        read.extend(found := history(*about, **more))
        return found

    monkeypatch.setattr(log, "history", noted)
    do(told, "undo_decision", decision=mine)
    assert [happened.kind for happened in read] == ["undo_decision"]
