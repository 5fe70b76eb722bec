"""What rapporteurs do on their sheet, in a real browser on a real server."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.kit.browser import LAPTOP, PHONE, Screen, axe
from tests.kit.server import Server

pytestmark = pytest.mark.browser

SAVED = re.compile("^saved$")


@pytest.fixture
def seat(new_context, server):
    """``seat(1)``: somebody sits down at a table and has its sheet on the screen."""

    def sit(
        number: int, screen: Screen = LAPTOP, *, at: Server = server, topic: int = 1, **more
    ) -> Page:
        context = new_context(screen, **more)
        sign_in(context, at, number)
        page = context.new_page()
        page.goto(f"{at.url}/sheet")
        expect(page.locator("#notes")).not_to_have_attribute("aria-busy", "true")
        if topic != 1:
            page.locator("#topics a").nth(topic - 1).click()
            page.wait_for_url(re.compile("/sheets/"))
            expect(page.locator("#notes")).not_to_have_attribute("aria-busy", "true")
        return page

    return sit


def sign_in(context: BrowserContext, at: Server, number: int) -> None:
    form = {"code": at.code(number), "name": "Aminah"}
    answer = context.request.post(f"{at.url}/table", form=form, max_redirects=0)
    assert answer.status < 400, answer.text()


def note(page: Page, words: str) -> Locator:
    """The line of the note that begins with those words."""
    found = page.wait_for_function(
        """words => [...document.querySelectorAll(".note")]
            .find(each => each.querySelector(".note-words").value.startsWith(words))?.dataset.id""",
        arg=words,
    )
    return page.locator(f'.note[data-id="{found.json_value()}"]')


def expect_saved(line: Locator) -> None:
    expect(line.locator(".save")).to_have_attribute("data-state", "saved")


def kind_of(line: Locator) -> Locator:
    return line.locator(".note-kind")


def words_in(line: Locator) -> Locator:
    return line.locator(".note-words")


def decide(page: Page, words: str, move: str, **facts: str) -> None:
    """A moderator's decision on the note of the open sheet that begins with those words."""
    page.evaluate(
        """async ([words, move, facts]) => {
            const { openLive } = await import("/static/js/live/live.js");
            const live = openLive();
            const { sheet } = JSON.parse(document.getElementById("page-data").textContent);
            const fresh = (fresh) => live.follow(`sheet:${sheet}`, { fresh, entry() {} });
            const { notes } = await new Promise(fresh);
            const { id, version } = notes.find(({ text }) => text.startsWith(words));
            await live.send(move, { note: id, version, ...facts });
        }""",
        [words, move, facts],
    )


@pytest.fixture
def moderator(new_context, server):
    """``moderator(page)``: a moderator with the same sheet on the screen."""

    def join(sheet: Page) -> Page:
        context = new_context(LAPTOP)
        form = {"token": server.link("moderator").partition("#")[2], "name": "Yusuf"}
        context.request.post(f"{server.url}/link", form=form, max_redirects=0)
        page = context.new_page()
        page.goto(sheet.url)
        return page

    return join


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
    expect(line.locator(".note-left")).to_have_text("1 characters left")
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


def test_a_returned_note_shows_its_question_and_takes_one_answer(seat, moderator):
    page = seat(1, topic=2)
    page.keyboard.type("Some portals ask too much")
    page.keyboard.press("Enter")
    expect(note(page, "Some portals")).to_have_attribute("data-status", "submitted")
    expect_saved(note(page, "Some portals"))
    staff = moderator(page)
    decide(staff, "Some portals", "return_note", question="Which portals?")
    line = note(page, "Some portals")
    expect(line.locator(".asked")).to_contain_text("Which portals?")
    expect(page.locator("#strip")).to_contain_text("A moderator asks about one note.")
    page.get_by_role("button", name="Answer", exact=True).click()
    page.keyboard.type("Those of two ministries")
    page.keyboard.press("Enter")
    expect(line.locator(".answered")).to_have_text("You: Those of two ministries")
    expect(note(staff, "Some portals").locator(".answered")).to_contain_text("two ministries")


def test_a_note_put_aside_says_why_and_a_change_of_words_brings_it_back(seat, moderator):
    page = seat(2, topic=2)
    page.keyboard.type("Scams are a matter for the police")
    page.keyboard.press("Enter")
    line = note(page, "Scams are")
    expect(line).to_have_attribute("data-status", "submitted")
    expect_saved(line)
    decide(moderator(page), "Scams", "park_note", reason="other_topic", remark="See topic 3.")
    expect(line.locator(".note-reason")).to_contain_text("Belongs to another topic. See topic 3.")
    words_in(line).click()
    page.keyboard.press("End")
    page.keyboard.type(" and for portals")
    expect(line.locator(".note-status")).to_have_text("Changed since it was parked")


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
    line = note(page, "Verify employers Warn")
    line.get_by_role("button", name="Make 3 notes").click()
    for words in ("Verify employers", "Warn job seekers", "Share black lists"):
        expect_saved(note(page, words))
    assert words_in(line).input_value() == "Verify employers"


def test_a_table_reads_back_and_confirms_its_top_points(seat):
    page = seat(2, PHONE, topic=3)
    for words in ("Point the first", "Point the second", "Point the third", "And one more"):
        page.keyboard.type(words)
        page.keyboard.press("Enter")
        expect(note(page, words)).to_have_attribute("data-status", "submitted")
        expect_saved(note(page, words))
    page.get_by_role("button", name="Read back").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Confirm")).to_be_disabled()
    assert axe(page) == ()
    for words in ("Point the first", "Point the second", "Point the third"):
        dialog.get_by_label(words).check()
    dialog.get_by_role("button", name="Confirm").click()
    expect(page.locator("#strip")).to_contain_text("Your table confirmed 3 top points.")
    expect(note(page, "Point the third").locator(".note-status")).to_have_text("Top point")
    expect(note(page, "And one more").locator(".note-status")).to_have_text("")


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
