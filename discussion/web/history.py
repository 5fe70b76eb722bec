"""Pages of history: versions of a text, acts on a topic, a sheet played back.

They read and never write; words are brought back by the page of a text, typing them anew.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, jsonify, request, url_for

from discussion.domain import contributions
from discussion.domain.countries import COUNTRIES
from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme import Topic, Workshop
from discussion.domain.translations import LANGUAGES
from discussion.services.history import playback, texts, topic
from discussion.services.history.texts import Home
from discussion.services.history.topic import Act, Asked
from discussion.services.programme import attribution
from discussion.services.publications.overview import document_title
from discussion.storage.database import Database
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import asked, clock_of, draw, topic_numbered, workshop_of

TYPED_LIMIT = 128  # characters of a value in the address that are looked at
NUMBER_LIMIT = 2**53  # of events in an address
CENTURIES = range(2000, 3000)  # at the ends of time there is no minute before or after
MINUTE = "%Y-%m-%dT%H:%M"  # as a field of date and time has it

pages = Blueprint("history", __name__)


@pages.get("/history/<text>")
def of_text(text: str) -> str:
    """Every version of a text, whatever it is of."""
    actor = asked("see_home")
    told = run_beside(_versions, house().database, actor, text)
    with house().database.reading() as transaction:
        home = texts.home_of(transaction, actor, text)
        workshop = workshop_of(transaction, actor)
        name = texts.table_name(transaction, home.workshop, home.table)
    about = _topic_with(workshop, home.topic)
    return draw(
        "history/text.html",
        page="history",
        workshop=workshop,
        **({"topic": about} if about else {}),
        home=home,
        place=_place(actor, workshop, home) or name,
        ways=_ways(actor, home, about),
        page_data={
            **told,
            "workshop": workshop.id,
            "of": home.of,
            "channel": home.channel,
            "now": house().runtime.now().isoformat(),
            "zone": workshop.programme.timezone,
        },
    )


@pages.get("/history/<text>/sittings")
def sittings(text: str) -> Response:
    """The same as values, for the page once more was typed."""
    return jsonify(run_beside(_versions, house().database, asked("see_home"), text))


@pages.get("/topics/<int:number>/history")
def of_topic(number: int) -> str:
    """All that was done on a topic, as the address asks for it."""
    somebody = asked("see_home")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, somebody)
        about = topic_numbered(workshop, number)
        actor = asked("see_topic_history", topic=about.id)
        wanted = {name: _given(name) for name in ("acts", "who", "table", "after", "until")}
        held = topic.acts_of(transaction, actor, about.id, _asked(workshop, wanted))
        clock = clock_of(transaction, workshop.id, about.id)
        plays = attribution.opens_sheets(transaction, actor, about.id)
    return draw(
        "history/topic.html",
        page="history",
        workshop=workshop,
        topic=about,
        discussion=clock,
        held=held,
        days=_by_day(workshop, held.acts),
        wanted=wanted,
        older=_again(number, wanted, held.below) if held.below else None,
        newest=_again(number, wanted, None),
        acts=topic.ACTS,
        reasons=contributions.REASONS,
        local=lambda at: at.astimezone(_zone(workshop)),
        place=workshop.programme.timezone.rpartition("/")[2].replace("_", " "),
        plays=plays,
        hour=_hour(workshop, clock),
    )


@pages.get("/playback/<sheet>")
def play(sheet: str) -> str:
    """A sheet as it came about; its frames are fetched by the page."""
    actor = asked("see_home")
    with house().database.reading() as transaction:
        held = playback.sheet_to_play(transaction, actor, sheet)
        workshop = workshop_of(transaction, actor)
        name = texts.table_name(transaction, held.workshop, held.table)
    about = _topic_with(workshop, held.topic)
    items = (i.title for i in workshop.programme.items if i.id == held.item)
    return draw(
        "history/playback.html",
        page="playback",
        workshop=workshop,
        **({"topic": about} if about else {}),
        sheet=sheet,
        place=name or next(items, ""),
        page_data={
            "sheet": sheet,
            "zone": workshop.programme.timezone,
            "kinds": contributions.KINDS,
            "states": contributions.STATUS_WORDS,
            "reasons": contributions.REASONS,
            "did": playback.DID,
            "subtopics": {s.id: s.title for s in about.subtopics} if about else {},
            "countries": {c.iso: c.english for c in COUNTRIES.values()},
        },
    )


@pages.get("/playback/<sheet>/film")
def film(sheet: str) -> Response:
    """A part of a sheet's film, after the number in the address."""
    actor = asked("see_home")
    with house().database.reading() as transaction:
        return jsonify(playback.film_of(transaction, actor, sheet, after=_number("after") or 0))


