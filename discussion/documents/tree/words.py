"""Plain words and the numbers of places; it must not know file formats."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeGuard, assert_never

from discussion.documents.tree.blocks import Block, Figure, Heading, ListItem, Paragraph, Table
from discussion.documents.tree.inlines import (
    Alternatives,
    Bracket,
    Commented,
    Deleted,
    Editorial,
    Emphasis,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    MarkChange,
    Reference,
    Sourced,
    Strong,
    Text,
)

NOWHERE = "place not found"
"""What an editorial remark says where a reference leads to nothing."""


def plain(content: Iterable[Inline]) -> str:
    """The words of a line as they are to stand, without their form and without deletions.

    Editorial remarks, brackets and options are in square brackets; footnotes are left out, and
    a reference is the anchor it leads to.
    """
    return "".join(_plain(content))


def _plain(content: Iterable[Inline]) -> Iterator[str]:
    for inline in content:
        match inline:
            case Text(words=words):
                yield words
            case LineBreak():
                yield "\n"
            case Editorial(words=words):
                yield f"[{words}]"
            case Reference(target=target):
                yield target
            case Footnote() | Deleted():
                pass
            case Bracket(content=inner, signs=signs):
                yield _bracketed(inner, signs)
            case Alternatives(options=options, signs=signs):
                yield from (_bracketed(option, signs) for option in options)
            case (
                Emphasis(content=inner)
                | Strong(content=inner)
                | Link(content=inner)
                | Sourced(content=inner)
                | Inserted(content=inner)
                | Commented(content=inner)
            ):
                yield from _plain(inner)
            case _:
                assert_never(inline)


def _bracketed(content: Iterable[Inline], signs: MarkChange | None) -> str:
    gone = signs is not None and signs.fate == "deleted"
    return plain(content) if gone else f"[{plain(content)}]"


def labels(blocks: Iterable[Block]) -> Mapping[str, str]:
    """How each place is referred to: "12", "12(a)", "3.2", "Annex I"; places without are ""."""
    told: dict[str, str] = {}
    above, item = "", ""
    for block in blocks:
        match block:
            case Heading():
                told[block.anchor] = block.number
            case Paragraph():
                above = paragraph_number(block)
                told[block.anchor] = above
            case ListItem(level=1):
                item = above + item_number(block)
                told[block.anchor] = item
            case ListItem():
                told[block.anchor] = item + item_number(block)
            case Table():
                told[block.anchor] = ""
                told |= {row.anchor: "" for row in block.rows}
            case Figure():
                told[block.anchor] = ""
    return told


def above(blocks: Iterable[Block]) -> Mapping[str, tuple[str, ...]]:
    """The numbered places each sub-paragraph stands under, from the outside in."""
    told: dict[str, tuple[str, ...]] = {}
    paragraph: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    for block in blocks:
        match block:
            case Paragraph(number=number):
                paragraph = (block.anchor,) if number is not None else ()
            case ListItem(level=1):
                told[block.anchor], item = paragraph, (*paragraph, block.anchor)
            case ListItem():
                told[block.anchor] = item
    return told


def paragraph_number(paragraph: Paragraph) -> str:
    """``12``, ``7 bis``, or nothing."""
    if paragraph.number is None:
        return ""
    return f"{paragraph.number} {paragraph.suffix}".rstrip()


_A_WORD_FIRST = re.compile(r".*\s")


def heading_number(heading: Heading) -> str:
    """A heading's number as it is printed: ``3.2.``, ``A.``, ``Annex I:``, or nothing."""
    if not heading.number:
        return ""
    return f"{heading.number}{':' if _A_WORD_FIRST.match(heading.number) else '.'}"


def item_number(item: ListItem) -> str:
    """A sub-paragraph's own number as it is printed: ``(a)``, or below it ``(i)``."""
    return letters(item.number) if item.level == 1 else roman(item.number)


def in_contents(block: Block) -> TypeGuard[Heading]:
    """Whether a table of contents shows it: a heading struck out has no words to be found by."""
    return isinstance(block, Heading) and block.level <= 2 and bool(plain(block.content))


def letters(number: int) -> str:
    """``(a)`` to ``(z)``, then ``(aa)``, ``(bb)``, as word processors count."""
    return f"({chr(ord('a') + (number - 1) % 26) * ((number - 1) // 26 + 1)})"


def roman(number: int) -> str:
    """``(i)``, ``(ii)``, ``(iv)`` for numbers from 1 up."""
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
    )
    written = ""
    for value, sign in (*signs, (1, "i")):
        written += sign * (number // value)
        number %= value
    return f"({written})"
