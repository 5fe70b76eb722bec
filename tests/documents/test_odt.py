"""OpenDocument files: every node and word, in the look of the Word house style."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.shared import Cm, Pt

from discussion.documents.tree import (
    SECRETARIAT,
    Document,
    Emphasis,
    Inline,
    ListItem,
    Paragraph,
    Text,
    plain,
)
from discussion.documents.writers.odt import write_odt
from discussion.documents.writers.package import HouseStyleIncomplete, house_style
from tests.documents.every_node import ARABIC, DOCUMENT, META
from tests.documents.reading import part
from tests.documents.reading_odt import OFFICE, TEXT, odt_text, settled
from tests.documents.test_outputs import declaration, proceedings
from tests.documents.test_writers import HOSTILE, SAID, Unheard

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def content(document: Document) -> Any:
    return part(write_odt(document), "content.xml")


def of(*made: Any, **meta: Any) -> Document:
    return Document(replace(META, **meta), made)


def said(*inlines: Inline, **fields: Any) -> Paragraph:
    return Paragraph(inlines, fields.pop("anchor", "P-1"), SECRETARIAT, **fields)


def test_every_node_has_its_words_in_the_file() -> None:
    text = odt_text(write_odt(DOCUMENT))
    assert [words for words in (*SAID, "WENT", "MY, Table 4: WHY") if words not in text] == []


@pytest.mark.parametrize("unheard", [Unheard(), said(Text("A"), Emphasis((Unheard(),)))])
def test_a_node_that_nobody_handles_is_never_left_out_in_silence(unheard) -> None:
    with pytest.raises(AssertionError, match="Unheard"):
        write_odt(of(unheard))


def test_the_same_tree_gives_the_same_bytes_and_another_gives_others() -> None:
    first = write_odt(DOCUMENT)
    assert first == write_odt(DOCUMENT)
    assert first != write_odt(replace(DOCUMENT, meta=replace(META, title="Another")))
    entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert {entry.date_time[0] for entry in entries} == {1980}
    assert (entries[0].filename, entries[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert b"mimetypeapplication/vnd.oasis.opendocument.text" in first[:90]


def test_every_part_is_in_the_manifest() -> None:
    package = write_odt(DOCUMENT)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}
    listed = {entry.values()[0] for entry in part(package, "META-INF/manifest.xml")}
    assert listed == {"/", *parts}


def test_documents_of_a_workshop_have_each_paragraph_whole() -> None:
    for tree in (declaration(), proceedings()):
        text = odt_text(write_odt(tree)).replace("\u200e", "")  # that only steers
        told = [plain(b.content) for b in tree.blocks if isinstance(b, Paragraph | ListItem)]
        assert told and [words for words in told if words not in text] == []


def test_spaces_tabs_and_lines_are_kept() -> None:
    words = "  two before\tand\nthen   three, one behind "
    assert settled(write_odt(of(said(Text(words)))), "deleted") == words


def test_words_typed_to_do_harm_are_only_words() -> None:
    package = write_odt(of(said(Text(HOSTILE)), title=HOSTILE, symbol=HOSTILE))
    assert "</script><script>alert(1)" in odt_text(package)
    links = content(DOCUMENT).iter(f"{TEXT}a")
    assert not any("javascript:" in str(link.attrib) for link in links)


def test_what_stands_behind_brackets_is_remarked_on_in_working_texts_alone() -> None:
    remarks = [DOCUMENT, replace(DOCUMENT, meta=replace(META, draft=False))]
    counted = [len(list(content(each).iter(f"{OFFICE}annotation"))) for each in remarks]
    assert counted == [2, 0]


@pytest.mark.parametrize(("draft", "counted"), [(True, "true"), (False, "false")])
def test_drafts_number_their_lines_through_all_pages(*, draft: bool, counted: str) -> None:
    styles = part(write_odt(of(said(Text("A")), draft=draft)), "styles.xml")
    lines = styles.find(f".//{TEXT}linenumbering-configuration")
    assert (lines.get(f"{TEXT}number-lines"), lines.get(f"{TEXT}restart-on-page")) == (
        counted,
        "false",
    )


def test_headings_tables_and_pages_are_real() -> None:
    package = write_odt(DOCUMENT)
    tree, styles = part(package, "content.xml"), part(package, "styles.xml")
    headings = [(h.get(f"{TEXT}outline-level"), h[-1].tail) for h in tree.iter(f"{TEXT}h")]
    assert [level for level, _ in headings] == ["1", "2", "3"]
    head = tree.find(f".//{TABLE}table-header-rows")
    assert "".join(head.itertext()) == "HEAD-1HEAD-2"
    footers = list(styles.iter(f"{STYLE}footer"))
    assert all(f.find(f".//{TEXT}page-number") is not None for f in footers)
    assert all(f.find(f".//{TEXT}page-count") is not None for f in footers)


def look_of(tree: Any, words: str) -> Any:
    """The properties that a paragraph has beside its style's."""
    paragraph = next(p for p in tree.iter(f"{TEXT}p") if words in "".join(p.itertext()))
    name = paragraph.get(f"{TEXT}style-name")
    return next(s for s in tree.iter(f"{STYLE}style") if s.get(f"{STYLE}name") == name)[0]


def test_arabic_paragraphs_run_from_right_to_left() -> None:
    look = look_of(content(DOCUMENT), ARABIC)
    assert look.get(f"{STYLE}writing-mode") == "rl-tb"
    spoken = content(DOCUMENT).iter(f"{STYLE}text-properties")
    assert "ar" in {t.get(f"{STYLE}language-complex") for t in spoken}


def test_the_file_looks_as_the_house_style_does_in_word() -> None:
    edited = docx.Document(str(house_style("document.docx")))
    edited.styles["Operative"].font.size = Pt(17)
    edited.styles["Operative"].paragraph_format.left_indent = Cm(2)
    saved = io.BytesIO()
    edited.save(saved)
    styles = part(write_odt(DOCUMENT, saved.getvalue()), "styles.xml")
    operative = next(
        s for s in styles.iter(f"{STYLE}style") if s.get(f"{STYLE}name") == "Operative"
    )
    assert operative.find(f"{STYLE}text-properties").get(f"{FO}font-size") == "17pt"
    indent = operative.find(f"{STYLE}paragraph-properties").get(f"{FO}margin-left")
    assert float(indent.removesuffix("cm")) == pytest.approx(2, abs=0.01)


def test_a_house_style_that_is_none_is_refused() -> None:
    with pytest.raises(HouseStyleIncomplete):
        write_odt(DOCUMENT, b"no Word file")
