"""A document with what each paragraph rests on printed below it, for whoever checks the drafters.

It names points, tables and notes as far as the record it was built from does.
"""

from collections.abc import Iterable, Iterator, Sequence
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
    blocks = _marked(document.blocks, by_anchor, points)
    meta = replace(document.meta, variant="provenance")
    return replace(document, meta=meta, blocks=tuple(blocks))


def _marked(
    blocks: Iterable[Block], lines: dict[str, list[SourceLine]], points: dict[str, str]
) -> Iterator[Block]:
    whole = tuple(blocks)
    for index, block in enumerate(whole):
        yield block
        following = whole[index + 1] if index + 1 < len(whole) else None
        leads = isinstance(following, ListItem) and not isinstance(block, ListItem)
        if isinstance(block, Paragraph | ListItem) and block.anchor in lines and not leads:
            said = _said(lines[block.anchor], points)
            yield Paragraph((Editorial(said),), f"{block.anchor}-sources", SECRETARIAT, "note")


def _said(lines: Sequence[SourceLine], points: dict[str, str]) -> str:
    """``Rests on “Portals name ...” (Table 1, Table 4: 3 notes)``, a part for each point."""
    told = []
    for point in dict.fromkeys(line.point for line in lines):
        mine = [line for line in lines if line.point == point]
        words = points.get(point or "", "")
        if not words:
            told.append(_WORDS.get(mine[0].origin, _WORDS["secretariat text"]))
        else:
            told.append(f"Rests on “{_short(words)}” ({_behind(mine)}).")
    return " ".join(told)


def _behind(lines: Sequence[SourceLine]) -> str:
    tables = ", ".join(dict.fromkeys(line.table for line in lines if line.table))
    notes = len({line.note for line in lines if line.note})
    counted = f"{notes} note{'' if notes == 1 else 's'}" if notes else "no note: a moderator's own"
    return f"{tables}: {counted}" if tables else counted


def _short(words: str) -> str:
    return words if len(words) <= _STATEMENT_LIMIT else f"{words[: _STATEMENT_LIMIT - 1]}…"
