"""Blocks as OpenDocument text; it must not know the file they are put in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from discussion.documents.direction import block_direction, cell_direction
from discussion.documents.tree import (
    Block,
    Cell,
    Deleted,
    Document,
    Figure,
    Heading,
    Inline,
    Inserted,
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
    paragraph_number,
    plain,
    rejected,
)
from discussion.documents.tree import Cover as CoverBlock
from discussion.documents.vocabulary import COVER, HEADINGS, ITEMS, PARAGRAPHS
from discussion.documents.writers.odt.house import House
from discussion.documents.writers.odt.lines import Line, Lines
from discussion.documents.writers.odt.looks import Looks, Shape
from discussion.documents.writers.odt.marks import bookmark, page_of, to_place
from discussion.documents.writers.odt.pictures import picture
from discussion.documents.writers.odt.places import printed_number
from discussion.documents.writers.odt.struck import in_groups
from discussion.documents.writers.odt.xml import attribute, words_of
from discussion.domain.languages import written_from

BULLETS = "Bullets"
"""The one list of the house: messages of a summary. All numbers are printed as they are told."""


@dataclass
class Body:
    """Writes a document's blocks in order; knows what runs on from one to the next."""

    document: Document
    house: House
    looks: Looks
    lines: Lines
    add_picture: Callable[[bytes], str]  # where it stands in the file
    _first: bool = True
    _new_page: bool = False
    _carried: str = ""  # a paragraph whose end was deleted runs on into the next
    _opened: str = ""  # what closes the insertion of the last paragraph's end
    _counted: int = 0  # pictures and tables

    def write(self) -> str:
        """The markup of all blocks."""
        written = "".join(self._block(*each) for each in in_groups(self.document.blocks))
        return written + (self._plain("Body Text", ()) if self._new_page or not written else "")

    def _block(self, block: Block, struck: Sequence[Worded], following: Block | None) -> str:
        match block:
            case Heading() | Paragraph() | ListItem():
                return self._worded(block, struck, following)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case PageBreak():
                before = self._plain("Body Text", ()) if self._new_page else ""
                self._new_page = True
                return before
            case TableOfContents():
                return self._contents(block)
            case CoverBlock():
                lines = (self._plain(COVER[role], (Text(said),)) for role, said in block.lines)
                return "".join(lines)
            case _:
                assert_never(block)

    def _worded(self, block: Worded, struck: Sequence[Worded], following: Block | None) -> str:
        shape = replace(self._shape(block), kept=introduces(block, following))
        line = self.lines.line(around=shape.right_to_left)
        line.mark(self._opened)
        self._opened = ""
        self._say(line, block)
        for before, gone in zip((block, *struck), struck, strict=False):
            line.mark(self._struck(before, gone))
        runs_on = self._end(line, block, following, shape)
        written, self._carried = self._carried + line.closed(), ""
        if runs_on:
            self._carried = written
            return ""
        return self._paragraph(block, shape, written)

    def _say(self, line: Line, block: Worded) -> None:
        """All that a paragraph shows: its number, its words and, in a working text, its mark."""
        before, after = bookmark(block.anchor)
        line.mark(before)
        number = printed_number(block, self.document.meta)
        if number[0]:
            _numbered(line, block, number)
        line.write(block.content)
        self._marked(line, block)
        line.mark(after)

    def _struck(self, before: Worded, gone: Worded) -> str:
        """A paragraph struck out whole, as it was, and the end it went with."""
        assert gone.end is not None
        whole = replace(gone, content=rejected(gone.content), end=None)
        shape = self._shape(whole)
        line = self.lines.line(around=shape.right_to_left)
        self._say(line, whole)
        kept = self._paragraph(before, self._shape(before), "")
        said = self._paragraph(whole, shape, line.closed())
        return self.lines.changes.deleted(gone.end.change, kept + said)

    def _shape(self, block: Worded) -> Shape:
        match block:
            case Heading(level=level):
                shape = Shape(HEADINGS[level - 1])
            case Paragraph(style=style):
                unhung = 0 if style == "operative" else None  # its style hangs for a number
                shape = Shape(PARAGRAPHS[style], indent=1 if paragraph_number(block) else unhung)
            case ListItem(level=level):
                shape = Shape(ITEMS[level - 1], indent=level + 1)
        around = block_direction(block.content, block.direction) == "rtl"
        return self._placed(shape, around=around)

    def _paragraph(self, block: Worded, shape: Shape, inner: str) -> str:
        look = f'text:style-name="{self.looks.paragraph(shape)}"'
        if isinstance(block, Heading):
            return f'<text:h {look} text:outline-level="{block.level}">{inner}</text:h>'
        written = f"<text:p {look}>{inner}</text:p>"
        if shape.style != PARAGRAPHS["bullet"]:
            return written
        item = f"<text:list-item>{written}</text:list-item>"
        return f'<text:list text:style-name="{BULLETS}">{item}</text:list>'

    def _marked(self, line: Line, block: Worded) -> None:
        """The mark of a working text comes and goes with its paragraph."""
        if not isinstance(block, Heading) and block.mark and self.document.meta.marked:
            line.typed(f"\u2002{block.mark}", block.end, "Draft Mark")

    def _end(self, line: Line, block: Worded, following: Block | None, shape: Shape) -> bool:
        """Marks what a paragraph's end has gone through; whether the next one runs on from it.

        An end that was deleted is one between two paragraphs of which the text holds only one.
        """
        if block.end is None or not isinstance(following, Worded):
            return False
        if block.end.fate == "inserted":
            before, self._opened = self.lines.changes.inserted(block.end.change)
            line.mark(before)
            return False
        ends = self._paragraph(block, replace(shape, first=False, new_page=False), "")
        begins = self._paragraph(following, self._shape(following), "")
        line.mark(self.lines.changes.deleted(block.end.change, ends + begins))
        self._first, self._new_page = shape.first, shape.new_page
        return True

    def _table(self, table: Table) -> str:
        self._counted += 1
        total = sum(table.widths) or 1
        columns = "".join(
            '<table:table-column table:style-name="'
            f'{self.looks.column(self.house.line * width / total)}"/>'
            for width in table.widths
        )
        caption = self._plain(_CAPTION, (Text(table.caption),), table.anchor, kept=True)
        turned = written_from(self.document.meta.language) == "rtl"
        look = self.looks.table(self.house.line, right_to_left=turned)
        ground = self.looks.cell(self.house.rule, self.house.ground)
        head = "".join(
            _cell(ground, self._plain("Table Head", (Text(words),))) for words in table.header
        )
        row = f'<table:table-row table:style-name="{self.looks.row()}">'
        rows = "".join(f"{row}{self._cells(each)}</table:table-row>" for each in table.rows)
        return (
            f'{caption}<table:table table:name="Table{self._counted}" table:style-name="{look}">'
            f"{columns}<table:table-header-rows>{row}{head}</table:table-row>"
            f"</table:table-header-rows>{rows}</table:table>"
        )

    def _cells(self, row: Row) -> str:
        """A row that came or went is one whose words did: the format has no other way to say it."""
        look = self.looks.cell(self.house.rule, "transparent")
        anchors = (row.anchor, *("" for _ in row.cells[1:]))
        return "".join(
            _cell(look, self._plain("Table Text", _changed(cell, row.change), anchor))
            for cell, anchor in zip(row.cells, anchors, strict=True)
        )

    def _figure(self, figure: Figure) -> str:
        self._counted += 1
        shown = picture(
            self.add_picture(figure.png), self._counted, figure, look=self.looks.picture()
        )
        shape = self._placed(Shape("Figure", kept=True), around=False)
        return (
            f'<text:p text:style-name="{self.looks.paragraph(shape)}">{shown}</text:p>'
            + self._plain(_CAPTION, (Text(figure.caption),), figure.anchor)
        )

    def _contents(self, contents: TableOfContents) -> str:
        """An index that can be made anew, whose page numbers are right before that, too."""
        self._counted += 1
        name = f'text:name="Contents{self._counted}"'
        title = self._plain("Contents Heading", (Text(contents.title),))
        entries = "".join(map(self._entry, filter(in_contents, self.document.blocks)))
        return (
            f'<text:table-of-content {name} text:protected="false">'
            f'<text:table-of-content-source text:outline-level="2">{_title(contents.title)}'
            f"{_TEMPLATES}</text:table-of-content-source><text:index-body>"
            f'<text:index-title text:name="{name[11:-1]}Title">{title}</text:index-title>'
            f"{entries}</text:index-body></text:table-of-content>"
        )

    def _entry(self, heading: Heading) -> str:
        number = heading_number(heading, self.document.meta.language)
        words = f"{number}\u2002{plain(heading.content)}" if number else plain(heading.content)
        around = block_direction((Text(words),)) == "rtl"
        shape = self._placed(Shape(f"Contents {heading.level}", quiet=True), around=around)
        shown = to_place(heading.anchor, words_of(words))
        look = self.looks.paragraph(shape)
        return (
            f'<text:p text:style-name="{look}">{shown}<text:tab/>{page_of(heading.anchor)}</text:p>'
        )

    def _plain(
        self, style: str, content: tuple[Inline, ...], anchor: str = "", *, kept: bool = False
    ) -> str:
        page = written_from(self.document.meta.language)
        in_cell = style == "Table Text"
        runs = cell_direction(content, page) if in_cell else block_direction(content)
        around = runs == "rtl"
        shape = self._placed(Shape(style, quiet=style in _QUIET, kept=kept), around=around)
        shown = self.lines.write(content, around=around)
        before, after = bookmark(anchor) if anchor else ("", "")
        look = self.looks.paragraph(shape)
        return f'<text:p text:style-name="{look}">{before}{shown}{after}</text:p>'

    def _placed(self, shape: Shape, *, around: bool) -> Shape:
        """The shape of the next paragraph: on its side, on the first page or on a new one."""
        placed = replace(shape, first=self._first, new_page=self._new_page, right_to_left=around)
        if around:
            placed = replace(placed, aligned=_TURNED.get(self.house.aligned[shape.style], ""))
        self._first = self._new_page = False
        return placed


