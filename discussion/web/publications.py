"""The secretariat's page of documents, their editions and every note: build, read, download."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

from flask import (
    Blueprint,
    Response,
    current_app,
    jsonify,
    make_response,
    redirect,
    request,
    send_file,
    url_for,
)
from flask.blueprints import BlueprintSetupState
from gevent.lock import BoundedSemaphore

from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme import Topic, Workshop
from discussion.domain.publications import document_kind, documents_of, symbol_of
from discussion.errors import Refused
from discussion.services.publications import contributions, editions, making, overview
from discussion.services.publications.building import file_name
from discussion.services.publications.editions import Building, Builds
from discussion.services.publications.overview import State
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import asked, draw, topic_numbered, workshop_of

pages = Blueprint("publications", __name__)

ALL = "all"
READING_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'; sandbox"
)
"""An edition carries its own style and may do nothing else: no script, no form, no request."""

PLAYING_POLICY = READING_POLICY.replace("sandbox", f"script-src '{making.script_of_slides()}'")
"""Slides are turned by the house's own script, known by its hash, and by no other."""

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "toml": "application/toml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
EXPORT_WORDS = {"xlsx": "Excel", "csv": "CSV", "json": "JSON"}


class _Turns:
    """Exports are written one after the other, and nobody waits for two at once."""

    def __init__(self) -> None:
        self._waiting: set[str] = set()
        self._turn = BoundedSemaphore(1)

    @contextmanager
    def one(self, session: str) -> Iterator[None]:
        """Waits for a turn and holds it; raises ``export_running`` when that session has one."""
        if session in self._waiting:
            raise Refused("export_running")
        self._waiting.add(session)
        try:
            with self._turn:
                yield
        finally:
            self._waiting.remove(session)


@pages.record
def _prepare(state: BlueprintSetupState) -> None:
    """Each installation knows its own builds and exports."""
    state.app.extensions["builds"] = Builds()
    state.app.extensions["exports"] = _Turns()


@pages.get("/publications")
def show() -> str | Response:
    """One row per document: newest edition, what changed since, build, download, read."""
    actor = asked("see_publications")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        state = overview.publications_state(transaction, workshop)
    if _wants_json():
        return jsonify(state)
    return draw(
        "publications/publications.html",
        page="publications",
        workshop=workshop,
        state=state,
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
    building = _building(workshop, request.form.get("document", ""))
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
    """An edition as a page of its own, in the browser."""
    document, _, content = _file(edition, "html")
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
    response.headers["Content-Type"] = MEDIA_TYPES[form]
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
    turns: _Turns = current_app.extensions["exports"]
    with turns.one(actor.session):
        file = run_beside(
            contributions.run_export,
            house().settings.database_url,
            workshop.id,
            number,
            form,
            contributions.export_folder(house().settings.exports, workshop.id),
            house().runtime.new_id(),
        )
        size, content = file.stat().st_size, contributions.take(file)
    name = _export_name(workshop, number, form)
    response = send_file(content, as_attachment=True, download_name=name)
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.content_length = size
    return response


def _export_name(workshop: Workshop, topic: int | None, form: str) -> str:
    """``OIC-PESNET-WS-KL-2025-NOTES.2-20250708-1830.csv``: of topic 2, at half past six there."""
    programme = workshop.programme
    now = house().runtime.now().astimezone(ZoneInfo(programme.timezone))
    type_ = "NOTES" if topic is None else f"NOTES.{topic}"
    symbol = symbol_of(programme, type_, f"{now:%Y%m%d-%H%M}")
    return file_name(symbol, form, rehearsal=workshop.rehearsal)


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


def _building(workshop: Workshop, document: str) -> Building:
    known = documents_of(workshop.programme)
    documents = known if document == ALL else (document,)
    making.check_documents(workshop.programme, documents)
    folder = editions.building_folder(house().settings.exports, workshop.id)
    return Building(workshop.id, documents, overview.formats_of(documents), folder)


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
