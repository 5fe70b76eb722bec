"""Pages for coming in and going out: codes, cards, sign-in links."""

import time
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import (
    Blueprint,
    Response,
    current_app,
    jsonify,
    make_response,
    redirect,
    request,
    url_for,
)

from discussion import assets
from discussion.domain.people import Actor
from discussion.domain.programme import Workshop
from discussion.errors import DiscussionError, Malformed, NotFound
from discussion.services import cards, people
from discussion.services.people import LINK_ROLES, SignedIn
from discussion.services.programme import plan
from discussion.web.attempts import Attempts
from discussion.web.house import house
from discussion.web.markdown import rendered
from discussion.web.pages import actor_or_none, asked, draw, workshop_of
from discussion.web.qr import qr_svg
from discussion.web.security import COOKIE, forget, remember
from discussion.web.sentences import sentence

GIVE_A_NAME = ("moderator", "chair")
"""Roles whose link asks for a name first: what they decide is kept with it."""
TYPED_LIMIT = 400  # characters of a field that a page shows again

pages = Blueprint("people", __name__)


@pages.get("/")
def home() -> Response:
    """The first page: of the signed-in role, or the field for a table's code."""
    actor = actor_or_none()
    if actor is not None:
        return make_response(redirect(_first_page(actor)))
    ended = sentence(DiscussionError("signed_out")) if COOKIE in request.cookies else None
    return _page("people/sign_in.html", "sign_in", next=_local(request.args.get("next")), was=ended)


@pages.get("/guide")
def guide() -> str:
    """One page for everybody in the room: what each of them does."""
    text = (assets.templates() / "people" / "guide.md").read_text("utf-8")
    return draw("people/guide.html", page="guide", guide=rendered(text))


@pages.get("/link")
def link() -> Response:
    """Where a sign-in link lands; its token is in the fragment, which no server log sees."""
    return _page("people/link.html", "link")


@pages.post("/link")
def use_link() -> Response:
    """Exchanges a link's token for a session.

    With ``ask``, as the page's own form has it, roles that act in their name are asked for it.
    """
    typed, name = _typed("token"), request.form.get("name")
    token = _after_the_hash(typed)
    try:
        link = people.link_behind(house().database, house().runtime, token)
    except DiscussionError as refusal:
        return _page("people/link.html", "link", refusal, typed=typed)
    try:
        if "ask" in request.form and link.role in GIVE_A_NAME and not (name or "").strip():
            raise Malformed("name_needed")
        signed_in = house().pump.run(
            people.sign_in_by_link,
            house().database,
            house().runtime,
            token,
            name=name or "",
            hours=house().settings.session_hours,
        )
    except DiscussionError as refusal:
        told = refusal if name is not None else None  # nobody was asked for a name before
        before = people.who_came_by(house().database, link)
        offered = before[0] if len(before) == 1 else link.label  # of several nobody is suggested
        shown = {"workshop": _workshop(link.workshop), "role": link.role, "token": token}
        shown |= {"name": _typed("name") or offered, "again": bool(before)}
        return _page("people/link.html", "link", told, **shown)
    return _welcome(signed_in)


@pages.get("/table")
def table() -> Response:
    """Where a table card's QR code lands; its token is in the fragment."""
    return _page("people/table.html", "table", code=request.args.get("code", "")[:TYPED_LIMIT])


@pages.post("/table")
def sit_down() -> Response:
    """Exchanges a card's token or typed code, with a name, for a rapporteur's session.

    Without a name it asks for one, saying which table it is; from then on the form carries the
    token, so that wrong codes typed by others nearby cannot hold up a right one.
    """
    token, code, name = _after_the_hash(_typed("token")), _typed("code"), request.form.get("name")
    try:
        card = card_given(token, code)
    except DiscussionError as refusal:
        return _page("people/table.html", "table", refusal, code=code, next=_next())
    secret = house().runtime.secret
    token = cards.table_token(secret, card.table.id, card.generation)
    try:
        if not (name or "").strip():
            raise Malformed("name_needed")
        signed_in = house().pump.run(
            people.sign_in_by_card,
            house().database,
            house().runtime,
            name=name,
            token=token,
            hours=house().settings.session_hours,
        )
    except DiscussionError as refusal:
        told = refusal if name is not None else None  # nobody was asked for a name before
        shown = {"workshop": _workshop(card.workshop), "table": card.table, "token": token}
        return _page("people/table.html", "table", told, **shown, name=_typed("name"), next=_next())
    return _welcome(signed_in)


