"""Batches of everything at once, on the real services and SQLite: no word is lost or stale.

Three people type into two notes while notes are made, classified, withdrawn, restored and
locked, commands are sent twice, answers are lost, the clock jumps and COMMIT fails. One seed is
one run. The text algebra alone is simulated in tests/live.
"""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import event, exc

from discussion.domain.people import Actor
from discussion.live import replica as live
from discussion.live.replica import Received, Replica
from discussion.services import pad
from discussion.services.channels import text_changes
from discussion.services.commands import Answer
from discussion.storage.database import CannotStore
from tests.kit.house import Held
from tests.services.test_log import findings

SEEDS, STEPS = 24, 30


@dataclass
class Typist:
    """Somebody who types, and what their browser keeps: replicas, and commands not answered."""

    name: str
    actor: Actor
    replicas: dict[str, Replica]
    waiting: dict[str, dict[str, Any]] = field(default_factory=dict)
    typed: Counter[str] = field(default_factory=Counter)

    def types(self, note: str, chance: random.Random) -> None:
        """One more word, at the beginning or at the end."""
        word, shown = f"{self.name}{self.typed.total()} ", self.replicas[note].shown
        self.typed[word.strip()] += 1
        place = chance.choice([0, len(shown)])
        self.replicas[note] = live.typed(self.replicas[note], [place, word] if place else [word])

    def sends(self, note: str, command: str) -> None:
        """Freezes what was typed; it waits for its answer from now on."""
        before = self.replicas[note]
        self.replicas[note] = after = live.freeze(before, command)
        if after is not before and after.sent is not None:
            facts = {"text": note, "base": after.sent.base, "change": after.sent.change}
            self.waiting[command] = {"id": command, "do": "edit_text", **facts}

    def hears(self, answer: Answer) -> str:
        """Takes an answer; the code of a refusal that is none of the rules' business."""
        message = self.waiting.pop(answer.request.command.id, None)
        if message is None or message["do"] != "edit_text":
            return ""
        if answer.refusal is not None:
            return answer.refusal.code
        note = message["text"]
        self.replicas[note] = live.acknowledged(self.replicas[note], message["id"], answer.version)
        return ""


class Run:
    """One seed in a workshop that others have used before."""

    def __init__(self, held: Held, seed: int) -> None:
        self.held, self.seed, self.chance = held, seed, random.Random(seed)
        self.sheet = held.sheet(1, topic=1 + seed % 3)
        self.notes = [held.write(sheet=self.sheet) for _ in range(2)]
        self.typists = [
            Typist(name, held.actor(who), {note: live.fresh(0, "") for note in self.notes})
            for name, who in (("ana", "rapporteur"), ("ben", "rapporteur"), ("mod", "moderator"))
            if name != "mod" or seed % 2
        ]
        self.refused: list[str] = []

    def step(self) -> None:
        """Some people do something, all of it becomes one batch, and they are told, or not."""
        for _ in range(self.chance.randint(1, 6)):
            self._something(self.chance.choice(self.typists))
        if self.chance.random() < 0.1:
            self.held.clock.advance(self.chance.choice([-600, 5, 600]))
        self._carry_out(fails=self.chance.random() < 0.1, lost=self.chance.random() < 0.2)
        for typist in self.typists:
            if self.chance.random() < 0.5:
                self._catch_up(typist)

    def settle(self) -> None:
        """Everybody is online and patient."""
        for _ in range(4):
            for typist in self.typists:
                for note in self.notes:
                    typist.sends(note, self.held.runtime.new_id())
            self._carry_out(fails=False, lost=False)
            for typist in self.typists:
                self._catch_up(typist)

    def faults(self) -> list[str]:
        """Every promise that did not hold."""
        texts = {note: self.held.note(note).contribution.text for note in self.notes}
        there = Counter(word for text in texts.values() for word in text.split())
        typed: Counter[str] = Counter()
        for typist in self.typists:
            typed += typist.typed
        told = [f"refused as {code}" for code in self.refused]
        told += [f"lost {word}" for word in typed - there]
        told += [f"doubled {word}" for word in there - typed]
        told += [
            f"{typist.name} reads something else"
            for typist in self.typists
            for note, text in texts.items()
            if (typist.replicas[note].shown, typist.replicas[note].indicator) != (text, "saved")
        ]
        return [f"seed {self.seed}: {each}" for each in told]

    def _something(self, typist: Typist) -> None:
        note, command = self.chance.choice(self.notes), self.held.runtime.new_id()
        if self.chance.random() < 0.7:
            typist.types(note, self.chance)
            typist.sends(note, command)
            return
        place = {"sheet": self.sheet, "kind": "data", "subtopic": None, "position": "V"}
        facts: dict[str, dict[str, Any]] = {
            "add_note": {"note": self.held.runtime.new_id(), **place},
            "set_note_kind": {"note": note, "value": "data"},
            "submit_note": {"note": note},
            "withdraw_note": {"note": note},
            "restore_note": {"note": note},
            "lock_sheet": {"sheet": self.sheet},
        }
        kind = self.chance.choice(list(facts))
        typist.waiting[command] = {"id": command, "do": kind, **facts[kind]}

    def _carry_out(self, *, fails: bool, lost: bool) -> None:
        """All that waits goes out, each in its person's order, some of it twice."""
        queues = [
            [(typist, message) for message in typist.waiting.values()] for typist in self.typists
        ]
        asked: list[tuple[Typist, dict[str, Any]]] = []
        while any(queues):
            asked.append(self.chance.choice([queue for queue in queues if queue]).pop(0))
        asked += [one for one in asked if self.chance.random() < 0.1]
        if not asked:
            return
        batch = [(typist.actor, message) for typist, message in asked]
        if fails:
            with commit_fails(self.held), pytest.raises(CannotStore):
                self.held.batch(*batch)
            return
        answers = self.held.batch(*batch).answers
        if not lost:
            told = [typist.hears(a) for (typist, _), a in zip(asked, answers, strict=True)]
            self.refused += filter(None, told)

    def _catch_up(self, typist: Typist) -> None:
        for note, replica in typist.replicas.items():
            with self.held.database.reading() as transaction:
                missed = text_changes(transaction, typist.actor, note, replica.version)
            changes = [Received(e["version"], e["change"], e["command"]) for e in missed]
            typist.replicas[note] = live.catch_up(replica, changes)[0]


@contextmanager
def commit_fails(held: Held) -> Iterator[None]:
    """Everything goes well until COMMIT."""

    def fail(_connection: Any) -> None:
        raise exc.OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

    event.listen(held.database.writes, "commit", fail)
    try:
        yield
    finally:
        event.remove(held.database.writes, "commit", fail)


def faults(held: Held, seeds: range) -> list[str]:
    """What went wrong in these seeds."""
    found = []
    for seed in seeds:
        run = Run(held, seed)
        for _ in range(STEPS):
            run.step()
        run.settle()
        found += run.faults()
    return found


def test_no_word_is_lost_doubled_or_stale_whatever_shares_its_batch(workshop: Held):
    assert faults(workshop, range(SEEDS)) == []
    assert findings(workshop) == () and not workshop.bugs


def test_a_pad_that_forgets_what_it_wrote_before_the_log_is_caught(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    plain = pad.Page
    monkeypatch.setattr(
        pad.Pad, "_opened", lambda _, text: plain(text, text.content, text.version, text.version)
    )
    assert any("stale" in fault for fault in faults(workshop, range(3)))
