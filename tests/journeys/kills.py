"""Kills a served house while people type, and compares all that was promised with what is there.

It must not know how the house keeps its promises: only what was acknowledged over the wire, what
stands in the database file, and what people see in the end.
"""

import functools
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

from sqlalchemy import text

from discussion.app import make_runtime
from discussion.live.changes import apply
from discussion.live.commands import parse_command
from discussion.services.commands import Request, run_batch
from discussion.services.people import card_behind, sign_in_by_card
from discussion.storage import log, programme, texts
from discussion.storage.database import Database, open_database
from tests.journeys.reborn import Reborn
from tests.journeys.writers import Writer
from tests.kit.nursery import CHECKPOINTS
from tests.kit.server import Server

SHARED, OWN = "sharednote", ("annasnote", "benosnote", "ceylasnote")
LOOK_THROUGH = 10  # kills between two looks of SQLite's own through the whole file
STARTING = 0.25  # seconds that a start takes about; kills fall anywhere in it


@dataclass
class Found:
    """What a run of kills brought to light."""

    kills: int = 0
    starts_cut_short: int = 0
    promises: int = 0
    faults: list[str] = field(default_factory=list)


def kill(
    server: Reborn, *, times: int, seed: int, until: Callable[[Found], bool] = lambda _: False
) -> Found:
    """Lets three people type, kills the server again and again, and compares every promise.

    A kill falls at any moment: while words are written, while the log is moved into the database
    file, or while the server starts. ``until`` ends the run early.
    """
    chance, found = random.Random(seed), Found()
    writers = seated(server, chance)
    for writer in writers:
        writer.start()
    try:
        while found.kills < times and not until(found):
            _kill_once(server, writers, chance, found)
        finish(writers, patience=0 if found.faults else 20)
    finally:
        go_home(writers)
    found.faults += broken_promises(server, writers) + differences(server, writers)
    found.promises = sum(len(writer.promises) for writer in writers)
    return found


def _kill_once(server: Reborn, writers: list[Writer], chance: random.Random, found: Found) -> None:
    plans = (CHECKPOINTS,) if chance.random() < 0.5 else ()
    if chance.random() < 0.2:
        server.kill()
        server.begin(*plans)
        time.sleep(chance.uniform(0, STARTING))
        found.starts_cut_short += 1
    else:
        wait_for_answers(writers)
        time.sleep(chance.uniform(0, 0.25))
    server.kill()
    found.kills += 1
    if chance.random() < 0.5:  # whoever looks also recovers the log: often the server has to
        found.faults += broken_promises(server, writers)
    if found.kills % LOOK_THROUGH == 0:
        found.faults += damage(server)
    server.start(*plans)


def seated(server: Server, chance: random.Random) -> list[Writer]:
    """Two people at table 1, who share a note, and one at table 2."""
    sheets = with_notes(server)
    names = ("anna", "beno", "ceyla")
    return [
        Writer(
            server,
            name,
            table,
            sheets[table],
            (own, SHARED) if table == 1 else (own,),
            random.Random(chance.random()),
        )
        for name, table, own in zip(names, (1, 1, 2), OWN, strict=True)
    ]


def with_notes(server: Server) -> dict[int, str]:
    """Makes the empty notes people will type into; the sheets by table number."""
    runtime, sheets = make_runtime(server.settings), {}
    with closing(open_database(server.settings.database_url)) as database:
        for table, notes in ((1, (OWN[0], OWN[1], SHARED)), (2, (OWN[2],))):
            code = server.code(table)
            actor = sign_in_by_card(database, runtime, name="Host", hours=1, code=code).actor
            card = card_behind(database, runtime, code=code)
            with database.reading() as transaction:
                held = programme.list_sheets(transaction, card.workshop)
            sheets[table] = next(s.id for s in held if s.table == card.table.id)
            facts = {"sheet": sheets[table], "kind": "data", "subtopic": None, "position": "V"}
            for note in notes:
                message = {"id": runtime.new_id(), "do": "add_note", "note": note, **facts}
                request = Request(actor.session, parse_command(message))
                batch = run_batch(database, runtime, card.workshop, [request], print)
                assert batch.answers[0].number, batch
    return sheets


def wait_for_answers(writers: list[Writer]) -> None:
    """Until everybody has been answered since the server came back."""
    before = [len(writer.promises) for writer in writers]
    deadline = time.monotonic() + 20
    while any(len(w.promises) <= n for w, n in zip(writers, before, strict=True)):
        if any(w.complaints for w in writers):
            return
        assert time.monotonic() < deadline, [w.replicas for w in writers]
        time.sleep(0.005)


def finish(writers: list[Writer], patience: float) -> None:
    """Nobody types any more; all wait until everything is acknowledged and seen by everybody."""
    for writer in writers:
        writer.typing.clear()
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and not any(writer.complaints for writer in writers):
        seen = {(note, r.text) for writer in writers for note, r in writer.replicas.items()}
        if all(writer.saved for writer in writers) and len(seen) == len({note for note, _ in seen}):
            break
        time.sleep(0.02)
    for writer in writers:
        writer.complaints += [] if writer.saved else [f"{writer.name} has unsaved words"]


def go_home(writers: list[Writer]) -> None:
    """Everybody hangs up."""
    for writer in writers:
        writer.leaving.set()
    for writer in writers:
        writer.leave()


def broken_promises(server: Server, writers: list[Writer]) -> list[str]:
    """Each acknowledged edit that is not in the log, or not as it was acknowledged."""
    faults = []
    with closing(open_database(server.settings.database_url)) as database:
        for writer in writers:
            for note in writer.notes:
                with database.reading() as transaction:
                    stored = {e.command: e.version for e in log.history(transaction, note)}
                faults += [
                    f"{writer.name} was promised {p.command} as {p.version} of {note}"
                    for p in list(writer.promises)
                    if p.text == note and stored.get(p.command) != p.version
                ]
    return faults


def damage(server: Server) -> list[str]:
    """What SQLite itself finds wrong with the file."""
    database = open_database(server.settings.database_url)
    with closing(database), database.reading() as transaction:
        told = transaction.execute(text("PRAGMA quick_check")).scalars().all()
    return [] if told == ["ok"] else [f"the file is damaged: {line}" for line in told]


def differences(server: Server, writers: list[Writer]) -> list[str]:
    """Where the database, its own history and what people typed and see do not agree."""
    faults = [complaint for writer in writers for complaint in writer.complaints]
    with closing(open_database(server.settings.database_url)) as database:
        for note in (*OWN, SHARED):
            faults += _differences_of(database, writers, note)
    return faults + damage(server)


def _differences_of(database: Database, writers: list[Writer], note: str) -> list[str]:
    with database.reading() as transaction:
        kept = texts.find_text(transaction, note)
        edits = [e for e in log.history(transaction, note) if e.version]
    assert kept is not None
    changes = [json.loads(edit.payload or "{}")["change"] for edit in edits]
    told = functools.reduce(apply, changes, "")
    faults = [] if told == kept.content else [f"{note} is not what its history tells"]
    inserted = [part for change in changes for part in change if isinstance(part, str)]
    stored = Counter("".join(inserted).split())
    typed = Counter(w for writer in writers for w in writer.typed.get(note, ()))
    faults += [f"{note} lost {word}" for word in (typed - stored)]
    faults += [f"{note} doubled {word}" for word in (stored - typed)]
    return faults + [
        f"{writer.name} sees another {note}"
        for writer in writers
        if note in writer.notes and writer.replicas[note].shown != kept.content
    ]
