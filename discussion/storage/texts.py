"""Versioned texts as they stand now; their changes are in the log."""

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from discussion.storage.database import Transaction
from discussion.storage.tables import texts


@dataclass(frozen=True)
class VersionedText:
    """What a text says, and how many changes made it so."""

    id: str
    workshop: str
    content: str
    version: int


def add_text(transaction: Transaction, workshop: str, text: str, content: str) -> None:
    """A new text at version 0."""
    transaction.execute(
        insert(texts).values(id=text, workshop=workshop, content=content, version=0)
    )


def find_text(transaction: Transaction, text: str) -> VersionedText | None:
    """The text with that id, or None."""
    row = transaction.execute(select(texts).where(texts.c.id == text)).first()
    return None if row is None else VersionedText(row.id, row.workshop, row.content, row.version)


def write_text(transaction: Transaction, text: str, content: str, version: int) -> None:
    """Stores what a text says at its new version."""
    transaction.execute(
        update(texts).where(texts.c.id == text).values(content=content, version=version)
    )
