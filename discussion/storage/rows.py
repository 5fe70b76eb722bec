"""How values become rows here; must not know which."""

from typing import Any

from sqlalchemy import insert

from discussion.storage.database import Transaction


def add_rows(transaction: Transaction, table: Any, rows: list[dict[str, Any]]) -> None:
    """Inserts rows, if there are any."""
    if rows:
        transaction.execute(insert(table), rows)


def fields(value: Any) -> dict[str, Any]:
    """A dataclass's fields by name, one level deep."""
    return {field: getattr(value, field) for field in value.__dataclass_fields__}
