"""How often a wrong code may be tried; must not know what codes are for.

A ballroom shares one address, so only failures count, and the budget of one address is wide.
"""

from collections import defaultdict, deque

WINDOW = 300  # seconds
PER_ADDRESS = 40  # wrong codes from one address in a window
IN_ALL = 200  # from everywhere: against 60 cards this is one hit in 70 million windows


class Attempts:
    """The failures of the last minutes, in memory."""

    def __init__(self) -> None:
        self._by_address: defaultdict[str, deque[float]] = defaultdict(deque)
        self._all: deque[float] = deque()

    def seconds_to_wait(self, address: str, now: float) -> int:
        """0 when another attempt may be made, else in how many seconds."""
        waits = []
        for failures, limit in ((self._by_address[address], PER_ADDRESS), (self._all, IN_ALL)):
            while failures and failures[0] <= now - WINDOW:
                failures.popleft()
            if len(failures) >= limit:
                waits.append(int(failures[0] + WINDOW - now) + 1)
        if not self._by_address[address]:
            del self._by_address[address]
        return max(waits, default=0)

    def failed(self, address: str, now: float) -> None:
        """One more wrong code."""
        self._by_address[address].append(now)
        self._all.append(now)
