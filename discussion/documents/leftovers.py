"""What must not be left in a final text: brackets, alternatives, remarks, changes, comments.

It must not know what the text is about.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from discussion.documents.tree import (
    Alternatives,
    Bracket,
    Commented,
    Deleted,
    Document,
    Editorial,
    Emphasis,
    Heading,
    Inline,
    Inserted,
    Link,
    ListItem,
    Paragraph,
    Sourced,
    Strong,
    Table,
    plain,
)


@dataclass(frozen=True)
class Leftover:
    """One thing to settle: where it stands and its words as they are shown."""

    place: str  # for people: "Paragraph 12"
    words: str


def leftovers(document: Document) -> tuple[Leftover, ...]:
    """Everything that people still have to decide or write, in the order of the text."""
    return tuple(_all(document))


def _all(document: Document) -> Iterator[Leftover]:
    above = "The beginning"
    for block in document.blocks:
        match block:
            case Heading(content=content):
                above = plain(content)
                yield from _in(content, above)
            case Paragraph() | ListItem():
                yield from _in(block.content, block.place or above)
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from _in(cell, row.place or block.caption or above)
            case _:
                pass


def _in(content: Iterable[Inline], place: str) -> Iterator[Leftover]:
    for inline in content:
        match inline:
            case Bracket() | Alternatives() | Editorial() | Inserted():
                yield Leftover(place, plain((inline,)))
            case Deleted(content=inner):
                yield Leftover(place, plain(inner))
            case Commented(comment=comment):
                yield Leftover(place, comment.words)
            case Emphasis(content=inner) | Strong(content=inner) | Link(content=inner):
                yield from _in(inner, place)
            case Sourced(content=inner):
                yield from _in(inner, place)
            case _:
                pass
