"""What a redline says in short: a list of its changed places; it must not know how it is drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from discussion.documents.tree import (
    Block,
    Cover,
    Deleted,
    Document,
    Figure,
    Heading,
    Inline,
    Inserted,
    ListItem,
    Numbering,
    Paragraph,
    Row,
    Table,
    flattened,
    item_number,
    paragraph_number,
    plain,
    rejected,
)

Kind = Literal["new", "gone", "changed"]


@dataclass(frozen=True)
class Changed:
    """One place at which two documents differ."""

    anchor: str
    kind: Kind
    place: str  # for people: "Paragraph 12"
    words: str  # as they are now, or were where they are gone
    came: int  # words
    went: int


def changed_places(redline: Document) -> tuple[Changed, ...]:
    """Every changed paragraph and row of a redline, in their order."""
    return tuple(_told(redline.blocks, redline.meta.numbering))


def unmarked(old: Document, new: Document) -> tuple[str, ...]:
    """What differs between two documents that no redline can mark, in a sentence each."""
    return (*_covers(old, new), *_figures(old, new))


def _told(blocks: Iterable[Block], numbering: Numbering) -> Iterator[Changed]:
    for block in blocks:
        match block:
            case Heading() | Paragraph() | ListItem():
                kind: Kind = "changed" if block.end is None else _KINDS[block.end.fate]
                place = _place(block, numbering)
                yield from _if_changed(block.anchor, kind, place, block.content)
            case Table(rows=rows):
                for number, row in enumerate(rows, 1):
                    yield from _row(row, row.place or f"{block.caption}, row {number}".lstrip(", "))
            case _:
                pass


_KINDS: dict[str, Kind] = {"inserted": "new", "deleted": "gone"}


def _row(row: Row, place: str) -> Iterator[Changed]:
    kind: Kind = "changed" if row.change is None else _KINDS[row.change.fate]
    line = tuple(inline for cell in row.cells for inline in cell)
    yield from _if_changed(row.anchor, kind, place, line)


def _if_changed(
    anchor: str, kind: Kind, place: str, content: tuple[Inline, ...]
) -> Iterator[Changed]:
    came, went = _counted(content)
    if kind != "changed" or came or went or _signs(content):
        words = plain(rejected(content)) if kind == "gone" else plain(content)
        yield Changed(anchor, kind, place, " ".join(words.split()), came, went)


def _counted(content: tuple[Inline, ...]) -> tuple[int, int]:
    """How many words came and how many went."""
    came = went = 0
    for stretch in flattened(content):
        words = len(plain((stretch.leaf,)).split()) if stretch.leaf is not None else 0
        if any(isinstance(layer.span, Deleted) for layer in stretch.layers):
            went += words or 1
        elif any(isinstance(layer.span, Inserted) for layer in stretch.layers):
            came += words or 1
    return came, went


def _signs(content: tuple[Inline, ...]) -> bool:
    layers = (layer.span for stretch in flattened(content) for layer in stretch.layers)
    return any(getattr(span, "signs", None) is not None for span in layers)


def _place(block: Heading | Paragraph | ListItem, numbering: Numbering) -> str:
    if not isinstance(block, Heading) and block.place:
        return block.place
    match block:
        case Heading():
            return "Heading"
        case ListItem():
            return f"Sub-paragraph {item_number(block, numbering)}"
        case Paragraph():
            number = paragraph_number(block)
            return f"Paragraph {number}" if number else "Paragraph without a number"


def _covers(old: Document, new: Document) -> Iterator[str]:
    was, now = _cover_lines(old), _cover_lines(new)
    yield from (f"The cover does not say “{words}” any more." for words in was if words not in now)
    yield from (f"The cover now says “{words}”." for words in now if words not in was)


def _cover_lines(document: Document) -> list[str]:
    """What a cover says, but for symbol, stage and status, which every edition has of its own."""
    lines = [line for block in document.blocks if isinstance(block, Cover) for line in block.lines]
    return [words for role, words in lines if role in ("title", "event", "line")]


def _figures(old: Document, new: Document) -> Iterator[str]:
    was, now = (
        {block.caption: block.png for block in document.blocks if isinstance(block, Figure)}
        for document in (old, new)
    )
    for caption in was:
        if caption not in now:
            yield f"The figure “{caption}” is gone."
        elif was[caption] != now[caption]:
            yield f"The figure “{caption}” is another."
    for caption in now:
        if caption not in was:
            yield f"The figure “{caption}” is new."
