"""What a browser may keep for a reload while the server is out of reach; open to all.

Private pages are ``no-store``, and stay so for every cache but one: the service worker's, which
keeps the pages named here for the person they were drawn for, and drops them as soon as an answer
says that somebody else, or nobody, is signed in.
"""

import json

from flask import Blueprint, Flask, Response, make_response, render_template, request, url_for

from discussion import assets
from discussion.web.build import build_of_app
from discussion.web.house import house
from discussion.web.pages import actor_or_none

KEPT = ("contributions.sheet",)
SHELL = (
    *(f"css/{name}" for name in ("base", "tokens", "frame", "print", "people", "components/")),
    "css/contributions",
    *(f"js/{column}/" for column in ("contributions", "frame", "live")),
    "dist/fonts.css",
    "dist/socket.io",
    "img/",
)
"""What a sheet and the page about being out of reach are made of; fonts come as they are used."""
NOBODY = "nobody"

pages = Blueprint("offline", __name__)


def tell_keepers(app: Flask) -> None:
    """Says in every answer whose it is, and in some that it may be kept."""
    app.after_request(_tell)


@pages.get("/worker.js")
def worker() -> Response:
    """The service worker, at the root, so that it serves every page; another one per build."""
    build = build_of_app()
    files = [url_for("static", filename=name) for name in build.files(*SHELL)]
    script = (assets.static() / "js" / "frame" / "worker.js").read_text("utf-8")
    given = f"const BUILD = {json.dumps(build.current)};\nconst SHELL = {json.dumps(files)};\n"
    answer = make_response(given + script)
    answer.headers["Content-Type"] = "text/javascript; charset=utf-8"
    return answer


@pages.get("/offline")
def offline() -> str:
    """What is shown in place of a page that is out of reach."""
    return render_template("people/offline.html", page="offline")


def _tell(response: Response) -> Response:
    if request.endpoint == "static":
        return response
    actor = actor_or_none()
    response.headers["Discussion-Person"] = actor.person if actor else NOBODY
    if actor and request.endpoint in KEPT and response.status_code == 200:
        seconds = house().settings.session_hours * 3600
        response.headers["Discussion-Keep"] = f"{build_of_app().current} {seconds}"
    return response
