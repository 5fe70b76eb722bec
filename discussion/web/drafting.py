"""The drafting page: the declaration's paragraphs as live texts, with what is remarked on them.

Paragraphs arrive and are typed in over the socket; numbers, rendered lines and remarks are read
here, each time from what is saved.
"""

from contextlib import suppress
from typing import Any

from flask import Blueprint, Response, jsonify, make_response, redirect, request, url_for

from discussion import assets
from discussion.domain.drafting.outcomes import OUTCOMES
from discussion.domain.drafting.paragraphs import SECTIONS
from discussion.domain.drafting.passages import has_passages
from discussion.domain.drafting.profiles import parse_profile
from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme import Workshop
from discussion.domain.publications import documents_of
from discussion.domain.translations import LANGUAGES
from discussion.errors import DiscussionError, Malformed, Refused
from discussion.services.drafting import rebuilding
from discussion.services.drafting.remarks import remarks_on
from discussion.services.drafting.views import choices_state
from discussion.services.publications.overview import document_title
from discussion.services.publications.reading import languages_beside
from discussion.storage.database import Database
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import act, act_all, asked, draw, workshop_of
from discussion.web.sentences import sentence

pages = Blueprint("drafting", __name__)


@pages.get("/drafting")
def show() -> str:
    """The declaration's paragraphs in their order; comes empty, and fills over the socket."""
    return _page(asked("see_drafting"))


@pages.get("/drafting/remarks")
def remarks() -> Response:
    """Numbers, rendered lines and remarks of every paragraph, as it is saved."""
    actor = asked("see_drafting")
    return jsonify(run_beside(_read, house().database, actor.workshop))


@pages.post("/drafting/rebuild")
def rebuild() -> Response:
    """Makes, renews and takes out paragraphs as the points call for it; hand edits stay."""
    actor = asked("rebuild_paragraphs")
    with house().database.reading() as transaction:
        new_id = house().runtime.new_id
        told = rebuilding.commands_of(transaction, actor.workshop, new_id)
    with suppress(Refused):  # somebody was faster or typed: what is left undone shows on the page
        act_all(told)
    return _back()


@pages.post("/drafting/settle")
def settle() -> Response:
    """Keeps a paragraph that was left alone as it is, or takes what would be said now."""
    actor, paragraph = asked("see_drafting"), request.form.get("paragraph", "")
    take = request.form.get("do") == "take"
    with house().database.reading() as transaction:
        told = rebuilding.settling(transaction, actor.workshop, paragraph, take=take)
    act_all(told)
    return _back(paragraph)


@pages.post("/drafting/choices")
def choose() -> tuple[str, int] | Response:
    """The profile and the outcome; a profile with mistakes is shown again with all of them."""
    actor = asked("set_drafting")
    written, outcome = request.form.get("profile", ""), request.form.get("outcome", "")
    if request.form.get("shipped") in _shipped():
        written = _shipped()[request.form["shipped"]]
    try:
        act("set_drafting", profile=written, outcome=outcome)
    except Malformed:
        raise
    except DiscussionError as refusal:
        return _page(actor, refusal=refusal, written=written), refusal.status
    return _back()


def _read(database: Database, workshop: str) -> dict[str, Any]:
    with database.reading() as transaction:
        return remarks_on(transaction, workshop)


def _page(
    actor: Actor, *, refusal: DiscussionError | None = None, written: str | None = None
) -> str:
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        chosen = choices_state(transaction, workshop.id)
        languages = languages_beside(transaction, workshop)
    shipped = _shipped()
    named = {name: parse_profile(text).title for name, text in shipped.items()}
    return draw(
        "drafting/drafting.html",
        page="drafting",
        workshop=workshop,
        chosen=chosen if written is None else {**chosen, "profile": written},
        refusal=sentence(refusal) if refusal else None,
        profiles=named,
        outcomes={name: outcome.title for name, outcome in OUTCOMES.items()},
        may_choose=may(actor, "set_drafting", Subject(workshop.id)),
        may_rebuild=may(actor, "rebuild_paragraphs", Subject(workshop.id)),
        written_in=[
            (document, document_title(workshop, document))
            for document in documents_of(workshop.programme)
            if has_passages(document)
        ],
        page_data={
            "workshop": workshop.id,
            "sections": _sections(actor, workshop),
            "remarks": url_for("drafting.remarks"),
            "settle": url_for("drafting.settle"),
            "languages": [{"code": code, "name": LANGUAGES[code]} for code in languages],
        },
    )


def _sections(actor: Actor, workshop: Workshop) -> list[dict[str, Any]]:
    """The sections in their order, and whether the reader may write in each."""
    common = may(actor, "draft_common", Subject(workshop.id))
    listed: list[dict[str, Any]] = []
    for name, title in SECTIONS.items():
        if name != "topic":
            listed.append({"section": name, "topic": None, "title": title, "writes": common})
            continue
        for topic in workshop.programme.topics:
            writes = may(actor, "edit_paragraph", Subject(workshop.id, topic=topic.id))
            told = {"section": name, "topic": topic.id, "title": topic.title, "writes": writes}
            listed.append({**told, "number": topic.number})
    return listed


def _shipped() -> dict[str, str]:
    """The profiles that come with the house, by name, the OIC's first."""
    files = (assets.folder("data") / "profiles").glob("*.toml")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(files)}
    return {"oic": texts.pop("oic"), **texts}


def _back(paragraph: str = "") -> Response:
    there = url_for("drafting.show", _anchor=f"p-{paragraph}" if paragraph else None)
    return make_response(redirect(there, 303))
