"""An authority and its clients in one room without a network, for scripts of conversations.

The authority keeps the order of the real one: rebase, commit, then answers, then changes. What
is on its way stands in plain queues, so a test says what is delivered when, what is lost and
who reloads. Must not know how the real server stores or sends anything.
"""

import json
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from discussion.errors import Refused
from discussion.live import replica as live
from discussion.live.changes import Change
from discussion.live.replica import Edit, Received
from discussion.live.texts import accept

NO_FAULTS: frozenset[str] = frozenset()


@dataclass(eq=False)
class Connection:
    """Two queues that keep their order; whatever is in them is lost when it breaks."""

    up: deque[Any] = field(default_factory=deque)
    down: deque[Any] = field(default_factory=deque)


class Authority:
    """One text, its history, and who listens; nothing leaves before it is committed."""

    def __init__(self, *, limit: int = 100_000, faults: frozenset[str] = NO_FAULTS) -> None:
        self.text, self.version = "", 0
        self.history: list[Received] = []  # the kept end of it
        self.stored: dict[str, int] = {}  # version by command
        self.connections: list[Connection] = []
        self._limit, self._faults = limit, faults
        self._durable = ("", 0)
        self._answers: list[tuple[Connection, Any]] = []
        self._changes: list[Received] = []

    def take(self, connection: Connection, message: Any) -> None:
        """Carries out one message; what it leads to waits for ``commit``."""
        match message:
            case Edit():
                self._answers.append((connection, self._edit(message)))
                if "acknowledges before commit" in self._faults:
                    self._answer()
            case int() as since:
                connection.down.append(self._since(since))

    def commit(self) -> None:
        """Makes what was taken durable, then answers, then tells everybody."""
        self._durable = (self.text, self.version)
        self._answer()
        for connection in self.connections:
            connection.down.extend(self._changes)
        self._changes = []

    def crash(self) -> None:
        """Loses what is not committed, and every connection."""
        self.text, self.version = self._durable
        self.history = [one for one in self.history if one.version <= self.version]
        self.stored = {c: v for c, v in self.stored.items() if v <= self.version}
        self.connections, self._answers, self._changes = [], [], []

    def forget(self, *, keep: int) -> None:
        """Compacts the history to its last ``keep`` changes."""
        self.history = self.history[-keep:] if keep else []

    def _edit(self, edit: Edit) -> tuple[str, str, Any]:
        if edit.command in self.stored and "forgets commands" not in self._faults:
            return "answer", edit.command, self.stored[edit.command]
        since = [one.change for one in self.history if one.version > edit.base]
        try:
            accepted = accept(
                self.text,
                self.version,
                edit.change,
                base=edit.base,
                changes_since=since,
                limit=self._limit,
            )
        except Refused as refusal:
            return "refusal", edit.command, refusal.code
        self.text, self.version = accepted.text, accepted.version
        self.stored[edit.command] = accepted.version
        self._changes.append(Received(accepted.version, accepted.change, edit.command))
        self.history.append(self._changes[-1])
        return "answer", edit.command, accepted.version

    def _since(self, version: int) -> Any:
        text, durable = self._durable
        kept = [one for one in self.history if version < one.version <= durable]
        if len(kept) < durable - version:
            return "state", durable, text
        return "changes", kept

    def _answer(self) -> None:
        for connection, answer in self._answers:
            connection.down.append(answer)
        self._answers = []


