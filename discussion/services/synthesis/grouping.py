"""What moderators do with the notes behind points: add, take out, move, split, merge, separate.

Whatever is done, a note that was a source stays one somewhere unless it is taken out by name;
its words are never touched.
"""

from collections.abc import Collection
from dataclasses import replace

from discussion.domain.people import Actor
from discussion.domain.synthesis import POINT, Point
from discussion.errors import NotFound, Refused
from discussion.services.synthesis.points import accepted, keep
from discussion.services.synthesis.standing import (
    Written,
    did,
    known,
    put_in,
    seen,
    settle,
    standing,
    still_stands,
    take_out,
)
from discussion.services.work import Facts, Happened, Work
from discussion.storage import log, synthesis


def add_source(work: Work, actor: Actor, facts: Facts) -> Happened:
    """An accepted note joins what a point is based on; adding it twice changes nothing more."""
    point = standing(work, actor, "add_source", facts["point"])
    accepted(work, point.topic, facts["note"])
    return did(point, note=facts["note"], **put_in(work, point, [facts["note"]]))


def add_sources(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Accepted notes join what a point is based on, all of them or none."""
    point = standing(work, actor, "add_sources", facts["point"])
    for note in facts["notes"]:
        accepted(work, point.topic, note)
    return did(point, **put_in(work, point, facts["notes"]))


def remove_source(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A note no longer counts among what a point is based on; the note itself stays."""
    point = standing(work, actor, "remove_source", facts["point"])
    return did(point, note=facts["note"], **take_out(work, point, [facts["note"]]))


def move_sources(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Notes go from one point of a topic to another."""
    point = standing(work, actor, "move_sources", facts["point"])
    into = _beside(work, actor, "move_sources", point, facts["into"])
    return did(point, points=[into.id], **_moved(work, point, into, facts["notes"]))


def split_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Chosen notes go to a new point of the same kind and subtopic, which has no words yet."""
    point = standing(work, actor, "split_point", facts["point"])
    new = replace(
        point,
        id=facts["new"],
        statement="",
        version=0,
        status=POINT.start,
        position=facts["position"],
        sources=(),
    )
    keep(work, new)
    moved = _moved(work, point, new, facts["notes"])
    return did(point, points=[new.id], made=new.id, **moved)


def merge_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A point is merged into another, on the words of both as they were read.

    Its notes stand under the other; its words stay its own and show there. It can be separated
    again at any time.
    """
    point = standing(work, actor, "merge_point", facts["point"])
    into = _beside(work, actor, "merge_point", point, facts["into"])
    seen(point, facts["version"])
    seen(into, facts["into_version"])
    settled = settle(work, point, "merge", merged_into=into.id)
    moved = _moved(work, point, into, point.sources)
    return did(point, points=[into.id], version=point.version, **settled, **moved)


def separate_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A merged point stands by itself again, proposed, on the notes it had brought along.

    Those that were moved on meanwhile stay where they are as well. Raises ``point_merged`` when
    the point it went into was merged itself: that one is separated first.
    """
    point = known(work, actor, "separate_point", facts["point"])
    POINT.after("separate", point.status)
    into = known(work, actor, "separate_point", point.merged_into or "")
    still_stands(work, into)
    brought = _brought(work, point)
    mine = {
        note
        for note, number in synthesis.source_rows(work.transaction, into.id)
        if number == point.settled
    }
    settled = settle(work, point, "separate", merged_into=None)
    left, joined = take_out(work, into, mine), put_in(work, point, brought)
    return did(point, points=[into.id], **settled, **left, **joined)


def _beside(work: Work, actor: Actor, action: str, point: Point, other: str) -> Point:
    """Another standing point of the same topic."""
    found = standing(work, actor, action, other)
    if found.topic != point.topic or found.id == point.id:
        raise NotFound
    return found


def _moved(work: Work, point: Point, into: Point, notes: Collection[str]) -> Written:
    """Raises ``Refused("source_gone")`` when a colleague has moved one of the notes already."""
    if not set(notes) <= set(point.sources):
        raise Refused("source_gone")
    return {**take_out(work, point, notes), **put_in(work, into, notes)}


def _brought(work: Work, point: Point) -> list[str]:
    """The notes a point rested on when it was merged."""
    merged = log.events_numbered(work.transaction, work.workshop, [point.settled])
    if not merged or merged[0].subject != point.id:
        raise Refused("undo_not_possible")
    return [note for note, _ in merged[0].facts.get("left", {}).get(point.id, ())]
