"""PDF files keep the rules of PDF/UA-1 as somebody else than their maker reads them."""

import io
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject, TextStringObject

from discussion.documents.builders.declaration import build_declaration
from discussion.documents.writers.pdf import write_pdf, write_pdf_slides
from tests.documents.every_node import DECK, DOCUMENT
from tests.documents.letterheads import with_a_table, word_style
from tests.documents.pdf_ua import faults
from tests.documents.sample import sample_record, stamp_for


def looked_at(content: bytes) -> list[str]:
    return faults(PdfReader(io.BytesIO(content), strict=True))


def test_a_document_with_every_node_can_be_read_by_ear() -> None:
    assert looked_at(write_pdf(DOCUMENT)) == []


def test_a_letterhead_takes_nothing_from_that() -> None:
    assert looked_at(write_pdf(DOCUMENT, word_style(with_a_table))) == []


def test_slides_can_be_read_by_ear() -> None:
    assert looked_at(write_pdf_slides(DECK)) == []


def test_the_declaration_can_be_read_by_ear() -> None:
    record = sample_record()
    stamp = stamp_for(record.workshop.programme, "declaration")
    assert looked_at(write_pdf(build_declaration(record, stamp))) == []


def no_language(root: Any) -> None:
    del root["/Lang"]


def a_strange_tag(root: Any) -> None:
    _first(root)[NameObject("/S")] = NameObject("/Poem")


def a_gap_between_headings(root: Any) -> None:
    _first(root)[NameObject("/S")] = NameObject("/H4")


def a_picture_without_words(root: Any) -> None:
    first = _first(root)
    first[NameObject("/S")] = NameObject("/Figure")
    first.pop("/Alt", None)


def content_that_nothing_leads_to(root: Any) -> None:
    _first(root)[NameObject("/K")] = NumberObject(4711)


def an_empty_title(root: Any) -> None:
    root["/ViewerPreferences"][NameObject("/DisplayDocTitle")] = TextStringObject("")


def _first(root: Any) -> Any:
    """The first element of the tree that stands inside the document's."""
    document = root["/StructTreeRoot"]["/K"]
    document = document[0] if isinstance(document, list) else document
    return document.get_object()["/K"][0].get_object()


@pytest.mark.parametrize(
    "fault",
    [
        no_language,
        a_strange_tag,
        a_gap_between_headings,
        a_picture_without_words,
        content_that_nothing_leads_to,
        an_empty_title,
    ],
)
def test_a_planted_fault_is_found(fault: Any) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(write_pdf(DOCUMENT)))
    fault(writer.root_object)
    saved = io.BytesIO()
    writer.write(saved)
    assert looked_at(saved.getvalue()) != []
