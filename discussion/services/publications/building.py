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
from dataclasses import replace
from pathlib import Path
from typing import Any

from discussion.documents.builders.concordance import numbers_in
from discussion.documents.builders.sourced import with_sources
from discussion.documents.leftovers import leftovers
from discussion.documents.tree import Document
from discussion.documents.writers.json_tree import write_tree
from discussion.domain.publications import (
    FINAL,
    EditionStamp,
    Record,
    document_kind,
    documents_of,
    file_key,
    published_levels,
    stages,
    suggested_symbol,
)
from discussion.domain.translations import LANGUAGES
from discussion.services.publications.hand_edits import edits_told
from discussion.services.publications.house_styles import hashes, styles_in_force
from discussion.services.publications.making import Made, check_documents, make, make_in
from discussion.services.publications.reading import languages_beside, record_of
from discussion.storage import publications
from discussion.storage.database import Database

FINISHED = "built.json"
"""Written last: a folder without it is half a build and is thrown away."""

REFUSED = "refused.json"
"""Written instead where a final text cannot be made, with a refusal's code and facts."""

_PLACES_TOLD, _WORDS_TOLD = 8, 120  # of what is left to settle; characters of each
_Facts = dict[str, Any]

_UNFIT_FOR_NAMES = re.compile(r"[^A-Za-z0-9.]+")
_NAME_LIMIT = 100  # characters, so that a long organisation's name still fits any file system


def build(
    database: Database,
    workshop: str,
    documents: Sequence[str],
    folder: Path,
    *,
    final: bool = False,
    address: str = "",
) -> None:
    """Writes the next edition of each document into ``folder``, all from one record.

    ``address`` is where the workshop's outcome is read, if everybody may.
    A final text with anything left to settle is not written: ``REFUSED`` says what is left.
    Raises ``workshop_unknown`` and ``document_unknown``.
    """
    with database.reading() as transaction:
        record = record_of(transaction, workshop, address)
        styles = styles_in_force(transaction, workshop)
        languages = languages_beside(transaction, record.workshop)
        check_documents(record.workshop.programme, documents)
        before = {
            document: publications.labels_of(transaction, workshop, document)
            for document in documents_of(record.workshop.programme)
        }
    stamps = {
        document: next_stamp(record, document, labels, final=final and document in documents)
        for document, labels in before.items()
    }
    made = tuple(make(record, documents, stamps.__getitem__, styles))
    others = tuple(make_in(record, documents, languages, stamps.__getitem__, styles))
    if refusal := _refusal((*made, *others), before) if final else None:
        _store(folder / REFUSED, json.dumps(refusal, ensure_ascii=False).encode())
        return
    built = [
        _write(folder, record, each, [o for o in others if o.document == each.document])
        for each in made
    ]
    whole = {"sequence": record.sequence, "head": record.head, "editions": built}
    _store(folder / FINISHED, json.dumps(whole, ensure_ascii=False).encode())


def next_stamp(
    record: Record, document: str, before: Sequence[str], *, final: bool = False
) -> EditionStamp:
    """The stamp of the edition after those labels: the time is that of the record's last event.

    So one record gives the same bytes whenever it is built.
    """
    programme, label = record.workshop.programme, FINAL if final else stages(before)[0]
    return EditionStamp(
        symbol=suggested_symbol(programme, document, label),
        label=label,
        number=len(before),
        built_at=record.last_event_at,
        zone=programme.timezone,
    )


def file_name(symbol: str, form: str, *, rehearsal: bool) -> str:
    """``OIC-PESNET-WS-KL-2025-DECL-ZERO.docx``; a rehearsal's files say so in their names."""
    name = _UNFIT_FOR_NAMES.sub("-", symbol).strip("-.")[-_NAME_LIMIT:].lstrip("-.")
    return f"{name}{'-REHEARSAL' if rehearsal else ''}.{_ENDINGS.get(form, form)}"


_ENDINGS = {"akn": "xml"}  # the standard keeps ".akn" for packages of several files


