"""The secretariat's choice of who is named where; what follows from it is asked elsewhere."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, make_response, redirect, request, url_for

from discussion.domain.attribution import (
    CAPTURING,
    LEVELS,
    PUBLISHED,
    SEEN_BY_MODERATORS,
    Attribution,
    Policy,
    widened,
)
from discussion.domain.people import Actor
from discussion.domain.programme import Topic, Workshop
from discussion.services.programme import attribution
from discussion.storage.database import Transaction
from discussion.web.house import house
from discussion.web.pages import act, asked, workshop_of

pages = Blueprint("attribution", __name__)

CHOSEN = ("topic", "capturing", "published")


@dataclass(frozen=True)
class Wanted:
    """A choice that somebody is about to make, or has just made."""

    topic: Topic | None  # None: of the whole workshop
    was: Policy
    now: Policy
    own: bool  # whether it is a choice of its own; a topic may go back to the workshop's
    wider: tuple[str, ...]  # which of the two decisions let more be named


@pages.post("/attribution")
def choose() -> Response:
    """Keeps a policy: of the workshop, or of a ``topic``, which empty levels leave to it.

    Whatever lets more be named than before is asked about first, on the set-up page; ``sure``
    says that it was.
    """
    actor = asked("set_attribution")
    chosen = {name: request.form.get(name) or None for name in CHOSEN}
    if request.form.get("sure") != "yes":
        with house().database.reading() as transaction:
            wanted = _wanted(transaction, workshop_of(transaction, actor), chosen)
        if wanted and wanted.wider:
            return _to_setup(ask="yes", **{name: of or "" for name, of in chosen.items()})
    act("set_attribution", **chosen)
    return _to_setup(kept=chosen["topic"] or "workshop")


def state_of(transaction: Transaction, actor: Actor, workshop: Workshop) -> dict[str, Any]:
    """What the set-up page shows of it: what holds, what there is to choose, what was chosen."""
    zone = ZoneInfo(workshop.programme.timezone)
    changes = attribution.changes(transaction, actor)
    chosen = {name: request.args.get(name) or None for name in CHOSEN}
    asking = _wanted(transaction, workshop, chosen) if request.args.get("ask") else None
    return {
        "policies": attribution.attribution_of(transaction, workshop.id),
        "published": PUBLISHED,
        "capturing": SEEN_BY_MODERATORS,
        "changes": [replace(change, at=change.at.astimezone(zone)) for change in changes],
        "asking": asking if asking and asking.wider else None,
        "kept": _kept(transaction, workshop, request.args.get("kept")),
    }


def _kept(transaction: Transaction, workshop: Workshop, subject: str | None) -> Wanted | None:
    """What holds now of the workshop or the topic whose choice was just kept."""
    if subject is None:
        return None
    policies = attribution.attribution_of(transaction, workshop.id)
    topic = None if subject == "workshop" else subject
    policy = policies.on(topic)
    chosen = {"topic": topic, "capturing": policy.capturing, "published": policy.published}
    found = _wanted(transaction, workshop, chosen)
    return replace(found, own=topic in policies.topics or topic is None) if found else None


def _wanted(
    transaction: Transaction, workshop: Workshop, chosen: dict[str, str | None]
) -> Wanted | None:
    """A choice beside what holds before it; None where there is no such choice."""
    topics = {topic.id: topic for topic in workshop.programme.topics}
    subject, captured, published = (chosen[name] for name in CHOSEN)
    if subject is not None and subject not in topics:
        return None
    policies = attribution.attribution_of(transaction, workshop.id)
    was, now = policies.on(subject), _policy(policies, subject, captured, published)
    if now is None:
        return None
    own = captured is not None
    return Wanted(topics[subject] if subject else None, was, now, own, widened(was, now))


def _policy(
    policies: Attribution, subject: str | None, captured: str | None, published: str | None
) -> Policy | None:
    if captured in CAPTURING and published in LEVELS:
        return Policy(captured, published)
    return policies.workshop if subject and captured is published is None else None


def _to_setup(**told: str) -> Response:
    address = f"{url_for('programme.setup')}?{urlencode(told)}#attribution"
    return make_response(redirect(address, 303))
