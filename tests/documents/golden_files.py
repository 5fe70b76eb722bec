"""Every output of the small workshop, in words, as files to compare with; not a test itself.

``python -m tests.documents.golden_files`` (``make golden``) writes them again into
``tests/golden/documents``; ``git diff`` then shows what a change did to the documents. With
``--sums`` it prints the SHA-256 of each output instead.
"""

import hashlib
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from discussion.documents.builders import concordance
from discussion.documents.builders.contributions import contributions_head, contributions_listing
from discussion.documents.builders.contributions import contributions_values as values_of
from discussion.documents.builders.sourced import with_sources
from discussion.documents.builders.table_cards import Card, build_table_cards
from discussion.documents.tree import Document
from discussion.documents.writers.csv import write_csv, write_csv_to
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.json import write_json_to
from discussion.documents.writers.pdf import write_pdf
from discussion.documents.writers.qr import qr_png
from discussion.documents.writers.xlsx import write_xlsx
from discussion.domain.drafting.numbering import Renumbered
from discussion.domain.publications import EditionStamp, Record, document_kind, documents_of
from discussion.services.publications import contributions, table_cards, table_reports
from discussion.services.publications.making import Made, make, write_document
from discussion.services.publications.table_reports import write_reports
from discussion.services.publications.variants import FORMATS, as_variant, compared
from tests.documents.sample import EVENING, stamp_for
from tests.documents.sample_small import earlier_record, every_note, small_record, table_page
from tests.documents.told import told

FOLDER = Path(__file__).resolve().parents[1] / "golden" / "documents"
LANGUAGES = ("fr", "ar")
"""Beside the workshop's own; in these a document is told as the Office file that it is."""

BEGINNING = 40  # lines

Written = Callable[[], bytes]


def outputs() -> Iterator[tuple[str, Written]]:
    """The name of every output, ``declaration.redline.docx``, and what writes it."""
    record = small_record()
    yield from editions(record)
    yield from variants(record)
    yield from _beside_editions(record)
    for language in LANGUAGES:
        for name, write in editions(record, language):
            if name.endswith(("docx", "pptx")):
                yield name, write


def editions(record: Record, language: str = "") -> Iterator[tuple[str, Written]]:
    """Every document of a record in each of its formats, in a language or the workshop's own."""
    documents = documents_of(record.workshop.programme)
    for made in _made(replace(record, language=language), *documents):
        for form in document_kind(made.document)[0].formats:
            yield ".".join(filter(None, (made.document, language, form))), partial(made.write, form)


def variants(record: Record) -> Iterator[tuple[str, Written]]:
    """What an edition is written as beside its files, and its final text."""
    for document in ("declaration", "proceedings"):
        (new,), (old,) = _made(record, document), _made(earlier_record(), document)
        assert isinstance(new.tree, Document) and isinstance(old.tree, Document)
        trees = {"redline": compared(old.tree, new.tree, "ZERO of 8 July 2025")}
        if document == "declaration":
            trees["clean"] = as_variant(new.tree, "clean")
            trees["provenance"] = with_sources(new.tree, new.lines, record)
        for variant, tree in trees.items():
            for form in FORMATS if document == "declaration" else FORMATS[:1]:
                yield f"{document}.{variant}.{form}", partial(write_document, tree, form)
        lines = concordance.between(old.tree, new.tree)
        yield f"{document}.concordance.csv", partial(_concordance, lines)
    (final,) = _made(record, "declaration", label="FINAL")
    yield "declaration.final.docx", partial(final.write, "docx")


def lines_of(name: str, content: bytes) -> list[str]:
    """An output in words; of a provenance table that is no list, its beginning and its length."""
    stem, _, form = name.rpartition(".")
    lines = told(form, content)
    if form == "csv" or not stem.startswith("provenance"):
        return lines
    return [*lines[:BEGINNING], f"... {len(lines)} lines in all"]


def sums() -> Mapping[str, str]:
    """The SHA-256 of every output."""
    return {name: hashlib.sha256(write()).hexdigest() for name, write in outputs()}


def kept(name: str) -> Path:
    """Where an output in words is kept."""
    return FOLDER / f"{name}.txt"


def main() -> None:
    """Writes all of them anew; what is no output any more goes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file in FOLDER.glob("*.txt"):
        file.unlink()
    for name, write in outputs():
        kept(name).write_text("\n".join(lines_of(name, write())) + "\n", "utf-8")


def _made(record: Record, *documents: str, label: str = "") -> Iterator[Made]:
    def stamp(document: str) -> EditionStamp:
        plain = stamp_for(record.workshop.programme, document, 1)
        return replace(plain, built_at=record.last_event_at, label=label or plain.label)

    return make(record, documents, stamp)


def _concordance(lines: tuple[Renumbered, ...]) -> bytes:
    return write_csv(concordance.HEADER, concordance.rows(lines))


def _beside_editions(record: Record) -> Iterator[tuple[str, Written]]:
    for form in table_reports.FORMATS:
        yield f"table-report.{form}", partial(write_reports, (table_page(record),), form)
    cards = [Card("Table 1", "ABCD-EFGH", qr_png("http://127.0.0.1/t#x"))]
    paper = build_table_cards(record.workshop, cards, "http://127.0.0.1", "Made up", EVENING)
    for form in table_cards.FORMATS:
        yield f"table-cards.{form}", partial({"docx": write_docx, "pdf": write_pdf}[form], paper)
    for form in contributions.FORMATS:
        yield f"contributions.{form}", partial(_contributions, record, form)


def _contributions(record: Record, form: str) -> bytes:
    notes = every_note(record)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes"
        match form:
            case "xlsx":
                write_xlsx(path, contributions_listing(notes))
            case "csv":
                listing = contributions_listing(notes)
                with path.open("wb") as file:
                    write_csv_to(file, listing.header, listing.rows)
            case _:
                with path.open("wb") as file:
                    write_json_to(file, contributions_head(notes), "notes", values_of(notes))
        return path.read_bytes()


if __name__ == "__main__":
    if sys.argv[1:] == ["--sums"]:
        print("\n".join(f"{digest}  {name}" for name, digest in sums().items()))
    else:
        main()
