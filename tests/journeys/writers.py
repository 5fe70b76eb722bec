"""People who type into notes over real sockets and never give up; what they were promised.

Each keeps what the browser's journal keeps: a replica of every text. They must not know when
the server is killed.
"""

import functools
import itertools
import json
import queue
import random
import threading
from dataclasses import dataclass, field
from typing import Any

import requests
import socketio
from socketio.exceptions import SocketIOError

from discussion.live import replica as live
from discussion.live.replica import Received, Replica
from tests.kit.server import Server

PAUSE = 0.008  # seconds between two words of somebody in a hurry
PATIENCE = 1.0  # seconds for an answer; who gets none was killed while asking
LONG = 800  # characters after which half a note is struck out; its words stay in the history


@dataclass(frozen=True)
class Promise:
    """An answer as the writer got it: this command is stored, as this version."""

    command: str
    text: str
    version: int


@dataclass
class Writer:
    """One rapporteur with a connection, typing words that nobody else types."""

    server: Server
    name: str
    table: int
    sheet: str
    notes: tuple[str, ...]
    chance: random.Random
    replicas: dict[str, Replica] = field(default_factory=dict)
    promises: list[Promise] = field(default_factory=list)
    typed: dict[str, list[str]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.replicas = {note: live.fresh(0, "") for note in self.notes}
        self.typed = {note: [] for note in self.notes}
        self.typing, self.leaving = threading.Event(), threading.Event()
        self._arrived: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._numbers = itertools.count()
        self._client: socketio.Client | None = None
        self._wire: Any = None
        self._sign_in()
        self._thread = threading.Thread(target=self._work, name=self.name, daemon=True)

    def start(self) -> None:
        """Begins to type."""
        self.typing.set()
        self._thread.start()

    def leave(self) -> None:
        """Goes home, once ``leaving`` is set."""
        self._thread.join(5)

    @property
    def saved(self) -> bool:
        """Whether every word was acknowledged."""
        return not any(replica.unacknowledged for replica in self.replicas.values())

    def _work(self) -> None:
        try:
            while not self.leaving.is_set():
                if self._client is None or not self._client.connected:
                    self._connect()
                    continue
                self._take_in()
                if self.typing.is_set():
                    self._type()
                self._send_what_is_typed()
        except Exception as bug:  # noqa: BLE001 - told at the end, in the main thread
            self.complaints.append(f"{self.name}: {bug!r}")
        finally:
            self._hang_up()

    def _sign_in(self) -> None:
        token = self.server.table_link(self.table).partition("#")[2]
        with requests.Session() as http:
            form = {"token": token, "name": self.name}
            answer = http.post(f"{self.server.url}/table", data=form, allow_redirects=False)
            assert answer.status_code == 303, answer.text
            self._csrf = None
            while not self._csrf:  # a server that answers too early has not kept the sign-in yet
                self._csrf = http.get(f"{self.server.url}/session").json()["csrf"]
            cookies = "; ".join(f"{c.name}={c.value}" for c in http.cookies)
        self._cookies = cookies

    def _connect(self) -> None:
        self._hang_up()
        client = socketio.Client(reconnection=False, handle_sigint=False)
        client.on("answers", lambda answers: self._arrived.put(("answers", answers)))
        client.on("frame", lambda frame: self._arrived.put(("frame", frame)))
        self._client = client
        try:
            client.connect(
                self.server.url,
                headers={"Cookie": self._cookies},
                auth={"csrf": self._csrf},
                transports=["websocket"],
                wait_timeout=PATIENCE,
            )
            self._wire = client.eio.ws
            client.call("join", {"channel": f"sheet:{self.sheet}"}, timeout=PATIENCE)
            self._catch_up()
            self._send_again()
        except (SocketIOError, OSError):
            self.leaving.wait(0.02)

    def _hang_up(self) -> None:
        if self._client is None:
            return
        wire, http = self._wire or self._client.eio.ws, self._client.eio.http
        self._client.disconnect()
        if wire is not None:
            wire.shutdown()
        if http is not None:
            http.close()
        self._client = self._wire = None

    def _catch_up(self) -> None:
        assert self._client is not None
        for note, replica in self.replicas.items():
            asked = {"text": note, "since": replica.version}
            answer = self._client.call("changes", asked, timeout=PATIENCE)
            missed = [received(entry) for entry in answer["changes"]]
            self.replicas[note] = live.catch_up(replica, missed)[0]

    def _send_again(self) -> None:
        for note, replica in self.replicas.items():
            if replica.sent is not None:
                self._emit(note, replica.sent)

    def _take_in(self) -> None:
        try:
            kind, what = self._arrived.get(timeout=PAUSE)
        except queue.Empty:
            return
        if kind == "frame":
            self._quietly(lambda: self._heard(json.loads(what)["entries"]))
        else:
            for answer in what:
                self._answered(answer)

    def _heard(self, entries: list[dict[str, Any]]) -> None:
        try:
            for entry in entries:
                if entry.get("text") in self.replicas:
                    replica = self.replicas[entry["text"]]
                    self.replicas[entry["text"]] = live.received(replica, received(entry))[0]
        except live.Missing:
            self._catch_up()

    def _answered(self, answer: dict[str, Any]) -> None:
        for note, replica in self.replicas.items():
            if replica.sent is None or replica.sent.command != answer["id"]:
                continue
            if "refused" not in answer:
                self.promises.append(Promise(answer["id"], note, answer["version"]))
                self.replicas[note] = live.acknowledged(replica, answer["id"], answer["version"])
            elif answer["refused"]["code"] not in live.UNDECIDED:
                self.complaints.append(f"{self.name} was refused: {answer['refused']['code']}")

    def _type(self) -> None:
        note = self.chance.choice(self.notes)
        replica = self.replicas[note]
        if len(replica.shown) > LONG:
            if not replica.unacknowledged:
                self.replicas[note] = live.typed(replica, [-(len(replica.shown) // 2)])
            return
        word = f"{self.name}{next(self._numbers)} "
        place = self.chance.choice([0, len(replica.shown)])
        self.typed[note].append(word.strip())
        self.replicas[note] = live.typed(replica, [place, word] if place else [word])

    def _send_what_is_typed(self) -> None:
        for note, replica in self.replicas.items():
            command = f"{self.name}{self.chance.getrandbits(90):018x}"
            self.replicas[note] = frozen = live.freeze(replica, command)
            if frozen is not replica and frozen.sent is not None:
                self._quietly(functools.partial(self._emit, note, frozen.sent))

    def _emit(self, note: str, edit: live.Edit) -> None:
        assert self._client is not None
        message = {"id": edit.command, "do": "edit_text", "text": note}
        self._client.emit("commands", [{**message, "base": edit.base, "change": edit.change}])

    def _quietly(self, step: Any) -> None:
        """Does something that a dying connection may spoil; it is done again afterwards."""
        if self._client is None:
            return
        try:
            step()
        except (SocketIOError, OSError):
            self._hang_up()


def received(entry: dict[str, Any]) -> Received:
    """A change out of a frame or a catch-up."""
    return Received(entry["version"], entry["change"], entry["command"])
