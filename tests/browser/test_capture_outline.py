"""Notes cut, joined, moved and taken back while others write in them, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import phone_key, place_caret, words_of
from tests.browser.sheets import decide, expect_saved, kind_of, moderator, note, seat, words_in
from tests.kit.browser import LAPTOP

__all__ = ["moderator", "seat"]

pytestmark = pytest.mark.browser


def written(page: Page, *several: str) -> None:
    """Those notes, written one after the other at the sheet's end."""
    for words in several:
        page.keyboard.type(words)
        page.keyboard.press("Enter")
    expect_saved(note(page, several[-1]))


def test_enter_in_the_middle_cuts_a_note_in_two_and_undo_makes_it_one(seat):
    page = seat(1)
    page.keyboard.type("The portal is slow. It has no Arabic form")
    page.keyboard.press("Alt+4")
    place_caret(page, "slow.")
    page.keyboard.press("Enter")
    assert words_of(page)[-2:] == ["The portal is slow.", "It has no Arabic form"]
    expect(kind_of(note(page, "It has no"))).to_have_text("Good practice")
    page.keyboard.type("And: ")
    assert words_of(page)[-1] == "And: It has no Arabic form"
    for line in ("The portal is slow.", "And: It has"):
        expect_saved(note(page, line))
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert words_of(page)[-1] == "The portal is slow. It has no Arabic form"
    page.keyboard.press("Control+y")
    assert words_of(page)[-2:] == ["The portal is slow.", "It has no Arabic form"]
    expect_saved(note(page, "It has no Arabic form"))
    page.reload()
    expect_saved(note(page, "It has no Arabic form"))
    assert words_of(page)[-2:] == ["The portal is slow.", "It has no Arabic form"]


def test_enter_at_a_notes_start_makes_room_for_one_before_it(seat):
    page = seat(1, topic=2)
    page.keyboard.type("Second thought")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.keyboard.type("First thought")
    assert words_of(page)[-2:] == ["First thought", "Second thought"]
    expect_saved(note(page, "First thought"))
    expect(note(page, "Second thought")).to_have_attribute("data-status", "submitted")


@pytest.mark.parametrize("by", ["key", "phone"])
def test_backspace_at_a_notes_start_joins_it_to_the_one_before(seat, by):
    page = seat(2, topic=3)
    written(page, f"Buses {by}", "bring advisers")
    words_in(note(page, "bring advisers")).click()
    page.keyboard.press("Home")
    if by == "key":
        page.keyboard.press("Backspace")
    else:
        phone_key(page, "deleteContentBackward")
    page.keyboard.type("to ")
    assert words_of(page)[-1] == f"Buses {by} to bring advisers"
    expect_saved(note(page, f"Buses {by} to bring"))
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert words_of(page)[-2:] == [f"Buses {by}", "bring advisers"]
    page.keyboard.press("Control+y")
    expect_saved(note(page, f"Buses {by} bring advisers"))
    page.reload()
    expect_saved(note(page, f"Buses {by} bring advisers"))
    expect(page.locator("#withdrawn")).to_be_hidden()


def test_delete_at_a_notes_end_draws_the_next_one_up(seat):
    page = seat(2, topic=2)
    written(page, "One half", "and the other")
    words_in(note(page, "One half")).click()
    page.keyboard.press("End")
    page.keyboard.press("Delete")
    assert words_of(page)[-1] == "One half and the other"
    expect_saved(note(page, "One half and"))


def test_what_a_moderator_decided_on_is_neither_cut_nor_joined(seat, moderator):
    page = seat(1, topic=3)
    written(page, "Decided as it stands", "Something else")
    expect(note(page, "Decided")).to_have_attribute("data-status", "submitted")
    decide(moderator(page), "Decided", "accept_note")
    expect(note(page, "Decided")).to_have_attribute("data-status", "accepted")
    words_in(note(page, "Something else")).click()
    page.keyboard.press("Home")
    page.keyboard.press("Backspace")
    expect(words_in(note(page, "Decided"))).to_be_focused()
    place_caret(page, "Decided ")
    page.keyboard.press("Enter")
    found = words_of(page)
    assert found[found.index("Decided as it stands") + 1] == "Something else"


