"""Sections in Markdown: whatever is typed is read, no letter is lost, and it is written back."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from discussion.documents.leftovers import leftovers
from discussion.documents.narrative import read_markdown, write_markdown
from discussion.documents.narrative.reading import BLOCKS
from discussion.documents.tree import (
    Document,
    Editorial,
    Emphasis,
    Heading,
    Inline,
    Link,
    ListItem,
    Paragraph,
    Strong,
    Text,
    Worded,
    plain,
)
from discussion.documents.writers.akoma_ntoso import write_akn
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.html import write_html
from discussion.documents.writers.odt import write_odt
from discussion.documents.writers.pdf import write_pdf
from discussion.domain.drafting.passages import PASSAGE_LIMIT
from tests.documents.every_node import META

TOKENS = (
    *("a", "bé", "يا", "3", " ", " ", "  ", "    ", "\n", "\n", "\n\n", "\t", "\\"),
    *(
        "*",
        "**",
        "_",
        "[",
        "]",
        "[[",
        "]]",
        "(",
        ")",
        "<",
        ">",
        "`",
        "```",
        "|",
        "&amp;",
        "![",
        "!",
    ),
    *(
        "- ",
        "* ",
        "• ",
        "1. ",
        "2. ",
        "2025. ",
        "# ",
        "### ",
        "> ",
        "---",
        "===",
        "{",
        "}",
        '"',
        "'",
    ),
    *("[a](https://b.c/d)", "[[to be done]]", "<b>", "<!--", "-->", "[x]: http://y"),
)
typed = st.lists(st.sampled_from(TOKENS), max_size=25).map("".join)


def shapes(text: str) -> list[tuple[str, str]]:
    """What a text is read as: the kind of each block, and its words."""
    return [(_shape(block), plain(block.content)) for block in read_markdown(text)]


def _shape(block: Worded) -> str:
    match block:
        case Heading(level=level):
            return f"h{level}"
        case ListItem(level=level, number=number):
            return f"{level}.{number}"
        case Paragraph(style=style):
            return style


def test_paragraphs_lists_headings_and_quotations_are_what_they_look_like() -> None:
    text = (
        "One *paragraph*.\n\n### Before lunch\n\n- a bullet\n- another\n\n"
        "1. first\n2. second\n    1. below\n3. third\n\n> As it was said.\n\nThe end."
    )
    assert shapes(text) == [
        ("body", "One paragraph."),
        ("h3", "Before lunch"),
        ("bullet", "a bullet"),
        ("bullet", "another"),
        ("1.1", "first"),
        ("1.2", "second"),
        ("2.1", "below"),
        ("1.3", "third"),
        ("note", "As it was said."),
        ("body", "The end."),
    ]


def test_emphasis_links_and_remarks_are_nodes() -> None:
    (block,) = read_markdown("*a* **b** [c](https://d.e/f_g?h=1) [[to be completed: who came]]")
    assert [node for node in block.content if node != Text(" ")] == [
        Emphasis((Text("a"),)),
        Strong((Text("b"),)),
        Link((Text("c"),), "https://d.e/f_g?h=1"),
        Editorial("to be completed: who came"),
    ]


ADDRESSES = (
    "http://" + "a" * 3_000,
    "http://a.b/" + "é" * 400,
    "http://[::1",
    "http:///x",
    "http://a:b@c/",
    "http://a.b\\c",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_no_program_would_open_as_an_address_is_words(address: str) -> None:
    assert shapes(f"[here]({address})") == [("body", f"[here]({address})")]


def test_an_address_is_written_in_the_signs_that_addresses_have() -> None:
    (line,) = read_markdown('[here](<https://a.org/é|"x"?q=%20&b[1]>)')
    (link,) = line.content
    assert isinstance(link, Link)
    assert link.target == "https://a.org/%C3%A9%7C%22x%22?q=%20&b%5B1%5D"


@pytest.mark.parametrize("unit", ["### H\n\n", "x\n\n", "- a\n", "1. a\n"])
def test_a_section_has_a_bounded_number_of_blocks_and_loses_no_word(unit: str) -> None:
    """A report of such sections took seven gigabytes; written back it reads the same."""
    text = unit * 1_500
    read = read_markdown(text)
    assert len(read) == BLOCKS
    words = "".join(plain(block.content) for block in read)
    assert words.replace(" ", "") == unit.strip(" \n#-1.") * 1_500
    assert _known(read_markdown(write_markdown(read))) == _known(read)


def test_a_list_right_below_a_line_is_a_list_as_it_looks() -> None:
    assert shapes("These came:\n- one\n  more of it\n- two\n  - within") == [
        ("body", "These came:"),
        ("bullet", "one\nmore of it"),
        ("bullet", "two\n– within"),
    ]
    assert shapes("1. a\n   1. b\n- c") == [("1.1", "a"), ("2.1", "b"), ("bullet", "c")]


def test_a_number_that_begins_a_line_is_no_list() -> None:
    assert shapes("12. July was hot.\n\n2025. A year") == [
        ("body", "12. July was hot."),
        ("body", "2025. A year"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "![a picture](https://example.org/x.png)",
        "[x](javascript:alert(1))",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "`code` and &amp; and &#60;",
        "[x]: https://example.org 'title'",
        '[x](https://example.org "title")',
        "<!-- hidden -->",
    ],
)
def test_what_a_section_does_not_know_stays_the_words_it_was_typed_as(text: str) -> None:
    (block,) = read_markdown(text)
    assert block.content == (Text(text),)


def test_what_is_to_be_completed_is_found_before_a_final_text() -> None:
    written = Document(META, read_markdown("### Opening\n\n[[to be completed: the speech]]"))
    (left,) = leftovers(written)
    assert (left.place, left.words) == ("Opening", "[to be completed: the speech]")


@given(typed)
@example("1. " * 4000)
@example("> " * 5000)
def test_every_letter_that_is_typed_stands_in_what_is_read_in_its_order(text: str) -> None:
    said = "".join(_all(inline for block in read_markdown(text) for inline in block.content))
    assert _letters(said) == _letters(text)


def test_a_lost_letter_would_be_found_by_that_test() -> None:
    (block,) = read_markdown("[a](https://b.c)")
    assert _letters(plain(block.content)) != _letters("[a](https://b.c)")


def _all(content: Iterable[Inline]) -> Iterator[str]:
    """Words, and the addresses that links lead to."""
    for inline in content:
        match inline:
            case Emphasis(content=inner) | Strong(content=inner):
                yield from _all(inner)
            case Link(content=inner, target=target):
                yield from _all(inner)
                yield target
            case _:
                yield plain((inline,))


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


@given(typed | st.text())
def test_what_was_read_is_written_so_that_it_reads_the_same(text: str) -> None:
    read = read_markdown(text)
    assert _known(read_markdown(write_markdown(read))) == _known(read)


def _known(blocks: Iterable[Worded]) -> list[tuple[str, str]]:
    """Where lists of their own stand beside each other, they read back as one."""
    return [
        (_shape(block).split(".")[0], " ".join(plain(block.content).split())) for block in blocks
    ]


@settings(max_examples=10, deadline=None)
@given(st.lists(typed, min_size=4, max_size=4), st.text())
def test_every_writer_writes_whatever_was_typed(texts: list[str], anything: str) -> None:
    made = Document(META, _placed("\n\n".join(texts)))
    for write in (write_akn, write_docx, write_html, write_odt, write_pdf):
        assert write(made)
    for write in (write_akn, write_docx, write_html, write_odt):
        assert write(Document(META, _placed(anything)))


def _placed(text: str) -> tuple[Worded, ...]:
    return tuple(replace(b, anchor=f"A-{n}") for n, b in enumerate(read_markdown(text), 1))


@pytest.mark.parametrize(
    "unit", ["*a ", "[", "[[a ", "[a](", "> ", "1. ", "\\", "_a", "**a *b ", "- a\n", " - a\n  "]
)
def test_no_text_takes_long_to_read(unit: str) -> None:
    text = (unit * PASSAGE_LIMIT)[:PASSAGE_LIMIT]
    started = time.process_time()
    read_markdown(text)
    assert time.process_time() - started < 2
