"""A live connection in the test's own process: Socket.IO packets without a network."""

import json
import time
import uuid
from collections.abc import Callable
from typing import Any

import gevent
from flask import Flask
from socketio import packet
from werkzeug.test import EnvironBuilder

from discussion.web.security import COOKIE

PATIENCE = 5.0  # seconds until an answer that never comes fails the test


class RefusedAtTheDoor(Exception):
    """The server did not let the connection in; ``code`` says why."""

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.code = data.get("message", "") if isinstance(data, dict) else str(data)


class Line:
    """One connection: joins channels, sends commands, keeps what comes down."""

    def __init__(
        self,
        app: Flask,
        session: str,
        csrf: str,
        *,
        origin: str | None = "http://127.0.0.1:8000",
        cookie: str | None = None,
    ) -> None:
        self.frames: list[dict[str, Any]] = []
        self.answers: dict[str, dict[str, Any]] = {}
        self.events: list[tuple[str, Any]] = []
        self.open = False
        self._server = app.extensions["sockets"].server
        self._eio_sid = uuid.uuid4().hex
        self._acks: dict[int, Any] = {}
        self._asked = 0
        _listen(self._server)[self._eio_sid] = self
        self._connect(session, csrf, origin, cookie)

    def join(self, channel: Any, since: Any = None) -> dict[str, Any]:
        """Subscribes; the server's answer."""
        message = {"channel": channel} if since is None else {"channel": channel, "since": since}
        return self.ask("join", message)

    def ask(self, event: str, *arguments: Any) -> Any:
        """Sends an event and waits for what its handler answers."""
        self._asked += 1
        self._send(packet.Packet(packet.EVENT, [event, *arguments], id=self._asked))
        number = self._asked
        self.until(lambda: number in self._acks)
        return self._acks.pop(number)

    def tell(self, event: str, *arguments: Any) -> None:
        """Sends an event that has no answer of its own."""
        self._send(packet.Packet(packet.EVENT, [event, *arguments]))

    def send(self, *messages: dict[str, Any]) -> list[dict[str, Any]]:
        """Sends commands together and waits until each is answered; the answers in order."""
        self.tell("commands", list(messages))
        ids = [message["id"] for message in messages]
        self.until(lambda: all(one in self.answers for one in ids))
        return [self.answers[one] for one in ids]

    def until(self, arrived: Callable[[], bool]) -> None:
        """Lets the house work until something has arrived."""
        deadline = time.monotonic() + PATIENCE
        while not arrived():
            assert time.monotonic() < deadline, f"nothing came; so far {self.events[-3:]}"
            gevent.sleep(0.001)

    def hears(self, channel: str) -> list[dict[str, Any]]:
        """The frames of one channel so far."""
        return [frame for frame in self.frames if frame["channel"] == channel]

    def close(self) -> None:
        """The browser goes away."""
        self._server._handle_eio_disconnect(self._eio_sid, "client disconnect")
        self.open = False

    def raw(self, text: str) -> None:
        """Sends a Socket.IO packet as it stands, well-formed or not."""
        self._server._handle_eio_message(self._eio_sid, text)

    def receive(self, came: packet.Packet) -> None:
        """Takes in what the server sends; called by the stand-in for the wire."""
        match came.packet_type:
            case packet.CONNECT:
                self.open = True
            case packet.CONNECT_ERROR:
                self.refusal = came.data
            case packet.DISCONNECT:
                self.open = False
            case packet.ACK:
                self._acks[came.id] = came.data[0] if came.data else None
            case packet.EVENT:
                self._take(came.data[0], came.data[1] if len(came.data) > 1 else None)

    def _connect(self, session: str, csrf: str, origin: str | None, cookie: str | None) -> None:
        headers = {"Cookie": f"{COOKIE}={session}" if cookie is None else cookie}
        if origin is not None:
            headers["Origin"] = origin
        environ = EnvironBuilder("/socket.io/", headers=headers).get_environ()
        self._server._handle_eio_connect(self._eio_sid, environ)
        self.refusal: Any = None
        self._send(packet.Packet(packet.CONNECT, {"csrf": csrf}))
        if self.refusal is not None:
            raise RefusedAtTheDoor(self.refusal)

    def _send(self, outgoing: packet.Packet) -> None:
        self.raw(outgoing.encode())

    def _take(self, event: str, data: Any) -> None:
        self.events.append((event, data))
        if event == "frame":
            self.frames.append(json.loads(data))
        elif event == "answers":
            self.answers.update({answer["id"]: answer for answer in data})


def _listen(server: Any) -> dict[str, Line]:
    """The lines by their id; puts a stand-in where the server would write to the wire."""
    lines: dict[str, Line] | None = getattr(server, "lines_of_tests", None)
    if lines is None:
        lines = server.lines_of_tests = {}

        def _deliver(eio_sid: str, outgoing: packet.Packet) -> None:
            line = lines.get(eio_sid)
            if line is not None:
                line.receive(packet.Packet(encoded_packet=outgoing.encode()))

        server._send_packet = _deliver
        server._send_eio_packet = lambda eio_sid, outgoing: _deliver(
            eio_sid, packet.Packet(encoded_packet=outgoing.data)
        )
        server.manager.initialize()
    return lines
