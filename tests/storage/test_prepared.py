"""Prepared statements do what SQLAlchemy does with the same statement, only sooner."""

import sqlite3
from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, insert, literal, select

from discussion.storage import prepared
from discussion.storage.database import CannotStore, Database
from discussion.storage.prepared import Prepared
from discussion.storage.tables import workshops

AT = datetime(2025, 7, 8, 9, 0, 0, 5, tzinfo=UTC)
ROWS = [
    {
        "id": f"workshop{n}",
        "programme": "{}",
        "rehearsal": bool(n),
        "outcome_readers": "tables",
        "sequence": n,
        "head": bytes(32),
        "last_event_at": AT,
        "created_at": AT,
    }
    for n in range(5)
]
CHOSEN = select(workshops.c.id, workshops.c.sequence, workshops.c.head).where(
    workshops.c.id.in_(bindparam("ids", expanding=True)),
    workshops.c.created_at >= bindparam("at"),
    workshops.c.programme == literal("{}"),
)


def test_rows_are_written_and_read_as_by_sqlalchemy(database: Database):
    with database.writing() as transaction:
        Prepared(insert(workshops)).many(transaction, ROWS)
        held = transaction.execute(select(workshops)).mappings().all()
        assert [dict(row) for row in held] == ROWS
        for ids in ([], ["workshop1"], [f"workshop{n}" for n in range(5)], ["unknown"] * 300):
            values = {"ids": ids, "at": AT}
            expected = [tuple(row) for row in transaction.execute(CHOSEN, values)]
            assert Prepared(CHOSEN, listed="ids").all(transaction, **values) == expected
        assert len(expected) == 0 and prepared._rounded(300) == 512


def test_a_moment_without_a_zone_is_refused_here_too(database: Database):
    naive = AT.replace(tzinfo=None)
    with database.reading() as transaction, pytest.raises(ValueError, match="time zone"):
        Prepared(CHOSEN, listed="ids").all(transaction, ids=["x"], at=naive)


def test_a_failing_disk_is_told_as_one_and_a_bug_as_a_bug(database: Database):
    add = Prepared(insert(workshops))
    with pytest.raises(CannotStore), database.reading() as transaction:
        add.many(transaction, ROWS)  # a connection that only reads refuses to write
    with pytest.raises(sqlite3.IntegrityError), database.writing() as transaction:
        add.many(transaction, ROWS[:1] * 2)
