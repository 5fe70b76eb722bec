"""A moderator's board as far as it keeps what it is told, on a line of its own; draws nothing."""

import itertools
import json
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import websocket

from tests.kit.house.held import Held
from tests.kit.server import Server
from tests.web.test_attacks import line_of

FIRST, PAGE = 500, 2_000  # notes, as a page asks for them
PATIENCE = 30  # seconds for an answer, and for a board to hear of the last event

State = dict[str, Any]


@dataclass
class Replica:
    """What a board knows: notes and tables by id, up to an event's number, as it was told."""

    at: int = 0
    notes: dict[str, State] = field(default_factory=dict)
    tables: dict[str, State] = field(default_factory=dict)
    gaps: int = 0

    def take(self, entry: State) -> None:
        """A fresh state, or what changed."""
        self.notes |= {note["id"]: note for note in entry.get("notes", ())}
        self.tables |= {table["id"]: table for table in entry.get("tables", ())}

    def take_page(self, page: State) -> None:
        """Older notes; what was told of one meanwhile is newer."""
        self.notes = {note["id"]: note for note in page["notes"]} | self.notes

    def follow(self, frame: State) -> None:
        """What a frame says, unless it is known; one that begins later than this ends is a gap."""
        if frame["to"] <= self.at:
            return
        self.gaps += frame["from"] > self.at
        for entry in frame["entries"]:
            self.take(entry)
        self.at = frame["to"]

    def faults(self, fresh: State) -> list[str]:
        """In what it differs from what somebody is told who comes now, and from its own recount."""
        told = [f"{self.gaps} gaps between frames"] if self.gaps else []
        for name, known in (("notes", self.notes), ("tables", self.tables)):
            wanted = {each["id"]: each for each in fresh[name]}
            wrong = [i for i in known.keys() | wanted.keys() if known.get(i) != wanted.get(i)]
            told += [f"{len(wrong)} {name} are told otherwise, {wrong[0]}"] if wrong else []
        counted: dict[str, Counter[str]] = {table: Counter() for table in self.tables}
        for note in self.notes.values():
            counted[note["table"]][note["status"]] += 1
        wrong = [i for i, table in self.tables.items() if table["counts"] != counted[i]]
        return told + ([f"{len(wrong)} tables count otherwise, {wrong[0]}"] if wrong else [])


class Board:
    """A moderator's board on a line of its own, heard by a thread."""

    def __init__(self, server: Server, held: Held, who: str, topic: str) -> None:
        self._server, self._held, self._who = server, held, who
        self._channel = f"board:{topic}"
        self.replica, self.answers = Replica(), dict[str, list[State]]()
        self._heard = threading.Condition()
        self._acknowledged = dict[int, State]()
        self._numbers = itertools.count(1)
        self._early: list[State] | None = []
        self._line: websocket.WebSocket | None = None

    def open(self) -> None:
        """Joins: from the beginning, or with what was missed since the line broke."""
        self._early = []
        self._line = line_of(self._server, self._held, self._who)
        self._line.settimeout(None)
        threading.Thread(target=self._hear, args=(self._line,), daemon=True).start()
        since = {"since": self.replica.at} if self.replica.at else {"first": FIRST}
        answer = self._ask("join", {"channel": self._channel, **since})
        with self._heard:
            for entry in answer["entries"] if "entries" in answer else [answer["state"]]:
                self.replica.take(entry)
            self.replica.at, early, self._early = answer["to"], self._early, None
            for frame in early:
                self.replica.follow(frame)
        rest = answer["state"]["rest"] if "state" in answer else None
        while rest is not None:
            page = self._ask("more", {"channel": self._channel, "before": rest, "first": PAGE})
            with self._heard:
                self.replica.take_page(page)
            rest = page["rest"]

    def lose_line(self) -> None:
        """As when the Wi-Fi is gone: nothing is said or heard any more."""
        assert self._line is not None
        self._line.shutdown()

    def send(self, commands: Sequence[State]) -> None:
        """Sends commands as one message."""
        self._say(f"42{json.dumps(['commands', list(commands)])}")

    def wait(self, commands: Sequence[State]) -> list[str]:
        """Ids of those commands that are not answered in time."""
        ids = [command["id"] for command in commands]
        with self._heard:
            self._heard.wait_for(lambda: all(i in self.answers for i in ids), PATIENCE)
            return [i for i in ids if i not in self.answers]

    def reaches(self, number: int) -> bool:
        """Whether the board hears in time of everything up to that event."""
        with self._heard:
            return self._heard.wait_for(lambda: self.replica.at >= number, PATIENCE)

    def _ask(self, event: str, message: State) -> State:
        number = next(self._numbers)
        self._say(f"42{number}{json.dumps([event, message])}")
        with self._heard:
            if not self._heard.wait_for(lambda: number in self._acknowledged, PATIENCE):
                raise TimeoutError(f"{event} was not answered within {PATIENCE} s")
            return self._acknowledged.pop(number)

    def _say(self, packet: str) -> None:
        assert self._line is not None
        self._line.send(packet)

    def _hear(self, line: websocket.WebSocket) -> None:
        try:
            while packet := line.recv():
                if packet == "2":
                    line.send("3")
                elif "[" in packet:
                    start = packet.index("[")
                    with self._heard:
                        self._take(packet[:start], json.loads(packet[start:]))
                        self._heard.notify_all()
        except (OSError, websocket.WebSocketException):
            return  # the line was lost on purpose, or whoever waits will say so

    def _take(self, kind: str, said: list[Any]) -> None:
        if kind.startswith("43"):
            self._acknowledged[int(kind[2:])] = said[0]
        elif said[0] == "answers":
            for answer in said[1]:
                self.answers.setdefault(answer["id"], []).append(answer)
        elif said[0] == "frame":
            frame = json.loads(said[1])
            if frame["channel"] != self._channel:
                return
            if self._early is not None:
                self._early.append(frame)
            else:
                self.replica.follow(frame)
