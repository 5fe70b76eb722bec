"""What says nearly the same, by moderators at a board: shown, looked at, grouped, folded."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.boards import focused, row, sheet_of, to_read
from tests.kit.browser import LAPTOP, PHONE, axe

pytestmark = pytest.mark.browser

REGISTER = "Portals should check every employer in the business register."
PLAIN = "The portals should check every employer in the business register!"
STRICTER = "Portals shall not publish before they check every employer in the business register."
SOFTER = "Portals should check each employer in a business register before publishing."
FRENCH = "Les portails devraient vérifier chaque employeur dans le registre du commerce."
ARABIC = "ينبغي للبوابات التحقق من أصحاب العمل في السجل التجاري قبل نشر الإعلان."
CHILDCARE = "Childcare helps mothers to finish a course."


def twin(page: Page, words: str) -> Locator:
    return page.locator(".twin").filter(has_text=words)


def first_said(entry: Locator) -> str:
    """What an entry says before anything else."""
    return entry.locator("> *").first.inner_text()


def told(page: Page, words: str) -> None:
    expect(page.locator("#twins [role=status]")).to_contain_text(words)


def test_a_twin_from_another_table_comes_to_the_note_in_focus_while_it_is_read(held, board, window):
    held.say(REGISTER)
    page = board()
    focused(page, REGISTER)
    told(page, "Nothing else here says nearly the same.")
    sheet = sheet_of(held, window, "second")
    sheet.locator("#notes textarea").last.fill(STRICTER)
    sheet.keyboard.press("Enter")
    entry = twin(page, "Differs in a negation")
    expect(entry).to_be_visible(timeout=15_000)
    assert first_said(entry).startswith("Differs in a negation"), "before who said it and how"
    other = twin(page, "Differs in a negation").first
    other.evaluate("entry => entry.append(entry.firstElementChild)")
    assert not first_said(other).startswith("Differs"), "told first is seen to be told first"
    expect(entry).to_contain_text("here should, there shall")
    expect(entry.locator("del").first).to_be_visible()
    expect(entry.locator("ins").filter(has_text="not")).to_be_visible()
    expect(entry.locator("b").first).to_have_text("Table 2")


def test_by_keys_alone_a_twin_is_looked_at_and_both_become_one_point(held, board):
    first, other = held.say(REGISTER), held.say(SOFTER, by="second")
    page = board()
    focused(page, SOFTER)
    expect(twin(page, "Table 1")).to_be_visible()
    page.keyboard.press("Shift+1")
    focused(page, REGISTER)
    expect(twin(page, "Table 2")).to_be_visible()
    page.keyboard.press("1")
    expect(page.locator("#chosen li")).to_have_count(2)
    page.keyboard.press("n")
    to_read(page, 0)
    expect(page.locator(".board-point")).to_have_count(1)
    expect(page.locator("#connection")).to_have_text("Saved")
    (point,) = held.fresh(f"points:{held.topics[0].id}")[1]["points"]
    assert sorted(point["sources"]) == sorted([first, other])


def test_a_point_comes_first_and_takes_the_note_by_one_click_or_its_digit_and_g(held, board):
    note, moderator = held.accept(SOFTER), held.actor("moderator")
    facts = {"kind": "recommendation", "subtopic": None, "position": "V", "sources": [note]}
    point, topic = held.runtime.new_id(), held.topics[0].id
    held.act(moderator, "add_point", point=point, topic=topic, statement=SOFTER, **facts)
    by_click, by_key = held.say(REGISTER, by="second"), held.say(STRICTER, by="second")
    page = board()
    focused(page, STRICTER)
    entries = page.locator(".twin")
    expect(entries.first.locator("b").first).to_have_text("Point")
    page.keyboard.press("1")
    page.keyboard.press("g")
    focused(page, REGISTER)
    expect(entries.first.locator("b").first).to_have_text("Point")
    entries.first.get_by_role("button", name="Group into it").click()
    to_read(page, 0)
    expect(page.locator("#connection")).to_have_text("Saved")
    (kept,) = held.fresh(f"points:{topic}")[1]["points"]
    assert set(kept["sources"]) == {note, by_click, by_key}


def test_notes_that_say_the_same_are_folded_and_still_counted_and_decided_one_by_one(held, board):
    first = held.say(REGISTER)
    held.say(PLAIN, by="second")
    last = held.say(REGISTER, by="second")
    held.say(REGISTER.replace("should", "shall"), by="second")
    page = board()
    fold = page.locator(".board-fold:visible")
    expect(fold).to_have_text("+ 2 nearly the same: Table 2")
    expect(page.locator(".board-row")).to_have_count(2)  # the altered one stands for itself
    to_read(page, 4)
    row(page, "should").locator(".board-row-open").click()
    expect(page.locator(".twins-same")).to_contain_text("A decision is on this note only.")
    page.keyboard.press("x")
    expect(page.locator("#chosen")).to_contain_text("Not chosen: 2 folded under it.")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    expect(page.locator(".board-row")).to_have_count(4)
    fold.click()
    expect(page.locator(".board-row")).to_have_count(2)
    page.keyboard.press("a")
    to_read(page, 3)
    assert (
        held_status(held, page, first) == "accepted" and held_status(held, page, last) != "accepted"
    )
    expect(fold).to_have_text("+ 1 nearly the same: Table 2")
    focused(page, PLAIN)
    page.keyboard.press("t")
    expect(page.locator("#chosen li")).to_have_count(2)
    page.keyboard.press("a")
    to_read(page, 1)
    assert held_status(held, page, last) == "accepted"


def held_status(held, page: Page, note: str) -> str:
    expect(page.locator("#connection")).to_have_text("Saved")
    return held.note(note).contribution.status


def test_other_languages_are_named_and_the_list_is_for_everybody(held, board):
    for words, by in ((FRENCH, "second"), (ARABIC, "second"), (STRICTER, "second")):
        held.say(words, by=by)
    held.say(SOFTER)
    for screen, scheme in ((PHONE, "dark"), (LAPTOP, "light")):
        page = board(screen=screen, scheme=scheme)
        if screen is PHONE:
            page.get_by_role("tab", name=re.compile("Note")).click()
        expect(page.locator(".twin")).to_have_count(3)
        arabic = page.locator(".twin-words:lang(ar)")
        assert arabic.evaluate("e => getComputedStyle(e).direction") == "rtl"
        expect(twin(page, "in French")).to_contain_text("In French: only numbers, names")
        assert axe(page) == ()
