"""The secretariat's set-up, the programme for everybody, and table cards."""

from collections.abc import Callable

from flask import Blueprint, Response, jsonify, make_response, redirect, request, url_for

from discussion.domain.programme_file import read_programme
from discussion.errors import NotFound
from discussion.services import people, views
from discussion.services.cards import table_code, table_token
from discussion.services.programme import workshops
from discussion.storage import programme
from discussion.web.house import house
from discussion.web.pages import act, asked, draw, workshop_of
from discussion.web.people import link_address
from discussion.web.qr import qr_svg

pages = Blueprint("programme", __name__)


@pages.get("/programme")
def show() -> str:
    """The workshop exactly as its programme has it, with what is on now."""
    actor = asked("see_programme")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        state = views.workshop_state(transaction, workshop.id)
    return draw(
        "programme/programme.html",
        page="programme",
        workshop=workshop,
        programme=workshop.programme,
        discussions={d["item"]: d for d in state["discussions"]},
        page_data=state,
    )


@pages.get("/setup")
def setup() -> str:
    """The secretariat's first page: tables, discussions, and what to do next."""
    actor = asked("see_setup")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        state = views.workshop_state(transaction, workshop.id)
    return draw(
        "programme/setup.html",
        page="setup",
        workshop=workshop,
        programme=workshop.programme,
        state=state,
        loopback=house().settings.is_loopback,
        page_data=state,
    )


@pages.get("/cards")
def cards() -> str:
    """Table cards to print, several to a sheet; says what to set while no phone could use them."""
    actor = asked("see_cards")
    secret = house().runtime.secret
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        held = programme.list_cards(transaction, workshop.id)
    wanted = request.args.get("table")
    printed = [
        {
            "table": card.table,
            "code": table_code(secret, card.table.id, card.generation),
            "generation": card.generation,
            "qr": qr_svg(table_address(table_token(secret, card.table.id, card.generation))),
        }
        for card in held
        if wanted in (None, card.table.id)
    ]
    return draw(
        "programme/cards.html",
        page="cards",
        workshop=workshop,
        programme=workshop.programme,
        cards=printed,
        address=house().settings.url,
        loopback=house().settings.is_loopback,
    )


@pages.post("/tables")
def add_tables() -> Response:
    """Adds a named table, or ``count`` tables named by their numbers."""
    name = request.form.get("name", "").strip()
    count = request.form.get("count", "1", type=str)
    for _ in range(1 if name else min(int(count) if count.isdecimal() else 1, 100)):
        act("add_table", table=house().runtime.new_id(), name=name)
    return _back()


@pages.post("/tables/<table>")
def change_table(table: str) -> Response:
    """Renames or removes a table, or reissues its card, as ``do`` says."""
    steps: dict[str, Callable[[], object]] = {
        "rename": lambda: act("rename_table", table=table, name=request.form.get("name", "")),
        "remove": lambda: act("remove_table", table=table),
        "reissue": lambda: act("reissue_card", table=table),
    }
    do = request.form.get("do", "")
    if do not in steps:
        raise NotFound
    steps[do]()
    if do in ("remove", "reissue"):
        house().fanout.disconnect_table(table)
    return _back()


@pages.post("/discussions/<discussion>")
def change_discussion(discussion: str) -> Response:
    """Starts, extends or closes a discussion, as ``do`` says."""
    minutes = request.form.get("minutes", type=int)
    match request.form.get("do"):
        case "start":
            act("start_discussion", discussion=discussion, minutes=minutes)
        case "extend":
            act("extend_discussion", discussion=discussion, minutes=minutes or 0)
        case "close":
            act("close_discussion", discussion=discussion)
        case _:
            raise NotFound
    return _back()


@pages.post("/workshops")
def make_workshop() -> Response:
    """Makes a workshop from a programme file; answers its id and a link for its secretariat."""
    asked("make_workshop")
    upload = request.files.get("programme")
    text = upload.read() if upload else request.get_data()
    plan = read_programme(text, make_id=house().runtime.new_id)
    rehearsal = request.values.get("rehearsal") == "yes"
    made = house().pump.run(
        workshops.make_workshop, house().database, house().runtime, plan, rehearsal=rehearsal
    )
    _, token = house().pump.run(
        people.make_link,
        house().database,
        house().runtime,
        workshop=made,
        role="secretariat",
        hours=house().settings.link_hours,
    )
    return make_response(jsonify(workshop=made, link=link_address(token)), 201)


@pages.post("/workshops/<workshop>/delete")
def delete_workshop(workshop: str) -> Response:
    """Takes a rehearsal away, with its people, notes and documents."""
    actor = asked("delete_workshop")
    house().pump.run(workshops.delete_workshop, house().database, actor, workshop)
    return make_response(jsonify(deleted=workshop))


def table_address(token: str) -> str:
    """The whole address in a table card's QR code."""
    return f"{house().settings.url}/table#{token}"


def _back() -> Response:
    """To where the form stood; scripts that post forms take any success."""
    return make_response(redirect(url_for("programme.setup"), 303))
