"""What opening a board, keeping it current and a bulk cost a house that serves nobody else.

Beside each the plain way: every note selected and sent, decisions as bare updates. The plain way
keeps no log and checks no right, which is why it may be quicker; it must not know of browsers.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import Any

from bench.board.costs import reading, spread, timed, traced
from bench.board.ground import House, moderator, opened
from bench.figures import Row
from discussion.domain.people import Actor
from discussion.live.commands import parse_command
from discussion.services import channels
from discussion.services.commands import Request, run_batch
from discussion.services.work import Runtime
from discussion.storage.database import Database, Transaction

FIRST, PAGE = 500, 2_000  # notes, as the board asks for them
BULK, BULKS = 200, 5
OURS, PLAIN = "discussion", "plain"
EVERYTHING = """
    SELECT c.*, t.content, t.version FROM contributions AS c JOIN texts AS t ON t.id = c.id
    WHERE c.topic = ? ORDER BY c.created_at DESC, c.id DESC"""


def measure(house: House) -> Iterator[Row]:
    """Every row of a house, one after the other; each says what, who and what it cost."""
    channel = f"board:{house.prepared.topic}"
    with opened(house) as (database, runtime):
        state: Any = None
        row, state = reading(database.reading, _opens(house, channel, FIRST))
        yield _row(f"opening: the first {FIRST} notes and all tables", OURS, row)
        row, _ = reading(database.reading, lambda t: _all_pages(t, house, channel))
        yield _row("opening: all notes, page by page", OURS, row)
        row, _ = reading(lambda: bare(house), partial(_selected, house))
        yield _row("opening: all notes, page by page", PLAIN, row)
        waiting = [note["id"] for note in _everything(database, house, channel)]
        yield from _bulks(house, database, runtime, waiting)
        ids = frozenset(note["id"] for note in state["notes"][:BULK])
        row, _ = reading(
            database.reading,
            lambda t: channels.coalesced(t, house.prepared.workshop, channel, ids),
        )
        yield _row(f"{BULK} notes that changed, for every board at once", OURS, row)


@contextmanager
def bare(house: House) -> Iterator[Any]:
    """The same file, without the house; a statement is one that was carried out."""
    with closing(sqlite3.connect(house.settings.database_path)) as connection:
        connection.row_factory = sqlite3.Row
        yield _Bare(connection)


def _bulks(
    house: House, database: Database, runtime: Runtime, waiting: Sequence[str]
) -> Iterator[Row]:
    channel, workshop = f"board:{house.prepared.topic}", house.prepared.workshop
    actor = moderator(house, database, runtime)
    took, statements, before = [], 0, _position(database, workshop)
    for number in range(BULKS):
        ids = waiting[number * BULK : (number + 1) * BULK]
        requests = _parking(runtime, actor, ids)
        with database.writing() as transaction:
            watch = traced(transaction)
        with watch as told:
            milliseconds, batch = timed(
                lambda r=requests: run_batch(database, runtime, workshop, r, _fail)
            )
        refused = [answer.refusal for answer in batch.answers if answer.refusal]
        if refused:
            raise refused[0]
        took.append(milliseconds)
        statements = len(told)
    row = {**spread(took), "statements": statements, "kb": None}
    yield _row(f"a bulk of {BULK} decisions", OURS, row)
    rest = waiting[BULKS * BULK : 2 * BULKS * BULK]
    yield _row(f"a bulk of {BULK} decisions", PLAIN, _bare_updates(house, rest))
    row, missed = reading(
        database.reading, lambda t: channels.catch_up(t, workshop, channel, before)
    )
    assert missed is not None and len(missed[1][0]["notes"]) == BULK * BULKS
    yield _row(f"catching up: {BULK * BULKS:,} decisions missed", OURS, row)
    row, _ = reading(lambda: bare(house), partial(_selected, house))
    yield _row(f"catching up: {BULK * BULKS:,} decisions missed", PLAIN, row)


def _row(what: str, who: str, figures: Row) -> Row:
    return {"part": "server", "what": what, "who": who, **figures}


def _opens(house: House, channel: str, first: int) -> Callable[[Transaction], Any]:
    return lambda t: channels.fresh(t, house.prepared.workshop, channel, first)[1]


def _all_pages(transaction: Transaction, house: House, channel: str) -> list[Any]:
    _, state = channels.fresh(transaction, house.prepared.workshop, channel, FIRST)
    told = [state]
    while told[-1]["rest"]:
        told.append(channels.page(transaction, channel, told[-1]["rest"], PAGE))
    return told


def _everything(database: Database, house: House, channel: str) -> list[Any]:
    with database.reading() as transaction:
        notes = [n for told in _all_pages(transaction, house, channel) for n in told["notes"]]
    return [note for note in notes if note["status"] == "submitted"]


def _position(database: Database, workshop: str) -> int:
    with database.reading() as transaction:
        return channels.position(transaction, workshop)


def _parking(runtime: Runtime, actor: Actor, ids: Sequence[str]) -> list[Request]:
    """What a page sends when its moderator parks so many chosen notes with one reason."""
    facts = {"do": "park_note", "version": 9, "state": "submitted", "reason": "unclear"}
    return [
        Request(
            actor.session,
            parse_command({"id": runtime.new_id(), "note": note, "remark": "", **facts}),
        )
        for note in ids
    ]


def _fail(bug: Exception, *_: object) -> None:
    raise bug


def _selected(house: House, bare: Any) -> list[dict[str, Any]]:
    rows = bare.driver_connection.execute(EVERYTHING, (house.prepared.topic,))
    return [dict(row) for row in rows]


def _bare_updates(house: House, ids: Sequence[str]) -> Row:
    update = "UPDATE contributions SET status = 'parked', reason = 'unclear' WHERE id = ?"
    took = []
    with bare(house) as plain:
        plain.driver_connection.execute("PRAGMA synchronous = FULL")
        for number in range(BULKS):
            part = [(note,) for note in ids[number * BULK : (number + 1) * BULK]]

            def all_of_it(part: list[tuple[str]] = part) -> None:
                with plain.driver_connection as connection:
                    for one in part:
                        connection.execute(update, one)

            took.append(timed(all_of_it)[0])
    return {**spread(took), "statements": BULK + 2, "kb": None}


class _Bare:
    """A connection in the shape in which statements are counted."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.driver_connection = connection
        self.connection = self
