"""The made-up points of the sample record, read from the table beside it; not a test itself."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SamplePoint:
    """One point and the numbers of the tables whose notes it rests on."""

    topic: int
    subtopic: int | None
    kind: str
    statement: str
    tables: tuple[int, ...]
    countries: tuple[str, ...]
    language: str
    status: str


_ROWS = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))

POINTS = tuple(
    SamplePoint(**{**row, "tables": tuple(row["tables"]), "countries": tuple(row["countries"])})
    for row in _ROWS
)

SECRET_NOTES: tuple[tuple[int, str, str], ...] = (
    (1, "parked", "PARKED-NOTE about somebody's supplier"),
    (1, "out_of_scope", "OUT-OF-SCOPE-NOTE about the hotel"),
    (2, "withdrawn", "WITHDRAWN-NOTE a table took back"),
    (2, "returned", "RETURNED-NOTE not yet clear"),
    (3, "submitted", "UNREAD-NOTE nobody has decided on"),
    (3, "writing", "UNFINISHED-NOTE still being wri"),
)
"""Notes no output may show."""
