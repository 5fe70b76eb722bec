"""The WebSocket as the house serves it: whole, bounded, fair; must not know what is said over it.

The library reads as fast as a client sends, keeps what it read without a bound, and writes with
``send``, which on a slow line takes only the beginning of a long message. Two connections that
flooded for five seconds silenced the house for minutes; a board of 500 kB broke on slow Wi-Fi.
It keeps the handshake, control frames, fragments, pings and the end; ordinary messages and all
that goes out are handled here (docs/adr/0011).
"""

import json
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import gevent
import orjson
import simple_websocket
import socketio
from engineio.async_drivers.gevent import WebSocketWSGI
from wsproto.utilities import LocalProtocolError

from discussion.web.live.frames import Stream
from discussion.web.live.outgoing import BACKLOG_CHARACTERS, BACKLOG_PACKETS, Mailbox, Wire

MESSAGES_PER_SECOND = 60  # of one connection; a piece of 4 kB counts as one, too
MESSAGE_BURST = 600  # what may come at once, such as the words of an hour without a network
PIECE = 4096  # bytes read at once
GOODBYE = 5  # seconds for a client to go by itself after it was told to

log = logging.getLogger(__name__)

Hear = Callable[[str, Any], object]


def bound_wires(server: socketio.Server, limit: int) -> None:
    """Serves WebSockets through bounded wires; ``limit``: bytes of one message.

    Engine.IO looks at a message's size only once it is whole in memory: 200 MB in one frame cost
    400 MB of it.
    """

    class Bounded(_WebSocket):
        message_limit = limit
        house = server

    server.eio._async = {**server.eio._async, "websocket": Bounded, "queue": Mailbox}
    server.packet_class = _Packet
    server.quick = {}
    server.eio.on("message", lambda eio_sid, data: _hear(server, eio_sid, data))


def hear_quickly(server: socketio.Server, event: str, hear: Hear) -> None:
    """Has an event of one argument heard without the library's detour; it must not wait."""
    server.on(event, lambda sid, message=None: hear(sid, message))
    server.quick[f'42["{event}",'] = hear


def tell(server: socketio.Server, eio_sid: str, packet: Any) -> None:
    """Sends one Engine.IO packet; the same packet may be sent to many, and is framed once."""
    socket = server.eio.sockets.get(eio_sid)
    if socket is not None and socket.queue.wire is not None:
        socket.queue.put(packet)
    else:
        server._send_eio_packet(eio_sid, packet)


def overloaded(server: socketio.Server, eio_sid: str) -> bool:
    """Whether a client reads so slowly, or asks for so much, that too much waits for it."""
    socket = server.eio.sockets.get(eio_sid)
    if socket is None:
        return False
    if socket.queue.wire is not None:
        return bool(socket.queue.wire.overloaded)
    waiting = list(socket.queue.queue)
    size = sum(len(packet.data or "") for packet in waiting if packet is not None)
    return len(waiting) > BACKLOG_PACKETS or size > BACKLOG_CHARACTERS


def cut(server: socketio.Server, eio_sid: str) -> None:
    """Breaks a connection without a word, and lets go of what waited for it."""
    socket = server.eio.sockets.get(eio_sid)
    if socket is None:
        return
    while socket.queue.qsize():
        socket.queue.get(block=False)
        socket.queue.task_done()
    wire = getattr(socket, "line", None)
    if wire is not None:
        wire.cut()
    gevent.spawn(socket.close, wait=False, abort=True)


class _Unreadable(Exception):
    """What came is no packet: JSON that is none, or nested 100,000 deep."""


class _Words:
    """What the library writes and reads JSON with; an answer may hold all a sheet has."""

    loads = staticmethod(json.loads)

    @staticmethod
    def dumps(data: Any, **form: Any) -> str:
        try:
            return orjson.dumps(data).decode()
        except TypeError:  # half a character, which a client had in the name of something
            return json.dumps(data, **form)


class _Packet(socketio.packet.Packet):  # type: ignore[misc]
    uses_binary_events = False  # nobody looks through every word for bytes: there are none
    json = _Words

    def decode(self, encoded_packet: str) -> Any:
        try:
            return super().decode(encoded_packet)
        except (ValueError, LookupError, TypeError, RecursionError) as failure:
            raise _Unreadable(type(failure).__name__) from None


