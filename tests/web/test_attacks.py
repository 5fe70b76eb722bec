"""What people with a table's card and bad intentions do to a real server, and that it stands it."""

import json
import socket
import statistics
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import websocket

from discussion.app import make_runtime
from discussion.services.people import SignedIn
from discussion.storage.database import open_database
from discussion.web.security import COOKIE, csrf_token
from tests.kit.house.held import Held, new_workshop
from tests.kit.house.runtime import Clock
from tests.kit.server import Server, new_server

SMALL_BUFFER = ((socket.SOL_SOCKET, socket.SO_RCVBUF, 4096),)
BEARABLE = 1.0  # seconds for the middle one of many acknowledgements; unbounded, none came at all


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Server]:
    server = new_server(tmp_path)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def held(running: Server) -> Iterator[Held]:
    """A workshop on the running server."""
    database = open_database(running.settings.database_url)
    yield new_workshop(database, make_runtime(running.settings), Clock())
    database.close()


def line_of(running: Server, held: Held, who: str, **options: Any) -> websocket.WebSocket:
    """A live connection over a real network, without any client of ours."""
    somebody: SignedIn = held.people[who]
    address = f"{running.url.replace('http', 'ws', 1)}/socket.io/?EIO=4&transport=websocket"
    cookie = f"{COOKIE}={somebody.secret}"
    line = websocket.create_connection(
        address, origin=running.url, cookie=cookie, timeout=20, **options
    )
    line.recv()
    csrf = csrf_token(held.runtime.secret, somebody.secret)
    line.send("40" + json.dumps({"csrf": csrf}))
    assert line.recv().startswith("40")
    return line


def heard(line: websocket.WebSocket, start: str) -> Any:
    """The next packet that begins so."""
    while not (packet := line.recv()).startswith(start):
        if packet == "2":
            line.send("3")
    return json.loads(packet[packet.index("[") :])


def test_a_long_answer_arrives_whole_over_a_slow_line(running: Server, held: Held):
    for _ in range(150):
        held.write("x" * 2_000)
    line = line_of(running, held, "rapporteur", sockopt=SMALL_BUFFER)
    for _ in range(11):
        line.send("421" + json.dumps(["join", {"channel": f"sheet:{held.sheet()}"}]))
    time.sleep(1)  # the answers fill every buffer there is on the way
    for _ in range(11):
        assert len(heard(line, "431")[0]["state"]["notes"]) == 150
    line.close()


FLOODS = {
    "garbage": '42["commands",[{"id":"x"}]]',
    "packets without a meaning": "5",
    "nothing but JSON": '42["commands",' + "[" * 100_000 + "]" * 100_000 + "]",
}


@pytest.mark.parametrize("flood", FLOODS)
def test_two_connections_that_flood_and_never_read_silence_nobody(
    running: Server, held: Held, flood: str
):
    victim, note = line_of(running, held, "second"), held.write("", by="second")
    over = threading.Event()
    attackers = [
        threading.Thread(target=_flood, args=(running, held, FLOODS[flood], over), daemon=True)
        for _ in range(2)
    ]
    for attacker in attackers:
        attacker.start()
    waited = [_typed(victim, held, note, base) for base in range(30)]
    over.set()
    victim.close()
    assert statistics.median(waited) < BEARABLE
    assert _memory(running) < 300, "in MB; it grew by 80 a flood"


def _flood(running: Server, held: Held, packet: str, over: threading.Event) -> None:
    while not over.is_set():
        line = line_of(running, held, "rapporteur")
        try:
            while not over.is_set():
                line.send(packet)
        except (OSError, websocket.WebSocketException):
            pass
        finally:
            line.shutdown()


def _typed(line: websocket.WebSocket, held: Held, note: str, base: int) -> float:
    """Seconds until a letter is acknowledged."""
    command = held.command("edit_text", text=note, base=base, change=["a"])
    begun = time.monotonic()
    line.send("42" + json.dumps(["commands", [command]]))
    answer = heard(line, '42["answers"')[1][0]
    assert answer.get("version") == base + 1, answer
    return time.monotonic() - begun


def _memory(running: Server) -> int:
    assert running.process is not None
    status = Path(f"/proc/{running.process.pid}/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


def test_requests_sent_one_behind_the_other_let_others_go_between(running: Server, held: Held):
    victim, note = line_of(running, held, "second"), held.write("", by="second")
    over = threading.Event()
    host, port = "127.0.0.1", running.port
    request = f"GET /healthz HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode() * 100

    def pour() -> None:
        with socket.create_connection((host, port)) as line:
            line.settimeout(0.01)
            while not over.is_set():
                try:
                    line.sendall(request)
                    line.recv(1_000_000)
                except TimeoutError:
                    pass

    attackers = [threading.Thread(target=pour, daemon=True) for _ in range(3)]
    for attacker in attackers:
        attacker.start()
    waited = [_typed(victim, held, note, base) for base in range(10)]
    over.set()
    for attacker in attackers:
        attacker.join()
    victim.close()
    assert statistics.median(waited) < BEARABLE


def test_a_damaged_database_is_said_to_be_one_and_not_an_empty_house(tmp_path: Path):
    server = new_server(tmp_path)
    (tmp_path / "discussion.sqlite3").write_bytes(b"not a database" * 5_000)
    with pytest.raises(RuntimeError) as told:
        server.start("--sample")
    assert "file is not a database" in str(told.value)
    assert "There is no workshop yet" not in str(told.value)


def test_two_tables_of_one_name_are_refused_without_a_page_in_the_log(running: Server, held: Held):
    secret = held.people["secretariat"].secret
    answer = requests.post(
        f"{running.url}/tables",
        data={"csrf": csrf_token(held.runtime.secret, secret), "names": "Twins\nTWINS\nOther"},
        headers={"Accept": "application/json"},
        cookies={COOKIE: secret},
        timeout=20,
    )
    assert answer.status_code == 409
    assert "Twins" in {table.name for table in held.tables}
    assert "Traceback" not in (running.data / "server.log").read_text("utf-8")
