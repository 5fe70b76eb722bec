"""The bare relay as a peer: it passes on what is typed, keeps nothing and confirms nothing."""

import asyncio
import sys
from typing import ClassVar

from bench.load import SEATS, Load, Reader
from bench.servers import PEERS, Server
from bench.wire import PATIENCE, Line


class Relay(Server):
    """The relay as it is."""

    name = "relay"
    options: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        self._known: dict[bytes, tuple[int, int]] = {}

    def command(self, port: int) -> list[str]:
        """How it is started."""
        return [sys.executable, str(PEERS / "relay.py"), str(port), *self.options]

    async def typist(self, load: Load, number: int, port: int) -> "Client":
        """One rapporteur in the table's room."""
        client = Client(Reader(load, [number ^ 1], load.to_peer), self._known, number)
        await client.join(port, b"table-%d" % (number // SEATS))
        return client

    async def watcher(self, load: Load, number: int, port: int) -> "Client":
        """Somebody who is sent everything."""
        client = Client(Reader(load, range(load.typing), load.to_watcher), self._known, -1)
        await client.join(port, b"*")
        return client


class Dropping(Relay):
    """A planted fault: every thousandth message is never passed on."""

    name = "relay that drops"
    options = ("--drop", "1000")


class Delaying(Relay):
    """A planted fault: everything is passed on 50 ms later."""

    name = "relay that delays"
    options = ("--delay", "0.05")


class Client(Line):
    """Somebody in a room. An update is as long as one of Yjs: whose, which, where and what."""

    def __init__(self, reader: Reader, known: dict[bytes, tuple[int, int]], number: int) -> None:
        super().__init__()
        self._reader, self._known, self._number = reader, known, number
        self._in: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def join(self, port: int, room: bytes) -> None:
        """Enters a room."""
        await self.connect(f"ws://127.0.0.1:{port}/")
        self.say(room)
        await asyncio.wait_for(self._in, PATIENCE)

    def key(self, number: int, letter: str, due: float) -> None:
        """Types one character."""
        self.say(b"table-%d %d %d %s" % (self._number // 2, self._number, number, letter.encode()))

    def hear(self, message: bytes) -> None:
        """An update; ten watchers are sent the very same bytes, and they are read once."""
        known = self._known.get(message)
        if known is None:
            if message == b"in":
                self._in.set_result(None)
                return
            _, typist, number, _ = message.split(b" ", 3)
            if len(self._known) > 50_000:
                self._known.clear()
            known = self._known[message] = int(typist), int(number)
        self._reader.hears(*known)
