"""Turns a Record into documents as files; must not know where they are kept."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache, partial
from types import MappingProxyType

from discussion.documents.builders.concordance import since_held, with_concordance
from discussion.documents.builders.declaration import build_declaration
from discussion.documents.builders.guidelines import build_guidelines
from discussion.documents.builders.participants import HEADER as PARTICIPANTS_HEADER
from discussion.documents.builders.participants import build_participants, participants_rows
from discussion.documents.builders.presentation import build_presentation
from discussion.documents.builders.proceedings import build_proceedings
from discussion.documents.builders.programme import HEADER as PROGRAMME_HEADER
from discussion.documents.builders.programme import (
    build_programme,
    programme_calendar,
    programme_rows,
)
from discussion.documents.builders.provenance import HEADER, provenance_lines, provenance_rows
from discussion.documents.builders.provenance_paper import build_provenance
from discussion.documents.deck import Deck
from discussion.documents.phrases import phrase
from discussion.documents.tree import Document
from discussion.documents.writers import slides
from discussion.documents.writers.akoma_ntoso import write_akn
from discussion.documents.writers.csv import write_csv
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.html import write_html
from discussion.documents.writers.ics import write_ics
from discussion.documents.writers.markdown import write_markdown
from discussion.documents.writers.odt import write_odt
from discussion.documents.writers.pdf import write_pdf, write_pdf_slides
from discussion.documents.writers.pptx import write_pptx
from discussion.domain.programme import Programme, Workshop
from discussion.domain.programme_file import programme_to_toml
from discussion.domain.publications import (
    FINAL,
    WORKING_COPY,
    EditionStamp,
    Record,
    SourceLine,
    document_kind,
    documents_of,
    suggested_symbol,
)
from discussion.errors import NotFound
from discussion.services.publications.house_styles import styles_in_force
from discussion.services.publications.reading import record_of
from discussion.storage.database import Database

PROVENANCE = "provenance"

StampOf = Callable[[str], EditionStamp]
Written = Callable[[], bytes]

Styles = Mapping[str, bytes]
NO_STYLES: Styles = MappingProxyType({})
"""House styles by format; a format without one follows the house's own."""

_IN_WORD_S_STYLE: Mapping[str, Callable[[Document, bytes | None], bytes]] = {
    "docx": write_docx,
    "html": write_html,
    "odt": write_odt,
    "pdf": write_pdf,
}
_DOCUMENTS: Mapping[str, Callable[[Document], bytes]] = {
    "akn": write_akn,
    "md": write_markdown,
}
_DECKS: Mapping[str, Callable[[Deck], bytes]] = {
    "html": slides.write_slides,
    "pdf": write_pdf_slides,
    "pptx": write_pptx,
}


@dataclass(frozen=True)
class Made:
    """One document, ready to be written, with the way back from each of its places."""

    document: str
    stamp: EditionStamp
    tree: Document | Deck | None  # None for the provenance table: it is made of all others
    lines: tuple[SourceLine, ...]
    beside: Mapping[str, Written] = field(default_factory=dict)  # formats that are no tree's
    styles: Styles = field(default_factory=dict)
    language: str = ""  # a further one it is written in; "": the workshop's own

    def write(self, form: str) -> bytes:
        """The document in one of its formats; raises KeyError for any other."""
        if form in self.beside:
            return self.beside[form]()
        match self.tree:
            case None:
                raise KeyError(form)
            case Document():
                return write_document(self.tree, form, self.styles)
            case Deck() if form == "pptx":
                return write_pptx(self.tree, self.styles.get(form))
            case Deck():
                return _DECKS[form](self.tree)


def export(
    database: Database,
    workshop: str,
    document: str,
    form: str,
    *,
    address: str = "",
    language: str = "",
) -> bytes:
    """A document as it would stand now, as a working copy; no edition is kept.

    ``address`` is where the workshop's outcome is read, if everybody may; ``language`` another
    one than the workshop's own.
    Raises ``workshop_unknown``, ``document_unknown`` and ``format_unknown``; the latter two
    name what there is.
    """
    with database.reading() as transaction:
        record = in_language(record_of(transaction, workshop, address), language)
        styles = styles_in_force(transaction, workshop)
    programme = record.workshop.programme
    check_documents(programme, (document,))
    formats = document_kind(document)[0].formats
    if form not in formats:
        raise NotFound("format_unknown", document=document, formats=", ".join(formats))
    (made,) = make(record, (document,), lambda key: working_stamp(record, key), styles)
    return made.write(form)


def in_language(record: Record, language: str) -> Record:
    """The record for documents in that language; "" or the workshop's own changes nothing."""
    own = record.workshop.programme.language
    return record if language in ("", own) else replace(record, language=language)