def _hear(server: socketio.Server, eio_sid: str, data: str) -> None:
    """A client of ours sends no such thing: one line in the log, not a page for every message."""
    try:
        server._handle_eio_message(eio_sid, data)
    except _Unreadable as failure:
        log.warning("connection %s sent what is no packet (%s)", eio_sid, failure)
        cut(server, eio_sid)


class _WebSocket(WebSocketWSGI):  # type: ignore[misc]
    """Stands in for the library's own; Engine.IO makes one for each connection."""

    message_limit = 0
    house: socketio.Server
    ws: Any

    def __init__(self, handler: Any, server: Any) -> None:
        super().__init__(handler, server)
        self._connection = handler.__self__

    def __call__(self, environ: Any, start_response: Any) -> Any:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)  # compressing costs more than it saves
        self.ws = _Server(environ, max_message_size=self.message_limit, **self.server_args)
        self.ws.quick = partial(_heard_quickly, self.house, self._connection.sid)
        self._connection.line = self.ws.sock
        self._connection.queue.attach(self._connection, self.ws.sock)
        try:
            return self.app(self)
        finally:
            self._connection.queue.detach()
            self.ws.sock.close()

    def close(self) -> None:
        """Says goodbye; who does not go then is cut off."""
        with suppress(OSError, LocalProtocolError):  # a broken line has nobody to say it to
            super().close()
            gevent.spawn_later(GOODBYE, self.ws.sock.cut)


def _heard_quickly(server: socketio.Server, eio_sid: str, text: str) -> bool:
    """Hands an ordinary event to its handler; False for what the library must look at."""
    hear = server.quick.get(text[: text.find(",") + 1])
    sid = server.manager.sid_from_eio_sid(eio_sid, "/")
    if hear is None or not server.manager.is_connected(sid, "/"):
        return False
    try:
        said = orjson.loads(text[2:])
    except ValueError:
        return False
    if len(said) != 2:
        return False
    try:
        hear(sid, said[1])
    except Exception:
        log.exception("connection %s met a bug", sid)
        cut(server, eio_sid)
    return True


class _Server(simple_websocket.Server):  # type: ignore[misc]
    """The library's end of a WebSocket, on a wire, reading no faster than a person could mean.

    Whoever waits for a message reads it here itself, so that one greenlet serves a connection
    and nothing is read while its last message is still being answered.
    """

    sock: Any
    quick: Callable[[str], bool]

    def handshake(self) -> None:
        self.sock = Wire(self.sock)
        self._stream = Stream(self.max_message_size)
        self._left, self._counted_at = float(MESSAGE_BURST), time.monotonic()
        super().handshake()

    def receive(self, timeout: float | None = None) -> Any:
        """The next message that the library must look at."""
        while not self.input_buffer:
            if not self.connected:
                raise simple_websocket.ConnectionClosed(self.close_reason, self.close_message)
            self._read()
        return self.input_buffer.pop(0)

    def _thread(self) -> None:
        """The library's own reader, which has nothing to do here."""

    def _read(self) -> None:
        messages = 1 - len(self.input_buffer)
        try:
            data = self.sock.recv(PIECE)
            self.connected = bool(data)
            for piece in self._stream.take(data):
                if isinstance(piece, str):
                    messages += self._take(piece)
                else:
                    self.ws.receive_data(piece)
                    self.connected = self._handle_events()
                if not self.connected:
                    break
        except (OSError, LocalProtocolError):
            self.connected = False
        self._wait_for_turn(messages + len(self.input_buffer))

    def _take(self, text: str) -> bool:
        """Whether a text was heard at once; else it waits its turn with those before it."""
        if not self.input_buffer and self.quick(text):
            return True
        self.input_buffer.append(text)
        return False

    def _wait_for_turn(self, messages: int) -> None:
        """Who sends too much waits, and so does what it still sends."""
        now = time.monotonic()
        earned = (now - self._counted_at) * MESSAGES_PER_SECOND
        self._left = min(MESSAGE_BURST, self._left + earned) - messages
        self._counted_at = now
        if self._left < 0:
            gevent.sleep(-self._left / MESSAGES_PER_SECOND)
