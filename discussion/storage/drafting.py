"""Paragraphs of the declaration, how it is to be written, passages of the other documents.

Their past is in the log.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from discussion.domain.drafting.paragraphs import Made, Paragraph
from discussion.domain.drafting.passages import Passage
from discussion.domain.languages import language_of
from discussion.storage.database import Transaction
from discussion.storage.tables import drafting_choices, events, paragraphs, passages, texts


@dataclass(frozen=True)
class Choices:
    """What a secretariat chose for its declaration."""

    profile: str = ""  # TOML; what it leaves out is as the OIC has it
    outcome: str = "declaration"


def add_paragraph(
    transaction: Transaction, paragraph: Paragraph, *, workshop: str, at: datetime
) -> None:
    """Keeps a new paragraph; its text must be there already."""
    transaction.execute(
        insert(paragraphs).values(
            id=paragraph.id,
            workshop=workshop,
            section=paragraph.section,
            topic=paragraph.topic,
            level=paragraph.level,
            position=paragraph.position,
            status=paragraph.status,
            points=list(paragraph.points),
            origin=paragraph.origin,
            slot=paragraph.slot,
            created_at=at,
            **_made(paragraph.made),
        )
    )


def write_paragraph(transaction: Transaction, paragraph: str, **fields: Any) -> None:
    """Stores the given columns of a paragraph; ``made`` is a ``Made`` or None."""
    columns = {name: value for name, value in fields.items() if name != "made"}
    if "made" in fields:
        columns |= _made(fields["made"])
    transaction.execute(update(paragraphs).where(paragraphs.c.id == paragraph).values(**columns))


def find_paragraph(transaction: Transaction, paragraph: str) -> tuple[str, Paragraph] | None:
    """Workshop and paragraph with that id, or None."""
    row = transaction.execute(_paragraphs().where(paragraphs.c.id == paragraph)).first()
    return None if row is None else (row.workshop, _paragraph(row))


def paragraphs_of_workshop(transaction: Transaction, workshop: str) -> tuple[Paragraph, ...]:
    """Every paragraph of a workshop, also those taken out, by place in their sections."""
    ordered = _paragraphs().order_by(paragraphs.c.position, paragraphs.c.id)
    rows = transaction.execute(ordered.where(paragraphs.c.workshop == workshop))
    return tuple(_paragraph(row) for row in rows)


def paragraphs_by_id(transaction: Transaction, ids: Collection[str]) -> tuple[Paragraph, ...]:
    """Those of the paragraphs that exist."""
    rows = transaction.execute(_paragraphs().where(paragraphs.c.id.in_(ids)))
    return tuple(_paragraph(row) for row in rows)


def has_slot(transaction: Transaction, workshop: str, slot: str) -> bool:
    """Whether a paragraph, be it taken out, was made for that slot."""
    mine = (paragraphs.c.workshop == workshop) & (paragraphs.c.slot == slot)
    return transaction.execute(select(paragraphs.c.id).where(mine)).first() is not None


def changed_since(transaction: Transaction, workshop: str, number: int) -> int:
    """How many paragraphs were added, edited, moved or taken out after event ``number``."""
    since = (events.c.workshop == workshop) & (events.c.number > number)
    subjects = select(events.c.subject).where(since & (events.c.kind != "settle_paragraph"))
    count = select(func.count()).where(paragraphs.c.id.in_(subjects))
    return int(transaction.execute(count).scalar_one())


def first_paragraph_at(transaction: Transaction, workshop: str) -> int | None:
    """The number of the event by which there was a paragraph for the first time, if ever."""
    added = (events.c.workshop == workshop) & (events.c.kind == "add_paragraph")
    found = transaction.execute(select(func.min(events.c.number)).where(added)).scalar_one()
    return None if found is None else int(found)


def passages_since(transaction: Transaction, workshop: str, number: int, document: str) -> int:
    """How many texts of a document were typed in after event ``number``."""
    since = (events.c.workshop == workshop) & (events.c.number > number)
    typed = select(events.c.subject).where(since & (events.c.kind == "edit_text"))
    mine = (passages.c.workshop == workshop) & (passages.c.document == document)
    count = select(func.count()).where(mine & passages.c.id.in_(typed))
    return int(transaction.execute(count).scalar_one())


def choices_of(transaction: Transaction, workshop: str) -> Choices:
    """What the secretariat chose, or what holds before it has."""
    found = select(drafting_choices).where(drafting_choices.c.workshop == workshop)
    row = transaction.execute(found).first()
    return Choices() if row is None else Choices(row.profile, row.outcome)


def choose(transaction: Transaction, workshop: str, choices: Choices) -> None:
    """Keeps what the secretariat chose."""
    mine = drafting_choices.c.workshop == workshop
    transaction.execute(delete(drafting_choices).where(mine))
    transaction.execute(
        insert(drafting_choices).values(
            workshop=workshop, profile=choices.profile, outcome=choices.outcome
        )
    )


def add_passage(
    transaction: Transaction, passage: Passage, *, workshop: str, topic: str | None, at: datetime
) -> None:
    """Keeps a new passage; its text must be there already."""
    transaction.execute(
        insert(passages).values(
            id=passage.id,
            workshop=workshop,
            topic=topic,
            document=passage.document,
            slot=passage.slot,
            basis=passage.basis,
            made=passage.made,
            created_at=at,
        )
    )


def settle_passage(transaction: Transaction, passage: str, made: Made) -> None:
    """A passage remembers what is generated at its slot now."""
    mine = passages.c.id == passage
    transaction.execute(update(passages).where(mine).values(**_made(made)))


def find_passage(transaction: Transaction, passage: str) -> tuple[str, str | None, Passage] | None:
    """Workshop, topic and passage with that id, or None."""
    row = transaction.execute(_passages().where(passages.c.id == passage)).first()
    return None if row is None else (row.workshop, row.topic, _passage(row))


def passages_of_workshop(transaction: Transaction, workshop: str) -> tuple[Passage, ...]:
    """Every passage somebody began, by document and slot."""
    ordered = _passages().order_by(passages.c.document, passages.c.slot)
    rows = transaction.execute(ordered.where(passages.c.workshop == workshop))
    return tuple(_passage(row) for row in rows)


def passages_by_id(transaction: Transaction, ids: Collection[str]) -> tuple[Passage, ...]:
    """Those of the passages that exist."""
    rows = transaction.execute(_passages().where(passages.c.id.in_(ids)))
    return tuple(_passage(row) for row in rows)


def has_passage(transaction: Transaction, workshop: str, document: str, slot: str) -> bool:
    """Whether somebody has begun to write there."""
    mine = (passages.c.workshop == workshop) & (passages.c.document == document)
    found = transaction.execute(select(passages.c.id).where(mine & (passages.c.slot == slot)))
    return found.first() is not None


def _passages() -> Any:
    joined = texts.c.id == passages.c.id
    return select(passages, texts.c.content, texts.c.version).join(texts, joined)


def _passage(row: Any) -> Passage:
    return Passage(
        id=row.id,
        document=row.document,
        slot=row.slot,
        text=row.content,
        version=row.version,
        basis=row.basis,
        made=row.made,
    )


def _paragraphs() -> Any:
    joined = texts.c.id == paragraphs.c.id
    return select(paragraphs, texts.c.content, texts.c.version).join(texts, joined)


def _made(made: Made | None) -> dict[str, str | None]:
    return {"basis": made.basis if made else None, "made": made.words if made else None}


def _paragraph(row: Any) -> Paragraph:
    return Paragraph(
        id=row.id,
        section=row.section,
        topic=row.topic,
        level=row.level,
        position=row.position,
        text=row.content,
        version=row.version,
        language=language_of(row.content, "en"),
        points=tuple(row.points),
        origin=row.origin,
        slot=row.slot,
        made=None if row.basis is None else Made(row.basis, row.made),
        status=row.status,
    )
