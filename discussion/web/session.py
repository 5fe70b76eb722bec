"""Who this browser is signed in as, for a page that has been open for long."""

from flask import Blueprint, Response, jsonify, request

from discussion.web.house import house
from discussion.web.pages import actor_or_none
from discussion.web.security import COOKIE, csrf_token

pages = Blueprint("session", __name__)


@pages.get("/session")
def session() -> Response:
    """The person behind the session cookie and the token forms and sockets must bring along.

    Another site's page cannot read the answer; without a session all of it is null.
    """
    actor = actor_or_none()
    if actor is None:
        return jsonify(person=None, name=None, csrf=None)
    token = csrf_token(house().runtime.secret, request.cookies.get(COOKIE, ""))
    return jsonify(person=actor.person, name=actor.name, csrf=token)
