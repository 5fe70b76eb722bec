"""Two documents as one with tracked changes, paragraph by paragraph; it must not know formats.

What is equal holds the rest apart. Between, a paragraph is found again by the key it is known
by, by the points it rests on, by its anchor, or by its words; one that was moved is deleted at
one place and inserted at the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import assert_never

from discussion.documents.comparing.lines import bare_line, changed_line, words_in
from discussion.documents.comparing.pairing import Known, paired
from discussion.documents.comparing.sequences import gaps, matching
from discussion.documents.tree import (
    Block,
    Cell,
    Change,
    Cover,
    Deleted,
    Document,
    Figure,
    Heading,
    Inline,
    Inserted,
    ListItem,
    MarkChange,
    PageBreak,
    Paragraph,
    Row,
    Table,
    TableOfContents,
    accept,
)

FORMER = "was-"
"""Begins the anchor of what is gone, so that no two places of a redline have the same one."""


def redline(old: Document, new: Document, change: Change) -> Document:
    """The newer document with what came and what went since the older one, word by word.

    All changes are ``change``'s. Accepted it is the newer document, rejected the words of the
    older one; what no change can tell of (numbers, covers, figures, captions, comments) is as
    the newer one has it. Changes that either had of its own are taken as accepted.
    """
    before, after = (tuple(map(_Place, _blocks(document))) for document in (old, new))
    made = tuple(_Redline(change).merged(before, after))
    return replace(new, meta=replace(new.meta, variant="redline"), blocks=made)


def bare(document: Document) -> Document:
    """The document as far as a redline can tell of it: no comments, no inner anchors."""
    return replace(document, blocks=_blocks(document))


def _blocks(document: Document) -> tuple[Block, ...]:
    return tuple(map(_bare, accept(document).blocks))


def _bare(block: Block) -> Block:
    match block:
        case Heading() | Paragraph() | ListItem():
            return replace(block, content=bare_line(block.content))
        case Table(rows=rows):
            cells = (tuple(map(bare_line, row.cells)) for row in rows)
            told = zip(rows, cells, strict=True)
            return replace(block, rows=tuple(replace(row, cells=made) for row, made in told))
        case _:
            return block


@dataclass(frozen=True, eq=False)
class _Place:
    """A block with what it is compared by."""

    block: Block

    @cached_property
    def essence(self) -> object:
        """Equal where a redline has nothing to tell."""
        match self.block:
            case Heading() | Paragraph() | ListItem():
                return self.shape, self.block.content
            case Table(rows=rows):
                return self.shape, self.block.caption, tuple(row.cells for row in rows)
            case Figure(png=png, caption=caption):
                return self.shape, png, caption
            case PageBreak() | TableOfContents() | Cover():
                return self.shape
            case _:
                assert_never(self.block)

    @cached_property
    def shape(self) -> object:
        """What must be the same for two blocks to be one that was changed."""
        kind = type(self.block)
        match self.block:
            case Heading(level=level, direction=direction):
                return kind, level, direction
            case ListItem(level=level, direction=direction):
                return kind, level, direction
            case Paragraph(style=style, direction=direction):
                return kind, style, direction
            case Table(header=header):
                return kind, header
            case _:
                return (kind,)

    @cached_property
    def known(self) -> Known:
        """What it is found again by."""
        match self.block:
            case Heading(anchor=anchor, content=content):
                return Known(self.shape, anchor, (), words_in(content))
            case Paragraph() | ListItem():
                points = tuple(s.point for s in self.block.sources if s.point)
                own = self.block.keys if isinstance(self.block, Paragraph) else ()
                words = words_in(self.block.content)
                return Known(self.shape, self.block.anchor, own or points, words)
            case Table(anchor=anchor, rows=rows):
                cells = (words_in(cell) for row in rows for cell in row.cells)
                words = frozenset(word for cell in cells for word in cell)
                return Known(self.shape, anchor, (anchor,), words)
            case _:
                return Known(self.shape, "", (), frozenset())


class _Redline:
    """Merges blocks whose changes have one author and one time."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._came = MarkChange("inserted", change)
        self._went = MarkChange("deleted", change)

    def merged(self, old: Sequence[_Place], new: Sequence[_Place]) -> Iterator[Block]:
        """The blocks both are."""
        same = matching([one.essence for one in old], [one.essence for one in new])
        for before, after, pair in gaps(same, len(old), len(new)):
            yield from self._rewritten([old[i] for i in before], [new[j] for j in after])
            if pair:
                yield new[pair[1]].block

    def _rewritten(self, old: Sequence[_Place], new: Sequence[_Place]) -> Iterator[Block]:
        pairs = paired([one.known for one in old], [one.known for one in new])
        for before, after, pair in gaps(pairs, len(old), len(new)):
            yield from (block for i in before for block in self._gone(old[i].block))
            yield from (self._new(new[j].block) for j in after)
            if pair:
                yield self._changed(old[pair[0]].block, new[pair[1]].block)

    def _changed(self, old: Block, new: Block) -> Block:
        match old, new:
            case (Heading() | Paragraph() | ListItem(), Heading() | Paragraph() | ListItem()):
                return replace(new, content=changed_line(old.content, new.content, self._change))
            case Table(), Table():
                return replace(new, rows=tuple(self._rows(old.rows, new.rows)))
        return new

    def _new(self, block: Block) -> Block:
        match block:
            case Heading() | Paragraph() | ListItem():
                return replace(block, content=self._inserted(block.content), end=self._came)
            case Table(rows=rows):
                return replace(block, rows=tuple(self._row_came(row) for row in rows))
            case _:
                return block

    def _gone(self, block: Block) -> Iterator[Block]:
        """What cannot be struck out is left out."""
        match block:
            case Heading() | Paragraph() | ListItem():
                gone = Deleted(block.content, self._change)
                anchor = FORMER + block.anchor
                yield replace(block, content=_line(gone), end=self._went, anchor=anchor)
            case Table(rows=rows) if rows:
                struck = tuple(self._row_went(row) for row in rows)
                yield replace(block, rows=struck, anchor=FORMER + block.anchor)
            case _:
                return

    def _rows(self, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
        same = matching([row.cells for row in old], [row.cells for row in new])
        for before, after, pair in gaps(same, len(old), len(new)):
            yield from self._rows_rewritten([old[i] for i in before], [new[j] for j in after])
            if pair:
                yield new[pair[1]]

    def _rows_rewritten(self, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
        pairs = paired(list(map(_known_row, old)), list(map(_known_row, new)))
        for before, after, pair in gaps(pairs, len(old), len(new)):
            yield from (self._row_went(old[i]) for i in before)
            yield from (self._row_came(new[j]) for j in after)
            if pair:
                both = zip(old[pair[0]].cells, new[pair[1]].cells, strict=True)
                cells = tuple(changed_line(a, b, self._change) for a, b in both)
                yield replace(new[pair[1]], cells=cells)

    def _row_came(self, row: Row) -> Row:
        return replace(row, cells=tuple(map(self._inserted, row.cells)), change=self._came)

    def _row_went(self, row: Row) -> Row:
        cells = tuple(_line(Deleted(cell, self._change)) for cell in row.cells)
        return replace(row, cells=cells, change=self._went, anchor=FORMER + row.anchor)

    def _inserted(self, content: Cell) -> Cell:
        return _line(Inserted(content, self._change))


def _line(inline: Inline) -> tuple[Inline, ...]:
    return bare_line((inline,))


def _known_row(row: Row) -> Known:
    words = frozenset(word for cell in row.cells for word in words_in(cell))
    points = tuple(source.point for source in row.sources if source.point)
    return Known(len(row.cells), row.anchor, points, words)
