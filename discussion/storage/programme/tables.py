"""The tables people sit at, and their cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from discussion.domain.programme import Table
from discussion.storage.database import Transaction
from discussion.storage.programme.sheets import Sheet
from discussion.storage.rows import add_rows, fields
from discussion.storage.tables import sheets, tables


@dataclass(frozen=True)
class Card:
    """A table with the secrets' digests of its present card."""

    table: Table
    workshop: str
    generation: int


_ON_TOPIC = (
    select(tables.c.id, tables.c.number, tables.c.name, sheets.c.id, sheets.c.state)
    .join(sheets, sheets.c.table == tables.c.id)
    .where(sheets.c.topic == bindparam("topic"), tables.c.removed_at.is_(None))
    .order_by(tables.c.number)
)


def add_table(
    transaction: Transaction,
    workshop: str,
    table: Table,
    its_sheets: Sequence[Sheet],
    *,
    code_digest: str,
    token_digest: str,
) -> None:
    """A new table with its first card, and its sheets."""
    transaction.execute(
        insert(tables).values(
            **fields(table),
            workshop=workshop,
            card=1,
            code_digest=code_digest,
            token_digest=token_digest,
        )
    )
    add_rows(transaction, sheets, [fields(sheet) for sheet in its_sheets])


def is_table(transaction: Transaction, table: str) -> bool:
    """Whether a table anywhere has that id, or had it before it was taken out."""
    return transaction.execute(select(tables.c.id).where(tables.c.id == table)).first() is not None


def rename_table(transaction: Transaction, table: str, name: str) -> None:
    """Gives a table another name."""
    transaction.execute(update(tables).where(tables.c.id == table).values(name=name))


def remove_table(transaction: Transaction, table: str, at: datetime) -> None:
    """Takes a table out of the lists; its number stays used."""
    transaction.execute(update(tables).where(tables.c.id == table).values(removed_at=at))


def replace_card(
    transaction: Transaction,
    table: str,
    generation: int,
    *,
    code_digest: str,
    token_digest: str,
) -> None:
    """Puts a new card in force; the old one's secrets are unknown from now on."""
    transaction.execute(
        update(tables)
        .where(tables.c.id == table)
        .values(card=generation, code_digest=code_digest, token_digest=token_digest)
    )


def find_card(
    transaction: Transaction,
    *,
    table: str | None = None,
    code_digest: str | None = None,
    token_digest: str | None = None,
) -> Card | None:
    """The card of a table still at work, by its id or by the digest of one of its secrets."""
    query = select(tables).where(tables.c.removed_at.is_(None))
    chosen = {
        tables.c.id: table,
        tables.c.code_digest: code_digest,
        tables.c.token_digest: token_digest,
    }
    for column, value in chosen.items():
        if value is not None:
            query = query.where(column == value)
    row = transaction.execute(query).first()
    return None if row is None else Card(_table(row), row.workshop, row.card)


def list_cards(transaction: Transaction, workshop: str) -> tuple[Card, ...]:
    """The cards of the tables still at work, by table number."""
    rows = transaction.execute(
        select(tables)
        .where(tables.c.workshop == workshop, tables.c.removed_at.is_(None))
        .order_by(tables.c.number)
    )
    return tuple(Card(_table(row), row.workshop, row.card) for row in rows)


def list_tables(
    transaction: Transaction, workshop: str, *, removed: bool = False
) -> tuple[Table, ...]:
    """The tables by number; with the removed ones if asked."""
    query = select(tables).where(tables.c.workshop == workshop)
    if not removed:
        query = query.where(tables.c.removed_at.is_(None))
    return tuple(_table(row) for row in transaction.execute(query.order_by(tables.c.number)))


def tables_on_topic(
    transaction: Transaction, topic: str
) -> tuple[tuple[str, int, str, str, str], ...]:
    """Id, number and name of each table at work, with id and state of its sheet on the topic."""
    rows = transaction.execute(_ON_TOPIC, {"topic": topic})
    return tuple((table, number, name, sheet, state) for table, number, name, sheet, state in rows)


def next_table_number(transaction: Transaction, workshop: str) -> int:
    """The first number no table of the workshop ever had."""
    highest = transaction.execute(
        select(func.max(tables.c.number)).where(tables.c.workshop == workshop)
    ).scalar()
    return (highest or 0) + 1


def _table(row: Any) -> Table:
    return Table(id=row.id, number=row.number, name=row.name)
