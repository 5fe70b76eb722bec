"""docs/benchmarks.md says what the results say, and nothing else."""

import json

import pytest

from bench import table
from bench.board import results as board
from bench.documents import results as documents
from bench.goals import goals
from tests.house.sources import ROOT

LATEST = ROOT / "bench" / "results" / "latest.json"


def measured():
    """Three servers' rows, as a run leaves them."""
    return [
        {
            "server": server,
            "typing": typing,
            "cpu_ms_per_1000": cpu,
            "p50_ms": 9.0,
            "p95_ms": 20.0,
            "p99_ms": p99,
            "ack_p99_ms": 30.0,
            "board_p99_ms": 290.0,
            "rss_mib": 80.0,
            "lost": 0,
            "saturated": False,
            "spread": {"cpu_ms_per_1000": [cpu - 1, cpu + 1]},
            "runs": 5,
        }
        for server, typing, cpu, p99 in (
            ("discussion", 40, 30.0, 45.0),
            ("hocuspocus", 40, 40.0, 3.0),
            ("flask-socketio", 40, 90.0, 900.0),
        )
    ]


def results():
    """A small run's results."""
    head = {"kind": "row", "server": "discussion", "typing": 40, "field": "cpu_ms_per_1000"}
    kills = [
        {"server": "discussion", "confirmed": 700, "lost": 0, "not_back": 0, "runs": 5},
        {"server": "hocuspocus", "confirmed": 700, "lost": 650, "not_back": 0, "runs": 5},
    ]
    loads = {"discussion": [40], "hocuspocus": [40], "flask-socketio": [40, 100]}
    return {
        "plan": {"name": "full", "loads": loads, "runs": 5, "seconds": 8},
        "took_s": 120,
        "measured_at": "2026-11-23T10:00+00:00",
        "commit": "abc",
        "machine": {"cpu": "x", "cores": 2, "memory_gib": 8, "kernel": "6", "load_before": 0.1},
        "versions": {"python": "3.11"},
        "rows": measured(),
        "joins": [],
        "kills": kills,
        "ratios": [head | {"median": 0.75, "least": 0.7, "most": 0.8, "runs": 5}],
    }


def test_the_page_tells_medians_with_their_spread_and_what_was_left_out():
    page = table.page(results())
    assert "| 40 | discussion | 30 (29-31) | 9 | 20 | 45 | 30 | 290 | 80 | 0 |" in page
    assert "flask-socketio: 100" in page
    assert "Not measured." in page


def test_a_run_ends_with_the_goals_it_says_something_about():
    told = table.in_short(results())
    assert (
        "yes  CPU per update at 40 typing, of Hocuspocus's: at most 1.0: 0.75 (0.70-0.80)" in told
    )
    assert "not measured" not in told


def test_goals_say_what_was_reached_and_never_claim_what_was_not_measured():
    told = {goal.words: goal for goal in goals(results())}
    assert told["CPU per update at 40 typing, of Hocuspocus's: at most 1.0"].met is True
    assert told["CPU per update at 800 typing, of Hocuspocus's: at most 0.75"].met is None
    assert told["key to the other rapporteur's screen, p99 at 40 typing: at most 50 ms"].met
    assert told["confirmed characters lost in any kill: 0"].met is True


def test_one_lost_character_is_enough_to_fail():
    lossy = results()
    lossy["kills"][0]["lost"] = 1
    assert next(iter(goals(lossy))).met is False


def test_the_committed_page_is_made_from_the_committed_results():
    found = json.loads(LATEST.read_text("utf-8")) if LATEST.exists() else {}
    if found.get("plan", {}).get("name") != "full":
        pytest.skip("the latest run here was no whole one")
    assert table.PAGE.read_text("utf-8") == table.page(found, board.latest(), documents.latest())
