"""What became of what tables said: a page per table, one per workshop, and the way in by a code.

Whoever gives a table's code only to read is not signed in: a pass in a cookie opens that table's
page and nothing else. The pages are read anew each time; nothing comes over a socket.
"""

from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, make_response, redirect, request, url_for

from discussion.domain.contributions import KINDS
from discussion.domain.countries import COUNTRIES
from discussion.domain.drafting import day_in_words
from discussion.domain.outcome import READERS, Count
from discussion.domain.people import Subject, may
from discussion.domain.programme import Workshop
from discussion.domain.synthesis import STATUS_WORDS
from discussion.domain.translations import LANGUAGES, OWN_NAMES
from discussion.errors import DiscussionError, NotFound
from discussion.services import outcome
from discussion.services.history.playback import sheets_to_play
from discussion.services.outcome import Reader, WorkshopPage
from discussion.services.programme import plan
from discussion.services.publications import table_reports
from discussion.services.publications.overview import document_title
from discussion.services.publications.table_reports import Wanted
from discussion.web.downloads import hand_out, reports
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import act, actor_or_none, asked, draw
from discussion.web.people import card_given
from discussion.web.sentences import sentence

COOKIE = "discussion_outcome"
PASS_DAYS = 60  # people look for what became of their words long after the workshop
TYPED_LIMIT = 400  # characters of a field that a page shows again

pages = Blueprint("outcome", __name__)


@pages.get("/outcome")
def show() -> Response:
    """To the pages that are the reader's own; else the field for a table's code."""
    actor, card = actor_or_none(), _card_held()
    if actor is not None and actor.table is None:
        return make_response(redirect(url_for("outcome.of_workshop", workshop=actor.workshop)))
    if actor is not None:
        with house().database.reading() as transaction:
            table = plan.table_of(transaction, actor.table)
        return _to_table(actor.workshop, table.number) if table else _door()
    return _to_table(card.workshop, card.table.number) if card else _door()


@pages.post("/outcome")
def come_in() -> Response:
    """Takes a table's code, or its card's token, for a pass to that table's page."""
    code, token = request.form.get("code", "")[:TYPED_LIMIT], request.form.get("token", "")
    try:
        card = card_given(token, code)
    except DiscussionError as refusal:
        return _door(refusal, code=code)
    answer = _to_table(card.workshop, card.table.number)
    answer.set_cookie(
        COOKIE,
        outcome.pass_for(house().runtime, card),
        max_age=PASS_DAYS * 86_400,
        httponly=True,
        samesite="Lax",
        secure=house().settings.url.startswith("https:"),
        path="/outcome",
    )
    return answer


@pages.get("/outcome/<workshop>")
def of_workshop(workshop: str) -> Response:
    """Every table by topic with its counts."""
    reader = _reader()
    try:
        with house().database.reading() as transaction:
            page = outcome.read_workshop(transaction, house().runtime.now(), reader, workshop)
    except NotFound:
        return _shut()
    return _page(
        "outcome/workshop.html",
        page.workshop,
        state=page,
        topics=[(topic, _rows(page, topic.id)) for topic in page.workshop.programme.topics],
        works_here=reader.may("see_board", Subject(workshop)),
        chooses=may(reader.actor, "set_outcome_readers", Subject(workshop)),
        choices=READERS,
        address=f"{house().settings.url}{url_for('outcome.of_workshop', workshop=workshop)}",
        read_at=_when(page.workshop, page.read_at, zone=True),
    )


@pages.get("/outcome/<workshop>/tables/<int:number>")
def of_table(workshop: str, number: int) -> Response:
    """Every note of one table with what became of it; ``language``: the points in another one."""
    reader, chosen = _reader(), request.args.get("language", "")
    actor = reader.actor if reader.actor and reader.actor.workshop == workshop else None
    try:
        with house().database.reading() as transaction:
            now = house().runtime.now()
            page = outcome.read_table(transaction, now, reader, workshop, number)
            plays = sheets_to_play(transaction, actor, page.table.id) if actor else {}
            told = outcome.points_in(transaction, page)
    except NotFound:
        return _shut()
    return _page(
        "outcome/table.html",
        page.workshop,
        state=page,
        plays=plays,
        languages={code: OWN_NAMES[code] for code in LANGUAGES if code in told},
        chosen=chosen if chosen in told else "",
        said_in=told.get(chosen, {}),
        subtopics={s.id: s.title for on in page.topics for s in on.topic.subtopics},
        kinds=KINDS,
        countries={c.iso: c.english for c in COUNTRIES.values()},
        point_states=STATUS_WORDS,
        document_title=partial(document_title, page.workshop),
        when=partial(_when, page.workshop),
        read_at=_when(page.workshop, page.read_at, zone=True),
    )


