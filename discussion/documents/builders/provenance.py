"""From every place in the outputs back to its notes and tables; it must not know file formats."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from discussion.documents.deck import (
    Bullet,
    BulletSlide,
    ChartSlide,
    Deck,
    FigureSlide,
    Slide,
    TableSlide,
    TextSlide,
    TitleSlide,
)
from discussion.documents.phrases import phrase
from discussion.documents.tree import (
    Block,
    Cover,
    Document,
    Figure,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Source,
    Table,
    TableOfContents,
    plain,
)
from discussion.domain.publications import Record, SourceLine

HEADER = (
    "document",
    "anchor",
    "place",
    "words",
    "origin",
    "point",
    "note",
    "note words",
    "table",
    "topic",
)
"""The columns of a provenance table, for ``write_csv``."""

_Place = tuple[str, str, str, tuple[Source, ...]]  # anchor, place for people, words, sources


def provenance_lines(record: Record, *outputs: Document | Deck) -> tuple[SourceLine, ...]:
    """One line for each place of each output and each note it rests on.

    A place without notes has one line that says where its words come from instead: the
    programme or the secretariat's text.
    """
    walk = _Walk(record)
    return tuple(
        line
        for output in outputs
        for place in _places(output)
        for line in walk.lines(output.meta.document, place)
    )


def provenance_rows(lines: Iterable[SourceLine]) -> Iterator[tuple[object, ...]]:
    """The lines as cells under ``HEADER``."""
    for line in lines:
        yield (
            line.document,
            line.anchor,
            line.place,
            line.words,
            line.origin,
            line.point,
            line.note,
            line.note_words,
            line.table,
            line.topic,
        )


class _Walk:
    """What the lines need of the record, looked up once."""

    def __init__(self, record: Record) -> None:
        self._notes = record.accepted
        self._tables = {table.id: table.name for table in record.tables}
        self._topics = {topic.id: topic.number for topic in record.workshop.programme.topics}
        self._points = {point.id: self._topics.get(point.topic) for point in record.points}

    def lines(self, document: str, place: _Place) -> Iterator[SourceLine]:
        """One line for each note behind the place, or one for each other source."""
        anchor, where, words, sources = place
        for source in sources:
            notes = [self._notes[id_] for id_ in source.notes if id_ in self._notes]
            for note in notes:
                yield SourceLine(
                    document=document,
                    anchor=anchor,
                    place=where,
                    words=words,
                    point=source.point,
                    note=note.id,
                    note_words=note.text,
                    table=self._tables.get(note.table or ""),
                    topic=self._topics.get(note.topic or ""),
                    origin="notes",
                )
            if not notes:
                yield self._without_notes(document, place, source)

    def _without_notes(self, document: str, place: _Place, source: Source) -> SourceLine:
        """A point that a moderator wrote without notes is the secretariat's text."""
        anchor, where, words, _ = place
        origin = "secretariat text" if source.origin == "notes" else source.origin
        topic = self._points.get(source.point or "")
        return SourceLine(
            document, anchor, where, words, source.point, None, None, None, topic, origin
        )


def _places(output: Document | Deck) -> Iterator[_Place]:
    match output:
        case Document(blocks=blocks):
            for block in blocks:
                yield from _in_block(block)
        case Deck(slides=slides):
            for number, slide in enumerate(slides, 1):
                yield from _in_slide(slide, number, output.meta.language)
        case _:
            assert_never(output)


def _in_block(block: Block) -> Iterator[_Place]:
    match block:
        case Paragraph() | ListItem():
            yield block.anchor, block.place or block.anchor, plain(block.content), block.sources
        case Table(rows=rows):
            for row in rows:
                words = " | ".join(plain(cell) for cell in row.cells)
                yield row.anchor, row.place or row.anchor, words, row.sources
        case Heading() | Figure() | Cover() | PageBreak() | TableOfContents():
            return  # titles out of the programme or the house's own
        case _:
            assert_never(block)


def _in_slide(slide: Slide, number: int, language: str) -> Iterator[_Place]:
    match slide:
        case BulletSlide(bullets=bullets) | TextSlide(paragraphs=bullets):
            yield from _in_bullets(bullets, number, language)
        case TitleSlide() | FigureSlide() | ChartSlide() | TableSlide():
            return  # titles of the programme and plain counts
        case _:
            assert_never(slide)


def _in_bullets(bullets: tuple[Bullet, ...], number: int, language: str) -> Iterator[_Place]:
    for index, bullet in enumerate(bullets, 1):
        place = phrase(language, "slides.place", number=number, bullet=index)
        yield bullet.anchor, place, bullet.words, bullet.sources
