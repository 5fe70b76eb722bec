"""A bare WebSocket relay without storage: the least a server can do, as fast as a C library is.

Run as ``relay.py PORT [--drop N] [--delay SECONDS]``; dropping every N-th message it passes on,
or keeping each one back, are the faults that the benchmark plants to see itself catch them.
"""

import argparse
import asyncio
from collections import defaultdict

import uvloop
from picows import WSFrame, WSListener, WSMsgType, WSTransport, WSUpgradeRequest, ws_create_server

EVERYTHING = b"*"


class Relay(WSListener):
    """One client: its first message names the room it is in, all others are for that room."""

    rooms: defaultdict[bytes, list[WSTransport]] = defaultdict(list)
    drop, delay, passed_on = 0, 0.0, 0

    def __init__(self) -> None:
        self.room = b""

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Called by the library."""
        if frame.msg_type == WSMsgType.CLOSE:
            transport.disconnect()
        elif not self.room:
            self.room = frame.get_payload_as_bytes()
            self.rooms[self.room].append(transport)
            transport.send(WSMsgType.TEXT, b"in")
        elif self.delay:
            message = frame.get_payload_as_bytes()
            asyncio.get_running_loop().call_later(self.delay, self.pass_on, transport, message)
        else:
            self.pass_on(transport, frame.get_payload_as_bytes())

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """Called by the library."""
        if transport in self.rooms[self.room]:
            self.rooms[self.room].remove(transport)

    def pass_on(self, sender: WSTransport, message: bytes) -> None:
        """To everybody else in the room, and to those who listen to all rooms."""
        for room in (self.room, EVERYTHING):
            for member in self.rooms[room]:
                if member is not sender and not self._dropped():
                    member.send(WSMsgType.TEXT, message)

    def _dropped(self) -> bool:
        if not self.drop:
            return False
        Relay.passed_on += 1
        return Relay.passed_on % self.drop == 0


async def serve() -> None:
    """Relays until it is ended."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--drop", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0.0)
    asked = parser.parse_args()
    Relay.drop, Relay.delay = asked.drop, asked.delay

    def enter(_request: WSUpgradeRequest) -> WSListener:
        return Relay()

    server = await ws_create_server(enter, "127.0.0.1", asked.port, backlog=512)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(serve())
