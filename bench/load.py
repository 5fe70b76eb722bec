"""Who types what and when, and when the others saw it; must not know how a server is spoken to.

Typing is an open loop: every key has its moment in advance, whatever the server does, and a
character's latency counts from that moment. Two people sit at each table; people who watch see
every table.
"""

import heapq
import random
import time
from asyncio import sleep
from collections.abc import Callable, Sequence
from itertools import count
from typing import Protocol

clock = time.perf_counter

SLOWEST, QUICKEST = 0.3, 0.1  # seconds between two keys of a person: five a second on average
SEATS = 2
WORDS = (
    "jobs posted online are not checked and fees are asked before anybody is hired so that "
    "the region needs one register of agencies a line to call and staff who can answer it "
)
AT_ONCE = 100  # keys and timers between two looks at the network
REST = 0.001  # seconds: a generator that never rests takes a core from the server


class Types(Protocol):
    """A client that can be made to press a key."""

    def key(self, number: int, letter: str, due: float) -> None:
        """Presses a person's key of that number; ``due`` is when it was to be pressed."""


class Load:
    """One row's typing, and every latency seen of it."""

    def __init__(self, typing: int, watching: int, seed: int) -> None:
        self.typing, self.watching = typing, watching
        self.tables = typing // SEATS
        self.due: list[list[float]] = [[] for _ in range(typing)]
        self.to_peer: list[float] = []
        self.to_watcher: list[float] = []
        self.acknowledged: list[float] = []
        self.lag: list[float] = []  # seconds by which the generator itself was late with a key
        self.delivered = 0
        self.missed = 0  # characters that were passed over: a later one of the same person came
        self.refused = 0
        self.begun, self.ended = float("inf"), float("inf")
        self.readers: list[Reader] = []
        self._random = random.Random(seed)
        self._timers: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()

    def letter(self, typist: int, number: int) -> str:
        """What a person types: small letters in the first seat, capitals in the second."""
        place = number + typist // SEATS
        letter = WORDS[place % len(WORDS)]
        return letter if typist % SEATS == 0 else letter.upper().replace(" ", ".")

    def words(self, typist: int, upto: int | None = None) -> str:
        """All a person has typed so far, or their first characters."""
        end = len(self.due[typist]) if upto is None else upto
        return "".join(self.letter(typist, number) for number in range(end))

    def at(self, when: float, step: Callable[[], None]) -> None:
        """Has the driver do something at a moment of ``clock``."""
        heapq.heappush(self._timers, (when, next(self._numbers), step))

    async def drive(self, clients: Sequence[Types], seconds: float) -> None:
        """Presses every key at its moment for so many seconds; done when the last was pressed."""
        start = clock()
        keys = self._plan(start, start + seconds)
        place, end = 0, start + seconds
        while (now := clock()) < end:
            stop = min(len(keys), place + AT_ONCE)
            while place < stop and keys[place][0] <= now:
                due, typist = keys[place]
                place += 1
                self._press(clients[typist], typist, due)
            self._tick(now)
            upcoming = keys[place][0] if place < len(keys) else end
            await sleep(max(REST, min(upcoming, self._next_timer(end), end) - clock()))

    async def settle(self, patience: float) -> float:
        """Waits until everybody has seen everything, at most so long; the seconds it took."""
        start = clock()
        while clock() - start < patience and (self.outstanding() or self._timers):
            self._tick(clock())
            await sleep(0.01)
        return clock() - start

    def outstanding(self) -> int:
        """Characters that somebody who should has not seen."""
        return sum(reader.outstanding() for reader in self.readers)

    def begin(self) -> None:
        """From now on it counts."""
        self.begun, self.delivered = clock(), 0

    def end(self) -> None:
        """What is typed from now on does not count any more."""
        self.ended = clock()

    def counts(self, due: float) -> bool:
        """Whether a key pressed at that moment is measured."""
        return self.begun <= due < self.ended

    def heard(self, due: float) -> None:
        """The server has confirmed a character."""
        if self.begun <= due < self.ended:
            self.acknowledged.append(clock() - due)

    def give_up(self) -> None:
        """Counts what was never seen with the time it has been awaited for by now."""
        now = clock()
        for reader in self.readers:
            for typist, seen in reader.have.items():
                late = [now - due for due in self.due[typist][seen:] if self.counts(due)]
                reader.sink.extend(late)

    def _plan(self, start: float, end: float) -> list[tuple[float, int]]:
        keys = []
        for typist in range(self.typing):
            due = start + self._random.uniform(0, SLOWEST)
            while due < end:
                keys.append((due, typist))
                due += self._random.uniform(QUICKEST, SLOWEST)
        return sorted(keys)

    def _press(self, client: Types, typist: int, due: float) -> None:
        number = len(self.due[typist])
        self.due[typist].append(due)
        if self.begun <= due < self.ended:
            self.lag.append(clock() - due)
        client.key(number, self.letter(typist, number), due)

    def _tick(self, now: float) -> None:
        for _ in range(AT_ONCE):
            if not self._timers or self._timers[0][0] > now:
                return
            heapq.heappop(self._timers)[2]()

    def _next_timer(self, default: float) -> float:
        return self._timers[0][0] if self._timers else default


class Reader:
    """One screen: how much of which people's typing it shows."""

    def __init__(self, load: Load, typists: Sequence[int], sink: list[float]) -> None:
        self.load, self.sink = load, sink
        self.have = dict.fromkeys(typists, 0)
        self._early: dict[int, set[int]] = {}
        load.readers.append(self)

    def shows(self, typist: int, upto: int) -> None:
        """The screen now shows a person's first ``upto`` characters."""
        load, first = self.load, self.have[typist]
        if upto <= first:
            return
        self.have[typist] = upto
        load.delivered += upto - first
        now, begun, ended = clock(), load.begun, load.ended
        for due in load.due[typist][first:upto]:
            if begun <= due < ended:
                self.sink.append(now - due)

    def hears(self, typist: int, number: int, length: int = 1) -> None:
        """Characters arrived; those before them that did not come are lost."""
        have, load = self.have, self.load
        gap = number - have[typist]
        if gap > 0:
            load.missed += gap
            have[typist] = number
        if gap < 0 or length > 1:
            self.shows(typist, number + length)
            return
        have[typist] = number + 1  # what nearly always happens, without a detour
        load.delivered += 1
        due = load.due[typist][number]
        if load.begun <= due < load.ended:
            self.sink.append(clock() - due)

    def gathers(self, typist: int, number: int) -> None:
        """One character arrived, of a server that does not keep them in their order.

        What comes before its predecessors is shown with them, as an editor would have to.
        """
        if number != self.have[typist]:
            self._early.setdefault(typist, set()).add(number)
            return
        early, upto = self._early.get(typist), number + 1
        while early and upto in early:
            early.remove(upto)
            upto += 1
        self.shows(typist, upto)

    def outstanding(self) -> int:
        """Characters typed by now that this screen does not show."""
        return sum(len(self.load.due[typist]) - seen for typist, seen in self.have.items())
