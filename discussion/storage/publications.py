"""Editions and what happened since one was built; must not know how a document is made."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select

from discussion.domain.publications import Edition
from discussion.storage.database import Transaction
from discussion.storage.tables import edition_files, editions, events, points


@dataclass(frozen=True)
class EditionFile:
    """One file of an edition, as it was written."""

    format: str
    name: str
    size: int  # bytes
    sha256: str  # hex


@dataclass(frozen=True)
class KeptEdition:
    """An edition with its files, in the order of their formats."""

    edition: Edition
    files: tuple[EditionFile, ...]

    def file(self, form: str) -> EditionFile | None:
        """The file in that format, or None."""
        return next((file for file in self.files if file.format == form), None)


@dataclass(frozen=True)
class Change:
    """That one kind of event happened to one subject since an edition, once or more often."""

    kind: str
    subject: str
    point_status: str | None  # as it is now; None when the subject is no point


def add_edition(transaction: Transaction, kept: KeptEdition) -> None:
    """Keeps an edition and the hashes of its files."""
    edition = kept.edition
    transaction.execute(
        insert(editions).values(
            id=edition.id,
            workshop=edition.workshop,
            document=edition.document,
            number=edition.number,
            label=edition.label,
            symbol=edition.symbol,
            built_at=edition.built_at,
            sequence=edition.sequence,
            head=bytes.fromhex(edition.head),
            manifest=dict(edition.manifest),
        )
    )
    transaction.execute(
        insert(edition_files),
        [
            {"edition": edition.id, **{name: getattr(file, name) for name in _FILE}}
            for file in kept.files
        ],
    )


def next_number(transaction: Transaction, workshop: str, document: str) -> int:
    """The number of the document's next edition: 0 for the first one."""
    newest = transaction.execute(
        select(func.max(editions.c.number)).where(
            editions.c.workshop == workshop, editions.c.document == document
        )
    ).scalar()
    return 0 if newest is None else int(newest) + 1


def find_edition(transaction: Transaction, edition: str) -> KeptEdition | None:
    """The edition with that id, or None."""
    found = _kept(transaction, editions.c.id == edition)
    return found[0] if found else None


def list_editions(transaction: Transaction, workshop: str) -> tuple[KeptEdition, ...]:
    """Every edition of a workshop, each document's newest first."""
    return _kept(transaction, editions.c.workshop == workshop)


def changes_since(
    transaction: Transaction,
    workshop: str,
    number: int,
    *,
    kinds: Collection[str],
    topic: str | None = None,
) -> tuple[Change, ...]:
    """What happened after event ``number``, of these kinds and of one topic if given.

    Edits count where they are edits of a point's words.
    """
    happened = (
        (events.c.workshop == workshop)
        & (events.c.number > number)
        & events.c.kind.in_(kinds)
        & ((events.c.kind != "edit_text") | points.c.id.is_not(None))
    )
    if topic is not None:
        happened &= events.c.topic == topic
    rows = transaction.execute(
        select(events.c.kind, events.c.subject, points.c.status)
        .outerjoin(points, points.c.id == events.c.subject)
        .where(happened)
        .distinct()
    )
    return tuple(Change(row.kind, row.subject, row.status) for row in rows)


_FILE = tuple(EditionFile.__dataclass_fields__)


def _kept(transaction: Transaction, condition: Any) -> tuple[KeptEdition, ...]:
    files = defaultdict(list)
    for row in transaction.execute(
        select(edition_files)
        .join(editions, editions.c.id == edition_files.c.edition)
        .where(condition)
        .order_by(edition_files.c.format)
    ):
        files[row.edition].append(EditionFile(**{name: getattr(row, name) for name in _FILE}))
    rows = transaction.execute(
        select(editions).where(condition).order_by(editions.c.document, editions.c.number.desc())
    )
    return tuple(KeptEdition(_edition(row, files[row.id]), tuple(files[row.id])) for row in rows)


def _edition(row: Any, files: list[EditionFile]) -> Edition:
    return Edition(
        id=row.id,
        workshop=row.workshop,
        document=row.document,
        symbol=row.symbol,
        label=row.label,
        number=row.number,
        built_at=row.built_at,
        sha256={file.format: file.sha256 for file in files},
        sequence=row.sequence,
        head=row.head.hex(),
        manifest=row.manifest,
    )
