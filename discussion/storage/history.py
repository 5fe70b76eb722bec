"""What the history of a topic asks of the log; must not know what its events mean.

Typing on sheets is nearly all of a log and stands in no index by topic: it is looked through
between two numbers. All else a topic's index has.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Integer, bindparam, func, select, text

from discussion.storage.database import Transaction
from discussion.storage.prepared import Prepared
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


class Trace(NamedTuple):
    """That something happened, as far as it takes to find where a sitting ends."""

    number: int
    at: datetime
    person: str
    kind: str
    subject: str
    payload: str | None


_TRACES = select(*(events.c[name] for name in Trace._fields)).order_by(events.c.number.desc())
_AMONG = (
    events.c.number >= bindparam("start"),
    events.c.number < bindparam("stop"),
)
_TYPED = _TRACES.where(
    events.c.workshop == bindparam("one"),
    events.c.topic == bindparam("on"),
    events.c.kind == "edit_text",
    events.c.sheet.is_not(None),
    *_AMONG,
).limit(bindparam("most", type_=Integer()))
_TYPED_BY_ANY = Prepared(_TYPED)
_TYPED_BY = Prepared(
    _TYPED.where(events.c.person.in_(bindparam("by", expanding=True))), listed="by"
)


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
) -> list[Trace]:
    """What was done on a topic and typed in its points, by numbers of ``span``, newest first."""
    query = _TRACES.where(events.c.topic == topic, text(f"({DONE_ON_A_TOPIC})"), *_AMONG)
    query = query.where(events.c.kind.in_(kinds)).limit(limit)
    if by is not None:
        query = query.where(events.c.person.in_(by))
    rows = transaction.execute(query, {"start": span.start, "stop": span.stop})
    return [Trace(*row) for row in rows]


def typed_on_sheets(
    transaction: Transaction,
    workshop: str,
    topic: str,
    *,
    span: range,
    by: Collection[str] | None,
    limit: int,
) -> list[Trace]:
    """What was typed on a topic's sheets, newest first; a long ``span`` takes its time."""
    asked = {"one": workshop, "on": topic, "start": span.start, "stop": span.stop, "most": limit}
    if by is None:
        rows = _TYPED_BY_ANY.all(transaction, **asked)
    else:
        rows = _TYPED_BY.all(transaction, **asked, by=by) if by else []
    read = datetime.fromisoformat
    return [Trace(number, read(at), *rest) for number, at, *rest in rows]


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
