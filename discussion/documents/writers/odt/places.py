"""The numbers places are called by, each where it is printed; it must not know markup."""

from collections.abc import Iterable, Mapping

from discussion.documents.tree import (
    Block,
    Figure,
    Heading,
    ListItem,
    Meta,
    Numbering,
    Paragraph,
    Table,
    Worded,
    heading_end,
    item_number,
    paragraph_label,
)

Places = Mapping[str, tuple[tuple[str, str], ...]]
"""Every place with the numbers it is called by: ("OP-12", "12"), ("OP-12(a)", "(a)")."""


def places_of(blocks: Iterable[Block], numbering: Numbering) -> Places:
    """The numbers every place is called by, each with the place where it is printed."""
    told: dict[str, tuple[tuple[str, str], ...]] = {}
    above: tuple[tuple[str, str], ...] = ()
    item = above
    for block in blocks:
        match block:
            case Heading(anchor=anchor, number=number):
                told[anchor] = ((anchor, number),) if number else ()
            case Paragraph(anchor=anchor):
                number, _ = _called(block, numbering)
                above = told[anchor] = ((anchor, number),) if number else ()
            case ListItem(anchor=anchor, level=1):
                item = told[anchor] = (*above, (anchor, item_number(block, numbering)))
            case ListItem(anchor=anchor):
                told[anchor] = (*item, (anchor, item_number(block, numbering)))
            case Table(anchor=anchor):
                told |= {anchor: ()} | {row.anchor: () for row in block.rows}
            case Figure(anchor=anchor):
                told[anchor] = ()
    return told


def printed_number(block: Worded, meta: Meta) -> tuple[str, str]:
    """The part of a number that references repeat, and what stands behind it; both may be ""."""
    match block:
        case Heading(number=number):
            return number, heading_end(number, meta.language) if number else ""
        case Paragraph():
            return _called(block, meta.numbering)
        case ListItem():
            return item_number(block, meta.numbering), ""


def _called(paragraph: Paragraph, numbering: Numbering) -> tuple[str, str]:
    """A full stop is no part of what a paragraph is called."""
    label = paragraph_label(paragraph, numbering)
    number = label.removesuffix(".")
    return number, label[len(number) :]
