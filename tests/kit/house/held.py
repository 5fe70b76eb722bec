"""A workshop held in a test: its people, what they do, and what is kept of it."""

from dataclasses import dataclass, field
from typing import Any

from discussion import samples
from discussion.domain.people import Actor
from discussion.domain.programme import Table, Topic, Workshop
from discussion.domain.programme_file import read_programme
from discussion.errors import DiscussionError
from discussion.live.commands import parse_command
from discussion.live.positions import between
from discussion.services import channels, people
from discussion.services.cards import table_code, table_token
from discussion.services.commands import Answer, Batch, Request, run_batch
from discussion.services.people import SignedIn
from discussion.services.programme import workshops
from discussion.services.work import Runtime
from discussion.storage import programme
from discussion.storage.contributions import Note, find_note
from discussion.storage.database import Database
from discussion.storage.programme import find_sheet
from tests.kit.house.runtime import Clock


@dataclass
class Held:
    """A workshop being held: what its people can do, and what is kept of it."""

    database: Database
    runtime: Runtime
    clock: Clock
    id: str
    people: dict[str, SignedIn] = field(default_factory=dict)
    bugs: list[Exception] = field(default_factory=list)

    @property
    def plan(self) -> Workshop:
        """The workshop as its programme has it."""
        with self.database.reading() as transaction:
            found = programme.find_workshop(transaction, self.id)
        assert found is not None
        return found

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Its topics, in order."""
        return self.plan.programme.topics

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables at work, by number."""
        with self.database.reading() as transaction:
            return programme.list_tables(transaction, self.id)

    def somebody(self, role: str, *, topic: str | None = None, name: str = "") -> SignedIn:
        """One more person with that role, signed in by a link of their own."""
        _, token = people.make_link(
            self.database, self.runtime, workshop=self.id, role=role, hours=72, topic=topic
        )
        return people.sign_in_by_link(self.database, self.runtime, token, name=name, hours=14)

    def rapporteur(self, table: int = 1, *, name: str = "Rapporteur") -> SignedIn:
        """One more person at a table, signed in by its present card."""
        token = self.card(table)[1]
        return people.sign_in_by_card(self.database, self.runtime, name=name, hours=14, token=token)

    def card(self, table: int = 1) -> tuple[str, str]:
        """Typed code and token on a table's present card."""
        with self.database.reading() as transaction:
            cards = programme.list_cards(transaction, self.id)
        card = next(c for c in cards if c.table.number == table)
        facts = (self.runtime.secret, card.table.id, card.generation)
        return table_code(*facts), table_token(*facts)

    def actor(self, who: str) -> Actor:
        """``secretariat``, ``moderator``, ``rapporteur`` (table 1), ``second`` (table 2), ..."""
        return self.people[who].actor

    def sheet(self, table: int = 1, topic: int = 1) -> str:
        """Id of a table's sheet on a topic."""
        with self.database.reading() as transaction:
            found = find_sheet(
                transaction, table=self.tables[table - 1].id, topic=self.topics[topic - 1].id
            )
        assert found is not None
        return found.id

    def command(self, kind: str, /, **facts: Any) -> dict[str, Any]:
        """The message a client would send."""
        return {"id": self.runtime.new_id(), "do": kind, **facts}

    def batch(self, *asked: tuple[Actor | str, dict[str, Any]]) -> Batch:
        """Sends messages together, each by an actor or a session id."""
        requests = [
            Request(by.session if isinstance(by, Actor) else by, parse_command(message))
            for by, message in asked
        ]
        return run_batch(self.database, self.runtime, self.id, requests, self._remember)

    def act(self, actor: Actor, kind: str, /, **facts: Any) -> Answer:
        """Does one thing as a client would; a refusal fails the test."""
        answer = self.batch((actor, self.command(kind, **facts))).answers[0]
        if answer.refusal is not None:
            raise answer.refusal
        return answer

    def refused(self, actor: Actor, kind: str, /, *, code: str, **facts: Any) -> DiscussionError:
        """Does one thing that must be refused with that code; the refusal."""
        try:
            self.act(actor, kind, **facts)
        except DiscussionError as refusal:
            assert refusal.code == code, f"refused with {refusal}, not {code}"
            return refusal
        raise AssertionError(f"{kind} was not refused")

    def write(
        self, words: str = "", *, by: str = "rapporteur", sheet: str | None = None, **facts: Any
    ) -> str:
        """A new note with these words, still being written; its id."""
        note, actor = self.runtime.new_id(), self.actor(by)
        chosen: dict[str, Any] = {"kind": "challenge", "subtopic": None, **facts}
        chosen.setdefault("position", self._last_position())
        self.act(actor, "add_note", note=note, sheet=sheet or self._own_sheet(by), **chosen)
        if words:
            self.type(note, words, by=by)
        return note

    def say(self, words: str, *, by: str = "rapporteur", sheet: str | None = None) -> str:
        """A new note, submitted; its id."""
        note = self.write(words, by=by, sheet=sheet)
        self.act(self.actor(by), "submit_note", note=note)
        return note

    def accept(self, words: str, *, by: str = "rapporteur") -> str:
        """A new note, submitted and accepted; its id."""
        note = self.say(words, by=by)
        self.decide(note, "accept")
        return note

    def decide(self, note: str, move: str, **facts: Any) -> Answer:
        """What the moderator decides on the note as it stands."""
        said = self.note(note).contribution
        seen = {"note": note, "version": said.version, "state": said.status}
        return self.act(self.actor("moderator"), f"{move}_note", **seen, **facts)

    def type(
        self, text: str, words: str, *, by: str = "rapporteur", base: int | None = None, at: int = 0
    ) -> Answer:
        """Inserts words into a text, at its start unless told; on its present version."""
        if base is None:
            base = self.version(text)
        change = [at, words] if at else [words]
        return self.act(self.actor(by), "edit_text", text=text, base=base, change=change)

    def note(self, note: str) -> Note:
        """A note as it is kept."""
        with self.database.reading() as transaction:
            found = find_note(transaction, note)
        assert found is not None
        return found

    def version(self, text: str) -> int:
        """The version a text stands at."""
        with self.database.reading() as transaction:
            return len(channels.text_changes(transaction, self.actor("secretariat"), text, 0))

    def fresh(self, channel: str) -> tuple[int, dict[str, Any]]:
        """A channel's number and whole state."""
        with self.database.reading() as transaction:
            return channels.fresh(transaction, self.id, channel)

    def _own_sheet(self, by: str) -> str:
        return self.sheet(2 if by == "second" else 1)

    def _last_position(self) -> str:
        self._position = between(getattr(self, "_position", None), None)
        return self._position

    def _remember(self, _request: str, bug: Exception) -> None:
        self.bugs.append(bug)


def new_workshop(
    database: Database, runtime: Runtime, clock: Clock, *, tables: int = 2, rehearsal: bool = False
) -> Held:
    """The sample workshop with its tables and one person of every role signed in."""
    plan = read_programme(samples.KUALA_LUMPUR.read_bytes(), make_id=runtime.new_id)
    made = workshops.make_workshop(database, runtime, plan, rehearsal=rehearsal)
    held = Held(database, runtime, clock, made)
    for role in ("secretariat", "moderator", "chair", "room"):
        held.people[role] = held.somebody(role, name=role.capitalize())
    for _ in range(tables):
        held.act(held.actor("secretariat"), "add_table", table=runtime.new_id(), name="")
    for number, who in zip(range(1, tables + 1), ("rapporteur", "second"), strict=False):
        held.people[who] = held.rapporteur(number)
    return held
