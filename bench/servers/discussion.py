"""This project as a peer among peers: its own protocol, spoken as its own page speaks it.

A typist follows the sheet and the workshop, keeps one edit of a text under way and gathers what
is typed meanwhile; whoever watches follows the topic's board. Both people at a table type into
one note, in front of and behind its first character.
"""

import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from bench.load import Load, Reader, clock
from bench.servers import ROOT, Server
from bench.servers.discussion_workshop import MIDDLE, Place, Prepared, prepare
from bench.wire import SocketIO

PAUSE = 0.06  # seconds between two edits of one text, as in static/js/live/text.js
FIRST_AT_ONCE = False  # whether the first key after a pause goes out without waiting
AGAIN = 2.0  # seconds after which what was refused as too often is sent again, as the page does


class Discussion(Server):
    """A house with a workshop of as many tables as the load needs."""

    name = "discussion"
    durable = True

    def __init__(self) -> None:
        self.prepared: Prepared | None = None
        self._board = Board()

    def prepare(self, folder: Path, load: Load) -> None:
        """Makes the workshop and signs everybody in, before the server starts."""
        self.prepared = prepare(folder, self.environment(folder, 1), load.tables, load.watching)

    def command(self, port: int) -> list[str]:
        """How it is started."""
        return [sys.executable, "-m", "discussion", "serve"]

    def environment(self, folder: Path, port: int) -> dict[str, str]:
        """Its settings: where it stands, and nothing else."""
        return {
            "DISCUSSION_DATA": str(folder),
            "DISCUSSION_PORT": str(port),
            "PYTHONPATH": str(ROOT),
        }

    async def typist(self, load: Load, number: int, port: int) -> "Typist":
        """One rapporteur, joined."""
        assert self.prepared is not None
        client = Typist(load, number, self.prepared)
        await client.join(port)
        return client

    async def watcher(self, load: Load, number: int, port: int) -> "Watcher":
        """One moderator with the board open."""
        assert self.prepared is not None
        client = Watcher(load, number, self.prepared, self._board)
        await client.join(port)
        return client

    async def stored(self, load: Load, folder: Path, port: int) -> list[str]:
        """Every table's words, as somebody finds them who comes late."""
        assert self.prepared is not None
        late = Watcher(load, 0, self.prepared, Board(), counted=False)
        state = await late.join(port)
        late.close()
        words = {note["id"]: note["text"] for note in state["notes"]}
        return [words[place.note] for place in self.prepared.places]

    def expected(self, load: Load, table: int) -> str:
        """What a table's note must say."""
        return load.words(2 * table) + MIDDLE + load.words(2 * table + 1)


@dataclass
class Edit:
    """An edit under way: which characters it brings."""

    command: str
    first: int
    last: int
    message: bytes
    answered: bool = False


