"""Hocuspocus as a peer: Yjs documents, one per table, and watchers that have all of them open."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bench import yjs
from bench.load import SEATS, Load, Reader
from bench.servers import PEERS, Keeper, Words
from bench.servers.discussion_workshop import HOUR_LENGTH, HOUR_NOTES
from bench.setup import node
from bench.wire import PATIENCE, Line

FIRST_CLIENT = 3_000_000_001  # Yjs draws 32 bits: such a number takes five bytes, as most do
KEPT = 50_000  # updates that are remembered as read
OPENED_AT_ONCE = 50  # documents; the server lets a client wait for a hundred
FILE = "documents.sqlite"

Pieces = list[tuple[int, int, int]]  # whose, from which number on, how many characters


class Hocuspocus(Keeper):
    """The server with its SQLite extension, as it comes."""

    name = "hocuspocus"

    def __init__(self) -> None:
        self._known: dict[bytes, Pieces] = {}

    def command(self, port: int) -> list[str]:
        """How it is started."""
        return [node(), str(PEERS / "hocuspocus.mjs"), str(port), FILE]

    async def typist(self, load: Load, number: int, port: int) -> "Typist":
        """One rapporteur with the table's document open."""
        client = Typist(load, number, self._known)
        await client.join(port, [number // SEATS])
        return client

    async def watcher(self, load: Load, number: int, port: int) -> "Client":
        """Somebody with every document open over one connection."""
        client = Client(Reader(load, range(load.typing), load.to_watcher), self._known)
        await client.join(port, range(load.tables))
        return client

    async def stored(self, load: Load, folder: Path, port: int) -> list[Words]:
        """Every document's words, as somebody finds them who comes late."""
        late = Client(Reader(load, (), []), {})
        states = await late.join(port, range(load.tables))
        late.close()
        return _words(states)

    def kept(self, load: Load, folder: Path) -> list[Words]:
        """Every document's words in the database of a server that was killed."""
        with closing(sqlite3.connect(folder / FILE)) as database:
            rows = dict(database.execute("SELECT name, data FROM documents"))
        return _words([bytes(rows.get(document(table), b"")) for table in range(load.tables)])

    def prepare_hour(self, folder: Path, joining: int) -> None:
        """A document as long, in the two runs that Yjs makes of typing without a jump."""
        half = HOUR_NOTES * HOUR_LENGTH // SEATS
        data = yjs.runs({FIRST_CLIENT + seat: "a" * half for seat in range(SEATS)})
        with closing(sqlite3.connect(folder / FILE)) as database, database:
            database.execute("CREATE TABLE documents (name varchar(255), data blob, UNIQUE(name))")
            database.execute("INSERT INTO documents VALUES (?, ?)", (document(0), data))

    async def newcomer(self, number: int, port: int) -> int:
        """Opens the document, as a page does."""
        client = Client(Reader(Load(0, 0, 0), (), []), {})
        (state,) = await client.join(port, [0])
        client.close()
        return sum(length for _, _, length in yjs.read_typed(state))


class Client(Line):
    """A connection with some documents open on it."""

    def __init__(self, reader: Reader, known: dict[bytes, Pieces]) -> None:
        super().__init__()
        self._reader = reader
        self._known = known  # updates read before: ten watchers are sent the very same bytes
        self._tables: Sequence[int] = ()
        self._waits: dict[tuple[str, str], asyncio.Future[bytes]] = {}

    async def join(self, port: int, tables: Sequence[int]) -> list[bytes]:
        """Opens documents; what each of them holds."""
        self._tables = tables
        self._waits.clear()
        await self.connect_again(f"ws://127.0.0.1:{port}/")
        states: list[bytes] = []
        for start in range(0, len(tables), OPENED_AT_ONCE):
            some = [document(table) for table in tables[start : start + OPENED_AT_ONCE]]
            states += await asyncio.gather(*(self._open(name) for name in some))
        for state in states:
            self._show(state)
        return states

    async def come_back(self, port: int) -> None:
        """Synchronises everything anew."""
        await self.join(port, self._tables)

    def hear(self, message: bytes) -> None:
        """An update, most of the time one that another client was sent, too."""
        known = self._known.get(message)
        if known is None:
            self._read(message)
            return
        for typist, number, length in known:
            if typist in self._reader.have:
                self._reader.hears(typist, number, length)

    def own(self) -> bytes:
        """All that was typed here, for a server that asks."""
        return yjs.NOTHING

    def taken(self) -> None:
        """The server has taken an update."""

    async def _open(self, name: str) -> bytes:
        async with asyncio.timeout(PATIENCE):
            let_in = self._expects("let in", name)
            self.say_bytes(yjs.authentication(name))
            await let_in
            state = self._expects("state", name)
            self.say_bytes(yjs.step_1(name))
            return await state

    def _expects(self, what: str, name: str) -> "asyncio.Future[bytes]":
        self._waits[what, name] = asyncio.get_running_loop().create_future()
        return self._waits[what, name]

    def _read(self, message: bytes) -> None:
        name, kind, rest = yjs.read_message(message)
        if kind == yjs.SYNC_STATUS:
            self.taken()
        elif kind == yjs.AUTH:
            self._waits.pop(("let in", name)).set_result(b"")
        elif kind in (yjs.SYNC, yjs.SYNC_REPLY):
            step, brought = yjs.read_sync(rest)
            if step == yjs.STEP_2 and ("state", name) in self._waits:
                self._waits.pop(("state", name)).set_result(brought)
            elif step == yjs.STEP_1:
                self.say_bytes(yjs.step_2(name, self.own()))
            elif step == yjs.UPDATE:
                self._read_update(message, brought)

    def _read_update(self, message: bytes, update: bytes) -> None:
        if len(self._known) > KEPT:
            self._known.clear()
        self._known[message] = _pieces(update)
        self.hear(message)

    def _show(self, state: bytes) -> None:
        for typist, number, length in _pieces(state):
            if typist in self._reader.have:
                self._reader.shows(typist, number + length)


class Typist(Client):
    """A rapporteur: each key is an update of its own, confirmed in their order."""

    def __init__(self, load: Load, number: int, known: dict[bytes, Pieces]) -> None:
        super().__init__(Reader(load, [number ^ 1], load.to_peer), known)
        self._load, self._number = load, number
        self._confirmed = 0
        self._not_typed = 1  # confirmations to come that are not for keys: one for each joining

    def key(self, number: int, letter: str, due: float) -> None:
        """Types one character."""
        name, client = document(self._number // SEATS), FIRST_CLIENT + self._number
        self.say_bytes(yjs.typed(name, client, number, letter))

    async def come_back(self, port: int) -> None:
        """Synchronises; what was typed here comes with the answer to the server's question."""
        self._not_typed = 1
        await super().come_back(port)

    def own(self) -> bytes:
        """All that was typed here."""
        words = self._load.words(self._number)
        return yjs.runs({FIRST_CLIENT + self._number: words}) if words else yjs.NOTHING

    def confirmed_upto(self) -> int:
        """Characters the server has confirmed."""
        return self._confirmed

    def taken(self) -> None:
        """The next character was taken."""
        if self._not_typed:
            self._not_typed -= 1
            return
        self._load.heard(self._load.due[self._number][self._confirmed])
        self._confirmed += 1


def document(table: int) -> str:
    """The name of a table's document."""
    return f"table-{table}"


def _pieces(update: bytes) -> Pieces:
    return [(client - FIRST_CLIENT, n, length) for client, n, length in yjs.read_typed(update)]


def _words(states: list[bytes]) -> list[Words]:
    """What each seat typed: Yjs may have put either first."""
    return [_seats(words) for words in yjs.words_of(states, node(), PEERS)]


def _seats(words: str) -> Words:
    first = "".join(c for c in words if c.islower() or c == " ")
    return first, "".join(c for c in words if not (c.islower() or c == " "))
