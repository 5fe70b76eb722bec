"""The watch in a real browser: what tables do appears on it, and it is honest about itself."""

import pytest
from playwright.sync_api import Locator, Page, expect

from discussion.app import make_runtime
from discussion.storage.database import open_database
from discussion.web.security import COOKIE
from tests.browser.boards import SCORES, sheet_of
from tests.browser.sheets import expect_saved
from tests.kit.browser import LAPTOP, PHONE, axe
from tests.kit.house.held import Held, new_workshop
from tests.kit.house.runtime import Clock

pytestmark = pytest.mark.browser


def watch_of(window, who: str = "moderator", path: str = "/topics/1/watch", **more) -> Page:
    page = window(who, path, **more)
    expect(page.locator("#tables")).not_to_have_attribute("aria-busy", "true")
    return page


def table(page: Page, number: int) -> Locator:
    """A table's cell."""
    found = page.locator(".watch-name").get_by_text(f"Table {number}", exact=True)
    return page.locator(".watch-cell").filter(has=found)


def line(cell: Locator, which: str) -> Locator:
    return cell.locator(f"[data-line={which}]")


def start(held: Held, topic: int = 1) -> None:
    discussions = held.fresh(f"workshop:{held.id}")[1]["discussions"]
    found = next(d["id"] for d in discussions if d["topic"] == held.topics[topic - 1].id)
    held.act(held.actor("secretariat"), "start_discussion", discussion=found, minutes=None)


def test_a_table_comes_types_and_goes(held, window):
    start(held)
    watch = watch_of(window)
    expect(table(watch, 3).locator(".state")).to_have_text("Not yet here")
    sheet = sheet_of(held, window)
    cell = table(watch, 1)
    expect(cell.locator(".state")).to_have_text("Quiet")
    sheet.locator(".note-words").first.press_sequentially(SCORES)
    expect(cell.locator(".state")).to_have_text("Typing", timeout=2_500)
    expect(line(cell, "here")).to_have_text("Rapporteur")
    expect(line(cell, "saved")).to_contain_text("Saved just now · 1 note")
    expect_saved(sheet.locator(".note").first)
    sheet.context.close()
    expect(cell.locator(".state")).to_contain_text("Offline", timeout=15_000)
    expect(watch.locator(".watch-name").first).to_have_text("Table 1")
    cell.locator("a.watch-name").click()
    expect(watch.locator(".note-words").first).to_have_value(SCORES)


def test_a_question_waits_until_it_is_answered(held, window):
    held.decide(held.say(SCORES), "return", question="Which score?")
    watch, sheet = watch_of(window), sheet_of(held, window)
    expect(line(table(watch, 1), "asked")).to_contain_text("1 question not answered")
    sheet.get_by_role("button", name="Answer", exact=True).click()
    sheet.keyboard.type("That of the portal")
    sheet.keyboard.press("Enter")
    expect(line(table(watch, 1), "asked")).to_be_hidden()


def test_read_back_and_done_are_said(held, window):
    notes = [held.say(words) for words in ("One", "Two", "Three")]
    held.act(held.actor("rapporteur"), "read_back_sheet", sheet=held.sheet(), notes=notes)
    held.act(held.actor("moderator"), "lock_sheet", sheet=held.sheet(2))
    watch = watch_of(window)
    expect(table(watch, 1).locator(".state")).to_have_text("Read back")
    expect(table(watch, 2).locator(".state")).to_have_text("Done (locked)")


def test_the_secretariat_sees_every_topic_and_chooses(held, window):
    start(held, topic=2)
    held.say(SCORES)
    watch = watch_of(window, "secretariat", "/watch")
    expect(watch.locator(".watch-going")).to_have_count(1)
    expect(watch.locator(".watch-cell")).to_have_count(3)
    expect(watch.locator(".watch-going")).to_contain_text("No notes yet from 3 tables.")
    watch.get_by_role("button", name="Topic 1").click()
    expect(watch.locator(".watch-going")).to_contain_text("1 of 3 tables has written 1 note")
    expect(watch.locator(".watch-going")).to_contain_text("No notes yet from Table 2, Table 3.")
    watch.get_by_role("button", name="All").click()
    expect(watch.locator(".watch-cell")).to_have_count(9)


def test_a_watch_without_its_server_is_grey_says_since_when_and_catches_up(own_server, new_context):
    database = open_database(own_server.settings.database_url)
    held = new_workshop(database, make_runtime(own_server.settings), Clock(), tables=2)
    database.close()
    context = new_context(LAPTOP)
    secret = held.people["moderator"].secret
    context.add_cookies([{"name": COOKIE, "value": secret, "url": own_server.url}])
    watch = context.new_page()
    watch.goto(f"{own_server.url}/topics/1/watch")
    expect(table(watch, 1)).to_be_visible()
    expect(watch.locator("#out-of-date")).to_be_hidden()
    own_server.kill()
    expect(watch.locator("#out-of-date")).to_contain_text("Out of date since")
    expect(watch.locator(".watch")).to_have_attribute("data-stale", "")
    table(watch, 1).get_by_role("link").hover()
    own_server.start()
    expect(watch.locator("#out-of-date")).to_be_hidden()


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "light"), (LAPTOP, "dark")])
def test_it_is_accessible_and_fits(held, window, screen, scheme):
    start(held)
    held.decide(held.say(SCORES), "return", question="Which score?")
    sheet_of(held, window)
    watch = watch_of(window, screen=screen, scheme=scheme)
    expect(table(watch, 1).locator(".state")).to_have_text("Typing")
    table(watch, 1).locator("summary").click()
    assert axe(watch) == ()
    assert watch.evaluate("document.documentElement.scrollWidth <= innerWidth")
