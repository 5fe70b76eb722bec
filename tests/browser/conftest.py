"""What tests in a browser stand on: a served installation, and a clean workshop for each test."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from discussion.app import make_runtime
from discussion.services.people import SignedIn
from discussion.storage.database import open_database
from discussion.web.security import COOKIE
from tests.browser.rules import ask
from tests.kit.browser import LAPTOP, Screen
from tests.kit.house.held import Held, new_workshop
from tests.kit.house.runtime import Clock
from tests.kit.server import Server, new_server

__all__ = ["ask"]


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server without a workshop of its own."""
    running = new_server(tmp_path_factory.mktemp("installation"))
    running.start()
    yield running
    running.stop()


@pytest.fixture
def held(installation: Server) -> Iterator[Held]:
    """A new workshop with three tables, held on the running server."""
    database = open_database(installation.settings.database_url)
    yield new_workshop(database, make_runtime(installation.settings), Clock(), tables=3)
    database.close()


@pytest.fixture
def window(
    installation: Server, held: Held, new_context: Callable[..., BrowserContext]
) -> Callable[..., Page]:
    """``window("moderator", "/topics/1/board")``: a page opened by one of the workshop's people."""

    def opened(
        who: str | SignedIn, path: str, screen: Screen = LAPTOP, *, scheme: str = "light"
    ) -> Page:
        signed_in = held.people[who] if isinstance(who, str) else who
        context = new_context(screen, scheme=scheme)
        cookie = {"name": COOKIE, "value": signed_in.secret, "url": installation.url}
        context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        page.goto(installation.url + path)
        return page

    return opened


@pytest.fixture
def board(window: Callable[..., Page]) -> Callable[..., Page]:
    """``board()``: the board of topic 1 as a moderator sees it, its notes arrived."""

    def opened(
        who: str | SignedIn = "moderator", screen: Screen = LAPTOP, *, scheme: str = "light"
    ) -> Page:
        page = window(who, "/topics/1/board", screen, scheme=scheme)
        expect(page.locator("#to-read b")).not_to_have_text("…")
        return page

    return opened
