"""The queue by its users: found, grouped, chosen and decided by keys, fingers and two at once."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.boards import FORMS, SCORES, ask_for, focused, row, sheet_of, show, to_read
from tests.kit.browser import PHONE, Screen, axe

pytestmark = pytest.mark.browser

TABLET = Screen(820, 1180, touch=True)
UNCOVERED = """row => {
    const { x, y } = row.getBoundingClientRect();
    return document.elementFromPoint(x + 60, y + 4).closest(".board-row") === row;
}"""
TRAINING = "Train one counsellor in each office."
ARABIC = "يجب أن يبقى المستشار صاحب القرار الأخير."
FRENCH = "Former les conseillères de l’emploi."


@pytest.fixture
def said(held):
    """Notes of two tables in three languages, the newest last."""
    notes = {}
    for words, by in (
        (SCORES, "rapporteur"), (FORMS, "second"), (ARABIC, "second"), (FRENCH, "rapporteur"),
        (TRAINING, "rapporteur"),
    ):  # fmt: skip
        notes[words] = held.say(words, by=by)
        held.clock.advance(60)
    subtopic = held.topics[0].subtopics[1].id
    held.act(held.actor("second"), "set_note_subtopic", note=notes[FORMS], value=subtopic)
    held.act(held.actor("second"), "set_note_countries", note=notes[ARABIC], value=["MA"])
    return notes


def rows(page: Page) -> list[str]:
    return page.locator(".board-row-words").all_inner_texts()


def heads(page: Page) -> list[str]:
    return page.locator(".board-group > h3").all_inner_texts()


def spoken(page: Page, words: str) -> None:
    expect(page.locator("#say")).to_contain_text(words)


def test_by_keys_alone_notes_are_found_chosen_and_parked_with_one_reason_and_undone(
    held, said, board
):
    page = board()
    page.keyboard.press("/")
    page.keyboard.type("counsellors")
    expect(page.locator(".board-row")).to_have_count(2)
    spoken(page, "2 notes here.")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    focused(page, TRAINING)
    page.keyboard.press("Shift+ArrowDown")
    focused(page, SCORES)
    spoken(page, "2 chosen.")
    expect(page.locator("#chosen li")).to_have_count(2)
    page.keyboard.press("p")
    asked = page.locator("#ask-reason .board-asked")
    expect(asked).to_contain_text(TRAINING)
    expect(asked).to_contain_text(SCORES)
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    to_read(page, 3)
    spoken(page, "2 notes parked. 3 to read.")
    expect(page.locator("#connection")).to_have_text("Saved")
    parked = [held.note(said[words]).contribution for words in (TRAINING, SCORES)]
    assert [(n.status, n.reason) for n in parked] == [("parked", "for_later")] * 2
    page.keyboard.press("u")
    to_read(page, 5)


def test_walking_says_each_note_and_the_end(said, board):
    page = board()
    focused(page, TRAINING)
    page.keyboard.press("j")
    spoken(page, f"Table 1, Challenge, submitted: {FRENCH}")
    page.keyboard.press("x")
    spoken(page, "1 chosen.")
    page.keyboard.press("k")
    page.keyboard.press("k")
    spoken(page, "This is the first note here.")
    page.keyboard.press("Escape")
    expect(page.locator("#chosen")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys of this board")).to_be_visible()


def test_a_key_pressed_before_a_closed_dialog_lets_go_of_the_focus_is_heard(said, board):
    page = board()
    focused(page, TRAINING)
    page.locator("#ask-question textarea").dispatch_event("keydown", {"key": "j", "code": "KeyJ"})
    focused(page, FRENCH)


def test_undo_takes_back_what_was_decided_last(said, board):
    page = board()
    focused(page, TRAINING)
    page.keyboard.press("a")
    focused(page, FRENCH)
    page.keyboard.press("p")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    focused(page, ARABIC)
    expect(page.locator("#connection")).to_have_text("Saved")
    page.keyboard.press("u")
    focused(page, FRENCH)
    to_read(page, 4)


def test_the_queue_stands_by_table_or_subtopic_and_what_is_asked_for_survives_a_reload(
    held, said, board
):
    page = board()
    ask_for(page, "arrangement", "By table, oldest")
    expect(page.locator(".board-group")).to_have_count(2)
    assert heads(page) == ["Table 1", "Table 2"]
    assert rows(page) == [SCORES, FRENCH, TRAINING, FORMS, ARABIC]
    page.get_by_role("button", name="Filters").click()
    ask_for(page, "table", "Table 2")
    ask_for(page, "language", "Arabic (1)")
    expect(page.locator(".board-row")).to_have_count(1)
    expect(page.locator("#filter-country option")).to_have_text(["All countries", "Morocco (1)"])
    expect(page).to_have_url(re.compile(r"language=ar&order=table\+oldest"))
    page.reload()
    expect(page.locator(".board-row-words")).to_have_text([ARABIC])
    expect(page.locator("#filters")).to_be_visible()
    page.get_by_role("button", name="Take away the filter: Arabic").click()
    expect(page.locator(".board-row-words")).to_have_text([FORMS, ARABIC])
    page.get_by_role("button", name="Clear").click()
    ask_for(page, "arrangement", "By subtopic, newest")
    expect(page.locator(".board-group > h3")).to_have_text(
        [held.topics[0].subtopics[1].title, "No subtopic"]
    )
    page.get_by_role("button", name="Choose all of No subtopic").click()
    expect(page.locator("#filter-line")).to_contain_text("4 chosen")


def test_the_group_one_is_in_stays_in_sight(held, said, board):
    for number in range(20):
        held.say(f"Idea {number}.", by="second")
    page = board()
    ask_for(page, "arrangement", "By table, newest")
    now = page.locator("#group-now")
    expect(now).to_be_hidden()
    page.locator("#rows-scroll").evaluate("pane => pane.scrollTo(0, pane.scrollHeight)")
    expect(now).to_have_text("Table 2")
    row(page, FORMS).get_by_role("button").click()
    for _ in range(12):
        page.keyboard.press("k")
    focus = page.locator(".board-row[aria-current]")
    expect(focus).to_contain_text("Idea 10.")
    expect(focus).to_be_in_viewport(ratio=0.99)
    expect(now).to_have_text("Table 2")
    assert focus.evaluate(UNCOVERED), "nothing lies over the note in focus"


def test_arabic_notes_are_found_in_other_forms_on_an_english_board(said, board):
    page = board()
    page.get_by_role("searchbox").fill("المستشارين")
    expect(page.locator(".board-row-words")).to_have_text([ARABIC])
    row(page, ARABIC).get_by_role("button").click()
    words = page.locator(".board-words")
    expect(words).to_have_attribute("lang", "ar")
    assert words.evaluate("element => getComputedStyle(element).direction") == "rtl"
    page.get_by_role("searchbox").fill("conseiller")
    expect(page.locator(".board-row-words")).to_have_text([FRENCH])
    page.get_by_role("searchbox").fill("nothing of the kind")
    expect(page.locator("#queue-empty")).to_contain_text("Nothing here")


def test_an_answer_comes_back_to_the_top_for_whoever_asked(held, said, board, window):
    held.people["other"] = held.somebody("moderator", name="Amina")
    asker, other, table = board(), board("other"), sheet_of(held, window)
    row(asker, SCORES).get_by_role("button").click()
    asker.keyboard.press("r")
    asker.keyboard.type("Whose score?")
    asker.keyboard.press("Enter")
    question = table.locator(".note").first
    expect(question).to_contain_text("Whose score?")
    table.get_by_role("button", name="Answer", exact=True).click()
    table.keyboard.type("That of the portal.")
    table.keyboard.press("Enter")
    expect(asker.locator(".board-group > h3")).to_have_text(
        ["Answers to your questions", "All others"]
    )
    expect(asker.locator(".board-row-words").first).to_have_text(SCORES)
    expect(row(asker, SCORES)).to_contain_text("Answered")
    to_read(other, 5)
    expect(other.locator(".board-group")).to_have_count(0)
    expect(other.locator(".board-row-words").last).to_have_text(SCORES)
    expect(asker.locator("#messages")).to_contain_text("Table 1 has answered your question.")
    show(asker, "All notes")
    asker.get_by_role("button", name="Filters").click()
    ask_for(asker, "mark", "Answered by the table (1)")
    expect(asker.locator(".board-row")).to_have_count(1)


def test_two_moderators_see_each_other_and_are_led_to_different_notes(held, said, board):
    held.people["other"] = held.somebody("moderator", name="Amina")
    first, second = board(), board("other")
    expect(first.locator("#company")).to_have_text("Also here: Amina")
    row(second, FRENCH).get_by_role("button").click()
    expect(row(first, FRENCH)).to_contain_text("Amina reads")
    focused(first, TRAINING)
    first.keyboard.press("a")
    focused(first, ARABIC)
    row(first, FRENCH).get_by_role("button").click()
    expect(first.locator("#note")).to_contain_text("Amina reads this note, too.")
    second.close()
    expect(first.locator("#company")).to_be_hidden()
    expect(first.locator(".board-reader")).to_have_count(0)


def test_chosen_notes_that_another_moderator_decides_are_chosen_no_more(held, said, board):
    held.people["other"] = held.somebody("moderator", name="Amina")
    first, second = board(), board("other")
    for words in (SCORES, FORMS):
        row(first, words).get_by_role("checkbox").check()
    row(second, FORMS).get_by_role("button").click()
    second.keyboard.press("a")
    expect(first.locator("#messages")).to_contain_text("1 of the notes you had chosen has changed")
    expect(first.locator("#chosen li")).to_have_count(1)
    first.keyboard.press("p")
    first.keyboard.press("1")
    first.keyboard.press("Enter")
    to_read(second, 3)
    statuses = {words: held.note(said[words]).contribution.status for words in (SCORES, FORMS)}
    assert statuses == {SCORES: "parked", FORMS: "accepted"}


def test_a_range_is_chosen_with_shift_and_the_mouse(said, board):
    page = board()
    row(page, TRAINING).get_by_role("checkbox").click()
    row(page, ARABIC).get_by_role("checkbox").click(modifiers=["Shift"])
    expect(page.locator("#filter-line")).to_contain_text("3 chosen")
    expect(page.locator(".board-row input:checked")).to_have_count(3)


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "light"), (TABLET, "dark")])
def test_several_notes_are_decided_on_with_a_finger(held, said, board, screen, scheme):
    held.decide(said[SCORES], "return", question="Whose score?")
    page = board(screen=screen, scheme=scheme)
    ask_for(page, "arrangement", "By table, newest")
    page.get_by_role("button", name="Filters").tap()
    page.get_by_role("button", name="Choose all of Table 2").tap()
    assert axe(page) == ()
    page.get_by_role("button", name="Decide", exact=True).tap()
    expect(page.locator("#chosen")).to_contain_text("2 chosen")
    assert axe(page) == ()
    page.locator("[data-act=accept]").tap()
    expect(page.get_by_role("tab", name="Queue")).to_contain_text("2 to read")
    expect(page.locator("#connection")).to_have_text("Saved")
    assert held.note(said[ARABIC]).contribution.status == "accepted"
    width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0, "nothing sticks out"
