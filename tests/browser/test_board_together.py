"""Two moderators, and tables that go on writing: nobody decides on what was not read."""

import re

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from discussion.web.security import COOKIE
from tests.browser.boards import SCORES, focused, sheet_of, to_read
from tests.kit.browser import LAPTOP

pytestmark = pytest.mark.browser


def test_the_second_of_two_moderators_is_told(held, board):
    held.say(SCORES)
    held.people["other"] = held.somebody("moderator", name="Another")
    first, second = board(), board("other")
    focused(second, SCORES)
    first.keyboard.press("a")
    to_read(second, 0)
    expect(second.locator("#note")).to_contain_text("Another moderator has just decided: accepted")
    expect(second.locator("[data-act=accept]")).to_have_attribute("aria-disabled", "true")


class SlowLine:
    """A live line whose frames can be held back, as a slow network does."""

    def __init__(self, page: Page) -> None:
        self.holding, self.held = False, []
        page.route_web_socket(re.compile("socket.io"), self._route)

    def _route(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def pass_on(message):
            if self.holding and isinstance(message, str) and '"frame"' in message:
                self.held.append((socket, message))
            else:
                socket.send(message)

        server.on_message(pass_on)

    def let_go(self) -> None:
        self.holding = False
        for socket, message in self.held:
            socket.send(message)


@pytest.fixture
def slow_board(held, installation, new_context):
    """A second moderator's board behind a line that can be held up."""
    held.people["other"] = held.somebody("moderator", name="Another")
    context = new_context(LAPTOP)
    secret = held.people["other"].secret
    context.add_cookies([{"name": COOKIE, "value": secret, "url": installation.url}])
    page = context.new_page()
    line = SlowLine(page)

    def opened():
        page.goto(f"{installation.url}/topics/1/board")
        expect(page.locator("#to-read b")).not_to_have_text("…")
        return page, line

    return opened


def test_who_decides_on_what_another_has_decided_is_refused_and_told(held, board, slow_board):
    held.say(SCORES)
    first = board()
    second, line = slow_board()
    line.holding = True
    first.keyboard.press("a")
    to_read(first, 0)
    second.keyboard.press("a")
    trouble = second.locator("#troubles .notice")
    expect(trouble).to_contain_text("your decision was not applied")
    expect(trouble).to_contain_text("accepted")
    line.let_go()
    to_read(second, 0)
    trouble.get_by_role("button", name="Close").click()
    expect(trouble).to_have_count(0)


def test_a_decision_on_words_that_have_moved_is_not_applied_and_the_difference_is_shown(
    held, slow_board, window
):
    note = held.say(SCORES)
    table = sheet_of(held, window)
    page, line = slow_board()
    line.holding = True
    field = table.locator(".note-words").first
    expect(field).to_have_value(SCORES)
    field.press("End")
    field.press_sequentially(" Nor do we.")
    expect(table.locator(".note").first.locator(".save")).to_have_attribute("data-state", "saved")
    page.keyboard.press("a")
    trouble = page.locator("#troubles .notice")
    expect(trouble).to_contain_text("The words have changed")
    expect(trouble.locator("ins")).to_have_text(re.compile("Nor do we."))
    assert held.note(note).contribution.status == "submitted"
    line.let_go()
    trouble.get_by_role("button", name="Look at this note").click()
    focused(page, f"{SCORES} Nor do we.")
    expect(page.locator("#note .board-difference ins")).to_have_count(0)
    page.keyboard.press("a")
    to_read(page, 0)
    expect(page.locator("#connection")).to_have_text("Saved")
    assert held.note(note).contribution.status == "accepted"


def test_words_changed_since_a_decision_bring_the_note_back_with_the_difference(
    held, board, window
):
    held.accept("Train one focal point in every office.")
    table, page = sheet_of(held, window), board()
    to_read(page, 0)
    field = table.locator(".note-words").first
    field.press("End")
    for _ in "office.":
        field.press("Backspace")
    field.press_sequentially("region.")
    to_read(page, 1)
    expect(page.locator("#note")).to_contain_text("The words have changed since it was accepted")
    expect(page.locator("#note del")).to_have_text(re.compile("office."))
    expect(page.locator("#note ins")).to_have_text(re.compile("region."))


def test_whoever_types_while_a_colleague_confirms_keeps_the_words_and_is_told(
    held, board, slow_board
):
    held.say(SCORES)
    first = board()
    first.keyboard.press("n")
    one = first.locator(".board-point")
    expect(one.locator("textarea")).to_be_focused()
    first.keyboard.type("Say why")
    expect(one.locator(".save")).to_have_attribute("data-state", "saved")
    second, line = slow_board()
    other = second.locator(".board-point")
    expect(other.locator("textarea")).to_have_value("Say why")
    line.holding = True
    one.get_by_role("button", name="Confirm").click()
    expect(one.locator(".board-point-state")).to_contain_text("confirmed")
    other.locator("textarea").press("End")
    second.keyboard.type(" always")
    expect(other.get_by_role("alert")).to_contain_text("Your words are kept here")
    line.let_go()
    expect(other.locator("textarea")).to_have_js_property("readOnly", True)
    expect(other.locator("textarea")).to_have_value("Say why always")
    expect(one.locator("textarea")).to_have_value("Say why")
    one.locator("textarea").press("End")
    first.keyboard.type("x")
    expect(one.get_by_role("alert")).to_contain_text("do not change. Reopen it")
    expect(one.locator("textarea")).to_have_value("Say why")
    other.get_by_role("button", name="Reopen to change the words").click()
    expect(one.locator("textarea")).to_have_value("Say why always")
    expect(other.get_by_role("alert")).to_be_hidden()
    expect(other.locator("textarea")).to_have_js_property("readOnly", False)
