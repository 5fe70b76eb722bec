"""Every writer writes every node, the same each time, and nothing a table typed can hurt."""

import csv
import io
import zipfile
from dataclasses import dataclass, replace

import docx
import pptx
import pytest
from lxml import etree
from lxml import html as browser

from discussion.documents.deck import Bullet, BulletSlide, Slide, Strength
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Deleted,
    Document,
    Emphasis,
    Heading,
    Inline,
    Paragraph,
    Text,
)
from discussion.documents.writers.akoma_ntoso import write_akn
from discussion.documents.writers.csv import write_csv
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.html import write_html
from discussion.documents.writers.odt import write_odt
from discussion.documents.writers.package import HouseStyleIncomplete, house_style
from discussion.documents.writers.pptx import write_pptx
from tests.documents.every_node import ARABIC, CHANGE, DECK, DOCUMENT, INLINES
from tests.documents.reading import W, part, slides_text, word_paragraphs, word_text, words

SAID = (
    "PLAIN & <b>words</b>",
    *("EMPHASIS", "STRONG", "BOTH", "LINK", "ELSEWHERE", "SCRIPT", "LIGNE", "SUIVANTE"),
    *("REMARK", "COVER-SYMBOL", "COVER-TITLE", "COVER-LINE", "CONTENTS", "MARK-1"),
    *("HEADING-1", "HEADING-2", "HEADING-3", "ITEM-A", "ITEM-I", "BULLET"),
    *("FOOTNOTE", "SOURCED", "NOT AGREED", "ONE", "OTHER", "WISE", "CAME", "SPOKEN OF", "BIS"),
    *("NEW", "FIGURE-CAPTION", "GONE"),
    *("CAPTION", "HEAD-1", "HEAD-2", "CELL-1", ARABIC, "REHEARSAL", "A/B/1", "DRAFT · ZERO"),
)
HOSTILE = "\x00\x0b\x1f\ufffe]]><w:p/>{{ 7*7 }} &amp; </script><script>alert(1)</script>"


def test_the_samples_hold_every_kind_of_node() -> None:
    assert {type(block) for block in DOCUMENT.blocks} == set(Block.__args__)
    assert {type(inline) for inline in INLINES} == set(Inline.__args__)
    assert {type(slide) for slide in DECK.slides} == set(Slide.__args__)


@dataclass(frozen=True)
class Unheard:
    """A node that no writer knows."""

    content: tuple[Inline, ...] = ()


@pytest.mark.parametrize("write", [write_docx, write_html])
def test_a_node_that_nobody_handles_is_never_left_out_in_silence(write) -> None:
    inside = Paragraph((Text("WORDS"), Emphasis((Unheard(),))), "P-1", SECRETARIAT)
    for unheard in (Unheard(), inside):
        with pytest.raises(AssertionError, match="Unheard"):
            write(replace(DOCUMENT, blocks=(unheard,)))


def test_a_slide_that_nobody_handles_is_never_left_out_in_silence() -> None:
    with pytest.raises(AssertionError, match="Unheard"):
        write_pptx(replace(DECK, slides=(Unheard(),)))


def test_word_has_the_words_of_every_node() -> None:
    text = word_text(write_docx(DOCUMENT))
    assert [said for said in SAID if said not in text] == []


def test_a_page_has_the_words_of_every_node() -> None:
    text = browser.fromstring(write_html(DOCUMENT)).text_content()
    assert [said for said in SAID if said not in text] == []


@pytest.mark.parametrize(
    ("write", "name", "entry"),
    [
        (write_docx, "word/document.xml", "<w:hyperlink "),
        (write_odt, "content.xml", "<text:a "),
        (write_html, "", '<li class="level-'),
        (write_akn, "", "<tocItem "),
    ],
)
def test_a_heading_that_is_struck_out_stands_in_no_contents(write, name: str, entry: str) -> None:
    def entries(*blocks: Block) -> int:
        written = write(replace(DOCUMENT, blocks=blocks))
        return (etree.tostring(part(written, name)) if name else written).count(entry.encode())

    headings = DOCUMENT.blocks[1:6]  # of three levels, after the table of contents
    struck = Heading(1, (Deleted((Text("STRUCK"),), CHANGE),), "H-9", "9")
    assert entries(*headings) == entries(*headings, struck) == 2


def test_slides_have_the_words_of_every_node() -> None:
    text = slides_text(write_pptx(DECK))
    said = ("TITLE-SLIDE", "SUBTITLE", "BULLETS", "BULLET-1", "LABEL", "most tables", "●●●○")
    more = ("FIGURES", "42", "COUNTED", "FIGURE-LINE", "CHART", "CAT-2", "SERIES", "TABLE-SLIDE")
    last = ("TH-1", "TD-1", "TEXT-SLIDE", "READ-ALOUD", "12.", "REHEARSAL", "Frozen snapshot")
    assert [w for w in (*said, *more, *last, ARABIC) if w not in text] == []


