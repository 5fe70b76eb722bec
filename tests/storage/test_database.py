"""The database: migrations, durability, one process, and one error people can be told about."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Integer, MetaData, Table, exc, select, text

from discussion.errors import DiscussionError
from discussion.storage.database import (
    CannotStore,
    Database,
    answers,
    only_process,
    open_database,
    savepoint,
    translated_failures,
)
from discussion.storage.tables import metadata, workshops


def differences(database: Database, wanted: MetaData) -> list[object]:
    """What a migration would still have to do."""
    with database.reads.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), wanted))


def test_migrations_from_nothing_make_the_tables_of_the_code(database: Database):
    assert differences(database, metadata) == []


def test_a_migration_somebody_forgot_is_found(database: Database):
    grown = MetaData()
    for table in metadata.tables.values():
        table.to_metadata(grown)
    Table("forgotten", grown, Column("id", Integer, primary_key=True))
    grown.tables["texts"].append_column(Column("colour", Integer))
    assert {each[0] for each in differences(database, grown)} == {"add_table", "add_column"}


def test_check_constraints_are_migrated_too(database: Database):
    """Alembic compares no CHECK; the names of ours must all stand in the database's own words."""
    with database.reading() as transaction:
        told = text("SELECT sql FROM sqlite_master WHERE type = 'table'")
        words = " ".join(transaction.execute(told).scalars())
    named = {c.name for t in metadata.tables.values() for c in t.constraints if c.name}
    assert len(named) >= 7
    assert {name for name in named if str(name) not in words} == set()


def test_opening_twice_changes_nothing(database: Database, tmp_path: Path):
    again = open_database(str(database.writes.url))
    assert differences(again, metadata) == []
    again.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_what_is_written_is_durable_and_holds_together(
    database: Database, pragma: str, value: object
):
    with database.writing() as transaction:
        assert transaction.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_reading_cannot_write(database: Database):
    with pytest.raises(CannotStore, match="readonly"), database.reading() as transaction:
        transaction.execute(text("DELETE FROM workshops"))


def test_a_reading_sees_one_moment_however_long_it_takes(database: Database):
    with database.reading() as transaction:
        assert people(transaction) == 0
        with database.writing() as writer:
            writer.execute(text("CREATE TABLE people_of_tests (id INTEGER)"))
        assert "people_of_tests" not in str(tables_of(transaction))
    with database.reading() as transaction:
        assert "people_of_tests" in str(tables_of(transaction))


def test_a_write_transaction_is_undone_whole_when_it_raises(database: Database):
    with pytest.raises(ZeroDivisionError), database.writing() as transaction:
        transaction.execute(text("CREATE TABLE half_done (id INTEGER)"))
        raise ZeroDivisionError
    with database.reading() as transaction:
        assert "half_done" not in str(tables_of(transaction))


def test_a_savepoint_is_undone_alone(database: Database):
    with database.writing() as transaction:
        transaction.execute(text("CREATE TABLE kept (id INTEGER)"))
        with pytest.raises(ZeroDivisionError), savepoint(transaction):
            transaction.execute(text("INSERT INTO kept VALUES (1)"))
            raise ZeroDivisionError
        transaction.execute(text("INSERT INTO kept VALUES (2)"))
    with database.reading() as transaction:
        assert list(transaction.execute(text("SELECT id FROM kept")).scalars()) == [2]


def test_a_locked_database_is_told_as_such(database: Database):
    with database.writes.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
    other = sqlite3.connect(str(database.writes.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CannotStore, match="locked") as told, database.writing():
        pass
    other.close()
    assert (told.value.code, told.value.status) == ("database_unavailable", 503)
    with database.writing():
        pass


def test_a_file_that_is_no_database_is_told_as_such(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("These are notes, not a database.\n" * 100)
    with pytest.raises(CannotStore, match="not a database"):
        open_database(f"sqlite:///{tmp_path / 'notes.txt'}")


def test_a_database_that_went_away_does_not_answer(database: Database):
    assert answers(database)
    database.close()
    Path(str(database.writes.url.database)).write_bytes(b"no longer a database" * 500)
    assert not answers(database)


@pytest.mark.parametrize("kind", [exc.IntegrityError, exc.ProgrammingError, exc.DataError])
def test_a_bug_of_ours_is_never_blamed_on_the_disk(kind: type[exc.DBAPIError]):
    with pytest.raises(kind), translated_failures():
        raise kind("", {}, Exception("ours"))


@pytest.mark.parametrize("kind", [exc.OperationalError, exc.DatabaseError])
def test_a_state_of_the_disk_is_told_to_people(kind: type[exc.DBAPIError]):
    with pytest.raises(CannotStore, match="disk I/O error"), translated_failures():
        raise kind("", {}, Exception("disk I/O error"))


def test_a_database_without_a_file_is_refused():
    with pytest.raises(DiscussionError, match="no file"):
        open_database("sqlite://")


HOLDS = """
import sys
from pathlib import Path
from discussion.storage.database import only_process
with only_process(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_one_process_serves_a_data_folder(tmp_path: Path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(DiscussionError) as told, only_process(tmp_path):
            pass
        assert told.value.code == "data_in_use"
        assert told.value.facts["process"] == str(holder.pid)
        holder.kill()
    with only_process(tmp_path / "a" / "new" / "folder"), only_process(tmp_path):
        pass


def people(transaction: object) -> int:
    """How many workshops there are; the first question fixes the moment."""
    return len(transaction.execute(select(workshops)).all())  # type: ignore[attr-defined]


def tables_of(transaction: object) -> list[str]:
    """The names of the tables."""
    names = text("SELECT name FROM sqlite_master")
    return list(transaction.execute(names).scalars())  # type: ignore[attr-defined]
