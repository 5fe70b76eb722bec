"""Makes the workshop our own server is measured with; must not know how it is measured.

The server does not run yet, so everything goes through the project's own services and not
through pages: eight hundred people signing in by hand are no part of what is measured.
"""

import atexit
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.load import WORDS
from discussion import desk, samples
from discussion.app import make_runtime
from discussion.domain.people import Actor
from discussion.live.commands import parse_command
from discussion.services import people
from discussion.services.cards import table_token
from discussion.services.commands import Request, run_batch
from discussion.services.people import SignedIn
from discussion.services.work import Runtime
from discussion.settings import Settings
from discussion.storage import programme
from discussion.storage.database import Database, open_database
from discussion.web.security import COOKIE, csrf_token

MIDDLE = "/"  # each note's first character: one person types before it, the other behind it
AT_ONCE = 200  # commands in one transaction
HOURS = 14  # that a session lasts
HOUR_NOTES, HOUR_LENGTH = 40, 900  # what two people who never rest type in an hour


@dataclass(frozen=True)
class Badge:
    """What a browser brings along once its person has signed in."""

    cookie: str
    csrf: str


@dataclass(frozen=True)
class Place:
    """Where a table writes."""

    sheet: str
    note: str


@dataclass(frozen=True)
class Prepared:
    """A workshop with everybody signed in; ``typists`` sit at the tables two by two."""

    workshop: str
    topic: str
    places: tuple[Place, ...]
    typists: tuple[Badge, ...]
    watchers: tuple[Badge, ...]


def workshop_in(folder: Path, tables: int, watchers: int) -> Prepared:
    """Puts a workshop into the data folder of a server that does not run yet.

    One of each size is made and copied from then on: it takes seconds to make.
    """
    made, prepared = _workshop(tables, watchers)
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return prepared


def hour_in(folder: Path, joining: int) -> Prepared:
    """Puts a sheet that has been typed on for an hour into a data folder; so many will join it."""
    made, prepared = _hour(joining)
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return prepared


def words_in(folder: Path) -> dict[str, str]:
    """What every text says, by id, in the data folder of a server that is gone."""
    with closing(sqlite3.connect(folder / "discussion.sqlite3")) as database:
        return dict(database.execute("SELECT id, content FROM texts"))


@cache
def _workshop(tables: int, watchers: int) -> tuple[Path, Prepared]:
    folder = Path(tempfile.mkdtemp(prefix="bench-workshop-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with _making(folder) as making:
        return folder, making.whole(tables, watchers)


@cache
def _hour(joining: int) -> tuple[Path, Prepared]:
    folder, prepared = _workshop(1, joining)
    with _making(folder) as making:
        making.hour(prepared)
    return folder, prepared


@contextmanager
def _making(folder: Path) -> Iterator["_Making"]:
    settings = Settings.from_env({"DISCUSSION_DATA": str(folder)})
    if not settings.database_path.exists():
        desk.new_workshop(settings, samples.KUALA_LUMPUR.read_bytes())
    with closing(open_database(settings.database_url)) as database:
        yield _Making(database, make_runtime(settings))


def act(
    database: Database,
    runtime: Runtime,
    workshop: str,
    asked: Sequence[tuple[Actor, Mapping[str, object]]],
) -> None:
    """Carries out commands by several people, in their order; a refusal ends the benchmark."""
    for start in range(0, len(asked), AT_ONCE):
        requests = [
            Request(actor.session, parse_command({"id": runtime.new_id(), **message}))
            for actor, message in asked[start : start + AT_ONCE]
        ]
        for answer in run_batch(database, runtime, workshop, requests, print).answers:
            if answer.refusal is not None:
                raise answer.refusal


class _Making:
    def __init__(self, database: Database, runtime: Runtime) -> None:
        self._database, self._runtime = database, runtime
        with database.reading() as transaction:
            self._workshop = programme.list_workshops(transaction)[0][0]
            plan = programme.find_workshop(transaction, self._workshop)
        assert plan is not None
        self._topic = plan.programme.topics[0].id

    def whole(self, tables: int, watchers: int) -> Prepared:
        secretariat = self._by_link("secretariat")
        ids = [self._runtime.new_id() for _ in range(tables)]
        new = [{"do": "add_table", "table": table, "name": ""} for table in ids]
        self._act([(secretariat.actor, message) for message in new])
        seated = self._seated()
        places = self._notes([two[0].actor for two in seated])
        return Prepared(
            self._workshop,
            self._topic,
            places,
            tuple(self._badge(one) for two in seated for one in two),
            tuple(self._badge(self._by_link("moderator")) for _ in range(watchers)),
        )

    def hour(self, prepared: Prepared) -> None:
        """An hour of typing at the only table: notes one after the other, key by key."""
        people = [two.actor for two in self._seated()[0]]
        asked: list[tuple[Actor, Mapping[str, object]]] = []
        for number in range(HOUR_NOTES):
            note, actor = self._runtime.new_id(), people[number % 2]
            facts = {"kind": "data", "subtopic": None, "position": f"V{number:02}V"}
            sheet = prepared.places[0].sheet
            asked.append((actor, {"do": "add_note", "note": note, "sheet": sheet, **facts}))
            for place in range(HOUR_LENGTH):
                letter = WORDS[place % len(WORDS)]
                change = [place, letter] if place else [letter]
                edit = {"do": "edit_text", "text": note, "base": place, "change": change}
                asked.append((actor, edit))
        self._act(asked)

    def _seated(self) -> list[tuple[SignedIn, SignedIn]]:
        with self._database.reading() as transaction:
            cards = programme.list_cards(transaction, self._workshop)
        tokens = [
            table_token(self._runtime.secret, card.table.id, card.generation) for card in cards
        ]
        return [(self._by_card(token, "Ada"), self._by_card(token, "Ben")) for token in tokens]

    def _notes(self, firsts: Sequence[Actor]) -> tuple[Place, ...]:
        with self._database.reading() as transaction:
            held = programme.list_sheets(transaction, self._workshop)
        sheets = {sheet.table: sheet.id for sheet in held if sheet.topic == self._topic}
        places = [Place(sheets[str(a.table)], self._runtime.new_id()) for a in firsts]
        facts = {"kind": "challenge", "subtopic": None, "position": "V"}
        asked = []
        for actor, place in zip(firsts, places, strict=True):
            note = {"do": "add_note", "note": place.note, "sheet": place.sheet, **facts}
            edit = {"do": "edit_text", "text": place.note, "base": 0, "change": [MIDDLE]}
            asked += [(actor, note), (actor, edit)]
        self._act(asked)
        return tuple(places)

    def _by_link(self, role: str) -> SignedIn:
        facts = {"workshop": self._workshop, "role": role, "hours": HOURS}
        _, token = people.make_link(self._database, self._runtime, **facts)
        return people.sign_in_by_link(self._database, self._runtime, token, name="Clo", hours=HOURS)

    def _by_card(self, token: str, name: str) -> SignedIn:
        return people.sign_in_by_card(
            self._database, self._runtime, name=name, hours=HOURS, token=token
        )

    def _badge(self, who: SignedIn) -> Badge:
        token = csrf_token(self._runtime.secret, who.secret)
        return Badge(f"{COOKIE}={who.secret}", token)

    def _act(self, asked: Sequence[tuple[Actor, Mapping[str, object]]]) -> None:
        act(self._database, self._runtime, self._workshop, asked)
