"""The log: audit, history and feed in one; must not know what its events mean."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import orjson
from sqlalchemy import CTE, bindparam, func, insert, literal, select, union_all, update

from discussion.storage.database import Transaction
from discussion.storage.prepared import Prepared
from discussion.storage.tables import (
    STRETCH_BITS,
    chain_links,
    contributions,
    events,
    points,
    workshops,
)


@dataclass(frozen=True)
class Event:
    """Something that happened: a header, and a payload that can be erased one day."""

    number: int
    at: datetime
    person: str
    kind: str
    subject: str
    version: int | None
    command: str
    digest: bytes
    salt: bytes | None
    payload: str | None  # JSON; None once erased or compacted
    sheet: str | None
    topic: str | None

    @cached_property
    def facts(self) -> Mapping[str, Any]:
        """The payload as a mapping; empty once erased."""
        return orjson.loads(self.payload) if self.payload else {}


_FIELDS = tuple(Event.__dataclass_fields__)


@dataclass(frozen=True)
class Turn:
    """Where the log stands when a batch begins."""

    sequence: int
    head: bytes


_TURN = Prepared(
    select(workshops.c.sequence, workshops.c.head).where(workshops.c.id == bindparam("one"))
)
_ANSWERED = Prepared(
    select(events.c.command, events.c.number, events.c.version).where(
        events.c.workshop == bindparam("one"),
        events.c.command.in_(bindparam("ids", expanding=True)),
    ),
    listed="ids",
)
_APPEND = Prepared(
    insert(events).values({name: bindparam(name) for name in ("workshop", *_FIELDS)})
)
_LINK = Prepared(insert(chain_links))
_ADVANCE = Prepared(
    update(workshops)
    .where(workshops.c.id == bindparam("one"))
    .values(sequence=bindparam("sequence"), head=bindparam("head"), last_event_at=bindparam("at"))
)


def _stretches(first: Any) -> CTE:
    """The stretches of the log from ``first`` on, the last one first."""
    last = select((func.max(workshops.c.sequence).op(">>")(STRETCH_BITS)).label("stretch"))
    stretches = last.cte("stretches", recursive=True)
    before = select(stretches.c.stretch - 1).where(stretches.c.stretch > first)
    return stretches.union_all(before)


_ALL_STRETCHES = _stretches(0)
_CHANGES = Prepared(
    select(events.c.version, events.c.payload).where(
        events.c.stretch.in_(bindparam("stretches", expanding=True)),
        events.c.subject == bindparam("text"),
        events.c.version > bindparam("after"),
        events.c.version <= bindparam("until"),
        events.c.kind == "edit_text",
        events.c.payload.is_not(None),
    ),
    listed="stretches",
)


def take_turn(transaction: Transaction, workshop: str) -> Turn | None:
    """Takes the workshop's counter row, so that numbers and hashes follow the order of commits.

    None when there is no such workshop.
    """
    found = _TURN.all(transaction, one=workshop)
    return Turn(*found[0]) if found else None


def answered(
    transaction: Transaction, workshop: str, commands: Collection[str]
) -> dict[str, tuple[int, int | None]]:
    """Number and version of the events that known commands led to, by command id."""
    rows = _ANSWERED.all(transaction, one=workshop, ids=commands)
    return {command: (number, version) for command, number, version in rows}


def append(transaction: Transaction, workshop: str, happened: Sequence[Event], head: bytes) -> None:
    """Adds the events of one batch and the chain's link over them."""
    _APPEND.many(transaction, [{"workshop": workshop, **_row(event)} for event in happened])
    first, last = happened[0].number, happened[-1].number
    _LINK.all(transaction, workshop=workshop, first=first, last=last, hash=head)
    _ADVANCE.all(transaction, one=workshop, sequence=last, head=head, at=happened[-1].at)


def since(
    transaction: Transaction,
    workshop: str,
    number: int,
    *,
    sheet: str | None = None,
    topic: str | None = None,
    limit: int,
    before: int | None = None,
) -> tuple[Event, ...]:
    """The events after ``number``, of one sheet or topic if given, oldest first, up to a limit.

    ``before``: those before that number, and of too many the newest.
    """
    query = select(events).where(events.c.number > number)
    if before is not None:
        query = query.where(events.c.number < before)
    if sheet is not None or topic is not None:
        stretches = _stretches(number >> STRETCH_BITS)
        query = query.join_from(stretches, events, events.c.stretch == stretches.c.stretch)
    if sheet is not None:
        on_it = select(contributions.c.id).where(contributions.c.sheet == sheet)
        query = query.where(events.c.subject.in_(union_all(on_it, select(literal(sheet)))))
    elif topic is not None:
        on_it = select(points.c.id).where(points.c.topic == topic)
        query = query.where(events.c.subject.in_(on_it))
    else:  # named beside the others, it would lead SQLite through everything since
        query = query.where(events.c.workshop == workshop)
    order = events.c.number if before is None else events.c.number.desc()
    rows = transaction.execute(query.order_by(order).limit(limit)).all()
    return tuple(_event(row) for row in (rows if before is None else reversed(rows)))


