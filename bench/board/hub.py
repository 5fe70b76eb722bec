"""What five boards of a full topic add to forty people's typing; must not know how they look.

The same typing twice on one server: first nobody watches, then five boards do. What the second
costs more is the boards' share. The server's own thread (the hub) does everything but writing.
"""

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.board.ground import BOARDS, TYPING, House
from bench.board.results import share
from bench.figures import Row, percentile, percentiles
from bench.load import Load, clock
from bench.process import TICKS, Process, free_port
from bench.row import run_in_loop
from bench.servers.discussion import Discussion
from bench.servers.discussion_pages import Board, Typist, Watcher
from bench.servers.discussion_workshop import Prepared

WARM_UP, SECONDS, PATIENCE = 1.5, 4.5, 10.0
FIRST, PAGE = 500, 2_000
AGAIN = 2.0  # seconds after a page of notes that was refused as too often, as on the page


def measure(house: House, seed: int) -> Iterator[Row]:
    """The two rows, with memory; raises ``ServerFailed``."""
    with _serving(house) as process:
        yield from run_in_loop(_both(house, process, seed))


def planted(house: House) -> float:
    """How late (p99, milliseconds) a board is told by a server that tells it once a second."""
    with _serving(house, DISCUSSION_BOARD_HZ="1") as process:
        row = run_in_loop(_watched(house, process, 1))
    return float(str(row["board_p99_ms"]))


@contextmanager
def _serving(house: House, **settings: str) -> Iterator[Process]:
    server, port = Discussion(), free_port()
    environment = server.environment(house.folder, port) | settings
    process = Process(server.command(port), environment, house.folder, port)
    try:
        yield process
    finally:
        process.stop()


async def _both(house: House, process: Process, seed: int) -> list[Row]:
    empty = process.memory_mib()
    without = await _typed(house.turn(0), process, Load(TYPING, 0, seed), [])
    watched = await _watched(house, process, seed)
    rows = [
        _row("no board", without | {"rss_grown_mib": _grown(empty, without)}),
        _row(f"{BOARDS} boards", watched | {"rss_grown_mib": _grown(empty, watched)}),
    ]
    rows[1]["share"] = share(*rows)
    return rows


async def _watched(house: House, process: Process, seed: int) -> Row:
    load, boards, opening = Load(TYPING, BOARDS, seed), [], []
    for number in range(BOARDS):
        board = Onlooker(load, number, house.turn(1), Board())
        started = clock()
        await board.join(process.port)
        opening.append(1000 * (clock() - started))
        boards.append(board)
    figures = await _typed(house.turn(1), process, load, boards)
    return figures | {"opening_ms": round(percentile(opening, 0.5), 1)}


def _grown(before: float, row: Row) -> float:
    return round(float(str(row["rss_mib"])) - before, 1)


def _row(what: str, figures: Row) -> Row:
    return {"part": "hub", "what": f"{TYPING} typing, {what}", "who": "discussion", **figures}


async def _typed(prepared: Prepared, process: Process, load: Load, boards: list[Any]) -> Row:
    typists = [Typist(load, number, prepared) for number in range(TYPING)]
    for typist in typists:
        await typist.join(process.port)
    gc.collect()
    gc.disable()
    driving = asyncio.create_task(load.drive(typists, WARM_UP + SECONDS))
    await asyncio.sleep(WARM_UP)
    load.begin()
    started, hub, cpu = clock(), _hub_seconds(process.pid), process.cpu_seconds()
    await asyncio.sleep(SECONDS - 0.05)
    load.end()
    took, hub, cpu = clock() - started, _hub_seconds(process.pid) - hub, process.cpu_seconds() - cpu
    keys = sum(load.counts(due) for typed in load.due for due in typed)
    await driving
    await load.settle(PATIENCE)
    process.check()
    load.give_up()
    gc.enable()
    for client in (*typists, *boards):
        client.close()
    return {
        "hub_ms_per_1000": round(1e6 * hub / keys, 1),
        "cpu_ms_per_1000": round(1e6 * cpu / keys, 1),
        "hub_cores": round(hub / took, 3),
        **percentiles(load.to_peer, "", 50, 95),
        "max_ms": round(1000 * max(load.to_peer), 1),
        **percentiles(load.acknowledged, "ack_", 99),
        **percentiles(load.to_watcher, "board_", 99),
        "rss_mib": process.memory_mib(),
        "lost": load.missed + load.outstanding(),
        "refused": load.refused,
    }


class Onlooker(Watcher):
    """A moderator's board that asks for its notes as the page does: the newest, then by pages."""

    async def join(self, port: int) -> dict[str, Any]:
        """Opens the board; returns once every note has come."""
        await self.open(port)
        channel = f"board:{self._prepared.topic}"
        answer = await self.ask("join", {"channel": channel, "first": FIRST})
        state: dict[str, Any] = answer["state"]
        notes, rest = list(state["notes"]), state["rest"]
        while rest:
            more = await self.ask("more", {"channel": channel, "before": rest, "first": PAGE})
            if "refused" in more:
                await asyncio.sleep(AGAIN)
                continue
            notes += more["notes"]
            rest = more["rest"]
        self._show(self._lengths(notes))
        return {**state, "notes": notes}


def _hub_seconds(pid: int) -> float:
    """Processor time of a server's first thread."""
    fields = Path(f"/proc/{pid}/task/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(int(field) for field in fields[11:13]) / TICKS
