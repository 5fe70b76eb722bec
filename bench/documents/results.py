"""What was found of documents: summed up, kept, read again; must not know how it was measured."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.figures import Row, ratio, summary

RESULTS = Path(__file__).resolve().parents[1] / "results" / "documents.json"
OURS, MARKDOWN, JSON = "discussion", "pandoc, from Markdown", "pandoc, from its own JSON"
START = "nothing"
"""In the part of a row that says what a program costs before it has anything to write."""

COMPARED = (("docx", "docx"), ("pdf", "docx"), ("pptx", "docx"), ("pptx", "pptx"))
"""Which of our files is set against which of pandoc's; it makes no PDF without another program."""


def keep(results: Row) -> None:
    """Writes the results down."""
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")


def latest() -> dict[str, Any] | None:
    """The results of the latest run, or None."""
    return dict(json.loads(RESULTS.read_text("utf-8"))) if RESULTS.exists() else None


def summed(rows: Sequence[Row]) -> list[Row]:
    """One row for each thing measured, in the order of the first run."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        told = {name: value for name, value in row.items() if name != "run"}
        found.setdefault((row["part"], row["what"], row["who"]), []).append(told)
    return [summary(each, worst=("peak_mib",)) for each in found.values()]


def ratios(rows: Sequence[Row]) -> list[Mapping[str, object]]:
    """Our share of each peer's time, run by run: of whole processes, and once both are started."""
    return [
        {"part": part, "of": of, "peer": peer, "field": field, "started": started, **found}
        for part, of in COMPARED
        for peer in (MARKDOWN, JSON)
        for field in ("cpu_ms", "wall_ms")
        for started, took in ((False, _whole), (True, _begun))
        if (found := ratio(took(rows, part, OURS, field), took(rows, of, peer, field)))
    ]


def _begun(rows: Sequence[Row], part: str, who: str, field: str) -> dict[int, float]:
    whole, start = (_whole(rows, each, who, field) for each in (part, f"{part} {START}"))
    return {run: max(0.0, whole[run] - start[run]) for run in whole if run in start}


def _whole(rows: Sequence[Row], part: str, who: str, field: str) -> dict[int, float]:
    return {
        int(str(row["run"])): float(str(row[field]))
        for row in rows
        if row["part"] == part and row["who"] == who
    }
