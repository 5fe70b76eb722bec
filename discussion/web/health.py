"""Whether this installation is well, for whoever watches it."""

from flask import Blueprint, Response, make_response

from discussion.storage.database import answers
from discussion.web.house import house

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def healthz() -> Response:
    """200 when the database answers, 503 when it does not."""
    well = answers(house().database)
    return make_response("ok\n" if well else "the database does not answer\n", 200 if well else 503)
