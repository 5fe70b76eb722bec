"""Blocks as elements of a page; it must not know the page around them."""

from base64 import b64encode
from html import escape
from typing import assert_never

from discussion.documents.direction import block_direction, cell_direction
from discussion.documents.tree import (
    Block,
    Cell,
    Cover,
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
    heading_number,
    in_contents,
    item_number,
    labels,
    paragraph_label,
    plain,
)
from discussion.documents.writers.html.lines import Lines
from discussion.domain.languages import written_from


def write_blocks(document: Document) -> str:
    """All blocks, then the footnotes and comments they have."""
    body = _Body(document)
    blocks = "".join(body.block(block) for block in document.blocks)
    return blocks + body.lines.notes()


class _Body:
    """Writes the blocks of one document."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._marked = document.meta.marked
        self._runs: Direction = written_from(document.meta.language)
        self._language, self._numbering = document.meta.language, document.meta.numbering
        told = labels(document.blocks, self._numbering)
        self.lines = Lines(told, marked=document.meta.marked)

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                kind = f"{block.style} bis" if block.suffix else block.style
                return self._paragraph(block, kind, paragraph_label(block, self._numbering))
            case ListItem():
                number = item_number(block, self._numbering)
                return self._paragraph(block, f"item level-{block.level}", number)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case PageBreak():
                return '<hr class="page-break">\n'
            case TableOfContents():
                return self._contents(block)
            case Cover():
                return self._cover(block)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        number = heading_number(heading, self._language)
        before = f'<span class="number">{escape(number)}</span> ' if number else ""
        tag = f"h{heading.level + 1}"
        words = self.lines.write(heading.content)
        return f"<{tag}{self._start(heading)}>{before}{words}{_end(heading.end)}</{tag}>\n"

    def _paragraph(self, block: Paragraph | ListItem, kind: str, number: str) -> str:
        before = f'<span class="number">{number}</span> ' if number else ""
        mark = f' <small class="mark" dir="ltr">{escape(block.mark)}</small>'
        after = mark if self._marked and block.mark else ""
        words = self.lines.write(block.content)
        return (
            f'<p class="{kind}"{self._start(block)}>{before}{words}{_end(block.end)}{after}</p>\n'
        )

    def _table(self, table: Table) -> str:
        total = sum(table.widths) or 1
        columns = "".join(f'<col style="width:{100 * w // total}%">' for w in table.widths)
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.header)
        rows = "".join(self._row(row) for row in table.rows)
        return (
            f'<table id="{escape(table.anchor)}"><caption>{escape(table.caption)}</caption>\n'
            f"<colgroup>{columns}</colgroup>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{rows}</tbody>\n</table>\n"
        )

    def _row(self, row: Row) -> str:
        kind = f' class="{row.change.fate}"' if row.change else ""
        cells = "".join(
            f"<td{self._direction(cell, cell_direction(cell, self._runs))}>"
            f"{self.lines.write(cell)}</td>"
            for cell in row.cells
        )
        return f'<tr id="{escape(row.anchor)}"{kind}>{cells}</tr>\n'

    def _figure(self, figure: Figure) -> str:
        data = b64encode(figure.png).decode()
        picture = (
            f'<img src="data:image/png;base64,{data}" alt="{escape(figure.description)}" '
            f'style="width:{figure.width}mm">'
        )
        caption = f"<figcaption>{escape(figure.caption)}</figcaption>"
        return f'<figure id="{escape(figure.anchor)}">{picture}{caption}</figure>\n'

    def _contents(self, contents: TableOfContents) -> str:
        lines = "".join(
            f'<li class="level-{heading.level}"><a href="#{escape(heading.anchor)}">'
            f"{escape(f'{heading_number(heading, self._language)} '.lstrip())}"
            f"{escape(plain(heading.content))}</a></li>\n"
            for heading in filter(in_contents, self._blocks)
        )
        title = escape(contents.title)
        return f'<nav class="contents"><h2>{title}</h2>\n<ul>\n{lines}</ul></nav>\n'

    def _cover(self, cover: Cover) -> str:
        lines = "".join(
            f'<{"h1" if role == "title" else "p"} class="{role}"{self._direction((Text(words),))}>'
            f"{escape(words)}</{'h1' if role == 'title' else 'p'}>\n"
            for role, words in cover.lines
        )
        return f'<header class="cover" id="{escape(cover.anchor)}">\n{lines}</header>\n'

    def _start(self, block: Heading | Paragraph | ListItem) -> str:
        return f' id="{escape(block.anchor)}"{self._direction(block.content, block.direction)}'

    def _direction(self, content: Cell | tuple[Inline, ...], given: Direction | None = None) -> str:
        """Each block in the direction of its own words, told where the page has another."""
        runs = block_direction(content, given)
        return "" if runs == self._runs else f' dir="{runs}"'


def _end(change: MarkChange | None) -> str:
    """The sign of a paragraph whose end came or went."""
    if change is None:
        return ""
    tag = "ins" if change.fate == "inserted" else "del"
    return f'<{tag} class="end" title="{escape(change.change.author)}">¶</{tag}>'
