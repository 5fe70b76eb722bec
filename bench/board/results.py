"""What was found of the board: summed up, kept, read again; must not know how it was measured."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.figures import Row, summary

RESULTS = Path(__file__).resolve().parents[1] / "results" / "board.json"
WORST = ("lost", "refused", "max_ms")


def summed(rows: Sequence[Row]) -> list[Row]:
    """One row for each thing measured, in the order of the first run."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in ("part", "what", "who")), []).append(row)
    return [summary(one, worst=WORST) for one in found.values()]


def share(without: Row, with_them: Row) -> float:
    """Of what a key costs the hub while boards are open, the part that is theirs (0 to 1)."""
    alone, together = (float(str(row["hub_ms_per_1000"])) for row in (without, with_them))
    return round(1 - alone / together, 3)


def keep(results: Row) -> None:
    """Writes the results down."""
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")


def latest() -> dict[str, Any] | None:
    """The results of the latest run, or None."""
    return dict(json.loads(RESULTS.read_text("utf-8"))) if RESULTS.exists() else None
