"""The one place where a refusal becomes a page or JSON; anything else is a bug, told as such."""

import logging

from flask import (
    Flask,
    Response,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.exceptions import HTTPException

from discussion.domain.programme_file import ProgrammeProblems
from discussion.errors import DiscussionError, Malformed, NotFound
from discussion.web.house import house
from discussion.web.sentences import sentence

log = logging.getLogger(__name__)


def translate(app: Flask) -> None:
    """Registers the translations on the app."""
    app.register_error_handler(DiscussionError, _refusal)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _bug)


def _refusal(refusal: DiscussionError) -> Response:
    if refusal.code == "signed_out" and request.method == "GET" and not _wants_json():
        return make_response(redirect(url_for("people.home", next=request.full_path.rstrip("?"))))
    body = sentence(refusal)
    if isinstance(refusal, ProgrammeProblems):
        body["problems"] = [{"key": p.key, "message": p.message} for p in refusal.problems]
    if _wants_json():
        return make_response(jsonify(error=body), refusal.status)
    page = render_template(
        "failures/page.html",
        failure=body,
        page="failure",
        home_url=url_for("people.home"),
    )
    return make_response(page, refusal.status)


def _http(error: HTTPException) -> Response:
    if error.code == 404:
        return _refusal(NotFound())
    refusal = Malformed(key="request")
    refusal.status = error.code or 400
    return _refusal(refusal)


def _bug(bug: Exception) -> Response:
    request_id = house().runtime.new_id()
    log.error("request %s %s met a bug", request_id, request.path, exc_info=bug)
    return _refusal(DiscussionError("internal", status=500, request=request_id))


def _wants_json() -> bool:
    best = request.accept_mimetypes.best_match(["text/html", "application/json"])
    return best == "application/json"
