"""Slides as a page and as PDF: every node in both, nothing of anybody's carried out."""

import io
import re
from dataclasses import replace

import pptx
import pytest

from discussion.documents.deck import TextSlide
from discussion.documents.writers.pdf import write_pdf_slides
from discussion.documents.writers.pptx import write_pptx
from discussion.documents.writers.slides import write_slides
from tests.documents.every_node import ARABIC, DECK
from tests.documents.reading import pdf_of, pdf_text

EVERY_WORD = set(
    """
    TITLE-SLIDE SUBTITLE BULLETS BULLET-1 LABEL FIGURES 42 COUNTED FIGURE-LINE CHART CAT-1 CAT-2
    TABLE-SLIDE TH-1 TD-1 TEXT-SLIDE READ-ALOUD 12. REHEARSAL A/B/1 Frozen
    """.split()  # noqa: SIM905 - a list of words is read along its lines
)


def page_text() -> str:
    """The page without its style and script."""
    page = write_slides(DECK).decode()
    return re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)


def test_every_slide_is_on_the_page_with_its_notes_and_its_strength():
    said = page_text()
    assert [word for word in (*EVERY_WORD, "NOTE-1", "NOTE-2") if word not in said] == []
    assert '<span class="dots" aria-hidden="true">●●●○</span>most tables' in said
    assert 'aria-label="CHART-IN-WORDS"' in said
    assert f'dir="rtl">{ARABIC}' in said


def test_every_slide_is_a_page_of_the_pdf():
    content = write_pdf_slides(DECK)
    said = pdf_text(content)
    assert [word for word in EVERY_WORD if word not in said] == []
    assert "NOTE-1" not in said, "notes are for the speaker"
    assert len(pdf_of(content).pages) == len(DECK.slides)
    assert b"pdfuaid:part" in pdf_of(content).trailer["/Root"]["/Metadata"].get_data()


@pytest.mark.parametrize("write", [write_slides, write_pdf_slides])
def test_the_same_deck_gives_the_same_bytes(write):
    assert write(DECK) == write(DECK)


def test_what_people_type_stays_words():
    typed = "</script><script>alert(1)</script> #panic() <img src=x>"
    slide = TextSlide("S-9", typed, (), (typed,))
    deck = replace(DECK, slides=(slide,))
    page = write_slides(deck).decode()
    assert page.count("<script") == 1 and "<img" not in page
    assert "&lt;/script&gt;" in page
    assert "#panic()" in pdf_text(write_pdf_slides(deck))


def test_the_page_asks_for_nothing_from_anywhere():
    page = write_slides(DECK).decode()
    assert re.findall(r"""(?:src|href)=|@import|url\(|fetch\(|https?://""", page) == []


def test_a_deck_in_arabic_begins_its_lines_tables_and_bars_on_the_right() -> None:
    turned = replace(DECK, meta=replace(DECK.meta, language="ar"))
    shapes = [
        s for page in pptx.Presentation(io.BytesIO(write_pptx(turned))).slides for s in page.shapes
    ]
    tables = [s.table._tbl.tblPr.get("rtl") for s in shapes if s.has_table]
    charts = [s.chart.value_axis.reverse_order for s in shapes if s.has_chart]
    assert set(tables) == {"1"} and set(charts) == {True}
    page = write_slides(turned).decode()
    assert '<html lang="ar" dir="rtl">' in page and "الشريحة 1" in page and ">Back<" not in page