def write_document(document: Document, form: str, styles: Styles = NO_STYLES) -> bytes:
    """A tree of prose in one of its formats."""
    if form in _IN_WORD_S_STYLE:
        return _IN_WORD_S_STYLE[form](document, styles.get("docx"))
    return _DOCUMENTS[form](document)


def script_of_slides() -> str:
    """The hash of the one script that a page of slides may run, as a content policy names it."""
    digest = hashlib.sha256(slides.script().encode()).digest()
    return f"sha256-{b64encode(digest).decode()}"


def check_documents(programme: Programme, documents: Sequence[str]) -> None:
    """Raises ``document_unknown``, naming what there is, unless the workshop has them all."""
    known = documents_of(programme)
    for document in documents:
        if document not in known:
            raise NotFound("document_unknown", document=document, documents=", ".join(known))


def make(
    record: Record, documents: Sequence[str], stamp_of: StampOf, styles: Styles = NO_STYLES
) -> Iterator[Made]:
    """The documents, all of one record.

    The provenance table walks the very trees that are written beside it, and those of the
    documents that are not, as far as they are made of what was said.
    """
    whole = documents_of(record.workshop.programme)
    said = tuple(d for d in whole if document_kind(d)[0].made_of == "points")
    needed = {*documents, *said} if PROVENANCE in documents else documents
    trees = {d: _tree(record, d, stamp_of(d)) for d in whole if d in needed and d != PROVENANCE}
    for document in documents:
        own = said if document == PROVENANCE else (document,)
        lines = provenance_lines(record, *(trees[d] for d in own if d in trees))
        beside = _beside(record, document)
        if document == PROVENANCE:
            beside = _provenance_files(record, stamp_of(document), lines, styles)
        yield Made(
            document=document,
            stamp=stamp_of(document),
            tree=trees.get(document),
            lines=lines,
            beside=beside,
            styles=styles,
            language=record.language,
        )


def make_in(
    record: Record,
    documents: Sequence[str],
    languages: Sequence[str],
    stamp_of: StampOf,
    styles: Styles = NO_STYLES,
) -> Iterator[Made]:
    """The same documents in further languages; rows and sources are in the workshop's own alone."""
    paged = [document for document in documents if document != PROVENANCE]
    for language in languages:
        yield from make(replace(record, language=language), paged, stamp_of, styles)


def _tree(record: Record, document: str, stamp: EditionStamp) -> Document | Deck:
    topic = document_kind(document)[1]
    if topic is not None:
        return build_presentation(record, stamp, topic_number=topic)
    builders = {
        "declaration": _declaration,
        "proceedings": build_proceedings,
        "guidelines": build_guidelines,
        "programme": build_programme,
        "participants": build_participants,
    }
    return builders[document](record, stamp)


def _declaration(record: Record, stamp: EditionStamp) -> Document:
    """Only the final text counts anew; a draft tells what came since people hold numbers."""
    if stamp.label == FINAL:
        return build_declaration(replace(record, numbers={}), stamp)
    built = build_declaration(record, stamp)
    before = phrase(built.meta.language, "since.handed_out")
    return with_concordance(built, since_held(built, record.numbers), before)


def _beside(record: Record, document: str) -> Mapping[str, Written]:
    """The formats of a document that hold its rows, sessions or source and no page."""
    if document == "programme":
        return programme_files(record.workshop, record.last_event_at)
    if document == "participants":
        return {"csv": lambda: write_csv(PARTICIPANTS_HEADER, participants_rows(record))}
    return {}


def _provenance_files(
    record: Record, stamp: EditionStamp, lines: tuple[SourceLine, ...], styles: Styles
) -> Mapping[str, Written]:
    """The provenance table as rows and as a paper, which is made once somebody writes it."""

    @cache
    def paper() -> Document:
        return build_provenance(record, stamp, lines)

    return {
        "csv": lambda: write_csv(HEADER, provenance_rows(lines)),
        **{form: partial(_written, paper, form, styles) for form in ("docx", "html", "pdf")},
    }


def _written(paper: Callable[[], Document], form: str, styles: Styles) -> bytes:
    return write_document(paper(), form, styles)


def programme_files(workshop: Workshop, moment: datetime) -> Mapping[str, Written]:
    """The programme for calendars, spreadsheets and this house, as of a moment; quickly written."""
    return {
        "csv": lambda: write_csv(PROGRAMME_HEADER, programme_rows(workshop.programme)),
        "ics": lambda: write_ics(programme_calendar(workshop, moment)),
        "toml": lambda: programme_to_toml(workshop.programme).encode(),
    }


def working_stamp(record: Record, document: str) -> EditionStamp:
    """The stamp of a text as it stands now, of which no edition is kept."""
    programme = record.workshop.programme
    return EditionStamp(
        symbol=suggested_symbol(programme, document, ""),
        label=WORKING_COPY,
        number=0,
        built_at=record.last_event_at,
        zone=programme.timezone,
    )
