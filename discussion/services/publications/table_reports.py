"""Writes what became of what tables said into files; must not know how files look.

Who may read what is decided anew by ``services.outcome``, in the process that writes.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from discussion.documents.builders.table_report import build_table_reports
from discussion.documents.tree import Document
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.html import write_html
from discussion.documents.writers.pdf import write_pdf
from discussion.domain.outcome import TablePage
from discussion.domain.people import Actor, Subject
from discussion.domain.programme import Workshop
from discussion.domain.publications import WORKING_COPY, EditionStamp, symbol_of
from discussion.errors import DiscussionError, NotFound, Refused
from discussion.services import outcome
from discussion.services.outcome import Reader
from discussion.services.publications import contributions
from discussion.services.publications.child import COMMAND, run_child
from discussion.services.publications.house_styles import styles_in_force
from discussion.services.publications.making import NO_STYLES, Styles
from discussion.storage import programme
from discussion.storage.database import Database, Transaction

TABLE_REPORTS = "table-reports"
REPORTS_COMMAND = (*COMMAND, "export", TABLE_REPORTS)
REPORT_SECONDS = 120
"""How long writing may take: one table's notes take a second or two."""
NOTES_LIMIT: Mapping[str, int] = {"docx": 10_000, "html": 10_000, "pdf": 2_000}
"""Notes of all tables in one file, by format: 2,000 take a gigabyte to be set as PDF."""

_WRITERS = {"docx": write_docx, "html": write_html, "pdf": write_pdf}
FORMATS = tuple(_WRITERS)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wanted:
    """A report that somebody asks for."""

    workshop: str
    table: int | None  # its number; None: every table that may be read
    form: str


def check_format(form: str) -> None:
    """Raises ``format_unknown``, naming what there is."""
    if form not in _WRITERS:
        raise NotFound("format_unknown", document=TABLE_REPORTS, formats=", ".join(FORMATS))


def read_pages(transaction: Transaction, reader: Reader, wanted: Wanted) -> tuple[TablePage, ...]:
    """The pages of one table, or of all that the reader may read, as of the last event.

    Raises ``NotFound`` when there is none, and ``report_too_large`` for more notes than one file
    should hold.
    """
    moment = programme.log_position(transaction, wanted.workshop)[2]
    if wanted.table is not None:
        numbers = [wanted.table]
    else:
        numbers = _readable(transaction, moment, reader, wanted)
    return tuple(
        outcome.read_table(transaction, moment, reader, wanted.workshop, n) for n in numbers
    )


def check_reader(
    transaction: Transaction, now: datetime, reader: Reader, wanted: Wanted
) -> Workshop:
    """The workshop, when the reader may have what is wanted.

    Raises what ``read_pages`` and, for whoever may read, what ``check_format`` does.
    """
    if wanted.table is not None:
        page = outcome.read_table(transaction, now, reader, wanted.workshop, wanted.table)
        check_format(wanted.form)
        return page.workshop
    _readable(transaction, now, reader, wanted)
    held = programme.find_workshop(transaction, wanted.workshop)
    assert held is not None  # it has readable tables
    return held


def report_type(table: int | None) -> str:
    """The part of a report's symbol and name that says whose it is."""
    return "TABLES" if table is None else f"TABLE.{table}"


def write_reports(pages: tuple[TablePage, ...], form: str, styles: Styles = NO_STYLES) -> bytes:
    """A paper of one table, or of several, in a format and its house style."""
    document = _document(pages)
    if form == "docx":
        return write_docx(document, styles.get(form))
    return _WRITERS[form](document)


def write_report(database: Database, reader: Reader, wanted: Wanted) -> bytes:
    """A report as a file; raises what ``check_format`` and ``read_pages`` do."""
    check_format(wanted.form)
    with database.reading() as transaction:
        if programme.find_workshop(transaction, wanted.workshop) is None:
            raise NotFound("workshop_unknown", workshop=wanted.workshop)
        pages = read_pages(transaction, reader, wanted)
        styles = styles_in_force(transaction, wanted.workshop)
    return write_reports(pages, wanted.form, styles)


def run_report(
    database_url: str, reader: Reader, wanted: Wanted, folder: Path, request: str
) -> Path:
    """Has a report written in a child process; the file. Not to be called in the serving thread.

    The folder must be the report's own. Raises ``export_failed`` with the request id under which
    the log tells why.
    """
    contributions.clear(folder)
    folder.mkdir(parents=True)
    file = folder / f"report.{wanted.form}"
    command = [*REPORTS_COMMAND, wanted.form, "--workshop", wanted.workshop, "-o", str(file)]
    command += [] if wanted.table is None else ["--table", str(wanted.table)]
    command += ["--reader", json.dumps(reader_to_json(reader))]
    reason = run_child(command, database_url, seconds=REPORT_SECONDS)
    if reason is None and not file.is_file():
        reason = "the export said that it was done, but it was not"
    if reason is not None:
        contributions.clear(folder)
        log.error("request %s: %s", request, reason)
        raise DiscussionError("export_failed", status=500, request=request)
    return file


def reader_to_json(reader: Reader) -> dict[str, Any]:
    """What of a reader decides what may be read, without a name or a session."""
    return {"actor": _rights(reader.actor), "table": _rights(reader.table)}


def reader_from_json(told: Mapping[str, Any]) -> Reader:
    """The reader that ``reader_to_json`` told of."""
    return Reader(_actor(told["actor"]), _actor(told["table"]))


def secretariat_of(workshop: str) -> Reader:
    """Who works at the house's own terminal."""
    return Reader(Actor("", "", "", "secretariat", workshop))


def _document(pages: tuple[TablePage, ...]) -> Document:
    workshop = pages[0].workshop
    table = pages[0].table.number if len(pages) == 1 else None
    stamp = EditionStamp(
        symbol=symbol_of(workshop.programme, report_type(table), ""),
        label=WORKING_COPY,
        number=0,
        built_at=pages[0].read_at,
        zone=workshop.programme.timezone,
    )
    return build_table_reports(pages, stamp)


def _readable(
    transaction: Transaction, moment: datetime, reader: Reader, wanted: Wanted
) -> list[int]:
    """Numbers of the tables in a paper of them all: it is for those who work with the notes."""
    if not reader.may("see_board", Subject(wanted.workshop)):
        raise NotFound
    page = outcome.read_workshop(transaction, moment, reader, wanted.workshop)
    check_format(wanted.form)
    limit = NOTES_LIMIT[wanted.form]
    if sum(count.said for count in page.counts.values()) > limit:
        raise Refused("report_too_large", limit=f"{limit:,}")
    numbers = [table.number for table in page.tables if table.id in page.open_tables]
    if not numbers:
        raise NotFound
    return numbers


def _rights(actor: Actor | None) -> dict[str, str | None] | None:
    if actor is None:
        return None
    return {name: getattr(actor, name) for name in ("role", "workshop", "table", "topic")}


def _actor(told: Mapping[str, Any] | None) -> Actor | None:
    return None if told is None else Actor("", "", "", **told)
