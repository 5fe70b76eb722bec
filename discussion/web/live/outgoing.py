"""What goes out to one client: whole messages, in order, bounded; must not know what they say.

The library queues every packet, wakes a greenlet for it and frames it anew for every reader. Here
a packet is framed once, and all that one turn of the hub has for a client leaves in one write.
Whoever does not take it at once gets the rest from a greenlet of its own, and nobody waits.
"""

import logging
from collections import deque
from contextlib import suppress
from socket import SHUT_RDWR
from typing import Any

import gevent
from gevent import socket as plain
from gevent.queue import JoinableQueue

from discussion.web.live.frames import text_frame

TAKEN_WITHIN = 20  # seconds in which a client must take what it is sent
BACKLOG_PACKETS = 5_000  # that wait for one connection; beyond, it is dropped and catches up later
BACKLOG_CHARACTERS = 2_000_000

log = logging.getLogger(__name__)


class Wire:
    """A WebSocket's socket: what is sent is taken at once, and written whole or not at all."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._raw = socket._sock if type(socket) is plain.socket else None  # None under TLS
        self._readable = gevent.get_hub().loop.io(socket.fileno(), 1) if self._raw else None
        self._waiting: deque[bytes] = deque()
        self._size = 0  # bytes that wait
        self._due = False  # whether a write is arranged for already
        self._in_pieces = False  # a message is half written: nothing may come between
        self._broken = False

    @property
    def overloaded(self) -> bool:
        """Whether more waits than a client that reads would leave; one message may be long."""
        waiting = len(self._waiting)
        return waiting > BACKLOG_PACKETS or (waiting > 1 and self._size > BACKLOG_CHARACTERS)

    def send(self, data: bytes) -> None:
        """Takes bytes to be written, in their order; raises ``OSError`` on a broken wire."""
        if self._broken:
            raise OSError("the connection is broken")
        self._waiting.append(data)
        self._size += len(data)
        if not self._due:
            self._due = True
            gevent.get_hub().loop.run_callback(self._write)
        elif self.overloaded:
            log.warning("a client does not take what it is sent, and is dropped")
            self.cut()

    def recv(self, size: int) -> bytes:
        """Some bytes, once others have had their turn; none when the other side has gone."""
        if self._raw is None:
            gevent.sleep(0)
            received: bytes = self._socket.recv(size)
            return received
        while True:
            gevent.get_hub().wait(self._readable)
            with suppress(BlockingIOError):
                received = self._raw.recv(size)
                return received

    def cut(self) -> None:
        """Breaks the connection under whoever reads or writes it, and lets go of what waits."""
        self._broken = True
        self._waiting.clear()
        self._size = 0
        with suppress(OSError):
            self._socket.shutdown(SHUT_RDWR)

    def close(self) -> None:
        """Lets go of the socket, once what waits has been offered to it."""
        if not self._broken and not self._in_pieces:
            self._write_some()
        self._broken = True
        self._waiting.clear()
        if self._readable is not None:
            self._readable.close()
        with suppress(OSError):  # else the server reads on, and the client waits for its end
            self._socket.shutdown(SHUT_RDWR)
        self._socket.close()

    def _write(self) -> None:
        """Called by the hub, which must not wait: whoever cannot take it all gets a greenlet."""
        self._write_some()
        self._in_pieces = bool(self._waiting)
        self._due = self._in_pieces
        if self._in_pieces:
            gevent.spawn(self._write_the_rest)

    def _write_some(self) -> None:
        if self._raw is None or not self._waiting:
            return
        data = b"".join(self._waiting) if len(self._waiting) > 1 else self._waiting[0]
        try:
            sent = self._raw.send(data)
        except BlockingIOError:
            return
        except OSError:
            self.cut()
            return
        self._waiting.clear()
        self._size = len(data) - sent
        if self._size:
            self._waiting.append(data[sent:])

    def _write_the_rest(self) -> None:
        try:
            while self._waiting:
                with gevent.Timeout(TAKEN_WITHIN):
                    self._socket.sendall(self._waiting[0])
                if self._waiting:
                    self._size -= len(self._waiting.popleft())
        except (OSError, gevent.Timeout):
            self.cut()  # it does not read, or has gone
        self._due = self._in_pieces = False


class Mailbox(JoinableQueue):  # type: ignore[misc]
    """The packets for one client: kept until it polls, written at once where a WebSocket stands.

    Stands in for the queue of Engine.IO, so that all it sends keeps one order.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.wire: Wire | None = None
        self._candidate: Wire | None = None
        self._socket: Any = None

    def attach(self, socket: Any, wire: Wire) -> None:
        """From the moment the library says the WebSocket is in use, the wire is."""
        self._socket, self._candidate = socket, wire

    def detach(self) -> None:
        """Lets go of the socket, which else would wait for the collector of cycles."""
        self._socket = None

    def put(self, item: Any, *bounds: Any, **more: Any) -> None:
        """Takes a packet, or the None that ends the library's writing."""
        if self.wire is None or item is None:
            super().put(item, *bounds, **more)
            return
        try:
            self.wire.send(_framed(item))
        except OSError:  # broken: whoever reads it ends the connection
            return

    def get(self, *bounds: Any, **more: Any) -> Any:
        """What the library is to write: with a wire nothing but, in the end, None."""
        if self._socket is None or not self._socket.upgraded:
            return super().get(*bounds, **more)
        if self.wire is None:
            self._begin()
        return super().get(*bounds, **{**more, "timeout": None})

    def _begin(self) -> None:
        self.wire = self._candidate
        kept = [super(Mailbox, self).get(block=False) for _ in range(self.qsize())]
        for packet in kept:
            self.task_done()
            self.put(packet)


def _framed(packet: Any) -> bytes:
    """A packet's frame, made for the first reader and kept for the others."""
    framed: bytes | None = getattr(packet, "framed", None)
    if framed is None:
        framed = packet.framed = text_frame(packet.encode())
    return framed
