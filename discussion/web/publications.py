"""The secretariat's page of documents, their editions and every note: build, read, download."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    jsonify,
    make_response,
    redirect,
    request,
    url_for,
)
from flask.blueprints import BlueprintSetupState

from discussion.domain.drafting.passages import HandEdit
from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme import Topic, Workshop
from discussion.domain.publications import (
    FINAL,
    document_kind,
    documents_of,
    file_key,
    read_file_key,
)
from discussion.services.drafting import remarks
from discussion.services.publications import (
    contributions,
    editions,
    hand_edits,
    house_styles,
    listing,
    making,
    overview,
)
from discussion.services.publications.editions import Building, Builds
from discussion.services.publications.overview import State
from discussion.services.publications.reading import languages_beside
from discussion.storage.database import Database
from discussion.web.downloads import MEDIA_TYPES, READING_POLICY, exports, hand_out
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import asked, draw, topic_numbered, workshop_of

pages = Blueprint("publications", __name__)

ALL = "all"
PLAYING_POLICY = READING_POLICY.replace("sandbox", f"script-src '{making.script_of_slides()}'")
"""Slides are turned by the house's own script, known by its hash, and by no other."""

EXPORT_WORDS = {"xlsx": "Excel", "csv": "CSV", "json": "JSON"}


@pages.record
def _prepare(state: BlueprintSetupState) -> None:
    """Each installation knows its own builds."""
    state.app.extensions["builds"] = Builds()


@pages.get("/publications")
def show() -> str | Response:
    """One row per document: newest edition, what changed since, build, download, read."""
    actor = asked("see_publications")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        state = overview.publications_state(transaction, workshop)
        styles = house_styles.names_in_force(transaction, workshop.id)
        beside = listing.beside_state(transaction, workshop)
        stages = listing.stages_state(transaction, workshop)
    if _wants_json():
        return jsonify(state)
    edits, paragraphs = run_beside(_written, house().database, workshop)
    return draw(
        "publications/publications.html",
        page="publications",
        workshop=workshop,
        state=state,
        house_styles=styles,
        beside=beside,
        edits=edits,
        paragraphs=paragraphs,
        stages=stages,
        may_build=may(actor, "build_document", Subject(workshop.id)),
        building=_builds().of(workshop.id),
        exports=_exports(actor, workshop),
        formats=EXPORT_WORDS,
    )


@pages.post("/publications/build")
def build() -> Response:
    """Builds one document, or all of them from one record, and waits for it.

    The build runs in a process of its own; meanwhile the house goes on serving.
    """
    actor = asked("build_document")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        stages = listing.stages_state(transaction, workshop)
        languages = 1 + len(languages_beside(transaction, workshop))
    building = _building(workshop, stages, languages)
    with _builds().one(building):
        run_beside(
            editions.run_build,
            house().settings.database_url,
            building,
            house().runtime.new_id(),
        )
        kept = house().pump.run(
            editions.keep_editions,
            house().database,
            house().runtime,
            actor,
            house().settings.exports,
            building,
        )
    if _wants_json():
        made = [_addressed(overview.edition_state(workshop, each)) for each in kept]
        return make_response(jsonify(editions=made), 201)
    return make_response(redirect(url_for("publications.show"), 303))


@pages.get("/publications/progress")
def progress() -> Response:
    """How far the build is that goes on now: files written, of how many."""
    building = _builds().of(asked("see_publications").workshop)
    if building is None:
        return jsonify(building=False)
    return jsonify(
        building=True,
        documents=building.documents,
        written=building.written,
        files=building.files,
    )


@pages.get("/editions/<edition>/read")
def read(edition: str) -> Response:
    """An edition as a page of its own, in the browser; ``language`` is a further one."""
    document, _, content = _file(edition, file_key("html", request.args.get("language", "")))
    slides = document_kind(document)[0].slides
    response = make_response(content)
    response.headers["Content-Type"] = MEDIA_TYPES["html"]
    response.headers["Content-Security-Policy"] = PLAYING_POLICY if slides else READING_POLICY
    return response


@pages.get("/editions/<edition>/files/<form>")
def download(edition: str, form: str) -> Response:
    """One file of an edition, whole and as it was built."""
    _, name, content = _file(edition, form)
    response = make_response(content)
    response.headers["Content-Type"] = MEDIA_TYPES[read_file_key(form)[0]]
    response.headers["Content-Security-Policy"] = READING_POLICY
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


