"""Blocks as Markdown, an empty line between them; it must not know what they are about."""

from base64 import b64encode
from collections.abc import Iterable
from typing import assert_never

from discussion.documents.tree import (
    Block,
    Cover,
    CoverRole,
    Document,
    Figure,
    Heading,
    ListItem,
    MarkChange,
    PageBreak,
    Paragraph,
    Row,
    Table,
    TableOfContents,
    heading_number,
    in_contents,
    item_number,
    labels,
    paragraph_label,
    plain,
)
from discussion.documents.writers.markdown.lines import Lines, changed
from discussion.documents.writers.markdown.signs import begun, escaped, in_one_line, wrapped

_TABLE_WIDTH = 80  # signs under the heading row, by which readers part a table's width


def write_blocks(document: Document) -> str:
    """All blocks, then the footnotes, comments and pictures they have."""
    body = _Body(document)
    blocks = [body.block(block) for block in document.blocks]
    return "\n\n".join(filter(None, (*blocks, *body.lines.notes(), *body.pictures)))


class _Body:
    """Writes the blocks of one document."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._marked = document.meta.marked
        self._language, self._numbering = document.meta.language, document.meta.numbering
        told = labels(document.blocks, self._numbering)
        self.lines = Lines(told, marked=document.meta.marked)
        self.pictures: list[str] = []  # what they are made of, out of the reader's way

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                words = self._worded(block, paragraph_label(block, self._numbering))
                return f"- {words}" if block.style == "bullet" else words
            case ListItem():
                return self._worded(block, item_number(block, self._numbering))
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case PageBreak():
                return "* * *"
            case TableOfContents():
                return self._contents(block)
            case Cover():
                return "\n\n".join(_cover_line(role, words) for role, words in block.lines if words)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        number = escaped(self._number(heading))
        words = in_one_line(self.lines.write(heading.content), " ")
        return f"#{'#' * heading.level} {number}{words}{_end(heading.end)}"

    def _number(self, heading: Heading) -> str:
        return f"{heading_number(heading, self._language)} ".lstrip()

    def _worded(self, block: Paragraph | ListItem, number: str) -> str:
        before = f"{escaped(number)} " if number else ""
        mark = f" `{block.mark.replace('`', chr(39))}`" if self._marked and block.mark else ""
        words = self.lines.write(block.content)
        return begun(f"{before}{words}{_end(block.end)}{mark}")

    def _table(self, table: Table) -> str:
        total = sum(table.widths) or 1
        rule = ("-" * max(3, _TABLE_WIDTH * width // total) for width in table.widths)
        caption = wrapped("**", in_one_line(escaped(table.caption), " "))
        head = (in_one_line(escaped(words), "<br> ") for words in table.header)
        rows = (_row(rule), *(self._row(row) for row in table.rows))
        shown = "\n".join((_row(head), *rows))
        return f"{caption}\n\n{shown}" if caption else shown

    def _row(self, row: Row) -> str:
        return _row(
            changed(in_one_line(self.lines.write(cell), "<br> "), row.change) for cell in row.cells
        )

    def _figure(self, figure: Figure) -> str:
        """The picture itself stands below everything, for it is not to be read."""
        name = f"picture-{len(self.pictures) + 1}"
        data = b64encode(figure.png).decode()
        self.pictures.append(f"[{name}]: data:image/png;base64,{data}")
        shown = f"![{in_one_line(escaped(figure.description), ' ')}][{name}]"
        return "\n\n".join(filter(None, (shown, begun(escaped(figure.caption)))))

    def _contents(self, contents: TableOfContents) -> str:
        entries = "\n".join(
            f"{'  ' * (heading.level - 1)}- "
            + begun(escaped(f"{self._number(heading)}{plain(heading.content)}"))
            for heading in filter(in_contents, self._blocks)
        )
        title = wrapped("**", in_one_line(escaped(contents.title), " "))
        return "\n\n".join(filter(None, (title, entries)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cover_line(role: CoverRole, words: str) -> str:
    if role == "title":
        return f"# {in_one_line(escaped(words), ' ')}"
    return begun(escaped(words))


def _end(change: MarkChange | None) -> str:
    """The sign of a paragraph whose end came or went."""
    return changed("¶", change) if change else ""
