"""The rapporteur's sheet, and the plenary's."""

from typing import Any

from flask import Blueprint, Response, make_response, redirect, url_for

from discussion.domain.contributions import (
    KINDS,
    NOTE_TYPING_LIMIT,
    READ_BACK_CHOICES,
    REASONS,
)
from discussion.domain.countries import COUNTRIES, ORGANISATIONS
from discussion.domain.programme import Workshop
from discussion.errors import NotFound
from discussion.services import views
from discussion.services.programme import plan
from discussion.storage.database import Transaction
from discussion.web.house import house
from discussion.web.pages import asked, clock_of, draw, workshop_of

pages = Blueprint("contributions", __name__)


@pages.get("/sheet")
def own_sheet() -> Response:
    """To the table's sheet on the topic being discussed, else the next one, else the first."""
    actor = asked("see_home")
    if actor.table is None:
        raise NotFound
    with house().database.reading() as transaction:
        topic = plan.topic_at_hand(transaction, actor)
        sheets = plan.sheets_by_topic(transaction, actor.workshop, actor.table)
    if topic is None or topic.id not in sheets:
        raise NotFound("topic_unknown", topic=1)
    return make_response(redirect(url_for("contributions.sheet", sheet_id=sheets[topic.id])))


@pages.get("/sheets/<sheet_id>")
def sheet(sheet_id: str) -> str:
    """One sheet, live; its notes come over the socket."""
    somebody = asked("see_home")
    with house().database.reading() as transaction:
        held = plan.find_sheet(transaction, sheet_id)
        if held is None or held.workshop != somebody.workshop:
            raise NotFound
        actor = asked("see_sheet", table=held.table, topic=held.topic)
        workshop = workshop_of(transaction, actor)
        place = _place(transaction, workshop, held.table, held.topic, held.item)
    return draw(
        "contributions/sheet.html",
        page="sheet",
        workshop=workshop,
        programme=workshop.programme,
        **place,
        page_data={
            **_choices(workshop),
            "workshop": workshop.id,
            "sheet": held.id,
            "topic": views.topic_facts(place["topic"]) if place["topic"] else None,
            "item": held.item,
            "sheets": place["sheets"],
            "role": actor.role,
            "discussion": place["discussion"],
        },
    )


def _place(
    transaction: Transaction,
    workshop: Workshop,
    table: str | None,
    topic: str | None,
    item: str | None,
) -> dict[str, Any]:
    """What the sheet belongs to, the table's other sheets, and its topic's clock."""
    return {
        "topic": next((t for t in workshop.programme.topics if t.id == topic), None),
        "item": next((i for i in workshop.programme.items if i.id == item), None),
        "table": plan.table_of(transaction, table),
        "sheets": plan.sheets_by_topic(transaction, workshop.id, table) if table else {},
        "discussion": clock_of(transaction, workshop.id, topic) if topic else None,
    }


def _choices(workshop: Workshop) -> dict[str, Any]:
    """What a rapporteur may choose from."""
    return {
        "topics": [views.topic_facts(t) for t in workshop.programme.topics],
        "kinds": list(KINDS.items()),  # pairs: their order is that of the digits
        "reasons": REASONS,
        "typing_limit": NOTE_TYPING_LIMIT,
        "read_back_choices": READ_BACK_CHOICES,
        "countries": [
            {"code": c.iso, "names": [c.english, c.french, c.arabic]} for c in COUNTRIES.values()
        ],
        "organisations": list(ORGANISATIONS),
    }
