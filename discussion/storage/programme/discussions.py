"""Discussions: when tables discuss a topic, and whether they do now."""

from typing import Any

from sqlalchemy import select, update

from discussion.domain.programme import Discussion
from discussion.storage.database import Transaction
from discussion.storage.tables import discussions, items


def find_discussion(transaction: Transaction, discussion: str) -> Discussion | None:
    """The discussion with that id, or None."""
    row = transaction.execute(select(discussions).where(discussions.c.id == discussion)).first()
    return None if row is None else _discussion(row)


def list_discussions(transaction: Transaction, workshop: str) -> tuple[Discussion, ...]:
    """The workshop's discussions in the order of its programme."""
    rows = transaction.execute(
        select(discussions)
        .join(items, items.c.id == discussions.c.item)
        .where(discussions.c.workshop == workshop)
        .order_by(items.c.place)
    )
    return tuple(_discussion(row) for row in rows)


def write_discussion(transaction: Transaction, discussion: Discussion) -> None:
    """Stores a discussion's state and times."""
    transaction.execute(
        update(discussions)
        .where(discussions.c.id == discussion.id)
        .values(
            state=discussion.state,
            started_at=discussion.started_at,
            ends_at=discussion.ends_at,
            closed_at=discussion.closed_at,
        )
    )


def _discussion(row: Any) -> Discussion:
    return Discussion(**{field: getattr(row, field) for field in Discussion.__dataclass_fields__})
