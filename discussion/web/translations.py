"""The pages of translations: which languages documents are issued in, and each text beside its own.

Translations are typed over the socket; how each stands to its source is read here, from what is
saved.
"""

from typing import Any

from flask import Blueprint, Response, jsonify, make_response, redirect, request, url_for

from discussion.domain.languages import written_from
from discussion.domain.people import Actor, Subject, may
from discussion.domain.translations import LANGUAGES, OWN_NAMES, STANDING_WORDS
from discussion.errors import NotFound
from discussion.services.translations import views
from discussion.storage.database import Database
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import act, asked, draw, workshop_of

pages = Blueprint("translations", __name__)


@pages.get("/translations")
def show() -> str:
    """Every language with how much is translated, and which ones documents are issued in."""
    actor = asked("see_translations")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
    told = run_beside(_languages, house().database, actor)
    return draw(
        "translations/languages.html",
        page="translations",
        workshop=workshop,
        languages=told,
        standings=STANDING_WORDS,
        own=LANGUAGES.get(workshop.programme.language, workshop.programme.language),
        may_choose=may(actor, "set_issued_languages", Subject(workshop.id)),
    )


@pages.post("/translations/issued")
def issue() -> Response:
    """Keeps the languages that documents are issued in beside the workshop's own."""
    asked("set_issued_languages")
    act("set_issued_languages", languages=request.form.getlist("language"))
    return make_response(redirect(url_for("translations.show"), 303))


@pages.get("/translations/<language>")
def write(language: str) -> str:
    """Every text beside its translation; comes empty, and fills over the socket."""
    actor = asked("see_translations")
    if language not in LANGUAGES:
        raise NotFound
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
    topics = [
        topic.id
        for topic in workshop.programme.topics
        if may(actor, "see_board", Subject(workshop.id, topic=topic.id))
    ]
    return draw(
        "translations/language.html",
        page="translations",
        workshop=workshop,
        code=language,
        name=LANGUAGES[language],
        own_name=OWN_NAMES[language],
        standings=STANDING_WORDS,
        page_data={
            "workshop": workshop.id,
            "language": language,
            "name": LANGUAGES[language],
            "direction": written_from(language),
            "topics": topics,
            "standings": STANDING_WORDS,
            "rows": url_for("translations.rows", language=language),
        },
    )


@pages.get("/translations/<language>/rows")
def rows(language: str) -> Response:
    """Every text with its translation, as both are saved."""
    actor = asked("see_translations")
    return jsonify(run_beside(_rows, house().database, actor, language))


def _languages(database: Database, actor: Actor) -> list[dict[str, Any]]:
    with database.reading() as transaction:
        return views.languages_state(transaction, workshop_of(transaction, actor), actor)


def _rows(database: Database, actor: Actor, language: str) -> dict[str, Any]:
    with database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        return views.rows_state(transaction, workshop, actor, language)
