"""Editions, what happened since one was built, and who decided; must not know any document."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, true

from discussion.domain.publications import Decider, Edition, read_file_key
from discussion.domain.translations import LANGUAGES
from discussion.storage.database import Transaction
from discussion.storage.tables import (
    contributions,
    edition_circulations,
    edition_files,
    editions,
    events,
    people,
    points,
    sessions,
    tables,
    texts,
    topics,
)


@dataclass(frozen=True)
class EditionFile:
    """One file of an edition, as it was written."""

    format: str  # or format and language, as ``file_key`` joins them
    name: str
    size: int  # bytes
    sha256: str  # hex

    @property
    def form(self) -> str:
        """Its format alone."""
        return read_file_key(self.format)[0]

    @property
    def language(self) -> str:
        """The further language it is in; "": the workshop's own."""
        return read_file_key(self.format)[1]


@dataclass(frozen=True)
class Circulation:
    """That an edition was handed out: to whom, when, and who wrote that down."""

    to: str
    at: datetime
    by: str  # person id
    name: str | None  # of that person


@dataclass(frozen=True)
class KeptEdition:
    """An edition with its files, in the order of their formats, and what became of it."""

    edition: Edition
    files: tuple[EditionFile, ...]
    builder: str | None = None  # the name of who built it
    circulations: tuple[Circulation, ...] = ()  # oldest first

    def file(self, form: str) -> EditionFile | None:
        """The file in that format, or format and language; None when there is none."""
        return next((file for file in self.files if file.format == form), None)

    @property
    def languages(self) -> tuple[str, ...]:
        """The further languages it was issued in, in the house's order."""
        there = {file.language for file in self.files}
        return tuple(language for language in LANGUAGES if language in there)


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
            built_by=edition.built_by,
        )
    )
    transaction.execute(
        insert(edition_files),
        [
            {"edition": edition.id, **{name: getattr(file, name) for name in _FILE}}
            for file in kept.files
        ],
    )


def add_circulation(
    transaction: Transaction, identity: str, edition: str, *, to: str, at: datetime, by: str
) -> None:
    """Writes down that an edition was handed out; ``by`` is a person's id."""
    transaction.execute(
        insert(edition_circulations).values(id=identity, edition=edition, to=to, at=at, by=by)
    )


def labels_of(transaction: Transaction, workshop: str, document: str) -> tuple[str, ...]:
    """The labels of a document's editions, oldest first."""
    rows = transaction.execute(
        select(editions.c.label)
        .where(editions.c.workshop == workshop, editions.c.document == document)
        .order_by(editions.c.number)
    )
    return tuple(rows.scalars())


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


def every_note(transaction: Transaction, workshop: str, topic: str | None) -> tuple[str, ...]:
    """Ids of a workshop's notes, or of one topic's, by topic, table and place; the plenary's last.

    A line nobody ever typed in is no note.
    """
    in_order = (topics.c.number.nulls_last(), tables.c.number, contributions.c.sheet)
    rows = transaction.execute(
        select(contributions.c.id)
        .join(texts, texts.c.id == contributions.c.id)
        .outerjoin(topics, topics.c.id == contributions.c.topic)
        .outerjoin(tables, tables.c.id == contributions.c.table)
        .where(contributions.c.workshop == workshop, texts.c.version > 0)
        .where(true() if topic is None else contributions.c.topic == topic)
        .order_by(*in_order, contributions.c.position, contributions.c.id)
    )
    return tuple(rows.scalars())


def counts_by_topic(transaction: Transaction, workshop: str) -> dict[str | None, int]:
    """How many notes ``every_note`` gives of each topic; those of the plenary under None."""
    rows = transaction.execute(
        select(contributions.c.topic, func.count())
        .join(texts, texts.c.id == contributions.c.id)
        .where(contributions.c.workshop == workshop, texts.c.version > 0)
        .group_by(contributions.c.topic)
    )
    return {row[0]: row[1] for row in rows}


def deciders(transaction: Transaction, workshop: str) -> dict[str, Decider]:
    """Everybody whose decision a note of the workshop bears, by person id."""
    decided = select(contributions.c.decided_by).where(contributions.c.workshop == workshop)
    rows = transaction.execute(
        select(people.c.id, sessions.c.role, people.c.name)
        .join(sessions, sessions.c.person == people.c.id)
        .where(people.c.workshop == workshop, people.c.id.in_(decided))
    )
    return {row.id: Decider(row.role, row.name) for row in rows}


def subjects_again(
    transaction: Transaction, workshop: str, *, kinds: Collection[str]
) -> frozenset[str]:
    """The subjects to which events of these kinds happened more than once."""
    rows = transaction.execute(
        select(events.c.subject)
        .where(events.c.workshop == workshop, events.c.kind.in_(kinds))
        .group_by(events.c.subject)
        .having(func.count() > 1)
    )
    return frozenset(row.subject for row in rows)


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
    handed_out = _circulations(transaction, condition)
    rows = transaction.execute(
        select(editions, people.c.name.label("builder"))
        .outerjoin(people, people.c.id == editions.c.built_by)
        .where(condition)
        .order_by(editions.c.document, editions.c.number.desc())
    )
    return tuple(
        KeptEdition(
            _edition(row, files[row.id]),
            tuple(files[row.id]),
            row.builder,
            tuple(handed_out[row.id]),
        )
        for row in rows
    )


def _circulations(transaction: Transaction, condition: Any) -> dict[str, list[Circulation]]:
    found = defaultdict(list)
    kept = edition_circulations
    for row in transaction.execute(
        select(kept, people.c.name)
        .join(editions, editions.c.id == kept.c.edition)
        .outerjoin(people, people.c.id == kept.c.by)
        .where(condition)
        .order_by(kept.c.at, kept.c.id)
    ):
        found[row.edition].append(Circulation(row.to, row.at, row.by, row.name))
    return found


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
        built_by=row.built_by,
    )
