"""Slides come out of a browser's printer as they stand on the screen: one to a page."""

import pytest

from discussion.documents.writers.slides import write_slides
from tests.documents.every_node import DECK
from tests.documents.reading import pdf_of
from tests.kit.browser import LAPTOP

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("key", ["", "s"], ids=["as it is read", "while the speaker speaks"])
def test_every_slide_is_printed_on_a_page_of_its_own(new_context, key: str) -> None:
    page = new_context(LAPTOP).new_page()
    page.set_content(write_slides(DECK).decode())
    if key:
        page.keyboard.press(key)
    pages = [sheet.extract_text() for sheet in pdf_of(page.pdf(prefer_css_page_size=True)).pages]
    assert len(pages) == len(DECK.slides)
    for sheet, slide in zip(pages, DECK.slides, strict=True):
        assert slide.title in sheet
        others = [other.title for other in DECK.slides if other is not slide]
        assert [title for title in others if title in sheet] == []
