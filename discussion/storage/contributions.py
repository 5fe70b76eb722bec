"""Contributions as they stand; their words are in texts, their past in the log."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Integer, String, bindparam, func, insert, select, tuple_, update

from discussion.domain.contributions import Contribution, says_something
from discussion.domain.languages import language_of
from discussion.storage.database import Transaction
from discussion.storage.moments import Moment, as_told
from discussion.storage.prepared import Prepared
from discussion.storage.tables import contributions, texts


@dataclass(frozen=True)
class Note:
    """A contribution with what only its table and its moderators need."""

    contribution: Contribution
    workshop: str
    author: str  # person id
    typed_at: datetime  # to the second
    submitted_at: datetime | None
    decided_text: str | None  # the words the last decision was taken on
    decided_status: str | None
    decided_by: str | None  # person id
    decided_at: datetime | None


_NOTES = select(contributions, texts.c.content, texts.c.version).join(
    texts, texts.c.id == contributions.c.id
)
_IN_ORDER = (contributions.c.position, contributions.c.id)
_NOTE = _NOTES.where(contributions.c.id == bindparam("one"))
_ON_SHEET = _NOTES.where(contributions.c.sheet == bindparam("one")).order_by(*_IN_ORDER)
_BY_ID = _NOTES.where(contributions.c.id.in_(bindparam("ids", expanding=True))).order_by(*_IN_ORDER)
_READ_BACK = (
    select(contributions.c.id)
    .where(contributions.c.sheet == bindparam("sheet"), contributions.c.read_back)
    .order_by(*_IN_ORDER)
)
_PLAIN_COLUMNS = (
    contributions.c.id,
    contributions.c.table,
    texts.c.content.label("text"),
    texts.c.version,
    contributions.c.kind,
    contributions.c.subtopic,
    contributions.c.countries,
    contributions.c.agreed,
    contributions.c.said_by,
    contributions.c.status,
    contributions.c.question,
    contributions.c.answer,
    contributions.c.reason,
    contributions.c.remark,
    contributions.c.late,
    contributions.c.read_back,
    contributions.c.decided_text,
    contributions.c.decided_status,
    contributions.c.decided_by,
    contributions.c.created_at,
    contributions.c.typed_at,
)
_ALWAYS = ("text", "version")
_PLAIN_NAMES = tuple(str(column.name) for column in _PLAIN_COLUMNS)  # no strings of SQLAlchemy's
_PLAIN_ON_TOPIC = (
    select(*_PLAIN_COLUMNS)
    .join(texts, texts.c.id == contributions.c.id)
    .where(contributions.c.topic == bindparam("topic"))
)
_PLAIN = Prepared(
    _PLAIN_ON_TOPIC.where(contributions.c.id.in_(bindparam("ids", expanding=True))), listed="ids"
)
_ON_SHEETS = Prepared(
    select(contributions.c.id).where(contributions.c.sheet.in_(bindparam("ids", expanding=True))),
    listed="ids",
)
_MADE = (contributions.c.created_at, contributions.c.id)
_PLAIN_PAGE = Prepared(
    _PLAIN_ON_TOPIC.where(
        tuple_(*_MADE) < tuple_(bindparam("at", type_=Moment()), bindparam("id", type_=String()))
    )
    .order_by(*(column.desc() for column in _MADE))
    .limit(bindparam("limit", type_=Integer()))
)
_LAST = (datetime.max.replace(tzinfo=UTC), "")  # later than any note is made
_FIRST = (datetime.min.replace(tzinfo=UTC), "")
_TYPED = Prepared(
    update(contributions)
    .where(contributions.c.id.in_(bindparam("ids", expanding=True)))
    .values(typed_at=bindparam("at")),
    listed="ids",
)


def add_note(
    transaction: Transaction,
    contribution: Contribution,
    *,
    workshop: str,
    author: str,
) -> None:
    """Keeps a new note; its text must be there already."""
    transaction.execute(
        insert(contributions).values(
            id=contribution.id,
            workshop=workshop,
            sheet=contribution.sheet,
            table=contribution.table,
            topic=contribution.topic,
            kind=contribution.kind,
            subtopic=contribution.subtopic,
            countries=list(contribution.countries),
            status=contribution.status,
            position=contribution.position,
            late=contribution.late,
            read_back=contribution.read_back,
            author=author,
            created_at=contribution.created_at,
            typed_at=contribution.created_at,
        )
    )


def write_note(transaction: Transaction, note: str, **fields: Any) -> None:
    """Stores the given columns of a note."""
    transaction.execute(update(contributions).where(contributions.c.id == note).values(**fields))


def write_typed(transaction: Transaction, notes: Collection[str], at: datetime) -> None:
    """Stores when somebody last typed in these notes."""
    if notes:
        _TYPED.all(transaction, ids=notes, at=at)


def find_note(transaction: Transaction, note: str) -> Note | None:
    """The note with that id, or None."""
    row = transaction.execute(_NOTE, {"one": note}).first()
    return None if row is None else _note(row)


def notes_of_sheet(transaction: Transaction, sheet: str) -> tuple[Note, ...]:
    """A sheet's notes in their order."""
    return tuple(_note(row) for row in transaction.execute(_ON_SHEET, {"one": sheet}))


