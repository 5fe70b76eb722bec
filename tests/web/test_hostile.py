"""Whatever a table's code lets somebody send: no bug is met, nothing is harmed, all go on."""

import json
import logging
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import websocket

from discussion.live.commands import COMMANDS
from tests.kit.house import Held, PagesOf
from tests.kit.house.pages import opened_house
from tests.kit.server import Server
from tests.services.places import Place, facts

ODD: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    1.5,
    10**40,
    -(10**40),
    float("nan"),
    "",
    " ",
    "\x00",
    "\ud800",
    "x" * 3_000,
    "id000000000000000001",
    "' OR 1=1 --",
    "../../etc/passwd",
    "{0.__class__}",
    [],
    [[]],
    [None],
    ["\ud800"],
    [0],
    [1, -1, "x"] * 3_000,
    [10**18, "x"],
    [-(10**18)],
    {},
    {"id": {}},
    {"__proto__": {"x": 1}},
]


@pytest.fixture
def patient(workshop: Held, tmp_path: Path) -> Iterator[PagesOf]:
    """A house that slows nobody down."""
    many = {"COMMANDS_PER_SECOND": "10000", "COMMAND_BURST": "100000"}
    with opened_house(workshop, tmp_path, **many) as house:
        yield house


def deep(levels: int) -> Any:
    """A list in a list in a list."""
    nested: Any = []
    for _ in range(levels):
        nested = [nested]
    return nested


def mutants(message: dict[str, Any], chance: random.Random) -> Iterator[dict[str, Any]]:
    """The message with each fact made odd in turn, keys missing and keys nobody knows."""
    for key in message:
        if key == "id":
            continue
        for odd in chance.sample(ODD, 12):
            yield {**message, key: odd}
        yield {**message, key: deep(200)}
        yield {k: v for k, v in message.items() if k != key}
    yield {**message, "person": "somebodyelse"}
    yield {**message, "\x00": 1}


@pytest.mark.parametrize("who", ["rapporteur", "secretariat"])
def test_no_command_however_odd_meets_a_bug(
    patient: PagesOf, caplog: pytest.LogCaptureFixture, who: str
):
    held, chance, place = patient.workshop, random.Random(who), Place(patient.workshop)
    line, answered = patient.socket(who), 0
    for kind in COMMANDS:
        if kind in ("reissue_card", "remove_table"):
            continue  # done well they end the session; done badly they are like the others
        odd = list(mutants(held.command(kind, **facts(kind, place)), chance))
        for start in range(0, len(odd), 100):
            asked = [{**one, "id": held.runtime.new_id()} for one in odd[start : start + 100]]
            answers = line.send(*asked)
            codes = [a["refused"]["code"] if "refused" in a else "" for a in answers]
            assert "internal" not in codes, asked[codes.index("internal")]
            answered += len(answers)
    assert answered > 1_500
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert held.say("Still at work") and line.open


def test_no_question_however_odd_meets_a_bug(patient: PagesOf):
    held, line = patient.workshop, patient.socket("rapporteur")
    good = f"sheet:{held.sheet()}"
    for odd in [
        *ODD,
        deep(200),
        "sheet:\x00aaaaaaaa",
        f"{good}\n",
        f"{good}:x",
        "sheet:" + "a" * 40,
    ]:
        for answer in (
            line.join(odd),
            line.ask("join", odd),
            line.ask("join", {"channel": good, "since": odd}),
            line.ask("changes", odd),
            line.ask("changes", {"text": odd, "since": 0}),
            line.ask("changes", {"text": "nosuchnote", "since": odd}),
        ):
            assert "refused" in answer or "state" in answer or "entries" in answer
        line.tell("leave", odd)
        line.tell("commands", odd)
        line.tell("commands", [odd])
        line.tell("nosuchevent", odd)
    line.ask("join", {"channel": good})
    line.ask("join")
    assert "state" in line.join(good)


def test_another_tables_ids_open_nothing(patient: PagesOf):
    held = patient.workshop
    note = held.say("Ours", by="second")
    before = held.note(note)
    line = patient.socket("rapporteur")
    for kind, shape in COMMANDS.items():
        if "note" not in shape and "text" not in shape or kind == "add_note":
            continue
        about = {**facts(kind, Place(held)), **{k: note for k in ("note", "text") if k in shape}}
        answer = line.send(held.command(kind, **about))[0]
        assert answer["refused"]["code"] == "not_found", kind
    assert held.note(note) == before


def test_an_id_used_again_by_somebody_else_does_nothing(patient: PagesOf):
    held, mine = patient.workshop, patient.socket("rapporteur")
    note = held.write("Ours", by="second")
    theirs = held.command("submit_note", note=note)
    first = patient.socket("second").send(theirs)[0]
    stolen = {"id": theirs["id"], "do": "withdraw_note", "note": note}
    assert mine.send(stolen)[0] == first
    assert held.note(note).contribution.status == "submitted"


class Wire:
    """A WebSocket without manners."""

    def __init__(self, server: Server, table: int) -> None:
        with requests.Session() as http:
            token = server.table_link(table).partition("#")[2]
            form = {"token": token, "name": "Somebody"}
            http.post(f"{server.url}/table", data=form, allow_redirects=False).raise_for_status()
            csrf = http.get(f"{server.url}/session").json()["csrf"]
            cookies = "; ".join(f"{c.name}={c.value}" for c in http.cookies)
        address = f"ws://127.0.0.1:{server.port}/socket.io/?EIO=4&transport=websocket"
        self.socket = websocket.create_connection(
            address, cookie=cookies, origin=server.url, timeout=10
        )
        self.socket.recv()
        self.socket.send("40" + json.dumps({"csrf": csrf}))
        assert self.socket.recv().startswith("40")

    def asks(self) -> float:
        """Sends one command; the seconds until it is answered."""
        began = time.monotonic()
        message = {"id": "aquestion1", "do": "submit_note", "note": "nosuchnote"}
        self.socket.send("42" + json.dumps(["commands", [message]]))
        while "aquestion1" not in (heard := self.socket.recv()):
            if heard == "2":
                self.socket.send("3")
        return time.monotonic() - began

    def is_closed(self) -> bool:
        """Whether the server hung up; waits until it does."""
        try:
            while self.socket.recv():
                pass
        except websocket.WebSocketTimeoutException:
            return False
        except (websocket.WebSocketException, OSError):
            pass
        self.socket.shutdown()
        return True


def test_one_client_that_floods_or_shouts_harms_only_itself(own_server: Server):
    calm, flood, shout = (Wire(own_server, table) for table in (2, 1, 1))
    odd = "42" + json.dumps(["commands", [{"id": "aflood1234", "do": "lock_sheet", "sheet": "x"}]])
    for _ in range(5_000):
        flood.socket.send(odd)
    assert calm.asks() < 5, "five thousand messages of one hold up another"
    shout.socket.send("42" + json.dumps(["commands", ["x" * 1_500_000]]))
    assert shout.is_closed()
    deep_down = "[" * 100_000 + "]" * 100_000
    for packet in (f'42["commands",{deep_down}]', "42{", "4", "99", "", "51-[]", "451-[]", "\x00"):
        shout = Wire(own_server, 1)
        shout.socket.send(packet)
        shout.socket.shutdown()
    assert calm.asks() < 5
    assert requests.get(f"{own_server.url}/healthz", timeout=5).status_code == 200
    for wire in (calm, flood):
        wire.socket.shutdown()
