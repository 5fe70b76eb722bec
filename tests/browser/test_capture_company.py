"""Two people in one note: each other's carets and names, in a real browser on a real server."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import place_caret
from tests.browser.sheets import expect_saved, note, seat, words_in
from tests.kit.browser import PHONE, axe

__all__ = ["seat"]

pytestmark = pytest.mark.browser

BESIDE = """([words, place]) => {
    const line = [...document.querySelectorAll(".note")]
        .find((each) => each.querySelector(".note-words").value.startsWith(words));
    const bar = line.querySelector(".caret").getBoundingClientRect();
    const field = line.querySelector(".note-words");
    const probe = document.createElement("div");
    const { font, inlineSize, direction, padding, lineHeight } = getComputedStyle(field);
    Object.assign(probe.style, { font, inlineSize, direction, padding, lineHeight,
        position: "fixed", whiteSpace: "pre-wrap", overflowWrap: "break-word" });
    const { left, top } = field.getBoundingClientRect();
    Object.assign(probe.style, { left: `${left}px`, top: `${top}px`, boxSizing: "border-box" });
    probe.textContent = field.value;
    document.body.append(probe);
    const range = document.createRange();
    range.setStart(probe.firstChild, place - 1);
    range.setEnd(probe.firstChild, place);
    const letter = [...range.getClientRects()].at(-1);
    const edge = direction === "rtl" ? letter.left : letter.right;
    probe.remove();
    return [Math.abs(bar.left + 1 - edge), Math.abs(bar.top - letter.top)];
}"""  # how far a caret stands from the letter it should stand behind, where words are on one row


def behind(page: Page, words: str, letters: str) -> None:
    """Waits until somebody's caret in that note stands behind those letters."""
    expect(note(page, words[:8]).locator(".caret")).to_have_count(1)
    script = f"(facts) => ({BESIDE})(facts).every((gap) => gap < 3)"
    page.wait_for_function(script, arg=[words[:8], len(letters)], timeout=8_000)


def test_two_people_in_a_note_see_each_others_carets(seat):
    words = "Advisers on buses reach the villages"
    one, two = seat(1, PHONE), seat(1)
    one.keyboard.type(words)
    line = note(two, words)
    expect(line.locator(".note-here")).to_have_text("Aminah is typing here")
    behind(two, words, words)
    words_in(line).click()
    two.keyboard.press("Home")
    two.keyboard.type("Many ")
    behind(two, f"Many {words}", f"Many {words}")
    place_caret(one, "buses")
    behind(two, f"Many {words}", "Many Advisers on buses")
    behind(one, f"Many {words}", "Many ")
    assert axe(one) == ()
    two.close()
    expect(note(one, "Many Adv").locator(".caret")).to_have_count(0)
    expect(note(one, "Many Adv").locator(".note-here")).to_have_text("")


def test_a_caret_stands_where_it_should_in_arabic(seat):
    words = "تدريب المستشارين في القرى البعيدة عن المدن الكبرى والمراكز"
    one, two = seat(2, PHONE), seat(2, PHONE)
    one.keyboard.type(words)
    expect_saved(note(two, words))
    behind(two, words, words)
    place_caret(one, "المستشارين")
    behind(two, words, "تدريب المستشارين")


def test_a_caret_moves_along_with_what_is_typed_before_it(seat):
    one, two = seat(2, topic=2), seat(2, topic=2)
    one.keyboard.type("stands here. and goes on")
    place_caret(one, "stands here.")
    expect_saved(note(two, "stands here."))
    behind(two, "stands here. and", "stands here.")
    words_in(note(two, "stands here.")).click()
    two.keyboard.press("Home")
    two.keyboard.type("It ")
    behind(two, "It stands here.", "It stands here.")
