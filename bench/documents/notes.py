"""Every note of the largest house as a spreadsheet, by the house's own command; must not judge."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.board.ground import full_house
from bench.documents.process import cost
from bench.figures import Row

NOTES = 37_500
FORMS = ("xlsx", "csv")


def measure(folder: Path) -> Iterator[Row]:
    """One row for each form."""
    with full_house(NOTES) as house:
        for form in FORMS:
            yield _row(folder, form, house.settings.database_url, house.prepared.workshop)


def _row(folder: Path, form: str, database: str, workshop: str) -> Row:
    file = folder / f"notes.{form}"
    command = [sys.executable, "-m", "discussion", "export", "contributions", form]
    found = cost(
        [*command, "--workshop", workshop, "-o", str(file)],
        folder,
        {"DISCUSSION_DATABASE_URL": database},
    )
    if form == "csv" and (lines := file.read_bytes().count(b"\n")) <= NOTES:
        raise SystemExit(f"{lines} lines were written of {NOTES} notes")
    return {"part": "notes", "what": f"{NOTES:,} notes to {form}", "who": "discussion", **found}
