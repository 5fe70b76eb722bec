"""What the watch asks of many sheets at once; must not know what the answers mean."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select

from discussion.domain.watch import Kept
from discussion.storage.database import Transaction
from discussion.storage.tables import contributions, sessions, sheets


def kept_of_sheets(
    transaction: Transaction, ids: Collection[str], *, begun_after: datetime
) -> dict[str, Kept]:
    """What is kept of tables' sheets, by sheet id; ``begun_after`` bounds the newest notes."""
    among = contributions.c.sheet.in_(ids)
    sums = {row.sheet: row for row in transaction.execute(_SUMS.where(among))}
    subtopics, lately = _subtopics(transaction, among), _lately(transaction, among, begun_after)
    held = transaction.execute(select(sheets).where(sheets.c.id.in_(ids))).all()
    seated = _seated(transaction, {row.table for row in held if row.table})
    return {
        row.id: Kept(
            state=row.state,
            seated=row.table in seated,
            lately=lately.get(row.id, ()),
            subtopics=subtopics.get(row.id, ()),
            **_sums(sums.get(row.id)),
        )
        for row in held
    }


_STANDS = contributions.c.status != "withdrawn"
_RETURNED = contributions.c.status == "returned"
_SUMS = select(
    contributions.c.sheet,
    func.max(contributions.c.typed_at).label("last_saved"),
    func.sum(case((_STANDS, 1), else_=0)).label("notes"),
    func.sum(case((_RETURNED, 1), else_=0)).label("returned"),
    func.min(case((_RETURNED, contributions.c.decided_at))).label("returned_since"),
).group_by(contributions.c.sheet)


def _sums(row: Any) -> dict[str, Any]:
    if row is None:
        return {}
    return {
        "last_saved": row.last_saved,
        "notes": row.notes,
        "returned": row.returned,
        "returned_since": row.returned_since,
    }


def _subtopics(transaction: Transaction, among: Any) -> dict[str, tuple[tuple[str, int], ...]]:
    found: defaultdict[str, tuple[tuple[str, int], ...]] = defaultdict(tuple)
    by = (contributions.c.sheet, contributions.c.subtopic)
    query = select(*by, func.count()).where(among, _STANDS, by[1].is_not(None)).group_by(*by)
    for sheet, subtopic, count in transaction.execute(query):
        found[sheet] += ((subtopic, count),)
    return found


def _lately(
    transaction: Transaction, among: Any, after: datetime
) -> dict[str, tuple[datetime, ...]]:
    found: defaultdict[str, tuple[datetime, ...]] = defaultdict(tuple)
    begun = contributions.c.created_at
    query = select(contributions.c.sheet, begun).where(among, _STANDS, begun > after)
    for sheet, at in transaction.execute(query):
        found[sheet] += (at,)
    return found


def _seated(transaction: Transaction, tables: Collection[str]) -> set[str]:
    query = select(sessions.c.table).where(sessions.c.table.in_(tables)).distinct()
    return {row.table for row in transaction.execute(query)}
