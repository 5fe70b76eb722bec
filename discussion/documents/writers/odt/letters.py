"""A secretariat's letterhead as OpenDocument text; it must not know Word."""

from collections.abc import Callable
from typing import assert_never

from discussion.documents.writers.docx.letter_lines import (
    Break,
    Counted,
    Grid,
    Image,
    Line,
    Lines,
    Shown,
    Tab,
    Words,
)
from discussion.documents.writers.docx.looks import Letters as Look
from discussion.documents.writers.odt.looks import Looks
from discussion.documents.writers.odt.xml import words_of


class Letters:
    """Writes headers and footers; knows what pictures and tables of theirs are called."""

    def __init__(self, looks: Looks, add_picture: Callable[[bytes, str], str], line: float) -> None:
        self._looks = looks
        self._add_picture = add_picture
        self._line = line  # from one margin to the other, cm
        self._counted = 0

    def write(self, lines: Lines, kind: str) -> str:
        """The lines and tables; ``kind``: Header or Footer."""
        return "".join(
            self._grid(each, kind) if isinstance(each, Grid) else self._paragraph(each, kind)
            for each in lines
        )

    def _paragraph(self, line: Line, kind: str) -> str:
        look = self._looks.letter_line(kind, line.align)
        return f'<text:p text:style-name="{look}">{"".join(map(self._piece, line.pieces))}</text:p>'

    def _grid(self, grid: Grid, kind: str) -> str:
        self._counted += 1
        total = sum(grid.widths) or 1
        columns = "".join(
            '<table:table-column table:style-name="'
            f'{self._looks.column(self._line * width / total)}"/>'
            for width in grid.widths
        )
        cell = self._looks.cell("none", "transparent")
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell table:style-name="{cell}">{self.write(lines, kind)}'
                "</table:table-cell>"
                for lines in row
            )
            + "</table:table-row>"
            for row in grid.rows
        )
        look = self._looks.table(self._line, right_to_left=False)
        name = f'table:name="Letterhead{kind}{self._counted}"'
        return f'<table:table {name} table:style-name="{look}">{columns}{rows}</table:table>'

    def _piece(self, piece: Shown) -> str:
        match piece:
            case Words(words=words, letters=letters):
                return self._styled(words_of(words), letters)
            case Counted(what="page", letters=letters):
                field = '<text:page-number text:select-page="current">1</text:page-number>'
                return self._styled(field, letters)
            case Counted(letters=letters):
                return self._styled("<text:page-count>1</text:page-count>", letters)
            case Tab():
                return "<text:tab/>"
            case Break():
                return "<text:line-break/>"
            case Image():
                return self._image(piece)
            case _:
                assert_never(piece)

    def _styled(self, shown: str, letters: Look) -> str:
        look = self._looks.letters(letters)
        return f'<text:span text:style-name="{look}">{shown}</text:span>'

    def _image(self, image: Image) -> str:
        self._counted += 1
        place = self._add_picture(image.content, image.form)
        size = f'svg:width="{image.width}mm" svg:height="{image.height}mm"'
        link = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
        return (
            f'<draw:frame draw:style-name="{self._looks.picture()}" '
            f'draw:name="Letterhead {self._counted}" text:anchor-type="as-char" {size}>'
            f'<draw:image xlink:href="{place}" {link}/>'
            f"<svg:desc>{words_of(image.description)}</svg:desc></draw:frame>"
        )
