"""What rapporteurs do on their sheet, in a real browser on a real server."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.sheets import expect_saved, kind_of, note, seat, words_in
from tests.kit.browser import LAPTOP, PHONE, axe

__all__ = ["seat"]

pytestmark = pytest.mark.browser


def test_typing_begins_at_once_and_enter_leads_to_the_next_note(seat):
    page = seat(1)
    page.keyboard.type("The portal is slow at noon")
    page.keyboard.press("Enter")
    page.keyboard.type("The portal has no Arabic form")
    first = note(page, "The portal is slow")
    expect_saved(first)
    expect_saved(note(page, "The portal has no"))
    expect(first).to_have_attribute("data-status", "submitted")
    expect(note(page, "The portal has no")).to_have_attribute("data-status", "writing")
    page.reload()
    expect_saved(note(page, "The portal is slow"))


def test_a_page_that_never_sends_its_words_is_caught_and_never_says_saved(seat):
    page = seat(1)
    page.context.route("**/live/text.js", without("this.ways.outgoing(this);"))
    page.reload()
    expect(page.locator("#notes")).not_to_have_attribute("aria-busy", "true")
    page.keyboard.type("Planted: kept back")
    line = note(page, "Planted: kept back")
    with pytest.raises(AssertionError):
        expect(line.locator(".save")).to_have_attribute("data-state", "saved", timeout=1_500)


def without(words: str) -> Callable[[Route], None]:
    """Serves a script without some of its words: a fault planted in the page."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        assert words in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(words, ""))

    return serve


def test_shift_enter_makes_no_line_break_and_an_empty_note_stays_where_it_is(seat):
    page = seat(1)
    page.keyboard.press("Enter")
    page.keyboard.type("One line only")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("and the next")
    assert words_in(note(page, "One line only")).input_value() == "One line only"
    assert words_in(note(page, "and the next")).input_value() == "and the next"


def test_a_kind_is_one_key_and_the_next_note_takes_it_over(seat):
    page = seat(1)
    page.keyboard.type("Evening courses fill up")
    page.keyboard.press("Alt+2")
    line = note(page, "Evening courses")
    expect(kind_of(line)).to_have_text("Success factor")
    page.keyboard.press("Enter")
    page.keyboard.type("/4Buses bring the advisers")
    expect(kind_of(note(page, "Buses bring"))).to_have_text("Good practice")
    page.keyboard.press("Enter")
    page.keyboard.type("So do boats")
    expect(kind_of(note(page, "So do boats"))).to_have_text("Good practice")
    kind_of(note(page, "So do boats")).click()
    page.get_by_role("menuitemradio", name="Dissent").click()
    expect(kind_of(note(page, "So do boats"))).to_have_text("Dissent")


def test_a_leading_dash_is_dropped_and_never_a_kind(seat):
    page = seat(1)
    page.keyboard.type("- Dashes are habit")
    line = note(page, "Dashes are habit")
    expect(kind_of(line)).not_to_have_text("Data")
    expect_saved(line)


