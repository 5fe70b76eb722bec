"""From a Listing to an Excel workbook, row by row; it must not know what the rows say."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from discussion.documents.direction import runs_right_to_left
from discussion.documents.listing import Listing

CELL_LIMIT = 16_000  # code points; Excel takes 32,767 units of UTF-16 in a cell, two for some
_CUT = " … (cut: the cell is full)"
_FORMULA_SIGNS = tuple("=+-@")
_ABOUT_WIDTHS = (22, 100)  # characters
_A4 = 9  # paper size, as Excel numbers them
_PRINTED_AT = 60  # per cent: about 190 characters in a line
LINE = 15  # points
MOST_LINES = 25  # in a row; Excel takes 409 points at most


def write_xlsx(path: Path, listing: Listing) -> None:
    """Writes the listing into a file; every cell is a string, no cell can be a formula or a link.

    The head stays in sight and has filters; each cell reads in its words' own direction. A
    second sheet says what the table is. The rows wait in the file's own folder until it is put
    together; in memory stays how high each is, less than half a kB. Raises OSError when the
    disk does not take it.
    """
    options = {"constant_memory": True, "tmpdir": str(path.parent)}
    try:
        with Workbook(str(path), options) as workbook:
            workbook.set_properties({"title": listing.title, "created": listing.made})
            cells = _Formats(workbook)
            _write_rows(workbook.add_worksheet(listing.title, _Sheet), listing, cells)
            _write_about(workbook.add_worksheet("About", _Sheet), listing, cells)
    except FileCreateError as failure:
        raise OSError(str(failure)) from None


class _Sheet(Worksheet):  # type: ignore[misc]
    """A worksheet in which words are words.

    The library takes a text from ``<r>`` to ``</r>`` for mark-up of its own and writes it as it
    is: whoever typed that at a table could put a formula into the file.
    """

    def _xml_rich_inline_string(self, string: str, attributes: Sequence[Any] = ()) -> None:
        self._xml_inline_string(string, True, attributes)


class _Formats:
    """How cells are drawn, by the direction of their words and whether they look like a formula.

    The latter are marked as typed with an apostrophe, which Excel does not show: they stay words
    when somebody edits the cell.
    """

    def __init__(self, workbook: Workbook) -> None:
        body = {"text_wrap": True, "valign": "top"}
        self.head = workbook.add_format({**body, "bold": True, "bottom": 2, "bg_color": "#EEEEEE"})
        self._body = {
            (right_to_left, quoted): workbook.add_format(
                {
                    **body,
                    "reading_order": 2 if right_to_left else 1,
                    "align": "right" if right_to_left else "left",
                    "indent": 1 if right_to_left else 0,  # clear of the next cell's words
                    "quote_prefix": quoted,
                }
            )
            for right_to_left in (False, True)
            for quoted in (False, True)
        }

    def of(self, words: str) -> Any:
        """The format for a cell with these words."""
        return self._body[runs_right_to_left(words), words.lstrip().startswith(_FORMULA_SIGNS)]


def _write_rows(sheet: Any, listing: Listing, cells: _Formats) -> None:
    widths = [column.width for column in listing.columns]
    _set_widths(sheet, widths)
    for place, column in enumerate(listing.columns):
        sheet.write_string(0, place, column.title, cells.head)
    last = 0
    for row in listing.rows:
        last += 1
        _write_row(sheet, last, row, widths, cells)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(widths) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    if listing.direction == "rtl":
        sheet.right_to_left()
    sheet.repeat_rows(0)
    _print_well(sheet)


def _write_about(sheet: Any, listing: Listing, cells: _Formats) -> None:
    _set_widths(sheet, _ABOUT_WIDTHS)
    for number, pair in enumerate(listing.about):
        _write_row(sheet, number, pair, _ABOUT_WIDTHS, cells)
    _print_well(sheet)


def _set_widths(sheet: Any, widths: Sequence[int]) -> None:
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)


def _write_row(
    sheet: Any, number: int, row: Sequence[str], widths: Sequence[int], cells: _Formats
) -> None:
    """As high as its words need: not every program finds that out when it opens the file."""
    lines = max(map(_lines, row, widths), default=1)
    sheet.set_row(number, LINE * min(lines, MOST_LINES))
    for place, words in enumerate(row):
        if words:
            sheet.write_string(number, place, _fitting(words), cells.of(words))


def _lines(words: str, width: int) -> int:
    return sum(1 + max(0, len(line) - 1) // width for line in words.split("\n"))


def _print_well(sheet: Any) -> None:
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_print_scale(_PRINTED_AT)
    sheet.set_footer("&L&A&R&P / &N")


def _fitting(words: str) -> str:
    return words if len(words) <= CELL_LIMIT else words[: CELL_LIMIT - len(_CUT)] + _CUT
