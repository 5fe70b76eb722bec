"""What the project has set itself, beside what was reached; must not know how it was measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bench.figures import highest

Results = Mapping[str, Any]
LIMIT = 250  # milliseconds of p99 within which a server is said to carry a load


@dataclass(frozen=True)
class Goal:
    """One goal in words, what was reached, and whether that is it: None when not measured."""

    words: str
    reached: str
    met: bool | None


def goals(results: Results) -> Iterator[Goal]:
    """Every goal of the comparison, in the order of the benchmark's page."""
    yield _nothing_lost(results)
    for typing, most in ((40, 1.0), (400, 0.85), (800, 0.75)):
        words = f"CPU per update at {typing} typing, of Hocuspocus's: at most {most}"
        yield _ratio(results, words, "row", typing, "cpu_ms_per_1000", most)
    yield from _carried(results)
    for field, words, limits in (
        ("p99_ms", "key to the other rapporteur's screen, p99", {40: 50, 800: 100}),
        ("ack_p99_ms", "key to durable acknowledgement, p99", {40: 60, 800: 120}),
        ("board_p99_ms", "key to the board, p99", {40: 300, 800: 300}),
    ):
        for typing, limit in limits.items():
            told = f"{words} at {typing} typing: at most {limit} ms"
            yield _below(_row(results, "discussion", typing), told, field, limit)
    words = "memory at 800 typing, of Hocuspocus's: at most 1"
    yield _ratio(results, words, "row", 800, "rss_mib", 1.0)
    words = "fifty join an hour-old sheet, of Hocuspocus's time: at most 1.5"
    yield _ratio(results, words, "join", 0, "all_in_ms", 1.5)
    words = "everybody back after a kill, of Hocuspocus's time: at most 1.5"
    yield _ratio(results, words, "kill", 0, "back_ms", 1.5)


def _nothing_lost(results: Results) -> Goal:
    kills = {kill["server"]: kill for kill in results["kills"]}
    words = "confirmed characters lost in any kill: 0"
    if "discussion" not in kills:
        return Goal(words, "not measured", None)
    told = "; ".join(
        f"{name} at worst {kill['lost']} of about {kill['confirmed']:.0f} confirmed"
        for name, kill in kills.items()
    )
    return Goal(words, f"{told}, in {kills['discussion']['runs']} kills each", _none_lost(kills))


def _none_lost(kills: Mapping[str, Any]) -> bool:
    return kills["discussion"]["lost"] == 0 and kills["discussion"]["not_back"] == 0


def _carried(results: Results) -> Iterator[Goal]:
    carried = {
        server: highest([r for r in results["rows"] if r["server"] == server], LIMIT)
        for server in {row["server"] for row in results["rows"]}
    }
    mine = carried.get("discussion", 0)
    for server, times in (("hocuspocus", 1), ("flask-socketio", 6)):
        words = f"typing people carried at p99 below {LIMIT} ms: {times} x {server}'s"
        if server not in carried:
            yield Goal(words, "not measured", None)
        else:
            told = f"{mine} and {carried[server]}"
            yield Goal(words, told, mine >= times * carried[server])


def _ratio(results: Results, words: str, kind: str, typing: int, field: str, most: float) -> Goal:
    wanted = {"kind": kind, "server": "discussion", "typing": typing, "field": field}
    for ratio in results["ratios"]:
        if wanted.items() <= ratio.items():
            spread = f"{ratio['least']:.2f}-{ratio['most']:.2f}"
            return Goal(words, f"{ratio['median']:.2f} ({spread})", ratio["median"] <= most)
    return Goal(words, "not measured", None)


def _below(row: Mapping[str, Any] | None, words: str, field: str, limit: float) -> Goal:
    if row is None or row.get(field) is None:
        return Goal(words, "not measured", None)
    return Goal(words, f"{row[field]:.0f} ms", row[field] <= limit)


def _row(results: Results, server: str, typing: int) -> Mapping[str, Any] | None:
    rows = (r for r in results["rows"] if (r["server"], r["typing"]) == (server, typing))
    return next(rows, None)
