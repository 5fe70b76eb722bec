"""People with a table's card and bad intentions, in a process of their own; they never read much.

Run as a program: ``python -m tests.web.hostiles ATTACK PORT COOKIE CSRF SHEET``; it attacks until
it is ended. It must not know what the house does about it.
"""

import itertools
import json
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Target:
    """Where to attack, and whose session is misused."""

    port: int
    cookie: str
    csrf: str
    sheet: str


def frame(message: bytes, *, size: int | None = None) -> bytes:
    """A text frame of a WebSocket, masked with noughts; ``size``: what it claims to hold."""
    length = len(message) if size is None else size
    if length < 126:
        head = bytes((0x81, 0x80 | length))
    elif length < 65_536:
        head = bytes((0x81, 0x80 | 126)) + length.to_bytes(2, "big")
    else:
        head = bytes((0x81, 0x80 | 127)) + length.to_bytes(8, "big")
    return head + bytes(4) + message


def packet(event: str, *facts: object) -> bytes:
    """An event as a browser of ours would send it."""
    return frame(b"42" + json.dumps([event, *facts]).encode())


def call(target: Target, *, buffer: int = 0) -> socket.socket:
    """A live connection that has said whose it is."""
    line = socket.socket()
    if buffer:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    line.connect((HOST, target.port))
    line.settimeout(20)
    line.sendall(
        (
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
            f"Host: {HOST}:{target.port}\r\nOrigin: http://{HOST}:{target.port}\r\n"
            f"Cookie: {target.cookie}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        ).encode()
    )
    assert b"101" in line.recv(4096)
    line.sendall(frame(b"40" + json.dumps({"csrf": target.csrf}).encode()))
    return line


def floods(target: Target) -> None:
    """Twenty thousand commands as fast as they can be sent."""
    with call(target) as line:
        for number in range(20_000):
            command = {"id": f"flood{number:015}", "do": "submit_note", "note": "nosuchnote"}
            line.sendall(packet("commands", [command]))


def never_reads(target: Target) -> None:
    """Twenty connections that ask for all there is and take nothing of it."""
    lines = [call(target, buffer=4096) for _ in range(10)]
    for line in lines:
        line.sendall(packet("join", {"channel": f"sheet:{target.sheet}"}))
    while True:
        for line in lines:
            with suppress(OSError):
                line.sendall(frame(b"421" + _asks(target)))
        time.sleep(0.2)


def reads_slowly(target: Target) -> None:
    """Ten connections that take a hundred bytes now and then."""
    lines = [call(target, buffer=4096) for _ in range(10)]
    while True:
        for line in lines:
            with suppress(OSError):
                line.sendall(frame(b"421" + _asks(target)))
                line.recv(100)
        time.sleep(0.1)


def shouts(target: Target) -> None:
    """One frame of 100 MB after another."""
    piece = b"x" * 1_000_000
    while True:
        with suppress(OSError), call(target) as line:
            line.sendall(frame(b"", size=100_000_000))
            for _ in range(100):
                line.sendall(piece)


def nests(target: Target) -> None:
    """JSON that is 200,000 lists deep; closed where that fits into a frame."""
    for deep in itertools.cycle((b"[" * 200_000, b"[" * 120_000 + b"]" * 120_000)):
        with suppress(OSError), call(target) as line:
            for _ in range(5):
                line.sendall(frame(b'42["commands",' + deep + b"]"))


def joins(target: Target) -> None:
    """Asks for the whole sheet again and again."""
    while True:
        with suppress(OSError), call(target) as line:
            while True:
                line.sendall(frame(b"421" + _asks(target)) * 20)
                line.recv(100_000)


def _asks(target: Target) -> bytes:
    return json.dumps(["join", {"channel": f"sheet:{target.sheet}"}]).encode()


ATTACKS: dict[str, Callable[[Target], None]] = {
    "floods": floods,
    "never reads": never_reads,
    "reads slowly": reads_slowly,
    "shouts": shouts,
    "nests": nests,
    "joins": joins,
}


def main(attack: str, port: str, *rest: str) -> None:
    """Attacks until somebody ends it; a broken connection is made anew."""
    target = Target(int(port), *rest)
    print("attacking", flush=True)
    while True:
        with suppress(OSError):
            ATTACKS[attack](target)
        time.sleep(0.01)


if __name__ == "__main__":
    main(*sys.argv[1:])
