"""What a whole run measures and in which order; must not know how anything is measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LOADS = (40, 100, 200, 400, 800, 1600)
OVERHEAD = 7  # seconds a row takes beside what is measured: start, joining, warm-up, last words
PROMISE = 8  # seconds that joining or a kill takes
SLOW = 1_000  # milliseconds of p99; a server this slow is not asked to carry more


@dataclass(frozen=True)
class Step:
    """One thing to measure: a row of a server at a load, or what ``kind`` says."""

    kind: str  # "row", "join" or "kill"
    server: str
    run: int
    typing: int = 0


@dataclass(frozen=True)
class Plan:
    """Servers with the loads they are asked to carry, so many runs of each, in turn."""

    name: str
    loads: Mapping[str, tuple[int, ...]]
    runs: int
    seconds: float  # measured of each row, after the warm-up
    promises: tuple[str, ...] = ()  # servers whose joins and kills are measured

    def steps(self) -> Iterator[Step]:
        """Run by run, in each the loads upwards, at each load one server after the other."""
        for run in range(1, self.runs + 1):
            for load in sorted({load for loads in self.loads.values() for load in loads}):
                for server, loads in self.loads.items():
                    if load in loads:
                        yield Step("row", server, run, load)
            for kind in ("join", "kill"):
                yield from (Step(kind, server, run) for server in self.promises)

    def minutes(self) -> float:
        """About how long all of it takes, when nothing is left out."""
        took = {"row": self.seconds + OVERHEAD, "join": PROMISE, "kill": PROMISE}
        return sum(took[step.kind] for step in self.steps()) / 60


FULL = Plan(
    name="full",
    loads={
        "discussion": LOADS,
        "hocuspocus": LOADS,
        "relay": LOADS,
        "flask-socketio": LOADS,
        "flask-socketio-gevent": LOADS,
    },
    runs=5,
    seconds=7,
    promises=("discussion", "hocuspocus"),
)
QUICK = Plan(
    name="quick",
    loads={"discussion": (40, 400), "hocuspocus": (40, 400), "relay": (40, 400)},
    runs=3,
    seconds=6,
)


def too_slow(rows: list[Mapping[str, object]], step: Step) -> bool:
    """Whether a server was so slow, or failed, at a lower load that more is not asked of it."""
    for row in rows:
        if row["server"] == step.server and int(str(row["typing"])) < step.typing:
            slowest = row.get("p99_ms")
            if not isinstance(slowest, int | float) or slowest > SLOW:
                return True
    return False
