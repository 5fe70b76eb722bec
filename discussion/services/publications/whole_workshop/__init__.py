"""Writes a whole workshop into one archive, readable without the house.

Everything in it belongs to one moment: it is read in one transaction. It is the secretariat's
own, since it also holds what no document may.
"""

import logging
import os
from pathlib import Path

from discussion.documents.builders.whole_workshop import Part, build_index
from discussion.documents.writers.archive import CHECKSUMS, open_archive
from discussion.domain.publications import symbol_of
from discussion.errors import DiscussionError, NotFound
from discussion.services.publications import contributions
from discussion.services.publications.building import file_name
from discussion.services.publications.child import COMMAND, run_child
from discussion.services.publications.whole_workshop import parts
from discussion.services.publications.whole_workshop.parts import Whole
from discussion.storage import programme
from discussion.storage.database import Database, Transaction

WORKSHOP = "workshop"
FORMATS = ("zip",)
ARCHIVE_SECONDS = 900
"""How long writing may take."""
ARCHIVE_COMMAND = (*COMMAND, "archive")

_log = logging.getLogger(__name__)


def check_format(form: str) -> None:
    """Raises ``format_unknown``, naming what there is."""
    if form not in FORMATS:
        raise NotFound("format_unknown", document=WORKSHOP, formats=", ".join(FORMATS))


def write_workshop(database: Database, exports: Path, workshop: str, path: Path) -> None:
    """Writes the archive into a file: whole, or not at all.

    Raises ``workshop_unknown`` and ``file_unwritable``.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with database.reading() as transaction:
            _write(transaction, exports, workshop, part)
        os.replace(part, path)
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise DiscussionError("file_unwritable", file=path, reason=reason) from None
    finally:
        part.unlink(missing_ok=True)


def run_archive(
    database_url: str, exports: Path, workshop: str, folder: Path, request: str
) -> Path:
    """Has the archive written in a child process; the file. Not to be called while serving.

    Whatever an earlier one left in the folder goes. Raises ``export_failed`` with the request id
    under which the log tells why.
    """
    contributions.clear(folder)
    folder.mkdir(parents=True)
    file = folder / "workshop.zip"
    command = [*ARCHIVE_COMMAND, workshop, str(exports), str(file)]
    reason = run_child(command, database_url, seconds=ARCHIVE_SECONDS)
    if reason is None and not file.is_file():
        reason = "the archive said that it was done, but it was not"
    if reason is not None:
        contributions.clear(folder)
        _log.error("request %s: %s", request, reason)
        raise DiscussionError("export_failed", status=500, request=request)
    return file


def _write(transaction: Transaction, exports: Path, workshop: str, path: Path) -> None:
    held = programme.find_workshop(transaction, workshop)
    if held is None:
        raise NotFound("workshop_unknown", workshop=workshop)
    sequence, head, moment = programme.log_position(transaction, workshop)
    folder = file_name(
        symbol_of(held.programme, "WHOLE", ""), "x", rehearsal=held.rehearsal
    ).removesuffix(".x")
    with open_archive(path, folder, moment) as archive:
        whole = Whole(transaction, exports, held, archive, sequence, head.hex(), moment)
        listed = [
            *parts.document_parts(whole),
            parts.programme_part(whole),
            *parts.texts_part(whole),
            parts.notes_part(whole, path),
            parts.tables_part(whole),
            parts.log_part(whole),
        ]
        archive.add("index.html", _index(whole, listed))
        archive.add_checksums()


def _index(whole: Whole, listed: list[Part]) -> bytes:
    title = whole.workshop.programme.title
    facts = (
        ("As of", f"{whole.when(whole.moment)} ({whole.workshop.programme.timezone})"),
        ("Last event", str(whole.sequence)),
        ("Head of the log", whole.head),
        ("For whom", "The secretariat. It also holds notes that stand in no document."),
        ("To check it", f"sha256sum -c {CHECKSUMS} in this folder: every file must be OK."),
    )
    return build_index(f"REHEARSAL: {title}" if whole.workshop.rehearsal else title, facts, listed)
