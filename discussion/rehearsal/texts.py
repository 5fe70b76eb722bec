"""The live texts one player has on the screen, each with a caret; it must not know of sockets."""

import secrets
import time
from collections.abc import Sequence
from typing import Any

from discussion.live.changes import Change, move_caret
from discussion.live.replica import (
    Edit,
    Missing,
    Received,
    Replica,
    acknowledged,
    catch_up,
    freeze,
    fresh,
    renew,
    typed,
)


class Texts:
    """Replicas by text id. Whoever uses it holds the lock of the line it belongs to."""

    def __init__(self) -> None:
        self._replicas: dict[str, Replica] = {}
        self._carets: dict[str, int] = {}

    def shown(self, text: str) -> str:
        """What the player sees; nothing for a text that has not come yet."""
        return self._replica(text).shown

    def version(self, text: str) -> int:
        """The version the authority's text is known at."""
        return self._replica(text).version

    def saved(self, text: str) -> bool:
        """Whether every word typed here was acknowledged and stands in its place."""
        replica = self._replica(text)
        return replica.sent is None and not replica.pending

    def put_caret(self, text: str, place: int) -> None:
        """Where the player types from now on; others' words move the caret along."""
        self._carets[text] = place

    def type(self, text: str, words: str) -> None:
        """Types at the caret."""
        caret = self._carets[text]
        change: Change = [caret, words] if caret else [words]
        self._replicas[text] = typed(self._replica(text), change)
        self._carets[text] = caret + len(words)

    def take(self, text: str, command: str) -> Edit | None:
        """What is to be sent now as ``command``; None while an edit is in flight."""
        before = self._replica(text)
        self._replicas[text] = after = freeze(before, command)
        return after.sent if after is not before else None

    def acknowledge(self, text: str, command: str, version: int) -> None:
        """The authority has the edit."""
        self._replicas[text] = acknowledged(self._replica(text), command, version)

    def hear(self, entry: dict[str, Any]) -> bool:
        """A change from the authority; False when one before it is missing."""
        return self.catch_up(entry["text"], [entry])

    def catch_up(self, text: str, entries: list[dict[str, Any]]) -> bool:
        """All changes of a text since the known version; False when some are missing still."""
        changes = [Received(e["version"], e["change"], e["command"]) for e in entries]
        try:
            self._replicas[text], shown = catch_up(self._replica(text), changes)
        except Missing:
            return False
        if text in self._carets:
            # The caret stays behind the player's own words where two type at one place.
            self._carets[text] = move_caret(self._carets[text], shown, first=True)
        return True

    def refresh(self, text: str, version: int, words: str) -> bool:
        """The authority's present state; False when own words stand in its way."""
        replica = renew(self._replica(text), version, words)
        self._replicas[text] = replica
        return replica.version >= version

    def _replica(self, text: str) -> Replica:
        return self._replicas.get(text, fresh(0, ""))


def new_id() -> str:
    """An id of the client's own making: the time, then chance."""
    return f"{int(time.time() * 1000) % 16**8:08x}{secrets.token_hex(6)}"


def inserted(change: Sequence[Any]) -> int:
    """How many characters a change brings."""
    return sum(len(part) for part in change if isinstance(part, str))
