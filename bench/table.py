"""Writes the results down: a table for the terminal, and docs/benchmarks.md; must not measure."""

from collections.abc import Mapping
from typing import Any

from bench.board import table as board_table
from bench.documents import table as documents_table
from bench.goals import goals
from bench.markdown import MET, goals_table, table
from bench.servers import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
METHOD = ROOT / "bench" / "method.md"

Results = Mapping[str, Any]
COLUMNS = (  # heading, field
    ("CPU ms per 1,000", "cpu_ms_per_1000"),
    ("p50 ms", "p50_ms"),
    ("p95 ms", "p95_ms"),
    ("p99 ms", "p99_ms"),
    ("ack p99 ms", "ack_p99_ms"),
    ("watchers p99 ms", "board_p99_ms"),
    ("memory MiB", "rss_mib"),
    ("lost", "lost"),
)
JOINS = (
    ("alone ms", "alone_ms"),
    ("p50 ms", "p50_ms"),
    ("p99 ms", "p99_ms"),
    ("all in ms", "all_in_ms"),
)
KILLS = (
    ("confirmed", "confirmed"),
    ("lost", "lost"),
    ("start ms", "start_ms"),
    ("back ms", "back_ms"),
    ("not back", "not_back"),
)


def write_page(results: Results, board: Results | None, documents: Results | None) -> None:
    """Writes docs/benchmarks.md from the results of all parts."""
    PAGE.write_text(page(results, board, documents), "utf-8")


def page(results: Results, board: Results | None = None, documents: Results | None = None) -> str:
    """The whole page; ``board`` and ``documents``: what those parts found, if they were run."""
    parts = [
        "# Benchmarks",
        "Made by `make bench` from bench/results/; written by nobody.",
        _machine(results),
        "## The same typing",
        rows(results),
        _left_out(results),
        "## Joining a sheet that is an hour old",
        table(("server",), JOINS, results["joins"]),
        "## After `kill -9` while forty people type",
        table(("server",), KILLS, results["kills"]),
        "## Goals",
        goals_table(goals(results)),
        *(board_table.sections(board) if board else ()),
        *(documents_table.sections(documents) if documents else ()),
        METHOD.read_text("utf-8").strip(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def in_short(results: Results) -> str:
    """The rows, and those goals that this run says something about."""
    reached = [g for g in goals(results) if g.met is not None]
    told = [f"{MET[goal.met]:>3}  {goal.words}: {goal.reached}" for goal in reached]
    return "\n".join([rows(results), "", "Goals:", *told])


def rows(results: Results) -> str:
    """Every server at every load, the median with the spread behind it."""
    return table(("typing", "server"), COLUMNS, results["rows"])


def _machine(results: Results) -> str:
    machine, versions = results["machine"], results["versions"]
    named = ", ".join(f"{name} {version}" for name, version in versions.items())
    plan = results["plan"]
    return (
        f"{results['measured_at'][:10]}, commit {results['commit']}. {machine['cores']} cores"
        f" ({machine['cpu']}), {machine['memory_gib']} GiB, Linux {machine['kernel']};"
        f" load in the fifteen minutes before {machine['load_before']}. {named}."
        f" {plan['runs']} runs in turn, {plan['seconds']:g} s measured of each row,"
        f" {round(results['took_s'] / 60)} minutes in all: medians, least and most in brackets."
    )


def _left_out(results: Results) -> str:
    measured: dict[str, set[int]] = {}
    for row in results["rows"]:
        measured.setdefault(row["server"], set()).add(row["typing"])
    told = []
    for server, loads in results["plan"]["loads"].items():
        missing = [str(load) for load in loads if load not in measured.get(server, set())]
        if missing:
            told.append(f"{server}: {', '.join(missing)}")
    busy = [f"{r['server']} {r['typing']}" for r in results["rows"] if r["saturated"]]
    lines = []
    if told:
        lines.append(f"Not asked of a server that was too slow or failed below: {'; '.join(told)}.")
    if busy:
        lines.append(
            f"Here the generator itself was at its limit: {', '.join(busy)}. Their latencies say"
            " as much about it as about the server."
        )
    return "\n\n".join(lines)
