"""What moderators do with points: make them from accepted notes, order and confirm them."""

from typing import Any

from discussion.domain.people import Actor
from discussion.domain.synthesis import POINT, Point
from discussion.errors import Malformed, NotFound, Refused
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import contributions as notes
from discussion.storage import programme, synthesis, texts


def add_point(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A new point on a topic, with its first statement and sources."""
    topic = facts["topic"]
    if programme.topic_workshop(work.transaction, topic) != work.workshop:
        raise NotFound
    allow(actor, "add_point", work.workshop, topic=topic)
    _known_subtopic(work, topic, facts["subtopic"])
    if texts.find_text(work.transaction, facts["point"]) is not None:
        raise Malformed("id_taken")
    for note in facts["sources"]:
        _accepted(work, topic, note)
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
    texts.add_text(work.transaction, work.workshop, point.id, point.statement)
    synthesis.add_point(
        work.transaction, point, workshop=work.workshop, at=work.now, number=work.number
    )
    payload = {**facts, "sources": list(point.sources)}
    return Happened(point.id, None, topic, payload=payload)


def add_source(work: Work, actor: Actor, facts: Facts) -> Happened:
    """An accepted note joins what a point is based on; adding it twice changes nothing more."""
    point = _point(work, actor, "add_source", facts["point"])
    _accepted(work, point.topic, facts["note"])
    if facts["note"] not in point.sources:
        synthesis.add_sources(work.transaction, point.id, (facts["note"],), number=work.number)
    return _did(point, note=facts["note"])


def remove_source(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A note no longer counts among what a point is based on; the note itself stays."""
    point = _point(work, actor, "remove_source", facts["point"])
    synthesis.remove_source(work.transaction, point.id, facts["note"])
    return _did(point, note=facts["note"])


def set_point_kind(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Says what a point is: a recommendation, a challenge and so on."""
    return _set(work, actor, "set_point_kind", facts, kind=facts["value"])


def set_point_subtopic(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Puts a point under one of its topic's subtopics, or under none."""
    point = _point(work, actor, "set_point_subtopic", facts["point"])
    _known_subtopic(work, point.topic, facts["value"])
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


def _move(work: Work, actor: Actor, move: str, facts: Facts) -> Happened:
    point = _point(work, actor, f"{move}_point", facts["point"])
    if point.version != facts["version"]:
        raise Refused("version_moved", version=point.version, words=point.statement)
    status = POINT.after(move, point.status)
    if status == "confirmed" and not point.statement.strip():
        raise Refused("point_empty")
    synthesis.write_point(work.transaction, point.id, status=status)
    return _did(point, status=status, version=point.version)


def _set(work: Work, actor: Actor, action: str, facts: Facts, **fields: Any) -> Happened:
    point = _point(work, actor, action, facts["point"])
    synthesis.write_point(work.transaction, point.id, **fields)
    return _did(point, **fields)


def _point(work: Work, actor: Actor, action: str, point_id: str) -> Point:
    found = synthesis.find_point(work.transaction, point_id)
    if found is None or found[0] != work.workshop:
        raise NotFound
    allow(actor, action, work.workshop, topic=found[1].topic)
    return found[1]


def _did(point: Point, **payload: Any) -> Happened:
    return Happened(point.id, None, point.topic, payload=payload)


def _accepted(work: Work, topic: str, note_id: str) -> None:
    note = notes.find_note(work.transaction, note_id)
    if note is None or note.workshop != work.workshop or note.contribution.topic != topic:
        raise NotFound
    if note.contribution.status != "accepted":
        raise Refused("note_not_accepted", state=note.contribution.status)


def _known_subtopic(work: Work, topic: str, subtopic: str | None) -> None:
    if subtopic is not None and subtopic not in programme.subtopic_ids(work.transaction, topic):
        raise Malformed("subtopic_unknown")
