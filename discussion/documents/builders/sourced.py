"""A document with what each paragraph rests on printed below it, for whoever checks the drafters.

It names points, tables and notes as far as the record it was built from does.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Document,
    Editorial,
    ListItem,
    Paragraph,
)
from discussion.domain.publications import Record, SourceLine

_WORDS = {
    "programme": "Words of the programme.",
    "secretariat text": "Secretariat text: rests on no note.",
}
_STATEMENT_LIMIT = 160  # characters; a mark leads to the point, it is not the point


def with_sources(document: Document, lines: Iterable[SourceLine], record: Record) -> Document:
    """The document in its variant with sources; ``lines`` are those of this document."""
    by_anchor: dict[str, list[SourceLine]] = {}
    for line in lines:
        if line.document == document.meta.document:
            by_anchor.setdefault(line.anchor, []).append(line)
    points = {point.id: " ".join(point.statement.split()) for point in record.points}
    tables = [table.name for table in record.tables]
    told = {anchor: _said(mine, points, tables) for anchor, mine in by_anchor.items()}
    blocks = _marked(document.blocks, told)
    meta = replace(document.meta, variant="provenance")
    return replace(document, meta=meta, blocks=tuple(blocks))


def _marked(blocks: Sequence[Block], told: Mapping[str, str]) -> Iterator[Block]:
    """Below each paragraph; sub-paragraphs that rest on the same are told of once, below all."""
    for index, block in enumerate(blocks):
        yield block
        said = _of(block, told)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        goes_on = isinstance(following, ListItem) and (
            isinstance(block, Paragraph) or _of(following, told) == said
        )
        if said and not goes_on and isinstance(block, Paragraph | ListItem):
            anchor = f"{block.anchor}-sources"
            yield Paragraph((Editorial(said),), anchor, SECRETARIAT, "note")


def _of(block: Block, told: Mapping[str, str]) -> str:
    """What a paragraph rests on; the formula that opens a text needs no source."""
    if isinstance(block, ListItem) or (isinstance(block, Paragraph) and block.style != "opening"):
        return told.get(block.anchor, "")
    return ""


def _said(lines: Sequence[SourceLine], points: Mapping[str, str], order: Sequence[str]) -> str:
    """``Rests on “Portals name ...” (Table 1, Table 4: 3 notes)``, a part for each point."""
    told = []
    for point in dict.fromkeys(line.point for line in lines):
        mine = [line for line in lines if line.point == point]
        words = points.get(point or "", "")
        if not words:
            told.append(_WORDS.get(mine[0].origin, _WORDS["secretariat text"]))
        else:
            told.append(f"Rests on “{_short(words)}” ({_behind(mine, order)}).")
    return " ".join(told)


def _behind(lines: Sequence[SourceLine], order: Sequence[str]) -> str:
    named = {line.table for line in lines if line.table}
    tables = ", ".join(name for name in dict.fromkeys(order) if name in named)
    notes = len({line.note for line in lines if line.note})
    counted = f"{notes} note{'' if notes == 1 else 's'}" if notes else "no note: a moderator's own"
    return f"{tables}: {counted}" if tables else counted


def _short(words: str) -> str:
    return words if len(words) <= _STATEMENT_LIMIT else f"{words[: _STATEMENT_LIMIT - 1]}…"
