"""A server in a process of its own: started, watched through /proc, ended; must not know which."""

import os
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

READY_WITHIN = 60  # seconds
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class ServerFailed(Exception):
    """The server did not start, or ended by itself; its last words are told."""


class Process:
    """A running server and all the processes it has started."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path, port: int
    ) -> None:
        self.port = port
        self._log = folder / "server.log"
        with self._log.open("ab") as out:
            self._process = subprocess.Popen(
                command, env={**os.environ, **environment}, cwd=folder, stdout=out, stderr=out
            )
        self.pid = self._process.pid
        self._wait_until_it_listens()

    def cpu_seconds(self) -> float:
        """User and system time of every thread and child so far."""
        return sum(_times(pid) for pid in _family(self.pid)) / TICKS

    def memory_mib(self) -> float:
        """Resident memory of the server and its children."""
        sizes = [_read(pid, "statm").split() for pid in _family(self.pid)]
        return round(sum(int(size[1]) for size in sizes if size) * PAGE / 2**20, 1)

    def check(self) -> None:
        """Raises ``ServerFailed`` when it has ended."""
        if self._process.poll() is not None:
            words = self._log.read_text("utf-8", "replace")[-1500:]
            raise ServerFailed(f"ended with {self._process.returncode}: {words}")

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Ends it as an operator would; kills it when it does not go."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._process.wait()

    def _wait_until_it_listens(self) -> None:
        deadline = time.monotonic() + READY_WITHIN
        while not listens(self.port):
            self.check()
            if time.monotonic() > deadline:
                self.kill()
                raise ServerFailed(f"does not listen on port {self.port}")
            time.sleep(0.02)


def listens(port: int) -> bool:
    """Whether something on this machine takes connections there."""
    with closing(socket.socket()) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """A port that nobody uses now."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port: int = free.getsockname()[1]
        return port


def _family(root: int) -> list[int]:
    """A process and its descendants."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit() and (stat := _read(int(entry), "stat")):
            parents[int(entry)] = int(stat.rpartition(")")[2].split()[1])
    family = [root]
    for one in family:
        family += [pid for pid, parent in parents.items() if parent == one]
    return family


def _times(pid: int) -> int:
    """Ticks of all threads of a process, and of its children that have ended."""
    fields = _read(pid, "stat").rpartition(")")[2].split()
    return sum(int(field) for field in fields[11:15])


def _read(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text("ascii", "replace")
    except OSError:
        return ""
