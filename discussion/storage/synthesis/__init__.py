"""Points and the contributions they are based on; their past is in the log."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from discussion.domain.languages import language_of
from discussion.domain.synthesis import GONE, Point
from discussion.storage.database import Transaction
from discussion.storage.tables import point_sources, points, texts

SourceRow = tuple[str, int]
"""A note and the number of the event that put it among a point's sources."""


def add_point(
    transaction: Transaction, point: Point, *, workshop: str, at: datetime, number: int
) -> None:
    """Keeps a new point with its first sources; its text must be there already."""
    transaction.execute(
        insert(points).values(
            id=point.id,
            workshop=workshop,
            topic=point.topic,
            subtopic=point.subtopic,
            kind=point.kind,
            status=point.status,
            position=point.position,
            settled=number,
            created_at=at,
        )
    )
    add_sources(transaction, point.id, point.sources, number=number)


def write_point(transaction: Transaction, point: str, **fields: Any) -> None:
    """Stores the given columns of a point."""
    transaction.execute(update(points).where(points.c.id == point).values(**fields))


def add_sources(transaction: Transaction, point: str, notes: Sequence[str], *, number: int) -> None:
    """Adds notes to what a point is based on; ``number`` is that of the event that did it."""
    put_back_sources(transaction, point, [(note, number) for note in notes])


def put_back_sources(transaction: Transaction, point: str, rows: Collection[SourceRow]) -> None:
    """Adds notes to what a point is based on, each under the number of an event of its own."""
    if rows:
        transaction.execute(
            insert(point_sources),
            [{"point": point, "contribution": note, "added": number} for note, number in rows],
        )


def remove_sources(transaction: Transaction, point: str, notes: Collection[str]) -> None:
    """Takes notes out of what a point is based on."""
    transaction.execute(
        delete(point_sources).where(
            point_sources.c.point == point, point_sources.c.contribution.in_(notes)
        )
    )


def find_point(transaction: Transaction, point: str) -> tuple[str, Point] | None:
    """Workshop and point with that id, or None."""
    row = transaction.execute(_points().where(points.c.id == point)).first()
    if row is None:
        return None
    return row.workshop, _point(row, _sources(transaction, points.c.id == point)[row.id])


def points_of_topic(transaction: Transaction, topic: str) -> tuple[Point, ...]:
    """A topic's points in their order, also those that were merged away or removed."""
    return _ordered(transaction, points.c.topic == topic)


def points_of_workshop(transaction: Transaction, workshop: str) -> tuple[Point, ...]:
    """Every point of a workshop that stands somewhere: documents never meet another."""
    return _ordered(transaction, (points.c.workshop == workshop) & points.c.status.not_in(GONE))


def points_merged_into(transaction: Transaction, point: str) -> tuple[str, ...]:
    """Ids of the points that were merged into another one."""
    rows = transaction.execute(select(points.c.id).where(points.c.merged_into == point))
    return tuple(row.id for row in rows)


def source_rows(transaction: Transaction, point: str) -> tuple[SourceRow, ...]:
    """What a point is based on, with the number of the event that added each note."""
    rows = transaction.execute(
        select(point_sources.c.contribution, point_sources.c.added)
        .where(point_sources.c.point == point)
        .order_by(point_sources.c.added, point_sources.c.contribution)
    )
    return tuple((row.contribution, row.added) for row in rows)


def rows_of_note(transaction: Transaction, note: str) -> tuple[tuple[str, int], ...]:
    """The points a note is a source of, with the number of the event that added it to each."""
    rows = transaction.execute(
        select(point_sources.c.point, point_sources.c.added)
        .where(point_sources.c.contribution == note)
        .order_by(point_sources.c.added)
    )
    return tuple((row.point, row.added) for row in rows)


def _points() -> Any:
    return select(points, texts.c.content, texts.c.version).join(texts, texts.c.id == points.c.id)


def _ordered(transaction: Transaction, condition: Any) -> tuple[Point, ...]:
    sources = _sources(transaction, condition)
    rows = transaction.execute(_points().where(condition).order_by(points.c.position, points.c.id))
    return tuple(_point(row, sources[row.id]) for row in rows)


def _sources(transaction: Transaction, condition: Any) -> dict[str, tuple[str, ...]]:
    rows = transaction.execute(
        select(point_sources.c.point, point_sources.c.contribution)
        .join(points, points.c.id == point_sources.c.point)
        .where(condition)
        .order_by(point_sources.c.added, point_sources.c.contribution)
    )
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        found[row.point] += (row.contribution,)
    return found


def _point(row: Any, sources: tuple[str, ...]) -> Point:
    return Point(
        id=row.id,
        topic=row.topic,
        subtopic=row.subtopic,
        kind=row.kind,
        statement=row.content,
        version=row.version,
        status=row.status,
        position=row.position,
        sources=sources,
        language=language_of(row.content, "en"),
        merged_into=row.merged_into,
        settled=row.settled,
    )
