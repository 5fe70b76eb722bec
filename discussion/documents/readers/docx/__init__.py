"""The paragraphs of a Word file as nodes of the tree, with every change; never changes a file.

What Word does not keep of a node (its sources, its place in words) comes back empty. Tables,
covers and contents are not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from discussion.documents.direction import block_direction
from discussion.documents.readers.docx.lines import Around, read_line
from discussion.documents.readers.docx.numbering import Counted, Lists
from discussion.documents.readers.docx.xml import W, change_of, value
from discussion.documents.readers.parts import open_part
from discussion.documents.tree import (
    Direction,
    Heading,
    ListItem,
    MarkChange,
    Paragraph,
    Worded,
)
from discussion.documents.vocabulary import (
    COVER,
    HEADINGS,
    ITEMS,
    PARAGRAPHS,
    anchor_of,
    style_name,
)

_STYLES = {name: style for style, name in PARAGRAPHS.items()}
_NOT_WORDED = {
    *COVER.values(),
    *("Contents Heading", "Contents 1", "Contents 2", "Figure", "Table Head", "Table Text"),
}


def read_docx(package: bytes) -> tuple[Worded, ...]:
    """The headings, paragraphs and sub-paragraphs of a Word file, in order.

    A paragraph of a style that is none of the house's is a ``body`` paragraph. Raises
    ValueError when the file is no Word file.
    """
    document = open_part(package, "word/document.xml")
    if document is None or document.find(f"{W}body") is None:
        raise ValueError("not a Word file: it has no text")
    reading = _Reading(Around.of(package), _style_names(package), Lists.of(package))
    return tuple(reading.blocks(document.find(f"{W}body")))


@dataclass
class _Reading:
    """One file being read."""

    around: Around
    styles: dict[str, str]  # names by id
    lists: Lists

    def blocks(self, body: Any) -> Iterator[Worded]:
        """The paragraphs that stand in the text itself."""
        for paragraph in body.iterchildren(f"{W}p"):
            style = self._style(paragraph)
            counted = self.lists.count(paragraph)
            if style in _NOT_WORDED or _is_break(paragraph):
                continue
            yield self._block(paragraph, style, counted)

    def _block(self, paragraph: Any, style: str, counted: Counted | None) -> Worded:
        line = read_line(paragraph, self.around, self.styles)
        anchor, end = _anchor(paragraph), _end(paragraph)
        runs = _direction(paragraph)
        direction = None if runs == block_direction(line.content) else runs
        if style in HEADINGS:
            number = counted.printed.rstrip(".:\N{NO-BREAK SPACE}") if counted else ""
            level = HEADINGS.index(style) + 1
            return Heading(level, line.content, anchor, number, end, direction)
        if style in ITEMS and counted:
            level = ITEMS.index(style) + 1
            return ListItem(
                line.content,
                anchor,
                (),
                level,
                counted.number,
                line.mark,
                end=end,
                direction=direction,
            )
        return Paragraph(
            line.content,
            anchor,
            (),
            _STYLES.get(style, "body"),
            counted.number if counted else None,
            line.mark,
            suffix=counted.suffix if counted else "",
            end=end,
            direction=direction,
        )

    def _style(self, paragraph: Any) -> str:
        return self.styles.get(value(paragraph, "pPr/pStyle") or "", "")


def _style_names(package: bytes) -> dict[str, str]:
    styles = open_part(package, "word/styles.xml")
    if styles is None:
        return {}
    names = ((s.get(f"{W}styleId"), value(s, "name") or "") for s in styles.iter(f"{W}style"))
    return {id_: style_name(name) for id_, name in names}


def _anchor(paragraph: Any) -> str:
    names = (mark.get(f"{W}name", "") for mark in paragraph.iter(f"{W}bookmarkStart"))
    return next((found for name in names if (found := anchor_of(name)) is not None), "")


def _end(paragraph: Any) -> MarkChange | None:
    """What happened to the end of a paragraph; where it both came and went, that it went."""
    look = paragraph.find(f"{W}pPr/{W}rPr")
    if look is None:
        return None
    for tags, fate in ((("del", "moveFrom"), "deleted"), (("ins", "moveTo"), "inserted")):
        for tag in tags:
            found = look.find(f"{W}{tag}")
            if found is not None:
                return MarkChange("deleted" if fate == "deleted" else "inserted", change_of(found))
    return None


def _direction(paragraph: Any) -> Direction:
    told = paragraph.find(f"{W}pPr/{W}bidi")
    return "rtl" if told is not None and told.get(f"{W}val") not in ("0", "false") else "ltr"


def _is_break(paragraph: Any) -> bool:
    """Whether the paragraph only starts a new page."""
    breaks = paragraph.findall(f"{W}r/{W}br[@{W}type='page']")
    return bool(breaks) and next(paragraph.iter(f"{W}t"), None) is None
