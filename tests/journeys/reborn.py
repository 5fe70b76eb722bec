"""A real server process that is killed and back within the blink of an eye; see kit/nursery."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.kit.server import READY_WITHIN, Server, new_server

IN_A_HURRY = {"DISCUSSION_COMMANDS_PER_SECOND": "5000", "DISCUSSION_COMMAND_BURST": "50000"}


@dataclass
class Reborn(Server):
    """A server whose processes are forked from one that has read all the code already."""

    mother: Any = None
    child: int = 0
    plans: tuple[str, ...] = ()

    def start(self, *arguments: str) -> None:
        """Has a process forked and waits until the database answers."""
        self.begin(*arguments)
        deadline = time.monotonic() + READY_WITHIN
        while not self._answers():
            if time.monotonic() > deadline:
                raise RuntimeError((self.data / "server.log").read_text("utf-8"))
            time.sleep(0.01)

    def begin(self, *arguments: str) -> None:
        """Has a process forked and waits for nothing: it may be killed while it starts."""
        self.mother.stdin.write(" ".join((*arguments, *self.plans)) + "\n")
        self.mother.stdin.flush()
        self.child = int(self.mother.answers.readline())

    def kill(self) -> None:
        """Ends the process as a power cut would: no goodbye."""
        if not self.child:
            return  # nothing was started; 0 would mean ourselves
        with suppress(ProcessLookupError):
            os.kill(self.child, signal.SIGKILL)
            while True:  # until its lock is free
                os.kill(self.child, 0)
                time.sleep(0.001)


@contextmanager
def reborn(folder: Path, *plans: str, **settings: str) -> Iterator[Reborn]:
    """The sample with two tables, served; later lives have what the nursery calls ``plans``."""
    plain = new_server(folder, **IN_A_HURRY, **settings)
    read, write = os.pipe()
    with (folder / "server.log").open("ab") as log:
        mother: Any = subprocess.Popen(
            [sys.executable, "-m", "tests.kit.nursery", str(write)],
            env=plain.environment,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            text=True,
            pass_fds=[write],
        )
    os.close(write)
    with os.fdopen(read) as mother.answers, mother:
        server = Reborn(plain.data, plain.port, plain.settings, plain.environment, mother=mother)
        try:
            server.start("--sample")
            server.add_tables(2)
            if plans:
                server.kill()
                server.plans = plans
                server.start()
            yield server
        finally:
            server.kill()
            mother.stdin.close()