_CAPTION = PARAGRAPHS["caption"]
_TURNED = {"left": "right", "right": "left"}
_QUIET = frozenset({*COVER.values(), "Contents Heading", "Table Head", "Table Text"})
_ENTRY = (
    '<text:table-of-content-entry-template text:outline-level="{level}" '
    'text:style-name="Contents_20_{level}"><text:index-entry-link-start/>'
    "<text:index-entry-chapter/><text:index-entry-text/><text:index-entry-link-end/>"
    '<text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
    "<text:index-entry-page-number/></text:table-of-content-entry-template>"
)
_TEMPLATES = "".join(_ENTRY.format(level=level) for level in (1, 2))


def _title(words: str) -> str:
    style = 'text:style-name="Contents_20_Heading"'
    return f"<text:index-title-template {style}>{words_of(words)}</text:index-title-template>"


def _numbered(line: Line, block: Worded, number: tuple[str, str]) -> None:
    """The number as it is printed; the part that references repeat has its own bookmark."""
    before, after = bookmark(block.anchor, "num")
    line.mark(before)
    line.typed(number[0], block.end)
    line.mark(after)
    for words in (number[1], " " if number[1].endswith(":") else "\t"):
        line.typed(words, block.end)


def _changed(cell: Cell, change: MarkChange | None) -> Cell:
    if change is None or not cell:
        return cell
    kind = Inserted if change.fate == "inserted" else Deleted
    return (kind(cell, change.change),)


def _cell(look: str, inner: str) -> str:
    kind = 'office:value-type="string"'
    return f"<table:table-cell table:style-name={attribute(look)} {kind}>{inner}</table:table-cell>"