class Client:
    """A person's browser with one text: a replica, its journal and perhaps a connection."""

    def __init__(
        self, name: str, authority: Authority, *, faults: frozenset[str] = NO_FAULTS
    ) -> None:
        self.name, self.authority = name, authority
        self.replica = live.fresh(0, "")
        self.journal = self.replica
        self.connection: Connection | None = None
        self.steps: list[list[Any]] = []  # what was asked of the replica, and what it became
        self.clean = True  # no merge has had to keep two readings
        self.merged = False
        self.recording = False
        self._faults, self._commands, self._copies = faults, 0, 0

    # What the person and the device do

    def types(self, words: str, at: int | None = None) -> None:
        """Types words at a place, or at the end."""
        place = len(self.replica.shown) if at is None else at
        self.changes([place, words] if place else [words])

    def changes(self, change: Change) -> None:
        """Any change to what is shown; nobody who types waits for the journal."""
        self._step("typed", change)

    def sends(self) -> None:
        """Freezes what was typed, writes the journal, then sends."""
        self.freezes()
        self.keep()

    def freezes(self) -> None:
        """Freezes what was typed; it leaves once the journal holds it."""
        if self.connection is None:
            return
        before = self.replica
        self._step("freeze", f"{self.name}-{self._commands}")
        if self.replica is not before:
            self._commands += 1
            if "writes the journal after sending" in self._faults:
                self.connection.up.append(self.replica.sent)

    def keep(self) -> None:
        """Writes the journal, and sends what waited for that."""
        fresh = self.replica.sent is not None and not self._kept(self.replica.sent)
        self.journal = self.replica
        if fresh:
            self.resends()

    def reloads(self) -> None:
        """Loses everything but the journal."""
        self.disconnects()
        kept = json.loads(json.dumps(live.as_json(self.journal)))
        self.replica = live.from_json(kept)
        if "folds the sent edit after a reload" in self._faults and self.replica.sent:
            self.replica = live.again(live.refused(self.replica, self.replica.sent.command, "x"))
        if self.recording:
            self.steps.append(["reload", [], live.as_json(self.replica), None])

    def copied(self) -> "Client":
        """Gives a copy of all its words away; whoever has it sends the same commands."""
        if not self.replica.refused:
            self._step("seal", f"{self.name}-{self._commands}")
            self._commands += 1
        self.journal = self.replica
        self._copies += 1
        name = f"{self.name}'s copy {self._copies}"
        courier = Client(name, self.authority, faults=self._faults)
        courier.replica = courier.journal = live.from_json(live.as_json(self.replica))
        courier.recording = self.recording
        courier.steps = [["reload", [], live.as_json(courier.replica), None]]
        return courier

    def connects(self) -> None:
        """Connects anew: asks for what was missed and sends the frozen edit again."""
        self.connection = Connection()
        self.authority.connections.append(self.connection)
        self.asks()
        self.resends()

    def disconnects(self) -> None:
        """Loses the connection and what is on it."""
        if self.connection in self.authority.connections:
            self.authority.connections.remove(self.connection)
        self.connection = None

    @contextmanager
    def offline(self) -> Iterator[None]:
        """Without a connection for a while."""
        self.disconnects()
        yield
        self.connects()

    def asks(self) -> None:
        """Asks for the changes since its version."""
        if self.connection is not None:
            self.connection.up.append(self.replica.version)

    def resends(self) -> None:
        """Sends the frozen edit again, as it was, if the journal holds it."""
        sent = self.replica.sent
        if self.connection is not None and not self.replica.refused and self._kept(sent):
            self.connection.up.append(sent)

    def _kept(self, edit: Edit | None) -> bool:
        kept = self.journal.sent
        return edit is not None and kept is not None and kept.command == edit.command

    # What arrives

    def hears(self, message: Any) -> None:
        """One message of the authority."""
        match message:
            case Received():
                self._changed([message])
            case ("changes", changes):
                self._changed(changes)
                if self.replica.refused == "stale":
                    self._step("again")
            case ("state", version, text):
                self._told(version, text)
            case ("answer", command, version):
                self._step("acknowledged", command, version)
            case ("refusal", command, code):
                self._step("refused", command, code)
                if code == "stale":
                    self.asks()

    def _changed(self, changes: list[Received]) -> None:
        if "does not know its own" in self._faults:
            changes = [Received(one.version, one.change, "") for one in changes]
        try:
            self._step("catch_up", changes)
        except live.Missing:
            self.asks()

    def _told(self, version: int, text: str) -> None:
        if "fresh state replaces words" in self._faults:
            self.replica = live.fresh(version, text)
        elif not self.replica.unacknowledged:
            self._step("renew", version, text)
        elif version > self.replica.version:
            _, change, clean = self._step("merge", version, text)
            if change is not None:
                self.clean, self.merged = self.clean and clean, True

    def _step(self, name: str, *arguments: Any) -> Any:
        result = getattr(live, name)(self.replica, *arguments)
        told = result if isinstance(result, tuple) else (result, None)
        self.replica = told[0]
        if self.recording:
            plain = [[vars(one) for one in a] if name == "catch_up" else a for a in arguments]
            self.steps.append([name, plain, live.as_json(self.replica), told[1]])
        return result


def deliver_up(person: Client) -> None:
    """All that the person has sent reaches the authority."""
    while person.connection is not None and person.connection.up:
        person.authority.take(person.connection, person.connection.up.popleft())


def deliver_down(person: Client) -> None:
    """All that the authority has sent reaches the person."""
    while person.connection is not None and person.connection.down:
        person.hears(person.connection.down.popleft())
