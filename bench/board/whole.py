"""Five runs of everything about the board, one result: medians, spreads; must not measure."""

import time
from collections.abc import Iterator
from typing import Any

from bench.board import hub, near, planted, reads, screen, search
from bench.board.ground import NOTES, full_house
from bench.board.results import keep, summed
from bench.figures import Row
from bench.machine import described

RUNS = 5


def run(runs: int = RUNS) -> dict[str, Any]:
    """Measures everything so many times in turn, and writes the results."""
    print(f"About {runs + 1} minutes for the board.", flush=True)
    surroundings, began = described(), time.monotonic()
    print(planted.catch(), flush=True)
    arriving, rows = near.Arriving(), list[Row]()
    for number in range(1, runs + 1):
        rows += _once(number, arriving)
        print(f"board {number}/{runs} {time.monotonic() - began:5.0f} s", flush=True)
    took = round(time.monotonic() - began)
    results = {"took_s": took, **surroundings, "notes": NOTES, "runs": runs}
    results["rows"] = [*summed(rows), *near.found()]
    keep(results)
    return results


def _once(number: int, arriving: near.Arriving) -> Iterator[Row]:
    """What writes has a house of its own: the next part finds it as it was."""
    with full_house() as house:
        yield from reads.measure(house)
    with full_house() as house:
        yield from hub.measure(house, number)
    with full_house() as house:
        yield from screen.measure(house)
    with full_house() as house:
        yield from search.measure(house)
    yield from arriving.measure(number)
