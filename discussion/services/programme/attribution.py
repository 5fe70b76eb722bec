"""Choosing what notes are attributed to, and every choice made before; it shows nothing itself."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from discussion.domain.attribution import LEVELS, Attribution, Policy
from discussion.domain.people import Actor
from discussion.domain.programme import Topic
from discussion.errors import Malformed, NotFound
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import log, people, programme
from discussion.storage.database import Transaction
from discussion.storage.programme import Sheet


@dataclass(frozen=True)
class PolicyChange:
    """That somebody chose another policy."""

    at: datetime
    by: str  # name, or who they work for
    topic: Topic | None  # None: of the whole workshop
    was: Policy | None  # None: as the workshop
    now: Policy | None


def set_attribution(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Chooses the policy of the workshop, or of a topic; neither level: as the workshop.

    The event says what was chosen before, so that the log alone tells what held when.
    """
    allow(actor, "set_attribution", work.workshop)
    topic, levels = facts["topic"], (facts["capturing"], facts["published"])
    topics = _topics(work.transaction, work.workshop)
    if topic is not None and topic not in {each.id for each in topics}:
        raise NotFound
    if None in levels and (any(levels) or topic is None):
        raise Malformed(key="capturing, published")
    attribution = programme.attribution_of(work.transaction, work.workshop)
    was = attribution.workshop if topic is None else attribution.topics.get(topic)
    now = None if None in levels else Policy(*levels)
    programme.write_policy(work.transaction, work.workshop, topic, now)
    touched = [topic] if topic else [t.id for t in topics if t.id not in attribution.topics]
    payload = {"was": _told(was), "now": _told(now), "topics": touched}
    return Happened(topic or work.workshop, topic=topic, payload=payload)


def may_open_sheet(transaction: Transaction, actor: Actor, sheet: Sheet) -> bool:
    """Whether a sheet shows an actor no more than the policy does.

    A sheet holds everything that its table writes, so moderators open it only where they may see
    everything; the table itself and the secretariat always do.
    """
    if sheet.table is None or sheet.topic is None:
        return True
    return opens_sheets(transaction, actor, sheet.topic)


def opens_sheets(transaction: Transaction, actor: Actor, topic: str) -> bool:
    """The same of all sheets of tables on a topic."""
    if actor.role != "moderator":
        return True
    return programme.policy_on(transaction, topic).capturing == LEVELS[-1]


def attribution_of(transaction: Transaction, workshop: str) -> Attribution:
    """The policies in force in a workshop."""
    return programme.attribution_of(transaction, workshop)


def changes(transaction: Transaction, actor: Actor) -> tuple[PolicyChange, ...]:
    """Every choice that changed anything in the actor's workshop, the newest first."""
    allow(actor, "see_setup", actor.workshop)
    happened = _events(transaction, actor.workshop)
    events = sorted(happened, key=lambda each: each[1].number, reverse=True)
    names = people.names(transaction, {event.person for _, event in events})
    found = (
        PolicyChange(
            at=event.at,
            by=names.get(event.person) or "The secretariat",
            topic=topic,
            was=_policy(event.facts.get("was")),
            now=_policy(event.facts.get("now")),
        )
        for topic, event in events
    )
    return tuple(change for change in found if change.was != change.now)


def _events(transaction: Transaction, workshop: str) -> Iterator[tuple[Topic | None, log.Event]]:
    for topic in (None, *_topics(transaction, workshop)):
        subject = topic.id if topic else workshop
        for event in log.history(transaction, subject, kinds={"set_attribution"}):
            yield topic, event


def _topics(transaction: Transaction, workshop: str) -> tuple[Topic, ...]:
    held = programme.find_workshop(transaction, workshop)
    return held.programme.topics if held else ()


def _told(policy: Policy | None) -> Mapping[str, str] | None:
    return asdict(policy) if policy else None


def _policy(told: Mapping[str, str] | None) -> Policy | None:
    return Policy(**told) if told else None
