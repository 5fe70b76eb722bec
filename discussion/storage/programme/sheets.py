"""Sheets: where the notes of one table on one topic, or of the plenary on one item, stand."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from discussion.storage.database import Transaction
from discussion.storage.tables import sheets


@dataclass(frozen=True)
class Sheet:
    """The notes of one table on one topic, or of the plenary on one programme item."""

    id: str
    workshop: str
    table: str | None
    topic: str | None
    item: str | None
    state: str  # of domain.contributions.SHEET


def find_sheet(
    transaction: Transaction,
    *,
    sheet: str | None = None,
    table: str | None = None,
    topic: str | None = None,
    item: str | None = None,
) -> Sheet | None:
    """One sheet, by its id, by table and topic, or by programme item."""
    query = select(sheets)
    chosen = {
        sheets.c.id: sheet,
        sheets.c.table: table,
        sheets.c.topic: topic,
        sheets.c.item: item,
    }
    for column, value in chosen.items():
        if value is not None:
            query = query.where(column == value)
    row = transaction.execute(query).first()
    return None if row is None else _sheet(row)


def list_sheets(transaction: Transaction, workshop: str) -> tuple[Sheet, ...]:
    """Every sheet of the workshop."""
    rows = transaction.execute(select(sheets).where(sheets.c.workshop == workshop))
    return tuple(_sheet(row) for row in rows)


def write_sheet_state(transaction: Transaction, sheet: str, state: str) -> None:
    """Moves a sheet to another state."""
    transaction.execute(update(sheets).where(sheets.c.id == sheet).values(state=state))


def _sheet(row: Any) -> Sheet:
    return Sheet(row.id, row.workshop, row.table, row.topic, row.item, row.state)
