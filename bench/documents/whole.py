"""Five runs of everything about documents, one result: medians and ratios; must not measure."""

import tempfile
import time
from pathlib import Path
from typing import Any

import pypandoc

from bench.documents import notes, planted
from bench.documents.results import keep, ratios, summed
from bench.documents.writing import Written
from bench.figures import Row
from bench.machine import described

RUNS = 5


def run(runs: int = RUNS) -> dict[str, Any]:
    """Measures everything so many times in turn, and writes the results."""
    surroundings, began = described(), time.monotonic()
    surroundings["versions"]["pandoc"] = pypandoc.get_pandoc_version()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="bench-documents-") as name:
        written = Written(Path(name))
        print(planted.catch(written, Path(name)), flush=True)
        for number in range(1, runs + 1):
            rows += ({**row, "run": number} for row in written.measure())
            print(f"files {number}/{runs} {time.monotonic() - began:4.0f} s", flush=True)
        rows += ({**row, "run": 1} for row in notes.measure(Path(name)))
    results = {
        "took_s": round(time.monotonic() - began),
        **surroundings,
        "runs": runs,
        "rows": summed(rows),
        "ratios": list(ratios(rows)),
    }
    keep(results)
    return results
