"""Words survive: every end a page can come to, and the next page sends what was left, once."""

import re

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.lines import (
    another_page,
    cut,
    expect_on_device,
    leave,
    mend,
    replacing,
    shown_once,
    table,
)
from tests.browser.sheets import expect_saved, note, seat, words_in
from tests.kit.browser import PHONE, axe
from tests.kit.server import Server

__all__ = ["seat", "table"]

pytestmark = pytest.mark.browser

WAITED_LONG = 15_000  # milliseconds
TRIED_AGAIN = 6_000  # a broken store is tried again after five seconds
LOOKS_AGAIN = 15_000  # milliseconds between two looks for pages that are gone


def test_a_note_never_sent_outlives_its_page_and_is_sent_once(table, seat):
    page = table(1, topic=2)
    cut(page)
    page.keyboard.type("Nobody heard this yet")
    expect_on_device(page, "Nobody heard this yet")
    again = another_page(page)
    leave(page)
    again.reload()
    expect_on_device(again, "Nobody heard this yet")
    mend(again)
    expect_saved(note(again, "Nobody heard this yet"))
    shown_once(again, "Nobody heard this yet")
    other = seat(1, topic=2)
    expect_saved(note(other, "Nobody heard this yet"))
    shown_once(other, "Nobody heard this yet")


def test_a_page_that_keeps_no_journal_is_caught(table):
    page = table(1, topic=2, prepare=keeping_nothing)
    cut(page)
    page.keyboard.type("Planted: never in the journal")
    line = note(page, "Planted: never")
    with pytest.raises(AssertionError):
        expect(line.locator(".save")).to_have_attribute("data-state", "on_device", timeout=1_500)


def keeping_nothing(context: BrowserContext) -> None:
    context.route("**/live/text.js*", replacing("    this.keep();\n    this.soon();", ""))


def test_words_of_one_topic_go_out_when_the_table_opens_another(table, seat):
    page = table(1, topic=1)
    cut(page)
    page.keyboard.type("Said on topic one")
    expect_on_device(page, "Said on topic one")
    page.evaluate("delete localStorage.cut")
    page.locator("#topics a").nth(2).click()
    expect(page.locator("#connection")).to_have_text("Saved")
    shown_once(seat(1, topic=1), "Said on topic one")


def test_two_tabs_offline_on_one_note_lose_nothing_when_one_of_them_ends(table, seat):
    one = table(2, topic=2)
    one.keyboard.type("[middle]")
    expect_saved(note(one, "[middle]"))
    two = another_page(one)
    words_in(note(two, "[middle]")).click()
    cut(one)
    cut(two)
    two.keyboard.press("Home")
    two.keyboard.type("Before ")
    one.keyboard.type(" after")
    expect_on_device(one, "[middle] after")
    expect_on_device(two, "Before [middle]")
    leave(one)
    mend(two)
    two.clock.fast_forward(LOOKS_AGAIN)
    whole = "Before [middle] after"
    expect(words_in(note(two, "Before [middle]"))).to_have_value(whole)
    shown_once(seat(2, topic=2), whole)


def test_a_tab_that_was_only_asleep_goes_on_without_doubling_a_word(table, seat):
    nobody_is_heard = "delete window.BroadcastChannel"
    asleep = table(2, topic=3, prepare=lambda context: context.add_init_script(nobody_is_heard))
    cut(asleep)
    asleep.keyboard.type("Typed before the sleep")
    expect_on_device(asleep, "Typed before the sleep")
    other = another_page(asleep)
    expect_on_device(other, "Typed before the sleep")
    same = note(other, "Typed before the sleep").get_attribute("data-id")
    asleep.keyboard.type(" and after it")
    mend(other)
    mend(asleep)
    whole = re.compile("^Typed before the sleep and after it$| and after it.*before the sleep")
    for page in (other, asleep):
        expect(words_in(page.locator(f'.note[data-id="{same}"]'))).to_have_value(whole)
        expect(page.locator("#connection")).to_have_text("Saved")
    shown_once(seat(2, topic=3), "and after it")


def test_another_person_is_asked_and_the_words_keep_who_typed_them(table, server):
    page = table(2, topic=2)
    cut(page)
    page.keyboard.type("Typed by the first of us")
    expect_on_device(page, "Typed by the first")
    sent = []
    page.context.on("page", lambda made: made.on("websocket", lambda line: listen(line, sent)))
    sign_in_anew(page.context, server, 2, "Yusuf")
    page.evaluate("delete localStorage.cut")
    other = another_page(page)
    leave(page)
    other.reload()
    expect(other.locator("#send-for")).to_contain_text("Aminah wrote on this device")
    other.get_by_role("button", name="Send as Aminah's").click()
    expect_saved(note(other, "Typed by the first"))
    assert any('"typed_by"' in each for each in sent)


def sign_in_anew(context: BrowserContext, at: Server, table: int, name: str) -> None:
    """The session is over, and somebody scans a card on the same device."""
    context.clear_cookies()
    form = {"code": at.code(table), "name": name}
    assert context.request.post(f"{at.url}/table", form=form, max_redirects=0).status < 400


def listen(line, sent: list[str]) -> None:
    line.on("framesent", lambda frame: sent.append(str(frame)))


