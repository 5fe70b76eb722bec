"""Variants of kept editions: clean, against an earlier one, with sources; it keeps no edition.

All are made of the trees that stand beside an edition's files, so that an old edition is written
as it was, whatever the workshop says today.
"""

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from discussion.documents.builders import concordance
from discussion.documents.builders.sourced import with_sources
from discussion.documents.comparing import changed_places, redline, unmarked
from discussion.documents.phrases import phrase
from discussion.documents.readers.json_tree import NotATree, read_tree
from discussion.documents.tree import Change, Cover, Document
from discussion.documents.writers.csv import write_csv
from discussion.documents.writers.html import write_fragment
from discussion.domain.drafting.dates import day_in_words
from discussion.domain.languages import written_from
from discussion.domain.publications import file_key
from discussion.errors import NotFound, Refused
from discussion.services.publications.editions import place_of
from discussion.services.publications.house_styles import styles_in_force
from discussion.services.publications.making import (
    Styles,
    check_documents,
    in_language,
    make,
    working_stamp,
    write_document,
)
from discussion.services.publications.reading import record_of
from discussion.storage import programme, publications
from discussion.storage.database import Database
from discussion.storage.publications import KeptEdition

Variant = Literal["working", "clean", "redline", "provenance"]

VARIANTS: Mapping[str, str] = {
    "clean": "Clean",
    "redline": "Changes",
    "provenance": "With sources",
}
"""What an edition can be written as beside its files, with a word for people."""

FORMATS = ("docx", "html", "md", "odt", "pdf")
COMPARISON, CONCORDANCE = "json", "csv"
"""Two more forms of a redline: for the page that shows it, and its table of numbers."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wanted:
    """What is to be written: of which edition, as what, and against which earlier one."""

    edition: str  # id
    variant: str
    form: str
    against: str | None = None  # id; of a redline alone
    language: str = ""  # a further one it was issued in


def variants_of(kept: KeptEdition) -> tuple[str, ...]:
    """The variants an edition is kept for; none for slides, rows, and what is older than trees."""
    trees = kept.edition.manifest.get("trees")
    if not isinstance(trees, dict) or "working" not in trees:
        return ()
    return tuple(v for v in VARIANTS if v in trees or v != "provenance")


def has_tree(kept: KeptEdition, name: str) -> bool:
    """Whether a tree of that name stands beside an edition's files."""
    trees = kept.edition.manifest.get("trees")
    return isinstance(trees, dict) and name in trees


def check_wanted(wanted: Wanted, kept: KeptEdition, against: KeptEdition | None) -> None:
    """Raises what is wrong with a wish, before anything is begun."""
    symbol, there = kept.edition.symbol, variants_of(kept)
    if not there:
        raise Refused("edition_without_tree", symbol=symbol)
    if wanted.variant not in there or (wanted.variant == "redline") != (against is not None):
        told = ", ".join(there)
        raise NotFound("variant_unknown", symbol=symbol, variant=wanted.variant, variants=told)
    forms = (*FORMATS, COMPARISON, CONCORDANCE) if against else FORMATS
    if wanted.form not in forms:
        formats = ", ".join(FORMATS)
        raise NotFound("format_unknown", document=kept.edition.document, formats=formats)
    if against is not None and against.edition.document != kept.edition.document:
        raise Refused("editions_differ", one=against.edition.symbol, other=symbol)
    for each in filter(None, (kept, against)):
        if not variants_of(each) or not has_tree(each, file_key("working", wanted.language)):
            raise Refused("edition_without_tree", symbol=each.edition.symbol)


def write_variant(database: Database, exports: Path, wanted: Wanted) -> bytes:
    """The file that is wanted. Raises what ``check_wanted`` does, and ``edition_changed``."""
    with database.reading() as transaction:
        kept = publications.find_edition(transaction, wanted.edition)
        against = publications.find_edition(transaction, wanted.against or "")
        held = programme.find_workshop(transaction, kept.edition.workshop if kept else "")
        styles = styles_in_force(transaction, held.id) if held else {}
    if kept is None or held is None or (wanted.against and against is None):
        raise NotFound
    check_wanted(wanted, kept, against)
    if against is not None:
        name = file_key("working", wanted.language)
        old, new = (kept_tree(exports, each, name) for each in (against, kept))
        since = called(against, held.programme.timezone, new.meta.language)
        return _compared((old, new), since, wanted.form, styles)
    name = "provenance" if wanted.variant == "provenance" else "working"
    tree = as_variant(kept_tree(exports, kept, file_key(name, wanted.language)), wanted.variant)
    return write_document(tree, wanted.form, styles)


