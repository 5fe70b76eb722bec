"""A house whose first topic is as full as the largest one fills it in an hour; must not measure."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bench.board.topic import Ground, fill
from bench.load import SEATS
from bench.servers.discussion_workshop import Prepared, workshop_in
from discussion.app import make_runtime
from discussion.domain.people import Actor
from discussion.services.people import actor_behind
from discussion.services.work import Runtime
from discussion.settings import Settings
from discussion.storage import programme
from discussion.storage.database import Database, open_database

NOTES = 12_500
TYPING = 40  # people at twenty tables, beside the five hundred tables that have written
TURNS = 2  # of typing, each at tables of its own
BOARDS = 5
MODERATORS = BOARDS + 1  # the last one sits at a browser


@dataclass(frozen=True)
class House:
    """A data folder of its own, that no server serves yet, and who is signed in there."""

    folder: Path
    prepared: Prepared

    @property
    def settings(self) -> Settings:
        """Where it stands, and nothing else."""
        return Settings.from_env({"DISCUSSION_DATA": str(self.folder)})

    def turn(self, number: int) -> Prepared:
        """The workshop as those see it who type in that turn (0 or 1)."""
        first = number * TYPING
        places = self.prepared.places[first // SEATS : (first + TYPING) // SEATS]
        typists = self.prepared.typists[first : first + TYPING]
        return replace(self.prepared, places=places, typists=typists)


@contextmanager
def full_house(notes: int = NOTES) -> Iterator[House]:
    """A fresh copy of the full house, gone afterwards."""
    made, prepared = _filled(notes)
    with tempfile.TemporaryDirectory(prefix="bench-board-") as name:
        shutil.copytree(made, name, dirs_exist_ok=True)
        yield House(Path(name), prepared)


@contextmanager
def opened(house: House) -> Iterator[tuple[Database, Runtime]]:
    """Its database and its clock, as long as it is not served."""
    with closing(open_database(house.settings.database_url)) as database:
        yield database, make_runtime(house.settings)


def moderator(house: House, database: Database, runtime: Runtime) -> Actor:
    """The first of the signed-in moderators."""
    secret = house.prepared.watchers[0].cookie.partition("=")[2]
    with database.reading() as transaction:
        found = actor_behind(transaction, runtime, secret)
    assert found is not None
    return found


@cache
def _filled(notes: int) -> tuple[Path, Prepared]:
    folder = Path(tempfile.mkdtemp(prefix="bench-board-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    prepared = workshop_in(folder, TURNS * TYPING // SEATS, MODERATORS)
    with opened(House(folder, prepared)) as (database, runtime):
        with database.reading() as transaction:
            plan = programme.find_workshop(transaction, prepared.workshop)
        assert plan is not None
        subtopics = tuple(each.id for each in plan.programme.topics[0].subtopics)
        author = runtime.new_id()
        fill(database, runtime, Ground(prepared.workshop, prepared.topic, subtopics, author), notes)
    return folder, prepared