class Typist(SocketIO):
    """A rapporteur's page, as far as one text needs it; see static/js/live/text.js."""

    def __init__(self, load: Load, number: int, prepared: Prepared) -> None:
        super().__init__()
        table, self._seat = divmod(number, 2)
        self._load, self._number, self._prepared = load, number, prepared
        self._place: Place = prepared.places[table]
        self._other = number ^ 1
        self._reader = Reader(load, [self._other], load.to_peer)
        self._version, self._text, self._caret = 0, "", 0
        self._pending, self._typed = "", 0
        self._sent: Edit | None = None
        self._waits, self._left_at = False, 0.0

    async def join(self, port: int) -> None:
        """Enters with a session of its own and follows what a rapporteur's page follows."""
        badge = self._prepared.typists[self._number]
        await self.enter(port, {"Cookie": badge.cookie}, {"csrf": badge.csrf})
        await self.ask("join", {"channel": f"workshop:{self._prepared.workshop}"})
        answer = await self.ask("join", {"channel": f"sheet:{self._place.sheet}"})
        note = next(n for n in answer["state"]["notes"] if n["id"] == self._place.note)
        self._version, self._text = note["version"], note["text"]
        self._caret = len(self._text) if self._seat else 0

    def key(self, number: int, letter: str, due: float) -> None:
        """Types at the caret; what is typed goes out with what comes in the next moment."""
        self._pending += letter
        self._soon()

    def event(self, name: str, message: Any) -> None:
        """A frame, or answers to edits."""
        if name == "frame":
            frame = orjson.loads(message) if isinstance(message, str) else message
            for entry in frame["entries"]:
                if entry.get("text") == self._place.note:
                    self._hear_change(entry)
        elif name == "answers":
            for answer in message:
                self._hear_answer(answer)

    def _hear_change(self, entry: dict[str, Any]) -> None:
        if entry["version"] != self._version + 1:
            self._load.missed += 1
        self._version = entry["version"]
        own = self._sent is not None and entry["command"] == self._sent.command
        place, text = 0, self._text
        for part in entry["change"]:
            if isinstance(part, str):
                text = text[:place] + part + text[place:]
                if place <= self._caret:
                    self._caret += len(part)
                place += len(part)
            else:
                place += part
        self._text = text
        if own:
            self._landed()
        else:
            middle = text.index(MIDDLE)
            self._reader.shows(self._other, middle if self._seat else len(text) - middle - 1)

    def _hear_answer(self, answer: dict[str, Any]) -> None:
        edit = self._sent
        if edit is None or answer["id"] != edit.command:
            return
        if "refused" in answer:
            self._load.refused += 1
            self._load.at(clock() + AGAIN, lambda: self.say(edit.message))
            return
        for due in self._load.due[self._number][edit.first : edit.last]:
            self._load.heard(due)
        edit.answered = True

    def _landed(self) -> None:
        self._sent = None
        if self._pending:
            self._soon()

    def _soon(self) -> None:
        if self._waits or self._sent is not None:
            return
        now = clock()
        free = self._left_at + PAUSE if FIRST_AT_ONCE else now + PAUSE
        if free <= now:
            self._send()
            return
        self._waits = True
        self._load.at(free, self._send)

    def _send(self) -> None:
        self._waits = False
        if self._sent is not None or not self._pending:
            return
        words, self._pending = self._pending, ""
        first = self._typed
        self._typed += len(words)
        command = secrets.token_hex(10)
        change = [self._caret, words] if self._caret else [words]
        facts = {"text": self._place.note, "base": self._version, "change": change}
        message = b"42" + orjson.dumps(["commands", [{"id": command, "do": "edit_text", **facts}]])
        self._sent = Edit(command, first, self._typed, message)
        self._left_at = clock()
        self.say(message)


class Board:
    """The last frame of the board: ten screens are sent the same one, and it is read once."""

    def __init__(self) -> None:
        self._message, self._said = b"", None

    def read(self, message: bytes, decode: Callable[[bytes], Any]) -> Any:
        """What the message says."""
        if message != self._message:
            self._message, self._said = message, decode(message)
        return self._said


class Watcher(SocketIO):
    """A moderator's board."""

    def __init__(
        self, load: Load, number: int, prepared: Prepared, board: Board, *, counted: bool = True
    ) -> None:
        super().__init__()
        self._badge, self._prepared, self._board = prepared.watchers[number], prepared, board
        self._tables = {place.note: table for table, place in enumerate(prepared.places)}
        typists = range(load.typing) if counted else ()
        self._reader = Reader(load, typists, load.to_watcher)

    async def join(self, port: int) -> Any:
        """Enters and follows the board; its state."""
        await self.enter(port, {"Cookie": self._badge.cookie}, {"csrf": self._badge.csrf})
        answer = await self.ask("join", {"channel": f"board:{self._prepared.topic}"})
        return answer["state"]

    def hear(self, message: bytes) -> None:
        """Frames are read once for all ten; the rest is as everywhere."""
        if message.startswith(b'42["frame"'):
            for table, first, second in self._board.read(message, self._lengths):
                if self._reader.have:
                    self._reader.shows(2 * table, first)
                    self._reader.shows(2 * table + 1, second)
        else:
            super().hear(message)

    def event(self, name: str, message: Any) -> None:
        """Nothing else concerns a board here."""

    def _lengths(self, message: bytes) -> list[tuple[int, int, int]]:
        said = orjson.loads(message[2:])[1]
        frame = orjson.loads(said) if isinstance(said, str) else said
        found = []
        for entry in frame["entries"]:
            for note in entry.get("notes", ()):
                if note["id"] in self._tables:
                    first, _, second = note["text"].partition(MIDDLE)
                    found.append((self._tables[note["id"]], len(first), len(second)))
        return found
