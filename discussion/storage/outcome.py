"""What is kept of what became of notes: their points, and where those stand in editions."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Integer, func, insert, select, update

from discussion.domain.contributions import UNSAID
from discussion.domain.outcome import Count, Note, Place, Standing
from discussion.storage.database import Transaction
from discussion.storage.tables import (
    contributions,
    edition_places,
    editions,
    point_sources,
    points,
    sheets,
    texts,
    workshops,
)


def readers(transaction: Transaction, workshop: str) -> str | None:
    """Who may read a workshop's pages, out of ``READERS``; None without such a workshop."""
    return transaction.execute(
        select(workshops.c.outcome_readers).where(workshops.c.id == workshop)
    ).scalar()


def write_readers(transaction: Transaction, workshop: str, chosen: str) -> None:
    """Stores who may read a workshop's pages."""
    transaction.execute(
        update(workshops).where(workshops.c.id == workshop).values(outcome_readers=chosen)
    )


def notes_of_table(transaction: Transaction, table: str) -> tuple[Note, ...]:
    """Every note of a table in the order of its sheets, with the points it stands in.

    What was begun and left without words was never said and is left out.
    """
    standings = _standings(transaction, table)
    rows = transaction.execute(
        select(contributions, texts.c.content)
        .join(sheets, sheets.c.id == contributions.c.sheet)
        .join(texts, texts.c.id == contributions.c.id)
        .where(sheets.c.table == table)
        .order_by(contributions.c.position, contributions.c.id)
    )
    written = (row for row in rows if row.content.strip() or row.status not in UNSAID)
    return tuple(_said(row, standings.get(row.id, ())) for row in written)


def counts(transaction: Transaction, workshop: str) -> Mapping[tuple[str, str], Count]:
    """How the notes stand, by topic and table, for those that have any."""
    stands = _standing_counts(transaction, workshop)
    by_status: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    late: defaultdict[tuple[str, str], int] = defaultdict(int)
    rows = transaction.execute(
        select(
            contributions.c.topic,
            contributions.c.table,
            contributions.c.status,
            func.count(),
            func.sum(contributions.c.late, type_=Integer),
        )
        .where(
            contributions.c.workshop == workshop,
            contributions.c.table.is_not(None),
            contributions.c.status.not_in(UNSAID),
        )
        .group_by(contributions.c.topic, contributions.c.table, contributions.c.status)
    )
    for topic, table, status, number, of_them_late in rows:
        by_status[topic, table][status] = number
        late[topic, table] += of_them_late
    return {
        place: _count(found, *stands.get(place, (0, 0)), late[place])
        for place, found in by_status.items()
    }


def add_places(transaction: Transaction, edition: str, places: Sequence[Mapping[str, Any]]) -> None:
    """Keeps where the points stand in an edition: ``point``, ``where``, ``words``, ``version``."""
    if places:
        rows = [{"edition": edition, "place": n, **place} for n, place in enumerate(places)]
        transaction.execute(insert(edition_places), rows)


def _standings(transaction: Transaction, table: str) -> dict[str, tuple[Standing, ...]]:
    """The points behind each accepted note of a table, in the points' order."""
    rows = transaction.execute(
        select(
            point_sources.c.contribution,
            point_sources.c.added,
            points.c.id,
            points.c.workshop,
            points.c.status,
            texts.c.content,
            texts.c.version,
        )
        .select_from(sheets)
        .join(contributions, contributions.c.sheet == sheets.c.id)
        .join(point_sources, point_sources.c.contribution == contributions.c.id)
        .join(points, points.c.id == point_sources.c.point)
        .join(texts, texts.c.id == points.c.id)
        .where(sheets.c.table == table, contributions.c.status == "accepted")
        .order_by(points.c.position, points.c.id)
    ).all()
    ids = {row.id for row in rows}
    places = _places(transaction, rows[0].workshop, ids) if rows else {}
    merged_into = select(points.c.merged_into).where(points.c.merged_into.in_(ids)).distinct()
    took_others = set(transaction.execute(merged_into).scalars())
    found: defaultdict[str, tuple[Standing, ...]] = defaultdict(tuple)
    for row in rows:
        found[row.contribution] += (
            Standing(
                id=row.id,
                statement=row.content,
                version=row.version,
                status=row.status,
                added=row.added,
                places=places.get(row.id, ()),
                took_others=row.id in took_others,
            ),
        )
    return found


def _places(
    transaction: Transaction, workshop: str, ids: Collection[str]
) -> dict[str, tuple[Place, ...]]:
    """Where these points stand in the newest edition of each document."""
    newest = (
        select(editions.c.document, func.max(editions.c.number).label("number"))
        .where(editions.c.workshop == workshop)
        .group_by(editions.c.document)
        .subquery()
    )
    rows = transaction.execute(
        select(edition_places, editions.c.document, editions.c.label, editions.c.sequence)
        .join(editions, editions.c.id == edition_places.c.edition)
        .join(
            newest,
            (newest.c.document == editions.c.document) & (newest.c.number == editions.c.number),
        )
        .where(editions.c.workshop == workshop, edition_places.c.point.in_(ids))
        .order_by(editions.c.document, edition_places.c.place)
    )
    found: defaultdict[str, tuple[Place, ...]] = defaultdict(tuple)
    for row in rows:
        place = Place(row.document, row.label, row.sequence, row.where, row.words, row.version)
        found[row.point] += (place,)
    return found


def _standing_counts(
    transaction: Transaction, workshop: str
) -> dict[tuple[str, str], tuple[int, int]]:
    """By topic and table: how many notes stand in a point, and in how many points."""
    rows = transaction.execute(
        select(
            contributions.c.topic,
            contributions.c.table,
            func.count(contributions.c.id.distinct()),
            func.count(point_sources.c.point.distinct()),
        )
        .select_from(points)
        .join(point_sources, point_sources.c.point == points.c.id)
        .join(contributions, contributions.c.id == point_sources.c.contribution)
        .where(points.c.workshop == workshop, contributions.c.status == "accepted")
        .group_by(contributions.c.topic, contributions.c.table)
    )
    return {(topic, table): (notes, of_points) for topic, table, notes, of_points in rows}


def _said(row: Any, standings: tuple[Standing, ...]) -> Note:
    return Note(
        id=row.id,
        topic=row.topic,
        text=row.content,
        kind=row.kind,
        subtopic=row.subtopic,
        countries=tuple(row.countries),
        status=row.status,
        question=row.question,
        answer=row.answer,
        reason=row.reason,
        remark=row.remark,
        late=row.late,
        read_back=row.read_back,
        decided_status=row.decided_status,
        decided_at=row.decided_at,
        standings=standings,
        agreed=row.agreed,
        said_by=row.said_by,
    )


def _count(found: Mapping[str, int], standing: int, of_points: int, late: int) -> Count:
    return Count(
        said=sum(found.values()),
        standing=standing,
        points=of_points,
        accepted=found.get("accepted", 0),
        unread=found.get("submitted", 0),
        returned=found.get("returned", 0),
        parked=found.get("parked", 0),
        out_of_scope=found.get("out_of_scope", 0),
        late=late,
    )
