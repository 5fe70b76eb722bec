"""Pages for coming in and going out: codes, cards, sign-in links."""

import time
from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, Response, make_response, redirect, request, url_for

from discussion.domain.people import Actor
from discussion.errors import DiscussionError, NotFound
from discussion.services import people
from discussion.services.people import LINK_ROLES, SignedIn
from discussion.storage import people as kept
from discussion.storage import programme
from discussion.web.attempts import Attempts
from discussion.web.house import house
from discussion.web.pages import actor_or_none, asked, draw, workshop_of
from discussion.web.qr import qr_svg
from discussion.web.security import forget, remember
from discussion.web.sentences import sentence

T = TypeVar("T")

pages = Blueprint("people", __name__)
attempts = Attempts()


@pages.get("/")
def home() -> Response | str:
    """The first page: of the signed-in role, or the field for a table's code."""
    actor = actor_or_none()
    if actor is None:
        return draw("people/sign_in.html", page="sign_in", next=_local(request.args.get("next")))
    return make_response(redirect(_first_page(actor)))


@pages.get("/link")
def link() -> str:
    """Where a sign-in link lands; its token is in the fragment, which no server log sees."""
    return draw("people/link.html", page="link")


@pages.post("/link")
def use_link() -> Response:
    """Exchanges a link's token for a session."""
    settings = house().settings
    signed_in = _budgeted(
        lambda: house().pump.run(
            people.sign_in_by_link,
            house().database,
            house().runtime,
            request.form.get("token", "")[:64],
            name=request.form.get("name", ""),
            hours=settings.session_hours,
        )
    )
    return _welcome(signed_in)


@pages.get("/table")
def table() -> str:
    """Where a table card's QR code lands, or the code typed on the first page."""
    return draw("people/table.html", page="table", code=request.args.get("code", "")[:16])


@pages.post("/table")
def sit_down() -> Response | str:
    """Exchanges a card's token or typed code, with a name, for a rapporteur's session."""
    token, code = request.form.get("token", "")[:64], request.form.get("code", "")[:16]
    name = request.form.get("name", "")
    try:
        card = _budgeted(
            lambda: people.card_behind(house().database, house().runtime, token=token, code=code)
        )
        signed_in = house().pump.run(
            people.sign_in_by_card,
            house().database,
            house().runtime,
            name=name,
            token=token,
            code=code,
            hours=house().settings.session_hours,
        )
    except DiscussionError as refusal:
        if refusal.code not in ("code_unknown", "name_needed", "name_too_long"):
            raise
        page = draw(
            "people/table.html",
            page="table",
            code=code,
            token=token,
            name=name[:200],
            failure=sentence(refusal),
            table=None if refusal.code == "code_unknown" else card.table,
        )
        return make_response(page, refusal.status)
    return _welcome(signed_in)


@pages.post("/out")
def sign_out() -> Response:
    """Ends the own session."""
    actor = asked("see_home")
    house().pump.run(people.sign_out, house().database, house().runtime, actor)
    house().fanout.disconnect([actor.session])
    return forget(make_response(redirect(url_for("people.home"))))


@pages.get("/links")
def links() -> str:
    """The secretariat's page of sign-in links."""
    return _links_page(asked("make_link"))


@pages.post("/links")
def make_link() -> str:
    """Makes a link and shows it, with its QR code, this one time."""
    actor = asked("make_link")
    made, token = house().pump.run(
        people.make_link,
        house().database,
        house().runtime,
        workshop=actor.workshop,
        role=request.form.get("role", ""),
        topic=request.form.get("topic") or None,
        label=request.form.get("label", ""),
        hours=house().settings.link_hours,
    )
    address = link_address(token)
    return _links_page(actor, made=made, address=address, qr=qr_svg(address))


@pages.post("/links/<link_id>/end")
def end_link(link_id: str) -> Response:
    """Ends a link and whoever came by it."""
    actor = asked("revoke_link")
    ended = house().pump.run(people.revoke_link, house().database, house().runtime, actor, link_id)
    house().fanout.disconnect(ended)
    return make_response(redirect(url_for("people.links")))


def link_address(token: str) -> str:
    """The whole address of a sign-in link."""
    return f"{house().settings.url}/link#{token}"


def _links_page(actor: Actor, **made: object) -> str:
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        held = kept.list_links(transaction, actor.workshop)
    return draw(
        "people/links.html",
        page="links",
        workshop=workshop,
        programme=workshop.programme,
        links=held,
        roles=LINK_ROLES,
        now=house().runtime.now(),
        **made,
    )


def _first_page(actor: Actor) -> str:
    next_page = _local(request.args.get("next"))
    if next_page:
        return next_page
    match actor.role:
        case "secretariat":
            return url_for("programme.setup")
        case "rapporteur":
            return url_for("contributions.own_sheet")
        case "moderator" | "chair":
            return url_for("synthesis.board", number=_topic_number(actor))
        case _:
            return url_for("synthesis.room_screen", number=_topic_number(actor))


def _topic_number(actor: Actor) -> int:
    """The actor's own topic, else the one being discussed, else the first."""
    with house().database.reading() as transaction:
        topics = workshop_of(transaction, actor).programme.topics
        running = {
            d.topic
            for d in programme.list_discussions(transaction, actor.workshop)
            if d.state == "running"
        }
    if not topics:
        raise NotFound("topic_unknown", topic=1)
    for topic in topics:
        if topic.id == actor.topic or (actor.topic is None and topic.id in running):
            return topic.number
    return topics[0].number


def _welcome(signed_in: SignedIn) -> Response:
    target = _local(request.form.get("next")) or url_for("people.home")
    return remember(make_response(redirect(target, 303)), signed_in.secret)


def _local(target: str | None) -> str:
    """A path of ours, never another site's address."""
    if target and target.startswith("/") and not target.startswith(("//", "/\\")):
        return target
    return ""


def _budgeted(use_case: Callable[[], T]) -> T:
    """Runs a use case that a guesser could try often; its failures are counted."""
    address, now = request.remote_addr or "", time.monotonic()
    wait = attempts.seconds_to_wait(address, now)
    if wait:
        raise DiscussionError("code_too_often", status=429, seconds=wait)
    try:
        return use_case()
    except NotFound:
        attempts.failed(address, now)
        raise
