"""Measures a power cut: what was confirmed and is gone, and how soon everybody is back.

The server is killed while everybody types. What it had confirmed is looked for on the disk, as
if nobody's tablet had survived; then it is started again, and every client comes back with what
it still holds.
"""

import asyncio
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.figures import Row
from bench.load import Load, clock
from bench.process import Process, free_port
from bench.row import WATCHING, join_all, run_in_loop
from bench.servers import Keeper, Words

TYPING = 40
EARLIEST, LATEST = 3.0, 6.0  # seconds of typing before the server is killed
PATIENCE = 20.0  # seconds for everybody to have everything again


def measure(server: Keeper, *, seed: int) -> Row:
    """One kill; raises ``ServerFailed``."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return {"server": server.name, **run_in_loop(_killed(server, Path(folder), seed))}


async def _killed(server: Keeper, folder: Path, seed: int) -> Row:
    load, port = Load(TYPING, WATCHING, seed), free_port()
    server.prepare(folder, load)
    process = Process(server.command(port), server.environment(folder, port), folder, port)
    try:
        clients = await join_all(server, load, port)
        moment = random.Random(seed).uniform(EARLIEST, LATEST)
        typing = asyncio.create_task(load.drive(clients, moment + 0.1))
        await asyncio.sleep(moment)
        process.kill()
        await typing
        confirmed = [client.confirmed_upto() for client in clients[:TYPING]]
        lost = _lost(load, confirmed, server.kept(load, folder))
        start = clock()
        process = Process(server.command(port), server.environment(folder, port), folder, port)
        listening = clock()
        await asyncio.gather(*(client.come_back(port) for client in clients))
        await load.settle(PATIENCE)
        back = clock()
        return {
            "confirmed": sum(confirmed),
            "lost": lost,
            "start_ms": round((listening - start) * 1000),
            "back_ms": round((back - listening) * 1000, 1),
            "not_back": load.outstanding(),
        }
    finally:
        process.stop()


def _lost(load: Load, confirmed: Sequence[int], kept: Sequence[Words]) -> int:
    """Confirmed characters that the disk does not hold, or not in their place."""
    found: list[Any] = [words for table in kept for words in table]
    lost = 0
    for typist, (promised, words) in enumerate(zip(confirmed, found, strict=True)):
        lost += promised - len(_alike(load.words(typist, promised), words))
    return lost


def _alike(told: str, kept: str) -> str:
    """How far what is kept agrees with what was typed."""
    for place, (one, other) in enumerate(zip(told, kept, strict=False)):
        if one != other:
            return told[:place]
    return told[: len(kept)]
