"""What comes back to a table's sheet: questions, decisions, the clock, the reading back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sheets import decide, expect_saved, moderator, note, seat, words_in
from tests.kit.browser import PHONE, axe

__all__ = ["moderator", "seat"]

pytestmark = pytest.mark.browser


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


def test_a_sheet_of_another_topic_says_so_and_keeps_its_words(seat, moderator, own_server):
    page = seat(1, at=own_server, topic=2)
    page.keyboard.type("Words on the wrong topic")
    staff = moderator(page, at=own_server)
    command(staff, "start_discussion", topic=1, minutes=30)
    expect(page.locator("#strip")).to_contain_text("Topic 1 is being discussed now.")
    expect(page.locator("#topics .on-now:visible")).to_have_count(1)
    expect(words_in(note(page, "Words on"))).to_be_focused()
    page.get_by_role("link", name="Go to topic 1").click()
    expect(page.locator("#topics [aria-current] .on-now")).to_be_visible()
    command(staff, "extend_discussion", topic=1, minutes=-26)
    expect(page.locator("#messages")).to_contain_text("Shortened by 26 minutes.")
    expect(page.locator("#strip")).to_contain_text("Read back to your table")


def test_words_after_the_lock_are_taken_and_marked_late(seat, moderator, own_server):
    page = seat(1, at=own_server)
    page.keyboard.type("In time")
    page.keyboard.press("Enter")
    expect_saved(note(page, "In time"))
    command(moderator(page, at=own_server), "lock_sheet", sheet=page.url.rpartition("/")[2])
    expect(page.locator("#strip")).to_contain_text("This sheet is closed. You can still write")
    page.keyboard.type("A minute too late")
    late = note(page, "A minute too late")
    expect_saved(late)
    expect(late.locator(".note-status")).to_have_text("Late")
    expect(note(page, "In time").locator(".note-status")).to_have_text("")


def command(page: Page, kind: str, *, topic: int | None = None, **facts: object) -> None:
    """Sends a command from a page; ``topic`` names the discussion of a topic."""
    page.evaluate(
        """async ([kind, topic, facts]) => {
            const { openLive } = await import("/static/js/live/live.js");
            const live = openLive();
            const data = document.getElementById("page-data").textContent;
            const { workshop, topics } = JSON.parse(data);
            if (topic) {
                const state = await new Promise((fresh) =>
                    live.follow(`workshop:${workshop}`, { fresh, entry() {} }));
                const id = topics.find(({ number }) => number === topic).id;
                facts.discussion = state.discussions.find((each) => each.topic === id).id;
            }
            await live.send(kind, facts);
        }""",
        [kind, topic, facts],
    )
