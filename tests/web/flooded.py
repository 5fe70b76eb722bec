"""A house with somebody who attacks it, and what the others notice meanwhile.

The attackers are a process of their own, so that what is measured is the house and not the
measuring. Must not know how the house defends itself.
"""

import json
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import websocket

from discussion.app import make_runtime
from discussion.storage.database import open_database
from discussion.web.security import COOKIE, csrf_token
from tests.kit.house.held import Held, new_workshop
from tests.kit.house.runtime import Clock
from tests.kit.server import Server, new_server
from tests.web.test_attacks import heard, line_of

BEARABLE = 0.25  # seconds for 95 of 100 acknowledgements
ON_A_BUSY_MACHINE = 4  # times what the same letters take without anybody attacking
GROWTH = 50  # MB that one attack may cost
LETTERS, PAUSE = 40, 0.07  # how many, and seconds between two


@dataclass(frozen=True)
class Cost:
    """What the others noticed: 95 of 100 letters were acknowledged within ``p95`` seconds.

    Seconds in which the machine had no processor for the house, or for who measures, do not count.
    """

    p95: float
    growth: int  # MB of memory


@contextmanager
def crowded_house(folder: Path) -> Iterator[tuple[Server, Held]]:
    """A served workshop with 30 notes of 2,000 characters on the sheet that attackers ask for."""
    server = new_server(folder)
    server.start()
    try:
        with closing(open_database(server.settings.database_url)) as database:
            held = new_workshop(database, make_runtime(server.settings), Clock(), tables=3)
            for _ in range(30):
                held.write("x" * 2_000)
            yield server, held
    finally:
        server.kill()


def unbearable(cost: Cost, calm: Cost) -> bool:
    """Whether others would notice; a machine that is busy with other things is allowed for."""
    return cost.p95 > max(BEARABLE, ON_A_BUSY_MACHINE * calm.p95)


def measured(running: Server, held: Held, letters: int = LETTERS) -> Cost:
    """Types a note letter by letter, as people do."""
    before, waited = memory(running), []
    note = held.write("", by="second")
    with closing(line_of(running, held, "second")) as line:
        for base in range(letters):
            time.sleep(PAUSE)
            queued = in_line_for_a_processor(running)
            took = typed(line, held, note, base)
            waited.append(max(0.0, took - in_line_for_a_processor(running) + queued))
    p95 = statistics.quantiles(waited, n=20)[-1]
    return Cost(p95, memory(running) - before)


def typed(line: websocket.WebSocket, held: Held, note: str, base: int) -> float:
    """Seconds until a letter is acknowledged."""
    command = held.command("edit_text", text=note, base=base, change=["a"])
    begun = time.monotonic()
    line.send("42" + json.dumps(["commands", [command]]))
    answer = heard(line, '42["answers"')[1][0]
    assert answer.get("version") == base + 1, answer
    return time.monotonic() - begun


def in_line_for_a_processor(running: Server) -> float:
    """Seconds so far in which house or measurer could have gone on, had the machine not been busy.

    None where the system does not count them.
    """
    assert running.process is not None
    waited = 0
    for counted in (
        *Path(f"/proc/{running.process.pid}/task").glob("*/schedstat"),
        Path("/proc/thread-self/schedstat"),
    ):
        with suppress(OSError):  # a thread that has ended meanwhile
            waited += int(counted.read_text("ascii").split()[1])
    return waited / 1e9


def memory(running: Server) -> int:
    """What the house takes of the machine's memory, in MB."""
    assert running.process is not None
    status = Path(f"/proc/{running.process.pid}/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


@contextmanager
def attacked(running: Server, held: Held, attack: str) -> Iterator[None]:
    """Somebody with the first table's card attacks in the meantime."""
    somebody = held.people["rapporteur"]
    facts = (
        str(running.port),
        f"{COOKIE}={somebody.secret}",
        csrf_token(held.runtime.secret, somebody.secret),
        held.sheet(),
    )
    attacker = subprocess.Popen(
        [sys.executable, "-m", "tests.web.hostiles", attack, *facts], stdout=subprocess.PIPE
    )
    with attacker:
        assert attacker.stdout is not None
        assert attacker.stdout.readline() == b"attacking\n"
        try:
            yield
            assert attacker.poll() is None, "nobody attacked any more"
        finally:
            attacker.kill()


@contextmanager
def standing_still(running: Server) -> Iterator[None]:
    """Plants the fault: the whole process stops for most of a second, again and again."""
    assert running.process is not None
    process, over = running.process, threading.Event()

    def stop_and_go() -> None:
        while not over.is_set():
            process.send_signal(signal.SIGSTOP)
            over.wait(0.6)
            process.send_signal(signal.SIGCONT)
            over.wait(0.1)

    nuisance = threading.Thread(target=stop_and_go)
    nuisance.start()
    try:
        yield
    finally:
        over.set()
        nuisance.join()
