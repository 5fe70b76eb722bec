"""Texts of documents in a real browser: generated, edited by hand, left behind, settled."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.kit.browser import PHONE, axe
from tests.kit.house import Held
from tests.services.paragraphs import restated
from tests.services.points import confirm_point

pytestmark = pytest.mark.browser

Window = Callable[..., Page]
STATEMENT = "Portals name the authority behind every offer"
ARABIC = "تحقق بوابات التوظيف من هوية أصحاب العمل قبل نشر أي عرض"
SLIDES = "/drafting/texts/presentation-topic-1"


def text(page: Page, words: str) -> Locator:
    """The first text that reads so, or whose field says so."""
    return page.locator(".passage").filter(has=page.locator(".passage-shown", has_text=words)).first


def test_a_hand_edit_is_left_behind_by_its_sources_and_settled_either_way(
    window: Window, held: Held
) -> None:
    point = confirm_point(held, STATEMENT)
    page = window("secretariat", SLIDES)
    bullet = text(page, STATEMENT)
    expect(bullet.locator(".passage-standing")).to_have_text("Generated")
    bullet.get_by_role("button", name="Edit").click()
    edited = page.locator(".passage", has=page.locator("textarea"))
    field = edited.locator("textarea")
    expect(field).to_be_focused()
    expect(edited.locator(".passage-fits")).to_have_text("7 words; about 12 fit a bullet.")
    field.fill("Every offer has a name behind it")
    field.press("Enter")
    mine = text(page, "Every offer has a name behind it")
    expect(mine.locator(".passage-standing")).to_have_text("Edited by hand")
    restated(held, point, "All ")
    page.reload()
    expect(mine.locator(".passage-standing")).to_contain_text("its sources have changed")
    expect(mine.locator(".draft-offer ins")).to_contain_text("All")
    expect(page.locator("#count a")).to_have_count(1)
    mine.get_by_role("button", name="Keep mine").click()
    expect(mine.locator(".draft-offer")).to_have_count(0)
    mine.get_by_role("button", name="Back to the generated words").click()
    expect(text(page, f"All {STATEMENT}").locator(".passage-standing")).to_have_text("Generated")
    expect(page.locator("#count")).to_contain_text("edited by hand: 0")


def test_two_people_who_begin_at_one_place_write_in_one_text(window: Window, held: Held) -> None:
    confirm_point(held, STATEMENT)
    one, other = window("secretariat", SLIDES), window("moderator", SLIDES)
    for page in (one, other):
        text(page, STATEMENT).get_by_role("button", name="Edit").click()
        expect(page.locator("textarea")).to_have_value(STATEMENT)
    one.locator("textarea").press("End")
    one.locator("textarea").press_sequentially(", always")
    expect(other.locator("textarea")).to_have_value(f"{STATEMENT}, always")
    other.locator("textarea").press("Home")
    other.locator("textarea").press_sequentially("The ")
    expect(one.locator("textarea")).to_have_value(f"The {STATEMENT}, always")


def test_a_section_reads_as_the_document_will_whoever_typed_what(
    window: Window, held: Held
) -> None:
    page = window("secretariat", "/drafting/texts/proceedings")
    first = page.locator(".passage").first
    first.get_by_role("button", name="Edit").click()
    first.locator("textarea").fill(f"**Thanks** to all.\n\n- one\n- <b>two</b>\n\n{ARABIC}")
    expect(first.locator(".passage-shown strong")).to_have_text("Thanks")
    expect(first.locator(".passage-shown .bullet")).to_have_text(["one", "<b>two</b>"])
    expect(first.locator(".passage-shown [dir=rtl]")).to_have_text(ARABIC)
    assert axe(page) == ()
    reader = window("moderator", "/drafting/texts/proceedings", PHONE)
    expect(text(reader, ARABIC)).to_be_visible()
    expect(reader.get_by_role("button", name="Edit")).to_have_count(0)
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(reader) == ()


def test_a_cell_to_be_completed_is_led_to_and_filled_in(window: Window, held: Held) -> None:
    confirm_point(held, STATEMENT)
    page = window("secretariat", "/drafting/texts/proceedings")
    who = page.locator(".passage", has=page.get_by_role("heading", name="Follow-up 1: Who"))
    expect(who.locator(".passage-rests li")).to_be_visible()
    waiting = page.locator("#count a")
    expect(waiting).to_contain_text("still to be completed: ")
    before = int(waiting.inner_text().split()[-1])
    who.get_by_role("button", name="Edit").click()
    page.locator("textarea").fill("Ministries of labour")
    expect(waiting).to_have_text(f"still to be completed: {before - 1}")
