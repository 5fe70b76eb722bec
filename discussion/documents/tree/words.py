"""The plain words of lines, without their form; it must not know file formats."""

from collections.abc import Iterable, Iterator
from typing import TypeGuard, assert_never

from discussion.documents.tree.blocks import Block, Heading, ListItem, Paragraph, Table
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


def in_contents(block: Block) -> TypeGuard[Heading]:
    """Whether a table of contents shows it: a heading struck out has no words to be found by."""
    return isinstance(block, Heading) and block.level <= 2 and bool(plain(block.content))


def introduces(block: Block, following: Block | None) -> bool:
    """Whether words announce the list, table or part below them: they must not end a page alone."""
    match block:
        case Paragraph(style="opening") if isinstance(following, Heading):
            return True  # "Hereby:"
        case Paragraph():
            return isinstance(following, ListItem | Table)
        case ListItem(level=1):
            return isinstance(following, ListItem) and following.level > 1
        case _:
            return False
