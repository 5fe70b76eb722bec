"""How notes become points on the board, and what is done with points."""

import pytest
from playwright.sync_api import expect

from tests.browser.boards import FORMS, SCORES, focused
from tests.kit.browser import PROJECTOR

pytestmark = pytest.mark.browser

AT_ONCE = """keys => { for (const key of keys) {
    const told = { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", told)); } }"""
"""All keys before any answer can come."""

ORDER = """order => order === [...document.querySelectorAll("textarea.board-statement")]
    .map(field => field.value).join(" ")"""


def test_notes_of_two_tables_become_a_point_that_the_room_sees(held, board, window):
    held.say(SCORES)
    held.say(FORMS, by="second")
    page, room = board(), window("room", "/topics/1/room", PROJECTOR)
    expect(room.locator("#room-empty")).to_contain_text("The tables are writing")
    focused(page, FORMS)
    page.keyboard.press("Space")
    page.keyboard.press("j")
    expect(page.locator("#chosen")).to_contain_text(SCORES)
    page.keyboard.press("Space")
    expect(page.locator("[data-act=point]")).to_contain_text("New point: 2")
    page.keyboard.press("n")
    point = page.locator(".board-point")
    expect(point.locator("textarea")).to_be_focused()
    expect(point.locator("textarea")).to_have_value("")
    page.keyboard.type("People must understand what they are offered.")
    expect(point.locator(".strength")).to_contain_text("2 of 2 tables")
    page.keyboard.press("Control+Enter")
    expect(point.locator(".board-point-state")).to_contain_text("confirmed")
    said = room.locator(".room-point")
    expect(said).to_contain_text("People must understand what they are offered.")
    expect(said).to_contain_text("2 of 2 tables")
    expect(said).not_to_contain_text("two tables")
    expect(room.locator("body")).not_to_contain_text(SCORES)


def test_letters_typed_while_a_new_point_is_on_its_way_go_into_it_and_decide_nothing(held, board):
    held.say(SCORES)
    held.say(FORMS, by="second")
    page = board()
    focused(page, FORMS)
    page.evaluate(AT_ONCE, ["n", *"A park", "Backspace"])
    field = page.locator(".board-point textarea")
    expect(field).to_have_value("A par")
    expect(field).to_be_focused()
    page.keyboard.type("k for all")
    expect(field).to_have_value("A park for all")
    focused(page, SCORES)
    expect(page.locator("#to-read b")).to_have_text("1")


def test_a_note_is_grouped_into_the_point_at_hand_and_taken_out_again(held, board):
    held.say(SCORES)
    held.say(FORMS, by="second")
    page = board()
    focused(page, FORMS)
    page.keyboard.press("n")
    point = page.locator(".board-point")
    expect(point.locator("textarea")).to_be_focused()
    page.keyboard.press("Escape")
    focused(page, SCORES)
    page.keyboard.press("g")
    expect(point.locator(".strength")).to_contain_text("2 of 2 tables")
    point.get_by_text("Begin with a note’s words").click()
    expect(point.locator("textarea")).to_have_value("")
    point.locator(".board-wording").get_by_role("button", name=FORMS).click()
    expect(point.locator("textarea")).to_have_value(FORMS)
    page.keyboard.press("Escape")
    point.get_by_text("Based on 2 notes").click()
    point.locator("li").filter(has_text=SCORES).get_by_role("button", name="Take").click()
    expect(point.locator(".strength")).to_contain_text("1 of 2 tables")
    point.get_by_role("button", name="Note only").click()
    expect(point.locator(".board-point-state")).to_contain_text("noted only")
    point.get_by_role("button", name="Reopen").click()
    expect(point.locator(".board-point-state")).to_contain_text("proposed")


def test_a_point_without_words_is_not_confirmed(held, board):
    held.say(SCORES)
    page = board()
    page.keyboard.press("n")
    point = page.locator(".board-point")
    expect(point.locator("textarea")).to_be_focused()
    point.get_by_role("button", name="Confirm").click()
    expect(point.get_by_role("alert")).to_contain_text("no words yet")
    expect(point.locator(".board-point-state")).to_contain_text("proposed")
    page.keyboard.type("Explain the score.")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    expect(point.locator(".board-point-state")).to_contain_text("confirmed")


def test_points_move_by_buttons_and_by_alt_and_arrows_and_keep_the_caret(held, board):
    for words in (SCORES, FORMS):
        held.say(words)
    page = board()
    for words in ("one", "two"):
        page.keyboard.press("n")
        field = page.locator(".board-point[aria-current] textarea")
        expect(field).to_be_focused()
        expect(field).to_have_value("")
        page.keyboard.type(words)
        page.keyboard.press("Escape")
    page.wait_for_function(ORDER, arg="one two")
    page.locator("textarea").filter(visible=True).nth(1).focus()
    page.keyboard.press("Alt+ArrowUp")
    page.wait_for_function(ORDER, arg="two one")
    page.keyboard.type(" more")
    page.wait_for_function(ORDER, arg="two more one")
    page.locator(".board-point[aria-current]").get_by_role("button", name="Down").click()
    page.wait_for_function(ORDER, arg="one two more")


def test_a_double_click_confirms_and_does_nothing_more(held, board):
    held.say(SCORES)
    page = board()
    page.keyboard.press("n")
    point = page.locator(".board-point")
    expect(point.locator("textarea")).to_be_focused()
    page.keyboard.type("People must understand what they are offered.")
    confirm = point.get_by_role("button", name="Confirm")
    box = confirm.bounding_box()
    place = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.dblclick(*place)
    expect(point.locator(".board-point-state")).to_contain_text("confirmed")
    page.mouse.click(*place)
    expect(point.get_by_role("button", name="Note only")).to_be_visible()
    expect(confirm).to_be_hidden()
    expect(point.locator(".board-point-trouble")).to_be_hidden()
    expect(point.locator(".board-point-state")).to_contain_text("confirmed")
