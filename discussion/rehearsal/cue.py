"""What everybody in a rehearsal shares: when to stop, and what was counted; it plays no part."""

import threading
import time
from collections import Counter
from collections.abc import Callable

from discussion.rehearsal.failure import RehearsalFailed

PROGRESS_EVERY = 1.0  # seconds between progress lines


class Cue:
    """Tells every player to stop once one has failed, and keeps the counts for the progress line.

    ``alive`` is asked now and then; it raises ``RehearsalFailed`` when the server has gone.
    """

    def __init__(self, alive: Callable[[], None] = lambda: None) -> None:
        self.failure: BaseException | None = None
        self.alive = alive
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def count(self, what: str, number: int = 1) -> None:
        """One more of something."""
        with self._lock:
            self._counts[what] += number

    def counted(self, what: str) -> int:
        """How many there are by now."""
        with self._lock:
            return self._counts[what]

    def stop(self, failure: BaseException | None = None) -> None:
        """Nobody goes on; the first failure is the one that is told."""
        with self._lock:
            self.failure = self.failure or failure
        self._stopped.set()

    def check(self) -> None:
        """Raises ``RehearsalFailed`` once the rehearsal is over."""
        self.alive()
        if self._stopped.is_set():
            raise self.failure or RehearsalFailed("The rehearsal was stopped.")


class Crew:
    """Players at work, each in a thread of their own."""

    def __init__(self, cue: Cue, tell: Callable[[], None]) -> None:
        """``tell`` prints the progress line."""
        self._cue = cue
        self._tell = tell

    def start(self, part: Callable[..., None], *arguments: object) -> threading.Thread:
        """Lets somebody begin; what goes wrong stops everybody."""
        thread = threading.Thread(target=self._play, args=(part, *arguments), daemon=True)
        thread.start()
        return thread

    def wait(self, threads: list[threading.Thread]) -> None:
        """Waits until all have ended, telling how it goes; raises the first failure."""
        told = time.monotonic()
        for thread in threads:
            while thread.is_alive():
                thread.join(0.1)
                if time.monotonic() - told >= PROGRESS_EVERY:
                    self._tell()
                    told = time.monotonic()
        self.raise_failure()

    def raise_failure(self) -> None:
        """Raises what stopped the rehearsal, if anything did."""
        if self._cue.failure is not None:
            raise self._cue.failure

    def _play(self, part: Callable[..., None], *arguments: object) -> None:
        try:
            part(*arguments)
        except BaseException as failure:  # noqa: BLE001 - told by whoever waits
            self._cue.stop(failure)
