"""Markdown files: every node, read by a parser of the standard as the words they were."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as browser
from markdown_it import MarkdownIt

from discussion.documents.tree import (
    SECRETARIAT,
    Bracket,
    Document,
    Emphasis,
    Inline,
    ListItem,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
    plain,
)
from discussion.documents.writers.markdown import write_markdown
from tests.documents.every_node import ARABIC, DOCUMENT, META
from tests.documents.test_outputs import declaration, proceedings
from tests.documents.test_writers import HOSTILE, SAID, Unheard

STANDARD = MarkdownIt("commonmark").enable("table")


def source(document: Document) -> str:
    """The file without what stands before its text."""
    return write_markdown(document).decode().split("---\n", 2)[2]


def page(document: Document) -> Any:
    """The file as a browser would show it."""
    return browser.fromstring(f"<main>{STANDARD.render(source(document))}</main>")


def of(*made: Any, **meta: Any) -> Document:
    bare = replace(META, rehearsal=False, symbol="", stamp="", status="", draft=False)
    return Document(replace(bare, **meta), made)


def said(*inlines: Inline, **fields: Any) -> Paragraph:
    return Paragraph(inlines, "P-1", SECRETARIAT, **fields)


def squeezed(words: str) -> str:
    """Runs of white space are one to who reads Markdown."""
    return " ".join(words.split())


def test_every_node_has_its_words_in_the_file() -> None:
    shown = page(DOCUMENT).text_content() + source(DOCUMENT).partition("[^1]: ")[2]
    assert [words for words in SAID if words not in shown] == []
    assert "{MY, Table 4: WHY}" in shown and "COMMENT" in shown and "{--GONE--}" in shown


@pytest.mark.parametrize("unheard", [Unheard(), said(Text("A"), Emphasis((Unheard(),)))])
def test_a_node_that_nobody_handles_is_never_left_out_in_silence(unheard) -> None:
    with pytest.raises(AssertionError, match="Unheard"):
        write_markdown(of(unheard))


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert write_markdown(DOCUMENT) == write_markdown(DOCUMENT)


def test_headings_tables_pictures_and_notes_are_real() -> None:
    tree, text = page(DOCUMENT), source(DOCUMENT)
    assert [tree.findtext(f".//h{level}") for level in (1, 2, 3, 4)] == [
        "COVER-TITLE",
        "1. HEADING-1",
        "HEADING-2",
        "HEADING-3",
    ]
    assert [cell.text for cell in tree.iter("th", "td")][:3] == ["HEAD-1", "HEAD-2", "CELL-1"]
    assert tree.find(".//img").get("alt") == "DESCRIPTION"
    assert "[^1]: FOOTNOTE" in text and "[^c1]: **Somebody:** COMMENT\\\nIN TWO LINES" in text


def test_documents_of_a_workshop_have_each_paragraph_whole() -> None:
    for tree in (declaration(), proceedings()):
        told = [plain(b.content) for b in tree.blocks if isinstance(b, Paragraph | ListItem)]
        shown = squeezed(page(tree).text_content())
        assert told and [words for words in told if squeezed(words) not in shown] == []
        assert "*" not in shown


signs = st.text(alphabet="ab1 (.)-+=:#*_`~<>&;[]{}|\\!$^@\n\t\u00a0\u0627", max_size=12)


@settings(max_examples=150, deadline=None)
@given(signs)
def test_whatever_is_typed_is_words_and_nothing_else(words: str) -> None:
    row = Row(((Text(words),), ()), "R", SECRETARIAT)
    tree = page(of(said(Text(words)), Table("C", ("", ""), (1, 1), (row,), "T")))
    assert {e.tag for e in tree.iter() if isinstance(e.tag, str)} <= {
        *("main", "p", "br", "strong", "table", "thead", "tbody", "tr", "th", "td")
    }
    assert "".join(tree.text_content().split()) == "".join(f"{words}C{words}".split())


words = signs.map(Text)
inlines = st.recursive(
    words,
    lambda inner: st.lists(inner, min_size=1, max_size=3).flatmap(
        lambda held: st.sampled_from([kind(tuple(held)) for kind in (Emphasis, Strong, Bracket)])
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(inlines, max_size=4))
def test_no_sign_of_emphasis_is_taken_for_a_word(content: list[Inline]) -> None:
    shown = page(of(said(*content))).text_content()
    assert "".join(shown.split()) == "".join(plain(content).split())


def test_words_typed_to_do_harm_are_only_words() -> None:
    tree = page(of(said(Text(HOSTILE)), symbol=HOSTILE))
    assert tree.find(".//script") is None
    assert "javascript:" not in write_markdown(DOCUMENT).decode()


@pytest.mark.parametrize("meta", [{"variant": "clean"}, {"draft": False, "stamp": ""}])
def test_who_stands_behind_a_bracket_is_told_in_working_texts_alone(meta) -> None:
    bare = source(replace(DOCUMENT, meta=replace(META, **meta)))
    assert [told for told in ("Table 4", "WHY", "COMMENT", "MARK-1") if told in bare] == []
    assert "NOT AGREED" in bare


def test_a_program_is_told_the_language_and_its_direction() -> None:
    head = write_markdown(of(said(Text(ARABIC)), language="ar", symbol='A"B')).decode()
    assert head.startswith('---\nlang: "ar"\ndir: "rtl"\nidentifier: "A\\"B"\n')
