"""Batches: one transaction, exactly once, refusals that touch only themselves."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, exc

from discussion.domain.people import PERMISSIONS
from discussion.errors import DiscussionError
from discussion.live.commands import COMMANDS
from discussion.services import people
from discussion.services.commands import USE_CASES, Batch, system_request
from discussion.storage.database import CannotStore
from tests.kit.house import Held


def refusals(batch: Batch) -> list[str | None]:
    """The code of each answer's refusal, None for what was done."""
    return [answer.refusal.code if answer.refusal else None for answer in batch.answers]


def test_every_command_has_a_use_case_and_a_permission():
    assert set(USE_CASES) == set(COMMANDS)
    assert set(COMMANDS) - set(PERMISSIONS) == {"edit_text"}  # asks edit_note or edit_point


def test_commands_that_arrive_together_are_numbered_in_their_order(workshop: Held):
    who, note = workshop.actor("rapporteur"), workshop.runtime.new_id()
    before = workshop.fresh(f"workshop:{workshop.id}")[0]
    batch = workshop.batch(
        (who, adding(workshop, note)),
        (who, workshop.command("edit_text", text=note, base=0, change=["Words"])),
        (who, workshop.command("submit_note", note=note)),
    )
    assert [answer.number for answer in batch.answers] == [before + 1, before + 2, before + 3]
    assert (batch.first, batch.last) == (before, before + 3)
    assert workshop.note(note).contribution.status == "submitted"


def test_a_refusal_touches_only_itself_and_what_depends_on_it(workshop: Held):
    who, good, bad = workshop.actor("rapporteur"), *(workshop.runtime.new_id() for _ in "ab")
    foreign = adding(workshop, bad, sheet=workshop.sheet(2))
    batch = workshop.batch(
        (who, foreign),
        (who, workshop.command("edit_text", text=bad, base=0, change=["Lost"])),
        (who, adding(workshop, good)),
        (who, workshop.command("edit_text", text=good, base=0, change=["Kept"])),
    )
    assert refusals(batch) == ["not_found", "not_found", None, None]
    assert workshop.note(good).contribution.text == "Kept"


