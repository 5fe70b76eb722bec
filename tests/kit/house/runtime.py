"""A fixed clock and counted ids, so that every run of a test is the same run."""

import hashlib
from datetime import UTC, datetime, timedelta

from discussion.services.work import Runtime

OPENING = datetime(2025, 7, 8, 9, 0, tzinfo=UTC)
SECRET = b"a secret of thirty-two characters, for tests only"


class Clock:
    """A clock that stands still until a test advances it."""

    def __init__(self) -> None:
        self.now = OPENING

    def advance(self, seconds: float = 0, *, hours: float = 0) -> datetime:
        """Moves time forward; the new moment."""
        self.now += timedelta(seconds=seconds, hours=hours)
        return self.now


class Counter:
    """Ids and secrets that count up: the same in every run, unlike each other."""

    def __init__(self, given: int = 0) -> None:
        self.given = given

    def ident(self) -> str:
        """20 digits and small letters."""
        self.given += 1
        return f"id{self.given:018d}"

    def secret(self) -> str:
        """32 hexadecimal digits."""
        return hashlib.sha256(self.ident().encode()).hexdigest()[:32]

    def salt(self) -> bytes:
        """16 bytes."""
        return bytes.fromhex(self.secret())


def new_runtime(counter: Counter | None = None) -> tuple[Runtime, Clock]:
    """A runtime in which everything is known beforehand, with its clock."""
    clock, counter = Clock(), counter or Counter()
    runtime = Runtime(
        now=lambda: clock.now,
        new_id=counter.ident,
        new_secret=counter.secret,
        new_salt=counter.salt,
        secret=SECRET,
    )
    return runtime, clock
