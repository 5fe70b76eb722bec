"""The board's part of docs/benchmarks.md; must not measure."""

from collections.abc import Mapping, Sequence
from typing import Any

from bench.board.goals import goals
from bench.markdown import goals_table, table

Results = Mapping[str, Any]
SPREAD = (("p50 ms", "p50_ms"), ("p95 ms", "p95_ms"), ("max ms", "max_ms"))
PARTS: tuple[tuple[str, str, Sequence[tuple[str, str]]], ...] = (
    ("The browser's work", "browser", (*SPREAD, ("stored after ms", "stored_ms"))),
    ("The server's work", "server", (*SPREAD, ("statements", "statements"), ("kB", "kb"))),
    (
        "Typing while boards are open",
        "hub",
        (
            ("hub ms per 1,000 keys", "hub_ms_per_1000"),
            ("CPU ms per 1,000 keys", "cpu_ms_per_1000"),
            ("boards' share", "share"),
            ("p50 ms", "p50_ms"),
            ("p95 ms", "p95_ms"),
            ("max ms", "max_ms"),
            ("ack p99 ms", "ack_p99_ms"),
            ("board p99 ms", "board_p99_ms"),
            ("opening ms", "opening_ms"),
            ("memory MiB", "rss_mib"),
            ("grown by MiB", "rss_grown_mib"),
            ("lost", "lost"),
        ),
    ),
    ("One board's memory at the server", "memory", (("MiB", "mib"),)),
    (
        "Searching",
        "search",
        (("rightly found", "right"), ("missed", "missed"), ("beside", "beside"), *SPREAD),
    ),
    ("Notes that say nearly the same: how fast", "near", SPREAD),
    (
        "Notes that say nearly the same: how well",
        "found",
        (("precision", "precision"), ("recall", "recall"), ("pairs", "pairs")),
    ),
)


def sections(results: Results) -> list[str]:
    """Headings and tables, with what was measured and when."""
    told = [f"## The board at {results['notes']:,} notes", _when(results)]
    for title, part, columns in PARTS:
        rows = [row for row in results["rows"] if row["part"] == part]
        told += [f"### {title}", table(("what", "who"), columns, rows)]
    return [*told, "### Goals of the board", goals_table(goals(results))]


def _when(results: Results) -> str:
    machine = results["machine"]
    return (
        f"Measured {results['measured_at'][:10]}, commit {results['commit']}, on {machine['cores']}"
        f" cores ({machine['cpu']}); load in the fifteen minutes before {machine['load_before']}."
        f" {results['runs']} runs in turn, {round(results['took_s'] / 60)} minutes in all: medians,"
        " least and most in brackets; of max the worst of all runs."
    )