def test_cutting_and_joining_lose_no_word_of_somebody_typing_there_offline(seat):
    one, two = seat(2), seat(2)
    one.keyboard.type("alpha beta gamma")
    expect_saved(note(one, "alpha"))
    words_in(note(two, "alpha")).click()
    two.context.set_offline(True)
    place_caret(two, "beta")
    two.keyboard.type(" [theirs]")
    place_caret(one, "alpha")
    one.keyboard.press("Enter")
    expect_saved(note(one, "beta gamma"))
    two.context.set_offline(False)
    for page in (one, two):
        expect(words_in(note(page, "alpha"))).to_have_value(re.compile(r"alpha\s*\[theirs\]"))
        expect(words_in(note(page, "beta gamma"))).to_have_value("beta gamma")
    two.context.set_offline(True)
    words_in(note(two, "beta gamma")).click()
    two.keyboard.press("End")
    two.keyboard.type(" [more]")
    words_in(note(one, "beta gamma")).click()
    one.keyboard.press("Home")
    one.keyboard.press("Backspace")
    expect_saved(note(one, "alpha"))
    two.context.set_offline(False)
    for page in (one, two):
        expect(words_in(note(page, "alpha"))).to_have_value(re.compile("alpha.*beta gamma$"))
        expect(words_in(note(page, " [more]"))).to_have_value(" [more]")
        expect(note(page, " [more]")).to_have_attribute("data-status", "submitted")


def test_undo_takes_back_ones_own_words_alone_and_again(seat):
    one, two = seat(1), seat(1)
    one.keyboard.type("mine first")
    words_in(note(two, "mine first")).click()
    two.keyboard.press("Home")
    two.keyboard.type("theirs, ")
    place_caret(two, "mine ")
    two.keyboard.type("(inside) ")
    expect(words_in(note(one, "theirs, mine (inside) first"))).to_be_focused()
    one.keyboard.press("Control+z")
    one.keyboard.press("Control+z")
    expect(words_in(note(two, "theirs, (inside)"))).to_have_value("theirs, (inside) ")
    one.keyboard.press("Control+z")
    one.keyboard.press("Control+Shift+Z")
    one.keyboard.press("Control+Shift+Z")
    expect(words_in(note(two, "theirs, mine"))).to_have_value("theirs, mine (inside) first")
    two.keyboard.press("Control+z")
    two.keyboard.press("Control+z")
    expect(words_in(note(one, "mine first"))).to_have_value("mine first")


def test_a_note_that_is_moved_retyped_and_reordered_while_typed_in_keeps_all(seat):
    one, two = seat(1, topic=2), seat(1, topic=2)
    written(one, "Above it", "The one that moves")
    line = note(one, "The one that moves")
    words_in(line).click()
    one.keyboard.press("End")
    theirs = note(two, "The one that moves")
    one.keyboard.type(" while")
    two.evaluate("document.activeElement.blur()")
    theirs.get_by_role("button", name="More").click()
    two.get_by_role("menuitem", name="Move up").click()
    one.keyboard.type(" I")
    kind_of(theirs).click()
    two.get_by_role("menuitemradio", name="Dissent").click()
    one.keyboard.type(" am")
    theirs.locator(".note-subtopic").select_option(index=1)
    one.keyboard.type(" writing")
    moved = note(two, "The one that moves while I am writing")
    expect(words_in(line)).to_be_focused()
    expect(kind_of(line)).to_have_text("Dissent")
    expect(line.locator(".note-subtopic")).to_have_attribute("data-set", "")
    assert one.evaluate("document.activeElement.selectionStart") == len(
        "The one that moves while I am writing"
    )
    for page in (one, two):
        found = words_of(page)
        assert found.index("The one that moves while I am writing") < found.index("Above it")
    expect_saved(moved)


def test_words_arriving_above_leave_the_field_in_its_place_on_the_screen(seat):
    one, two = seat(2, topic=2), seat(2, topic=2, screen=LAPTOP)
    written(one, "It grows", *(f"Line {number}" for number in range(14)))
    one.keyboard.type("I am typing here")
    one.evaluate("scrollBy(0, 200)")
    field = words_in(note(one, "I am typing"))
    before = field.bounding_box()["y"]
    words_in(note(two, "It grows")).click()
    two.keyboard.press("End")
    two.keyboard.insert_text(" and grows" * 80)
    expect_saved(note(two, "It grows and"))
    expect(words_in(note(one, "It grows"))).to_have_value("It grows" + " and grows" * 80)
    assert abs(field.bounding_box()["y"] - before) < 1
