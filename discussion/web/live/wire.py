"""The WebSocket as the house serves it: whole, bounded, fair; must not know what is said over it.

The library reads as fast as a client sends, keeps what it read without a bound, and writes with
``send``, which on a slow line takes only the beginning of a long message. Two connections that
flooded for five seconds silenced the house for minutes; a board of 500 kB broke on slow Wi-Fi.
"""

import logging
import time
from contextlib import suppress
from socket import SHUT_RDWR
from typing import Any

import gevent
import simple_websocket
import socketio
from engineio.async_drivers.gevent import WebSocketWSGI
from gevent.lock import Semaphore

MESSAGES_PER_SECOND = 60  # of one connection; a piece of 4 kB counts as one, too
MESSAGE_BURST = 600  # what may come at once, such as the words of an hour without a network
TAKEN_WITHIN = 20  # seconds in which a client must take what it is sent
BACKLOG_PACKETS = 5_000  # that wait for one connection; beyond, it is dropped and catches up later
BACKLOG_CHARACTERS = 8_000_000

log = logging.getLogger(__name__)


def bound_wires(server: socketio.Server, limit: int) -> None:
    """Serves WebSockets through bounded wires; ``limit``: bytes of one message.

    Engine.IO looks at a message's size only once it is whole in memory: 200 MB in one frame cost
    400 MB of it.
    """

    class Bounded(_WebSocket):
        message_limit = limit

    server.eio._async = {**server.eio._async, "websocket": Bounded}
    server.packet_class = _Packet
    server.eio.on("message", lambda eio_sid, data: _hear(server, eio_sid, data))


def overloaded(server: socketio.Server, eio_sid: str) -> bool:
    """Whether a client reads so slowly, or asks for so much, that too much waits for it."""
    socket = server.eio.sockets.get(eio_sid)
    if socket is None or socket.queue.qsize() == 0:
        return False
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
    wire = getattr(socket, "wire", None)
    if wire is not None:
        wire.cut()
    gevent.spawn(socket.close, wait=False, abort=True)


class _Unreadable(Exception):
    """What came is no packet: JSON that is none, or nested 100,000 deep."""


class _Packet(socketio.packet.Packet):  # type: ignore[misc]
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
    ws: Any

    def __init__(self, handler: Any, server: Any) -> None:
        super().__init__(handler, server)
        self._connection = handler.__self__

    def __call__(self, environ: Any, start_response: Any) -> Any:
        self.ws = _Server(environ, max_message_size=self.message_limit, **self.server_args)
        self._connection.wire = self.ws.sock
        answer = self.app(self)
        if self.ws.mode == "gunicorn":
            raise StopIteration  # its way to learn that the connection is used up
        return answer


class _Server(simple_websocket.Server):  # type: ignore[misc]
    """The library's end of a WebSocket, on a wire, reading no faster than a person could mean."""

    sock: Any

    def handshake(self) -> None:
        self.sock = _Wire(self.sock)
        self._left, self._counted_at = float(MESSAGE_BURST), time.monotonic()
        super().handshake()

    def _handle_events(self) -> bool:
        before = len(self.input_buffer)
        going_on = bool(super()._handle_events())
        self._wait_for_turn(1 + len(self.input_buffer) - before)
        return going_on

    def _wait_for_turn(self, messages: int) -> None:
        """Lets the others go first; who sends too much waits, and so does what it still sends."""
        now = time.monotonic()
        earned = (now - self._counted_at) * MESSAGES_PER_SECOND
        self._left = min(MESSAGE_BURST, self._left + earned) - messages
        self._counted_at = now
        gevent.sleep(max(0.0, -self._left / MESSAGES_PER_SECOND))


class _Wire:
    """A socket that writes all or breaks, and never two messages into each other."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._turn = Semaphore()

    def send(self, data: bytes) -> None:
        """Writes everything; a client that does not take it in time loses the connection."""
        try:
            with self._turn, gevent.Timeout(TAKEN_WITHIN):
                self._socket.sendall(data)
        except gevent.Timeout:
            self.cut()
            raise OSError("the client does not read") from None

    def recv(self, size: int) -> bytes:
        """Some bytes; none once the other side has gone."""
        received: bytes = self._socket.recv(size)
        return received

    def cut(self) -> None:
        """Breaks the connection under whoever reads or writes it, below TLS where there is any.

        ``shutdown`` of a TLS socket takes the keys away from whoever is writing.
        """
        with suppress(OSError):
            self._socket._sock.shutdown(SHUT_RDWR)

    def close(self) -> None:
        """Lets go of the socket."""
        self._socket.close()
