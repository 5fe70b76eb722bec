"""Rows as a file for spreadsheets; it must not know what the rows say."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # Japanese spreadsheets take the wide ones, too


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with the mark Excel looks for; no cell can be taken for a formula.

    A cell that begins like a formula gets an apostrophe in front (OWASP, "CSV Injection"): words
    typed at a table must not run on the computer of whoever opens the file. None is empty.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([_cell(name) for name in header])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    words = "" if value is None else str(value)
    return f"'{words}" if words.startswith(_FORMULA_STARTS) else words
