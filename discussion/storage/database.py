"""Opens the database and its transactions; must not know what the rows mean.

Two engines on one file: a writing one, used by the single writing thread, whose transactions
take the write lock at once; and a reading one, used anywhere, that cannot write.
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, exc, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import StaticPool

from discussion.errors import DiscussionError

_BUGS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError)

Transaction = Connection
"""What services hand from one storage function to the next; they never look inside."""


class CannotStore(DiscussionError):
    """The database did not take a change: locked, read-only, full or gone. Nothing was changed."""

    def __init__(self, reason: str) -> None:
        super().__init__("database_unavailable", status=503, reason=reason)


class _Writer:
    """The writing connection, kept open: taking one up cost as much as a batch of keystrokes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = Lock()
        self._open: Connection | None = None

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction; after a failure the connection is given back, and is clean then."""
        with self._turn:
            connection, self._open = self._open or self._engine.connect(), None
            try:
                with connection.begin():
                    yield connection
            except BaseException:
                connection.close()
                raise
            self._open = connection

    def close(self) -> None:
        """Lets go of it, once whoever writes is done."""
        with self._turn:
            if self._open is not None:
                self._open.close()
                self._open = None


@dataclass(frozen=True)
class Database:
    """The two engines on one SQLite file."""

    reads: Engine
    writes: Engine
    writer: _Writer

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A read transaction: everything read inside belongs to one moment."""
        with translated_failures(), self.reads.begin() as transaction:
            yield transaction

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """The write transaction; committed durably when the block ends, else undone.

        Raises ``CannotStore`` when the database does not take it.
        """
        with translated_failures(), self.writer.transaction() as transaction:
            yield transaction

    @contextmanager
    def apart(self) -> Iterator[Transaction]:
        """A transaction on a copy of everything in memory, of which nothing is kept.

        What would hold up the writing thread for seconds is tried out in it, on any thread.
        """
        engine = create_engine("sqlite://", poolclass=StaticPool, hide_parameters=True)
        _begin_with(engine, "BEGIN", query_only=False)
        try:
            with translated_failures(), engine.connect() as copy:
                with self.reading() as source:
                    _driver(source).backup(_driver(copy))
                yield copy
        finally:
            engine.dispose()

    def close(self) -> None:
        """Lets go of the file."""
        self.writer.close()
        self.reads.dispose()
        self.writes.dispose()


def open_database(url: str) -> Database:
    """Opens the SQLite database at ``url`` and brings its tables up to date."""
    writes, reads = (
        create_engine(
            url,
            connect_args={"check_same_thread": False, "timeout": 5},
            hide_parameters=True,  # what people wrote stands in no error, and so in no log
        )
        for _ in range(2)
    )
    _begin_with(writes, "BEGIN IMMEDIATE", query_only=False)
    _begin_with(reads, "BEGIN", query_only=True)
    with translated_failures():
        _migrate(writes)
    return Database(reads, writes, _Writer(writes))


@contextmanager
def savepoint(transaction: Transaction) -> Iterator[None]:
    """A stretch of a transaction that is undone alone when it raises."""
    with transaction.begin_nested():
        yield


def answers(database: Database) -> bool:
    """Whether the database answers a question at this moment."""
    try:
        with database.reading() as transaction:
            return transaction.execute(text("SELECT 1")).scalar() == 1
    except CannotStore:
        return False


def takes(database: Database) -> None:
    """Stores what is there already; raises ``CannotStore`` when not even that can be stored."""
    with database.writing() as transaction:
        transaction.execute(text("UPDATE alembic_version SET version_num = version_num"))


@contextmanager
def only_process(folder: Path) -> Iterator[None]:
    """Holds the lock that says one process serves this data folder.

    Raises ``DiscussionError("data_in_use")`` when another process holds it. The system lets go
    of the lock when the process ends, however it ends. Raises ``CannotStore`` when the folder
    cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "serving.lock").open("a+")
    except OSError as failure:
        raise CannotStore(str(failure)) from None
    with file as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise DiscussionError(
                "data_in_use", folder=folder, process=lock.read().strip()
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


@contextmanager
def translated_failures() -> Iterator[None]:
    """Turns the driver's failures into the one error a person can be told about."""
    try:
        yield
    except (exc.OperationalError, exc.DatabaseError) as failure:
        if isinstance(failure, exc.IntegrityError | exc.ProgrammingError | exc.DataError):
            raise  # a bug of ours, not a state of the disk
        raise CannotStore(str(failure.orig)) from failure
    except sqlite3.DatabaseError as failure:  # of BEGIN, or of a prepared statement
        if isinstance(failure, _BUGS):
            raise
        raise CannotStore(str(failure)) from failure


def _begin_with(engine: Engine, statement: str, *, query_only: bool) -> None:
    """Makes SQLAlchemy, not the driver, say how each transaction begins."""

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",  # an acknowledged word survives a power cut
            "foreign_keys=ON",
            "secure_delete=ON",
            "cache_size=-32000",  # kB, as they are needed: what people type in stays at hand
            f"query_only={'ON' if query_only else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.connection.driver_connection.execute(statement)  # type: ignore[union-attr]


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(files("discussion.storage") / "migrations"))
    if make_url(str(engine.url)).database in (None, "", ":memory:"):
        raise DiscussionError("database_unavailable", status=503, reason="no file is named")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
