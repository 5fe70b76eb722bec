"""Writes the results down: a table for the terminal, and docs/benchmarks.md; must not measure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bench.goals import goals
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
MET = {True: "yes", False: "no", None: "-"}


def write_page(results: Results) -> None:
    """Writes docs/benchmarks.md from the results."""
    PAGE.write_text(page(results), "utf-8")


def page(results: Results) -> str:
    """The whole page."""
    parts = [
        "# Benchmarks",
        "Made by `make bench` from bench/results/latest.json; written by nobody.",
        _machine(results),
        "## The same typing",
        rows(results),
        _left_out(results),
        "## Joining a sheet that is an hour old",
        _table(("server",), JOINS, results["joins"]),
        "## After `kill -9` while forty people type",
        _table(("server",), KILLS, results["kills"]),
        "## Goals",
        _goals(results),
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
    return _table(("typing", "server"), COLUMNS, results["rows"])


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


def _goals(results: Results) -> str:
    lines = ["| Goal | Reached | |", "|---|---|---|"]
    lines += [f"| {goal.words} | {goal.reached} | {MET[goal.met]} |" for goal in goals(results)]
    return "\n".join(lines)


def _table(
    heads: Sequence[str], columns: Iterable[tuple[str, str]], found: Iterable[Mapping[str, Any]]
) -> str:
    columns = tuple(columns)
    lines = ["| " + " | ".join((*heads, *(heading for heading, _ in columns))) + " |"]
    lines.append("|" + "---|" * (len(heads) + len(columns)))
    for row in found:
        cells = [str(row[head]) for head in heads]
        cells += [_cell(row, field) for _, field in columns]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) if len(lines) > 2 else "Not measured."


def _cell(row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    if value is None:
        return "-"
    spread = row.get("spread", {}).get(field)
    return f"{_number(value)} ({'-'.join(map(_number, spread))})" if spread else _number(value)


def _number(value: float) -> str:
    return f"{value:.1f}" if abs(value) < 100 and value != int(value) else f"{value:,.0f}"
