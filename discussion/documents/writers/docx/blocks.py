"""Blocks as WordprocessingML; it must not know the package they are put in."""

from collections.abc import Iterable
from typing import assert_never

from discussion.documents.direction import runs_right_to_left
from discussion.documents.tree import (
    Block,
    Cover,
    CoverRole,
    Figure,
    Heading,
    Inline,
    ListItem,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
    TableOfContents,
    Text,
    plain,
)
from discussion.documents.writers.docx.markup import Runs
from discussion.documents.writers.docx.numbering import Numbering

LINE = 9026  # width of a line in twentieths of a point: A4 less two margins of 2.54 cm

_COVER: dict[CoverRole, str] = {
    "symbol": "Cover Symbol",
    "stage": "Cover Stage",
    "title": "Cover Title",
    "event": "Cover Event",
    "line": "Cover Line",
    "status": "Cover Status",
}
_PARAGRAPH: dict[ParagraphStyle, str] = {
    "body": "Body Text",
    "opening": "Opening",
    "preambular": "Preambular",
    "operative": "Operative",
    "note": "Note",
    "adoption": "Adoption",
    "bullet": "Message",
    "caption": "Caption",
}


class Body:
    """Writes a document's blocks in order; keeps count of lists and bookmarks."""

    def __init__(self, styles: dict[str, str], *, draft: bool, language: str) -> None:
        self.numbering = Numbering()
        self._styles = styles
        self._draft = draft
        self._language = language
        self._bookmarks: dict[str, str] = {}
        self._runs = Runs(styles, self._bookmarks)

    def write(self, blocks: tuple[Block, ...]) -> str:
        """The markup of all blocks."""
        for anchor in _anchors(blocks):
            self._bookmarks.setdefault(anchor, _bookmark(anchor, len(self._bookmarks)))
        return "".join(self._block(block, blocks) for block in blocks)

    def _block(self, block: Block, blocks: tuple[Block, ...]) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case ListItem():
                return self._list_item(block)
            case Table():
                return self._table(block)
            case Figure(description=description, caption=caption):
                return self._plain("Caption", f"[{description}] {caption}")
            case PageBreak():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
            case TableOfContents():
                return self._contents(block, blocks)
            case Cover():
                return "".join(
                    self._plain(_COVER[role], words, "<w:suppressLineNumbers/>")
                    for role, words in block.lines
                )
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        number = (Text(f"{heading.number}.\t"),) if heading.number else ()
        content = (*number, *heading.content)
        return self._p(f"Heading {heading.level}", content, anchor=heading.anchor)

    def _paragraph(self, paragraph: Paragraph) -> str:
        properties = ""
        if paragraph.number is not None:
            properties = self.numbering.properties(0, paragraph.number)
        return self._p(
            _PARAGRAPH[paragraph.style],
            paragraph.content,
            properties,
            anchor=paragraph.anchor,
            mark=paragraph.mark,
        )

    def _list_item(self, item: ListItem) -> str:
        style = "Sub-paragraph" if item.level == 1 else "Sub-sub-paragraph"
        properties = self.numbering.properties(item.level, item.number)
        return self._p(style, item.content, properties, anchor=item.anchor, mark=item.mark)

    def _table(self, table: Table) -> str:
        total = sum(table.widths) or 1
        widths = [LINE * width // total for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = "".join(
            self._cell(width, self._plain("Table Head", words))
            for width, words in zip(widths, table.header, strict=True)
        )
        rows = "".join(self._row(row, widths) for row in table.rows)
        style = self._styles["House Table"]
        return (
            self._p("Caption", (Text(table.caption),), "<w:keepNext/>", anchor=table.anchor)
            + f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" '
            f'w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
            + self._plain("Table Text", "")
        )

    def _row(self, row: Row, widths: list[int]) -> str:
        first, *others = row.cells
        cells = [self._p("Table Text", first, anchor=row.anchor)]
        cells += [self._p("Table Text", cell) for cell in others]
        written = "".join(self._cell(w, p) for w, p in zip(widths, cells, strict=True))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>"

    def _cell(self, width: int, paragraph: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'

    def _contents(self, contents: TableOfContents, blocks: tuple[Block, ...]) -> str:
        """The headings with page numbers as fields.

        Not one TOC field: outside Word that shows whatever numbers were stored, and a wrong
        number is worse than none. These are counted by every program that counts pages.
        """
        quiet = "<w:suppressLineNumbers/>"
        entries = (b for b in blocks if isinstance(b, Heading) and b.level <= 2)
        lines = (
            self._wrapped(f"Contents {heading.level}", quiet, self._entry(heading))
            for heading in entries
        )
        return self._plain("Contents Heading", contents.title, quiet) + "".join(lines)

    def _entry(self, heading: Heading) -> str:
        number = f"{heading.number}.\u2002" if heading.number else ""
        words = self._runs.write((Text(f"{number}{plain(heading.content)}"),))
        bookmark = self._bookmarks[heading.anchor]
        page = (
            _field_char("begin", ' w:dirty="true"')
            + f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
            + _field_char("separate")
            + _field_char("end")
        )
        link = f'<w:hyperlink w:anchor="{bookmark}" w:history="1">'
        return f"{link}{words}</w:hyperlink><w:r><w:tab/></w:r>{page}"

    def _plain(self, style: str, words: str, properties: str = "") -> str:
        return self._p(style, (Text(words),), properties)

    def _p(
        self,
        style: str,
        content: tuple[Inline, ...],
        properties: str = "",
        *,
        anchor: str = "",
        mark: str = "",
    ) -> str:
        """A paragraph in the direction of its own words, bookmarked by its anchor."""
        right_to_left = runs_right_to_left(plain(content))
        properties += "<w:bidi/>" if right_to_left else ""
        runs = self._runs.write(content, right_to_left=right_to_left)
        if mark and self._draft:
            runs += self._runs.styled(f"\u2002{mark}", "Draft Mark")
        if anchor:
            name = self._bookmarks[anchor]
            id_ = f'w:id="{name.rpartition("_")[2]}"'  # Word wants a number of its own for each
            runs = f'<w:bookmarkStart {id_} w:name="{name}"/>{runs}<w:bookmarkEnd {id_}/>'
        return self._wrapped(style, properties, runs)

    def _wrapped(self, style: str, properties: str, runs: str) -> str:
        id_ = self._styles[style]
        return f'<w:p><w:pPr><w:pStyle w:val="{id_}"/>{properties}</w:pPr>{runs}</w:p>'


def _anchors(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph | ListItem | Table):
            yield block.anchor
        if isinstance(block, Table):
            yield from (row.anchor for row in block.rows)


def _bookmark(anchor: str, number: int) -> str:
    """A name Word accepts: letters, digits and underscores, 40 at most, never twice."""
    kept = "".join(c if c.isascii() and c.isalnum() else "_" for c in anchor)
    return f"par_{kept[:28]}_{number}"


def _field_char(kind: str, extra: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{extra}/></w:r>'
