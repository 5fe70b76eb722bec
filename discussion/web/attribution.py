"""The secretariat's choice of who is named where; what follows from it is asked elsewhere."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, make_response, redirect, request, url_for

from discussion.domain.attribution import PUBLISHED, SEEN_BY_MODERATORS
from discussion.domain.people import Actor
from discussion.domain.programme import Workshop
from discussion.services.programme import attribution
from discussion.storage.database import Transaction
from discussion.web.pages import act, asked

pages = Blueprint("attribution", __name__)


@pages.post("/attribution")
def choose() -> Response:
    """Keeps a policy: of the workshop, or of a ``topic``, which empty levels leave to it."""
    asked("set_attribution")
    chosen = {name: request.form.get(name) or None for name in ("topic", "capturing", "published")}
    act("set_attribution", **chosen)
    return make_response(redirect(url_for("programme.setup", _anchor="attribution"), 303))


def state_of(transaction: Transaction, actor: Actor, workshop: Workshop) -> dict[str, Any]:
    """What the set-up page shows of it: what holds, what there is to choose, what was chosen."""
    zone = ZoneInfo(workshop.programme.timezone)
    changes = attribution.changes(transaction, actor)
    return {
        "policies": attribution.attribution_of(transaction, workshop.id),
        "published": PUBLISHED,
        "capturing": SEEN_BY_MODERATORS,
        "changes": [replace(change, at=change.at.astimezone(zone)) for change in changes],
    }
