"""What was typed a moment ago is at hand, and never anything that is not in the log."""

import sqlite3

import pytest
from sqlalchemy import event, exc

from discussion.services.recent import CHANGES, Recent
from discussion.storage import log
from discussion.storage.database import CannotStore
from tests.kit.house import Held


def in_the_log(held: Held, note: str, version: int, until: int) -> list[object]:
    with held.database.reading() as transaction:
        last = log.since(transaction, held.id, 0, limit=100_000)[-1].number
        return list(log.changes_since(transaction, note, version, until=until, last=last))


def test_what_is_at_hand_is_what_the_log_says(workshop: Held):
    note = workshop.write("First")
    for words in ("second ", "third ", "fourth "):
        workshop.type(note, words)
    for version in range(4):
        at_hand = workshop.runtime.recent.since(note, version, until=4)
        assert at_hand == in_the_log(workshop, note, version, 4)


def test_only_the_last_changes_are_kept(workshop: Held):
    note = workshop.write("First")
    for number in range(CHANGES):
        workshop.type(note, f"{number} ")
    recent = workshop.runtime.recent
    assert len(recent.since(note, 1, until=CHANGES + 1) or ()) == CHANGES
    assert recent.since(note, 0, until=CHANGES + 1) is None


def test_whoever_is_behind_further_than_that_is_merged_by_the_log(workshop: Held):
    note = workshop.write("First")
    for number in range(CHANGES + 3):
        workshop.type(note, f"{number} ")
    facts = {"text": note, "base": 1, "change": [5, "!"]}
    workshop.act(workshop.actor("rapporteur"), "edit_text", **facts)
    assert workshop.note(note).contribution.text.endswith("First!")


def test_a_gap_makes_everything_before_it_forgotten(workshop: Held):
    note = workshop.write("First")
    workshop.type(note, "second ")
    with workshop.database.reading() as transaction:
        first, second = (e for e in log.history(transaction, note) if e.kind == "edit_text")
    recent = Recent()
    recent.keep([first])
    assert recent.since(note, 0, until=2) is None
    recent.keep([second])
    assert recent.since(note, 0, until=2) == [["First"], ["second "]]
    recent = Recent()
    recent.keep([second])
    assert recent.since(note, 0, until=2) is None


def test_what_was_not_committed_is_not_at_hand(workshop: Held):
    note = workshop.write("First")

    def fail(_connection: object) -> None:
        raise exc.OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

    event.listen(workshop.database.writes, "commit", fail)
    with pytest.raises(CannotStore):
        workshop.type(note, "never ")
    event.remove(workshop.database.writes, "commit", fail)
    assert workshop.runtime.recent.since(note, 1, until=2) is None
    workshop.type(note, "but this ")
    assert workshop.runtime.recent.since(note, 1, until=2) == [["but this "]]
