"""Blocks of the tree as Markdown that reads back as they are; it must not know builders.

Only what sections are made of has signs of its own; anything else is written as its words.
"""

import re
from collections.abc import Iterable

from discussion.documents.narrative.lines import INDENT
from discussion.documents.tree import (
    Editorial,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Strong,
    Text,
    Worded,
    normal,
    plain,
)

_BREAKS = re.compile(r"[\r\n]+")
_UNREADABLE = dict.fromkeys((2, 3))  # control signs that the parser keeps for itself
_SIGNS = re.compile(r"[\\*_\[\]]")
_FIRST = re.compile(r"([-+•>](?= |$)|>|#{1,6}(?= )|\d+(?=\. ))(.*)", re.DOTALL)
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def write_markdown(blocks: Iterable[Worded]) -> str:
    """The blocks as a person would type them: without numbers, anchors and sources."""
    written: list[str] = []
    listed = ""
    for block in blocks:
        kind, before, below = _shape(block)
        lines = _lines(block.content)
        if lines:
            apart = [] if listed and kind == listed or not written else [""]
            written += [*apart, f"{before}{lines[0]}", *(f"{below}{line}" for line in lines[1:])]
            listed = kind
    return "\n".join(written)


def _shape(block: Worded) -> tuple[str, str, str]:
    """The list a block belongs to, and what its first line and the others begin with."""
    match block:
        case Heading():
            return "", "### ", " "
        case ListItem(level=level, number=number):
            inside = INDENT * (level - 1)
            return "numbers", f"{inside}{number}. ", f"{inside}{INDENT}"
        case Paragraph(style="bullet"):
            return "bullets", "- ", INDENT
        case Paragraph(style="note"):
            return "", "> ", "> "
        case Paragraph():
            return "", "", ""


def _lines(content: Iterable[Inline]) -> list[str]:
    """The lines of a block; blank ones would part it in two."""
    written = "".join(map(_inline, normal(content)))
    return [_plain_start(line.strip()) for line in _BREAKS.split(written) if line.strip()]


def _plain_start(line: str) -> str:
    """A line that begins as a list or a heading would, and is none."""
    found = _FIRST.fullmatch(line)
    if not found:
        return line
    sign, rest = found.groups()
    return f"{sign}\\{rest}" if sign.isdigit() else f"\\{sign}{rest}"


def _inline(inline: Inline) -> str:
    match inline:
        case Text(words=words):
            return _escaped(words)
        case LineBreak():
            return "\n"
        case Editorial(words=words):
            return f"[[{_escaped(' '.join(words.split()))}]]"
        case Emphasis(content=inner):
            return _within("*", inner)
        case Strong(content=inner):
            return _within("**", inner)
        case Link(content=inner, target=target) if target.startswith(("https://", "http://")):
            return f"[{_all(inner)}](<{target}>)"
        case _:
            return _escaped(plain((inline,)))


def _within(sign: str, inner: Iterable[Inline]) -> str:
    """Spaces at either end stand outside: a sign beside a space is only a sign."""
    found = _EDGES.fullmatch(_all(inner))
    before, words, after = found.groups() if found else ("", "", "")
    return f"{before}{sign}{words}{sign}{after}" if words else f"{before}{after}"


def _all(content: Iterable[Inline]) -> str:
    return "".join(map(_inline, content))


def _escaped(words: str) -> str:
    return _SIGNS.sub(lambda sign: f"\\{sign.group()}", words.translate(_UNREADABLE))
