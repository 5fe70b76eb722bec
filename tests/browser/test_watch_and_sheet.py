"""What a sheet's page says of itself reaches the watch, and the watch's nudges reach the sheet."""

import pytest
from playwright.sync_api import expect

from tests.browser.boards import sheet_of
from tests.browser.test_watch import line, start, table, watch_of

pytestmark = pytest.mark.browser


def test_words_that_are_not_saved_are_said_and_come_first(held, window):
    watch = watch_of(window)
    sheet = sheet_of(held, window, "second")
    sheet.clock.install()
    expect(table(watch, 2).locator(".state")).to_have_text("Quiet")
    with held.database.writing():  # nobody else can store anything
        sheet.locator(".note-words").first.press_sequentially("Kept on the device")
        sheet.clock.fast_forward(16_000)
        expect(line(table(watch, 2), "unsaved")).to_contain_text("Words not saved for 1")
        expect(watch.locator(".watch-name").first).to_have_text("Table 2")
    expect(line(table(watch, 2), "unsaved")).to_be_hidden()


def test_a_nudge_is_read_at_the_table_and_the_watch_says_so(held, window):
    watch, sheet = watch_of(window), sheet_of(held, window)
    cell = table(watch, 1)
    expect(table(watch, 2)).to_contain_text("No page open that could be nudged")
    cell.get_by_role("button", name="Please start writing").click()
    expect(sheet.locator("#strip")).to_contain_text("Please start writing")
    expect(line(cell, "told")).to_contain_text("“Please start writing” seen")
    cell.locator("summary").click()
    cell.get_by_role("button", name="A question waits").click()
    expect(line(cell, "refused")).to_contain_text("Not sent: A table hears from the watch once")


def test_a_table_at_another_topics_sheet_is_told_from_one_that_is_away(held, window):
    start(held)
    watch = watch_of(window)
    sheet = window("second", f"/sheets/{held.sheet(2, topic=2)}")
    expect(table(watch, 2).locator(".state")).to_have_text("Wrong topic: at topic 2")
    table(watch, 2).get_by_role("button", name="Are you on the right topic?").click()
    expect(sheet.locator("#strip")).to_contain_text("Are you on the right topic?")
    sheet.goto(sheet.url.replace(held.sheet(2, topic=2), held.sheet(2)))
    expect(table(watch, 2).locator(".state")).to_have_text("Quiet")


def test_the_order_waits_while_somebody_looks_and_is_right_afterwards(held, window):
    start(held)
    watch = watch_of(window)
    sheet = sheet_of(held, window, "second")
    expect(table(watch, 2).locator(".state")).to_have_text("Quiet")
    names = watch.locator(".watch-name")
    expect(names).to_have_text(["Table 1", "Table 2", "Table 3"])
    watch.locator(".watch-name").first.focus()
    sheet.clock.install()
    with held.database.writing():
        sheet.locator(".note-words").first.press_sequentially("Kept")
        sheet.clock.fast_forward(16_000)
        expect(line(table(watch, 2), "unsaved")).to_be_visible()
        expect(names).to_have_text(["Table 1", "Table 2", "Table 3"])
        expect(watch.locator("#held")).to_contain_text("waits while you look")
        watch.locator("h1").click()
        expect(names).to_have_text(["Table 2", "Table 1", "Table 3"])
