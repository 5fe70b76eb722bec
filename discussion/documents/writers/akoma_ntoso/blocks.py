"""Blocks as the parts of an Akoma Ntoso document; it must not know what stands in its meta."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from discussion.documents.direction import block_direction
from discussion.documents.tree import (
    Cover,
    CoverRole,
    Direction,
    Document,
    Figure,
    Heading,
    Inline,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Table,
    TableOfContents,
    Text,
    Worded,
    heading_number,
    in_contents,
    item_number,
    paragraph_label,
    plain,
)
from discussion.documents.writers.akoma_ntoso.lines import Lines, editorial
from discussion.documents.writers.akoma_ntoso.naming import Named, row_name
from discussion.documents.writers.akoma_ntoso.parts import grouped, nested, parted
from discussion.documents.writers.akoma_ntoso.xml import attributes, unbroken, words_of
from discussion.domain.languages import written_from

_SECTIONS = ("section", "subsection", "level")
_ROLES: dict[CoverRole, str] = {
    "symbol": "docNumber",
    "stage": "docStage",
    "title": "docTitle",
    "status": "docStatus",
}


@dataclass
class Body:
    """Writes a document's blocks; each part of the document has the form its schema asks for."""

    document: Document
    named: Sequence[Named]
    lines: Lines
    edition: str  # what tells it from every other, for the preface

    def write(self) -> str:
        """Preface, preamble, body and conclusions."""
        preface, preamble, body, conclusions = parted(self.named)
        before = self.edition + "".join(self._apart(each) for each in preface)
        return (
            _part("preface", before)
            + _part("preamble", self._preamble(preamble))
            + f"<mainBody>\n{self._main(body) or '<p/>'}</mainBody>\n"
            + _part("conclusions", self._conclusions(conclusions))
        )

    def _preamble(self, blocks: Sequence[Named]) -> str:
        """Formulas stand alone; the paragraphs between them are one container."""
        written, held = "", ""
        for head, items in grouped(blocks):
            if head is not None and not items and _is_formula(head):
                written += _container(held) + self._formula(head)
                held = ""
            else:
                held += self._listed(head, items)
        return written + _container(held)

    def _formula(self, head: Named) -> str:
        eid, block = head
        assert isinstance(block, Paragraph)
        start = attributes(name="enactingFormula", eId=eid, wId=unbroken(block.anchor))
        return f"<formula{start}>{self._p(block)}</formula>\n"

    def _listed(self, head: Named | None, items: Sequence[Named]) -> str:
        """A paragraph outside the hierarchy, with the list it leads to."""
        if not items:
            assert head is not None and isinstance(head[1], Paragraph)
            return f"{self._p(head[1], eid=head[0])}\n"
        introduced = ""
        start = attributes(eId=f"{items[0][0]}__list")
        if head is not None and isinstance(head[1], Paragraph):
            start = attributes(eId=head[0], wId=unbroken(head[1].anchor))
            told = self._attributes(head[1])
            introduced = f"<listIntroduction{told}>{self._said(head[1])}</listIntroduction>"
        written = "".join(self._item(each, below) for each, below in nested(items))
        return f"<blockList{start}>{introduced}\n{written}</blockList>\n"

    def _item(self, named: Named, below: Sequence[Named]) -> str:
        eid, item = named
        assert isinstance(item, ListItem)
        start = attributes(eId=eid, wId=unbroken(item.anchor))
        number = item_number(item, self.document.meta.numbering)
        inner = self._listed(None, below) if below else ""
        return f"<item{start}><num>{number}</num>{self._p(item)}{inner}</item>\n"

    def _main(self, blocks: Sequence[Named]) -> str:
        """Sections inside sections; each ends where one of its level or above begins."""
        written, open_ = "", list[int]()
        for head, items in grouped(blocks):
            if head is None or not isinstance(head[1], Heading):
                written += self._paragraph(head, items)
                continue
            while open_ and open_[-1] >= head[1].level:
                written += f"</{_SECTIONS[open_.pop() - 1]}>\n"
            open_.append(head[1].level)
            written += self._section(head[0], head[1])
        return written + "".join(f"</{_SECTIONS[level - 1]}>\n" for level in reversed(open_))

    def _section(self, eid: str, heading: Heading) -> str:
        start = attributes(eId=eid, wId=unbroken(heading.anchor))
        number = self._number(heading)
        shown = f"<num>{words_of(number)}</num>" if number else ""
        said = f"<heading{self._attributes(heading)}>{self._said(heading)}</heading>"
        return f"<{_SECTIONS[heading.level - 1]}{start}>{shown}{said}\n"

    def _number(self, heading: Heading) -> str:
        return heading_number(heading, self.document.meta.language)

    def _paragraph(self, head: Named | None, items: Sequence[Named]) -> str:
        """A paragraph of the hierarchy with what stands below it, or what is none."""
        if head is not None and not isinstance(head[1], Paragraph):
            apart = self._apart(head)
            name = type(head[1]).__name__.casefold()
            content = f"<content>{apart}</content>"
            return f'<hcontainer name="{name}">{content}</hcontainer>\n' if apart else ""
        start, number, intro = "", "", ""
        if head is not None and isinstance(head[1], Paragraph):
            block = head[1]
            start = attributes(eId=head[0], wId=unbroken(block.anchor))
            number = paragraph_label(block, self.document.meta.numbering)
            intro = self._p(block)
        shown = f"<num>{words_of(number)}</num>" if number else ""
        return f"<paragraph{start}>{shown}{self._points(intro, items)}</paragraph>\n"

    def _points(self, intro: str, items: Sequence[Named]) -> str:
        if not items:
            return f"<content>{intro}</content>"
        led = f"<intro>{intro}</intro>" if intro else ""
        points = "".join(self._point(each, below) for each, below in nested(items))
        return f"<list>{led}\n{points}</list>"

    def _point(self, named: Named, below: Sequence[Named]) -> str:
        eid, item = named
        assert isinstance(item, ListItem)
        start = attributes(eId=eid, wId=unbroken(item.anchor))
        number = item_number(item, self.document.meta.numbering)
        inner = self._points(self._p(item), below)
        return f"<point{start}><num>{number}</num>{inner}</point>\n"

    def _conclusions(self, blocks: Sequence[Named]) -> str:
        written = "".join(self._p(b, eid=eid) for eid, b in blocks if isinstance(b, Paragraph))
        return f'<container name="adoption">{written}</container>\n' if written else ""

    def _apart(self, named: Named) -> str:
        """A block that is no part of the hierarchy. Where pages end is no matter of this format."""
        eid, block = named
        match block:
            case Cover():
                return self._cover(block)
            case TableOfContents():
                return self._contents(block)
            case PageBreak():
                return ""
            case Table():
                return self._table(eid, block)
            case Figure():
                return self._figure(eid, block)
            case Paragraph() | ListItem() | Heading():
                return f"{self._p(block, eid=eid)}\n"
            case _:
                assert_never(block)

    def _cover(self, cover: Cover) -> str:
        lines = ""
        for role, words in cover.lines:
            tag, said = _ROLES.get(role, ""), words_of(words)
            shown = f"<{tag}>{said}</{tag}>" if tag else said
            lines += f'<p class="{role}{self._turn((Text(words),))}">{shown}</p>\n'
        return lines

    def _contents(self, contents: TableOfContents) -> str:
        items = "".join(
            f'<tocItem href="#{eid}" level="{block.level}">'
            f"{words_of(f'{self._number(block)} {plain(block.content)}'.strip())}</tocItem>\n"
            for eid, block in self.named
            if in_contents(block)
        )
        listed = f"<toc>\n{items}</toc>\n" if items else ""
        return f'<p class="contents">{words_of(contents.title)}</p>\n{listed}'

    def _table(self, eid: str, table: Table) -> str:
        head = "".join(f"<th><p>{words_of(words)}</p></th>" for words in table.header)
        rows = "".join(self._row(row_name(eid, n), row) for n, row in enumerate(table.rows, 1))
        start = attributes(eId=eid, wId=unbroken(table.anchor))
        caption = f"<caption>{words_of(table.caption)}</caption>"
        return f"<table{start}>{caption}\n<tr>{head}</tr>\n{rows}</table>\n"

    def _row(self, eid: str, row: Row) -> str:
        start = attributes(eId=eid, wId=unbroken(row.anchor))
        if row.change:
            start += attributes(class_=row.change.fate) + self.lines.changed(row.change.change)
        cells = "".join(
            f"<td><p{attributes(class_=self._turn(cell).strip())}>{self.lines.write(cell)}</p></td>"
            for cell in row.cells
        )
        return f"<tr{start}>{cells}</tr>\n"

    def _figure(self, eid: str, figure: Figure) -> str:
        """The picture stands in the file itself: one file is the whole document."""
        source = f"data:image/png;base64,{b64encode(figure.png).decode()}"
        shown = f"<img{attributes(src=source, alt=figure.description)}/>"
        start = attributes(eId=eid, wId=unbroken(figure.anchor))
        caption = f'<p class="caption">{words_of(figure.caption)}</p>'
        return f"<p{start}>{shown}</p>\n{caption}\n"

    def _p(self, block: Worded, *, eid: str = "") -> str:
        named = attributes(eId=eid, wId=unbroken(block.anchor)) if eid else ""
        return f"<p{named}{self._attributes(block)}>{self._said(block)}</p>"

    def _said(self, block: Worded) -> str:
        said = self.lines.write(block.content)
        if isinstance(block, Heading) or not block.mark or not self.document.meta.marked:
            return said
        return f"{said} {editorial(block.mark)}"

    def _attributes(self, block: Worded) -> str:
        """Its style and direction, and what its end has gone through."""
        style = block.style if isinstance(block, Paragraph) else ""
        ended = f" end-{block.end.fate}" if block.end else ""
        look = f"{style}{self._turn(block.content, block.direction)}{ended}"
        by = self.lines.changed(block.end.change) if block.end else ""
        return attributes(class_=look.strip()) + by

    def _turn(self, content: tuple[Inline, ...], given: Direction | None = None) -> str:
        runs = block_direction(content, given)
        return "" if runs == written_from(self.document.meta.language) else f" {runs}"


def _is_formula(named: Named) -> bool:
    return isinstance(named[1], Paragraph) and named[1].style == "opening"


def _part(name: str, inner: str) -> str:
    return f"<{name}>\n{inner}</{name}>\n" if inner else ""


def _container(inner: str) -> str:
    return f'<container name="preambular">\n{inner}</container>\n' if inner else ""
