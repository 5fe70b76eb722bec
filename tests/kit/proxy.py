"""A bad line between a browser and the house: TCP on loopback, with weather; knows no protocol.

What a stretch of bad weather swallowed is gone, so a connection that lost a byte in a direction
carries nothing more in that direction, for ever, and neither end is told: half-open, as after
a phone has changed its network.
"""

import asyncio
import random
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

RESET = struct.pack("ii", 1, 0)  # lingering for no time: an RST instead of a goodbye
PIECE = 65_536  # bytes read at once
AHEAD = 64  # pieces that may be under way in one direction


@dataclass(frozen=True)
class Weather:
    """What happens on the line while it lasts; times in seconds."""

    delay: float = 0.0  # each way
    spread: float = 0.0  # more or less of it
    stall_every: float = 0.0
    stall: float = 0.0  # how long everything stands still each time
    up: bool = True  # whether what the browser sends arrives
    down: bool = True  # whether what the house sends arrives
    reachable: bool = True  # whether a new connection is accepted


FAIR = Weather()


class Proxy:
    """One line to a port of this machine; ``weather`` may be set at any time, by any thread."""

    def __init__(self, target: int = 0) -> None:
        self.target, self.weather = target, FAIR
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.port: int = self.listener.getsockname()[1]
        self.accepted = 0
        self._chance = random.Random(self.port)
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=f"line {self.port}", daemon=True)
        self._thread.start()

    def cut(self) -> None:
        """Resets every connection there is."""
        self._loop.call_soon_threadsafe(self._reset_all)

    def close(self) -> None:
        """Resets everything and ends."""
        self._loop.call_soon_threadsafe(self._end)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        with suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._accept())
        self._loop.run_until_complete(self._leave())
        self._loop.close()
        self.listener.close()

    async def _accept(self) -> None:
        self._accepting = asyncio.current_task()
        while True:
            line, _ = await self._loop.sock_accept(self.listener)
            if not self.weather.reachable:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                line.close()
                continue
            self.accepted += 1
            task = self._loop.create_task(self._connect(line))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _connect(self, line: socket.socket) -> None:
        from_browser, to_browser = await asyncio.open_connection(sock=line)
        self._writers.add(to_browser)
        try:
            from_house, to_house = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            self._reset(to_browser)
            return
        self._writers.add(to_house)
        await asyncio.gather(
            self._carry(from_browser, to_house, "up"), self._carry(from_house, to_browser, "down")
        )

    async def _carry(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: str
    ) -> None:
        """Carries one direction until it ends; what it carries keeps its order."""
        pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(AHEAD)
        writing = self._loop.create_task(self._write(pieces, sink))
        swallowed, due = False, 0.0
        try:
            while piece := await source.read(PIECE):
                swallowed = swallowed or not getattr(self.weather, way)
                if not swallowed:
                    due = max(due, self._arrival())
                    await pieces.put((due, piece))
            if not swallowed and getattr(self.weather, way):
                await pieces.put((max(due, self._arrival()), b""))
                await writing
        except OSError:
            if getattr(self.weather, way):
                self._reset(sink)
        finally:
            writing.cancel()
            with suppress(asyncio.CancelledError):
                await writing

    async def _write(
        self, pieces: "asyncio.Queue[tuple[float, bytes]]", sink: asyncio.StreamWriter
    ) -> None:
        with suppress(OSError):
            while True:
                due, piece = await pieces.get()
                await asyncio.sleep(due - self._loop.time())
                if not piece:
                    self._writers.discard(sink)
                    sink.close()
                    return
                sink.write(piece)
                await sink.drain()

    def _arrival(self) -> float:
        """When a piece that came just now arrives at the other end."""
        now, weather = self._loop.time(), self.weather
        if weather.stall_every:
            phase = now % weather.stall_every
            if phase < weather.stall:
                now += weather.stall - phase
        return now + weather.delay + self._chance.uniform(-weather.spread, weather.spread)

    def _reset_all(self) -> None:
        for writer in list(self._writers):
            self._reset(writer)

    def _reset(self, writer: asyncio.StreamWriter) -> None:
        self._writers.discard(writer)
        line = writer.get_extra_info("socket")
        with suppress(OSError):
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        writer.transport.abort()

    def _end(self) -> None:
        assert self._accepting is not None
        self._accepting.cancel()

    async def _leave(self) -> None:
        self._reset_all()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@contextmanager
def proxies(count: int) -> Iterator[list[Proxy]]:
    """That many lines, which still need a target."""
    lines = [Proxy() for _ in range(count)]
    try:
        yield lines
    finally:
        for line in lines:
            line.close()
