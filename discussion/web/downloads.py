"""Files that are written for whoever asks, as things stand at that moment, and kept nowhere."""

from flask import Blueprint, Response, make_response

from discussion.domain.programme import Workshop
from discussion.domain.publications import DOCUMENTS, symbol_of
from discussion.errors import NotFound
from discussion.services.programme import plan
from discussion.services.publications import making
from discussion.services.publications.building import file_name
from discussion.web.house import house
from discussion.web.pages import asked
from discussion.web.publications import MEDIA_TYPES, READING_POLICY

pages = Blueprint("downloads", __name__)


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


def _handed_out(content: bytes, name: str, form: str) -> Response:
    response = make_response(content)
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.headers["Content-Security-Policy"] = READING_POLICY
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _name(workshop: Workshop, type_: str, form: str) -> str:
    """``OIC-PESNET-WS-KL-2025-INF.2.ics``."""
    symbol = symbol_of(workshop.programme, type_, "")
    return file_name(symbol, form, rehearsal=workshop.rehearsal)
