"""What moderators do with notes on the board, in a real browser on a real server."""

import re

import pytest
from playwright.sync_api import expect

from discussion.domain.contributions import Contribution
from discussion.storage import contributions, texts
from tests.browser.boards import FORMS, SCORES, focused, row, sheet_of, show, to_read
from tests.kit.browser import LAPTOP, PHONE, axe

pytestmark = pytest.mark.browser

LATIN = "Train one focal point in each regional office."
ARABIC = "يجب أن يبقى المستشار صاحب القرار الأخير."


def test_a_note_appears_in_grey_while_it_is_written_and_waits_once_it_is_done(held, board, window):
    moderator, table = board(), sheet_of(held, window)
    expect(moderator.locator("#queue-empty")).to_contain_text("No notes yet")
    table.locator(".note-words").first.press_sequentially(SCORES)
    writing = row(moderator, SCORES)
    expect(writing).to_have_attribute("data-quiet", "")
    expect(writing.get_by_role("checkbox")).to_be_disabled()
    expect(moderator.locator("[data-act=accept]")).to_have_attribute("aria-disabled", "true")
    to_read(moderator, 0)
    table.keyboard.press("Enter")
    to_read(moderator, 1)
    expect(writing.get_by_role("checkbox")).to_be_enabled()
    focused(moderator, SCORES)
    expect(moderator.locator("#strip .cell").first).to_contain_text("1 to read")


def test_a_moderator_accepts_returns_parks_and_rules_out_by_mouse(held, board):
    for words in ("first", "second", "third", "fourth"):
        held.say(words)
    page = board()
    focused(page, "fourth")
    page.get_by_role("button", name="Accept").click()
    focused(page, "third")
    page.locator("[data-act=return]").click()
    page.get_by_label("Your question").fill("Which region is meant?")
    page.get_by_role("button", name="Send the question").click()
    focused(page, "second")
    page.locator("[data-act=park]").click()
    page.get_by_label("Belongs to another topic").check()
    page.get_by_role("button", name="Park it").click()
    focused(page, "first")
    page.locator("[data-act=rule_out]").click()
    page.get_by_label("Names or judges").check()
    page.get_by_label("In your own words").fill("Please leave the company out.")
    page.get_by_role("button", name="Rule it out").click()
    to_read(page, 0)
    expect(page.locator("#queue-empty")).to_contain_text("All read")
    show(page, "Returned with a question")
    row(page, "third").get_by_role("button").click()
    expect(page.locator("#note")).to_contain_text("Which region is meant?")
    show(page, "Out of scope")
    row(page, "first").get_by_role("button").click()
    expect(page.locator("#note")).to_contain_text("Please leave the company out.")


def test_the_same_by_keyboard_alone_and_undone_by_one_key(held, board):
    notes = {words: held.say(words) for words in ("first", "second", "third", "fourth")}
    page = board()
    focused(page, "fourth")
    page.keyboard.press("a")
    focused(page, "third")
    page.keyboard.press("r")
    page.keyboard.type("Which region is meant?")
    page.keyboard.press("Enter")
    focused(page, "second")
    page.keyboard.press("p")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    focused(page, "first")
    page.keyboard.press("o")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    to_read(page, 0)
    expect(page.locator("[data-act=undo]")).to_contain_text("ruled out of scope")
    page.keyboard.press("u")
    to_read(page, 1)
    focused(page, "first")
    expect(page.locator("#note .state").first).to_have_text("submitted")
    expect(page.locator("#connection")).to_have_text("Saved")
    assert {words: held.note(note).contribution.status for words, note in notes.items()} == {
        "first": "submitted", "second": "parked", "third": "returned", "fourth": "accepted",
    }  # fmt: skip
    assert held.note(notes["second"]).contribution.reason == "needs_echo"


def test_a_key_typed_into_a_field_decides_nothing(held, board):
    held.say(SCORES)
    page = board()
    page.keyboard.press("n")
    statement = page.locator("textarea.board-statement")
    expect(statement).to_be_focused()
    held.say(FORMS)
    page.reload()
    to_read(page, 1)
    page.locator("textarea.board-statement").focus()
    page.keyboard.type("a park, an exit")
    to_read(page, 1)
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    to_read(page, 0)
    expect(page.locator("textarea.board-statement")).to_have_value("a park, an exit")


def test_going_back_from_a_question_leaves_the_note_as_it_was(held, board):
    held.say(SCORES)
    page = board()
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("p")
    page.get_by_role("button", name="Back").click()
    to_read(page, 1)
    focused(page, SCORES)


def test_a_board_opened_anew_takes_back_what_its_moderator_decided_before(held, board):
    held.decide(held.say(SCORES), "accept")
    held.clock.advance(seconds=5)
    held.decide(held.say(FORMS), "park", reason="unclear", remark=None)
    page = board()
    to_read(page, 0)
    expect(page.locator("[data-act=undo]")).to_have_attribute(
        "title", re.compile("parked the note")
    )
    page.keyboard.press("u")
    to_read(page, 1)
    focused(page, FORMS)
    page.reload()
    expect(page.locator("[data-act=undo]")).to_have_attribute("title", re.compile("accepted"))
    page.keyboard.press("u")
    to_read(page, 2)


