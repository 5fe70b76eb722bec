"""Whether this installation is well, for whoever watches it."""

from flask import Blueprint, Response, make_response

from discussion.storage.database import answers
from discussion.web.house import house

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def healthz() -> Response:
    """200 when the database answers and stores; 503 when it does not, in a few words."""
    if house().pump.failing:
        return make_response("the database does not store what it is given\n", 503)
    if not answers(house().database):
        return make_response("the database does not answer\n", 503)
    return make_response("ok\n")
