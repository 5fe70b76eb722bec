"""The secretariat's set-up, the programme for everybody, and table cards."""

from collections.abc import Callable
from dataclasses import asdict

import gevent
from flask import Blueprint, Response, jsonify, make_response, redirect, request, url_for

from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme_file import read_programme
from discussion.errors import DiscussionError, Malformed, NotFound, Refused
from discussion.live.commands import MINUTES_LIMIT, parse_command
from discussion.services import people, views
from discussion.services.commands import Request
from discussion.services.programme import plan, workshops
from discussion.services.publications import editions
from discussion.web import attribution
from discussion.web.house import house
from discussion.web.live.pump import Pump
from discussion.web.pages import act, asked, doors, draw, workshop_of
from discussion.web.people import link_address
from discussion.web.qr import qr_svg
from discussion.web.sentences import sentence

TABLES_AT_ONCE = 100
CARDS_TO_A_SHEET = 8  # two across and four down on A4

pages = Blueprint("programme", __name__)


@pages.get("/programme")
def show() -> str:
    """The workshop exactly as its programme has it, with what is on now."""
    actor = asked("see_programme")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        state = views.workshop_state(transaction, workshop.id)
        sheets = plan.sheets_by_topic(transaction, workshop.id, actor.table or "")
        plenary = plan.plenary_sheets(transaction, workshop.id)
    return draw(
        "programme/programme.html",
        page="programme",
        workshop=workshop,
        programme=workshop.programme,
        discussions={d["item"]: d for d in state["discussions"]},
        doors={t.number: doors(actor, t, sheets) for t in workshop.programme.topics},
        plenary=plenary if may(actor, "see_sheet", Subject(workshop.id)) else {},
        drafts=may(actor, "see_drafting", Subject(workshop.id)),
        page_data={"workshop": workshop.id, "now": house().runtime.now().isoformat(), **state},
    )


@pages.get("/setup")
def setup() -> Response:
    """The secretariat's first page: what to do first, discussions, tables.

    For its script, which ticks what is done: how far the set-up has come.
    """
    actor = asked("see_setup")
    if not _for_a_script():
        return _setup_page(actor)
    with house().database.reading() as transaction:
        return jsonify(asdict(plan.beginnings(transaction, house().runtime, actor)))


@pages.get("/cards")
def cards() -> str | Response:
    """Table cards to print, several to a sheet; says what to set while no phone could use them.

    For programs: number, name and code of every table.
    """
    actor = asked("see_cards")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        held = plan.table_cards(transaction, house().runtime, actor)
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        return jsonify(
            [{"number": c.table.number, "name": c.table.name, "code": c.code} for c in held]
        )
    wanted = request.args.get("table")
    printed = [
        {"card": card, "address": address, "qr": qr_svg(address)}
        for card in held
        if wanted in (None, card.table.id)
        for address in [table_address(card.token)]
    ]
    return draw(
        "programme/cards.html",
        page="cards",
        workshop=workshop,
        programme=workshop.programme,
        cards=printed,
        of=len(held),
        to_a_sheet=CARDS_TO_A_SHEET,
        address=house().settings.url,
        port=house().settings.port,
        loopback=house().settings.is_loopback,
    )


@pages.post("/tables")
def add_tables() -> Response:
    """Adds a table for each line of ``names``, or ``count`` tables named by their numbers.

    Names that are refused come back to be mended; the others are added.
    """
    actor = asked("add_table")
    typed = request.form.get("names", request.form.get("name", ""))
    names = [name for name in (" ".join(line.split()) for line in typed.splitlines()) if name]
    try:
        refused = _add_all(actor, names or [""] * _count(request.form.get("count", "1")))
    except DiscussionError as refusal:
        return _refused(refusal, names=typed)
    if refused:
        return _refused(next(iter(refused.values())), names="\n".join(refused))
    return _done("tables")


@pages.post("/tables/<table>")
def change_table(table: str) -> Response:
    """Renames or removes a table, or reissues its card, as ``do`` says."""
    name = request.form.get("name", "")
    steps: dict[str, Callable[[], object]] = {
        "rename": lambda: act("rename_table", table=table, name=name),
        "remove": lambda: act("remove_table", table=table),
        "reissue": lambda: act("reissue_card", table=table),
    }
    do = request.form.get("do", "")
    if do not in steps:
        raise NotFound
    try:
        steps[do]()
    except DiscussionError as refusal:
        return _refused(refusal, table=table, name=name)
    if do in ("remove", "reissue"):
        house().fanout.disconnect_table(table)
    return _done("tables")