def notes_since(
    transaction: Transaction, workshop: str, number: int, topic: str, *, limit: int
) -> tuple[str, ...]:
    """Ids of the notes and sheets of a topic that something happened to after ``number``."""
    rows = transaction.execute(
        select(events.c.subject)
        .where(events.c.workshop == workshop, events.c.number > number, events.c.topic == topic)
        .where(events.c.sheet.is_not(None))
        .distinct()
        .limit(limit)
    )
    return tuple(rows.scalars())


def happened(transaction: Transaction, workshop: str, number: int, kind: str) -> bool:
    """Whether anything of that kind happened after ``number``."""
    since = (events.c.workshop == workshop) & (events.c.number > number)
    query = select(events.c.number).where(since, events.c.kind == kind).limit(1)
    return transaction.execute(query).first() is not None


def changes_since(
    transaction: Transaction, text: str, version: int, *, until: int, last: int
) -> tuple[list[Any], ...]:
    """The changes of a text after ``version`` up to ``until``, oldest first.

    Fewer than the versions between them once some are compacted. ``last`` is the number of the
    log's last event.
    """
    found: list[tuple[Any, ...]] = []
    newest = last >> STRETCH_BITS
    for stretches in (range(max(0, newest - 1), newest + 1), range(newest - 1)):
        if stretches and len(found) < until - version:
            found += _CHANGES.all(
                transaction, text=text, after=version, until=until, stretches=stretches
            )
    return tuple(orjson.loads(payload)["change"] for _, payload in sorted(found))


def history(
    transaction: Transaction, subject: str, *, after: int = 0, kinds: Collection[str] = ()
) -> tuple[Event, ...]:
    """What happened to one subject after an event's number, oldest first; of some kinds, if given.

    Most of what happens to a text is typing, so whoever looks for less should say so.
    """
    stretches = _stretches(after >> STRETCH_BITS) if after else _ALL_STRETCHES
    query = (
        select(events)
        .join_from(stretches, events, events.c.stretch == stretches.c.stretch)
        .where(events.c.subject == subject, events.c.number > after)
    )
    if kinds:
        query = query.where(events.c.kind.in_(kinds))
    rows = transaction.execute(query.order_by(events.c.number))
    return tuple(_event(row) for row in rows)


def edits_since(transaction: Transaction, text: str, version: int) -> tuple[Event, ...]:
    """The edits of a text after a version, oldest first."""
    rows = transaction.execute(
        select(events)
        .join_from(_ALL_STRETCHES, events, events.c.stretch == _ALL_STRETCHES.c.stretch)
        .where(events.c.subject == text, events.c.kind == "edit_text", events.c.version > version)
        .order_by(events.c.number)
    )
    return tuple(_event(row) for row in rows)


def find_event(transaction: Transaction, workshop: str, command: str) -> Event | None:
    """The event that a command led to, or None."""
    chosen = (events.c.workshop == workshop) & (events.c.command == command)
    row = transaction.execute(select(events).where(chosen)).first()
    return None if row is None else _event(row)


def events_numbered(
    transaction: Transaction, workshop: str, numbers: Collection[int]
) -> tuple[Event, ...]:
    """The events with these numbers, oldest first."""
    chosen = (events.c.workshop == workshop) & events.c.number.in_(numbers)
    rows = transaction.execute(select(events).where(chosen).order_by(events.c.number))
    return tuple(_event(row) for row in rows)


def chain(transaction: Transaction, workshop: str) -> tuple[tuple[int, int, bytes], ...]:
    """The chain's links: first and last event number, and hash."""
    rows = transaction.execute(
        select(chain_links).where(chain_links.c.workshop == workshop).order_by(chain_links.c.last)
    )
    return tuple((row.first, row.last, row.hash) for row in rows)


def _row(event: Event) -> dict[str, Any]:
    return {field: getattr(event, field) for field in _FIELDS}


def _event(row: Any) -> Event:
    return Event(**{field: getattr(row, field) for field in _FIELDS})
