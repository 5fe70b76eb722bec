"""PDF files: for every reader and every eye, with the words of the tree and nothing carried out."""

from dataclasses import replace

import pytest

from discussion.documents.builders.declaration import build_declaration
from discussion.documents.builders.proceedings import build_proceedings
from discussion.documents.tree import (
    SECRETARIAT,
    Heading,
    Paragraph,
    Reference,
    Row,
    Table,
    Text,
)
from discussion.documents.writers import pdf
from discussion.documents.writers.package import HouseStyleIncomplete
from discussion.documents.writers.pdf import write_pdf
from discussion.domain.publications import EditionStamp
from tests.documents.every_node import DOCUMENT
from tests.documents.reading import pdf_of, pdf_text
from tests.documents.sample import EVENING, sample_record

STAMP = EditionStamp("A/B/ZERO", "ZERO", 0, EVENING, "Asia/Kuala_Lumpur")
EVERY_WORD = (
    "COVER-TITLE CONTENTS HEADING-1 HEADING-3 PLAIN EMPHASIS STRONG BOTH LINK SCRIPT LIGNE REMARK "
    "FOOTNOTE SOURCED NOT-AGREED ONE CAME WENT SPOKEN-OF COMMENT ITEM-A ITEM-I BULLET BIS NEW "
    "FIGURE-CAPTION CAPTION HEAD-1 CELL-1 GONE MARK-1 REHEARSAL ZERO"
)


def test_every_node_is_in_the_file():
    said = pdf_text(write_pdf(DOCUMENT))
    missing = [w for w in EVERY_WORD.split() if w.replace("-", " ") not in said.replace("-", " ")]
    assert missing == []
    assert "<b>words</b>" in said and "place not found" in said


def test_the_file_is_tagged_titled_and_says_its_language():
    told = pdf_of(write_pdf(DOCUMENT))
    root = told.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is not None and root["/StructTreeRoot"] is not None
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert told.metadata is not None and told.metadata.title == "A/B/1 · Every node <&>"
    assert b"pdfuaid:part" in told.trailer["/Root"]["/Metadata"].get_data()
    assert "DESCRIPTION" in str(_pictures(root["/StructTreeRoot"]))


def _pictures(element) -> list[str]:
    """What stands for each picture when the page is read aloud."""
    element = element.get_object()
    if not isinstance(element, dict):
        return []
    kids = element.get("/K", [])
    found = [element["/Alt"]] if "/Alt" in element else []
    for kid in kids if isinstance(kids, list) else [kids]:
        found += _pictures(kid)
    return found


def test_all_fonts_are_in_the_file():
    for page in pdf_of(write_pdf(DOCUMENT)).pages:
        for font in page["/Resources"]["/Font"].values():
            told = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(told.get_object()), told


def test_the_same_tree_gives_the_same_bytes():
    assert write_pdf(DOCUMENT) == write_pdf(DOCUMENT)


@pytest.mark.parametrize(
    "words", ["#panic()", "$x$", "*b*", '"; #read("/etc/passwd")', "\x00\ud800"]
)
def test_what_people_type_is_never_carried_out(words: str):
    one = Paragraph((Text(f"before {words} after"),), "P-9", SECRETARIAT)
    said = pdf_text(write_pdf(replace(DOCUMENT, blocks=(one,))))
    assert f"before {words}".replace("\x00\ud800", "") in said and "after" in said


def test_headings_that_miss_a_level_and_anchors_met_twice_are_no_trouble():
    blocks = (
        Heading(3, (Text("Deep first"),), "H", "1"),
        Paragraph((Text("See "), Reference("H", "page")), "H", SECRETARIAT),
    )
    assert "Deep first" in pdf_text(write_pdf(replace(DOCUMENT, blocks=blocks)))


def test_drafts_number_their_lines_and_final_texts_do_not():
    many = tuple(Paragraph((Text(f"Line {n}"),), f"P-{n}", SECRETARIAT) for n in range(7))
    draft = replace(DOCUMENT, blocks=many)
    final = replace(draft, meta=replace(draft.meta, draft=False, stamp="", status=""))
    lines = [pdf_text(write_pdf(tree)).split() for tree in (draft, final)]
    assert [said.count("5") for said in lines] == [2, 1]


def test_the_documents_of_a_workshop_say_the_same_as_their_trees():
    record = sample_record()
    for build in (build_declaration, build_proceedings):
        tree = build(record, STAMP)
        unnumbered = replace(tree, meta=replace(tree.meta, draft=False))
        said = " ".join(pdf_text(write_pdf(unnumbered)).split())
        headings = [b.content[0].words for b in tree.blocks if isinstance(b, Heading)]
        assert headings and [h for h in headings if " ".join(h.split()) not in said] == []


def test_a_house_style_that_cannot_be_followed_is_told_by_name(monkeypatch, tmp_path):
    style = tmp_path / "document.typ"
    style.write_text("#nonsense()")
    monkeypatch.setattr(pdf, "house_style", lambda _: style)
    with pytest.raises(HouseStyleIncomplete) as told:
        write_pdf(DOCUMENT)
    assert told.value.facts["file"] == "document.typ"
    assert "nonsense" in str(told.value.facts["missing"])


def test_a_row_longer_than_a_page_goes_on_to_the_next():
    words = " ".join(f"word{n}" for n in range(1500))
    row = Row(((Text("LONG"),), (Text(words),)), "R-1", SECRETARIAT)
    table = Table("", ("HEAD-1", "HEAD-2"), (1, 2), (row,), "T")
    said = pdf_text(write_pdf(replace(DOCUMENT, blocks=(table,))))
    assert all(f"word{n}" in said for n in range(0, 1500, 50))
    assert said.count("HEAD-1") > 1
