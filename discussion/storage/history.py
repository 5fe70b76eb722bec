"""What the history of a topic asks of the log; must not know what its events mean.

Typing on sheets is nearly all of a log and stands in no index by topic: it is looked through
between two numbers. All else a topic's index has.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select, text

from discussion.storage.database import Transaction
from discussion.storage.log import Event
from discussion.storage.tables import (
    DONE_ON_A_TOPIC,
    contributions,
    events,
    people,
    sessions,
    sheets,
    tables,
)

SECOND = timedelta(seconds=1)  # how exactly it is kept when a note was last typed in
_EVENTS = select(*(events.c[name] for name in Event.__dataclass_fields__))


@dataclass(frozen=True)
class Colleague:
    """Somebody who came by a link and sits at no table."""

    person: str
    name: str
    role: str


def number_before(transaction: Transaction, workshop: str, at: datetime, *, last: int) -> int:
    """The number of the last event before a moment, 0 for none; ``last``: of the log's last.

    Numbers follow time, so that a dozen moments are read and not all of them.
    """
    low, high = 0, last
    while low < high:
        middle = (low + high + 1) // 2
        found = moment_of(transaction, workshop, middle)
        low, high = (middle, high) if found is not None and found < at else (low, middle - 1)
    return low


def done_on_topic(
    transaction: Transaction,
    topic: str,
    *,
    span: range,
    kinds: Collection[str],
    by: Collection[str] | None,
    limit: int,
) -> tuple[Event, ...]:
    """What was done on a topic and typed in its points, by numbers of ``span``, newest first."""
    query = _EVENTS.where(events.c.topic == topic, text(f"({DONE_ON_A_TOPIC})"))
    query = query.where(events.c.kind.in_(kinds))
    return _newest(transaction, query, span, by, limit)


def typed_on_sheets(
    transaction: Transaction,
    workshop: str,
    topic: str,
    *,
    span: range,
    by: Collection[str] | None,
    limit: int,
) -> tuple[Event, ...]:
    """What was typed on a topic's sheets, newest first; a long ``span`` takes its time."""
    query = _EVENTS.where(
        events.c.workshop == workshop,
        events.c.topic == topic,
        events.c.kind == "edit_text",
        events.c.sheet.is_not(None),
    )
    return _newest(transaction, query, span, by, limit)


def typing_on_topic(transaction: Transaction, topic: str) -> tuple[datetime, datetime] | None:
    """Between when and when somebody typed on a topic's sheets, by a second; None for never."""
    begun, typed = contributions.c.created_at, contributions.c.typed_at
    query = select(func.min(begun), func.max(typed)).where(contributions.c.topic == topic)
    first, last = transaction.execute(query).one()
    return None if first is None else (first, last + 2 * SECOND)


def table_names(transaction: Transaction, ids: Collection[str]) -> dict[str, str]:
    """The names of the tables that sheets belong to, by sheet id; a plenary's has none."""
    rows = transaction.execute(
        select(sheets.c.id, tables.c.name)
        .join(tables, tables.c.id == sheets.c.table)
        .where(sheets.c.id.in_(ids))
    )
    return {row.id: row.name for row in rows}


def moment_of(transaction: Transaction, workshop: str, number: int) -> datetime | None:
    """When the event of that number happened, or the last one before it."""
    chosen = (events.c.workshop == workshop) & (events.c.number <= number)
    query = select(events.c.at).where(chosen).order_by(events.c.number.desc()).limit(1)
    return transaction.execute(query).scalar_one_or_none()


def colleagues(transaction: Transaction, workshop: str) -> tuple[Colleague, ...]:
    """Everybody who ever came by a link, by name."""
    rows = transaction.execute(
        select(people.c.id, people.c.name, sessions.c.role)
        .join(sessions, sessions.c.person == people.c.id)
        .where(sessions.c.workshop == workshop, sessions.c.role != "rapporteur")
        .order_by(people.c.name, people.c.id)
    )
    return tuple(Colleague(row.id, row.name, row.role) for row in rows)


def _newest(
    transaction: Transaction,
    query: Select[Any],
    span: range,
    by: Collection[str] | None,
    limit: int,
) -> tuple[Event, ...]:
    query = query.where(events.c.number >= span.start, events.c.number < span.stop)
    if by is not None:
        query = query.where(events.c.person.in_(by))
    rows = transaction.execute(query.order_by(events.c.number.desc()).limit(limit))
    return tuple(Event(*row) for row in rows)
