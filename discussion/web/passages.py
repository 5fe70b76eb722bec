"""The page on which the texts of the proceedings and of slides are edited, each a live text.

Texts that somebody began arrive and are typed in over the socket; what is generated at each slot
is read here, from what is saved.
"""

from typing import Any

from flask import Blueprint, Response, jsonify, make_response, request, url_for

from discussion.domain.drafting.passages import STANDINGS
from discussion.domain.people import Subject, may_write
from discussion.domain.publications import document_kind
from discussion.services.drafting import slots
from discussion.services.drafting.passages import topic_of
from discussion.services.publications.overview import document_title
from discussion.storage.database import Database
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import asked, draw, workshop_of

pages = Blueprint("passages", __name__)


@pages.get("/drafting/texts/<document>")
def show(document: str) -> str:
    """Every text of a document in reading order; comes empty, and is filled by a script."""
    actor = asked("see_drafting")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        topic = topic_of(transaction, workshop.id, document)
    number = document_kind(document)[1]
    about = next((t for t in workshop.programme.topics if t.number == number), None)
    return draw(
        "drafting/passages.html",
        page="drafting",
        workshop=workshop,
        **({"topic": about} if about else {}),
        title=document_title(workshop, document),
        slides=document_kind(document)[0].slides,
        page_data={
            "workshop": workshop.id,
            "document": document,
            "writes": may_write(actor, "edit_passage", Subject(workshop.id, topic=topic)),
            "slots": url_for("passages.read", document=document),
            "standings": STANDINGS,
        },
    )


@pages.get("/drafting/texts/<document>/slots")
def read(document: str) -> Response:
    """What is generated at every slot and what stands there; nothing if nothing has happened."""
    actor = asked("see_drafting")
    with house().database.reading() as transaction:
        topic_of(transaction, actor.workshop, document)
    since = request.args.get("since", type=int)
    told = run_beside(_slots, house().database, actor.workshop, document, since)
    return make_response("", 204) if told is None else jsonify(told)


@pages.get("/drafting/texts/<document>/slots/<passage>")
def shown(document: str, passage: str) -> Response:
    """One text as it will read, as it is saved."""
    actor = asked("see_drafting")
    with house().database.reading() as transaction:
        topic_of(transaction, actor.workshop, document)
        return jsonify(shown=slots.shown(transaction, actor.workshop, document, passage))


def _slots(
    database: Database, workshop: str, document: str, since: int | None
) -> dict[str, Any] | None:
    with database.reading() as transaction:
        return slots.slots_of(transaction, workshop, document, since)
