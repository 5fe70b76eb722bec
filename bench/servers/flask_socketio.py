"""Flask-SocketIO as it comes, as a peer: every event through its ordinary handlers and ``emit``."""

import sys
from pathlib import Path
from typing import Any, ClassVar

import orjson

from bench.load import SEATS, Load, Reader
from bench.servers import PEERS, Server
from bench.wire import SocketIO

EVERYTHING = "*"


class FlaskSocketIO(Server):
    """With threads and its development server: what an installation of it alone gives."""

    name = "flask-socketio"
    mode: ClassVar[str] = "threading"

    def command(self, port: int) -> list[str]:
        """How it is started."""
        return [sys.executable, str(PEERS / "flask_app.py"), str(port), self.mode]

    def environment(self, folder: Path, port: int) -> dict[str, str]:
        """Nothing of ours."""
        return {"PYTHONUNBUFFERED": "1"}

    async def typist(self, load: Load, number: int, port: int) -> "Client":
        """One rapporteur in the table's room."""
        reader = Reader(load, [number ^ 1], load.to_peer)
        client = Client(load, reader, number)
        await client.join(port, f"table-{number // SEATS}")
        return client

    async def watcher(self, load: Load, number: int, port: int) -> "Client":
        """Somebody who is sent everything."""
        client = Client(load, Reader(load, range(load.typing), load.to_watcher), -1)
        await client.join(port, EVERYTHING)
        return client


class FlaskSocketIOGevent(FlaskSocketIO):
    """The same program under gevent."""

    name = "flask-socketio-gevent"
    mode = "gevent"


class Client(SocketIO):
    """Somebody in a room."""

    def __init__(self, load: Load, reader: Reader, number: int) -> None:
        super().__init__()
        self._load, self._reader, self._number = load, reader, number
        self._room = f"table-{number // SEATS}"
        self._last_asked = 0

    async def join(self, port: int, room: str) -> None:
        """Enters a room."""
        await self.enter(port, {})
        await self.ask("enter", room)
        self._last_asked = 1

    def key(self, number: int, letter: str, due: float) -> None:
        """Types one character, and asks for its acknowledgement."""
        update = {"room": self._room, "who": self._number, "number": number, "letter": letter}
        said = orjson.dumps(["typed", update])
        self.say(b"42%d%s" % (self._last_asked + number, said))

    def event(self, name: str, message: Any) -> None:
        """Somebody else's character; threads may bring them out of their order."""
        if name == "typed" and message["who"] in self._reader.have:
            self._reader.gathers(message["who"], message["number"])

    def acknowledged(self, number: int) -> None:
        """A character of one's own was taken."""
        self._load.heard(self._load.due[self._number][number - self._last_asked])