def _topic_with(workshop: Workshop, topic_id: str | None) -> Topic | None:
    return next((t for t in workshop.programme.topics if t.id == topic_id), None)


def _versions(database: Database, actor: Actor, text: str) -> dict[str, Any]:
    """Of a text typed in for hours they take seconds, in which others type on."""
    with database.reading() as transaction:
        return texts.history_of(transaction, actor, text)


def _ways(actor: Actor, home: Home, about: Topic | None) -> list[tuple[str, str]]:
    """Where to go from a text: words and address."""
    ways = []
    if home.sheet is not None:
        ways.append(("Sheet", url_for("contributions.sheet", sheet_id=home.sheet)))
    if home.language is not None:
        there = url_for("translations.write", language=home.language, _anchor=f"t-{home.source}")
        ways.append(("Translations", there))
    if home.of == "paragraph":
        ways.append(("Drafting", url_for("drafting.show", _anchor=f"p-{home.text}")))
    elif home.document is not None:
        there = url_for("passages.show", document=home.document, _anchor=f"p-{home.text}")
        ways.append(("All its texts", there))
    if about is None:
        return ways
    for words, action, page in (
        ("Board", "see_board", "synthesis.board"),
        ("History of the topic", "see_topic_history", "history.of_topic"),
    ):
        if may(actor, action, Subject(actor.workshop, topic=about.id)):
            ways.append((words, url_for(page, number=about.number)))
    return ways


def _place(actor: Actor, workshop: Workshop, home: Home) -> str | None:
    """What a text belongs to, unless it is a table."""
    if home.document is not None:
        return document_title(workshop, home.document)
    if home.language is not None:
        return f"Translation into {LANGUAGES[home.language]}"
    return "Your table" if actor.table else None


def _given(name: str) -> str:
    return request.args.get(name, "")[:TYPED_LIMIT].strip()


def _number(name: str) -> int | None:
    """The number of an event in the address, None for none that could be one."""
    given = request.args.get(name, type=int)
    return given if given is not None and 0 <= given < NUMBER_LIMIT else None


def _asked(workshop: Workshop, wanted: dict[str, str]) -> Asked:
    """What the address asks for; what makes no sense asks for nothing."""
    until = _moment(workshop, wanted["until"])
    number = wanted["table"]
    return Asked(
        who=wanted["who"],
        table=int(number) if number.isascii() and number.isdigit() else None,
        acts=wanted["acts"],
        after=_moment(workshop, wanted["after"]),
        until=until + timedelta(minutes=1) if until else None,
        below=_number("below"),
    )


def _moment(workshop: Workshop, given: str) -> datetime | None:
    """A minute of the workshop's own clock, as a field of the page gives it."""
    try:
        found = datetime.strptime(given, MINUTE).replace(tzinfo=_zone(workshop))
    except ValueError:
        return None
    return found if found.year in CENTURIES else None


def _hour(workshop: Workshop, clock: Any) -> tuple[str, str] | None:
    """The minutes in which the topic's discussion began and ended, or is to end."""
    if clock is None or clock["started_at"] is None:
        return None
    ends = (clock["started_at"], clock["closed_at"] or clock["ends_at"])
    first, last = (datetime.fromisoformat(at).astimezone(_zone(workshop)) for at in ends)
    return f"{first:{MINUTE}}", f"{last:{MINUTE}}"


def _again(number: int, wanted: dict[str, str], below: int | None) -> str:
    """The same page with what it was asked for, from another place on."""
    kept = {name: value for name, value in {**wanted, "below": below}.items() if value}
    return f"{url_for('history.of_topic', number=number)}?{urlencode(kept)}"


def _by_day(workshop: Workshop, acts: Sequence[Act]) -> list[tuple[str, list[Act]]]:
    """The acts under the days of the workshop's own calendar, in their order."""

    def day(act: Act) -> str:
        local = act.at.astimezone(_zone(workshop))
        return f"{local.day} {local:%B %Y}"

    return [(words, list(found)) for words, found in groupby(acts, key=day)]


def _zone(workshop: Workshop) -> ZoneInfo:
    return ZoneInfo(workshop.programme.timezone)
