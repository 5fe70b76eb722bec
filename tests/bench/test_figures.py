"""The benchmark's arithmetic says what happened, and its typing is what it claims to be."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from bench import yjs
from bench.figures import highest, per_thousand, percentile, percentiles, ratio, summary
from bench.load import Load, Reader
from bench.plan import FULL, QUICK, Step, too_slow
from tests.house.sources import ROOT


def test_a_percentile_is_a_value_that_was_seen():
    values = [5.0, 1.0, 4.0, 2.0, 3.0]
    assert percentile(values, 0.5) == 3.0
    assert percentile(values, 0.99) == 5.0
    assert percentile(values, 0.2) == 1.0
    assert percentile([7.0], 0.5) == 7.0
    assert percentile(range(1, 1001), 0.99) == 990
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_latencies_are_told_in_milliseconds_and_none_without_any():
    assert percentiles([0.001, 0.002], "ack_", 50, 99) == {"ack_p50_ms": 1.0, "ack_p99_ms": 2.0}
    assert percentiles([], "ack_", 99) == {"ack_p99_ms": None}


def test_cpu_is_counted_for_a_thousand_delivered_updates():
    assert per_thousand(0.5, 10_000) == 50.0
    assert per_thousand(0.5, 0) is None


def test_a_summary_is_the_median_with_its_spread_and_the_worst_loss():
    runs = [
        {"server": "a", "typing": 40, "p99_ms": p99, "lost": lost, "saturated": busy, "ack": None}
        for p99, lost, busy in ((9.0, 0, False), (5.0, 3, False), (7.0, 0, True))
    ]
    row = summary(runs)
    assert (row["p99_ms"], row["lost"], row["runs"], row["typing"]) == (7.0, 3, 3, 40)
    assert row["spread"] == {"p99_ms": [5.0, 9.0], "lost": [0, 3]}
    assert str(summary(runs[:2])["typing"]) == "40", "an even number of runs makes no fraction"
    assert row["saturated"] is True
    assert row["ack"] is None


def test_a_ratio_is_taken_run_by_run():
    assert ratio({1: 10.0, 2: 30.0, 3: 8.0}, {1: 20.0, 2: 30.0, 4: 1.0}) == {
        "median": 0.75,
        "least": 0.5,
        "most": 1.0,
        "runs": 2,
    }
    assert ratio({1: 10.0}, {2: 20.0}) is None


def test_a_load_counts_as_carried_only_when_all_below_it_were():
    rows = [
        {"typing": typing, "p99_ms": p99, "lost": 0}
        for typing, p99 in ((40, 20.0), (100, 300.0), (200, 90.0))
    ]
    assert highest(rows, 250) == 40
    assert highest(rows, 301) == 200
    assert highest([{"typing": 40, "p99_ms": None, "lost": 0}], 250) == 0
    assert highest([{"typing": 40, "p99_ms": 3.0, "lost": 1}], 250) == 0


def test_servers_take_turns_in_every_run():
    steps = list(QUICK.steps())
    assert [(s.server, s.typing) for s in steps[:4]] == [
        ("discussion", 40),
        ("hocuspocus", 40),
        ("relay", 40),
        ("discussion", 400),
    ]
    assert FULL.runs >= 5
    assert {step.kind for step in FULL.steps()} == {"row", "join", "kill"}


def test_more_is_not_asked_of_a_server_that_was_too_slow():
    step = Step("row", "a", 1, 400)
    assert too_slow([{"server": "a", "typing": 200, "p99_ms": 4_000.0}], step)
    assert too_slow([{"server": "a", "typing": 200, "failed": "gone"}], step)
    assert not too_slow([{"server": "a", "typing": 200, "p99_ms": 90.0}], step)
    assert not too_slow([{"server": "b", "typing": 200, "p99_ms": 4_000.0}], step)


def test_what_is_passed_over_or_never_seen_is_lost():
    load = Load(2, 0, seed=1)
    reader = Reader(load, [0], load.to_peer)
    load.due[0] = [0.0] * 5
    load.begun = -1.0
    for number in (0, 1, 3):  # the third character was dropped, the fifth never comes
        reader.hears(0, number)
    assert (load.missed, load.outstanding(), load.delivered) == (1, 1, 3)
    load.ended = 1.0
    load.give_up()
    assert len(load.to_peer) == 4


def test_characters_out_of_their_order_are_shown_in_it():
    load = Load(2, 0, seed=1)
    reader = Reader(load, [0], load.to_peer)
    load.due[0] = [0.0] * 3
    for number in (1, 2, 0):
        reader.gathers(0, number)
    assert (load.missed, load.outstanding(), load.delivered) == (0, 0, 3)


def test_keys_are_pressed_in_order_at_their_own_moments():
    class Keyboard:
        def __init__(self) -> None:
            self.words, self.moments = "", []

        def key(self, number: int, letter: str, due: float) -> None:
            assert number == len(self.words)
            self.words += letter
            self.moments.append(due)

    load, keyboards = Load(2, 0, seed=7), [Keyboard(), Keyboard()]
    with ThreadPoolExecutor(1) as apart:  # where no other test has left a loop running
        apart.submit(asyncio.run, load.drive(keyboards, 0.8)).result()
    assert [keyboard.words for keyboard in keyboards] == [load.words(0), load.words(1)]
    gaps = [b - a for k in keyboards for a, b in zip(k.moments, k.moments[1:], strict=False)]
    assert gaps and all(0.09 < gap < 0.31 for gap in gaps)
    assert load.words(0).islower() and load.words(1).isupper()


@pytest.mark.parametrize("number", [0, 1, 127, 128, 300, 2**32])
def test_numbers_are_written_and_read_as_lib0_does(number):
    written = yjs.whole(number)
    assert yjs.read_whole(written + b"x", 0) == (number, len(written))


def test_a_typed_character_is_read_back_from_its_update():
    for number in (0, 1, 500):
        name, kind, rest = yjs.read_message(yjs.typed("table-7", 3_000_000_001, number, "é"))
        assert (name, kind) == ("table-7", yjs.SYNC)
        step, update = yjs.read_sync(rest)
        assert step == yjs.UPDATE
        assert yjs.read_typed(update) == [(3_000_000_001, number, 1)]
    assert yjs.read_typed(yjs.runs({5: "ab", 9: "xyz"})) == [(9, 0, 3), (5, 0, 2)]


def test_the_benchmark_pauses_between_edits_as_the_page_does():
    script = (ROOT / "static" / "js" / "live" / "text.js").read_text("utf-8")
    played = (ROOT / "bench" / "servers" / "discussion_pages.py").read_text("utf-8")
    page = re.search(r"^const PAUSE = (\d+);", script, re.MULTILINE)
    bench = re.search(r"^PAUSE = ([\d.]+)", played, re.MULTILINE)
    assert page and bench, "one of the two calls its pause otherwise now"
    assert float(bench[1]) * 1000 == float(page[1])
