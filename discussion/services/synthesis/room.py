"""The room screen: what it is told, and who has it show what; it names nobody and no note."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from discussion.domain.attribution import Attributed, Policy, allows, level_at
from discussion.domain.attribution import shown as shown_of
from discussion.domain.contributions import UNSAID
from discussion.domain.people import Actor
from discussion.domain.synthesis import (
    IN_OUTPUTS,
    ROOM_VIEWS,
    Point,
    Shown,
    objects,
)
from discussion.errors import Malformed, NotFound, Refused
from discussion.services import views
from discussion.services.priorities.reading import room_marks
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import contributions, log, people, programme, synthesis
from discussion.storage.database import Transaction
from discussion.storage.synthesis import room
from discussion.storage.synthesis.sources import Source, public_sources

State = dict[str, Any]

PLACE = "room_screen"
"""The room screen, as the rules of attribution know it."""

NAMED = 12  # tables called by their names where they have said nothing yet


def show_on_room_screen(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Has the room screen of a topic show something, until somebody chooses something else.

    Raises ``Refused("point_not_confirmed")`` and ``Refused("no_marks_yet")``: what is not public
    yet does not become so by being shown.
    """
    topic = facts["topic"]
    if programme.topic_workshop(work.transaction, topic) != work.workshop:
        raise NotFound
    allow(actor, "show_on_room_screen", work.workshop, topic=topic)
    chosen = {name: facts[name] for name in ("view", "subject", "page", "names")}
    shown = Shown(**chosen, number=work.number)
    _check(work.transaction, topic, shown)
    room.write_shown(work.transaction, topic, shown)
    return Happened(topic, None, topic, payload=chosen)


def room_state(transaction: Transaction, workshop: str, topic: str) -> State:
    """What the projector is told: what to show, confirmed points with their strength, the tables.

    It is told four times a second, so of ten thousand sources no more is read than is counted.
    ``written`` and ``reported`` count tables at work: those with a submitted note on the topic,
    and those that have read back.
    """
    counts = contributions.counts_by_table(transaction, topic)
    said = [sum(n for state, n in of.items() if state not in UNSAID) for of in counts.values()]
    discussing = sum(count > 0 for count in said)
    tables = {t: name for t, _, name, *_ in programme.tables_on_topic(transaction, topic)}
    held = synthesis.points_of_topic(transaction, topic)
    public = [point for point in held if point.status in IN_OUTPUTS]
    sources = public_sources(transaction, topic)
    policy = programme.policy_on(transaction, topic)
    shown = _shown(transaction, topic)
    return {
        "discussions": [
            views.discussion_state(d)
            for d in programme.list_discussions(transaction, workshop)
            if d.topic == topic
        ],
        "shown": _told(shown),
        "tables": len(tables),
        "written": discussing,
        "reported": len(room.tables_reported(transaction, topic)),
        "notes": sum(said),
        "points": [
            _point(point, sources, discussing, tables, policy, names=shown.names)
            for point in public
        ],
        "forming": sum(p.status == "proposed" for p in held),
        "marks": room_marks(transaction, topic),
    }


def steering(transaction: Transaction, workshop: str, topic: str) -> State:
    """What the room screen shows, for those who steer it: with who chose it and when."""
    shown = _shown(transaction, topic)
    (event, *_) = log.events_numbered(transaction, workshop, [shown.number]) or (None,)
    names = people.names(transaction, {event.person}) if event else {}
    offered = [view for view in ROOM_VIEWS if view != "marks" or room_marks(transaction, topic)]
    return {
        **_told(shown),
        "by": names.get(event.person) if event else None,
        "at": views.moment(event.at) if event else None,
        "offered": offered,
        "may_name": allows(level_at(programme.policy_on(transaction, topic), PLACE), "table"),
    }


def countries_in_public(policy: Policy, notes: Iterable[Attributed]) -> int:
    """How many countries may be counted on a screen that everybody sees: no name leaves here."""
    return len({c for note in notes for c in shown_of(policy, note, PLACE).countries})


def tables_in_public(policy: Policy, names: Sequence[str]) -> tuple[list[str], int]:
    """The names of tables that may stand on a screen that everybody sees, and how many more."""
    named = names[:NAMED] if allows(level_at(policy, PLACE), "table") else ()
    return list(named), len(names) - len(named)


def _check(transaction: Transaction, topic: str, shown: Shown) -> None:
    match shown.view:
        case "subtopic":
            if shown.subject not in programme.subtopic_ids(transaction, topic):
                raise Malformed("subtopic_unknown")
        case "point":
            found = synthesis.find_point(transaction, shown.subject or "")
            if found is None or found[1].topic != topic:
                raise NotFound
            if found[1].status not in IN_OUTPUTS:
                raise Refused("point_not_confirmed", state=found[1].status)
        case _:
            if shown.subject is not None:
                raise Malformed(key="subject")
            if shown.view == "marks" and room_marks(transaction, topic) is None:
                raise Refused("no_marks_yet")


def _shown(transaction: Transaction, topic: str) -> Shown:
    """What was chosen; all points once the one that was shown is confirmed no more."""
    shown = room.find_shown(transaction, topic) or Shown()
    if shown.view != "point":
        return shown
    found = synthesis.find_point(transaction, shown.subject or "")
    public = found is not None and found[1].status in IN_OUTPUTS
    return shown if public else replace(shown, view="points", subject=None)


def _told(shown: Shown) -> State:
    return {
        "view": shown.view,
        "subject": shown.subject,
        "page": shown.page,
        "names": shown.names,
        "number": shown.number,
    }


def _point(
    point: Point,
    sources: dict[str, Source],
    discussing: int,
    tables: dict[str, str],
    policy: Policy,
    *,
    names: bool,
) -> State:
    """A point as everybody sees it, with how many tables have said nothing on it.

    They are called by their ``names`` only where a moderator chose so: silence is no fault.
    """
    rests_on = [sources[source] for source in point.sources if source in sources]
    heard = {note.table for note in rests_on}
    silent = [name for table, name in tables.items() if table not in heard]
    named, more = tables_in_public(policy, silent) if names else ([], len(silent))
    accepted = [note for note in rests_on if note.status == "accepted"]
    return {
        "id": point.id,
        "subtopic": point.subtopic,
        "kind": point.kind,
        "text": point.statement,
        "language": point.language,
        **_strength(point, accepted, discussing, policy),
        "silent": named,
        "silent_more": more,
    }


def _strength(point: Point, accepted: Sequence[Source], discussing: int, policy: Policy) -> State:
    """In how many tables of those that discussed the topic a point was raised, and by whom.

    Notes that object to it are counted apart.
    """
    saying = [note for note in accepted if not objects(point.kind, note.kind)]
    raising = len({note.table for note in saying if note.table})
    return {
        "raising": raising,
        "discussing": discussing,
        "countries": countries_in_public(policy, saying),
        "objections": len(accepted) - len(saying),
    }
