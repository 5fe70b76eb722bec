"""The documents' part of docs/benchmarks.md, with their goals; must not measure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.goals import Goal
from bench.markdown import goals_table, table

Results = Mapping[str, Any]
Ratio = Mapping[str, Any]
COLUMNS = (("CPU ms", "cpu_ms"), ("wall ms", "wall_ms"), ("most memory MiB", "peak_mib"))
MEMORY = 300  # MiB
GOALS = (
    ("docx", "docx", 1 / 3, "200 pages to docx, of {peer}'s time for the same: at most a third"),
    ("pdf", "docx", 1.0, "200 pages to pdf, of {peer}'s time to docx: at most that"),
    ("pptx", "docx", 1 / 5, "60 slides to pptx, of {peer}'s time for 200 pages: at most a fifth"),
    ("pptx", "pptx", 1 / 5, "60 slides to pptx, of {peer}'s time for the same: at most a fifth"),
)
"""Ours, pandoc's, how much of its time ours may take, and both in words."""


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
    for part, of, most, words in GOALS:
        for whole, begun in _pairs(results["ratios"], part, of):
            told = f"{_told(whole)}; once both are started {_told(begun)}"
            yield Goal(words.format(peer=whole["peer"]), told, whole["median"] <= most)
    for row in results["rows"]:
        if row["part"] == "notes":
            words = f"{row['what']}: memory below {MEMORY} MiB"
            yield Goal(words, f"{row['peak_mib']:.0f} MiB", row["peak_mib"] < MEMORY)


def _pairs(found: Sequence[Ratio], part: str, of: str) -> Iterator[tuple[Ratio, Ratio]]:
    """Each peer's two ratios of processor time: of whole processes, and once they are started."""
    cpu = [r for r in found if (r["part"], r["of"], r["field"]) == (part, of, "cpu_ms")]
    for whole in cpu:
        for begun in cpu:
            if begun["started"] and not whole["started"] and begun["peer"] == whole["peer"]:
                yield whole, begun


def _told(found: Ratio) -> str:
    return f"{found['median']:.2f} ({found['least']:.2f}-{found['most']:.2f})"


def _when(results: Results) -> str:
    machine, versions = results["machine"], results["versions"]
    return (
        f"Measured {results['measured_at'][:10]}, commit {results['commit']}, on {machine['cores']}"
        f" cores ({machine['cpu']}), pandoc {versions['pandoc']}; load in the fifteen minutes"
        f" before {machine['load_before']}. {results['runs']} runs in turn: medians, least and"
        " most in brackets. Each figure is of a whole process, from its start to the written file,"
        " and goals are judged by these. What a process costs before it has a word to write stands"
        " in rows of its own and is taken off both for the second figure of a goal."
    )
