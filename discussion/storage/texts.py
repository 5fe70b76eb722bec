"""Versioned texts as they stand now; their changes are in the log."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import bindparam, func, insert, select, update

from discussion.storage.database import Transaction
from discussion.storage.prepared import Prepared
from discussion.storage.tables import (
    contributions,
    paragraphs,
    passages,
    points,
    sheets,
    texts,
    translations,
)


@dataclass(frozen=True)
class VersionedText:
    """What a text says, and how many changes made it so."""

    id: str
    workshop: str
    content: str
    version: int


class TypedText(NamedTuple):
    """A text with what decides whether somebody may type in it."""

    id: str
    workshop: str
    content: str
    version: int
    point: str | None  # its id again, when it is a point's statement
    sheet: str | None  # of a note, as all that follows but the topic
    table: str | None
    topic: str | None
    status: str | None
    late: int | None  # 0 or 1
    agreed: int | None  # likewise
    agreement_ended: int | None
    decided_text: str | None
    sheet_state: str | None
    typed_at: str | None  # ISO 8601, as it is kept
    paragraph: str | None  # its id again, when it is a paragraph's
    point_status: str | None
    passage: str | None  # its id again, when it is a passage's
    translation_of: str | None  # the text it is a translation of


_TYPED = Prepared(
    select(
        texts.c.id,
        texts.c.workshop,
        texts.c.content,
        texts.c.version,
        points.c.id,
        contributions.c.sheet,
        contributions.c.table,
        func.coalesce(contributions.c.topic, points.c.topic, paragraphs.c.topic, passages.c.topic),
        contributions.c.status,
        contributions.c.late,
        contributions.c.agreed,
        contributions.c.agreement_ended,
        contributions.c.decided_text,
        sheets.c.state,
        contributions.c.typed_at,
        paragraphs.c.id,
        points.c.status,
        passages.c.id,
        translations.c.of,
    )
    .select_from(texts)
    .outerjoin(contributions, contributions.c.id == texts.c.id)
    .outerjoin(sheets, sheets.c.id == contributions.c.sheet)
    .outerjoin(points, points.c.id == texts.c.id)
    .outerjoin(paragraphs, paragraphs.c.id == texts.c.id)
    .outerjoin(passages, passages.c.id == texts.c.id)
    .outerjoin(translations, translations.c.id == texts.c.id)
    .where(texts.c.id.in_(bindparam("ids", expanding=True))),
    listed="ids",
)
_WRITE = Prepared(
    update(texts)
    .where(texts.c.id == bindparam("text"))
    .values(content=bindparam("words"), version=bindparam("number"))
)


def add_text(transaction: Transaction, workshop: str, text: str, content: str) -> None:
    """A new text at version 0."""
    transaction.execute(
        insert(texts).values(id=text, workshop=workshop, content=content, version=0)
    )


def find_text(transaction: Transaction, text: str) -> VersionedText | None:
    """The text with that id, or None."""
    row = transaction.execute(select(texts).where(texts.c.id == text)).first()
    return None if row is None else VersionedText(row.id, row.workshop, row.content, row.version)


def typed_texts(transaction: Transaction, ids: Collection[str]) -> tuple[TypedText, ...]:
    """Those of the texts that exist, in one query."""
    return tuple(TypedText._make(row) for row in _TYPED.all(transaction, ids=ids))


def write_texts(transaction: Transaction, written: Collection[tuple[str, str, int]]) -> None:
    """Stores what texts say at their new versions: id, words, version."""
    rows = [{"text": text, "words": words, "number": number} for text, words, number in written]
    _WRITE.many(transaction, rows)