def _refusal(made: Sequence[Made], before: Mapping[str, Sequence[str]]) -> _Facts | None:
    """Why no final text can be made now: it is there already, or something is left to settle.

    In every language it is to be issued in.
    """
    for each in made:
        if FINAL not in stages(before[each.document]):
            return {"code": "final_already", "symbol": each.stamp.symbol}
    left = [
        (LANGUAGES.get(each.language, ""), one)
        for each in made
        if isinstance(each.tree, Document)
        for one in leftovers(each.tree)
    ]
    if not left:
        return None
    told = [
        ", ".join(filter(None, (language, f"{one.place}: {one.words[:_WORDS_TOLD]}")))
        for language, one in left[:_PLACES_TOLD]
    ]
    more = len(left) - len(told)
    places = "; ".join((*told, f"and {more} more") if more else told)
    return {"code": "final_unsettled", "count": len(left), "places": places}


def _write(folder: Path, record: Record, made: Made, others: Sequence[Made]) -> dict[str, Any]:
    """Writes a document's files and says what the database will keep of them.

    ``others``: the same document in further languages; their files and trees stand beside.
    """
    place = folder / made.document
    place.mkdir(parents=True)
    files, trees = dict[str, _Facts](), dict[str, _Facts]()
    for each in (made, *others):
        files |= _write_files(place, record, each)
        for name, tree in _trees(record, each).items():
            trees[file_key(name, each.language)] = _keep_tree(
                place, file_key(name, each.language), tree
            )
    edition = {
        "document": made.document,
        "number": made.stamp.number,
        "label": made.stamp.label,
        "symbol": made.stamp.symbol,
        "files": files,
        "manifest": {
            **_manifest(record, made),
            "languages": [record.written_in, *(each.language for each in others)],
            "trees": trees,
        },
    }
    whole = {"sequence": record.sequence, "head": record.head, **edition}
    _store(place / "manifest.json", json.dumps(whole, ensure_ascii=False, indent=1).encode())
    return {**edition, "places": _places(record, made)}


def _write_files(place: Path, record: Record, made: Made) -> dict[str, _Facts]:
    """A document's files in one language, by what they are known by."""
    files = {}
    for form in _formats(made):
        symbol = "-".join(filter(None, (made.stamp.symbol, made.language.upper())))
        name = file_name(symbol, form, rehearsal=record.workshop.rehearsal)
        content = made.write(form)
        _store(place / name, content)
        digest = hashlib.sha256(content).hexdigest()
        key = file_key(form, made.language)
        files[key] = {"name": name, "size": len(content), "sha256": digest}
    return files


def _formats(made: Made) -> list[str]:
    """Its formats; in a further language those that have pages: rows are the same."""
    formats = document_kind(made.document)[0].formats
    return [form for form in formats if not made.language or form not in made.beside]


def _trees(record: Record, made: Made) -> dict[str, Document]:
    """What is kept to be compared and written in other variants; slides and rows are not."""
    if not isinstance(made.tree, Document):
        return {}
    if made.document != "declaration":
        return {"working": made.tree}
    inside = replace(record, language=made.language)
    return {"working": made.tree, "provenance": with_sources(made.tree, made.lines, inside)}


def _keep_tree(place: Path, variant: str, tree: Document) -> _Facts:
    name, content = f"{variant}.tree.json", write_tree(tree)
    _store(place / name, content)
    return {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


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

    And whom it was allowed to name, what its files look like, where it holds words that somebody
    wrote by hand, and which of those were left as they are although their sources changed.
    """
    return {
        "as_of": record.last_event_at.isoformat(),
        "attribution": published_levels(record.attribution, record.workshop.programme),
        "numbers": numbers_in(made.tree) if isinstance(made.tree, Document) else {},
        "house_styles": hashes(made.styles, document_kind(made.document)[0].formats),
        "points": list(dict.fromkeys(line.point for line in made.lines if line.point)),
        "notes": list(dict.fromkeys(line.note for line in made.lines if line.note)),
        "hand_edits": edits_told(record, made.document),
    }


def _store(path: Path, content: bytes) -> None:
    """Writes a file down to the disk: an edition that is told of exists."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
