"""The rapporteur's sheet, and the plenary's; and the taking-in of what a table saved to a file."""

from functools import partial
from typing import Any

from flask import Blueprint, Response, make_response, redirect, request, url_for

from discussion.domain.attribution import PUBLISHED, allows
from discussion.domain.contributions import (
    KINDS,
    NOTE_TYPING_LIMIT,
    READ_BACK_CHOICES,
    REASONS,
)
from discussion.domain.countries import COUNTRIES, ORGANISATIONS
from discussion.domain.people import Actor
from discussion.domain.programme import Workshop
from discussion.errors import DiscussionError, NotFound
from discussion.services import views
from discussion.services.copies import taking_in
from discussion.services.copies.reading import Copy, read_copy
from discussion.services.copies.taking_in import Outcome
from discussion.services.programme import attribution, plan
from discussion.storage.database import CannotStore, Transaction
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import asked, clock_of, draw, workshop_of
from discussion.web.sentences import sentence

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
        if not attribution.may_open_sheet(transaction, actor, held):
            raise NotFound
        workshop = workshop_of(transaction, actor)
        place = _place(transaction, workshop, held.table, held.topic, held.item)
        level = attribution.attribution_of(transaction, workshop.id).on(held.topic).published
    return draw(
        "contributions/sheet.html",
        page="sheet",
        workshop=workshop,
        programme=workshop.programme,
        published=PUBLISHED[level],
        **place,
        page_data={
            **_choices(workshop),
            "workshop": workshop.id,
            "sheet": held.id,
            "topic": views.topic_facts(place["topic"]) if place["topic"] else None,
            "item": held.item,
            "place": _named(place),
            "sheets": place["sheets"],
            "role": actor.role,
            "discussion": place["discussion"],
            "names_persons": allows(level, "person"),
        },
    )


@pages.get("/copies")
def copies() -> str:
    """Where the secretariat takes in what tables saved to files."""
    return _copies_page(asked("take_in_copy"))


@pages.post("/copies")
def take_in() -> Response:
    """Shows what a copy would do; takes it in once that has been seen (``do=take_in``)."""
    actor = asked("take_in_copy")
    request.max_form_memory_size = request.max_content_length  # the copy comes back in a field
    upload = request.files.get("copy")
    content = upload.read() if upload else request.form.get("held", "").encode()
    taking = request.form.get("do") == "take_in"
    try:
        copy = read_copy(content)
        with house().database.reading() as transaction:
            place = taking_in.place_of(transaction, actor, copy)
        outcomes = _take_in(actor, copy) if taking else _try_out(actor, copy)
    except CannotStore:
        raise
    except DiscussionError as refusal:
        return make_response(_copies_page(actor, failure=sentence(refusal)), refusal.status)
    told = {"copy": copy, "place": place, "taken": taking, **_told(outcomes)}
    held = "" if taking else content.decode()
    return make_response(_copies_page(actor, held=held, **told))


def _take_in(actor: Actor, copy: Copy) -> tuple[Outcome, ...]:
    pump = house().pump
    ask = partial(pump.ask, actor.workshop)
    return taking_in.take_in(house().database, actor, copy, ask)


def _try_out(actor: Actor, copy: Copy) -> tuple[Outcome, ...]:
    """Beside the writing thread: a trial writes into a copy in memory."""
    here = house()
    return run_beside(taking_in.try_out, here.database, here.runtime, actor, copy)


def _told(outcomes: tuple[Outcome, ...]) -> dict[str, Any]:
    """How many are new and known, and each one that is refused, with its sentence and words."""
    refused = [o for o in outcomes if o.refusal is not None]
    return {
        "new": sum(not o.known and o.refusal is None for o in outcomes),
        "known": sum(o.known for o in outcomes),
        "refused": [(o, sentence(o.refusal)) for o in refused if o.refusal is not None],
    }


def _copies_page(actor: Actor, **variables: Any) -> str:
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
    return draw(
        "contributions/copies.html",
        page="copies",
        workshop=workshop,
        programme=workshop.programme,
        **variables,
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


def _named(place: dict[str, Any]) -> str:
    """The sheet in words, as for the name of a file."""
    table, topic, item = place["table"], place["topic"], place["item"]
    about = f"topic {topic.number}" if topic else item.title if item else ""
    return f"{table.name}, {about}" if table else about


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
