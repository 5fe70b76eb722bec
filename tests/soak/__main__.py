"""Runs the long proofs within so many minutes: ``make soak``; goes on from any trial.

Prints every trial, what was run in all, and the rate of failure that is thereby ruled out. Ends
with 1 when anything failed. It must not know what a trial does.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.soak.parts import PARTS, Part

TOLD = 12  # faults of one trial; what goes wrong first often spoils the rest


@dataclass(frozen=True)
class Outcome:
    """What a part ran: trials ``first`` to ``last``, and the ones that failed."""

    part: Part
    first: int
    last: int
    tried: int
    failed: tuple[int, ...]

    def __str__(self) -> str:
        said = f"{self.part.name}: {self.tried:,} {self.part.unit}, trials {self.first}-{self.last}"
        again = f"go on with: make soak PART={self.part.name} FROM={self.last + 1}"
        if self.failed:
            return f"{said}, FAILED in trials {', '.join(map(str, self.failed))}; {again}"
        return f"{said}, no failure: below {3 / self.tried:.3%} with 95 % confidence; {again}"


def main(arguments: Sequence[str]) -> int:
    """Runs the parts that are named, or all; 1 when one failed."""
    chosen = _parser().parse_args(arguments)
    parts = [part for part in PARTS if chosen.part in (None, part.name)]
    share = 60 * chosen.minutes / len(parts)
    print(f"{', '.join(p.name for p in parts)}: {chosen.minutes:g} minutes in all", flush=True)
    outcomes = [run(part, seconds=share, first=chosen.first) for part in parts]
    print("\n".join(map(str, outcomes)), flush=True)
    return int(any(outcome.failed for outcome in outcomes))


def run(part: Part, *, seconds: float, first: int) -> Outcome:
    """One trial at least, and more until the part's goal is reached or its time is over."""
    until, number, tried, failed = time.monotonic() + seconds, first, 0, []
    with part.opened() as trial:
        while True:
            found = trial(number)
            tried += found.tried
            failed += [number] if found.faults else []
            print(f"{part.name} {number}: {found.tried} {part.unit}, {found.told}", flush=True)
            for fault in found.faults[:TOLD]:
                print(f"  FAILED {fault}", flush=True)
            if tried >= part.goal or time.monotonic() > until:
                return Outcome(part, first, number, tried, tuple(failed))
            number += 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make soak", description="The long proofs.")
    parser.add_argument("part", nargs="?", choices=[part.name for part in PARTS])
    parser.add_argument("--minutes", type=float, default=60, help="for all parts together")
    parser.add_argument("--first", type=int, default=0, help="the trial to begin with")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
