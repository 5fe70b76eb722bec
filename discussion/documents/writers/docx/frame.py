"""What stands round the text on every page: header, footer, line numbers; not the text."""

from discussion.documents.tree import Meta
from discussion.documents.writers.docx import runs
from discussion.documents.writers.docx.house import HouseStyle
from discussion.documents.writers.docx.package import Package
from discussion.documents.writers.docx.runs import PLAIN, Look
from discussion.documents.writers.docx.xml import root
from discussion.domain.languages import written_from

REHEARSAL = "REHEARSAL"
LINES_BETWEEN_NUMBERS = 5
_TAB = "<w:r><w:tab/></w:r>"
PAGES = {"en": ("Page ", " of "), "fr": ("Page ", " sur "), "ar": ("الصفحة ", " من ")}


def section(package: Package, house: HouseStyle, meta: Meta) -> str:
    """The ``w:sectPr`` of the document, whose headers and footers become parts of the file.

    Header: rehearsal mark and symbol; footer: stamp and page; line numbers on drafts.
    """
    mark = f"{REHEARSAL}: made-up content, not a record" if meta.rehearsal else ""
    shown = runs.text(mark, Look(bold=True)) if mark else ""
    symbol = runs.text(meta.symbol, PLAIN) if meta.symbol else ""
    frame = _Frame(package, house, right_to_left=written_from(meta.language) == "rtl")
    foot = (_text(meta.stamp) + _TAB + _page_of_pages(meta.language), _text(meta.status))
    return (
        "<w:sectPr>"
        + frame.part("header", 1, "default", (shown + _TAB + symbol,))
        + frame.part("header", 2, "first", (shown,))  # the cover has the symbol itself
        + frame.part("footer", 1, "default", foot)
        + frame.part("footer", 2, "first", foot)
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

    def __init__(self, package: Package, house: HouseStyle, *, right_to_left: bool) -> None:
        self._package = package
        self._styles = house.style_ids
        self.right_to_left = right_to_left

    def part(self, kind: str, number: int, use: str, lines: tuple[str, ...]) -> str:
        """Adds one; the reference to it."""
        style = self._styles.get(kind.capitalize(), kind.capitalize())
        turn = "<w:bidi/>" if self.right_to_left else ""
        look = f'<w:pPr><w:pStyle w:val="{style}"/>{turn}</w:pPr>'
        inner = "".join(f"<w:p>{look}{line}</w:p>" for line in lines)
        tag = "w:hdr" if kind == "header" else "w:ftr"
        relation = self._package.add(f"{kind}{number}", root(tag, inner))
        return f'<w:{kind}Reference w:type="{use}" r:id="{relation}"/>'


def _text(words: str) -> str:
    return runs.text(words, PLAIN) if words else ""


def _page_of_pages(language: str) -> str:
    before, between = PAGES.get(language, PAGES["en"])
    look = Look(around=written_from(language) == "rtl")
    page, pages = runs.field("PAGE", "1", look), runs.field("NUMPAGES", "1", look)
    return runs.text(before, look) + page + runs.text(between, look) + pages
