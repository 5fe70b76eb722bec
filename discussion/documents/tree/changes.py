"""A text as it stands once its changes are accepted or rejected; must not know file formats."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from discussion.documents.tree.blocks import Block, Heading, ListItem, Paragraph, Table, Worded
from discussion.documents.tree.document import Document
from discussion.documents.tree.inlines import (
    Alternatives,
    Bracket,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    Link,
    MarkChange,
    Strong,
)
from discussion.documents.tree.stretches import Layer, Option, Stretch, flattened, joined

Fate = Literal["inserted", "deleted"]


def accepted(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """The line with every insertion taken and every deletion gone."""
    return _without(content, "deleted")


def rejected(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """The line as it was before anything in it was changed."""
    return _without(content, "inserted")


def accept(document: Document) -> Document:
    """The document with every change accepted."""
    return replace(document, blocks=tuple(_settled(document.blocks, "deleted")))


def reject(document: Document) -> Document:
    """The document as it was before its changes."""
    return replace(document, blocks=tuple(_settled(document.blocks, "inserted")))


def _settled(blocks: tuple[Block, ...], gone: Fate) -> Iterator[Block]:
    """A paragraph whose end is gone runs on into the next one, and takes on what that one is."""
    carried: tuple[Inline, ...] = ()
    for index, block in enumerate(blocks):
        match block:
            case Heading() | Paragraph() | ListItem():
                words = (*carried, *_without(block.content, gone))
                following = blocks[index + 1] if index + 1 < len(blocks) else None
                if _goes(block.end, gone) and (not words or isinstance(following, Worded)):
                    carried = words
                else:
                    carried = ()
                    yield replace(block, content=joined(flattened(words)), end=None)
            case Table():
                yield replace(block, rows=tuple(_rows(block, gone)))
            case _:
                yield block


def _rows(table: Table, gone: Fate) -> Iterator:  # type: ignore[type-arg]
    for row in table.rows:
        if not _goes(row.change, gone):
            cells = tuple(_without(cell, gone) for cell in row.cells)
            yield replace(row, cells=cells, change=None)


def _goes(change: MarkChange | None, gone: Fate) -> bool:
    return change is not None and change.fate == gone


def _without(content: Iterable[Inline], gone: Fate) -> tuple[Inline, ...]:
    return joined(
        stretch for each in flattened(content) for stretch in _settled_stretch(each, gone)
    )


def _settled_stretch(stretch: Stretch, gone: Fate) -> Iterator[Stretch]:
    """A bracket whose words are all gone is still a bracket."""
    dropped = Deleted if gone == "deleted" else Inserted
    layers = tuple(_layers(stretch, gone))
    if not any(isinstance(layer.span, dropped) for layer in stretch.layers):
        yield Stretch(stretch.leaf, layers)
    elif ranges := tuple(layer for layer in layers if not isinstance(layer.span, _LOOKS)):
        yield Stretch(None, ranges)


_LOOKS = (Strong, Emphasis, Link)


def _layers(stretch: Stretch, gone: Fate) -> Iterator[Layer]:
    """What still lies round a stretch: no changes, and no signs that are gone with theirs."""
    open_alternatives = True
    for layer in stretch.layers:
        match layer.span:
            case Inserted() | Deleted():
                continue
            case Bracket(signs=signs) | Alternatives(signs=signs):
                open_alternatives = not _goes(signs, gone)
                if open_alternatives:
                    yield Layer(replace(layer.span, signs=None), layer.serial)
            case Option():
                if open_alternatives:
                    yield layer
            case _:
                yield layer
