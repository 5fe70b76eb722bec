"""A real server in a process of its own, with the sample workshop; killed and started at will."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests

from discussion import desk
from discussion.app import make_runtime
from discussion.services.cards import table_code, table_token
from discussion.settings import Settings
from discussion.storage import programme
from discussion.storage.database import open_database

READY_WITHIN = 30  # seconds


@dataclass
class Server:
    """One installation: its data folder outlives its process."""

    data: Path
    port: int
    settings: Settings
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        """Its address."""
        return self.settings.url

    def start(self, *arguments: str) -> None:
        """Starts the process and waits until the database answers."""
        with (self.data / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "discussion", "serve", *arguments],
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + READY_WITHIN
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.data / "server.log").read_text("utf-8"))
            time.sleep(0.03)

    def kill(self) -> None:
        """Ends the process as a power cut would: no goodbye."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ends the process as an operator would."""
        self._end(signal.SIGTERM)

    def link(self, role: str, topic: int | None = None) -> str:
        """A new sign-in link for a role."""
        return desk.new_link(self.settings, role, topic=topic)

    def table_link(self, number: int) -> str:
        """What the QR code on a table's card holds."""
        table, generation = self._card(number)
        return f"{self.url}/table#{table_token(self._secret(), table, generation)}"

    def code(self, number: int) -> str:
        """What is printed on a table's card to be typed."""
        table, generation = self._card(number)
        return table_code(self._secret(), table, generation)

    def table(self, number: int) -> str:
        """The id of the table with that number."""
        return self._card(number)[0]

    def add_tables(self, count: int) -> None:
        """Adds tables as the secretariat does."""
        with self.signed_in("secretariat") as browser:
            browser.post("/tables", data={"count": count})

    @contextmanager
    def signed_in(self, role: str) -> Iterator["Visitor"]:
        """A visitor without a browser, signed in by a link."""
        with closing(Visitor(self.url)) as visitor:
            visitor.use_link(self.link(role))
            yield visitor

    def _answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/healthz", timeout=2).status_code == 200
        except requests.ConnectionError:
            return False

    def _end(self, sign: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(sign)
            self.process.wait(timeout=20)
            self.process = None

    def _secret(self) -> bytes:
        return make_runtime(self.settings).secret

    def _card(self, number: int) -> tuple[str, int]:
        database = open_database(self.settings.database_url)
        with closing(database), database.reading() as transaction:
            for workshop, *_ in programme.list_workshops(transaction):
                for card in programme.list_cards(transaction, workshop):
                    if card.table.number == number:
                        return card.table.id, card.generation
        raise LookupError(number)


class Visitor:
    """A signed-in person without a browser: keeps cookies, brings the CSRF token along."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = requests.Session()

    def use_link(self, link: str, name: str = "Somebody") -> None:
        """Signs in by a sign-in link."""
        token = link.partition("#")[2]
        self.http.post(
            f"{self.url}/link", data={"token": token, "name": name}, allow_redirects=False
        ).raise_for_status()

    def get(self, path: str) -> requests.Response:
        """Opens a page."""
        return self.http.get(f"{self.url}{path}")

    def post(self, path: str, data: dict[str, object]) -> requests.Response:
        """Sends a form; a refusal fails the test."""
        csrf = self.http.get(f"{self.url}/session").json()["csrf"]
        answer = self.http.post(
            f"{self.url}{path}", data={"csrf": csrf, **data}, allow_redirects=False
        )
        answer.raise_for_status()
        return answer

    def close(self) -> None:
        """Closes the connections."""
        self.http.close()


def new_server(folder: Path, **settings: str) -> Server:
    """An installation in an empty folder, on a free port; ``start`` starts it."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("DISCUSSION_")},
        "DISCUSSION_DATA": str(folder),
        "DISCUSSION_PORT": str(port),
        **settings,
    }
    return Server(folder, port, Settings.from_env(environment), environment)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all browser tests that do not harm it: the sample, with two tables."""
    running = new_server(tmp_path_factory.mktemp("server"))
    running.start("--sample")
    running.add_tables(2)
    yield running
    running.stop()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server of one test's own, to be killed and started again; the sample, with two tables."""
    running = new_server(tmp_path)
    running.start("--sample")
    running.add_tables(2)
    yield running
    running.kill()