def read_back_notes(transaction: Transaction, sheet: str) -> tuple[str, ...]:
    """Ids of the notes a sheet's table has confirmed, in their order."""
    return tuple(transaction.execute(_READ_BACK, {"sheet": sheet}).scalars())


def notes_of_workshop(transaction: Transaction, workshop: str) -> tuple[Note, ...]:
    """Every note of a workshop."""
    rows = transaction.execute(
        _NOTES.where(contributions.c.workshop == workshop).order_by(*_IN_ORDER)
    )
    return tuple(_note(row) for row in rows)


def notes_by_id(transaction: Transaction, ids: Collection[str]) -> tuple[Note, ...]:
    """Those of the notes that exist."""
    return tuple(_note(row) for row in transaction.execute(_BY_ID, {"ids": list(ids)}))


def plain_notes(transaction: Transaction, topic: str, ids: Collection[str]) -> list[dict[str, Any]]:
    """Those of the notes that stand on the topic, as plain values under their columns' names.

    What is empty is left out, but for words and version: of twenty columns it fills eleven.
    """
    return [_plain(row) for row in _PLAIN.all(transaction, topic=topic, ids=ids)]


def with_notes_of_sheets(transaction: Transaction, ids: Collection[str]) -> frozenset[str]:
    """The ids, and those of all notes on the sheets among them."""
    found = _ON_SHEETS.all(transaction, ids=ids) if ids else ()
    return frozenset(ids).union(note for (note,) in found)


def plain_page(
    transaction: Transaction, topic: str, *, before: str | None, limit: int
) -> list[dict[str, Any]]:
    """A topic's notes as ``plain_notes`` has them, newest first: those made before another one."""
    made: Any = _LAST
    if before is not None:
        made = transaction.execute(select(*_MADE).where(contributions.c.id == before)).first()
    at, note = made or _FIRST
    rows = _PLAIN_PAGE.all(transaction, topic=topic, at=at, id=note, limit=limit)
    return [_plain(row) for row in rows]


def quiet_notes(transaction: Transaction, before: datetime) -> tuple[tuple[str, str], ...]:
    """Workshop and id of notes being written that nobody has typed in since ``before``."""
    rows = transaction.execute(
        select(contributions.c.workshop, contributions.c.id, texts.c.content)
        .join(texts, texts.c.id == contributions.c.id)
        .where(
            contributions.c.status == "writing",
            contributions.c.typed_at < before,
        )
    )
    return tuple((row.workshop, row.id) for row in rows if says_something(row.content))


def counts_by_table(transaction: Transaction, topic: str) -> dict[str, dict[str, int]]:
    """How many notes each table has in which state on a topic, by table id."""
    rows = transaction.execute(
        select(contributions.c.table, contributions.c.status, func.count())
        .where(contributions.c.topic == topic, contributions.c.table.is_not(None))
        .group_by(contributions.c.table, contributions.c.status)
    )
    counts: dict[str, dict[str, int]] = {}
    for table, status, count in rows:
        counts.setdefault(table, {})[status] = count
    return counts


def table_has_notes(transaction: Transaction, table: str) -> bool:
    """Whether a table has written anything on any topic."""
    return (
        transaction.execute(
            select(contributions.c.id).where(contributions.c.table == table).limit(1)
        ).first()
        is not None
    )


def _plain(row: tuple[Any, ...]) -> dict[str, Any]:
    named = zip(_PLAIN_NAMES, row, strict=True)
    note = {name: value for name, value in named if value or name in _ALWAYS}
    note |= {name: True for name in ("late", "read_back", "agreed") if name in note}
    countries = json.loads(note.pop("countries"))
    if countries:
        note["countries"] = countries
    if note.get("decided_text") == note["text"]:
        del note["decided_text"]
    return note | {name: as_told(note[name]) for name in ("created_at", "typed_at")}


def _note(row: Any) -> Note:
    return Note(
        contribution=Contribution(
            id=row.id,
            sheet=row.sheet,
            table=row.table,
            topic=row.topic,
            text=row.content,
            version=row.version,
            kind=row.kind,
            subtopic=row.subtopic,
            countries=tuple(row.countries),
            status=row.status,
            position=row.position,
            question=row.question,
            answer=row.answer,
            reason=row.reason,
            remark=row.remark,
            late=row.late,
            read_back=row.read_back,
            language=language_of(row.content, "en"),
            created_at=row.created_at,
            agreed=row.agreed,
            said_by=row.said_by,
            agreement_ended=row.agreement_ended,
            agreement_lost_by=row.agreement_lost_by,
        ),
        workshop=row.workshop,
        author=row.author,
        typed_at=row.typed_at,
        submitted_at=row.submitted_at,
        decided_text=row.decided_text,
        decided_status=row.decided_status,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )
