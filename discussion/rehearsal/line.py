"""One player's live connection: commands up, frames down; it must not know what is typed, or why.

Whatever was not answered is sent again, word for word, after every loss of the connection; the
server answers a command it knows as it did before.
"""

import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from discussion.rehearsal.cue import Cue
from discussion.rehearsal.failure import Declined, RehearsalFailed
from discussion.rehearsal.texts import Texts, inserted, new_id
from discussion.rehearsal.visitor import Visitor
from discussion.rehearsal.wire import Socket

PATIENCE = 90.0  # seconds a player waits for anything before the rehearsal is given up
LOST_FOR = 20.0  # seconds a connection may stay lost
PAUSE = 0.5  # seconds before what was refused as too often, or not stored, is sent again
AT_ONCE = 10  # commands in one message; more at once would never fit a spent allowance
NEVER = float("inf")

Answer = Mapping[str, Any]


class Line:
    """A player's connection, what was seen on it, and the texts being typed on it."""

    def __init__(self, visitor: Visitor, cue: Cue, name: str) -> None:
        self.name = name
        self.lock = threading.Condition()
        self.texts = Texts()
        self.seen: dict[str, dict[str, dict[str, Any]]] = {}  # newest state by kind and id
        self.stored: set[str] = set()  # ids of acknowledged commands
        self._visitor = visitor
        self._cue = cue
        self._socket: Socket | None = None
        self._numbers: dict[str, int | None] = {}  # by channel; None until it has its state
        self._unanswered: dict[str, dict[str, Any]] = {}  # messages in the order of sending
        self._answers: dict[str, dict[str, Any]] = {}
        self._put_off: list[Callable[[], None]] = []  # questions refused as too often
        self._again_at = NEVER
        self._lost_at = NEVER

    def open(self) -> None:
        """Connects; raises ``RehearsalFailed`` when the server does not let the player in."""
        self._connect()

    def close(self) -> None:
        """Disconnects for good."""
        if self._socket is not None:
            self._socket.close()

    def cut(self) -> None:
        """Loses the connection as a bad network does: at once, without a goodbye."""
        with self.lock:
            if self._socket is not None:
                self._socket.cut()

    @property
    def connected(self) -> bool:
        """Whether the connection stands."""
        return self._socket is not None and self._socket.connected

    def follow(self, channel: str) -> None:
        """Listens to a channel and waits for its state."""
        with self.lock:
            self._numbers[channel] = None
            self._join(channel)
        self.until(lambda: self._numbers.get(channel) is not None, f"joining {channel}")

    def leave(self, channel: str) -> None:
        """Listens no longer."""
        with self.lock:
            self._numbers.pop(channel, None)
            if self._socket is not None:
                self._socket.emit("leave", {"channel": channel})

    def do(self, kind: str, /, **facts: Any) -> Answer:
        """Sends one command and waits until it is stored; raises ``Declined``."""
        (answer,) = self.do_all([(kind, facts)])
        if "refused" in answer:
            raise Declined(kind, answer["refused"])
        return answer

    def do_all(self, commands: Sequence[tuple[str, dict[str, Any]]]) -> list[Answer]:
        """Sends commands and waits for every answer, refusals among them."""
        messages = [{"id": new_id(), "do": kind, **facts} for kind, facts in commands]
        ids = [message["id"] for message in messages]
        with self.lock:
            self._send(messages)
        kinds = ", ".join(sorted({kind for kind, _ in commands}))
        self.until(lambda: all(i in self._answers for i in ids), f"an answer to {kinds}")
        with self.lock:
            return [self._answers.pop(i) for i in ids]

    def type(self, text: str, words: str) -> None:
        """Types at the caret; sent now, or behind the edit in flight."""
        with self.lock:
            self.texts.type(text, words)
            self._flush(text)

    def until(self, ready: Callable[[], bool], what: str, *, patience: float = PATIENCE) -> None:
        """Waits until ``ready``, which is asked under the lock, and keeps the line alive.

        Raises ``RehearsalFailed`` when it takes too long or the rehearsal is stopped.
        """
        deadline = time.monotonic() + patience
        while True:
            with self.lock:
                if ready():
                    return
                if self.connected and self._again_at > time.monotonic():
                    self.lock.wait(0.1)
            self._cue.check()
            self.tend()
            if time.monotonic() > deadline:
                raise RehearsalFailed(f"{self.name} waited {patience:.0f} s for {what}.")

    def tend(self) -> None:
        """Comes back after a loss, and sends again what was put off."""
        if not self.connected:
            self._come_back()
        with self.lock:
            if self._again_at <= time.monotonic():
                self._again_at = NEVER
                asked, self._put_off = self._put_off, []
                for ask in asked:
                    ask()
                self._emit(list(self._unanswered.values()))

    def _connect(self) -> None:
        def opened(sock: Socket) -> None:
            self._socket = sock

        Socket.connect(
            self._visitor,
            {
                "answers": self._safely(self._hear_answers),
                "frame": self._safely(self._hear_frame),
                "not_stored": lambda _: self._wait_a_moment(),
                "signed_out": lambda _: self._cue.stop(
                    RehearsalFailed(f"{self.name} was signed out by the server.")
                ),
            },
            opened,
        )

    def _come_back(self) -> None:
        now = time.monotonic()
        self._lost_at = min(self._lost_at, now)
        self.close()
        try:
            self._connect()
        except RehearsalFailed:
            if now - self._lost_at > LOST_FOR:
                raise
            time.sleep(PAUSE)
            return
        self._lost_at = NEVER
        self._cue.count("reconnections")
        with self.lock:
            self._put_off.clear()
            for channel in self._numbers:
                self._join(channel)
            self._emit(list(self._unanswered.values()))

    def _join(self, channel: str) -> None:
        if self._socket is None:
            return
        message: dict[str, Any] = {"channel": channel}
        if self._numbers.get(channel) is not None:
            message["since"] = self._numbers[channel]
        hear = self._safely(lambda answer: self._hear_joined(channel, answer))
        self._socket.emit("join", message, callback=hear)

    def _send(self, messages: list[dict[str, Any]]) -> None:
        for message in messages:
            self._unanswered[message["id"]] = message
        self._emit(messages)

    def _emit(self, messages: list[dict[str, Any]]) -> None:
        if self._socket is None or not self._socket.connected:
            return  # sent when the connection is back
        for start in range(0, len(messages), AT_ONCE):
            self._socket.emit("commands", messages[start : start + AT_ONCE])

    def _flush(self, text: str) -> None:
        edit = self.texts.take(text, new_id())
        if edit is not None:
            facts = {"text": text, "base": edit.base, "change": edit.change}
            self._send([{"id": edit.command, "do": "edit_text", **facts}])

    def _wait_a_moment(self) -> None:
        with self.lock:
            self._cue.count("put off")
            self._again_at = time.monotonic() + PAUSE

    def _hear_answers(self, answers: list[dict[str, Any]]) -> None:
        with self.lock:
            for answer in answers:
                if _too_often(answer):
                    self._wait_a_moment()
                elif answer["id"] in self._unanswered:
                    self._answered(self._unanswered.pop(answer["id"]), answer)
            self.lock.notify_all()

    def _answered(self, message: dict[str, Any], answer: dict[str, Any]) -> None:
        refused = answer.get("refused")
        if refused is None:
            self.stored.add(message["id"])
        if message["do"] != "edit_text":
            self._answers[message["id"]] = answer
        elif refused is not None:
            self._cue.stop(RehearsalFailed(f"{self.name}: {Declined('edit_text', refused)}"))
        else:
            self._cue.count("edits")
            self._cue.count("characters", inserted(message["change"]))
            self.texts.acknowledge(message["text"], message["id"], answer["version"])
            self._flush(message["text"])

    def _hear_joined(self, channel: str, answer: dict[str, Any]) -> None:
        with self.lock:
            if _too_often(answer):
                self._put_off.append(lambda: self._join(channel))
                self._wait_a_moment()
            elif "refused" in answer:
                self._cue.stop(
                    RehearsalFailed(f"{self.name}: {Declined(channel, answer['refused'])}")
                )
            else:
                for entry in answer.get("entries", [answer.get("state", {})]):
                    self._hear_entry(entry)
                self._numbers[channel] = answer["to"]
            self.lock.notify_all()

    def _hear_frame(self, text: str) -> None:
        frame = json.loads(text)
        with self.lock:
            known = self._numbers.get(frame["channel"])
            if known is None or frame["to"] <= known:
                return  # left, or not joined yet, or known already
            if frame["from"] > known:
                self._join(frame["channel"])
                return
            for entry in frame["entries"]:
                self._hear_entry(entry)
            self._numbers[frame["channel"]] = frame["to"]
            self.lock.notify_all()

    def _hear_entry(self, entry: dict[str, Any]) -> None:
        if "change" in entry:
            if not self.texts.hear(entry):
                self._ask_changes(entry["text"])
            self._flush(entry["text"])  # what it completed may have been waited for
            return
        for key, value in entry.items():
            for state in value if isinstance(value, list) else [value]:
                if isinstance(state, dict) and "id" in state:  # a board is told of its screen, too
                    self._hear_state(key.removesuffix("s"), state)

    def _hear_state(self, kind: str, state: dict[str, Any]) -> None:
        self.seen.setdefault(kind, {})[state["id"]] = state
        if kind in ("note", "point") and not self.texts.refresh(
            state["id"], state["version"], state["text"]
        ):
            self._ask_changes(state["id"])

    def _ask_changes(self, text: str) -> None:
        if self._socket is None:
            return

        def hear(answer: dict[str, Any]) -> None:
            with self.lock:
                if _too_often(answer):
                    self._put_off.append(lambda: self._ask_changes(text))
                    self._wait_a_moment()
                self.texts.catch_up(text, answer.get("changes", []))
                self._flush(text)
                self.lock.notify_all()

        since = self.texts.version(text)
        self._socket.emit("changes", {"text": text, "since": since}, callback=self._safely(hear))

    def _safely(self, hear: Callable[[Any], None]) -> Callable[[Any], None]:
        """The library only logs what goes wrong in a handler; here it ends the rehearsal."""

        def heard(message: Any) -> None:
            try:
                hear(message)
            except Exception as bug:  # noqa: BLE001 - told by whoever waits
                self._cue.stop(bug)

        return heard


def _too_often(answer: Mapping[str, Any]) -> bool:
    return bool(answer.get("refused", {}).get("code") == "too_often")
