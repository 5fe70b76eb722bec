"""The fixtures of the house; each test has a house of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from discussion.storage.database import Database, open_database
from tests.kit.house.held import Held, new_workshop
from tests.kit.house.pages import PagesOf, opened_house
from tests.kit.house.runtime import new_runtime


@contextmanager
def opened(folder: Path) -> Iterator[Database]:
    """A database in that folder, brought up to date."""
    database = open_database(f"sqlite:///{folder / 'discussion.sqlite3'}")
    try:
        yield database
    finally:
        database.close()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty database, as an installation begins."""
    with opened(tmp_path) as made:
        yield made


@pytest.fixture
def workshop(database: Database) -> Held:
    """The sample workshop with two tables and one person of every role."""
    return new_workshop(database, *new_runtime())


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
