"""The provenance table as a paper, a row for each place of each document; it must not know files.

What stands in it is what stands in the table's rows; a place with very many notes shows the first
of them and counts the others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby

from discussion.documents.builders import wording
from discussion.documents.builders.cover import cover
from discussion.documents.phrases import phrase
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Cell,
    Document,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Row,
    Source,
    Strong,
    Table,
    Text,
)
from discussion.domain.publications import EditionStamp, Record, SourceLine, document_kind

NOTES = 12
"""How many notes of a place are printed; the others are in the rows."""


def build_provenance(record: Record, stamp: EditionStamp, lines: Iterable[SourceLine]) -> Document:
    """The paper made of those lines, which stand document by document and place by place."""
    language = record.written_in
    title = phrase(language, "title.provenance")
    status = phrase(language, "sources.status")
    blocks: list[Block] = [
        cover(record.workshop.programme, stamp, title, status, language),
        Paragraph((Text(phrase(language, "sources.about")),), "about", SECRETARIAT),
    ]
    paper = _Paper(record)
    for document, mine in groupby(lines, lambda line: line.document):
        blocks += paper.part(document, mine)
    meta = wording.meta(record, stamp, "provenance", title, status)
    return Document(meta, tuple(blocks))


class _Paper:
    """What the rows need of the record, looked up once."""

    def __init__(self, record: Record) -> None:
        self._language = record.written_in
        self._statements: Mapping[str, str] = {p.id: p.statement for p in record.points}

    def part(self, document: str, lines: Iterable[SourceLine]) -> Iterator[Block]:
        """A document's heading and its places."""
        yield Heading(1, (Text(self._title(document)),), f"from-{document}")
        header = tuple(self._say(f"sources.{column}") for column in ("place", "words", "behind"))
        told = (self._place(document, tuple(mine)) for _, mine in groupby(lines, _anchor_of))
        rows = (
            replace(row, anchor=f"{document}-{number}")
            for number, row in enumerate(chain.from_iterable(told), 1)
        )
        yield Table("", header, (18, 37, 45), tuple(rows), f"places-{document}")

    def _title(self, document: str) -> str:
        _, topic = document_kind(document)
        if topic is None:
            return self._say(f"title.{document}")
        title = self._say("title.presentation-topic")
        return self._say("sources.of_topic", title=title, number=topic)

    def _place(self, document: str, lines: Sequence[SourceLine]) -> Iterator[Row]:
        """A row for each point; none for words that only lead to others, which have their own."""
        first = lines[0]
        if first.point and first.words.endswith(":"):
            return
        where = f"{self._title(document)}, {first.place}"
        for index, point in enumerate(dict.fromkeys(line.point for line in lines)):
            mine = [line for line in lines if line.point == point]
            shown = (first.place, first.words) if index == 0 else ("", "")
            place, words = ((Text(said),) if said else () for said in shown)
            yield Row((place, words, _below(self._behind(mine))), "", (_source(mine),), where)

    def _behind(self, mine: Sequence[SourceLine]) -> Iterator[Cell]:
        """The point, unless the place says just that, then the notes behind it."""
        statement = self._statements.get(mine[0].point or "", "")
        if statement and statement not in mine[0].words:
            yield (Emphasis((Text(statement),)),)
        notes = [line for line in mine if line.note]
        if not notes:
            own = "programme" if mine[0].origin == "programme" else "secretariat"
            yield (Text(self._say(f"sources.{own}")),)
        yield from (_note(line) for line in notes[:NOTES])
        if len(notes) > NOTES:
            yield (Text(self._say("sources.more", number=len(notes) - NOTES)),)

    def _say(self, key: str, **values: object) -> str:
        return phrase(self._language, key, **values)


def _anchor_of(line: SourceLine) -> str:
    return line.anchor


def _source(mine: Sequence[SourceLine]) -> Source:
    point, notes = mine[0].point, tuple(line.note for line in mine if line.note)
    if notes:
        return Source("notes", point, notes)
    return Source("programme" if mine[0].origin == "programme" else "secretariat text", point)


def _note(line: SourceLine) -> Cell:
    said = Text(line.note_words or "")
    return (Strong((Text(f"{line.table}: "),)), said) if line.table else (said,)


def _below(cells: Iterable[Cell]) -> Cell:
    pieces: list[Inline] = []
    for cell in cells:
        pieces += [*((LineBreak(),) if pieces else ()), *cell]
    return tuple(pieces)
