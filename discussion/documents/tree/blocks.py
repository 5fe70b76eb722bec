"""What a document is put together from, top to bottom; it must not know what it is about."""

from dataclasses import dataclass
from typing import Literal

from discussion.documents.tree.inlines import Inline, MarkChange
from discussion.documents.tree.sources import Source

Direction = Literal["ltr", "rtl"]

ParagraphStyle = Literal[
    "body", "opening", "preambular", "operative", "note", "adoption", "bullet", "caption"
]


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1 to 3. ``number`` is printed before it: "3", "3.2", "A", "Annex I"."""

    level: int
    content: tuple[Inline, ...]
    anchor: str
    number: str = ""
    end: MarkChange | None = None  # where the paragraph itself comes or goes
    direction: Direction | None = None  # None: that of its first letter


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; numbered ones run through the document ("12.")."""

    content: tuple[Inline, ...]
    anchor: str
    sources: tuple[Source, ...]
    style: ParagraphStyle = "body"
    number: int | None = None
    mark: str = ""  # shown in working texts only, in small type after the words
    place: str = ""  # for people: "Paragraph 12"
    suffix: str = ""  # "bis" of a paragraph that came after the numbers were frozen
    keys: tuple[str, ...] = ()  # by which other editions know it, whatever its number there
    end: MarkChange | None = None
    direction: Direction | None = None


@dataclass(frozen=True)
class ListItem:
    """A sub-paragraph: level 1 is numbered (a), (b), level 2 (i), (ii)."""

    content: tuple[Inline, ...]
    anchor: str
    sources: tuple[Source, ...]
    level: int = 1
    number: int = 1
    mark: str = ""
    place: str = ""
    end: MarkChange | None = None
    direction: Direction | None = None


Cell = tuple[Inline, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    anchor: str
    sources: tuple[Source, ...]
    place: str = ""
    change: MarkChange | None = None  # where the whole row comes or goes


@dataclass(frozen=True)
class Table:
    """A table with a heading row that repeats on every page; widths are shares of the line."""

    caption: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    anchor: str


@dataclass(frozen=True)
class Figure:
    """A picture with its caption; ``description`` says what it shows to who cannot see it."""

    png: bytes
    description: str
    caption: str
    anchor: str
    width: int = 100  # millimetres


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class TableOfContents:
    """The contents, made of the headings of levels 1 and 2."""

    title: str


CoverRole = Literal["symbol", "stage", "title", "event", "line", "status"]


@dataclass(frozen=True)
class Cover:
    """The block that opens a document: lines with their role, top to bottom."""

    lines: tuple[tuple[CoverRole, str], ...]
    anchor: str = "cover"


Worded = Heading | Paragraph | ListItem
"""Blocks that are one paragraph of words."""

Block = Worded | Table | Figure | PageBreak | TableOfContents | Cover
