"""Words survive: every end a page can come to, and the next page sends what was left, once."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sheets import decide, expect_saved, note, seat, sign_in, words_in
from tests.browser.test_capture import without
from tests.kit.browser import PHONE

__all__ = ["seat"]

pytestmark = pytest.mark.browser

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


@pytest.fixture
def table(seat):
    """``table(1)``: somebody at a table, on a line that can be cut."""

    def sit(number: int, **more) -> Page:
        page = seat(number, **more)
        page.context.add_init_script(LINE)
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
    assert [value for value in fields if words in value] == [words]


def another_page(page: Page) -> Page:
    """A new tab of the same browser on the same sheet."""
    made = page.context.new_page()
    made.goto(page.url)
    return made


def test_a_note_never_sent_outlives_its_page_and_is_sent_once(table, seat):
    page = table(1, topic=2)
    cut(page)
    page.keyboard.type("Nobody heard this yet")
    expect_on_device(page, "Nobody heard this yet")
    again = another_page(page)
    leave(page)
    again.reload()
    expect_on_device(again, "Nobody heard this yet")
    mend(again)
    expect_saved(note(again, "Nobody heard this yet"))
    shown_once(again, "Nobody heard this yet")
    other = seat(1, topic=2)
    expect_saved(note(other, "Nobody heard this yet"))
    shown_once(other, "Nobody heard this yet")


def test_a_page_that_keeps_no_journal_is_caught(table):
    page = table(1, topic=2)
    page.context.route("**/live/text.js*", without("    this.keep();\n    this.soon();"))
    reloaded(page)
    cut(page)
    page.keyboard.type("Planted: never in the journal")
    line = note(page, "Planted: never")
    with pytest.raises(AssertionError):
        expect(line.locator(".save")).to_have_attribute("data-state", "on_device", timeout=1_500)
