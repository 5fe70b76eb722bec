"""Blocks as WordprocessingML; it must not know the package they are put in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from discussion.documents.direction import block_direction, cell_direction
from discussion.documents.tree import (
    Block,
    Direction,
    Document,
    Figure,
    Heading,
    Inline,
    ListItem,
    MarkChange,
    PageBreak,
    Paragraph,
    Row,
    Table,
    TableOfContents,
    Text,
    Worded,
    heading_number,
    in_contents,
    introduces,
    plain,
)
from discussion.documents.tree import Cover as CoverBlock
from discussion.documents.vocabulary import COVER, HEADINGS, ITEMS, PARAGRAPHS
from discussion.documents.writers.docx import runs
from discussion.documents.writers.docx.house import HouseStyle
from discussion.documents.writers.docx.lines import Lines
from discussion.documents.writers.docx.numbering import Lists
from discussion.documents.writers.docx.pictures import picture
from discussion.documents.writers.docx.runs import PLAIN, Look
from discussion.domain.languages import written_from

_QUIET = "<w:suppressLineNumbers/>"
_UNHUNG = '<w:ind w:left="0" w:firstLine="0"/>'  # the style hangs its first line for a number


@dataclass
class Body:
    """Writes a document's blocks in order; keeps count of lists and pictures."""

    document: Document
    house: HouseStyle
    lines: Lines
    add_picture: Callable[[bytes], str]  # the id of its relation
    numbering: Lists
    pictures: int = 0

    def write(self) -> str:
        """The markup of all blocks."""
        blocks = self.document.blocks
        after = (*blocks[1:], None)
        return "".join(self._block(*each) for each in zip(blocks, after, strict=False))

    def _block(self, block: Block, following: Block | None) -> str:
        keep = "<w:keepNext/>" if introduces(block, following) else ""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block, keep)
            case ListItem():
                return self._list_item(block, keep)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case PageBreak():
                return f'<w:p><w:pPr>{_QUIET}</w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
            case TableOfContents():
                return self._contents(block)
            case CoverBlock():
                lines = (self._plain(COVER[role], words, _QUIET) for role, words in block.lines)
                return "".join(lines)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        listed = self.numbering.heading(heading.number) if heading.number else ""
        number = self._number(heading)
        gap = " " if number.endswith(":") else "\t"
        typed = "" if listed is not None else runs.text(f"{number}{gap}", PLAIN)
        return self._worded(heading, HEADINGS[heading.level - 1], listed or "", typed)

    def _number(self, heading: Heading) -> str:
        return heading_number(heading, self.document.meta.language)

    def _paragraph(self, paragraph: Paragraph, keep: str) -> str:
        listed, number = keep, paragraph.number
        if number is not None:
            listed += self.numbering.paragraph(0, number, paragraph.suffix)
        mark, style = self._mark(paragraph.mark), PARAGRAPHS[paragraph.style]
        indent = _UNHUNG if number is None and paragraph.style == "operative" else ""
        return self._worded(paragraph, style, listed, after=mark, indent=indent)

    def _list_item(self, item: ListItem, keep: str) -> str:
        listed = keep + self.numbering.paragraph(item.level, item.number)
        return self._worded(item, ITEMS[item.level - 1], listed, after=self._mark(item.mark))

    def _mark(self, mark: str) -> str:
        if not mark or not self.document.meta.marked:
            return ""
        return runs.text(f"\u2002{mark}", Look(self.house.style_ids["Draft Mark"]))

    def _worded(
        self,
        block: Worded,
        style: str,
        listed: str,
        before: str = "",
        after: str = "",
        indent: str = "",
    ) -> str:
        around = self._around(block.content, block.direction)
        words = before + self.lines.write(block.content, around=around) + after
        marked = self.lines.bookmarked(block.anchor, words)
        return self._wrapped(style, listed, marked, around=around, end=block.end, indent=indent)

    def _table(self, table: Table) -> str:
        total = sum(table.widths) or 1
        widths = [self.house.page.line * width // total for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = "".join(
            _cell(width, self._plain("Table Head", words))
            for width, words in zip(widths, table.header, strict=True)
        )
        rows = "".join(self._row(row, widths) for row in table.rows)
        turned = written_from(self.document.meta.language) == "rtl"
        return (
            self._line("Caption", (Text(table.caption),), "<w:keepNext/>", anchor=table.anchor)
            + f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.house.style_ids["House Table"]}"/>'
            + ("<w:bidiVisual/>" if turned else "")
            + f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
            + self._plain("Table Text", "", _QUIET)
        )

    def _row(self, row: Row, widths: list[int]) -> str:
        first, *others = row.cells
        cells = [self._in_cell(first, anchor=row.anchor)]
        cells += [self._in_cell(cell) for cell in others]
        written = "".join(_cell(w, p) for w, p in zip(widths, cells, strict=True))
        changed = self._changed(row.change)
        return f"<w:tr><w:trPr><w:cantSplit/>{changed}</w:trPr>{written}</w:tr>"

    def _in_cell(self, content: tuple[Inline, ...], *, anchor: str = "") -> str:
        runs_so = cell_direction(content, written_from(self.document.meta.language))
        return self._line("Table Text", content, anchor=anchor, given=runs_so)

    def _figure(self, figure: Figure) -> str:
        self.pictures += 1
        shown = picture(
            self.add_picture(figure.png),
            self.pictures,
            figure.png,
            figure.description,
            figure.width,
        )
        caption = self._line("Caption", (Text(figure.caption),), anchor=figure.anchor)
        return self._wrapped("Figure", "<w:keepNext/>", shown) + caption

    def _contents(self, contents: TableOfContents) -> str:
        """The headings with page numbers as fields.

        Not one TOC field: outside Word that shows whatever numbers were stored, and a wrong
        number is worse than none. These are counted by every program that counts pages.
        """
        around = written_from(self.document.meta.language) == "rtl"
        lines = (
            self._wrapped(
                f"Contents {heading.level}",
                _QUIET,
                self._entry(heading, around=around),
                around=around,
            )
            for heading in filter(in_contents, self.document.blocks)
        )
        return self._plain("Contents Heading", contents.title, _QUIET) + "".join(lines)

    def _entry(self, heading: Heading, *, around: bool) -> str:
        number = self._number(heading)
        words = f"{number}\u2002{plain(heading.content)}" if number else plain(heading.content)
        look = Look(around=around)
        page = runs.page_of(heading.anchor, look)
        entry = runs.text(words, look)
        return f"{self.lines.to_place(heading.anchor, entry)}<w:r><w:tab/></w:r>{page}"

    def _plain(self, style: str, words: str, properties: str = "") -> str:
        return self._line(style, (Text(words),) if words else (), properties)

    def _line(
        self,
        style: str,
        content: tuple[Inline, ...],
        properties: str = "",
        *,
        anchor: str = "",
        given: Direction | None = None,
    ) -> str:
        around = self._around(content, given)
        written = self.lines.write(content, around=around)
        if anchor:
            written = self.lines.bookmarked(anchor, written)
        return self._wrapped(style, properties, written, around=around)

    def _around(self, content: tuple[Inline, ...], given: Direction | None) -> bool:
        return block_direction(content, given) == "rtl"

    def _wrapped(
        self,
        style: str,
        properties: str,
        written: str,
        *,
        around: bool = False,
        end: MarkChange | None = None,
        indent: str = "",
    ) -> str:
        """A paragraph; what its end has gone through stands among its own properties."""
        look = f'<w:pStyle w:val="{self.house.style_ids[style]}"/>{properties}'
        look += ("<w:bidi/>" if around else "") + indent
        look += f"<w:rPr>{self._changed(end)}</w:rPr>" if end else ""
        return f"<w:p><w:pPr>{look}</w:pPr>{written}</w:p>"

    def _changed(self, change: MarkChange | None) -> str:
        if change is None:
            return ""
        tag = "ins" if change.fate == "inserted" else "del"
        return f"{self.lines.changed(tag, change.change)}/>"


def _cell(width: int, paragraph: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'
