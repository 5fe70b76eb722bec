"""Measures joining: fifty people open, all at once, what one table typed in an hour."""

import asyncio
import tempfile
from pathlib import Path

from bench.figures import Row, percentiles
from bench.load import clock
from bench.process import Process, free_port
from bench.row import run_in_loop
from bench.servers import Keeper
from bench.servers.discussion_workshop import HOUR_LENGTH, HOUR_NOTES

JOINING = 50


def measure(server: Keeper) -> Row:
    """Once; raises ``ServerFailed``, or ``ValueError`` when somebody is not shown everything."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder, port = Path(name), free_port()
        server.prepare_hour(folder, JOINING)
        process = Process(server.command(port), server.environment(folder, port), folder, port)
        try:
            return {"server": server.name, "joining": JOINING, **run_in_loop(_all(server, port))}
        finally:
            process.stop()


async def _all(server: Keeper, port: int) -> Row:
    took: list[float] = []

    async def one(number: int) -> None:
        start = clock()
        shown = await server.newcomer(number, port)
        took.append(clock() - start)
        if shown < HOUR_NOTES * HOUR_LENGTH:
            raise ValueError(f"{server.name} showed {shown} characters of an hour")

    await one(0)
    alone = took.pop()
    start = clock()
    await asyncio.gather(*(one(number) for number in range(1, JOINING)))
    return {
        "alone_ms": round(alone * 1000, 1),
        **percentiles(took, "", 50, 99),
        "all_in_ms": round((clock() - start) * 1000, 1),
    }
