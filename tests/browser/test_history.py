"""History in a real browser: words compared and brought back, acts sifted, a sheet played."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.boards import sheet_of
from tests.kit.browser import LAPTOP, PHONE, Screen, axe
from tests.kit.house import Held
from tests.services.points import confirm_point

pytestmark = pytest.mark.browser

Window = Callable[..., Page]
ARABIC = "تحقق بوابات التوظيف من هوية أصحاب العمل"


@contextmanager
def earlier(held: Held, minutes: int) -> Iterator[None]:
    """What is done meanwhile was done so many minutes ago."""
    real = held.runtime
    past = timedelta(minutes=minutes)
    held.runtime = replace(real, now=lambda: real.now() - past)
    yield
    held.runtime = real


@pytest.fixture
def note(held: Held) -> str:
    """A note that its table wrote and a moderator added to; its id."""
    with earlier(held, 9):
        written = held.write("Portals should name the authority")
    with earlier(held, 6):
        held.type(written, "In every country, ", by="moderator")
    held.act(held.actor("rapporteur"), "submit_note", note=written)
    return written


def wait_for_words(held: Held, note: str, words: str, page: Page) -> None:
    """The authority's words are these, once the page has shown them."""
    expect(page.locator("#now")).to_have_text(words)
    expect(page.locator("#connection")).to_have_attribute("data-state", "saved")
    assert held.note(note).contribution.text == words


