"""Writes table cards into files; must not know how files look.

The child that writes them is told what stands on each: it does not know the secret they are
made from, and nobody reads it from its command line.
"""

import json
import logging
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from discussion.documents.builders.table_cards import Card, build_table_cards
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.pdf import write_pdf
from discussion.documents.writers.qr import qr_png
from discussion.errors import DiscussionError, NotFound
from discussion.services.publications import contributions
from discussion.services.publications.child import COMMAND, run_child
from discussion.storage import programme
from discussion.storage.database import Database

TABLE_CARDS = "table-cards"
CARDS_COMMAND = (*COMMAND, "cards")
CARDS_SECONDS = 60
"""How long writing may take: a hundred cards take some seconds."""

_WRITERS = {"docx": write_docx, "pdf": write_pdf}
FORMATS = tuple(_WRITERS)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Face:
    """What a card says of its table, and where its square leads."""

    name: str
    code: str
    address: str


@dataclass(frozen=True)
class Wanted:
    """Cards to be written."""

    workshop: str
    form: str
    address: str  # where codes are typed
    remark: str  # on every card; "" for none
    faces: tuple[Face, ...]


def check_format(form: str) -> None:
    """Raises ``format_unknown``, naming what there is."""
    if form not in _WRITERS:
        raise NotFound("format_unknown", document=TABLE_CARDS, formats=", ".join(FORMATS))


def write_cards(database: Database, wanted: Wanted) -> bytes:
    """The cards as a file; raises ``format_unknown`` and ``workshop_unknown``."""
    check_format(wanted.form)
    with database.reading() as transaction:
        workshop = programme.find_workshop(transaction, wanted.workshop)
        if workshop is None:
            raise NotFound("workshop_unknown", workshop=wanted.workshop)
        moment = programme.log_position(transaction, wanted.workshop)[2]
    cards = [Card(face.name, face.code, qr_png(face.address)) for face in wanted.faces]
    document = build_table_cards(workshop, cards, wanted.address, wanted.remark, moment)
    return _WRITERS[wanted.form](document)


def run_cards(database_url: str, wanted: Wanted, folder: Path, request: str) -> Path:
    """Has cards written in a child process; the file. Not to be called in the serving thread.

    Raises ``export_failed`` with the request id under which the log tells why.
    """
    contributions.clear(folder)
    folder.mkdir(parents=True)
    file = folder / f"cards.{wanted.form}"
    told = cards_to_json(wanted)
    reason = run_child([*CARDS_COMMAND, str(file)], database_url, seconds=CARDS_SECONDS, given=told)
    if reason is None and not file.is_file():
        reason = "the cards were said to be written, but they were not"
    if reason is not None:
        contributions.clear(folder)
        _log.error("request %s: %s", request, reason)
        raise DiscussionError("export_failed", status=500, request=request)
    return file


def cards_to_json(wanted: Wanted) -> bytes:
    """What the child is told."""
    return json.dumps(astuple(wanted)).encode()


def cards_from_json(told: bytes) -> Wanted:
    """What was told to the child."""
    workshop, form, address, remark, faces = json.loads(told)
    return Wanted(workshop, form, address, remark, _faces(faces))


def _faces(told: Sequence[Sequence[str]]) -> tuple[Face, ...]:
    return tuple(Face(*face) for face in told)
