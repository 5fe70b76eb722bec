"""Whatever the network does, every replica ends with the authority's text and no word is lost."""

from collections import Counter

import pytest

from discussion.live import replica as live
from tests.live.simulation import FORGETFUL, NARROW, PLAIN, broken, simulate

SEEDS = 10_000
FAULTY_SEEDS = range(100)
FAULTS = (
    "folds the sent edit after a reload",
    "acknowledges before commit",
    "does not know its own",
    "forgets commands",
    "fresh state replaces words",
    "writes the journal after sending",
)


@pytest.mark.parametrize("quarter", range(4))
def test_every_promise_holds_in_ten_thousand_runs(quarter):
    size = SEEDS // 4
    assert broken(range(quarter * size, (quarter + 1) * size)) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_caught(fault):
    assert broken(FAULTY_SEEDS, faults=frozenset({fault}))


def test_a_tie_that_one_side_breaks_the_other_way_is_caught(monkeypatch):
    right = live.transform
    monkeypatch.setattr(
        live, "transform", lambda change, over, *, first: right(change, over, first=not first)
    )
    assert broken(FAULTY_SEEDS)


def test_the_runs_come_by_everything_a_replica_can_do():
    seen: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for seed in range(200):
        run = simulate(seed, recording=True)
        kinds[run.kind] += 1
        seen.update(step[0] for client in run.clients for step in client.steps)
        seen["two readings"] += sum(not client.clean for client in run.clients)
    assert min(kinds[kind] for kind in (PLAIN, NARROW, FORGETFUL)) >= 20
    assert {"typed", "freeze", "acknowledged", "catch_up", "reload", "refused"} <= set(seen)
    assert min(seen[rare] for rare in ("again", "renew", "merge", "two readings")) > 0