def test_a_signed_out_table_keeps_its_words_over_a_new_card(table, server):
    page = table(1, topic=3)
    cut(page)
    page.keyboard.type("While the card was reissued")
    expect_on_device(page, "While the card")
    url = page.url
    page.evaluate("delete localStorage.cut")
    leave(page)
    sign_in_anew(page.context, server, 1, "Aminah")
    again = page.context.new_page()
    again.goto(url)
    expect_saved(note(again, "While the card was reissued"))


def test_what_was_refused_still_needs_somebody_after_a_reload(table, server):
    page = table(2, topic=3)
    cut(page)
    page.keyboard.type("Written at another table")
    expect_on_device(page, "Written at another table")
    other = page.context.new_page()
    leave(page)
    sign_in_anew(other.context, server, 1, "Aminah")
    other.goto(f"{server.url}/certificate")
    other.evaluate("delete localStorage.cut")
    other.goto(f"{server.url}/sheet")
    for _ in range(2):
        expect(other.locator("#connection")).to_have_text("One note needs you")
        expect(other.locator("#leftovers")).to_contain_text("Written at another table")
        other.reload()
    other.get_by_role("button", name="Put them into a note here").click()
    expect_saved(note(other, "Written at another table"))
    expect(other.locator("#connection")).to_have_text("Saved")


@pytest.mark.parametrize(
    "fault",
    [
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
        "IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'UnknownError') }",
    ],
    ids=["forbidden", "failing"],
)
def test_a_browser_that_keeps_nothing_says_so_at_once_and_goes_on(table, fault):
    words = f"Only in the page {len(fault)}"
    page = table(1, topic=2, prepare=lambda context: context.add_init_script(fault))
    expect(page.locator("#not-kept")).to_contain_text("keeps nothing on this device")
    page.keyboard.type(words)
    expect_saved(note(page, words))
    cut(page)
    page.keyboard.type(", and unsaved")
    line = note(page, words)
    expect(line.locator(".save")).to_have_attribute("data-state", "in_page")
    expect(page.locator("#connection")).to_contain_text("only on this page")
    mend(page)
    expect_saved(line)


def test_a_store_that_works_again_keeps_what_it_could_not_take(table):
    page = table(1, topic=2)
    cut(page)
    page.evaluate(
        """() => {
            window.put = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = () => { throw new DOMException("no", "UnknownError") };
        }"""
    )
    page.keyboard.type("Kept a little later")
    line = note(page, "Kept a little later")
    expect(line.locator(".save")).to_have_attribute("data-state", "in_page")
    page.evaluate("() => { IDBObjectStore.prototype.put = window.put }")
    page.clock.fast_forward(TRIED_AGAIN)
    expect(line.locator(".save")).to_have_attribute("data-state", "on_device")
    expect(page.locator("#not-kept")).to_have_count(0)
    mend(page)
    expect_saved(line)


def test_a_line_that_answers_nothing_after_a_sleep_is_replaced(table):
    page = table(2, topic=1)
    page.evaluate("for (const line of lines) line.send = () => {}")
    page.keyboard.type("Into the void")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect_saved(note(page, "Into the void"))


def test_what_waits_for_long_is_not_to_be_missed_on_a_phone_and_a_copy_saves_it(table, server):
    page = table(1, PHONE, topic=1)
    for words in ("First", "Second"):
        page.keyboard.type(f"{words}, in so many words that they take two lines of a phone")
        page.keyboard.press("Enter")
        expect_saved(note(page, words))
    cut(page)
    page.keyboard.type("Waiting for a network")
    expect_on_device(page, "Waiting for a network")
    line, typing = page.locator("#unsaved"), words_in(note(page, "Waiting for a network"))
    expect(line).to_have_count(0)
    place = typing.bounding_box()["y"]
    page.clock.fast_forward(WAITED_LONG)
    expect(line).to_contain_text("not saved yet, since")
    assert abs(typing.bounding_box()["y"] - place) < 1, "what somebody types in must stay"
    expect(page.locator("#connection")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == ()
    with page.expect_download() as saving:
        line.get_by_role("button", name="Save a copy").click()
    path = saving.value.path()
    assert ": Waiting for a network (not saved yet)" in path.read_text("utf-8")
    words_in(note(page, "Waiting for a network")).focus()
    page.keyboard.press("End")
    page.keyboard.type(" and more")
    with server.signed_in("secretariat") as secretariat:
        for do, told in (("look", "are new here"), ("take_in", "were carried out now")):
            answer = secretariat.post("/copies", {"held": path.read_text("utf-8"), "do": do})
            assert told in answer.text
    mend(page)
    expect_saved(note(page, "Waiting for a network and more"))
    shown_once(page, "Waiting for a network")


def test_words_for_a_note_that_was_withdrawn_meanwhile_are_kept(table, seat):
    page = table(2, topic=2)
    page.keyboard.type("Perhaps not")
    expect_saved(note(page, "Perhaps not"))
    page.keyboard.press("Enter")
    other = seat(2, topic=2)
    line = note(other, "Perhaps not")
    words_in(note(page, "Perhaps not")).click()
    cut(page)
    page.keyboard.press("End")
    page.keyboard.type(", or yes")
    expect_on_device(page, "Perhaps not, or yes")
    line.get_by_role("button", name="More").click()
    other.get_by_role("menuitem", name="Withdraw").click()
    expect(line).to_have_count(0)
    mend(page)
    expect(page.locator("#connection")).to_have_text("Saved")
    other.reload()
    expect(other.locator("#withdrawn")).to_contain_text("Perhaps not, or yes")
