"""The secretariat's page of documents and their editions: build, read, download."""

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

from discussion.domain.people import Subject, may
from discussion.domain.programme import Workshop
from discussion.domain.publications import documents_of
from discussion.services.publications import editions, making, overview
from discussion.services.publications.editions import Building, Builds
from discussion.services.publications.overview import State
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import asked, draw, workshop_of

pages = Blueprint("publications", __name__)

ALL = "all"
READING_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'; sandbox"
)
"""An edition carries its own style and may do nothing else: no script, no form, no request."""

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}


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
    if _wants_json():
        return jsonify(state)
    return draw(
        "publications/publications.html",
        page="publications",
        workshop=workshop,
        state=state,
        may_build=may(actor, "build_document", Subject(workshop.id)),
        building=_builds().of(workshop.id),
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
    _, content = _file(edition, "html")
    response = make_response(content)
    response.headers["Content-Type"] = MEDIA_TYPES["html"]
    response.headers["Content-Security-Policy"] = READING_POLICY
    return response


@pages.get("/editions/<edition>/files/<form>")
def download(edition: str, form: str) -> Response:
    """One file of an edition, whole and as it was built."""
    name, content = _file(edition, form)
    response = make_response(content)
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.headers["Content-Security-Policy"] = READING_POLICY
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _building(workshop: Workshop, document: str) -> Building:
    known = documents_of(workshop.programme)
    documents = known if document == ALL else (document,)
    making.check_documents(workshop.programme, documents)
    folder = editions.building_folder(house().settings.exports, workshop.id)
    return Building(workshop.id, documents, overview.formats_of(documents), folder)


def _file(edition: str, form: str) -> tuple[str, bytes]:
    actor = asked("see_publications")
    with house().database.reading() as transaction:
        kept = editions.find_edition(transaction, actor, edition)
    file, content = editions.read_file(house().settings.exports, kept, form)
    return file.name, content


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