@pages.post("/out")
def sign_out() -> Response:
    """Ends the own session."""
    actor = asked("see_home")
    house().pump.run(people.sign_out, house().database, house().runtime, actor)
    house().fanout.disconnect([actor.session])
    return forget(make_response(redirect(url_for("people.home"))))


@pages.get("/links")
def links() -> Response:
    """The secretariat's page of sign-in links."""
    return _links_page(asked("make_link"))


@pages.post("/links")
def make_link() -> Response:
    """Makes a link and shows it, with its QR code, this one time."""
    actor = asked("make_link")
    try:
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
    except DiscussionError as refusal:
        return _links_page(actor, refusal, typed=request.form)
    address = link_address(token)
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        return make_response(jsonify(address=address), 201)
    return _links_page(actor, made=made, address=address, qr=qr_svg(address))


@pages.post("/links/<link_id>/end")
def end_link(link_id: str) -> Response:
    """Ends a link and whoever came by it."""
    actor = asked("revoke_link")
    try:
        ended = house().pump.run(
            people.revoke_link, house().database, house().runtime, actor, link_id
        )
    except DiscussionError as refusal:
        return _links_page(actor, refusal)
    house().fanout.disconnect(ended)
    return make_response(redirect(url_for("people.links"), 303))


@pages.app_template_filter("moment")
def moment(at: datetime, timezone: str) -> str:
    """A moment as people at the workshop read it on their watches: ``8 July, 14:05``."""
    there = at.astimezone(ZoneInfo(timezone))
    return f"{there.day} {there:%B, %H:%M}"


def link_address(token: str) -> str:
    """The whole address of a sign-in link."""
    return f"{house().settings.url}/link#{token}"


def _links_page(
    actor: Actor, refusal: DiscussionError | None = None, **variables: object
) -> Response:
    now = house().runtime.now()
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        held = people.list_links(transaction, actor)
    return _page(
        "people/links.html",
        "links",
        refusal,
        workshop=workshop,
        programme=workshop.programme,
        links=[(link, people.standing(link, now)) for link in held],
        roles=LINK_ROLES,
        hours=house().settings.link_hours,
        loopback=house().settings.is_loopback,
        **variables,
    )


def card_given(token: str, code: str) -> Any:
    """The card behind a token or a typed code; only what could be guessed is counted.

    Raises what ``people.card_behind`` raises, and ``code_too_often``.
    """
    if token:
        return people.card_behind(house().database, house().runtime, token=token)
    attempts: Attempts = current_app.extensions.setdefault("attempts", Attempts())
    address, now = request.remote_addr or "", time.monotonic()
    wait = attempts.seconds_to_wait(address, now)
    if wait:
        raise DiscussionError("code_too_often", status=429, seconds=wait)
    try:
        return people.card_behind(house().database, house().runtime, code=code)
    except NotFound:
        attempts.failed(address, now)
        raise


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
    with house().database.reading() as transaction:
        topic = plan.topic_at_hand(transaction, actor)
    if topic is None:
        raise NotFound("topic_unknown", topic=1)
    return topic.number


def _page(
    template: str, page: str, refusal: DiscussionError | None = None, **variables: Any
) -> Response:
    """A page, again with what was typed and one sentence after a refusal."""
    failure = sentence(refusal) if refusal else None
    drawn = draw(template, page=page, failure=failure, **variables)
    return make_response(drawn, refusal.status if refusal else 200)


def _welcome(signed_in: SignedIn) -> Response:
    return remember(
        make_response(redirect(_next() or url_for("people.home"), 303)), signed_in.secret
    )


def _workshop(workshop: str) -> Workshop:
    with house().database.reading() as transaction:
        return plan.workshop_held(transaction, workshop)


def _typed(field: str) -> str:
    return request.form.get(field, "")[:TYPED_LIMIT]


def _after_the_hash(typed: str) -> str:
    """The token in a whole address, or the token itself."""
    return typed.strip().rpartition("#")[2]


def _next() -> str:
    return _local(request.form.get("next"))


def _local(target: str | None) -> str:
    """A path of ours, never another site's address; browsers skip tabs and turn slashes."""
    if not target or not target.startswith("/") or target.startswith("//"):
        return ""
    return "" if "\\" in target or any(c <= " " for c in target) else target
