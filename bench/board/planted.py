"""Faults that are planted before anything is measured: a benchmark that misses one is not run."""

from typing import Any

from bench.board import hub, screen
from bench.board.costs import reading
from bench.board.forms import judged
from bench.board.ground import full_house
from bench.board.reads import bare

SLOW = 100  # millions of turns that a key is made to do beside its work: about as many milliseconds
SEEN = 30  # milliseconds at least that must be seen of it
STATEMENTS = 30
FEW = 500  # notes
LATE = 600  # milliseconds at least, of a board that is told once a second


def catch() -> str:
    """What was seen of each; ends the program when one was not."""
    quick, slow = screen.planted(SLOW)
    if slow < quick + SEEN:
        raise SystemExit(
            f"A key that does {SLOW} million turns more was measured as {slow:.0f} ms."
        )
    with full_house(FEW) as house:
        row, _ = reading(lambda: bare(house), _talks, times=1)
        if row["statements"] != STATEMENTS:
            raise SystemExit(f"Of {STATEMENTS} statements {row['statements']} were counted.")
        late = hub.planted(house)
    if late < LATE:
        raise SystemExit(f"A board told once a second was measured {late:.0f} ms late.")
    blind = judged([], {"a note"})
    if not blind["missed"]:
        raise SystemExit("A search that finds nothing missed nothing.")
    return f"planted: {slow - quick:.0f} ms of work were seen, all statements, {late:.0f} ms late"


def _talks(transaction: Any) -> None:
    for _ in range(STATEMENTS):
        transaction.driver_connection.execute("SELECT 1").fetchall()
