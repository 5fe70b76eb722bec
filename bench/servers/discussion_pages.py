"""Our own pages as clients: what they send and when; must not know what is measured.

A typist keeps one edit of a text under way and gathers what is typed meanwhile, as
static/js/live/text.js does. The cost of the page itself, its journal among it, is not played.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from bench.load import Load, Reader, clock
from bench.servers.discussion_workshop import MIDDLE, Badge, Place, Prepared
from bench.wire import SocketIO

PAUSE = 0.06  # seconds between two edits of one text, as in static/js/live/text.js
AGAIN = 2.0  # seconds after which what was refused as too often is sent again, as the page does

State = dict[str, Any]


class Page(SocketIO):
    """A page with somebody's session."""

    def __init__(self, prepared: Prepared, badge: Badge) -> None:
        super().__init__()
        self._prepared, self._badge = prepared, badge

    async def open(self, port: int) -> None:
        """Connects and follows the workshop, as every page does."""
        await self.enter(port, {"Cookie": self._badge.cookie}, {"csrf": self._badge.csrf})
        await self.ask("join", {"channel": f"workshop:{self._prepared.workshop}"})

    def sheet(self, table: int) -> str:
        """The channel of a table's sheet."""
        return f"sheet:{self._prepared.places[table].sheet}"

    def event(self, name: str, message: Any) -> None:
        """Nothing concerns a page that only looks."""


@dataclass(frozen=True)
class Edit:
    """An edit under way: which of a person's characters it brings."""

    command: str
    first: int
    last: int
    message: bytes


class Typist(Page):
    """A rapporteur's page, as far as one text needs it."""

    def __init__(self, load: Load, number: int, prepared: Prepared) -> None:
        super().__init__(prepared, prepared.typists[number])
        self._table, self._seat = divmod(number, 2)
        self._load, self._number, self._other = load, number, number ^ 1
        self._place: Place = prepared.places[self._table]
        self._reader = Reader(load, [self._other], load.to_peer)
        self._at: int | None = None  # the channel's number; None while joining
        self._early: list[State] = []  # frames that came before the channel's state
        self._version, self._text, self._caret = 0, "", 0
        self._pending, self._typed, self._confirmed = "", 0, 0
        self._sent: Edit | None = None
        self._unanswered: dict[str, Edit] = {}
        self._waits, self._left_at = False, 0.0

    async def join(self, port: int) -> None:
        """Opens the sheet."""
        await self.open(port)
        answer = await self.ask("join", {"channel": self.sheet(self._table)})
        note = next(n for n in answer["state"]["notes"] if n["id"] == self._place.note)
        self._version, self._text = note["version"], note["text"]
        self._caret = len(self._text) if self._seat else 0
        self._joined(answer)

    async def come_back(self, port: int) -> None:
        """Asks for what was missed, then sends the edit under way again as it was."""
        since, self._at = self._at, None
        await self.open(port)
        answer = await self.ask("join", {"channel": self.sheet(self._table), "since": since})
        self._joined(answer)
        if self._sent is not None:
            self.say(self._sent.message)
        elif self._pending:
            self._soon()

    def key(self, number: int, letter: str, due: float) -> None:
        """Types at the caret; it goes out with what is typed in the next moment."""
        self._pending += letter
        self._soon()

    def confirmed_upto(self) -> int:
        """Characters of this page that the server has said are stored."""
        return self._confirmed

    def event(self, name: str, message: Any) -> None:
        """A frame, or answers to edits."""
        if name == "frame":
            frame = orjson.loads(message) if isinstance(message, str) else message
            if frame["channel"].startswith("sheet:"):
                self._hear_frame(frame)
        elif name == "answers":
            for answer in message:
                self._hear_answer(answer)

    def _joined(self, answer: State) -> None:
        early, self._early = self._early, []
        for entry in answer.get("entries", ()):
            self._hear_entry(entry)
        self._at = answer["to"]
        for frame in early:
            self._hear_frame(frame)

    def _hear_frame(self, frame: State) -> None:
        if self._at is None:
            self._early.append(frame)
        elif frame["to"] > self._at:
            for entry in frame["entries"]:
                self._hear_entry(entry)
            self._at = frame["to"]

    def _hear_entry(self, entry: State) -> None:
        if entry.get("text") != self._place.note or entry["version"] <= self._version:
            return
        if entry["version"] > self._version + 1:
            self._load.missed += 1
        self._version = entry["version"]
        self._apply(entry["change"])
        if self._sent is not None and entry["command"] == self._sent.command:
            self._sent = None
            if self._pending:
                self._soon()
        else:
            middle = self._text.index(MIDDLE)
            shown = middle if self._seat else len(self._text) - middle - 1
            self._reader.shows(self._other, shown)

    def _apply(self, change: list[Any]) -> None:
        """Puts a change into the text; the caret goes along with what stands before it."""
        place = 0
        for part in change:
            if isinstance(part, str):
                self._text = self._text[:place] + part + self._text[place:]
                if place <= self._caret:
                    self._caret += len(part)
                place += len(part)
            else:
                place += part  # nobody deletes anything here

    def _hear_answer(self, answer: State) -> None:
        edit = self._unanswered.get(answer["id"])
        if edit is None:
            return
        if "refused" in answer:
            self._load.refused += 1
            self._load.at(clock() + AGAIN, lambda: self.say(edit.message))
            return
        del self._unanswered[edit.command]
        self._confirmed = max(self._confirmed, edit.last)
        for due in self._load.due[self._number][edit.first : edit.last]:
            self._load.heard(due)

    def _soon(self) -> None:
        if self._waits or self._sent is not None:
            return
        now = clock()
        free = self._left_at + PAUSE
        if free <= now:
            self._send()
            return
        self._waits = True
        self._load.at(free, self._send)

    def _send(self) -> None:
        self._waits = False
        if self._sent is not None or not self._pending or self.transport is None:
            return
        words, self._pending = self._pending, ""
        first = self._typed
        self._typed += len(words)
        command = new_id()
        change = [self._caret, words] if self._caret else [words]
        facts = {"text": self._place.note, "base": self._version, "change": change}
        message = b"42" + orjson.dumps(["commands", [{"id": command, "do": "edit_text", **facts}]])
        self._sent = self._unanswered[command] = Edit(command, first, self._typed, message)
        self._left_at = clock()
        self.say(message)


