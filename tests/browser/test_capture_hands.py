"""Notes written with input methods, voices and phones, in a real browser on a real server."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import (
    InputMethod,
    paste,
    phone_key,
    place_caret,
    replace_word,
    words_of,
)
from tests.browser.sheets import expect_saved, note, seat, words_in
from tests.kit.browser import PHONE

__all__ = ["seat"]

pytestmark = pytest.mark.browser

TOUCHED = """() => {
    const field = document.activeElement;
    window.touched = [];
    const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
    Object.defineProperty(field, "value", {
        get() { return value.get.call(this); },
        set(words) { window.touched.push(words); value.set.call(this, words); },
    });
    const select = field.setSelectionRange;
    field.setSelectionRange = (...places) => {
        window.touched.push(places);
        select.apply(field, places);
    };
}"""  # watches whether scripts touch a field that is being composed in


def both_see(one: Page, two: Page, words: str) -> None:
    for page in (one, two):
        expect(words_in(note(page, words[:9]))).to_have_value(words)
        expect_saved(note(page, words[:9]))


def test_composed_words_of_many_scripts_reach_the_other_screen_whole(seat):
    one, two = seat(1), seat(1)
    hand = InputMethod(one)
    hand.compose("^")
    hand.commit("ê")
    one.keyboard.type("tre prêt ")
    hand.compose("ا", "ال", "الب", "البو")
    hand.commit("البوابة ")
    one.keyboard.type("İstanbul'da ışık ")
    hand.commit("👩🏽‍💻🇲🇾")
    hand.compose("n", "ni", "ni h", "ni hao")
    hand.commit("你好")
    both_see(one, two, "être prêt البوابة İstanbul'da ışık 👩🏽‍💻🇲🇾你好")


def test_a_field_being_composed_in_is_never_touched_by_what_arrives(seat):
    one, two = seat(2), seat(2)
    one.keyboard.type("start end")
    words_in(note(two, "start end")).click()
    two.keyboard.press("Home")
    place_caret(one, "start ")
    hand = InputMethod(one)
    one.evaluate(TOUCHED)
    hand.compose("ك", "كت")
    two.keyboard.type("[before] ")
    two.keyboard.press("End")
    two.keyboard.type(" [behind]")
    expect_saved(note(two, "[before] start"))
    hand.compose("كتا")
    assert one.evaluate("window.touched") == []
    assert one.evaluate("document.activeElement.value") == "start كتاend"
    hand.commit("كتاب ")
    both_see(one, two, "[before] start كتاب end [behind]")
    one.keyboard.type("|")
    both_see(one, two, "[before] start كتاب |end [behind]")


def test_a_page_that_shows_what_arrives_at_once_is_caught_touching_the_composition(seat):
    one, two = seat(2), seat(2)
    careless = ("if (this.composing) this.held =", "if (false) this.held =")
    with_fault(one, "live/field.js", *careless)
    one.keyboard.type("planted end")
    expect_saved(note(one, "planted end"))
    words_in(note(two, "planted end")).click()
    one.evaluate(TOUCHED)
    InputMethod(one).compose("كت")
    two.keyboard.type("!")
    expect_saved(note(two, "planted end"))
    one.wait_for_function("() => window.touched.length > 0")


def with_fault(page: Page, script: str, right: str, wrong: str) -> None:
    """Loads the page again with a fault planted in one of its scripts."""

    def serve(route):
        answer = route.fetch()
        assert right in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(right, wrong))

    page.context.route(f"**/{script}*", serve)
    page.reload()
    expect(page.locator("#notes")).not_to_have_attribute("aria-busy", "true")


def test_enter_ends_a_composition_and_starts_no_note(seat):
    page = seat(1, topic=2)
    hand = InputMethod(page)
    page.keyboard.type("Kata ")
    hand.compose("か", "かた")
    phone_key_while_composing = "() => document.activeElement.dispatchEvent(new InputEvent("
    phone_key_while_composing += "'beforeinput', {inputType: 'insertLineBreak', isComposing: true,"
    phone_key_while_composing += " bubbles: true, cancelable: true}))"
    assert page.evaluate(phone_key_while_composing) is False  # and no break in the words
    hand.commit("型")
    page.keyboard.type("!")
    assert words_of(page)[-1:] == ["Kata 型!"]


def test_a_composition_given_up_leaves_no_word_and_no_note(seat):
    page = seat(1, topic=3)
    hand = InputMethod(page)
    hand.compose("ni", "ni ha")
    hand.cancel()
    page.keyboard.type("Typed instead")
    expect_saved(note(page, "Typed instead"))
    hand.compose(" and", " and mo")
    hand.cancel()
    page.keyboard.press("Enter")
    page.reload()
    expect_saved(note(page, "Typed instead"))
    assert words_of(page).count("Typed instead") == 1


def test_focus_lost_while_composing_keeps_what_was_composed(seat):
    one, two = seat(2, topic=2), seat(2, topic=2)
    InputMethod(one).compose("lost", "lost fo", "lost focus")
    one.evaluate("document.activeElement.blur()")
    both_see(one, two, "lost focus")


def test_a_long_dictation_is_safe_before_it_ends(seat):
    one, two = seat(2, topic=3), seat(2, topic=3)
    hand = InputMethod(one)
    hand.compose("the offices", "the offices on wheels reach", "the offices on wheels reach the")
    expect(words_in(note(two, "the offices"))).to_have_value("the offices on wheels reach the")
    hand.compose("The offices on wheels reach the islands")
    hand.commit("The offices on wheels reach the islands.")
    both_see(one, two, "The offices on wheels reach the islands.")
    one.keyboard.press("Control+z")
    assert one.evaluate("document.activeElement.value") == ""


def test_autocorrection_changes_the_word_it_means_though_others_write(seat):
    one, two = seat(1), seat(1)
    one.keyboard.type("teh first portal ")
    words_in(note(two, "teh first")).click()
    two.keyboard.press("End")
    two.keyboard.type("is slow")
    expect(words_in(note(one, "teh first portal is slow"))).to_be_focused()
    replace_word(one, "teh", "The")
    both_see(one, two, "The first portal is slow")


def test_words_beyond_a_full_note_go_on_in_the_next_one(seat):
    page = seat(2, topic=2)
    page.keyboard.insert_text("word " * 399)
    hand = InputMethod(page)
    hand.compose("dictated", "dictated words ")
    hand.commit("dictated words go on. And on")
    expect(page.locator("#messages")).to_contain_text("your words go on in the next one")
    first, second = words_of(page)[-2:]
    assert f"{first} {second}" == "word " * 399 + "dictated words go on. And on"
    assert len(first) <= 2000
    expect_saved(note(page, second))
    page.keyboard.press("Control+z")
    assert len(words_of(page)[-1]) > 2000


def test_a_break_that_a_voice_or_another_program_types_does_not_stay_in_the_note(seat):
    page = seat(1, topic=3)
    InputMethod(page).commit("first line\nsecond line")
    expect_saved(note(page, "first line second line"))


PASTED = (
    "\u2022\tVerify employers \r\n\uf0b7\tWarn\xa0job\xadseekers!\r\no\tShare black lists\r\n"
    "\u0661- \u0645\u0646\u0635\u0629"
)


def test_fifty_pasted_lines_become_notes_by_one_key_and_one_again_by_another(seat):
    page = seat(1, topic=2)
    page.keyboard.press("ArrowDown")
    before = len(words_of(page))
    paste(page, "\n".join(f"{number}. Point number {number}" for number in range(1, 51)))
    expect(page.get_by_role("group", name="Pasted lines")).to_contain_text("50 lines pasted")
    assert words_of(page)[-1].startswith("Point number 1; Point number 2; Point number 3; ")
    page.keyboard.press("Enter")
    assert words_of(page)[before:] == [f"Point number {number}" for number in range(1, 51)]
    expect_saved(note(page, "Point number 50"))
    page.keyboard.press("Control+z")
    assert len(words_of(page)) == before + 1
    page.keyboard.press("Control+Shift+z")
    assert words_of(page)[before:] == [f"Point number {number}" for number in range(1, 51)]
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert len(words_of(page)) == before


def test_going_on_typing_or_escape_keeps_pasted_lines_one_readable_note(seat):
    page = seat(2, topic=3)
    page.keyboard.press("Enter")
    for answer in ("Escape", "x", "Keep one"):
        paste(page, PASTED)
        offer = page.get_by_role("group", name="Pasted lines")
        expect(offer).to_be_visible()
        if answer == "Keep one":
            offer.get_by_role("button", name=answer).click()
        else:
            page.keyboard.press(answer)
        expect(offer).to_have_count(0)
        place_caret(page, words_of(page)[-1])
        page.keyboard.press("Enter")
    read = "Verify employers; Warn jobseekers! Share black lists; \u0661- \u0645\u0646\u0635\u0629"
    assert words_of(page)[-3:] == [read, f"{read}x", read]


def test_rows_of_a_spreadsheet_keep_their_cells_together(seat):
    page = seat(1, topic=3)
    page.keyboard.press("ArrowDown")
    paste(page, 'Country\tIdea\r\nMalaysia\t"Mobile\noffices"\r\nQatar\tOne ""portal""\r\n')
    page.keyboard.press("Enter")
    expected = ["Country \u2013 Idea", "Malaysia \u2013 Mobile offices"]
    assert words_of(page)[-3:-1] == expected


def test_a_phones_enter_and_backspace_work_without_keys(seat):
    page = seat(1, PHONE, topic=3)
    page.keyboard.press("ArrowDown")
    page.keyboard.type("One thought")
    phone_key(page, "insertParagraph")
    phone_key(page, "deleteContentBackward")
    page.keyboard.type(" more")
    expect_saved(note(page, "One thought more"))
    phone_key(page, "historyUndo")
    assert words_of(page)[-1] == "One thought "
    phone_key(page, "historyRedo")
    assert words_of(page)[-1] == "One thought more"