def test_a_use_case_that_refuses_half_way_leaves_nothing_behind(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    add_note = USE_CASES["add_note"]

    def refuses_late(*facts: Any) -> Any:
        add_note(*facts)
        raise DiscussionError("sheet_locked")

    monkeypatch.setitem(USE_CASES, "add_note", refuses_late)
    note = workshop.runtime.new_id()
    batch = workshop.batch((workshop.actor("rapporteur"), adding(workshop, note)))
    assert refusals(batch) == ["sheet_locked"]
    assert workshop.fresh(f"sheet:{workshop.sheet()}")[1]["notes"] == []


def test_a_resend_gets_the_same_answer_and_changes_nothing(workshop: Held):
    who, note = workshop.actor("rapporteur"), workshop.write("Some words")
    typing = workshop.command("edit_text", text=note, base=1, change=["Once. "])
    first = workshop.batch((who, typing)).answers[0]
    again = workshop.batch((who, typing), (who, typing))
    assert [(a.number, a.version) for a in again.answers] == [(first.number, first.version)] * 2
    assert again.events == ()
    assert workshop.note(note).contribution.text == "Once. Some words"


def test_a_command_sent_twice_in_one_batch_happens_once(workshop: Held):
    who, note = workshop.actor("rapporteur"), workshop.write()
    typing = workshop.command("edit_text", text=note, base=0, change=["Once"])
    batch = workshop.batch((who, typing), (who, typing))
    assert batch.answers[0].number == batch.answers[1].number
    assert workshop.note(note).contribution.text == "Once"


def test_a_resend_is_answered_alike_though_the_rule_has_changed_since(workshop: Held):
    who, note = workshop.actor("rapporteur"), workshop.say("Taken back in time")
    withdrawing = workshop.command("withdraw_note", note=note)
    first = workshop.batch((who, withdrawing)).answers[0]
    workshop.act(workshop.actor("moderator"), "lock_sheet", sheet=workshop.sheet())
    again = workshop.batch((who, withdrawing)).answers[0]
    assert again.refusal is None and again.number == first.number


def test_the_same_person_after_signing_in_again_may_resend(workshop: Held):
    note = workshop.write("Before the cookie ran out.")
    typing = workshop.command("edit_text", text=note, base=1, change=["Typed offline. "])
    first = workshop.batch((workshop.actor("rapporteur"), typing)).answers[0]
    later = workshop.rapporteur(1).actor
    again = workshop.batch((later, typing)).answers[0]
    assert (again.number, again.version) == (first.number, first.version)
    assert workshop.note(note).contribution.text == "Typed offline. Before the cookie ran out."


def test_a_refused_command_may_be_sent_again_and_then_counts(workshop: Held):
    who, note = workshop.actor("rapporteur"), workshop.write()
    submitting = workshop.command("submit_note", note=note)
    assert refusals(workshop.batch((who, submitting))) == ["words_needed"]
    workshop.type(note, "Now there are words")
    assert refusals(workshop.batch((who, submitting))) == [None]


def test_nobody_learns_of_a_known_command_without_a_session(workshop: Held):
    who, note = workshop.actor("rapporteur"), workshop.write("Words")
    typing = workshop.command("edit_text", text=note, base=1, change=["More "])
    workshop.batch((who, typing))
    people.sign_out(workshop.database, workshop.runtime, who)
    assert refusals(workshop.batch((who, typing), ("no-such-session", typing))) == [
        "signed_out",
        "signed_out",
    ]


def test_a_known_command_answers_nobody_of_another_workshop(
    workshop: Held, another_workshop: Callable[..., Held]
):
    typing = workshop.command("edit_text", text=workshop.write(), base=0, change=["Ours"])
    workshop.batch((workshop.actor("rapporteur"), typing))
    stranger = another_workshop().actor("rapporteur")
    assert refusals(workshop.batch((stranger, typing))) == ["not_found"]


def test_a_session_that_has_run_out_writes_nothing(workshop: Held):
    who, message = workshop.actor("rapporteur"), adding(workshop, workshop.runtime.new_id())
    workshop.clock.advance(hours=14)
    assert refusals(workshop.batch((who, message))) == ["signed_out"]


@pytest.mark.parametrize("ending", ["reissue_card", "remove_table"])
def test_a_session_ended_in_mid_batch_writes_nothing_after_it(workshop: Held, ending: str):
    who, table = workshop.actor("rapporteur"), workshop.tables[0].id
    batch = workshop.batch(
        (workshop.actor("secretariat"), workshop.command(ending, table=table)),
        (who, adding(workshop, workshop.runtime.new_id())),
        (workshop.actor("second"), adding(workshop, workshop.runtime.new_id(), table=2)),
    )
    assert refusals(batch) == [None, "signed_out", None]


def test_a_bug_in_one_command_leaves_the_words_of_the_others(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    who, note = workshop.actor("rapporteur"), workshop.runtime.new_id()
    monkeypatch.setitem(USE_CASES, "set_note_kind", trips)
    batch = workshop.batch(
        (who, adding(workshop, note)),
        (who, workshop.command("set_note_kind", note=note, value="data")),
        (who, workshop.command("edit_text", text=note, base=0, change=["Kept"])),
    )
    assert refusals(batch) == [None, "internal", None]
    assert isinstance(batch.answers[1].refusal, DiscussionError)
    assert batch.answers[1].refusal.facts["request"]
    assert [str(bug) for bug in workshop.bugs] == ["a planted bug"]
    assert workshop.note(note).contribution.text == "Kept"
    assert batch.last == batch.first + 2 == workshop.fresh(f"workshop:{workshop.id}")[0]
    assert [e.number for e in batch.events] == [batch.first + 1, batch.first + 2]
    assert len(batch.entries.immediate[f"sheet:{workshop.sheet()}"]) == 2


def test_an_unknown_workshop_answers_everybody_alike(workshop: Held):
    who, message = workshop.actor("rapporteur"), adding(workshop, workshop.runtime.new_id())
    workshop.id = "nosuchworkshop"
    assert refusals(workshop.batch((who, message))) == ["workshop_unknown"]


def test_the_authoritys_own_rules_need_no_session(workshop: Held):
    note = workshop.write("Left alone")
    asked = system_request_for(workshop, note)
    assert refusals(workshop.batch(asked)) == [None]
    assert workshop.note(note).contribution.status == "submitted"


def set_pragma(held: Held, said: str) -> None:
    held.database.writer.close()
    with held.database.writes.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {said}")


def locked(held: Held) -> Iterator[None]:
    """Another process holds the write lock."""
    set_pragma(held, "busy_timeout=0")
    other = sqlite3.connect(held.database.writes.url.database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.close()


def full(held: Held) -> Iterator[None]:
    """The disk takes no further page."""
    set_pragma(held, "max_page_count=1")
    yield
    set_pragma(held, "max_page_count=1073741823")


def commit_fails(held: Held) -> Iterator[None]:
    """Everything goes well until COMMIT."""

    def _fail(_connection: Any) -> None:
        raise exc.OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

    event.listen(held.database.writes, "commit", _fail)
    yield
    event.remove(held.database.writes, "commit", _fail)


@pytest.mark.parametrize("planted", [locked, full, commit_fails])
def test_when_the_database_takes_nothing_nobody_is_answered(
    workshop: Held, planted: Callable[[Held], Iterator[None]]
):
    who, note = workshop.actor("rapporteur"), workshop.write("Safe.")
    words = "and more of them " * 100
    typing = workshop.command("edit_text", text=note, base=1, change=[words])
    adds = [(who, adding(workshop, workshop.runtime.new_id())) for _ in range(60)]
    with contextmanager(planted)(workshop), pytest.raises(CannotStore):
        workshop.batch((who, typing), *adds)
    assert workshop.note(note).contribution.text == "Safe."
    assert not workshop.bugs
    assert refusals(workshop.batch((who, typing), *adds)) == [None] * 61
    assert workshop.note(note).contribution.text == f"{words}Safe."


def test_what_was_stored_singly_is_answered_though_the_disk_fills_up_behind_it(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    """After a bug commands are tried one by one; an answer given by COMMIT is never lost."""
    who, note, turns = workshop.actor("rapporteur"), workshop.runtime.new_id(), []
    monkeypatch.setitem(USE_CASES, "set_note_kind", trips)

    def _second_commit_fails(_connection: Any) -> None:
        turns.append(1)
        if len(turns) > 1:
            raise exc.OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

    event.listen(workshop.database.writes, "commit", _second_commit_fails)
    batch = workshop.batch(
        (who, adding(workshop, note)),
        (who, workshop.command("edit_text", text=note, base=0, change=["Not stored"])),
        (who, workshop.command("set_note_kind", note=note, value="data")),
    )
    event.remove(workshop.database.writes, "commit", _second_commit_fails)
    assert refusals(batch) == [None]
    assert [request.command.kind for request in batch.unstored] == ["edit_text", "set_note_kind"]
    assert len(batch.events) == 1 and batch.last == batch.first + 1
    assert workshop.note(note).contribution.text == ""


def adding(held: Held, note: str, *, table: int = 1, sheet: str | None = None) -> dict[str, Any]:
    """The message that adds a note to a table's sheet."""
    place = {"sheet": sheet or held.sheet(table), "position": "V"}
    return held.command("add_note", note=note, kind="challenge", subtopic=None, **place)


def trips(*_: object) -> Any:
    """A use case with a bug."""
    raise ZeroDivisionError("a planted bug")


def system_request_for(held: Held, note: str) -> tuple[str, dict[str, Any]]:
    """What the pump sends when a note has been quiet for long."""
    message = held.command("submit_note", note=note)
    return system_request(message).session, message  # type: ignore[arg-type]
