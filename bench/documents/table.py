"""The documents' part of docs/benchmarks.md, with their goals; must not measure."""

from collections.abc import Iterator, Mapping
from typing import Any

from bench.goals import Goal
from bench.markdown import goals_table, table

Results = Mapping[str, Any]
COLUMNS = (("CPU ms", "cpu_ms"), ("wall ms", "wall_ms"), ("most memory MiB", "peak_mib"))
THIRD = 1 / 3
MEMORY = 300  # MiB


def sections(results: Results) -> list[str]:
    """Headings and tables, with what was measured and when."""
    return [
        "## Documents",
        _when(results),
        table(("what", "who"), COLUMNS, results["rows"]),
        "### Goals of documents",
        goals_table(goals(results)),
    ]


def goals(results: Results) -> Iterator[Goal]:
    """Every goal of documents, in the order of the page."""
    for found in results["ratios"]:
        if found["field"] == "cpu_ms":
            words = f"a 200-page proceedings to docx, of {found['peer']}'s time: at most a third"
            told = f"{found['median']:.2f} ({found['least']:.2f}-{found['most']:.2f})"
            yield Goal(words, told, found["median"] <= THIRD)
    for row in results["rows"]:
        if row["part"] == "notes":
            words = f"{row['what']}: memory below {MEMORY} MiB"
            yield Goal(words, f"{row['peak_mib']:.0f} MiB", row["peak_mib"] < MEMORY)


def _when(results: Results) -> str:
    machine, versions = results["machine"], results["versions"]
    return (
        f"Measured {results['measured_at'][:10]}, commit {results['commit']}, on {machine['cores']}"
        f" cores ({machine['cpu']}), pandoc {versions['pandoc']}; load in the fifteen minutes"
        f" before {machine['load_before']}. {results['runs']} runs in turn: medians, least and"
        " most in brackets. Each figure is of a whole process, from its start to the written file."
    )
