"""A table whose line can be cut, mended and left; what it has on the device meanwhile."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.sheets import note
from tests.kit.browser import LAPTOP, Screen

LINE = """(() => {
    const Real = WebSocket;
    window.lines = [];
    window.WebSocket = class extends Real {
        constructor(url, ...rest) {
            super(localStorage.cut ? url.replace("socket.io", "nowhere") : url, ...rest);
            lines.push(this);
        }
    };
})()"""
"""A line of the page that ``cut`` breaks; pages and scripts themselves can still be fetched."""


HASTE = (
    ("status.js", "const LATE = 15_000;", "const LATE = 4_000;"),
    ("journal_replay.js", "const LOOK_AGAIN = 15_000;", "const LOOK_AGAIN = 1_500;"),
)
"""What a page waits for; nobody who tests needs to."""


def replacing(words: str, others: str) -> Callable[[Route], None]:
    """Serves a script with some of its words in place of others."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        assert words in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(words, others))

    return serve


@pytest.fixture
def table(seat):
    """``table(1)``: somebody at a table, on a line that can be cut."""

    def sit(number: int, screen: Screen = LAPTOP, **more) -> Page:
        page = seat(number, screen, **more)
        page.context.add_init_script(LINE)
        for script, long, short in HASTE:
            page.context.route(f"**/live/{script}*", replacing(long, short))
        return reloaded(page)

    return sit


def reloaded(page: Page) -> Page:
    page.reload()
    expect(page.locator("#notes")).not_to_have_attribute("aria-busy", "true")
    page.locator(".note-words").last.focus()
    return page


def cut(page: Page) -> None:
    """Nothing reaches the authority from this browser."""
    page.evaluate("localStorage.cut = 1; for (const line of lines) line.close()")
    expect(page.locator("#connection")).not_to_have_text("Saved")


def mend(page: Page) -> None:
    page.evaluate("delete localStorage.cut; dispatchEvent(new Event('online'))")


def leave(page: Page) -> None:
    """The page is gone, as when a browser is closed; what it asks before is answered yes."""
    page.close(run_before_unload=False)


def expect_on_device(page: Page, words: str) -> None:
    line = note(page, words)
    expect(line.locator(".save")).to_have_attribute("data-state", "on_device")


def shown_once(page: Page, words: str) -> None:
    fields = page.locator(".note-words").evaluate_all("all => all.map(({value}) => value)")
    assert "".join(fields).count(words) == 1


def another_page(page: Page) -> Page:
    """A new tab of the same browser on the same sheet."""
    made = page.context.new_page()
    made.goto(page.url)
    return made
