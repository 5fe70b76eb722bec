"""The disk fails under a house at work: it stops acknowledging, says so, and never lies.

Real SQLite files, a real server and two phones; a disk of 24 MB of its own, where the system lets
a test mount one. ``synchronous=FULL`` itself is asserted in tests/storage.
"""

import re
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser

from discussion.storage.database import open_database
from tests.journeys.evening import CALM, Sitting, Verdict, judge
from tests.journeys.reborn import Reborn, reborn
from tests.kit.nursery import LOST, READ_ONLY, TROUBLED, UNKNOWN
from tests.kit.proxy import proxies
from tests.kit.server import new_server

pytestmark = pytest.mark.browser

PATIENCE = 40  # seconds; a lock alone is waited for five, and asked again


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A disk of 24 MB at that place, if the system lets a test mount one."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    mounted = subprocess.run(mount, capture_output=True).returncode == 0
    try:
        yield
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture(scope="module")
def sitting(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sitting]:
    """Two people at table 1, and the house they type into."""
    folder = tmp_path_factory.mktemp("house")
    with small_disk(folder), proxies(1) as (line,):
        origin = f"http://127.0.0.1:{line.port}"
        with reborn(folder, TROUBLED, DISCUSSION_ORIGINS=origin) as server:
            line.target = server.port
            with closing(open_database(server.settings.database_url)) as database:
                sitting = Sitting(server, database, browser, line, 1)
                sitting.sit_down()
                yield sitting
                for tablet in sitting.tablets:
                    tablet.context.close()


@contextmanager
def another_program_writes(server: Reborn) -> Iterator[None]:
    """Somebody else holds the lock on the database and does not let go."""
    other = sqlite3.connect(server.settings.database_path, isolation_level=None)
    with closing(other):
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def no_file_may_grow(server: Reborn) -> Iterator[None]:
    """The system refuses every write behind the first page of a file."""
    _, most = resource.prlimit(server.child, resource.RLIMIT_FSIZE)
    resource.prlimit(server.child, resource.RLIMIT_FSIZE, (4096, most))
    try:
        yield
    finally:
        resource.prlimit(server.child, resource.RLIMIT_FSIZE, (most, most))


@contextmanager
def no_room_is_left(server: Reborn) -> Iterator[None]:
    """Something else has filled the disk."""
    if not server.data.is_mount():
        pytest.skip("the system lets no test mount a small disk")
    with closing(sqlite3.connect(server.settings.database_path)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    ballast = server.data / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"\0" * 4096):
            pass
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def named(trouble: str, server: Reborn) -> Iterator[None]:
    """SQLite itself refuses, or COMMIT fails; see the nursery."""
    file = server.data / "trouble"
    file.write_text(trouble, "ascii")
    try:
        yield
    finally:
        file.unlink()


Fault = Callable[[Reborn], AbstractContextManager[None]]
FAULTS: dict[str, Fault] = {
    "locked by another program": another_program_writes,
    "read-only": partial(named, READ_ONLY),
    "no file may grow": no_file_may_grow,
    "no room on the disk": no_room_is_left,
    "COMMIT fails": partial(named, LOST),
    "COMMIT is done and reported as failed": partial(named, UNKNOWN),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failing_disk_is_told_and_costs_no_word(sitting: Sitting, fault: str):
    server = sitting.server
    assert isinstance(server, Reborn)
    until(sitting.settled)
    before = sitting.stored()
    with FAULTS[fault](server):
        for tablet in sitting.tablets:
            tablet.types()
        until(lambda: not CALM & {tablet.says() for tablet in sitting.tablets})
        until(lambda: health(server) == 503)
        assert sitting.stored() == before or "is done" in fault
    until(sitting.settled)
    until(lambda: health(server) == 200)
    verdict = Verdict(fault)
    for tablet in sitting.tablets:
        tablet.listen()
    judge(sitting, verdict)
    assert (verdict.lost, verdict.doubled, verdict.false_claims) == ([], [], [])
    assert verdict.claims > 0


def test_a_house_whose_folder_cannot_be_written_says_so_and_does_not_start(tmp_path: Path):
    server = new_server(tmp_path)
    server.start("--sample")
    server.stop()
    with read_only(tmp_path):
        started = subprocess.run(
            [sys.executable, "-m", "discussion", "serve"],
            env=server.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    assert started.returncode == 1
    assert "Traceback" not in started.stderr
    assert re.search("read-only|not permitted|denied", started.stderr, re.I), started.stderr


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder cannot be written, not even by root."""
    bind = ["mount", "--bind", str(folder), str(folder)]
    mounted = subprocess.run(bind, capture_output=True).returncode == 0
    if mounted:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
    else:
        folder.chmod(0o500)
        (folder / "serving.lock").chmod(0o400)
    try:
        yield
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        else:
            folder.chmod(0o700)


def health(server: Reborn) -> int:
    """What /healthz answers."""
    with suppress(requests.Timeout):
        return requests.get(f"{server.url}/healthz", timeout=5).status_code
    return 0


def until(holds: Callable[[], bool]) -> None:
    """Waits for a condition as long as anybody would."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.1)
