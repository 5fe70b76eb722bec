"""The rapporteur's sheet, and the plenary's."""

from flask import Blueprint, Response, make_response, redirect, url_for

from discussion.domain.contributions import (
    KINDS,
    NOTE_TYPING_LIMIT,
    READ_BACK_CHOICES,
    REASONS,
)
from discussion.domain.countries import COUNTRIES, ORGANISATIONS
from discussion.errors import NotFound
from discussion.services import views
from discussion.storage import programme
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
        held = programme.list_discussions(transaction, actor.workshop)
        order = {"running": 0, "planned": 1, "closed": 2}
        topics = [d.topic for d in sorted(held, key=lambda d: order[d.state])]
        topics += [t.id for t in workshop_of(transaction, actor).programme.topics]
        if not topics:
            raise NotFound("topic_unknown", topic=1)
        sheet = programme.find_sheet(transaction, table=actor.table, topic=topics[0])
    if sheet is None:
        raise NotFound
    return make_response(redirect(url_for("contributions.sheet", sheet_id=sheet.id)))


@pages.get("/sheets/<sheet_id>")
def sheet(sheet_id: str) -> str:
    """One sheet, live; its notes come over the socket."""
    with house().database.reading() as transaction:
        held = programme.find_sheet(transaction, sheet=sheet_id)
        if held is None:
            asked("see_home")
            raise NotFound
        actor = asked("see_sheet", table=held.table, topic=held.topic)
        if held.workshop != actor.workshop:
            raise NotFound
        workshop = workshop_of(transaction, actor)
        topic = next((t for t in workshop.programme.topics if t.id == held.topic), None)
        item = next((i for i in workshop.programme.items if i.id == held.item), None)
        siblings = {
            s.topic: s.id
            for s in programme.list_sheets(transaction, workshop.id)
            if s.table == held.table and s.topic
        }
        clock = clock_of(transaction, workshop.id, held.topic) if held.topic else None
        card = programme.find_card(transaction, table=held.table) if held.table else None
    return draw(
        "contributions/sheet.html",
        page="sheet",
        workshop=workshop,
        programme=workshop.programme,
        topic=topic,
        item=item,
        table=card.table if card else None,
        discussion=clock,
        sheets=siblings,
        page_data={
            "workshop": workshop.id,
            "sheet": held.id,
            "topic": views.topic_facts(topic) if topic else None,
            "topics": [views.topic_facts(t) for t in workshop.programme.topics],
            "sheets": siblings,
            "kinds": KINDS,
            "reasons": REASONS,
            "typing_limit": NOTE_TYPING_LIMIT,
            "read_back_choices": READ_BACK_CHOICES,
            "countries": [
                {"code": c.iso, "names": [c.english, c.french, c.arabic]}
                for c in COUNTRIES.values()
            ],
            "organisations": list(ORGANISATIONS),
            "role": actor.role,
            "discussion": clock,
        },
    )
