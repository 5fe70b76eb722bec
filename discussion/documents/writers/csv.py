"""Rows as a file for spreadsheets; it must not know what the rows say."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

_BEGINS_A_FORMULA = re.compile(r"""(?:^|(?<=[;\t\r\n]))(?=["\s]*[=+\-@＝＋－＠])|^(?=[\t\r\n])""")
"""Where some spreadsheet may begin a cell that it would take for a formula.

Japanese ones take the wide signs, too. Where the comma is the decimal sign, Excel looks neither
for commas nor for quotes inside a line: there a cell begins after any semicolon, and a row at
any line's end.
"""


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with the mark Excel looks for; no cell can be taken for a formula.

    What would begin one gets an apostrophe in front (OWASP, "CSV Injection"): words typed at a
    table must not run on the computer of whoever opens the file. None is empty.
    """
    written = io.BytesIO()
    write_csv_to(written, header, rows)
    return written.getvalue()


def write_csv_to(file: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """The same, row by row into a file, which stays open."""
    lines = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(lines)
    writer.writerow([_cell(name) for name in header])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    lines.flush()
    lines.detach()


def _cell(value: object) -> str:
    words = "" if value is None else str(value)
    return _BEGINS_A_FORMULA.sub("'", words)
