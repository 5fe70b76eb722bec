"""The rules every request meets first: headers, session cookie, CSRF token, origin."""

import hashlib
import hmac
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, request

from discussion.certificates import authority_in_use
from discussion.domain.people import Subject, may
from discussion.errors import DiscussionError
from discussion.settings import Settings
from discussion.web.build import keeping
from discussion.web.house import house

COOKIE = "discussion_session"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'"
)

LARGE_FORMS = {"house_styles.bring": ("set_house_style", 10_100_000)}
"""Endpoints that take more than other forms may hold, in bytes, and who may send it."""


def protect(app: Flask) -> None:
    """Puts the rules in front of and behind every request of the app."""
    settings: Settings = app.extensions["discussion"].settings
    # A venue's own certificate lasts for weeks: its name must be free for plain http afterwards.
    app.config["STRICT"] = settings.url.startswith("https:") and not authority_in_use(settings)
    app.before_request(_refuse_forged)
    app.after_request(_harden)


def csrf_token(secret: bytes, session_secret: str) -> str:
    """The token forms and sockets must bring along; only a page of ours can know it."""
    return hmac.new(secret, b"csrf\0" + session_secret.encode(), hashlib.sha256).hexdigest()


def origin_allowed(settings: Settings, origin: str | None) -> bool:
    """Whether a socket may come from there; one that names no origin may not."""
    return origin is not None and origin.rstrip("/") in settings.allowed_origins


def remember(response: Response, secret: str) -> Response:
    """Gives the browser its session: a new secret at every sign-in."""
    settings = house().settings
    response.set_cookie(
        COOKIE,
        secret,
        max_age=settings.session_hours * 3600,
        httponly=True,
        samesite="Lax",
        secure=settings.url.startswith("https:"),
        path="/",
    )
    return response


def forget(response: Response) -> Response:
    """Takes the session from the browser."""
    response.delete_cookie(COOKIE, path="/")
    return response


def _refuse_forged() -> None:
    """A form of another site is refused: by its origin always, by its token once signed in."""
    if request.method in SAFE_METHODS:
        return
    _make_room()
    settings = house().settings
    origin = request.headers.get("Origin")
    own = f"{request.scheme}://{request.host}"
    if origin is not None and origin != own and origin not in settings.allowed_origins:
        raise DiscussionError("forbidden_origin", status=403, origin=urlsplit(origin).netloc)
    if origin is None and request.headers.get("Sec-Fetch-Site", "same-origin") not in (
        "same-origin",
        "none",
    ):
        raise DiscussionError("forbidden_origin", status=403, origin="")
    secret = request.cookies.get(COOKIE)
    if secret and g.get("actor") is not None:
        given = request.form.get("csrf") or request.headers.get("X-CSRF-Token", "")
        expected = csrf_token(house().runtime.secret, secret)
        if not hmac.compare_digest(given.encode(), expected.encode()):
            raise DiscussionError("csrf", status=403)


def _make_room() -> None:
    """A large form is read only from whoever may send one."""
    action, limit = LARGE_FORMS.get(request.endpoint or "", ("", 0))
    actor = g.get("actor")
    if actor is not None and may(actor, action, Subject(actor.workshop)):
        request.max_content_length = limit


def _harden(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
    if current_app.config["STRICT"]:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.endpoint == "static":
        headers["Cache-Control"] = keeping(response)
    else:
        headers["Cache-Control"] = "no-store"
        headers["Vary"] = "Cookie"
    return response
