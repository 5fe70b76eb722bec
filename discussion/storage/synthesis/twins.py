"""The words of a topic's notes and points, to look for what says nearly the same; nothing else."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Integer, and_, bindparam, select

from discussion.domain.contributions import UNSAID
from discussion.domain.synthesis import GONE
from discussion.storage.database import Transaction
from discussion.storage.prepared import Prepared, Row
from discussion.storage.tables import contributions, points, texts

_SAID = and_(*(contributions.c.status != unsaid for unsaid in sorted(UNSAID)))
_STANDS = and_(*(points.c.status != gone for gone in sorted(GONE)))


@dataclass(frozen=True)
class Words:
    """What a note or a point says, and the countries chosen beside it."""

    id: str
    text: str
    countries: tuple[str, ...] = ()


_NOTES = (
    select(contributions.c.id, texts.c.content, contributions.c.countries)
    .join(texts, texts.c.id == contributions.c.id)
    .where(contributions.c.topic == bindparam("topic"), _SAID)
)
_NEWEST = Prepared(
    _NOTES.order_by(contributions.c.created_at.desc(), contributions.c.id.desc()).limit(
        bindparam("limit", type_=Integer())
    )
)
_SOME = Prepared(
    _NOTES.where(contributions.c.id.in_(bindparam("ids", expanding=True))), listed="ids"
)
_POINTS = Prepared(
    select(points.c.id, texts.c.content)
    .join(texts, texts.c.id == points.c.id)
    .where(points.c.topic == bindparam("topic"), _STANDS)
)


def newest_words(transaction: Transaction, topic: str, *, limit: int) -> list[Words]:
    """So many of the notes that tables have said on a topic and not withdrawn, newest first."""
    return [_words(row) for row in _NEWEST.all(transaction, topic=topic, limit=limit)]


def words_of_notes(transaction: Transaction, topic: str, ids: Collection[str]) -> list[Words]:
    """Those of the notes that are said on the topic and not withdrawn."""
    return [_words(row) for row in _SOME.all(transaction, topic=topic, ids=ids)] if ids else []


def words_of_points(transaction: Transaction, topic: str) -> list[Words]:
    """The statements of the points that stand, also of those that have no words yet."""
    return [Words(id, text) for id, text in _POINTS.all(transaction, topic=topic)]


def _words(row: Row) -> Words:
    id, text, countries = row
    return Words(id, text, tuple(json.loads(countries)))
