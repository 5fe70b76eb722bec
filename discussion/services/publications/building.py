"""Writes editions into a folder, in a process of their own; must not know who asked for them.

The serving process never builds: a build of a large workshop takes seconds, and seconds are what
people at the tables would wait. What is written here counts for nothing until ``editions`` has
put it in its place and the database has taken it.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from discussion.domain.publications import (
    EditionStamp,
    Record,
    document_kind,
    documents_of,
    edition_label,
    published_levels,
    suggested_symbol,
)
from discussion.services.publications.house_styles import hashes, styles_in_force
from discussion.services.publications.making import Made, check_documents, make
from discussion.services.publications.reading import record_of
from discussion.storage import publications
from discussion.storage.database import Database

FINISHED = "built.json"
"""Written last: a folder without it is half a build and is thrown away."""

_UNFIT_FOR_NAMES = re.compile(r"[^A-Za-z0-9.]+")
_NAME_LIMIT = 100  # characters, so that a long organisation's name still fits any file system


def build(
    database: Database,
    workshop: str,
    documents: Sequence[str],
    folder: Path,
    *,
    address: str = "",
) -> None:
    """Writes the next edition of each document into ``folder``, all from one record.

    ``address`` is where the workshop's outcome is read, if everybody may.
    Raises ``workshop_unknown`` and ``document_unknown``.
    """
    with database.reading() as transaction:
        record = record_of(transaction, workshop, address)
        styles = styles_in_force(transaction, workshop)
        check_documents(record.workshop.programme, documents)
        numbers = {
            document: publications.next_number(transaction, workshop, document)
            for document in documents_of(record.workshop.programme)
        }
    stamps = {d: next_stamp(record, d, number) for d, number in numbers.items()}
    made = make(record, documents, stamps.__getitem__, styles)
    built = [_write(folder, record, each) for each in made]
    whole = {"sequence": record.sequence, "head": record.head, "editions": built}
    _store(folder / FINISHED, json.dumps(whole, ensure_ascii=False).encode())


def next_stamp(record: Record, document: str, number: int) -> EditionStamp:
    """The stamp of the edition with that number: the time is that of the record's last event.

    So one record gives the same bytes whenever it is built.
    """
    programme, label = record.workshop.programme, edition_label(number)
    return EditionStamp(
        symbol=suggested_symbol(programme, document, label),
        label=label,
        number=number,
        built_at=record.last_event_at,
        zone=programme.timezone,
    )


def file_name(symbol: str, form: str, *, rehearsal: bool) -> str:
    """``OIC-PESNET-WS-KL-2025-DECL-ZERO.docx``; a rehearsal's files say so in their names."""
    name = _UNFIT_FOR_NAMES.sub("-", symbol).strip("-.")[-_NAME_LIMIT:].lstrip("-.")
    return f"{name}{'-REHEARSAL' if rehearsal else ''}.{form}"


def _write(folder: Path, record: Record, made: Made) -> dict[str, Any]:
    """Writes a document's files and says what the database will keep of them."""
    place = folder / made.document
    place.mkdir(parents=True)
    files = {}
    for form in document_kind(made.document)[0].formats:
        name = file_name(made.stamp.symbol, form, rehearsal=record.workshop.rehearsal)
        content = made.write(form)
        _store(place / name, content)
        digest = hashlib.sha256(content).hexdigest()
        files[form] = {"name": name, "size": len(content), "sha256": digest}
    edition = {
        "document": made.document,
        "number": made.stamp.number,
        "label": made.stamp.label,
        "symbol": made.stamp.symbol,
        "files": files,
        "manifest": _manifest(record, made),
    }
    whole = {"sequence": record.sequence, "head": record.head, **edition}
    _store(place / "manifest.json", json.dumps(whole, ensure_ascii=False, indent=1).encode())
    return {**edition, "places": _places(record, made)}


def _places(record: Record, made: Made) -> list[dict[str, object]]:
    """Where each point stands in the document, once a place, in the order they appear.

    A line that only leads to others ("Recommend the following:") is no place of its own, and
    the provenance table has none: its lines are those of the other documents.
    """
    versions = {point.id: point.version for point in record.points}
    told = (line for line in made.lines if line.point and not line.words.endswith(":"))
    seen = {(line.anchor, line.point): line for line in told if made.tree is not None}
    return [
        {
            "point": line.point,
            "where": line.place,
            "words": line.words,
            "version": versions[line.point or ""],
        }
        for line in seen.values()
    ]


def _manifest(record: Record, made: Made) -> Mapping[str, object]:
    """Which points and notes the document rests on, each once, in the order they appear.

    And whom it was allowed to name, and what its files look like.
    """
    return {
        "as_of": record.last_event_at.isoformat(),
        "attribution": published_levels(record.attribution, record.workshop.programme),
        "house_styles": hashes(made.styles, document_kind(made.document)[0].formats),
        "points": list(dict.fromkeys(line.point for line in made.lines if line.point)),
        "notes": list(dict.fromkeys(line.note for line in made.lines if line.note)),
    }


def _store(path: Path, content: bytes) -> None:
    """Writes a file down to the disk: an edition that is told of exists."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
