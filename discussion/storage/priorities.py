"""Rounds of marks and ballots as they are kept; must not know what may be done with them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, insert, select, update

from discussion.domain.priorities import Ballot, Marked, Round
from discussion.domain.synthesis import IN_OUTPUTS, Point
from discussion.storage.database import Transaction
from discussion.storage.tables import (
    mark_ballots,
    mark_round_points,
    mark_rounds,
    points,
    texts,
)


def add_round(transaction: Transaction, held: Round, standing: Sequence[Point]) -> None:
    """Keeps a new round over the points as they stand; its own ``points`` are not looked at."""
    fields = {name: getattr(held, name) for name in _FIELDS}
    transaction.execute(insert(mark_rounds).values(fields))
    rows = [
        {
            "round": held.id,
            "place": place,
            "point": point.id,
            "words": point.statement,
            "version": point.version,
        }
        for place, point in enumerate(standing)
    ]
    transaction.execute(insert(mark_round_points), rows)


def write_round(transaction: Transaction, held: str, **fields: Any) -> None:
    """Stores the given columns of a round."""
    transaction.execute(update(mark_rounds).where(mark_rounds.c.id == held).values(**fields))


def write_sums(transaction: Transaction, held: str, sums: Mapping[str, int]) -> None:
    """Stores how many marks each point of a round was given."""
    for row in _points(transaction, held):
        chosen = (mark_round_points.c.round == held) & (mark_round_points.c.point == row.point)
        given = sums.get(row.point, 0)
        transaction.execute(update(mark_round_points).where(chosen).values(given=given))


def find_round(transaction: Transaction, held: str) -> Round | None:
    """The round with that id, or None."""
    return _found(transaction, mark_rounds.c.id == held)


def round_with_code(transaction: Transaction, code: str) -> Round | None:
    """The round that people join with a code, or None."""
    return _found(transaction, mark_rounds.c.code == code)


def latest_round(transaction: Transaction, topic: str) -> Round | None:
    """The newest round of a topic, or None."""
    return _found(transaction, mark_rounds.c.topic == topic)


def find_ballot(transaction: Transaction, held: str, device: str) -> Ballot | None:
    """The ballot of a device in a round, or None."""
    row = transaction.execute(
        select(mark_ballots).where(mark_ballots.c.round == held, mark_ballots.c.device == device)
    ).first()
    return None if row is None else Ballot(row.version, row.command, tuple(row.points))


def write_ballot(transaction: Transaction, held: str, device: str, ballot: Ballot) -> None:
    """Stores what a device marks, in place of what it marked before."""
    fields = {"command": ballot.command, "points": list(ballot.points), "version": ballot.version}
    mine = (mark_ballots.c.round == held) & (mark_ballots.c.device == device)
    changed = transaction.execute(update(mark_ballots).where(mine).values(**fields))
    if not changed.rowcount:
        transaction.execute(insert(mark_ballots).values(round=held, device=device, **fields))


def ballots_of(transaction: Transaction, held: str) -> tuple[tuple[str, ...], ...]:
    """The points of every ballot in a round, in no order that means anything."""
    chosen = select(mark_ballots.c.points).where(mark_ballots.c.round == held)
    rows = transaction.execute(chosen.order_by(mark_ballots.c.device))
    return tuple(tuple(row.points) for row in rows)


def count_ballots(transaction: Transaction, held: str) -> int:
    """How many devices have a ballot in a round, also one they have emptied again."""
    counted = select(func.count()).where(mark_ballots.c.round == held)
    return transaction.execute(counted).scalar_one()


_FIELDS = tuple(name for name in Round.__dataclass_fields__ if name != "points")


def _found(transaction: Transaction, condition: Any) -> Round | None:
    newest = select(mark_rounds).where(condition).order_by(mark_rounds.c.number.desc()).limit(1)
    row = transaction.execute(newest).first()
    if row is None:
        return None
    standing = tuple(_marked(one) for one in _points(transaction, row.id))
    return Round(**{name: getattr(row, name) for name in _FIELDS}, points=standing)


def _points(transaction: Transaction, held: str) -> Sequence[Any]:
    return transaction.execute(
        select(mark_round_points, points.c.status, texts.c.version.label("now"), texts.c.content)
        .join(points, points.c.id == mark_round_points.c.point)
        .join(texts, texts.c.id == points.c.id)
        .where(mark_round_points.c.round == held)
        .order_by(mark_round_points.c.place)
    ).all()


def _marked(row: Any) -> Marked:
    return Marked(
        id=row.point,
        words=row.words,
        version=row.version,
        given=row.given,
        stands=row.status in IN_OUTPUTS,
        moved=row.now != row.version,
        present=row.content,
    )