@pytest.mark.parametrize(
    ("raising", "dots"), [(0, 0), (1, 1), (2, 1), (3, 2), (5, 3), (8, 3), (9, 4)]
)
def test_dots_say_the_same_as_the_words(raising: int, dots: int) -> None:
    assert Strength("", raising, 9).steps == dots


@pytest.mark.parametrize(("write", "tree"), [(write_docx, DOCUMENT), (write_pptx, DECK)])
def test_the_same_tree_gives_the_same_bytes(write, tree) -> None:
    first = write(tree)
    assert first == write(tree)
    assert {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {1980}
    other = replace(tree, meta=replace(tree.meta, title="Another title"))
    assert first != write(other)


def test_arabic_runs_from_right_to_left_in_word() -> None:
    arabic = next(p for p in word_paragraphs(write_docx(DOCUMENT)) if words(p).startswith(ARABIC))
    assert arabic.find(f"{W}pPr/{W}bidi") is not None
    turned = [run.find(f"{W}rPr/{W}rtl") is not None for run in arabic.iter(f"{W}r")]
    assert turned == [True, False]  # the Arabic, then "OIC 2025"


def test_arabic_runs_from_right_to_left_on_slides_and_pages() -> None:
    slide = etree.tostring(part(write_pptx(DECK), "ppt/slides/slide2.xml"), encoding="unicode")
    assert 'rtl="1"' in slide
    page = write_html(DOCUMENT).decode()
    assert f'dir="rtl"><span class="number">2.</span> <span lang="ar">{ARABIC}' in page


def test_drafts_have_numbered_lines_and_marks_and_final_texts_have_neither() -> None:
    draft = write_docx(DOCUMENT)
    final = write_docx(replace(DOCUMENT, meta=replace(DOCUMENT.meta, draft=False, stamp="")))
    numbers = part(draft, "word/document.xml").find(f".//{W}lnNumType")
    assert numbers.get(f"{W}restart") == "continuous"
    assert part(final, "word/document.xml").find(f".//{W}lnNumType") is None
    assert "MARK-1" in word_text(draft)
    assert "MARK-1" not in word_text(final)


def test_word_and_powerpoint_files_say_what_they_are() -> None:
    word = docx.Document(io.BytesIO(write_docx(DOCUMENT))).core_properties
    show = pptx.Presentation(io.BytesIO(write_pptx(DECK))).core_properties
    for properties in (word, show):
        assert (properties.title, properties.identifier) == ("Every node <&>", "A/B/1")
        assert properties.created.isoformat().startswith("2025-07-08T10:30")


def test_words_typed_to_do_harm_are_only_words() -> None:
    blocks = (Paragraph((Text(HOSTILE),), "P-1", SECRETARIAT),)
    bullets = (Bullet(HOSTILE, "B", SECRETARIAT, HOSTILE),)
    text = word_text(write_docx(replace(DOCUMENT, blocks=blocks)))
    slide = BulletSlide("S", HOSTILE, bullets, (HOSTILE,))
    shown = slides_text(write_pptx(replace(DECK, slides=(slide,))))
    page = write_html(replace(DOCUMENT, blocks=blocks)).decode()
    assert "</script><script>alert(1)" in text
    assert "</script><script>alert(1)" in shown
    assert "<script" not in page
    assert "javascript:" not in write_html(DOCUMENT).decode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_table_is_a_formula(start: str) -> None:
    written = write_csv(("a", "b"), [(f"{start}cmd", None), ("plain", 3)])
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert rows == [["a", "b"], [f"'{start}cmd", ""], ["plain", "3"]]


def test_a_house_style_without_a_style_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    edited = docx.Document(str(house_style("document.docx")))
    edited.styles["Operative"].delete()
    saved = io.BytesIO()
    edited.save(saved)
    monkeypatch.setattr("discussion.documents.writers.docx._house_style", saved.getvalue)
    with pytest.raises(HouseStyleIncomplete) as refused:
        write_docx(DOCUMENT)
    assert refused.value.facts == {"file": "document.docx", "missing": "Operative"}


@pytest.mark.parametrize("meta", [{"variant": "clean"}, {"draft": False, "stamp": ""}])
def test_who_stands_behind_a_bracket_is_told_in_working_texts_alone(meta) -> None:
    told = ("Table 4", "WHY", "COMMENT", "MARK-1")
    bare = replace(DOCUMENT, meta=replace(DOCUMENT.meta, **meta))
    for write in (everything_in_word, everything_on_a_page):
        assert [said for said in told if said not in write(DOCUMENT)] == []
        assert [said for said in told if said in write(bare)] == []
        assert "NOT AGREED" in write(bare)


def everything_in_word(document: Document) -> str:
    """All parts of a Word file, one after the other."""
    with zipfile.ZipFile(io.BytesIO(write_docx(document))) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def everything_on_a_page(document: Document) -> str:
    return write_html(document).decode()
