"""Points and the contributions they are based on."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from discussion.domain.languages import language_of
from discussion.domain.synthesis import Point
from discussion.storage.database import Transaction
from discussion.storage.tables import point_sources, points, texts


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
            created_at=at,
        )
    )
    add_sources(transaction, point.id, point.sources, number=number)


def write_point(transaction: Transaction, point: str, **fields: Any) -> None:
    """Stores the given columns of a point."""
    transaction.execute(update(points).where(points.c.id == point).values(**fields))


def add_sources(transaction: Transaction, point: str, notes: Sequence[str], *, number: int) -> None:
    """Adds notes to what a point is based on; ``number`` is that of the event that did it."""
    if notes:
        transaction.execute(
            insert(point_sources),
            [{"point": point, "contribution": note, "added": number} for note in notes],
        )


def remove_source(transaction: Transaction, point: str, note: str) -> None:
    """Takes a note out of what a point is based on."""
    transaction.execute(
        delete(point_sources).where(
            point_sources.c.point == point, point_sources.c.contribution == note
        )
    )


def find_point(transaction: Transaction, point: str) -> tuple[str, Point] | None:
    """Workshop and point with that id, or None."""
    row = transaction.execute(_points().where(points.c.id == point)).first()
    if row is None:
        return None
    return row.workshop, _point(row, _sources(transaction, points.c.id == point)[row.id])


def points_of_topic(transaction: Transaction, topic: str) -> tuple[Point, ...]:
    """A topic's points in their order."""
    return _ordered(transaction, points.c.topic == topic)


def points_of_workshop(transaction: Transaction, workshop: str) -> tuple[Point, ...]:
    """Every point of a workshop."""
    return _ordered(transaction, points.c.workshop == workshop)


def points_on(transaction: Transaction, note: str) -> tuple[str, ...]:
    """Ids of the points a note is a source of."""
    rows = transaction.execute(
        select(point_sources.c.point).where(point_sources.c.contribution == note)
    )
    return tuple(row.point for row in rows)


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
    )
