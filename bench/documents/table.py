"""The documents' part of docs/benchmarks.md, with their goals; must not measure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.documents.results import JSON, MARKDOWN
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
    ("pptx", "pptx", None, "60 slides to pptx, of {peer}'s time for the same; no goal is set"),
)
"""Ours, pandoc's, how much of its time ours may take, and both in words."""
PEERS = {"docx": (MARKDOWN, JSON)}
"""Which of pandoc's two ways a goal is held to; else the one that starts from a written text."""


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
        for peer in PEERS.get(part, (MARKDOWN,)):
            whole, begun = (
                _ratio(results["ratios"], (part, of), peer, started=s) for s in (False, True)
            )
            if whole and begun:
                told = f"{_told(begun)}; with their starts {_told(whole)}"
                met = None if most is None else begun["median"] <= most
                yield Goal(words.format(peer=peer), told, met)
    for row in results["rows"]:
        if row["part"] == "notes":
            words = f"{row['what']}: memory below {MEMORY} MiB"
            yield Goal(words, f"{row['peak_mib']:.0f} MiB", row["peak_mib"] < MEMORY)


def _ratio(
    found: Sequence[Ratio], files: tuple[str, str], peer: str, *, started: bool
) -> Ratio | None:
    """Of processor time: of whole processes, or once they are started."""
    wanted = {"part": files[0], "of": files[1], "peer": peer, "field": "cpu_ms", "started": started}
    return next((each for each in found if wanted.items() <= each.items()), None)


def _told(found: Ratio) -> str:
    return f"{found['median']:.2f} ({found['least']:.2f}-{found['most']:.2f})"


def _when(results: Results) -> str:
    machine, versions = results["machine"], results["versions"]
    return (
        f"Measured {results['measured_at'][:10]}, commit {results['commit']}, on {machine['cores']}"
        f" cores ({machine['cpu']}), pandoc {versions['pandoc']}; load in the fifteen minutes"
        f" before {machine['load_before']}. {results['runs']} runs in turn: medians, least and"
        " most in brackets. Each row is of a whole process, from its start to the written file;"
        " what that costs before there is a word to write stands in rows of its own. Goals are"
        " judged without it, on both sides, since the house writes all documents of a build in one"
        " process; the figure with it stands behind. pandoc makes no PDF by itself, so that ours is"
        " held to its Word file."
    )
