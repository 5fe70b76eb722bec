"""A document with what each paragraph rests on printed below it, for whoever checks the drafters.

It names points, tables and notes as far as the record it was built from does.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from discussion.documents.builders.findings import table_name
from discussion.documents.phrases import counted, phrase, quoted
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Document,
    Editorial,
    ListItem,
    Paragraph,
)
from discussion.domain.publications import Record, SourceLine
from discussion.domain.translations import said_in

_WORDS = {"programme": "rests.programme", "secretariat text": "rests.secretariat"}
_STATEMENT_LIMIT = 160  # characters; a mark leads to the point, it is not the point


def with_sources(document: Document, lines: Iterable[SourceLine], record: Record) -> Document:
    """The document in its variant with sources; ``lines`` are those of this document."""
    by_anchor: dict[str, list[SourceLine]] = {}
    for line in lines:
        if line.document == document.meta.document:
            by_anchor.setdefault(line.anchor, []).append(line)
    language = document.meta.language
    points = {p.id: said_in(record, p.id, p.statement, p.language).words for p in record.points}
    tables = [table.name for table in record.tables]
    told = {anchor: _said(mine, points, tables, language) for anchor, mine in by_anchor.items()}
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


def _said(
    lines: Sequence[SourceLine], points: Mapping[str, str], order: Sequence[str], language: str
) -> str:
    """``Rests on “Portals name ...” (Table 1, Table 4: 3 notes)``, a part for each point."""
    told = []
    for point in dict.fromkeys(line.point for line in lines):
        mine = [line for line in lines if line.point == point]
        words = " ".join(points.get(point or "", "").split())
        if not words:
            told.append(phrase(language, _WORDS.get(mine[0].origin, _WORDS["secretariat text"])))
        else:
            named, behind = quoted(language, _short(words)), _behind(mine, order, language)
            told.append(phrase(language, "rests.on", point=named, behind=behind))
    return " ".join(told)


def _behind(lines: Sequence[SourceLine], order: Sequence[str], language: str) -> str:
    named = {line.table for line in lines if line.table}
    tables = [table_name(name, language) for name in dict.fromkeys(order) if name in named]
    notes = len({line.note for line in lines if line.note})
    if not notes:
        return phrase(language, "rests.own")
    # a figure, as in a table: it is read beside others
    said = counted(language, notes, "note", figures=True)
    listed = phrase(language, "comma").join(tables)
    return phrase(language, "rests.behind", tables=listed, notes=said) if tables else said


def _short(words: str) -> str:
    return words if len(words) <= _STATEMENT_LIMIT else f"{words[: _STATEMENT_LIMIT - 1]}…"
