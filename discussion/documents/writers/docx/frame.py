"""What stands round the text on every page: header, footer, line numbers; not the text."""

from typing import Any

from lxml import etree

from discussion.documents.direction import runs as directions
from discussion.documents.phrases import phrase
from discussion.documents.tree import Meta
from discussion.documents.writers.docx import runs
from discussion.documents.writers.docx.house import HouseStyle
from discussion.documents.writers.docx.letterhead import Letter, moved, written
from discussion.documents.writers.docx.package import Package
from discussion.documents.writers.docx.places import Piece, filled
from discussion.documents.writers.docx.runs import PLAIN, Look
from discussion.documents.writers.docx.xml import root
from discussion.documents.writers.package import xml_safe
from discussion.domain.languages import written_from

LINES_BETWEEN_NUMBERS = 5
_TAB = "<w:r><w:tab/></w:r>"


def section(package: Package, house: HouseStyle, meta: Meta) -> str:
    """The ``w:sectPr`` of the document, whose headers and footers become parts of the file.

    Header: rehearsal mark and symbol; footer: stamp and page; line numbers on drafts. A
    letterhead stays as it is: ours stands where it has a place for it, else below.
    """
    frame = _Frame(package, house, meta)
    uses = ("default", "first", *(("even",) if house.letterhead.uneven else ()))
    return (
        "<w:sectPr>"
        + "".join(frame.parts(number, use) for number, use in enumerate(uses, 1))
        + f"<w:pgSz {house.page.size}/><w:pgMar {house.page.margins}/>"
        + (_LINE_NUMBERS if meta.draft else "")
        + '<w:cols w:space="720"/><w:titlePg/>'
        + ("<w:bidi/>" if frame.right_to_left else "")
        + "</w:sectPr>"
    )


_LINE_NUMBERS = (
    # Continuous, because delegations cite lines across pages; the default restarts each page.
    f'<w:lnNumType w:countBy="{LINES_BETWEEN_NUMBERS}" w:distance="284" w:restart="continuous"/>'
)


class _Frame:
    """Writes headers and footers into the package."""

    def __init__(self, package: Package, house: HouseStyle, meta: Meta) -> None:
        self._package = package
        self._house = house
        self._meta = meta
        self.right_to_left = written_from(meta.language) == "rtl"

    def parts(self, number: int, use: str) -> str:
        """Adds the header and the footer of one use; the references to them."""
        letters = {kind: self._house.letterhead.of(kind, use) for kind in ("header", "footer")}
        found = {kind: self._filled(letter) for kind, letter in letters.items() if letter}
        placed = frozenset[str]().union(*(names for _, names in found.values()))
        lines = {"header": self._header(use, placed), "footer": self._footer(placed)}
        return "".join(
            self._add(kind, number, use, found[kind][0] if kind in found else None, lines[kind])
            for kind in ("header", "footer")
        )

    def _filled(self, letter: Letter) -> tuple[Any, frozenset[str]]:
        return filled(letter.content, in_places(self._meta), right_to_left=self.right_to_left)

    def _header(self, use: str, placed: frozenset[str]) -> tuple[str, ...]:
        language = self._meta.language
        mark = phrase(language, "printed.rehearsal") if self._meta.rehearsal else ""
        shown = runs.text(mark, Look(bold=True)) if mark else ""
        if use == "first":  # the cover has the symbol itself
            return (shown,)
        if "symbol" in placed:
            return (shown,) if shown else ()
        symbol = runs.text(self._meta.symbol, PLAIN) if self._meta.symbol else ""
        return (shown + _TAB + symbol,)

    def _footer(self, placed: frozenset[str]) -> tuple[str, ...]:
        stamp = "" if "stamp" in placed else _text(self._meta.stamp)
        pages = "" if "page" in placed else _TAB + page_of_pages(self._meta.language)
        first = () if {"stamp", "page"} <= placed else (stamp + pages,)
        return first if "status" in placed else (*first, _text(self._meta.status))

    def _add(self, kind: str, number: int, use: str, theirs: Any, lines: tuple[str, ...]) -> str:
        """Adds one, ours below theirs; the reference to it."""
        style = self._house.style_ids.get(kind.capitalize(), kind.capitalize())
        turn = "<w:bidi/>" if self.right_to_left else ""
        look = f'<w:pPr><w:pStyle w:val="{style}"/>{turn}</w:pPr>'
        if theirs is not None:
            lines = tuple(line for line in lines if line)
        own = root(
            "w:hdr" if kind == "header" else "w:ftr",
            "".join(f"<w:p>{look}{line}</w:p>" for line in lines),
        )
        letter = self._house.letterhead.of(kind, use)
        if theirs is None or letter is None:
            relation = self._package.add(f"{kind}{number}", own)
        else:
            theirs.extend(etree.fromstring(own))
            part, relations = written(theirs, moved(letter.relations))
            relation = self._package.add(f"{kind}{number}", part, relations)
        return f'<w:{kind}Reference w:type="{use}" r:id="{relation}"/>'


def in_places(meta: Meta) -> dict[str, tuple[Piece, ...]]:
    """What stands in the places of a letterhead."""
    before, between = words_of_pages(meta.language)
    turned = written_from(meta.language) == "rtl"
    return {
        "symbol": _pieces(meta.symbol),
        "stamp": _pieces(meta.stamp),
        "status": _pieces(meta.status),
        "page": (
            Piece(before, right_to_left=turned),
            Piece("1", "PAGE", right_to_left=turned),
            Piece(between, right_to_left=turned),
            Piece("1", "NUMPAGES", right_to_left=turned),
        ),
    }


def _pieces(words: str) -> tuple[Piece, ...]:
    safe = xml_safe(words)
    return tuple(Piece(piece, right_to_left=turned) for piece, turned in directions(safe))


def _text(words: str) -> str:
    return runs.text(words, PLAIN) if words else ""


def words_of_pages(language: str) -> tuple[str, str]:
    """What stands before the number of the page, and before that of all pages."""
    before, between, _ = phrase(language, "printed.page", page="\0", pages="\0").split("\0")
    return before, between


def page_of_pages(language: str) -> str:
    """Runs that say ``Page 1 of 12``, counted by whatever opens the file."""
    before, between = words_of_pages(language)
    look = Look(around=written_from(language) == "rtl")
    page, pages = runs.field("PAGE", "1", look), runs.field("NUMPAGES", "1", look)
    return runs.text(before, look) + page + runs.text(between, look) + pages