def test_a_cell_of_the_strip_says_how_many_questions_wait_for_its_table(held, board):
    held.decide(held.say(SCORES), "return", question="Which score?")
    held.say(FORMS)
    expect(board().locator("#strip .board-waiting").first).to_have_text("1 to read 1 question")


def test_a_cell_of_the_strip_shows_one_tables_notes_and_leads_to_its_sheet(held, board):
    held.say(SCORES)
    held.say(FORMS, by="second")
    page = board()
    page.locator("#strip .cell").nth(1).click()
    expect(page.locator(".board-row")).to_have_count(1)
    expect(page.locator("#to-read")).to_contain_text("1 of them here")
    expect(page.locator("#filter-line a")).to_have_attribute("href", f"/sheets/{held.sheet(2)}")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".board-row")).to_have_count(2)
    expect(page.locator("#strip .cell").nth(2)).to_contain_text("Not yet here")


def test_the_clock_is_started_extended_and_closed(board):
    page = board()
    page.get_by_role("button", name="Start the discussion").click()
    expect(page.locator("#clock")).to_have_attribute("data-state", "running")
    page.get_by_role("button", name="5 minutes more").click()
    expect(page.locator(".clock-time")).to_have_text(re.compile(r"6[45]:\d\d"))
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Close it").click()
    expect(page.locator("#clock")).to_have_attribute("data-state", "closed")
    expect(page.get_by_role("button", name="Start again")).to_be_visible()


def test_a_double_click_starts_the_discussion_and_adds_no_minutes(board):
    page = board()
    box = page.get_by_role("button", name="Start the discussion").bounding_box()
    page.mouse.click(box["x"] + 20, box["y"] + 10)
    expect(page.get_by_role("button", name="5 minutes more")).to_be_visible()
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    expect(page.locator(".clock-time")).to_have_text(re.compile(r"59:\d\d"))


def test_the_chair_reads_the_board_and_finds_nothing_to_decide_with(held, board):
    held.say(SCORES)
    page = board("chair")
    focused(page, SCORES)
    expect(page.locator("#decide, #hour, .board-tick")).to_have_count(0)
    page.keyboard.press("a")
    page.keyboard.press("j")
    to_read(page, 1)


def test_two_thousand_notes_cost_some_rows(held, board):
    many(held, 2_000)
    page = board()
    to_read(page, 2_000)
    expect(page.locator("#to-read")).not_to_contain_text("so far")
    assert page.locator(".board-row").count() < 40
    page.locator("#rows-scroll").evaluate("pane => pane.scrollTo(0, pane.scrollHeight)")
    expect(row(page, "Note 0.")).to_be_visible()
    assert page.locator(".board-row").count() < 40
    page.keyboard.press("j")
    page.keyboard.press("j")
    focused(page, "Note 1997.")
    expect(row(page, "Note 1997.")).to_be_in_viewport()


def many(held, count: int) -> None:
    sheet, table, topic = held.sheet(1), held.tables[0].id, held.topics[0].id
    author = held.actor("rapporteur").person
    with held.database.writing() as transaction:
        for number in range(count):
            words = f"Note {number}."
            note = Contribution(
                id=held.runtime.new_id(), sheet=sheet, table=table, topic=topic, text=words,
                version=0, kind="challenge", subtopic=None, countries=(), status="submitted",
                position=f"{number + 1:06d}1", question=None, answer=None, reason=None,
                remark=None, late=False, read_back=False, language="en",
                created_at=held.runtime.now(),
            )  # fmt: skip
            texts.add_text(transaction, held.id, note.id, words)
            contributions.add_note(transaction, note, workshop=held.id, author=author)


@pytest.mark.parametrize(
    ("screen", "scheme"), [(LAPTOP, "light"), (LAPTOP, "dark"), (PHONE, "light")]
)
def test_the_board_is_open_to_everybody(held, board, screen, scheme):
    for words in (SCORES, ARABIC, FORMS, LATIN):
        held.say(words)
    page = board(screen=screen, scheme=scheme)
    arabic = row(page, ARABIC).locator(".board-row-words")
    assert arabic.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert axe(page) == ()
    if screen is PHONE:
        page.get_by_role("tab", name="Note").click()
        assert axe(page) == ()
    page.locator("[data-act=point]").click()
    expect(page.locator("textarea.board-statement")).to_be_focused()
    page.keyboard.type("Explain the score.")
    page.locator(".board-sources summary").click()
    expect(page.locator(".board-sources li")).to_have_count(1)
    assert axe(page) == ()
    if screen is PHONE:
        page.get_by_role("tab", name="Note").click()
    page.locator("[data-act=park]").click()
    assert axe(page) == ()