@pages.post("/discussions/<discussion>")
def change_discussion(discussion: str) -> Response:
    """Starts, extends or closes a discussion, as ``do`` says."""
    steps: dict[str, Callable[[], object]] = {
        "start": lambda: act("start_discussion", discussion=discussion, minutes=_minutes(least=1)),
        "extend": lambda: act(
            "extend_discussion", discussion=discussion, minutes=_minutes(least=-MINUTES_LIMIT) or 0
        ),
        "close": lambda: act("close_discussion", discussion=discussion),
    }
    do = request.form.get("do", "")
    if do not in steps:
        raise NotFound
    try:
        steps[do]()
    except DiscussionError as refusal:
        return _refused(refusal, discussion=discussion, minutes=request.values.get("minutes", ""))
    return _done("discussions")


@pages.post("/workshops")
def make_workshop() -> Response:
    """Makes a workshop from a programme file; answers its id and a link for its secretariat."""
    asked("make_workshop")
    upload = request.files.get("programme")
    text = upload.read() if upload else request.get_data()
    made_of = read_programme(text, make_id=house().runtime.new_id)
    rehearsal = request.values.get("rehearsal") == "yes"
    made = house().pump.run(
        workshops.make_workshop, house().database, house().runtime, made_of, rehearsal=rehearsal
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
    editions.remove_files(house().settings.exports, workshop)
    return make_response(jsonify(deleted=workshop))


def table_address(token: str) -> str:
    """The whole address in a table card's QR code."""
    return f"{house().settings.url}/table#{token}"


def _setup_page(actor: Actor, refusal: DiscussionError | None = None, **typed: str) -> Response:
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        state = views.workshop_state(transaction, workshop.id)
        plenary = plan.plenary_sheets(transaction, workshop.id)
        begun = plan.beginnings(transaction, house().runtime, actor)
        naming = attribution.state_of(transaction, actor, workshop)
    page = draw(
        "programme/setup.html",
        page="setup",
        workshop=workshop,
        programme=workshop.programme,
        state=state,
        topics={t.id: t for t in workshop.programme.topics},
        items={i.id: i for i in workshop.programme.items},
        plenary=plenary,
        begun=begun,
        attribution=naming,
        loopback=house().settings.is_loopback,
        address=house().settings.url,
        port=house().settings.port,
        failure=sentence(refusal) if refusal else None,
        typed=typed,
        page_data={"workshop": workshop.id, "now": house().runtime.now().isoformat(), **state},
    )
    return make_response(page, refusal.status if refusal else 200)


def _add_all(actor: Actor, names: list[str]) -> dict[str, DiscussionError]:
    """Adds the tables in one batch; the refusals by name."""
    if len(names) > TABLES_AT_ONCE:
        raise Refused("too_many", limit=TABLES_AT_ONCE)
    refused: dict[str, DiscussionError] = {}
    asking = {}
    for name in names:
        message = {"id": house().runtime.new_id(), "do": "add_table", "name": name}
        try:
            command = parse_command({**message, "table": house().runtime.new_id()})
        except DiscussionError as refusal:
            refused[name] = refusal
            continue
        request_of_table = Request(actor.session, command)
        asking[command.id] = name, gevent.spawn(_refusal_of, house().pump, actor, request_of_table)
    for name, answer in asking.values():
        if (outcome := answer.get()) is not None:
            refused[name] = outcome
    return refused


def _refusal_of(pump: Pump, actor: Actor, asked: Request) -> DiscussionError | None:
    """Handed back, not raised: gevent would print what is raised in its threads as its own."""
    try:
        pump.ask(actor.workshop, asked)
    except DiscussionError as refusal:
        return refusal
    return None


def _count(typed: str) -> int:
    count = int(typed) if typed.strip().isdecimal() and len(typed) < 9 else 0
    if not 1 <= count <= TABLES_AT_ONCE:
        raise Malformed("count_unknown")
    return count


def _minutes(*, least: int) -> int | None:
    """What was typed or pressed; None for the planned minutes."""
    typed = request.values.get("minutes", "").strip()
    if not typed:
        return None
    try:
        minutes = int(typed)
    except ValueError:
        raise Malformed("minutes_unknown") from None
    if not least <= minutes <= MINUTES_LIMIT:
        raise Malformed("minutes_unknown")
    return minutes


def _refused(refusal: DiscussionError, **typed: str) -> Response:
    """The set-up page again, with the sentence and what was typed; scripts get it as JSON."""
    actor = asked("see_home")
    if _for_a_script():
        return make_response(jsonify(error=sentence(refusal), typed=typed), refusal.status)
    if not may(actor, "see_setup", Subject(actor.workshop)):
        raise refusal
    return _setup_page(actor, refusal, **typed)


def _done(part: str) -> Response:
    """To the part of the page where the form stood; scripts hear that it is durable."""
    if _for_a_script():
        return jsonify(done=True)
    actor = asked("see_home")
    if may(actor, "see_setup", Subject(actor.workshop)):
        return make_response(redirect(url_for("programme.setup", _anchor=part), 303))
    return make_response(redirect(url_for("people.home"), 303))


def _for_a_script() -> bool:
    return request.accept_mimetypes.best == "application/json"
