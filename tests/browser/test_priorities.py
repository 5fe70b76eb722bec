"""Giving marks: a phone without an account, the moderator's board, the room screen."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.kit.browser import PHONE, PROJECTOR, axe
from tests.services.marks import STATEMENTS, open_marks, round_of
from tests.services.points import confirm_point

pytestmark = pytest.mark.browser

ARABIC = "يجب أن يبقى المستشار صاحب القرار الأخير."


@pytest.fixture
def phone(installation, new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """``phone(code)``: a phone of nobody's that has scanned the code."""

    def opened(code: str, **more) -> Page:
        page = new_context(PHONE, **more).new_page()
        page.goto(f"{installation.url}/m/{code}")
        return page

    return opened


def say(page: Page, name: str) -> None:
    """What the phone says of its marks."""
    expect(page.locator("#state")).to_have_attribute("data-state", name)


def tap(page: Page, words: str) -> None:
    """Gives a point a mark, or takes it back."""
    page.get_by_role("button", name=words).tap()


def test_a_hall_marks_by_phone_and_sees_the_sums_when_the_moderator_shows_them(held, window, phone):
    for words in (ARABIC, *STATEMENTS):
        confirm_point(held, words)
    board = window("moderator", "/topics/1/board")
    room = window("room", "/topics/1/room", PROJECTOR)
    board.get_by_role("button", name="Marks", exact=True).click()
    board.get_by_role("button", name="Open the round").click()
    picture = room.locator(".marks-qr")
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("image => image.naturalWidth > 0")
    page = phone(urlsplit(picture.get_attribute("src")).path.split("/")[2])
    tap(page, ARABIC)
    page.locator("#send").tap()
    say(page, "saved")
    so_far = board.locator(".marks-round [data-count]")
    expect(so_far).to_have_text("1 phone so far, of 36 at most.")
    expect(room.locator("body")).not_to_contain_text("1 mark")
    board.get_by_role("button", name="Close the round").click()
    expect(board.get_by_role("alert").filter(visible=True)).to_have_text(
        re.compile(r"\d+ of \d+ phones (has|have) sent; a closed round is not opened again\.")
    )
    board.get_by_role("button", name="Close it now").click()
    expect(room.locator("body")).to_have_attribute("data-view", "points")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    say(page, "closed_saved")
    board.get_by_role("button", name="Show the sums to the room").click()
    told = "Marks by people in the room, 1 phone; not a decision"
    expect(room.locator(".room-subtopic")).to_have_text(told)
    expect(room.locator(".marks-sum", has_text=ARABIC)).to_contain_text("1 mark")
    assert axe(room) == ()
    board.keyboard.press("Escape")
    board.get_by_role("button", name="Most marks first").click()
    expect(board.locator(".board-marks")).to_have_text(["1 mark", *["no mark"] * 3])
    assert axe(board) == ()


def test_marks_are_found_again_after_a_reload_and_can_be_changed(held, phone):
    made = open_marks(held)
    page = phone(made.code)
    expect(page.locator("#left")).to_have_text("0 of 3 given")
    tap(page, STATEMENTS[0])
    tap(page, STATEMENTS[1])
    expect(page.locator("#left")).to_have_text("2 of 3 given")
    say(page, "choosing")
    page.locator("#send").tap()
    say(page, "saved")
    page.reload()
    say(page, "saved")
    expect(page.locator("[aria-pressed=true]")).to_have_count(2)
    tap(page, STATEMENTS[0])
    page.locator("#send").tap()
    say(page, "saved")
    held.act(held.actor("moderator"), "close_marks", round=made.id)
    given = {point.words: point.given for point in round_of(held, made.id).points}
    assert given == dict(zip(STATEMENTS, (0, 1, 0), strict=True))


def test_marks_whose_answer_is_lost_are_sent_again_unchanged_and_counted_once(held, phone):
    made = open_marks(held)
    page, asked, lost = phone(made.code), f"**/m/{made.code}", []

    def lose_the_answer(route):
        if route.request.method == "GET":
            return route.continue_()
        lost.append(route.request.post_data)
        route.fetch()  # it arrives, and nobody is told
        return route.abort()

    page.route(asked, lose_the_answer)
    tap(page, STATEMENTS[0])
    page.locator("#send").tap()
    say(page, "on_device")
    expect(page.locator("#send")).to_be_hidden()
    tap(page, STATEMENTS[1])  # a change of mind while the first is under way
    with page.expect_event("requestfailed"):  # the same once more, two seconds later
        pass
    page.unroute(asked)
    page.reload()
    say(page, "changed")
    expect(page.locator("[aria-pressed=true]")).to_have_count(2)
    page.locator("#send").tap()
    say(page, "saved")
    assert len(lost) >= 2
    assert len(set(lost)) == 1
    held.act(held.actor("moderator"), "close_marks", round=made.id)
    given = {point.words: point.given for point in round_of(held, made.id).points}
    assert given == dict(zip(STATEMENTS, (1, 1, 0), strict=True))


def test_marks_that_never_arrived_go_out_after_a_reload(held, phone):
    made = open_marks(held)
    page = phone(made.code)
    page.route(f"**/m/{made.code}", lambda route: route.abort())
    tap(page, STATEMENTS[0])
    page.locator("#send").tap()
    say(page, "on_device")
    page.unroute(f"**/m/{made.code}")
    page.reload()
    say(page, "saved")


def test_what_comes_after_the_close_is_said_not_to_count(held, phone):
    made = open_marks(held, marks=1)
    page = phone(made.code)
    expect(page.locator("#left")).to_have_text("0 of 1 given")
    tap(page, STATEMENTS[0])
    page.locator("#send").tap()
    say(page, "saved")
    tap(page, STATEMENTS[1])
    say(page, "none_left")
    tap(page, STATEMENTS[0])
    tap(page, STATEMENTS[1])
    held.act(held.actor("moderator"), "close_marks", round=made.id)
    page.locator("#send").tap()
    say(page, "closed_late")
    saved = page.get_by_role("button", name=STATEMENTS[0])
    expect(saved).to_have_attribute("aria-pressed", "true")
    expect(saved).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#send")).to_be_hidden()


@pytest.mark.parametrize(("locale", "scheme"), [("en", "light"), ("ar", "dark")])
def test_the_page_is_open_to_everybody_in_their_language(held, phone, locale, scheme):
    confirm_point(held, ARABIC)
    page = phone(open_marks(held).code, locale=locale, scheme=scheme)
    words = page.locator(".marks-words", has_text=ARABIC)
    assert words.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.evaluate("document.dir") == {"ar": "rtl", "en": "ltr"}[locale]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == ()
    tap(page, ARABIC)
    page.locator("#send").tap()
    say(page, "saved")
    assert axe(page) == ()
