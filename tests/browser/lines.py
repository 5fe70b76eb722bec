"""A table whose line can be cut, mended and left; what it has on the device meanwhile."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

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
GRACE = 4_000  # milliseconds; a lost connection is worth a word after three


def replacing(words: str, others: str) -> Callable[[Route], None]:
    """Serves a script with some of its words in place of others."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        assert words in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(words, others))

    return serve


@pytest.fixture
def table(seat):
    """``table(1)``: somebody at a table, on a line that can be cut.

    Its clock can be moved on; ``prepare``: what else is different about the browser.
    """

    def sit(
        number: int,
        screen: Screen = LAPTOP,
        *,
        prepare: Callable[[BrowserContext], object] = lambda _: None,
        **more,
    ) -> Page:
        def equip(context: BrowserContext) -> None:
            context.add_init_script(LINE)
            context.clock.install()
            prepare(context)

        return at_the_end(seat(number, screen, prepare=equip, **more))

    return sit


def at_the_end(page: Page) -> Page:
    """The caret stands in the empty line behind the notes."""
    expect(page.locator("#notes")).not_to_have_attribute("aria-busy", "true")
    page.locator(".note-words").last.focus()
    return page


def cut(page: Page) -> None:
    """Nothing reaches the authority from this browser, and the page has seen that it is so."""
    page.evaluate("localStorage.cut = 1; for (const line of lines) line.close()")
    page.wait_for_function("() => lines.every((line) => line.readyState === WebSocket.CLOSED)")
    page.clock.fast_forward(GRACE)  # before anything is typed: the journal has its own patience


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
