"""A point as it stands, and how a change to it is written down so that it can be taken back.

What a decision changes stands in its event: ``was`` and ``now`` (columns of its subject),
``joined`` (notes that became sources, by point), ``left`` (notes that ceased to be, each with the
number of the event that had added it), ``points`` (others it touched) and ``made`` (a new point).
"""

from collections.abc import Collection
from typing import Any

from discussion.domain.people import Actor
from discussion.domain.synthesis import GONE, POINT, Point
from discussion.errors import NotFound, Refused
from discussion.services.work import Happened, Work, allow
from discussion.storage import synthesis

Written = dict[str, Any]

QUOTED = 60  # code points of a statement that a refusal quotes


def standing(work: Work, actor: Actor, action: str, point_id: str) -> Point:
    """A point that stands; refused with what became of it when it was merged or removed."""
    point = known(work, actor, action, point_id)
    still_stands(work, point)
    return point


def known(work: Work, actor: Actor, action: str, point_id: str) -> Point:
    """A point, also one that is gone; raises ``NotFound`` unless the actor may do this to it."""
    found = synthesis.find_point(work.transaction, point_id)
    if found is None or found[0] != work.workshop:
        raise NotFound
    allow(actor, action, work.workshop, topic=found[1].topic)
    return found[1]


def still_stands(work: Work, point: Point) -> None:
    """Raises ``Refused``: ``point_merged`` with the words it went to, or ``point_removed``."""
    if point.status == "removed":
        raise Refused("point_removed")
    if point.status in GONE:
        into = synthesis.find_point(work.transaction, point.merged_into or "")
        raise Refused("point_merged", words=quoted(into[1].statement) if into else "…")


def quoted(words: str) -> str:
    """The beginning of a statement, as a sentence can hold it."""
    words = " ".join(words.split()) or "…"
    return words if len(words) <= QUOTED else f"{words[: QUOTED - 1].rstrip()}…"


def seen(point: Point, version: int) -> None:
    """A decision is taken on the words that were read; raises ``Refused("version_moved")``."""
    if point.version != version:
        raise Refused("version_moved", version=point.version, words=point.statement)


def settle(work: Work, point: Point, move: str, /, **fields: Any) -> Written:
    """Takes a point to the state that a move leads to; what to write down of it."""
    status = POINT.after(move, point.status)
    return write(work, point, status=status, settled=work.number, **fields)


def write(work: Work, point: Point, /, **fields: Any) -> Written:
    """Stores columns of a point; what to write down of it."""
    synthesis.write_point(work.transaction, point.id, **fields)
    return {"was": {name: getattr(point, name) for name in fields}, "now": fields}


def take_out(work: Work, point: Point, notes: Collection[str]) -> Written:
    """Notes cease to be sources of a point; what to write down of it."""
    rows = [r for r in synthesis.source_rows(work.transaction, point.id) if r[0] in notes]
    synthesis.remove_sources(work.transaction, point.id, [note for note, _ in rows])
    return {"left": {point.id: [list(row) for row in rows]}}


def put_in(work: Work, point: Point, notes: Collection[str]) -> Written:
    """Notes become sources of a point, those that are not already; what to write down of it."""
    new = [note for note in notes if note not in point.sources]
    synthesis.add_sources(work.transaction, point.id, new, number=work.number)
    return {"joined": {point.id: new}}


def did(point: Point, /, **payload: Any) -> Happened:
    """That something happened to a point."""
    return Happened(point.id, None, point.topic, payload=payload)
