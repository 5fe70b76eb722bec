"""What moderators do with a point itself: make, sort and confirm it, remove and bring it back."""

from typing import Any

from discussion.domain.people import Actor
from discussion.domain.synthesis import POINT, Point
from discussion.errors import Malformed, NotFound, Refused
from discussion.services.synthesis.standing import did, known, seen, settle, standing, write
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import contributions as notes
from discussion.storage import programme, synthesis, texts


def add_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A new point on a topic, with its first statement and sources."""
    topic = facts["topic"]
    if programme.topic_workshop(work.transaction, topic) != work.workshop:
        raise NotFound
    allow(actor, "add_point", work.workshop, topic=topic)
    known_subtopic(work, topic, facts["subtopic"])
    for note in facts["sources"]:
        accepted(work, topic, note)
    point = Point(
        id=facts["point"],
        topic=topic,
        subtopic=facts["subtopic"],
        kind=facts["kind"],
        statement=facts["statement"],
        version=0,
        status=POINT.start,
        position=facts["position"],
        sources=facts["sources"],
        language="en",
    )
    keep(work, point)
    payload = {**facts, "sources": list(point.sources), "made": point.id}
    return did(point, **payload, joined={point.id: list(point.sources)})


def set_point_kind(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Says what a point is: a recommendation, a challenge and so on."""
    return _set(work, actor, "set_point_kind", facts, kind=facts["value"])


def set_point_subtopic(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Puts a point under one of its topic's subtopics, or under none."""
    point = standing(work, actor, "set_point_subtopic", facts["point"])
    known_subtopic(work, point.topic, facts["value"])
    return _set(work, actor, "set_point_subtopic", facts, subtopic=facts["value"])


def move_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Gives a point another place in its topic."""
    return _set(work, actor, "move_point", facts, position=facts["value"])


def confirm_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The point stands: it goes to the room screen and into the outputs."""
    return _move(work, actor, "confirm", facts)


def propose_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The point is open again."""
    return _move(work, actor, "propose", facts)


def note_only_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The point is noted in the proceedings and goes no further."""
    return _move(work, actor, "note_only", facts)


def park_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The point is kept aside."""
    return _move(work, actor, "park", facts)


def remove_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A point that rests on nothing goes; its words stay in the log, and it can come back.

    Raises ``Refused("point_has_sources")``: a note must never go with a point unawares.
    """
    point = standing(work, actor, "remove_point", facts["point"])
    seen(point, facts["version"])
    if point.sources:
        raise Refused("point_has_sources")
    return did(point, version=point.version, **settle(work, point, "remove"))


def restore_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A removed point is there again, proposed."""
    point = known(work, actor, "restore_point", facts["point"])
    return did(point, **settle(work, point, "restore"))


def keep(work: Work, point: Point) -> None:
    """Stores a new point with its text; raises ``Malformed("id_taken")``."""
    if texts.find_text(work.transaction, point.id) is not None:
        raise Malformed("id_taken")
    texts.add_text(work.transaction, work.workshop, point.id, point.statement)
    synthesis.add_point(
        work.transaction, point, workshop=work.workshop, at=work.now, number=work.number
    )


def accepted(work: Work, topic: str, note_id: str) -> None:
    """A point rests only on accepted notes of its topic; raises ``note_not_accepted``."""
    note = notes.find_note(work.transaction, note_id)
    if note is None or note.workshop != work.workshop or note.contribution.topic != topic:
        raise NotFound
    if note.contribution.status != "accepted":
        raise Refused("note_not_accepted", state=note.contribution.status)


def known_subtopic(work: Work, topic: str, subtopic: str | None) -> None:
    """Raises ``Malformed`` when a topic has no such subtopic."""
    if subtopic is not None and subtopic not in programme.subtopic_ids(work.transaction, topic):
        raise Malformed("subtopic_unknown")


def _move(work: Work, actor: Actor, move: str, facts: Facts) -> Happened:
    point = standing(work, actor, f"{move}_point", facts["point"])
    seen(point, facts["version"])
    if point.status != facts["state"]:
        raise Refused("point_decided_meanwhile", state=point.status)
    if move == "confirm" and not point.statement.strip():
        raise Refused("point_empty")
    written = settle(work, point, move)
    return did(point, status=written["now"]["status"], version=point.version, **written)


def _set(work: Work, actor: Actor, action: str, facts: Facts, **fields: Any) -> Happened:
    point = standing(work, actor, action, facts["point"])
    return did(point, **fields, **write(work, point, **fields))
