"""What the board's figures should be at most, beside what they are; must not know how they came."""

from collections.abc import Iterator, Mapping
from typing import Any

from bench.goals import Goal

Results = Mapping[str, Any]
WORK = 100  # milliseconds of a browser, or of a new note's twins
TOUCHED = ("key ", "a letter", "another order")


def goals(results: Results) -> Iterator[Goal]:
    """Every goal of the board, in the order of the page."""
    first = "first rows, without what an empty board costs"
    yield _below(results, first, "browser", first, "p50_ms", WORK)
    keys = [
        row
        for row in _rows(results, "browser")
        if row["who"] == "discussion" and row["what"].startswith(TOUCHED)
    ]
    words = f"browser work of every key, letter and order, p95: at most {WORK} ms"
    if keys:
        worst = max(keys, key=lambda row: float(row["p95_ms"]))
        told = f"{worst['what']}: {worst['p95_ms']:.0f} ms"
        yield Goal(words, told, worst["p95_ms"] <= WORK)
    else:
        yield Goal(words, "not measured", None)
    yield _below(results, "a new note and its twins, p95", "near", "a new note", "p95_ms", WORK)
    words = "key to durable acknowledgement while five boards are open, p99"
    yield _below(results, words, "hub", "40 typing, 5", "ack_p99_ms", 60)
    yield _below(results, "a frame of five boards, p99", "hub", "40 typing, 5", "board_p99_ms", 300)


def _below(results: Results, words: str, part: str, what: str, field: str, limit: float) -> Goal:
    words = f"{words}: at most {limit} ms"
    for row in _rows(results, part):
        if row["who"] == "discussion" and row["what"].startswith(what):
            return Goal(words, f"{row[field]:.0f} ms", row[field] <= limit)
    return Goal(words, "not measured", None)


def _rows(results: Results, part: str) -> list[Mapping[str, Any]]:
    return [row for row in results["rows"] if row["part"] == part]
