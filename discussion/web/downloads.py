"""Files that are written for whoever asks, as things stand at that moment, and kept nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, current_app, make_response, send_file
from flask.blueprints import BlueprintSetupState
from gevent.lock import BoundedSemaphore

from discussion.domain.programme import Workshop
from discussion.domain.publications import DOCUMENTS, symbol_of
from discussion.errors import NotFound, Refused
from discussion.services.programme import plan
from discussion.services.publications import contributions, making, table_cards, whole_workshop
from discussion.services.publications.building import file_name
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import asked

pages = Blueprint("downloads", __name__)

READING_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'; sandbox"
)
"""An edition carries its own style and may do nothing else: no script, no form, no request."""

ON_THIS_COMPUTER = "For trying out on this computer only"

MEDIA_TYPES = {
    "akn": "application/akn+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "toml": "application/toml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "zip": "application/zip",
}


class Turns:
    """Files are written one after the other, and nobody waits for two at once."""

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
    """What tables and everybody else may ask for stands in no way of the secretariat's exports."""
    state.app.extensions["exports"] = Turns()
    state.app.extensions["reports"] = Turns()


@pages.get("/programme/files/<form>")
def programme(form: str) -> Response:
    """The programme for a calendar, a spreadsheet or another house; quick enough to be made here.

    A calendar's program may fetch it again: the sessions keep their ids.
    """
    actor = asked("see_programme")
    with house().database.reading() as transaction:
        workshop = plan.workshop_held(transaction, actor.workshop)
        moment = plan.last_event_at(transaction, actor.workshop)
    files = making.programme_files(workshop, moment)
    if form not in files:
        raise NotFound("format_unknown", document="programme", formats=", ".join(files))
    return _handed_out(files[form](), _name(workshop, DOCUMENTS["programme"].symbol, form), form)


@pages.get("/cards/files/<form>")
def cards(form: str) -> Response:
    """Every table's card as a file to print, one to a page; cards that none could use say so."""
    actor = asked("see_cards")
    table_cards.check_format(form)
    settings = house().settings
    with house().database.reading() as transaction:
        held = plan.workshop_held(transaction, actor.workshop)
        faces = tuple(
            table_cards.Face(card.table.name, card.code, f"{settings.url}/table#{card.token}")
            for card in plan.table_cards(transaction, house().runtime, actor)
        )
    wanted = table_cards.Wanted(
        workshop=held.id,
        form=form,
        address=settings.url.partition("://")[2],
        remark=ON_THIS_COMPUTER if settings.is_loopback else "",
        faces=faces,
    )
    url, new_id = settings.database_url, house().runtime.new_id
    folder = settings.exports / held.id / ".cards"
    with exports().one(actor.session):
        file = run_beside(table_cards.run_cards, url, wanted, folder, new_id())
        return hand_out(file, held, "CARDS", form)


@pages.get("/workshop/files/<form>")
def workshop(form: str) -> Response:
    """The whole workshop in one archive, written in a process of its own."""
    actor = asked("export_workshop")
    whole_workshop.check_format(form)
    with house().database.reading() as transaction:
        held = plan.workshop_held(transaction, actor.workshop)
    exports_of_house = house().settings.exports
    with exports().one(actor.session):
        file = run_beside(
            whole_workshop.run_archive,
            house().settings.database_url,
            exports_of_house,
            held.id,
            exports_of_house / held.id / ".whole",
            house().runtime.new_id(),
        )
        return hand_out(file, held, "WHOLE", form)


def exports() -> Turns:
    """The turns of what the secretariat and moderators have written out."""
    turns: Turns = current_app.extensions["exports"]
    return turns


def reports() -> Turns:
    """The turns of what everybody may ask for."""
    turns: Turns = current_app.extensions["reports"]
    return turns


def hand_out(file: Path, workshop: Workshop, type_: str, form: str) -> Response:
    """A file that was written for this request, under the workshop's name and the time there."""
    size, content = file.stat().st_size, contributions.take(file)
    now = house().runtime.now().astimezone(ZoneInfo(workshop.programme.timezone))
    name = _name(workshop, type_, form, f"{now:%Y%m%d-%H%M}")
    response = send_file(content, as_attachment=True, download_name=name)
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.content_length = size
    return response


def _handed_out(content: bytes, name: str, form: str) -> Response:
    response = make_response(content)
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.headers["Content-Security-Policy"] = READING_POLICY
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _name(workshop: Workshop, type_: str, form: str, label: str = "") -> str:
    """``OIC-PESNET-WS-KL-2025-NOTES.2-20250708-1830.csv``: of topic 2, at half past six there."""
    symbol = symbol_of(workshop.programme, type_, label)
    return file_name(symbol, form, rehearsal=workshop.rehearsal)
