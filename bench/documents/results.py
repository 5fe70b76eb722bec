"""What was found of documents: summed up, kept, read again; must not know how it was measured."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.figures import Row, ratio, summary

RESULTS = Path(__file__).resolve().parents[1] / "results" / "documents.json"
PEERS = ("pandoc, from Markdown", "pandoc, from its own JSON")


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
    """Our share of each peer's time, run by run."""
    told: list[Mapping[str, object]] = []
    for peer in PEERS:
        for field in ("cpu_ms", "wall_ms"):
            found = ratio(_by_run(rows, "discussion", field), _by_run(rows, peer, field))
            if found:
                told.append({"part": "docx", "peer": peer, "field": field, **found})
    return told


def _by_run(rows: Sequence[Row], who: str, field: str) -> dict[int, float]:
    return {
        int(str(row["run"])): float(str(row[field]))
        for row in rows
        if row["part"] == "docx" and row["who"] == who
    }