def export_variant(
    database: Database,
    exports: Path,
    workshop: str,
    document: str,
    wanted: tuple[str, str],
    against: str | None = None,
    language: str = "",
) -> bytes:
    """A document as it would stand now, in a variant and a format; no edition is kept of it.

    ``against`` is the label of the edition whose changes since are shown, ``language`` another
    one than the workshop's own. Raises
    ``workshop_unknown``, ``document_unknown``, ``variant_unknown`` and what ``kept_tree`` does.
    """
    variant, form = wanted
    with database.reading() as transaction:
        record = in_language(record_of(transaction, workshop), language)
        styles = styles_in_force(transaction, workshop)
        kept = publications.list_editions(transaction, workshop)
    zone = record.workshop.programme.timezone
    check_documents(record.workshop.programme, (document,))
    (made,) = make(record, (document,), lambda key: working_stamp(record, key))
    name = file_key("working", record.language)
    named = [k for k in kept if (k.edition.document, k.edition.label) == (document, against)]
    earlier = [each for each in named if has_tree(each, name)] if record.language else named
    if not isinstance(made.tree, Document):
        raise Refused("edition_without_tree", symbol=made.stamp.symbol)
    if form not in FORMATS:
        raise NotFound("format_unknown", document=document, formats=", ".join(FORMATS))
    match variant:
        case "provenance":
            tree = with_sources(made.tree, made.lines, record)
        case "redline" if earlier:
            before = kept_tree(exports, earlier[0], name)
            tree = compared(before, made.tree, called(earlier[0], zone, before.meta.language))
        case "clean":
            tree = as_variant(made.tree, variant)
        case _:
            labels = ", ".join(k.edition.label for k in kept if k.edition.document == document)
            told = f"clean, provenance, redline (against {labels or 'no edition yet'})"
            symbol = made.stamp.symbol
            raise NotFound("variant_unknown", symbol=symbol, variant=variant, variants=told)
    return write_document(tree, form, styles)


def as_variant(document: Document, variant: str) -> Document:
    """The document as a variant that shows more or less of it, and changes no word."""
    if variant != "clean":
        return document
    return replace(document, meta=replace(document.meta, variant="clean"))


def compared(old: Document, new: Document, since: str) -> Document:
    """The newer document with its changes since the older one, and the numbers of both.

    ``since``: how the older one is called. The changes are the newer edition's.
    """
    lines = concordance.between(old, new)
    bare_old, bare_new = map(concordance.without_concordance, (old, new))
    at = new.meta.created.replace(microsecond=0)
    label = new.meta.symbol.rpartition("/")[2]
    language = new.meta.language
    author = f"{phrase(language, 'since.author')}, {label}"
    made = redline(bare_old, bare_new, Change(author, at))
    told = _saying_so(made, phrase(language, "since.marked", edition=since))
    before = phrase(language, "since.in", edition=since)
    return concordance.with_concordance(told, lines, before)


def kept_tree(exports: Path, kept: KeptEdition, name: str = "working") -> Document:
    """An edition's tree, exactly as it was kept.

    Raises ``edition_changed`` when it is gone or is not what was hashed, and
    ``edition_without_tree`` when this house cannot read it.
    """
    try:
        return read_tree(check_kept(exports, kept, name))
    except NotATree as odd:
        log.error("%s of %s: %s", name, kept.edition.symbol, odd)
        raise Refused("edition_without_tree", symbol=kept.edition.symbol) from None


def check_kept(exports: Path, kept: KeptEdition, name: str = "working") -> bytes:
    """A kept tree's bytes, exactly as they were hashed; quick, for it is not read.

    Raises ``edition_changed``, and ``edition_without_tree`` where none was kept.
    """
    trees: Any = kept.edition.manifest.get("trees") or {}
    file = trees.get(name)
    if file is None:
        raise Refused("edition_without_tree", symbol=kept.edition.symbol)
    try:
        content: bytes = (place_of(exports, kept.edition) / file["name"]).read_bytes()
    except OSError as failure:
        log.error("%s of %s cannot be read: %s", name, kept.edition.symbol, failure)
        raise Refused("edition_changed", name=file["name"]) from None
    if hashlib.sha256(content).hexdigest() != file["sha256"]:
        log.error("%s of %s is not the one that was built", name, kept.edition.symbol)
        raise Refused("edition_changed", name=file["name"])
    return content


def called(kept: KeptEdition, zone: str, language: str = "en") -> str:
    """``REV.1 of 8 July 2025``: its label and the day it was built, in the workshop's zone."""
    built = kept.edition.built_at.astimezone(ZoneInfo(zone))
    day = day_in_words(built.date(), language)
    return phrase(language, "since.edition", label=kept.edition.label, day=day)


def _compared(trees: tuple[Document, Document], since: str, form: str, styles: Styles) -> bytes:
    old, new = trees
    if form == CONCORDANCE:
        return write_csv(concordance.HEADER, concordance.rows(concordance.between(old, new)))
    made = compared(old, new, since)
    if form != COMPARISON:
        return write_document(made, form, styles)
    places = changed_places(made)
    told = {
        "page": write_fragment(made),
        "language": made.meta.language,
        "direction": written_from(made.meta.language),
        "changes": [vars(place) for place in places],
        "beside": unmarked(old, new),
        "renumbered": any(line.what != "same" for line in concordance.between(old, new)),
    }
    return json.dumps(told).encode()


def _saying_so(document: Document, words: str) -> Document:
    """On the cover and in the status line of every page."""
    status = " ".join(filter(None, (document.meta.status, words)))
    blocks = tuple(
        replace(block, lines=(*block.lines, ("status", words)))
        if isinstance(block, Cover)
        else block
        for block in document.blocks
    )
    return replace(document, meta=replace(document.meta, status=status), blocks=blocks)
