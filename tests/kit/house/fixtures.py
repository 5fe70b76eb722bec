"""The fixtures of the house; each test has a house of its own, copied from one made before."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from discussion.services.people import SignedIn
from discussion.storage.database import Database, open_database
from tests.kit.house.held import Held, new_workshop
from tests.kit.house.pages import PagesOf, opened_house
from tests.kit.house.runtime import Counter, new_runtime

FILE = "discussion.sqlite3"


@contextmanager
def opened(folder: Path) -> Iterator[Database]:
    """A database in that folder, brought up to date."""
    database = open_database(f"sqlite:///{folder / FILE}")
    try:
        yield database
    finally:
        database.close()


@dataclass(frozen=True)
class Model:
    """A house as it stands before each test: making it anew would take most of a test's time."""

    folder: Path
    given: int  # ids, by the time it stood
    workshop: str
    people: dict[str, SignedIn]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """The sample workshop with two tables and one person of every role, closed again."""
    folder, counter = tmp_path_factory.mktemp("model"), Counter()
    with opened(folder) as made:
        held = new_workshop(made, *new_runtime(counter))
    return Model(folder, counter.given, held.id, held.people)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty database, as an installation begins."""
    with opened(tmp_path) as made:
        yield made


@pytest.fixture
def workshop(model: Model, tmp_path: Path) -> Iterator[Held]:
    """The sample workshop with two tables and one person of every role."""
    shutil.copy(model.folder / FILE, tmp_path / FILE)
    runtime, clock = new_runtime(Counter(model.given))
    with opened(tmp_path) as copy:
        yield Held(copy, runtime, clock, model.workshop, dict(model.people))


@pytest.fixture
def another_workshop(workshop: Held) -> Callable[..., Held]:
    """Makes one more workshop in the same house, with tables and people of its own."""
    return lambda **options: new_workshop(
        workshop.database, workshop.runtime, workshop.clock, **options
    )


@pytest.fixture
def house(workshop: Held, tmp_path: Path) -> Iterator[PagesOf]:
    """The pages and sockets of the house, its pump running in this process."""
    with opened_house(workshop, tmp_path) as running:
        yield running
