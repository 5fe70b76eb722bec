"""A ministry's letterhead stays, and ours stands where it has a place for it, else below."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest

from discussion.documents.tree import Document
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.html import write_html
from discussion.documents.writers.odt import write_odt
from discussion.documents.writers.pdf import write_pdf
from tests.documents.every_node import DOCUMENT
from tests.documents.letterheads import (
    MINISTRY,
    png,
    with_a_table,
    with_logo,
    with_places,
    word_style,
)
from tests.documents.reading import part, pdf_of, pdf_text
from tests.documents.reading_odt import line_words
from tests.documents.test_odt import STYLE, TEXT

META = replace(
    DOCUMENT.meta, rehearsal=False, symbol="OIC/1", stamp="DRAFT of today", status="For comment"
)


def written(style: bytes, **meta: Any) -> Any:
    return docx.Document(io.BytesIO(write_docx(Document(replace(META, **meta), ()), style)))


def lines(part: Any) -> list[str]:
    return [
        "".join(t.text or "" for t in p._p.iter() if t.tag.endswith("}t")) for p in part.paragraphs
    ]


def test_a_logo_stays_and_ours_stands_below_it() -> None:
    style = word_style(with_logo)
    section = written(style).sections[0]
    assert lines(section.header) == [f"  {MINISTRY}", "OIC/1"]
    assert lines(section.footer) == [
        "Avenue of the Ministries 1",
        "DRAFT of todayPage 1 of 1",
        "For comment",
    ]
    with zipfile.ZipFile(io.BytesIO(write_docx(Document(META, ()), style))) as package:
        kept = [package.read(name) for name in package.namelist() if "letterhead" in name]
    assert kept == [png()]


def test_places_are_filled_however_word_has_cut_them() -> None:
    section = written(word_style(with_places)).sections[0]
    assert lines(section.header) == [f"{MINISTRY}Ref. OIC/1 (e)"]
    assert lines(section.footer) == ["DRAFT of today | For comment", "Sheet Page 1 of 1"]


def test_the_cover_has_the_letterhead_of_all_pages_unless_it_has_its_own() -> None:
    section = written(word_style(with_logo)).sections[0]
    assert lines(section.first_page_header) == [f"  {MINISTRY}"]  # the cover says the symbol

    def own_cover(word: Any) -> None:
        word.sections[0].different_first_page_header_footer = True
        word.sections[0].first_page_header.paragraphs[0].text = "Only once"

    section = written(word_style(with_logo, own_cover)).sections[0]
    assert lines(section.first_page_header) == ["Only once"]
    assert lines(section.header)[0] == f"  {MINISTRY}"


def test_a_final_text_leaves_the_places_of_a_draft_empty() -> None:
    section = written(word_style(with_places), stamp="", status="", draft=False).sections[0]
    assert lines(section.footer) == [" | ", "Sheet Page 1 of 1"]


def test_a_rehearsal_says_so_on_every_letterhead() -> None:
    section = written(word_style(with_places), rehearsal=True).sections[0]
    for header in (section.header, section.first_page_header):
        assert lines(header)[-1].startswith("REHEARSAL")


def test_in_an_arabic_document_the_lines_with_ours_turn_round() -> None:
    section = written(word_style(with_places), language="ar").sections[0]
    turned = [
        p._p.pPr.find(f"{{{p._p.nsmap['w']}}}bidi") is not None for p in section.footer.paragraphs
    ]
    assert turned == [True, True]
    assert "الصفحة" in lines(section.footer)[1]


def test_the_body_of_a_house_style_is_none_of_the_document() -> None:
    style = word_style(lambda word: word.add_paragraph("Sample text of the ministry"))
    assert "Sample text" not in "".join(p.text for p in written(style).paragraphs)


@pytest.mark.parametrize("edit", [with_logo, with_places])
def test_a_letterhead_gives_the_same_bytes_twice(edit: Any) -> None:
    style = word_style(edit)
    assert write_docx(DOCUMENT, style) == write_docx(DOCUMENT, style)


def in_opendocument(style: bytes, kind: str, **meta: Any) -> dict[str, list[str]]:
    """The lines of a header or footer by the kind of page."""
    package = write_odt(Document(replace(META, **meta), ()), style)
    pages = part(package, "styles.xml").iter(f"{STYLE}master-page")
    return {
        page.get(f"{STYLE}name"): [
            "".join(line_words(p)) for p in page.find(f"{STYLE}{kind}").iter(f"{TEXT}p")
        ]
        for page in pages
    }


def test_an_opendocument_file_has_the_letterhead_of_word_with_ours_below() -> None:
    style = word_style(with_logo)
    header, footer = (in_opendocument(style, kind) for kind in ("header", "footer"))
    assert header == {"Standard": [f"  {MINISTRY}", "\tOIC/1"], "First_20_Page": [f"  {MINISTRY}"]}
    lines_below = ["DRAFT of today\tPage 1 of 1", "For comment"]
    assert footer["Standard"] == ["Avenue of the Ministries 1", *lines_below]
    with zipfile.ZipFile(io.BytesIO(write_odt(Document(META, ()), style))) as package:
        assert [package.read(n) for n in package.namelist() if "Pictures" in n] == [png()]


def test_an_opendocument_file_fills_the_places_of_a_letterhead() -> None:
    style = word_style(with_places)
    assert in_opendocument(style, "header")["Standard"] == [f"{MINISTRY}\tRef. OIC/1 (e)"]
    assert in_opendocument(style, "footer")["Standard"] == [
        "DRAFT of today | For comment",
        "Sheet Page 1 of 1",
    ]
    told = in_opendocument(style, "header", rehearsal=True)
    assert all(lines[-1].startswith("REHEARSAL") for lines in told.values())


def test_a_table_of_a_letterhead_is_one_in_an_opendocument_file() -> None:
    assert "Ref. OIC/1" in in_opendocument(word_style(with_a_table), "header")["Standard"]


def test_a_pdf_has_the_letterhead_on_its_pages_and_ours_in_its_places() -> None:
    said = pdf_text(write_pdf(DOCUMENT, word_style(with_places)))
    assert said.count(MINISTRY) == said.count("Ref. A/B/1 (e)") == 2  # pages
    assert "Sheet Page 1 of 2" in said and "DRAFT · ZERO | Not agreed" in said
    pages = pdf_of(write_pdf(DOCUMENT, word_style(with_logo))).pages
    assert all(len(page.images) >= 1 for page in pages)


def test_a_pdf_takes_size_letters_and_margins_and_the_nearest_font_it_has() -> None:
    styled, plain = (
        pdf_of(write_pdf(DOCUMENT, style)) for style in (word_style(with_a_table), None)
    )

    def fonts(told: Any) -> set[str]:
        held = (f.get_object() for p in told.pages for f in p["/Resources"]["/Font"].values())
        return {font["/BaseFont"].partition("+")[2] for font in held}

    assert {"NotoSans-Regular", "NotoSans-Bold"} <= fonts(styled)
    assert not {font for font in fonts(plain) if font.startswith("NotoSans-")}


def test_a_page_has_the_letters_and_the_letterhead_but_counts_no_pages() -> None:
    page = write_html(DOCUMENT, word_style(with_places)).decode()
    assert MINISTRY in page and "Ref. " in page and "Sheet" not in page
    green = write_html(DOCUMENT, word_style(with_a_table)).decode()
    assert '.document h2 { font-family: "Calibri", "Noto Sans", sans-serif;' in green
    assert "color: #005a3c" in green and "font-size: 10.5pt" in green
    assert "margin: 25.4mm 25.4mm 25.4mm 35" in green and 'src="data:image/png;base64,' in green


@pytest.mark.parametrize("write", [write_html, write_odt, write_pdf])
def test_other_formats_give_the_same_bytes_twice_with_a_house_style(write: Any) -> None:
    style = word_style(with_a_table)
    assert write(DOCUMENT, style) == write(DOCUMENT, style) != write(DOCUMENT)


def test_a_picture_that_no_pdf_can_show_is_left_out_and_nothing_else() -> None:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_style(with_logo))) as before,
        zipfile.ZipFile(held, "w") as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content[:30] if name.endswith(".png") else content)
    assert MINISTRY in pdf_text(write_pdf(DOCUMENT, held.getvalue()))
