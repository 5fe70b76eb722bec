"""Measures one row: one server, one load, once; must not know which server it is."""

import asyncio
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import uvloop

from bench.figures import Row, per_thousand, percentiles
from bench.load import Load, clock
from bench.process import Process, free_port
from bench.servers import Server

T = TypeVar("T")

WATCHING = 10
WARM_UP = 3.0  # seconds of typing before it counts
PATIENCE = 10.0  # seconds for the last characters to arrive
JOIN_AT_ONCE = 40
BUSY = 0.9  # share of a core from which the generator may be what is slow
LATE = 0.02  # seconds; a generator that presses keys later than this measures itself


def measure(
    make: Callable[[], Server], typing: int, seconds: float, *, seed: int = 1, profile: str = ""
) -> Row:
    """One row; ``profile`` names a file for the server's stacks. Raises ``ServerFailed``."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        row = _Row(make(), typing, seconds, Path(folder), seed, profile)
        return run_in_loop(row.measured())


async def join_all(server: Server, load: Load, port: int) -> list[Any]:
    """Everybody's clients: those who type in their order, then those who watch."""
    room = asyncio.Semaphore(JOIN_AT_ONCE)

    async def one(make: Callable[[Load, int, int], Awaitable[Any]], number: int) -> Any:
        async with room:
            return await make(load, number, port)

    typists = [one(server.typist, number) for number in range(load.typing)]
    watchers = [one(server.watcher, number) for number in range(load.watching)]
    return list(await asyncio.gather(*typists, *watchers))


def run_in_loop(work: Coroutine[Any, Any, T]) -> T:
    """Runs a measurement on the quickest loop there is."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


class _Row:
    def __init__(
        self, server: Server, typing: int, seconds: float, folder: Path, seed: int, profile: str
    ) -> None:
        self._server, self._seconds, self._folder = server, seconds, folder
        self._load = Load(typing, WATCHING, seed)
        self._port = free_port()
        self._profile = profile
        self._clients: list[Any] = []

    async def measured(self) -> Row:
        self._server.prepare(self._folder, self._load)
        command, port = self._server.command(self._port), self._port
        environment = self._server.environment(self._folder, port)
        process = Process(command, environment, self._folder, port)
        try:
            self._clients = await join_all(self._server, self._load, self._port)
            return await self._typing(process)
        finally:
            process.stop()

    async def _typing(self, process: Process) -> Row:
        load = self._load
        gc.collect()
        gc.freeze()
        gc.disable()
        driving = asyncio.create_task(load.drive(self._clients, WARM_UP + self._seconds))
        await asyncio.sleep(WARM_UP)
        load.begin()
        started, cpu, own = clock(), process.cpu_seconds(), time.process_time()
        stacks = _profiled(process.pid, self._profile, self._seconds)
        await asyncio.sleep(self._seconds - 0.05)
        load.end()
        delivered, took = load.delivered, clock() - started
        cpu, own = process.cpu_seconds() - cpu, time.process_time() - own
        memory = process.memory_mib()
        await driving
        settled = await load.settle(PATIENCE)
        process.check()
        row = self._figures(cpu, delivered, took, own / took, memory, settled)
        row["lost"] = load.missed + load.outstanding() + await self._differences()
        for client in self._clients:
            client.close()
        if stacks is not None:
            with suppress(subprocess.TimeoutExpired):
                stacks.wait(timeout=20)
        gc.enable()
        gc.unfreeze()
        return row

    def _figures(
        self, cpu: float, delivered: int, took: float, own: float, memory: float, settled: float
    ) -> Row:
        load = self._load
        load.give_up()
        lag = percentiles(load.lag, "", 99)["p99_ms"] or 0.0
        return {
            "server": self._server.name,
            "typing": load.typing,
            "cpu_ms_per_1000": per_thousand(cpu, delivered),
            **percentiles(load.to_peer, "", 50, 95, 99),
            **percentiles(load.acknowledged, "ack_", 50, 99),
            **percentiles(load.to_watcher, "board_", 50, 99),
            "rss_mib": memory,
            "lost": 0,
            "refused": load.refused,
            "delivered": delivered,
            "server_cores": round(cpu / took, 3),
            "settled_s": round(settled, 2),
            "generator_cores": round(own, 3),
            "generator_lag_p99_ms": lag,
            "saturated": own > BUSY or lag > LATE * 1000,
        }

    async def _differences(self) -> int:
        """Characters by which what is kept is not what was typed."""
        kept = await self._server.stored(self._load, self._folder, self._port)
        if kept is None:
            return 0
        told = [self._load.words(typist) for typist in range(self._load.typing)]
        found = [words for table in kept for words in table]
        return sum(
            max(1, abs(len(words) - len(other)))
            for words, other in zip(told, found, strict=True)
            if words != other
        )


def _profiled(pid: int, file: str, seconds: float) -> "subprocess.Popen[bytes] | None":
    """py-spy at work on the server; it leaves its stacks in a file."""
    if not file:
        return None
    spy = Path(sys.executable).with_name("py-spy")
    options = ["--duration", str(max(1, int(seconds) - 1)), "--format", "raw", "--rate", "250"]
    return subprocess.Popen(
        [str(spy), "record", *options, "--output", file, "--threads", "--pid", str(pid)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
