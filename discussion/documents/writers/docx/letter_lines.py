"""A letterhead as plain lines for formats that are not Word; it must not know those formats.

Lines, tables, pictures and counted pages are kept; where a picture floats and which lines are
drawn is Word's own, and left there.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from discussion.documents.tree import Meta
from discussion.documents.writers.docx.frame import in_places
from discussion.documents.writers.docx.house import HouseStyle, read_house_style
from discussion.documents.writers.docx.letterhead import Letter, R, Use, moved
from discussion.documents.writers.docx.looks import (
    A,
    Letters,
    Looks,
    aligned,
    letters_of,
    looks_of,
    theme_fonts,
)
from discussion.documents.writers.docx.places import W, filled

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PICTURES = ("png", "jpeg", "jpg", "gif")
"""The kinds of picture that every format can show; others stay in the Word file alone."""
_PER_MILLIMETRE = 36_000


@dataclass(frozen=True)
class Words:
    """Words in one look."""

    words: str
    letters: Letters


@dataclass(frozen=True)
class Counted:
    """The number of the page, or of all pages."""

    what: str  # "page" or "pages"
    letters: Letters


@dataclass(frozen=True)
class Tab:
    """To the next stop: the middle, then the end of the line."""


@dataclass(frozen=True)
class Break:
    """A new line."""


@dataclass(frozen=True)
class Image:
    """A picture, as large as the letterhead shows it."""

    content: bytes
    form: str  # one of PICTURES
    width: float  # millimetres
    height: float
    description: str


Shown = Words | Counted | Tab | Break | Image


@dataclass(frozen=True)
class Line:
    """A paragraph of a letterhead."""

    align: str  # left, right, center or justify
    pieces: tuple[Shown, ...]


@dataclass(frozen=True)
class Grid:
    """A table of a letterhead: rows of cells of lines; widths are shares."""

    widths: tuple[int, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


Lines = tuple[Line | Grid, ...]


@dataclass(frozen=True)
class Letterheads:
    """All headers and footers with ours in their places, by what they are and where they stand."""

    letters: Mapping[Use, Lines]
    placed: Mapping[str, frozenset[str]]  # by use: which of ours have a place there
    uneven: bool  # whether pages on the left have their own

    def of(self, kind: str, use: str) -> Lines:
        """The lines of ``header`` or ``footer`` on the ``first`` page, or on others."""
        return self.letters.get((kind, use), ())


def letterheads_of(package: bytes, meta: Meta) -> Letterheads:
    """The letterhead of a Word file; raises HouseStyleIncomplete as ``read_house_style`` does."""
    house, looks = read_house_style(package, meta.language), looks_of(package, meta.language)
    letters: dict[Use, Lines] = {}
    placed = dict.fromkeys(("default", "first", "even"), frozenset[str]())
    for use in placed:
        for kind in ("header", "footer"):
            letter = house.letterhead.of(kind, use)
            if letter is not None:
                root, here = filled(letter.content, in_places(meta), right_to_left=False)
                letters[kind, use] = tuple(_Reader(house, looks, letter).blocks(root))
                placed[use] |= here
    return Letterheads(letters, placed, uneven=house.letterhead.uneven)


class _Reader:
    """Reads one letter: knows its pictures and the looks of its styles."""

    def __init__(self, house: HouseStyle, looks: Looks, letter: Letter) -> None:
        self._looks = looks
        self._theme = theme_fonts(house.parts)
        self._held = house.parts
        self._leads = {one.id: one.target for one in moved(letter.relations) if not one.outside}

    def blocks(self, parent: Any) -> Iterator[Line | Grid]:
        """The lines and tables under an element, those inside controls too."""
        for child in parent:
            match _name(child):
                case "p":
                    yield from self._paragraph(child)
                case "tbl":
                    yield self._grid(child)
                case "sdt":
                    yield from self.blocks(child.find(f"{W}sdtContent"))

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        """A line, then those of text boxes that hang on it."""
        properties = paragraph.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        id_ = "" if style is None else style.get(f"{W}val", "")
        look = self._looks.by_id.get(id_) or self._looks.by_name.get("Normal")
        base = look.letters if look else Letters()
        side = aligned(properties) or (look.align if look else "left")
        yield Line(side, tuple(self._pieces(paragraph, base)))
        for box in _without_fallback(paragraph, f"{W}txbxContent"):
            yield from (line for line in self.blocks(box) if isinstance(line, Line))

    def _grid(self, table: Any) -> Grid:
        widths = [int(each.get(f"{W}w", "1") or 1) for each in table.iter(f"{W}gridCol")]
        rows = tuple(
            tuple(
                tuple(line for line in self.blocks(cell) if isinstance(line, Line))
                for cell in row.findall(f"{W}tc")
            )
            for row in table.findall(f"{W}tr")
        )
        columns = max((len(row) for row in rows), default=1)
        return Grid(tuple(widths) if len(widths) == columns else (1,) * columns, rows)

    def _pieces(self, parent: Any, base: Letters) -> Iterator[Shown]:
        """What a paragraph shows; of a field only the number it counts, not what was shown last."""
        told, shown = "", False
        for run in parent:
            name = _name(run)
            if name in ("hyperlink", "ins", "smartTag"):
                yield from self._pieces(run, base)
            elif name == "fldSimple":
                counted = _counted(run.get(f"{W}instr", ""), base)
                yield from (counted,) if counted else self._pieces(run, base)
            elif name == "r":
                look = letters_of(run.find(f"{W}rPr"), self._theme).over(base)
                signs = [sign.get(f"{W}fldCharType") for sign in run.iter(f"{W}fldChar")]
                told += "".join(i.text or "" for i in run.iter(f"{W}instrText"))
                if "begin" in signs:
                    told, shown = "", False
                if "separate" in signs and (counted := _counted(told, look)):
                    yield counted
                    shown = True
                if not shown:
                    yield from self._run(run, look)
                shown = shown and "end" not in signs

    def _run(self, run: Any, look: Letters) -> Iterator[Shown]:
        for child in run:
            match _name(child):
                case "t":
                    yield Words(child.text or "", look)
                case "tab" | "ptab":
                    yield Tab()
                case "br":
                    yield Break()
                case "drawing":
                    yield from self._picture(child)
                case "AlternateContent":
                    for drawing in _without_fallback(child, f"{W}drawing"):
                        yield from self._picture(drawing)

    def _picture(self, drawing: Any) -> Iterator[Image]:
        """A picture in the line; one that floats is put there."""
        for placed in drawing.iter(f"{WP}inline", f"{WP}anchor"):
            extent, named = placed.find(f"{WP}extent"), placed.find(f"{WP}docPr")
            for blip in placed.iter(f"{A}blip"):
                part = self._leads.get(blip.get(f"{R}embed", ""), "")
                form = posixpath.splitext(part)[1][1:].lower()
                if part in self._held and form in PICTURES and extent is not None:
                    wide, high = (int(extent.get(side)) / _PER_MILLIMETRE for side in ("cx", "cy"))
                    said = "" if named is None else named.get("descr", "")
                    yield Image(self._held[part], form, round(wide, 2), round(high, 2), said)


def _without_fallback(parent: Any, tag: str) -> Iterator[Any]:
    """Elements told twice, for new programs and for old ones, are read once."""
    for found in parent.iter(tag):
        if not any(each.tag == f"{MC}Fallback" for each in found.iterancestors()):
            yield found


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _counted(instruction: str, look: Letters) -> Counted | None:
    match instruction.split()[:1]:
        case ["PAGE"]:
            return Counted("page", look)
        case ["NUMPAGES" | "SECTIONPAGES"]:
            return Counted("pages", look)
        case _:
            return None
