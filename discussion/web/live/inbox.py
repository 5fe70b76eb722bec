"""What one connection may send: bounded in rate and in what may wait unanswered."""

from dataclasses import dataclass, field

from discussion.domain.people import Actor

WAITING_LIMIT = 500  # commands of one connection that are not yet answered
ITEMS_FOR_ONE = 10  # notes and points in an answer that cost as much as one command
LARGEST_PRICE = 40  # of one answer, so that a page may read all it shows and still work


@dataclass
class Connection:
    """A socket with who is behind it, what it listens to and how much it may still send."""

    sid: str
    actor: Actor
    rate: float  # commands a second, sustained
    burst: int
    tokens: float
    refilled_at: float  # seconds of a steady clock
    waiting: int = 0
    channels: set[str] = field(default_factory=set)

    def admits(self, commands: int, now: float) -> bool:
        """Takes ``commands`` out of what the connection may send; False when it sends too much."""
        if self.waiting + commands > WAITING_LIMIT or not self._spends(commands, now):
            return False
        self.waiting += commands
        return True

    def may_ask(self, now: float) -> bool:
        """Takes one question out of the same allowance."""
        return self._spends(1, now)

    def charge(self, items: int) -> None:
        """Counts an answer by its size: reading a board costs the house what 40 commands do."""
        self.tokens -= min(items // ITEMS_FOR_ONE, LARGEST_PRICE)

    def answered(self, commands: int) -> None:
        """Lets go of commands that have their answer."""
        self.waiting = max(0, self.waiting - commands)

    def _spends(self, tokens: int, now: float) -> bool:
        self.tokens = min(self.burst, self.tokens + (now - self.refilled_at) * self.rate)
        self.refilled_at = now
        if tokens > self.tokens:
            return False
        self.tokens -= tokens
        return True


def new_connection(sid: str, actor: Actor, *, rate: int, burst: int, now: float) -> Connection:
    """A connection that may send a whole burst at once."""
    return Connection(sid, actor, float(rate), burst, float(burst), now)
