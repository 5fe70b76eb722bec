"""A sheet over hours: screens that would sleep, phones held on their side, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import moderator, seat
from tests.browser.test_capture_review import command
from tests.kit.browser import PHONE, Screen, axe

__all__ = ["moderator", "seat"]

pytestmark = pytest.mark.browser

ON_ITS_SIDE = Screen(740, 360, touch=True)
COUNTED = """
    window.held = 0;
    const request = async () => {
        window.held += 1;
        const lock = { released: false, release: () => {
            if (!lock.released) window.held -= 1;
            lock.released = true;
        } };
        return (window.lock = lock);
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
"""  # a screen's lock that can be counted: a browser without a window has none
HIDE = """(hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    if (hidden) window.lock.release(); // as the system does
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_the_screen_stays_on_while_the_discussion_runs_and_no_longer(seat, moderator, own_server):
    page = seat(1, PHONE, at=own_server)
    page.context.add_init_script(COUNTED)
    page.reload()
    expect(page.locator("#notes")).not_to_have_attribute("aria-busy", "true")
    assert page.evaluate("window.held") == 0
    staff = moderator(page, at=own_server)
    command(staff, "start_discussion", topic=1, minutes=30)
    page.wait_for_function("() => window.held === 1")
    page.evaluate(HIDE, True)
    assert page.evaluate("window.held") == 0
    page.evaluate(HIDE, False)
    page.wait_for_function("() => window.held === 1")
    command(staff, "close_discussion", topic=1)
    page.wait_for_function("() => window.held === 0")


def test_a_phone_on_its_side_still_shows_the_topics_and_the_reading_back(seat):
    page = seat(2, ON_ITS_SIDE)
    expect(page.locator("#topics a")).to_have_count(3)
    for control in (page.locator("#topics a").first, page.locator("#strip button")):
        expect(control).to_be_visible()
    assert axe(page) == ()
