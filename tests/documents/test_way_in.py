"""The way to the page of what became of it: on the first and last slide, where there is one."""

import io
from dataclasses import replace
from typing import Any

import pptx

from discussion.documents.phrases import phrase
from discussion.documents.writers import slides
from discussion.documents.writers.pdf import write_pdf_slides
from discussion.documents.writers.pptx import write_pptx
from discussion.documents.writers.qr import qr_png
from tests.documents.every_node import DECK
from tests.documents.reading import pdf_text

ADDRESS = "https://workshop.example.org/outcome/0b2f6c1d"
OPEN = replace(DECK, address=ADDRESS)


def pictures(page: Any) -> list[bytes]:
    return [shape.image.blob for shape in page.shapes if hasattr(shape, "image")]


def test_powerpoint_has_the_code_and_its_address_on_the_first_and_last_slide() -> None:
    pages = list(pptx.Presentation(io.BytesIO(write_pptx(OPEN))).slides)
    assert [pictures(page) for page in (pages[0], pages[-1])] == [[qr_png(ADDRESS)]] * 2
    assert [page for page in pages[1:-1] if pictures(page)] == []
    words = [s.text_frame.text for s in pages[-1].shapes if s.has_text_frame]
    assert f"{phrase('en', 'printed.way_in')}\n{ADDRESS}" in words


def test_nothing_else_on_those_slides_stands_under_the_code() -> None:
    first, *_, last = pptx.Presentation(io.BytesIO(write_pptx(OPEN))).slides
    for page in (first, last):
        (code,) = (shape for shape in page.shapes if hasattr(shape, "image"))
        bodies = [s for s in page.placeholders if s.placeholder_format.idx == 1]
        assert all(body.top + body.height <= code.top for body in bodies)


def test_pdf_and_the_browser_have_it_too() -> None:
    assert pdf_text(write_pdf_slides(OPEN)).count(ADDRESS) == 2
    page = slides.write_slides(OPEN).decode()
    assert page.count(f'<bdi dir="ltr">{ADDRESS}</bdi>') == 2
    assert page.count('aria-label="QR code"') == 2


def test_without_an_address_there_is_none() -> None:
    assert not any(map(pictures, pptx.Presentation(io.BytesIO(write_pptx(DECK))).slides))
    assert "QR code" not in slides.write_slides(DECK).decode()
