"""Marks: which points people in a room find most important; no vote, no decision, no consensus.

A point takes one mark of each device, so that the marks on it are the phones that marked it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from discussion.domain.moves import LifeCycle, move
from discussion.errors import Malformed, Refused

MARKS = 3  # that each device has, unless the moderator says otherwise
MARKS_LIMIT = 10
POINTS_LEAST, POINTS_LIMIT = 2, 100  # in one round: more than that nobody reads on a phone
PHONES_LEAST, PHONES_LIMIT = 10, 5_000  # that may take part in one round
HOURS = 12  # for which phones are told of a round that is closed
SEATS = 12  # at a table, where nobody has said how many people there are

ROUND = LifeCycle(
    subject="round",
    start="open",
    moves={
        "mark": move("open", to="open"),
        "widen": move("open", to="open"),
        "close": move("open", to="closed"),
        "show": move("closed", to="shown"),
        "hide": move("shown", to="closed"),
    },
)
"""A round is never opened again: once its sums are known, marks would follow them."""


@dataclass(frozen=True)
class Marked:
    """A point as it stood when the round was opened: everybody marks the same words."""

    id: str
    words: str
    version: int
    given: int | None  # marks on it in all; None until the round is closed
    stands: bool  # whether it is still among the points that outputs show
    moved: bool  # whether its words have changed since
    present: str  # its words now


@dataclass(frozen=True)
class Round:
    """A time in which everybody in the room may mark some points of a topic."""

    id: str
    workshop: str
    topic: str
    number: int  # from 1, within the topic
    code: str  # that people type
    state: str  # of ROUND
    marks: int  # that each device has
    phones: int  # that may take part
    opened_at: datetime
    closed_at: datetime | None
    took_part: int | None  # devices whose ballot held a mark; None until the round is closed
    points: tuple[Marked, ...]


@dataclass(frozen=True)
class Ballot:
    """The marks of one device; nothing says whose device it is, nor when they came."""

    version: int
    command: str  # that brought it to this version
    points: tuple[str, ...]


def check_marks(held: Round, points: Collection[str]) -> None:
    """What one device marks in a round; raises ``marks_closed``, ``marks_too_many`` and others."""
    if "mark" not in ROUND.possible(held.state):
        raise Refused("marks_closed")
    standing = {one.id for one in held.points if one.stands}
    if len(set(points)) != len(points) or not set(points) <= standing:
        raise Malformed(key="points")
    if len(points) > held.marks:
        raise Malformed("marks_too_many", limit=held.marks)


def counted(ballots: Iterable[Collection[str]]) -> Mapping[str, int]:
    """How many ballots mark each point."""
    sums: dict[str, int] = {}
    for points in ballots:
        for point in points:
            sums[point] = sums.get(point, 0) + 1
    return sums


def most_marked(points: Iterable[Marked]) -> tuple[Marked, ...]:
    """The points that still stand, the most marked first; equals keep their order."""
    standing = (one for one in points if one.stands)
    return tuple(sorted(standing, key=lambda one: -(one.given or 0)))
