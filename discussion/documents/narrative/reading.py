"""A section in Markdown as blocks of the tree, whatever was typed; it must not know builders.

Every letter stays: what is no Markdown of a section is read as the words it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from discussion.documents.narrative.parsing import REMARK, parse
from discussion.documents.tree import (
    Editorial,
    Emphasis,
    Heading,
    Inline,
    Link,
    ListItem,
    Paragraph,
    ParagraphStyle,
    Strong,
    Text,
    Worded,
    normal,
    plain,
)

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "ul", "ol", "li", "blockquote", *_HEADINGS)
_LEVEL = 3  # of every heading: those above it are the report's own
_AROUND_BREAKS = re.compile(r"[ \t]*\n[ \t]*")

BLOCKS = 400
"""Of one section; four pages have less than a hundred, and each costs a PDF 40 kB of memory."""

_Line = tuple[Inline, ...]


def read_markdown(text: str) -> tuple[Worded, ...]:
    """The blocks of a section, without anchors, sources and numbers that run through a report.

    Headings are of level 3, bullets are paragraphs of that style, a numbered list is one of
    sub-paragraphs on two levels, a quotation is a note. What is nested more deeply stands on a
    line of its own. A line feed is a line break, and ``[[words]]`` an editorial remark. What is
    more than BLOCKS stands in the last of them, one behind the other.
    """
    blocks = tuple(block for block in _blocks(parse(text)) if plain(block.content).strip())
    if len(blocks) <= BLOCKS:
        return blocks
    rest = (inline for block in blocks[BLOCKS - 1 :] for inline in (*block.content, Text(" ")))
    words = tuple(
        Text(one.words.replace("\n", " ")) if isinstance(one, Text) else one for one in rest
    )
    return (*blocks[: BLOCKS - 1], _paragraph(words[:-1], "body"))


def _blocks(root: Any) -> Iterator[Worded]:
    for element in root:
        match element.tag:
            case "ol":
                yield from _numbered(element)
            case "ul":
                yield from _bullets(element)
            case "blockquote":
                yield from (_paragraph(line, "note") for line in _lines(element))
            case tag if tag in _HEADINGS:
                yield Heading(_LEVEL, normal(_inside(element)), "")
            case _:
                yield _paragraph(_inside(element), "body")


def _numbered(listed: Any) -> Iterator[ListItem]:
    """Items and those below them; other blocks inside an item are further lines of it."""
    for number, item in enumerate(listed, 1):
        made = [ListItem((), "", (), 1, number)]
        for part in _parts(item):
            if not isinstance(part, tuple) and part.tag == "ol":
                below = (ListItem(_joined(_lines(inner)), "", (), 2) for inner in part)
                made += (replace(one, number=n) for n, one in enumerate(below, len(made)))
            else:
                made[-1] = replace(made[-1], content=_joined([made[-1].content, *_told(part)]))
        yield from made


def _bullets(listed: Any) -> Iterator[Paragraph]:
    return (_paragraph(_joined(_lines(item)), "bullet") for item in listed)


def _paragraph(content: _Line, style: ParagraphStyle) -> Paragraph:
    return Paragraph(normal(content), "", (), style)


def _lines(element: Any) -> Iterator[_Line]:
    """Whatever stands inside a block, in lines."""
    return (line for part in _parts(element) for line in _told(part))


def _told(part: Any) -> Iterator[_Line]:
    """A stretch of words, or a block inside another, in lines; items with their sign."""
    if isinstance(part, tuple):
        yield part
    elif part.tag in ("ol", "ul"):
        for number, item in enumerate(part, 1):
            sign = f"{number}. " if part.tag == "ol" else "– "
            inside = list(_lines(item)) or [()]
            yield from ((Text(sign), *inside[0]), *inside[1:])
    else:
        yield from _lines(part)


def _parts(element: Any) -> Iterator[Any]:
    """What stands inside a block: stretches of words, and blocks."""
    words: list[Inline] = [*_words(element.text)]
    for child in element:
        if child.tag in _BLOCKS:
            if plain(words).strip():
                yield tuple(words)
            yield child
            words = []
        else:
            words += _span(child)
        words += _words(child.tail)
    if plain(words).strip():
        yield tuple(words)


def _inside(element: Any) -> _Line:
    children = (inline for child in element for inline in (*_span(child), *_words(child.tail)))
    return (*_words(element.text), *children)


def _span(element: Any) -> Iterable[Inline]:
    match element.tag:
        case "strong":
            return (Strong(_inside(element)),)
        case "em":
            return (Emphasis(_inside(element)),)
        case "a":
            return (Link(_inside(element), element.get("href")),)
        case tag if tag == REMARK:
            words = " ".join((element.text or "").split())
            return (Editorial(words) if words else Text("[[]]"),)
        case _:
            return _inside(element)


def _words(text: str | None) -> tuple[Text, ...]:
    return (Text(_AROUND_BREAKS.sub("\n", text)),) if text else ()


def _joined(lines: Iterable[_Line]) -> _Line:
    """Lines below each other in one block."""
    made: list[Inline] = []
    for line in lines:
        if plain(line).strip():
            made += [*([Text("\n")] if made else ()), *line]
    return normal(made)