def new_id() -> str:
    """An id as a page makes it: the time, then chance."""
    return f"{int(time.time() * 1000) % 16**8:08x}{secrets.token_hex(6)}"


class Board:
    """The last frame of the board: ten screens are sent the same one, and it is read once."""

    def __init__(self) -> None:
        self._message, self._said = b"", None

    def read(self, message: bytes, decode: Callable[[bytes], Any]) -> Any:
        """What the message says."""
        if message != self._message:
            self._message, self._said = message, decode(message)
        return self._said


class Watcher(Page):
    """A moderator's board."""

    def __init__(
        self, load: Load, number: int, prepared: Prepared, board: Board, *, counted: bool = True
    ) -> None:
        super().__init__(prepared, prepared.watchers[number])
        self._board = board
        self._tables = {place.note: table for table, place in enumerate(prepared.places)}
        self._reader = Reader(load, range(load.typing) if counted else (), load.to_watcher)

    async def join(self, port: int) -> State:
        """Opens the board; its state."""
        await self.open(port)
        answer = await self.ask("join", {"channel": f"board:{self._prepared.topic}"})
        self._show(self._lengths(answer["state"]["notes"]))
        state: State = answer["state"]
        return state

    async def come_back(self, port: int) -> None:
        """A board is always told its whole state."""
        await self.join(port)

    def hear(self, message: bytes) -> None:
        """Frames are read once for all ten; the rest is as everywhere."""
        if message.startswith(b'42["frame"'):
            self._show(self._board.read(message, self._read))
        else:
            super().hear(message)

    def _show(self, lengths: list[tuple[int, int, int]]) -> None:
        if self._reader.have:
            for table, first, second in lengths:
                self._reader.shows(2 * table, first)
                self._reader.shows(2 * table + 1, second)

    def _read(self, message: bytes) -> list[tuple[int, int, int]]:
        said = orjson.loads(message[2:])[1]
        frame = orjson.loads(said) if isinstance(said, str) else said
        notes = [note for entry in frame["entries"] for note in entry.get("notes", ())]
        return self._lengths(notes)

    def _lengths(self, notes: list[State]) -> list[tuple[int, int, int]]:
        found = []
        for note in notes:
            if note["id"] in self._tables:
                first, _, second = note["text"].partition(MIDDLE)
                found.append((self._tables[note["id"]], len(first), len(second)))
        return found
