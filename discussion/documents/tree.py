"""The one tree every prose document is; it must not know workshops or file formats.

Numbers, marks and placeholders are nodes or fields, never characters typed into a text, so that
every writer can show them in its own way and none is mistaken for somebody's words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Origin = Literal["notes", "programme", "secretariat text"]


@dataclass(frozen=True)
class Source:
    """What a paragraph, row or bullet rests on: one point with its notes, or another origin."""

    origin: Origin
    point: str | None = None  # point id
    notes: tuple[str, ...] = ()  # contribution ids


PROGRAMME = (Source("programme"),)
SECRETARIAT = (Source("secretariat text"),)


@dataclass(frozen=True)
class Text:
    """Words, as they are. A line feed in them is a line break."""

    words: str
    language: str | None = None  # None: the document's


@dataclass(frozen=True)
class Emphasis:
    """Words set apart in italics, as opening words of paragraphs are."""

    content: tuple["Inline", ...]


@dataclass(frozen=True)
class Strong:
    """Words set in bold."""

    content: tuple["Inline", ...]


@dataclass(frozen=True)
class LineBreak:
    """A new line inside the same paragraph."""


@dataclass(frozen=True)
class Link:
    """Words that lead to an anchor of the same document (``#OP-12``) or to a web address."""

    content: tuple["Inline", ...]
    target: str


@dataclass(frozen=True)
class Editorial:
    """A remark of the makers inside a text, shown in square brackets: "to be translated".

    Also the visible place of what people still have to write; never anybody's words.
    """

    words: str


Inline = Text | Emphasis | Strong | LineBreak | Link | Editorial

ParagraphStyle = Literal[
    "body", "opening", "preambular", "operative", "note", "adoption", "bullet", "caption"
]


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1 to 3. ``number`` is printed before it: "3", "3.2", "A"."""

    level: int
    content: tuple[Inline, ...]
    anchor: str
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; numbered ones run through the document ("12.")."""

    content: tuple[Inline, ...]
    anchor: str
    sources: tuple[Source, ...]
    style: ParagraphStyle = "body"
    number: int | None = None
    mark: str = ""  # shown in drafts only, in small type after the words
    place: str = ""  # for people: "Paragraph 12"


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


Cell = tuple[Inline, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    anchor: str
    sources: tuple[Source, ...]
    place: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a heading row that repeats on every page; widths are shares of the line."""

    caption: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    anchor: str


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


Block = Heading | Paragraph | ListItem | Table | PageBreak | TableOfContents | Cover


@dataclass(frozen=True)
class Meta:
    """What is true of the whole document; Dublin Core words where there is one."""

    document: str  # key, as in DOCUMENTS
    title: str
    symbol: str
    stamp: str  # "" on a final text
    status: str
    language: str
    created: datetime
    creator: str
    subject: str
    draft: bool
    rehearsal: bool
    snapshot: str = ""  # slides: says of which moment they are


@dataclass(frozen=True)
class Document:
    """A whole prose document."""

    meta: Meta
    blocks: tuple[Block, ...]


def plain(content: tuple[Inline, ...]) -> str:
    """The words of an inline sequence without their form; editorial remarks in brackets."""
    return "".join(_plain(content))


def _plain(content: tuple[Inline, ...]) -> Iterator[str]:
    for inline in content:
        match inline:
            case Text(words=words):
                yield words
            case LineBreak():
                yield "\n"
            case Editorial(words=words):
                yield f"[{words}]"
            case Emphasis(content=inner) | Strong(content=inner) | Link(content=inner):
                yield from _plain(inner)


def letters(number: int) -> str:
    """``(a)`` to ``(z)``, then ``(aa)``, ``(bb)``, as word processors count."""
    return f"({chr(ord('a') + (number - 1) % 26) * ((number - 1) // 26 + 1)})"


def roman(number: int) -> str:
    """``(i)``, ``(ii)``, ``(iv)`` for numbers from 1 up."""
    signs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
    )
    written = ""
    for value, sign in (*signs, (1, "i")):
        written += sign * (number // value)
        number %= value
    return f"({written})"
