"""The notes that points rest on, as far as it takes to count them; must not know what counts."""

from typing import NamedTuple

import orjson
from sqlalchemy import bindparam, or_, select

from discussion.domain.synthesis import IN_OUTPUTS
from discussion.storage.database import Transaction
from discussion.storage.prepared import Prepared
from discussion.storage.tables import contributions, point_sources, points


class Source(NamedTuple):
    """A note under a point: what it is counted by, and no words."""

    id: str
    table: str | None
    kind: str
    status: str
    countries: tuple[str, ...]
    agreed: bool
    said_by: str | None


_PUBLIC = or_(*(points.c.status == status for status in sorted(IN_OUTPUTS)))
_UNDER_PUBLIC_POINTS = (
    select(point_sources.c.contribution)
    .join(points, points.c.id == point_sources.c.point)
    .where(points.c.topic == bindparam("topic"), _PUBLIC)
)
_SOURCES = Prepared(
    select(*(contributions.c[name] for name in Source._fields)).where(
        contributions.c.id.in_(_UNDER_PUBLIC_POINTS)
    )
)


def public_sources(transaction: Transaction, topic: str) -> dict[str, Source]:
    """What the points of a topic rest on that outputs show, by the notes' ids."""
    return {row[0]: _source(*row) for row in _SOURCES.all(transaction, topic=topic)}


def _source(
    id: str,
    table: str | None,
    kind: str,
    status: str,
    countries: str,
    agreed: int,
    said_by: str | None,
) -> Source:
    return Source(id, table, kind, status, tuple(orjson.loads(countries)), bool(agreed), said_by)
