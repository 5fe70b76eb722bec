"""WebSocket clients, as cheap as they can be made; must not know what is measured on them.

A C library does the framing, so that one core carries sixteen hundred typing people.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

import orjson
from picows import WSError, WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

LARGEST = 64 * 2**20  # bytes of a message
AGAIN = 0.05  # seconds between two tries to reach a server that was killed
PATIENCE = 30.0  # seconds for the server to answer while a client is joining


class Line(WSListener, ABC):
    """One connection; what arrives goes to ``hear``."""

    def __init__(self) -> None:
        self.transport: WSTransport | None = None

    async def connect(self, address: str, headers: Mapping[str, str] | None = None) -> None:
        """Opens the connection; raises ``OSError`` or a ``WSError`` when there is none."""
        await ws_connect(
            lambda: self,
            address,
            extra_headers=headers,
            max_frame_size=LARGEST,
            websocket_handshake_timeout=PATIENCE,
            logger_name=None,
        )

    async def connect_again(self, address: str, headers: Mapping[str, str] | None = None) -> None:
        """Opens a new connection as soon as there is a server to take it."""
        while True:
            try:
                await self.connect(address, headers)
                return
            except (OSError, WSError):
                await asyncio.sleep(AGAIN)

    @abstractmethod
    def hear(self, message: bytes) -> None:
        """A whole message arrived."""

    def say(self, message: bytes) -> None:
        """Sends text; nothing on a lost connection."""
        if self.transport is not None:
            self.transport.send(WSMsgType.TEXT, message)

    def say_bytes(self, message: bytes) -> None:
        """Sends bytes; nothing on a lost connection."""
        if self.transport is not None:
            self.transport.send(WSMsgType.BINARY, message)

    def close(self) -> None:
        """Breaks the connection at once, without a goodbye."""
        if self.transport is not None:
            self.transport.disconnect(False)

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Called by the library."""
        self.transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Called by the library."""
        if frame.msg_type in (WSMsgType.TEXT, WSMsgType.BINARY):
            self.hear(frame.get_payload_as_bytes())
        elif frame.msg_type == WSMsgType.CLOSE:
            transport.disconnect()

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """Called by the library."""
        self.transport = None


class SocketIO(Line):
    """A Socket.IO client on a WebSocket alone: events, acknowledgements, answers to pings."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._entered: asyncio.Future[None] | None = None
        self._auth = b""

    async def enter(self, port: int, headers: Mapping[str, str], auth: object = None) -> None:
        """Connects and waits to be let in; raises ``ConnectionRefusedError`` when it is not."""
        self._auth = orjson.dumps(auth) if auth is not None else b""
        self._asked.clear()
        self._entered = entered = asyncio.get_running_loop().create_future()
        address = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"
        origin = {"Origin": f"http://127.0.0.1:{port}"}
        await self.connect_again(address, {**origin, **headers})
        await asyncio.wait_for(entered, PATIENCE)

    async def ask(self, event: str, message: object) -> Any:
        """Sends an event and waits for its acknowledgement."""
        answer = asyncio.get_running_loop().create_future()
        number = len(self._asked)
        self._asked[number] = answer
        self.say(b"42%d%s" % (number, orjson.dumps([event, message])))
        return await asyncio.wait_for(answer, PATIENCE)

    @abstractmethod
    def event(self, name: str, message: Any) -> None:
        """An event arrived."""

    def acknowledged(self, number: int) -> None:
        """An acknowledgement arrived that nobody waits for in ``ask``."""

    def hear(self, message: bytes) -> None:
        """A packet of Engine.IO."""
        if message.startswith(b"42"):
            said = orjson.loads(message[2:])
            self.event(said[0], said[1] if len(said) > 1 else None)
        elif message.startswith(b"43"):
            self._hear_acknowledgement(message)
        elif message == b"2":
            self.say(b"3")
        elif message.startswith(b"0"):
            self.say(b"40" + self._auth)
        elif message.startswith(b"40") and self._entered is not None:
            self._entered.set_result(None)
        elif message.startswith(b"44") and self._entered is not None:
            self._entered.set_exception(ConnectionRefusedError(message.decode()))

    def _hear_acknowledgement(self, message: bytes) -> None:
        start = message.index(b"[")
        number = int(message[2:start])
        answer = self._asked.get(number)
        if answer is None:
            self.acknowledged(number)
        elif not answer.done():
            said = orjson.loads(message[start:])
            answer.set_result(said[0] if said else None)
