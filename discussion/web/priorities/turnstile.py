"""How many ballots may come at once; must not know what they say, nor keep whose they were.

A whole hall comes through one address, so an address has room for a thousand people within a
minute. That stops no script from sending some; it stops one from holding up those who write.
"""

from collections import Counter

from discussion.errors import DiscussionError

WINDOW = 60  # seconds
PER_DEVICE = 40  # ballots of one device in a window: somebody who cannot decide
PER_ADDRESS = 1_500
IN_ALL = 3_000  # 50 a second, which the writing thread does beside its work


class Turnstile:
    """What has passed in this minute; in memory, and forgotten with it."""

    def __init__(self) -> None:
        self._since = float("-inf")
        self._passed: Counter[str] = Counter()

    def let_through(self, address: str, device: str, now: float) -> None:
        """One more ballot; ``now`` in seconds. Raises ``marks_too_often``; then it is not counted.

        At most as many keys are remembered as ballots may pass in a window.
        """
        if now - self._since >= WINDOW:
            self._since = now
            self._passed.clear()
        bounds = {"all": IN_ALL, f"address {address}": PER_ADDRESS, f"device {device}": PER_DEVICE}
        if any(self._passed[key] >= bound for key, bound in bounds.items()):
            raise DiscussionError("marks_too_often", status=429)
        self._passed.update(bounds.keys())
