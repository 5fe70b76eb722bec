"""Every edition that was ever built: who got it when, what changed between two, other variants."""

import re
from typing import Any

from flask import Blueprint, Response, make_response, redirect, request, url_for

from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme import Workshop
from discussion.domain.translations import LANGUAGES
from discussion.errors import NotFound
from discussion.services.drafting.restoring import begun_at, restoring
from discussion.services.publications import comparing, listing
from discussion.services.publications.building import file_name
from discussion.services.publications.comparing import Pair
from discussion.services.publications.overview import edition_state
from discussion.services.publications.variants import CONCORDANCE, FORMATS
from discussion.web.downloads import MEDIA_TYPES, READING_POLICY, exports
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import act, act_all, asked, draw, workshop_of

pages = Blueprint("editions", __name__)

_STYLE = re.compile(r' style="[^"]*"')
"""Widths of columns and pictures, which a page of ours takes from its own style alone."""


@pages.get("/editions")
def show() -> str:
    """One page that lists them all, with boxes to compare any two of a document."""
    actor = asked("see_publications")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        documents = listing.editions_state(transaction, workshop)
        begun = begun_at(transaction, workshop.id)
    return draw(
        "publications/editions.html",
        page="editions",
        workshop=workshop,
        documents=documents,
        may_circulate=may(actor, "circulate_edition", Subject(workshop.id)),
        may_restore=may(actor, "rebuild_paragraphs", Subject(workshop.id)),
        drafted_from=begun,
    )


@pages.post("/editions/<edition>/circulate")
def circulate(edition: str) -> Response:
    """Writes down to whom an edition was handed out, now."""
    asked("circulate_edition")
    act("circulate_edition", edition=edition, to=request.form.get("to", "").strip())
    return make_response(redirect(url_for("editions.show", _anchor=f"e-{edition}"), 303))


@pages.post("/editions/<edition>/restore")
def restore(edition: str) -> Response:
    """Brings the paragraphs of the draft back to what this edition was built of."""
    actor = asked("rebuild_paragraphs")
    with house().database.reading() as transaction:
        kept = comparing.find_pair(transaction, actor, edition, None).kept.edition
        if kept.document != "declaration":
            raise NotFound
        told = restoring(transaction, actor.workshop, kept.sequence)
    act_all(told)
    return make_response(redirect(url_for("drafting.show"), 303))


@pages.get("/editions/compare")
def choose() -> Response:
    """From the boxes of a form to the page of their comparison."""
    asked("see_publications")
    old, new = request.args.get("old", ""), request.args.get("new", "")
    if not old or not new:
        raise NotFound
    return make_response(redirect(url_for("editions.compare", old=old, new=new), 303))


@pages.get("/editions/<old>/compare/<new>")
def compare(old: str, new: str) -> str:
    """What came and what went from one edition to another, marked in the text."""
    language = request.args.get("language", "")
    actor, workshop, pair = _asked_for(new, old, language)
    with exports().one(actor.session):
        told = run_beside(
            comparing.run_comparison,
            house().settings.database_url,
            house().settings.exports,
            pair,
            house().runtime.new_id(),
        )
    return draw(
        "publications/compare.html",
        page="compare",
        workshop=workshop,
        old=edition_state(workshop, pair.against or pair.kept),
        new=edition_state(workshop, pair.kept),
        text=_STYLE.sub("", told["page"]),
        written={"lang": told["language"], "dir": told["direction"]},
        changes=told["changes"],
        counts=_counted(told["changes"]),
        beside=told["beside"],
        renumbered=told["renumbered"],
        chosen=language,
        names=LANGUAGES,
        languages=comparing.in_common(pair),
    )


@pages.get("/editions/<edition>/variants/<variant>/<form>")
def variant(edition: str, variant: str, form: str) -> Response:
    """An edition in another variant; ``against`` in the address is the one to compare with."""
    against, language = request.args.get("against"), request.args.get("language", "")
    actor, workshop, pair = _asked_for(edition, against, language)
    if form not in (*FORMATS, CONCORDANCE):
        formats = ", ".join(FORMATS)
        raise NotFound("format_unknown", document=pair.kept.edition.document, formats=formats)
    with exports().one(actor.session):
        content = run_beside(
            comparing.run_variant,
            house().settings.database_url,
            house().settings.exports,
            pair,
            variant,
            form,
            house().runtime.new_id(),
        )
    response = make_response(content)
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.headers["Content-Security-Policy"] = READING_POLICY
    name = file_name(pair.symbol_of(variant, form), form, rehearsal=workshop.rehearsal)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _asked_for(edition: str, against: str | None, language: str) -> tuple[Actor, Workshop, Pair]:
    """Who asks, and the editions; another workshop's answer as none."""
    actor = asked("see_publications")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        pair = comparing.find_pair(transaction, actor, edition, against, language)
        return actor, workshop, pair


def _counted(changes: list[dict[str, Any]]) -> dict[str, int]:
    """How many places are new, gone and changed, and how many words came and went."""
    kinds = [change["kind"] for change in changes]
    return {kind: kinds.count(kind) for kind in ("new", "gone", "changed")} | {
        words: sum(change[words] for change in changes) for words in ("came", "went")
    }
