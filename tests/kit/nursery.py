"""Imports the house once and brings servers into the world as often as they are killed.

Run as a program: each line on standard input starts one, whose process id is written to the
pipe named by the first argument. Most of
a server's start is reading its code; a harness that kills hundreds cannot wait for that. A line
with ``--early`` brings up one that answers before it commits: the fault to be caught. One with
``--checkpoints`` moves its log into the database file after every few pages, so that a random
kill often falls into that. One with ``--troubled`` has the disk trouble that is named in the file
``trouble`` of the data folder, for as long as it is named there.
"""

import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, exc

from discussion.__main__ import main
from discussion.serving import serve  # noqa: F401 - read here, once, instead of in each child
from discussion.storage.database import Database, Transaction

EARLY, CHECKPOINTS, TROUBLED = "--early", "--checkpoints", "--troubled"
READ_ONLY, LOST, UNKNOWN = "read-only", "lost", "unknown"  # troubles
LATER = 0.1  # seconds from the first answer to the COMMIT that should have come before it


class Promises:
    """One open transaction that takes every write and is committed a little later."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.open: Any = None

    @contextmanager
    def writing(self, database: Database) -> Iterator[Transaction]:
        """Stands in for ``Database.writing``."""
        with self.lock:
            if self.open is None:
                self.open = database.writes.connect()
                self.open.begin()
                threading.Timer(LATER, self.commit).start()
            with self.open.begin_nested():
                yield self.open

    def commit(self) -> None:
        """Makes durable what was answered long ago."""
        with self.lock:
            self.open.commit()
            self.open.close()
            self.open = None


def answer_early() -> None:
    """Plants the fault."""
    promises = Promises()
    Database.writing = lambda self: promises.writing(self)  # type: ignore[assignment,method-assign]


def checkpoint_often() -> None:
    """Has SQLite checkpoint after nearly every commit instead of every thousand pages."""

    @event.listens_for(Engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA wal_autocheckpoint=4")


def suffer() -> None:
    """SQLite refuses to write, or COMMIT is reported as failed: before it, or after it was done."""
    file, writing = Path(os.environ["DISCUSSION_DATA"], "trouble"), Database.writing

    @contextmanager
    def troubled(database: Database) -> Iterator[Transaction]:
        now = file.read_text("ascii") if file.exists() else ""
        with writing(database) as transaction:
            transaction.exec_driver_sql(f"PRAGMA query_only={int(now == READ_ONLY)}")
            try:
                yield transaction
            finally:
                transaction.exec_driver_sql("PRAGMA query_only=0")  # else BEGIN fails for ever
            if now == UNKNOWN:
                transaction.exec_driver_sql("COMMIT")
            if now in (LOST, UNKNOWN):
                raise exc.OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

    Database.writing = troubled  # type: ignore[method-assign]


PLANS = {EARLY: answer_early, CHECKPOINTS: checkpoint_often, TROUBLED: suffer}


def bring_up(answers: int) -> None:
    """Forks a server for every line that comes in; its process id goes to ``answers``, a pipe."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the killed
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            options = line.split()
            for plan in PLANS.keys() & set(options):
                options.remove(plan)
                PLANS[plan]()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.close(answers)
            sys.argv = ["discussion", "serve", *options]
            os._exit(main())
        os.write(answers, f"{child}\n".encode())


if __name__ == "__main__":
    bring_up(int(sys.argv[1]))
