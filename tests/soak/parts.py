"""What can be run for hours: each part opens what it needs and hands out trials by seed."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from playwright.sync_api import sync_playwright

from tests.journeys.evening import complaints, play
from tests.journeys.kills import kill
from tests.journeys.reborn import reborn
from tests.journeys.troubles import TROUBLES
from tests.kit.browser import ARGUMENTS, chromium
from tests.kit.server import Server, new_server
from tests.live.simulation import broken
from tests.soak.race import racing
from tests.web.flooded import GROWTH, attacked, crowded_house, measured, unbearable
from tests.web.hostiles import ATTACKS

KILLS, SEEDS, LETTERS = 60, 10_000, 150  # in one trial
TABLES, RAPPORTEURS = 30, 2
NOTES = 12_500  # on the boards
SLOPE = 1.0  # MB a minute that memory may grow by, once ten minutes have passed
HURRY = {"DISCUSSION_COMMANDS_PER_SECOND": "2000", "DISCUSSION_COMMAND_BURST": "20000"}


@dataclass(frozen=True)
class Trial:
    """What one trial found: how often it tried, what did not hold, and more worth saying."""

    tried: int
    faults: list[str] = field(default_factory=list)
    told: str = ""


Run = Callable[[int], Trial]


@dataclass(frozen=True)
class Part:
    """One long proof; it ends at its ``goal``, or when its time is over."""

    name: str
    unit: str
    goal: int
    opened: Callable[[], AbstractContextManager[Run]]


@contextmanager
def kills() -> Iterator[Run]:
    """Sixty kills of a fresh house, by seed."""

    def run(seed: int) -> Trial:
        with tempfile.TemporaryDirectory() as folder, reborn(Path(folder)) as server:
            found = kill(server, times=KILLS, seed=seed)
            log = (server.data / "server.log").read_text("utf-8").splitlines()
        bugs = [line for line in log if "Error" in line][-3:] if found.faults else []
        return Trial(found.kills, bugs + found.faults, f"{found.promises} acknowledgements kept")

    yield run


@contextmanager
def seeds() -> Iterator[Run]:
    """Ten thousand runs of the simulation, on every core there is."""
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores) as pool:

        def run(number: int) -> Trial:
            first, share = number * SEEDS, SEEDS // cores + 1
            starts = range(first, first + SEEDS, share)
            ranges = [range(s, min(s + share, first + SEEDS)) for s in starts]
            faults = [fault for found in pool.map(broken, ranges) for fault in found]
            return Trial(SEEDS, faults, f"seeds {first} to {first + SEEDS - 1}")

        yield run


@contextmanager
def network() -> Iterator[Run]:
    """Every trouble of a venue's network once, side by side."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), headless=True, args=list(ARGUMENTS)
        )

        def run(_: int) -> Trial:
            with tempfile.TemporaryDirectory() as folder:
                verdicts = play(Path(folder), browser, TROUBLES)
            faults = [
                f"{trouble.name}: {told}"
                for trouble in TROUBLES
                for told in complaints(trouble, verdicts[trouble.name])
            ]
            words = sum(verdict.typed for verdict in verdicts.values())
            slowest = max(verdict.healed_after or 0 for verdict in verdicts.values())
            return Trial(len(TROUBLES), faults, f"{words} words, healed within {slowest:.1f} s")

        yield run
        browser.close()


@contextmanager
def flood() -> Iterator[Run]:
    """Every attack once, on one house that has to bear them all."""
    with tempfile.TemporaryDirectory() as folder, crowded_house(Path(folder)) as house:
        calm = measured(*house)

        def run(_: int) -> Trial:
            faults, told = [], []
            for attack in ATTACKS:
                with attacked(*house, attack):
                    cost = measured(*house, letters=LETTERS)
                told.append(f"{attack} {1000 * cost.p95:.0f} ms {cost.growth:+} MB")
                if unbearable(cost, calm) or cost.growth > GROWTH:
                    faults.append(f"while somebody {attack}: {cost}")
            return Trial(len(ATTACKS), faults, ", ".join(told))

        yield run


@contextmanager
def boards() -> Iterator[Run]:
    """One full house; in each trial two moderators decide on the same notes, five boards look."""
    with (
        tempfile.TemporaryDirectory() as folder,
        racing(Path(folder), NOTES, **HURRY) as race,
    ):

        def run(seed: int) -> Trial:
            asked, faults = race.round(Random(seed))
            return Trial(asked, faults, f"{len(race.boards)} boards compared")

        yield run


@contextmanager
def hours() -> Iterator[Run]:
    """One house, one rehearsed workshop after the other: 60 rapporteurs type in each."""
    with tempfile.TemporaryDirectory() as folder:
        server = new_server(Path(folder), **HURRY)
        server.start("--sample")
        measures: list[Measure] = []

        def run(seed: int) -> Trial:
            begun = time.monotonic()
            faults = _rehearse(server, Path(folder), seed)
            measures.append(_measure(server))
            faults += growth(measures)
            took = time.monotonic() - begun
            return Trial(1, faults, f"{measures[-1]}, a workshop in {took:.0f} s")

        try:
            yield run
        finally:
            server.kill()


@dataclass(frozen=True)
class Measure:
    """What the house holds while nobody is there."""

    at: float  # seconds of a steady clock
    memory: float  # MB
    files: int
    threads: int

    def __str__(self) -> str:
        return f"{self.memory:.0f} MB, {self.files} files, {self.threads} threads"


def growth(measures: list[Measure]) -> list[str]:
    """What grew since the first workshop, which fills caches and pools."""
    first, last = measures[0], measures[-1]
    faults, minutes = [], (last.at - first.at) / 60
    if minutes > 10 and (last.memory - first.memory) / minutes > SLOPE:
        faults.append(f"memory grew from {first.memory:.0f} to {last.memory:.0f} MB")
    if last.files > first.files + 5:
        faults.append(f"open files grew from {first.files} to {last.files}")
    if last.threads > first.threads + 2:
        faults.append(f"threads grew from {first.threads} to {last.threads}")
    return faults


def _rehearse(server: Server, folder: Path, seed: int) -> list[str]:
    out, link = folder / f"out{seed}", server.link("secretariat")
    crowd = ("--tables", str(TABLES), "--rapporteurs", str(RAPPORTEURS), "--seed", str(seed))
    where = ("--out", str(out), "--url", server.url, "--link", link)
    done = subprocess.run(
        [sys.executable, "-m", "discussion", "rehearse", *crowd, *where],
        capture_output=True,
        text=True,
    )
    if done.returncode == 0:
        return []
    return [f"the rehearsal of seed {seed} failed: {(done.stdout + done.stderr)[-600:]}"]


def _measure(server: Server) -> Measure:
    assert server.process is not None
    time.sleep(5)  # until those who left are known to have left
    process = Path(f"/proc/{server.process.pid}")
    status = (process / "status").read_text("ascii")
    memory, threads = (
        int(status.partition(f"{name}:")[2].split()[0]) for name in ("VmRSS", "Threads")
    )
    return Measure(time.monotonic(), memory / 1024, len(list((process / "fd").iterdir())), threads)


PARTS = (
    Part("kills", "kills", 2_000, kills),
    Part("seeds", "seeds", 1_000_000, seeds),
    Part("network", "troubles", 700, network),
    Part("flood", "attacks", 600, flood),
    Part("boards", "decisions", 100_000, boards),
    Part("hours", "workshops", 1_000, hours),
)
