"""Giving marks by phone: the way in by a code, the page, the ballots it sends; no account.

A device is known by a signed token in a cookie and by nothing else. Nothing here asks who is
signed in, but for the count that moderators are told.
"""

import time
from typing import Any

import orjson
from flask import (
    Blueprint,
    Response,
    current_app,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)

from discussion.domain.priorities import (
    MARKS,
    MARKS_LIMIT,
    PHONES_LEAST,
    PHONES_LIMIT,
    SEATS,
    Ballot,
)
from discussion.errors import DiscussionError, Malformed, NotFound
from discussion.live.commands import VERSION_LIMIT, ident
from discussion.services import priorities
from discussion.services.priorities import Page, Slip
from discussion.web.house import house
from discussion.web.pages import actor_or_none, asked, topic_numbered, workshop_of
from discussion.web.priorities.box import BallotBox
from discussion.web.priorities.turnstile import Turnstile
from discussion.web.priorities.words import DIRECTIONS, NAMES, language_for, words_in
from discussion.web.qr import qr_svg
from discussion.web.security import COOKIE as SESSION
from discussion.web.security import csrf_token

COOKIE = "discussion_marks"
COOKIE_DAYS = 7  # the same phone in all rounds of a workshop
BALLOT_LIMIT = 4_096  # bytes
CODE_LIMIT = 40  # characters of a typed code that are looked at

pages = Blueprint("priorities", __name__)


@pages.get("/m")
def door() -> Response:
    """The field for the code on the room screen; with a code, on to its round."""
    typed = _plain(request.args.get("code", ""))
    if typed:
        language = language_for(request.args.get("in"), request.accept_languages)
        return make_response(redirect(f"{url_for('priorities.join', code=typed)}?in={language}"))
    return _drawn("door", code="", unknown=False)


@pages.get("/m/<code>")
def join(code: str) -> Response:
    """The points of an open round, to be marked; gives a device its token when it has none."""
    device = _device()
    try:
        page = _page(code, device)
    except NotFound:
        return _drawn("door", 404, code=_plain(code), unknown=True)
    address = url_for("priorities.mark", code=page.held.code)
    answer = _drawn("phone", state=page, told=_told(page), address=address)
    if device is None:
        _give_token(answer)
    return answer


@pages.get("/m/<code>/state")
def state(code: str) -> Response:
    """The round as it is now and what this device has saved in it, for a page that is open."""
    return jsonify(_told(_page(code, _device())))


@pages.post("/m/<code>")
def mark(code: str) -> Response:
    """Takes the marks of a device; the answer says what is durable now."""
    device = _device()
    if device is None:
        raise DiscussionError("marks_no_device", status=403)
    slip = _slip(_plain(code), device)
    turnstile: Turnstile = current_app.extensions.setdefault("turnstile", Turnstile())
    turnstile.let_through(request.remote_addr or "", device, time.monotonic())
    return jsonify(mine=_mine(_box().put(slip)))


@pages.get("/m/<code>/qr.svg")
def qr(code: str) -> Response:
    """The round's address as a QR code, for the room screen."""
    page = _page(code, None)
    address = f"{house().settings.url}{url_for('priorities.join', code=page.held.code)}"
    answer = make_response(str(qr_svg(address)))
    answer.headers["Content-Type"] = "image/svg+xml"
    return answer


@pages.get("/topics/<int:number>/marks")
def taking_part(number: int) -> Response:
    """How many phones have taken part so far; their marks are told when the round is closed."""
    actor = asked("see_home")
    with house().database.reading() as transaction:
        topic = topic_numbered(workshop_of(transaction, actor), number)
        return jsonify(priorities.taking_part(transaction, actor, topic.id))


def marks_address() -> str:
    """What people type who cannot scan, as short as it can be said."""
    return f"{house().settings.url.partition('://')[2]}/m"


def bounds_of_a_round() -> dict[str, dict[str, int]]:
    """What the board's fields for a round begin with, and how far they go."""
    return {
        "marks": {"start": MARKS, "least": 1, "most": MARKS_LIMIT},
        "phones": {"at_table": SEATS, "least": PHONES_LEAST, "most": PHONES_LIMIT},
    }


def _page(code: str, device: str | None) -> Page:
    with house().database.reading() as transaction:
        return priorities.page_of(transaction, house().runtime, _plain(code), device)


def _plain(code: str) -> str:
    """A code as it is kept: dashes, spaces and small letters do not matter."""
    return "".join(c for c in code[:CODE_LIMIT].upper() if c.isascii() and c.isalnum())


def _device() -> str | None:
    """The device behind the cookie, or None without one that we gave."""
    return priorities.device_behind(house().runtime, request.cookies.get(COOKIE, ""))


def _give_token(answer: Response) -> None:
    answer.set_cookie(
        COOKIE,
        priorities.new_device(house().runtime),
        max_age=COOKIE_DAYS * 86_400,
        httponly=True,
        samesite="Lax",
        secure=house().settings.url.startswith("https:"),
        path="/m",
    )


def _box() -> BallotBox:
    at_hand = house()
    made = BallotBox(at_hand.database, at_hand.runtime, at_hand.pump)
    box: BallotBox = current_app.extensions.setdefault("ballot box", made)
    return box


def _slip(code: str, device: str) -> Slip:
    """What a page of ours sends; raises ``Malformed`` for anything else."""
    if (request.content_length or 0) > BALLOT_LIMIT:
        raise Malformed("too_many", limit=MARKS_LIMIT)
    try:
        sent = orjson.loads(request.get_data()[: BALLOT_LIMIT + 1])
    except orjson.JSONDecodeError:
        raise Malformed(key="ballot") from None
    if not isinstance(sent, dict) or sent.keys() != {"id", "base", "points"}:
        raise Malformed(key="ballot")
    base, points = sent["base"], sent["points"]
    if type(base) is not int or not 0 <= base <= VERSION_LIMIT:
        raise Malformed(key="base")
    if not isinstance(points, list) or len(points) > MARKS_LIMIT:
        raise Malformed(key="points")
    return Slip(code, device, ident(sent["id"]), base, tuple(ident(point) for point in points))


def _told(page: Page) -> dict[str, Any]:
    return {
        "round": page.held.id,
        "state": "open" if page.held.state == "open" else "closed",
        "marks": page.held.marks,
        "points": [point["id"] for point in page.points],
        "mine": _mine(page.ballot) if page.ballot else None,
    }


def _mine(ballot: Ballot) -> dict[str, Any]:
    return {"version": ballot.version, "id": ballot.command, "points": list(ballot.points)}


def _drawn(template: str, status: int = 200, **variables: Any) -> Response:
    """A page that stands alone: it is opened by a whole hall at once, over one access point."""
    language = language_for(request.args.get("in"), request.accept_languages)
    secret = request.cookies.get(SESSION, "")
    drawn = render_template(
        f"priorities/{template}.html",
        language=language,
        direction=DIRECTIONS.get(language, "ltr"),
        languages=NAMES,
        words=words_in(language),
        csrf=csrf_token(house().runtime.secret, secret) if actor_or_none() else "",
        **variables,
    )
    return make_response(drawn, status)