@pages.get("/outcome/<workshop>/tables/<int:number>/files/<form>")
def report_of_table(workshop: str, number: int, form: str) -> Response:
    """The same as a paper, for whoever may read the page."""
    return _report(Wanted(workshop, number, form))


@pages.get("/outcome/<workshop>/files/<form>")
def reports_of_all(workshop: str, form: str) -> Response:
    """Every table's in one paper, for those who work with the notes."""
    return _report(Wanted(workshop, None, form))


@pages.post("/outcome/<workshop>/readers")
def set_readers(workshop: str) -> Response:
    """Keeps who may read the tables' pages."""
    actor = asked("set_outcome_readers")
    if actor.workshop != workshop:
        raise NotFound
    act("set_outcome_readers", readers=request.form.get("readers", ""))
    return make_response(redirect(url_for("outcome.of_workshop", workshop=workshop), 303))


def _report(wanted: Wanted) -> Response:
    """Written in a process of its own; one of a table at a time, however many ask."""
    reader, now, new_id = _reader(), house().runtime.now(), house().runtime.new_id
    try:
        with house().database.reading() as transaction:
            workshop = table_reports.check_reader(transaction, now, reader, wanted)
    except NotFound as refusal:
        if refusal.code == "format_unknown":
            raise
        return _shut()
    url = house().settings.database_url
    folder = house().settings.exports / wanted.workshop / ".reports" / new_id()
    whose = reader.actor.session if reader.actor else f"{workshop.id}/{wanted.table}/{wanted.form}"
    with reports().one(whose):
        file = run_beside(table_reports.run_report, url, reader, wanted, folder, new_id())
    return hand_out(file, workshop, table_reports.report_type(wanted.table), wanted.form)


def _page(template: str, workshop: Workshop, **variables: Any) -> Response:
    programme = workshop.programme
    drawn = draw(template, page="outcome", workshop=workshop, programme=programme, **variables)
    return make_response(drawn)


def _door(refusal: DiscussionError | None = None, *, code: str = "", status: int = 200) -> Response:
    """The field for a table's code, again with what was typed after a refusal."""
    failure = sentence(refusal) if refusal else None
    drawn = draw("outcome/door.html", page="outcome", failure=failure, code=code)
    return make_response(drawn, refusal.status if refusal else status)


def _shut() -> Response:
    """What is closed answers as what does not exist; whoever is not signed in may give a code."""
    if actor_or_none() is not None:
        raise NotFound
    return _door(status=401)


def _to_table(workshop: str, number: int) -> Response:
    address = url_for("outcome.of_table", workshop=workshop, number=number)
    return make_response(redirect(address, 303))


def _reader() -> Reader:
    card = _card_held()
    return Reader(actor_or_none(), outcome.rights_of(card) if card else None)


def _card_held() -> Any:
    """The card of the table whose pass the browser brings, or None."""
    given = request.cookies.get(COOKIE)
    if not given:
        return None
    with house().database.reading() as transaction:
        return outcome.behind_pass(transaction, house().runtime, given)


def _rows(page: WorkshopPage, topic: str) -> list[tuple[Any, Count]]:
    """The tables that said something on a topic, with how it stands."""
    return [(t, page.counts[topic, t.id]) for t in page.tables if (topic, t.id) in page.counts]


def _when(workshop: Workshop, at: datetime, *, zone: bool = False) -> str:
    """``8 July 2025, 18:30``, in the workshop's own time, which ``zone`` names."""
    name = workshop.programme.timezone
    local = at.astimezone(ZoneInfo(name))
    place = f" ({name.rpartition('/')[2].replace('_', ' ')} time)" if zone else ""
    return f"{day_in_words(local.date())}, {local:%H:%M}{place}"