def test_a_country_and_a_subtopic_leave_the_text_and_become_chips(seat):
    page = seat(1)
    page.keyboard.type("Offices on wheels #eth")
    expect(page.locator(".token-list [role=option]")).to_have_count(1)
    page.keyboard.press("Enter")
    page.keyboard.type("@ماليز")
    expect(page.get_by_role("option", name="Malaysia")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.type("reach the islands @ilo")
    page.keyboard.press("Escape")
    line = note(page, "Offices on wheels")
    assert words_in(line).input_value() == "Offices on wheels reach the islands @ilo"
    expect(line.locator(".chip")).to_have_text(re.compile("Malaysia"))
    expect(line.locator(".note-subtopic option:checked")).to_have_text(re.compile("Ethical"))
    expect_saved(line)
    page.reload()
    expect(note(page, "Offices on wheels").locator(".chip")).to_have_text(re.compile("Malaysia"))


def test_two_rapporteurs_type_into_one_note_at_once_and_neither_loses_a_word(seat):
    one, two = seat(2), seat(2)
    one.keyboard.type("[middle]")
    theirs = words_in(note(two, "[middle]"))
    theirs.click()
    two.keyboard.press("Home")
    for left, right in zip("Before it all, ", "; after that now", strict=False):
        two.keyboard.type(left)
        one.keyboard.type(right)
    whole = "Before it all, [middle]; after that no"
    for page in (one, two):
        expect(words_in(note(page, "Before it all, [middle]"))).to_have_value(whole)
        expect_saved(note(page, whole))
    two.keyboard.type("|")
    expect(words_in(note(one, "Before it"))).to_have_value(whole.replace("[", "|["))


def test_an_arabic_note_runs_from_right_to_left_and_is_kept(seat):
    page = seat(2, PHONE, locale="ar")
    page.keyboard.type("نقص الأجهزة في القرى")
    line = note(page, "نقص الأجهزة")
    expect(words_in(line)).to_have_css("direction", "rtl")
    expect_saved(line)


def test_a_note_is_full_at_2000_characters_and_says_so(seat):
    page = seat(2)
    page.keyboard.insert_text("🌍" * 1999)
    line = note(page, "🌍🌍")
    expect(line.locator(".note-left")).to_have_text("1 character left")
    page.keyboard.type("ab")
    expect(page.locator("#messages")).to_contain_text("This note is full")
    assert words_in(line).input_value() == "🌍" * 1999 + "a"
    expect_saved(line)


def test_words_typed_offline_are_kept_said_to_be_here_and_sent_on_return(seat):
    page = seat(2)
    page.keyboard.type("Before the network went")
    expect_saved(note(page, "Before the network went"))
    page.context.set_offline(True)
    page.keyboard.press("Enter")
    page.keyboard.type("While it was away")
    line = note(page, "While it was away")
    expect(line.locator(".save")).to_have_attribute("data-state", "on_device")
    expect(page.locator("#connection")).to_contain_text("on this device")
    page.context.set_offline(False)
    expect_saved(line)
    expect(page.locator("#connection")).to_have_text("Saved")
    expect(note(seat(2), "While it was away")).to_be_visible()


def test_a_killed_server_costs_no_word_of_an_open_page(seat, own_server):
    page = seat(1, at=own_server)
    page.keyboard.type("Said before the power cut")
    expect_saved(note(page, "Said before"))
    own_server.kill()
    page.keyboard.type(", and during it")
    page.keyboard.press("Enter")
    page.keyboard.type("A new thought meanwhile")
    expect(page.locator("#connection")).to_contain_text("on this device")
    own_server.start()
    expect_saved(note(page, "Said before the power cut, and during it"))
    expect_saved(note(page, "A new thought meanwhile"))
    page.reload()
    expect_saved(note(page, "Said before the power cut, and during it"))
    expect_saved(note(page, "A new thought meanwhile"))


def test_a_withdrawn_note_keeps_its_words_and_comes_back(seat):
    page = seat(1, topic=3)
    page.keyboard.type("Perhaps not like this")
    page.keyboard.press("Enter")
    line = note(page, "Perhaps not")
    line.get_by_role("button", name="More").click()
    page.get_by_role("menuitem", name="Withdraw").click()
    expect(line).to_have_count(0)
    page.get_by_text("1 withdrawn note").click()
    page.get_by_role("button", name="Restore").click()
    expect(words_in(note(page, "Perhaps not"))).to_have_value("Perhaps not like this")


def test_backspace_in_an_empty_note_goes_back_up(seat):
    page = seat(1, topic=3)
    page.keyboard.type("Stay")
    page.keyboard.press("Enter")
    page.keyboard.press("Backspace")
    page.keyboard.type("ing here")
    expect_saved(note(page, "Staying here"))


def test_pasted_lines_become_notes_when_the_person_says_so(seat):
    page = seat(1, topic=3)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    pasted = "1. Verify employers\n2) Warn job seekers\n\n3. Share black lists"
    page.evaluate("words => navigator.clipboard.writeText(words)", pasted)
    page.keyboard.press("Control+v")
    line = note(page, "Verify employers; Warn")
    line.get_by_role("button", name="Make 3 notes").click()
    for words in ("Verify employers", "Warn job seekers", "Share black lists"):
        expect_saved(note(page, words))
    assert words_in(line).input_value() == "Verify employers"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_sheet_is_accessible_and_no_wider_than_its_screen(seat, screen, scheme):
    page = seat(2, screen, scheme=scheme)
    page.keyboard.type("Seen by axe @mal")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert axe(page) == ()
    page.keyboard.press("Enter")
    kind_of(note(page, "Seen by axe")).click()
    expect(page.get_by_role("menu")).to_be_visible()
    assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
