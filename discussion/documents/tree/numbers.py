"""The numbers places are called by and how they are printed; it must not know file formats.

A place has the same number and the same anchor in every language: OP-12(b) is 12(b) in English,
12 b) in French and 12 (ب) in Arabic.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from discussion.documents.tree.blocks import Block, Figure, Heading, ListItem, Paragraph, Table

JOINT = "\N{NO-BREAK SPACE}"
"""What parts a number from the letter below it, in languages that part them."""

_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"  # the order in which Arabic texts letter their lists

ParagraphForm = Literal["1.", "1)", "(1)"]
ItemForm = Literal["(a)", "a)", "(أ)"]


@dataclass(frozen=True)
class Numbering:
    """How the numbers of a document's paragraphs are printed, and the letters below them."""

    paragraphs: ParagraphForm = "1."
    items: ItemForm = "(a)"

    @property
    def between(self) -> str:
        """What stands between a number and the letter below it where a place is referred to."""
        return "" if self.items == "(a)" and self.paragraphs != "1)" else JOINT


_ITEMS: Mapping[str, ItemForm] = {"fr": "a)", "ar": "(أ)"}


def items_in(language: str) -> ItemForm:
    """How a language letters what stands below a paragraph."""
    return _ITEMS.get(language, "(a)")


def labels(blocks: Iterable[Block], numbering: Numbering) -> Mapping[str, str]:
    """How each place is referred to: "12", "12(a)", "3.2", "Annex I"; places without are "".

    A number is as it is printed, but for its full stop, as word processors refer to it.
    """
    told: dict[str, str] = {}
    above, item = "", ""
    for block in blocks:
        match block:
            case Heading():
                told[block.anchor] = block.number
            case Paragraph():
                above = paragraph_label(block, numbering).removesuffix(".")
                told[block.anchor] = above
            case ListItem(level=1):
                item = below(above, item_number(block, numbering), numbering)
                told[block.anchor] = item
            case ListItem():
                told[block.anchor] = below(item, item_number(block, numbering), numbering)
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


def below(place: str, item: str, numbering: Numbering) -> str:
    """A sub-paragraph as it is referred to: ``12(a)``, ``12 a)``; ``(a)`` below no number."""
    return f"{place}{numbering.between}{item}" if place else item


def paragraph_number(paragraph: Paragraph) -> str:
    """``12``, ``7 bis``, or nothing: what a paragraph is called, however that is printed."""
    if paragraph.number is None:
        return ""
    return f"{paragraph.number} {paragraph.suffix}".rstrip()


def paragraph_label(paragraph: Paragraph, numbering: Numbering) -> str:
    """A paragraph's number as it is printed: ``12.``, ``12)``, ``(7 bis)``, or nothing."""
    number = paragraph_number(paragraph)
    return numbering.paragraphs.replace("1", number) if number else ""


_A_WORD_FIRST = re.compile(r".*\s|[^\W\d_]{3}")  # "Annex I", "Annex", "أولاً", but not "AA"


def heading_number(heading: Heading, language: str) -> str:
    """A heading's number as it is printed: ``3.2.``, ``A.``, ``Annex I:``, or nothing."""
    return f"{heading.number}{heading_end(heading.number, language)}" if heading.number else ""


def heading_end(number: str, language: str) -> str:
    """What ends a heading's number: a colon where a word stands first, as its language types it."""
    if not _A_WORD_FIRST.match(number):
        return "."
    return "\N{NO-BREAK SPACE}:" if language == "fr" else ":"


def item_number(item: ListItem, numbering: Numbering) -> str:
    """A sub-paragraph's own number as it is printed: ``(a)``, or below it ``(i)``."""
    match numbering.items:
        case "(أ)":
            return abjad(item.number) if item.level == 1 else f"({item.number})"
        case form:
            told = item_key(item)
            return told[1:] if form == "a)" else told


def item_key(item: ListItem) -> str:
    """Its number as anchors have it in every language: ``(a)``, ``(i)``."""
    return letters(item.number) if item.level == 1 else roman(item.number)


def letters(number: int) -> str:
    """``(a)`` to ``(z)``, then ``(aa)``, ``(bb)``, as word processors count."""
    return f"({chr(ord('a') + (number - 1) % 26) * ((number - 1) // 26 + 1)})"


def abjad(number: int) -> str:
    """``(أ)``, ``(ب)``, ``(ج)`` to ``(غ)``, then ``(أأ)``, as word processors count."""
    return f"({_ABJAD[(number - 1) % len(_ABJAD)] * ((number - 1) // len(_ABJAD) + 1)})"


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
