"""A server of the rehearsal's own, in a process and a folder of its own; it knows no play."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import requests

from discussion.rehearsal.failure import RehearsalFailed
from discussion.storage import contributions, log, synthesis
from discussion.storage.database import open_database

READY_WITHIN = 60  # seconds
TOLD = 600  # characters of the server's last words
# The rehearsal types faster than anybody can; a real server's limits would only slow it down.
LIMITS = {"DISCUSSION_COMMANDS_PER_SECOND": "2000", "DISCUSSION_COMMAND_BURST": "20000"}


class OwnServer:
    """A fresh server on a free port of this computer; ``kill`` leaves its database behind."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="discussion-rehearsal-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._welcome = 0  # bytes of the log that only say how to sign in
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("DISCUSSION_")},
            "DISCUSSION_DATA": str(self._folder),
            "DISCUSSION_PORT": str(port),
            **LIMITS,
        }

    def start(self) -> None:
        """Starts it and waits until it answers."""
        with self._log.open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "discussion", "serve", "--sample"],
                env=self._environment,
                stdout=out,
                stderr=out,
                start_new_session=True,  # Ctrl-C is for the rehearsal, which ends it in order
            )
        deadline = time.monotonic() + READY_WITHIN
        while not self._answers():
            self.check()
            if time.monotonic() > deadline:
                raise RehearsalFailed(f"The server did not start: {self._last_words()}")
            time.sleep(0.05)
        self._welcome = self._log.stat().st_size

    @property
    def link(self) -> str:
        """The secretariat's sign-in link that it prints when it starts."""
        found = re.search(r"\S+/link#\S+", self._log.read_text("utf-8", "replace"))
        if found is None:
            raise RehearsalFailed(f"The server printed no sign-in link: {self._last_words()}")
        return found[0]

    def check(self) -> None:
        """Raises ``RehearsalFailed`` when it has stopped by itself."""
        ended = self._process.poll() if self._process is not None else None
        if ended is not None:
            how = f"by signal {-ended}" if ended < 0 else f"with status {ended}"
            raise RehearsalFailed(f"The server stopped {how}: {self._last_words()}.")

    def kill(self) -> None:
        """Ends it as a power cut would: what it has acknowledged must be on the disk."""
        if self._process is not None:
            process, self._process = self._process, None
            process.kill()
            process.wait()

    def remove(self) -> None:
        """Ends it and takes its folder away."""
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def words_kept(self, workshop: str) -> dict[str, str]:
        """Every note's and point's words by id, read from the database file itself."""
        database = open_database(f"sqlite:///{self._folder / 'discussion.sqlite3'}")
        with closing(database), database.reading() as transaction:
            notes = contributions.notes_of_workshop(transaction, workshop)
            points = synthesis.points_of_workshop(transaction, workshop)
            held = {note.contribution.id: note.contribution.text for note in notes}
            return held | {point.id: point.statement for point in points}

    def commands_kept(self, workshop: str, commands: set[str]) -> set[str]:
        """Which of these commands stand in the log."""
        database = open_database(f"sqlite:///{self._folder / 'discussion.sqlite3'}")
        with closing(database), database.reading() as transaction:
            ids = sorted(commands)
            kept: set[str] = set()
            for start in range(0, len(ids), 500):
                kept |= set(log.answered(transaction, workshop, set(ids[start : start + 500])))
            return kept

    def _answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/healthz", timeout=2).status_code == 200
        except requests.RequestException:
            return False

    @property
    def _log(self) -> Path:
        return self._folder / "server.log"

    def _last_words(self) -> str:
        said = self._log.read_bytes()[self._welcome :] if self._log.exists() else b""
        return said.decode("utf-8", "replace").strip()[-TOLD:] or "it said nothing more"