@pages.get("/publications/contributions/<form>")
def every_note(form: str) -> Response:
    """Every note of the workshop as it stands now, whatever became of it, as a file."""
    actor = asked("export_contributions")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
    return _export(actor, workshop, None, form)


@pages.get("/topics/<int:number>/contributions/<form>")
def every_note_of(number: int, form: str) -> Response:
    """The same of one topic, for whoever moderates it."""
    actor = asked("export_topic")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
    topic = topic_numbered(workshop, number)
    asked("export_topic", topic=topic.id)
    return _export(actor, workshop, topic, form)


def _export(actor: Actor, workshop: Workshop, topic: Topic | None, form: str) -> Response:
    """Written in a process of its own, while the house goes on, and kept nowhere afterwards."""
    contributions.check_format(form)
    number = topic.number if topic else None
    with exports().one(actor.session):
        file = run_beside(
            contributions.run_export,
            house().settings.database_url,
            workshop.id,
            number,
            form,
            contributions.export_folder(house().settings.exports, workshop.id),
            house().runtime.new_id(),
        )
    return hand_out(file, workshop, "NOTES" if topic is None else f"NOTES.{number}", form)


def _written(
    database: Database, workshop: Workshop
) -> tuple[dict[str, tuple[HandEdit, ...]], State | None]:
    """What is written by hand, by document, and how far paragraphs are behind the points.

    Reading a large workshop takes a second.
    """
    with database.reading() as transaction:
        edits = hand_edits.edits_now(transaction, workshop)
        return edits, remarks.would_do(transaction, workshop.id)


def _exports(actor: Actor, workshop: Workshop) -> list[dict[str, Any]]:
    """The exports that the actor may have: of which topic, or None for all, and how many notes."""
    may_have: list[Topic | None] = [
        topic
        for topic in workshop.programme.topics
        if may(actor, "export_topic", Subject(workshop.id, topic=topic.id))
    ]
    if may(actor, "export_contributions", Subject(workshop.id)):
        may_have.insert(0, None)
    if not may_have:
        return []
    counted = run_beside(contributions.counts, house().database, workshop)
    return [
        {"topic": topic, "notes": counted[topic.number if topic else None]} for topic in may_have
    ]


def _building(workshop: Workshop, stages: Mapping[str, Sequence[str]], languages: int) -> Building:
    """What the form asks for; all means all that are not final, for those are corrected singly."""
    document, final = request.form.get("document", ""), bool(request.form.get("final"))
    open_ones = tuple(d for d in documents_of(workshop.programme) if FINAL in stages[d])
    documents = (open_ones or documents_of(workshop.programme)) if document == ALL else (document,)
    making.check_documents(workshop.programme, documents)
    folder = editions.building_folder(
        house().settings.exports, workshop.id, house().runtime.new_id()
    )
    files = overview.formats_of(documents, languages)
    final = final and document != ALL
    address = _outcome(workshop)
    return Building(workshop.id, documents, files, folder, final=final, address=address)


def _outcome(workshop: Workshop) -> str:
    """Where the outcome is read; "" as long as no other device could read there."""
    if house().settings.is_loopback:
        return ""
    return f"{house().settings.url}{url_for('outcome.of_workshop', workshop=workshop.id)}"


def _file(edition: str, form: str) -> tuple[str, str, bytes]:
    """Of which document an edition is, and one of its files: name and content."""
    actor = asked("see_publications")
    with house().database.reading() as transaction:
        kept = editions.find_edition(transaction, actor, edition)
    file, content = editions.read_file(house().settings.exports, kept, form)
    return kept.edition.document, file.name, content


def _addressed(state: State) -> State:
    """An edition with the addresses of its files, for programs."""
    for file in state["files"]:
        file["url"] = url_for(
            "publications.download", edition=state["id"], form=file["format"], _external=False
        )
    return state


def _builds() -> Builds:
    builds: Builds = current_app.extensions["builds"]
    return builds


def _wants_json() -> bool:
    offered = ["text/html", "application/json"]
    return request.accept_mimetypes.best_match(offered) == "application/json"