def test_former_words_come_back_by_keys_alone_and_nothing_is_taken_out_of_the_history(
    window: Window, held: Held, note: str
) -> None:
    sheet = sheet_of(held, window)
    sheet.locator(".note-more").first.focus()
    sheet.keyboard.press("Enter")
    with sheet.expect_popup() as opened:
        sheet.get_by_role("menuitem", name="All versions").focus()
        sheet.keyboard.press("Enter")
    page = opened.value
    expect(page.locator(".history-version")).to_have_count(2)
    expect(page.locator(".history-version").first).to_contain_text("A moderator")
    expect(page.locator('[data-side="newer"] ins')).to_have_text("In every country, ")
    page.get_by_role("button", name="Bring back").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".history-changes del")).to_have_text("In every country, ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for_words(held, note, "Portals should name the authority", page)
    expect(page.locator(".history-version")).to_have_count(3)
    expect(page.locator(".history-version").first).to_contain_text("Your table")
    expect(sheet.locator(".note-words").first).to_have_value("Portals should name the authority")


def test_words_typed_while_the_question_stands_are_shown_and_kept(
    window: Window, held: Held
) -> None:
    point, moderator = confirm_point(held, "Portals name the authority"), held.actor("moderator")
    held.act(moderator, "propose_point", point=point, version=0, state="confirmed")
    held.type(point, "All ", by="moderator")
    page = window("moderator", f"/history/{point}")
    other = window("secretariat", f"/history/{point}")
    for each in (page, other):
        expect(each.locator("#connection")).to_have_attribute("data-state", "saved")
    page.get_by_role("button", name="Bring back").click()
    expect(page.locator(".history-changes")).to_have_text("All Portals name the authority")
    other.evaluate(
        """async () => {
            const { openLive } = await import("/static/js/live/live.js");
            const { text, version, words } = JSON.parse(
                document.getElementById("page-data").textContent);
            openLive().openText(text, version, words).write(`${words}, and the fee`);
        }"""
    )
    expect(page.locator(".history-changes del")).to_have_count(2)
    expect(page.locator(".history-changes del").last).to_contain_text("and the fee")
    page.keyboard.press("Escape")
    expect(page.locator("#now")).to_have_text("All Portals name the authority, and the fee")
    expect(page.locator(".history-version").first).to_contain_text("Secretariat")


def test_a_phone_compares_arabic_words_in_one_column(window: Window, held: Held) -> None:
    with earlier(held, 9):
        written = held.write(ARABIC)
    held.type(written, " قبل النشر", at=len(ARABIC), by="moderator")
    page = window("rapporteur", f"/history/{written}", PHONE)
    inline = page.locator(".history-inline")
    expect(inline.locator("ins")).to_have_text(" قبل النشر")
    assert inline.evaluate("element => getComputedStyle(element).direction") == "rtl"
    expect(page.locator(".history-sides")).to_be_hidden()
    page.get_by_label("Later").select_option("1")
    expect(inline).to_have_text(ARABIC)
    page.reload()
    expect(page.get_by_label("Later")).to_have_value("1")


FILM = """async () => {
    const { Film, inOrder } = await import("/static/js/history/film.js");
    const { sheet } = JSON.parse(document.getElementById("page-data").textContent);
    const { frames } = await (await fetch(`/playback/${sheet}/film`)).json();
    const many = Array.from({ length: 200 }, () => frames.slice(1, 3)).flat();
    const long = new Film([frames[0], ...many.map((frame, at) => ({ ...frame, at,
        change: frame.change && [String(at % 10), ...(at > 20 ? [-1] : [])] }))]);
    const told = (film, at) => JSON.stringify([...film.stateAfter(at).notes]);
    const forward = Array.from({ length: long.length + 1 }, (_, at) => told(long, at));
    const places = forward.map((_, at) => (at * 7919) % forward.length);
    const wrong = places.filter((at) => told(long, at) !== forward[at]);
    const film = new Film(frames);
    const last = inOrder(film.stateAfter(film.length));
    return { wrong, last: last.map(({ text, status }) => [text, status]) };
}"""


def test_a_sheet_played_by_keys_ends_as_the_sheet_and_goes_back_to_nothing(
    window: Window, held: Held, note: str
) -> None:
    held.decide(held.say(ARABIC), "park", reason="unclear", remark=None)
    held.act(held.actor("rapporteur"), "withdraw_note", note=held.say("Taken back"))
    page = window("rapporteur", f"/sheets/{held.sheet()}")
    page.get_by_role("link", name="Play this sheet").click()
    notes = page.locator(".history-note")
    expect(page.locator("#what")).to_contain_text("press Play")
    expect(notes).to_have_count(0)
    page.locator("#place").focus()
    page.keyboard.press("End")
    expect(notes).to_have_count(3)
    found = page.evaluate(FILM)
    assert found["wrong"] == []
    state = held.fresh(f"sheet:{held.sheet()}")[1]["notes"]
    kept = [(n["text"], n["status"]) for n in state if n["status"] != "withdrawn"]
    assert [tuple(n) for n in found["last"]] == [*kept, ("Taken back", "withdrawn")]
    expect(notes.nth(1)).to_contain_text("parked")
    page.locator("#place").blur()
    page.keyboard.press("ArrowLeft")
    expect(notes.nth(2)).to_contain_text("submitted")
    page.locator("#place").focus()
    page.keyboard.press("Home")
    while page.locator("#what").inner_text() != "Before the first change":
        page.get_by_role("button", name="Back").press("Enter")
    expect(notes).to_have_count(0)
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(notes).to_have_text(["Portals should name the authorityChallengebeing written"])
    page.keyboard.press("3")
    page.locator("h1").click()
    page.keyboard.press("Space")
    expect(notes).to_have_count(3)
    expect(page.locator("#play")).to_contain_text("Play")


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "dark"), (LAPTOP, "light")])
def test_everybody_can_read_the_pages_of_history(
    window: Window, held: Held, note: str, screen: Screen, scheme: str
) -> None:
    point = confirm_point(held, ARABIC)
    page = window("moderator", "/topics/1/board", screen, scheme=scheme)
    origin = page.url.partition("/topics")[0]
    if screen is PHONE:
        page.get_by_role("button", name="Tables, clock and links").click()
    page.get_by_role("link", name="History").click()
    for path in ("", f"/history/{note}", f"/history/{point}", f"/playback/{held.sheet()}"):
        if path:
            page.goto(origin + path)
        ready = page.locator(".history-version, .history-act, #none:visible, #play:enabled")
        expect(ready.first).to_be_visible()
        for direction in ("ltr", "rtl"):
            page.evaluate("way => { document.documentElement.dir = way; }", direction)
            assert axe(page) == ()
            assert page.evaluate("document.documentElement.scrollWidth") == screen.width
