"""Drafting in a real browser: paragraphs from points, typed in by two, rebuilt without regret."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.kit.browser import PHONE, axe
from tests.kit.house import Held
from tests.services.paragraphs import add_paragraph
from tests.services.points import confirm_point

pytestmark = pytest.mark.browser

Window = Callable[..., Page]
STATEMENT = "Portals name the authority behind every offer"
ARABIC = "تحقق بوابات التوظيف من هوية أصحاب العمل قبل نشر أي عرض"


def paragraph(page: Page, words: str) -> Locator:
    """The paragraph whose line, as it will read, holds these words."""
    return page.locator(".draft-paragraph").filter(has=page.locator(".draft-line", has_text=words))


def test_paragraphs_are_made_of_points_typed_in_by_two_and_kept_over_a_rebuild(
    window: Window, held: Held
) -> None:
    point = confirm_point(held, STATEMENT)
    page = window("secretariat", "/drafting")
    page.get_by_role("button", name="Make paragraphs of the confirmed points").click()
    made = paragraph(page, STATEMENT)
    expect(made.locator(".draft-number")).to_have_text("(a)")
    other = window("moderator", "/drafting")
    field = paragraph(other, STATEMENT).locator("textarea")
    field.press("End")
    field.press_sequentially(", [always]{MY: cost}")
    expect(made.locator("textarea")).to_have_value(f"{STATEMENT}, [always]{{MY: cost}}")
    expect(made.locator(".draft-bracket")).to_contain_text("[always]MY: cost")
    expect(page.locator("#open")).to_contain_text("brackets: 2")
    staff = held.actor("secretariat")
    held.act(staff, "propose_point", point=point, version=0, state="confirmed")
    held.act(staff, "edit_text", text=point, base=0, change=["All "])
    held.act(staff, "confirm_point", point=point, version=1, state="proposed")
    page.get_by_role("button", name="Make paragraphs of the confirmed points").click()
    left = paragraph(page, STATEMENT).locator(".draft-offer")
    expect(left).to_contain_text("somebody has edited the words")
    expect(left.locator("ins")).to_have_text("All")
    left.get_by_role("button", name="Keep these words").click()
    expect(paragraph(page, STATEMENT).locator("textarea")).to_have_value(
        f"{STATEMENT}, [always]{{MY: cost}}"
    )
    expect(page.locator(".draft-offer")).to_have_count(0)


def test_what_is_typed_after_adding_a_paragraph_stands_in_it(window: Window) -> None:
    page = window("secretariat", "/drafting")
    page.get_by_role("button", name="Add a paragraph").first.click()
    expect(page.locator(".draft-field")).to_be_focused()
    page.keyboard.type("*Recalling* what was said")
    expect(paragraph(page, "Recalling what was said")).to_have_count(1)
    expect(page.locator(".draft-paragraph")).to_have_count(1)


def test_a_paragraph_is_split_moved_and_taken_out_and_comes_back(
    window: Window, held: Held
) -> None:
    add_paragraph(held, "*Urge* States to act and agencies to report")
    page = window("secretariat", "/drafting")
    first = paragraph(page, "States to act")
    first.locator("textarea").evaluate("(field) => field.setSelectionRange(21, 21)")
    first.get_by_text("Move, split, add, take out").click()
    first.get_by_role("button", name="Split at the caret").click()
    second = paragraph(page, "and agencies to report")
    expect(second.locator(".draft-number")).to_have_text("2")
    expect(first.locator("textarea")).to_have_value("*Urge* States to act")
    second.get_by_text("Move, split, add, take out").click()
    second.get_by_role("button", name="Deeper").click()
    expect(second.locator(".draft-number")).to_have_text("(a)")
    second.get_by_role("button", name="Take out").click()
    expect(page.locator(".draft-paragraph")).to_have_count(1)
    page.get_by_text("Taken out: 1").click()
    page.get_by_role("button", name="Bring back").click()
    expect(page.locator(".draft-paragraph")).to_have_count(2)


def test_remarks_lead_to_their_place_and_softer_words_are_only_proposed(
    window: Window, held: Held
) -> None:
    add_paragraph(held, "*Urge* States to meet (tbc)")
    held.act(held.actor("secretariat"), "set_drafting", profile="", outcome="conclusions")
    page = window("secretariat", "/drafting")
    page.get_by_role("button", name="Fill in “tbc”").click()
    chosen = "(f) => f.value.slice(f.selectionStart, f.selectionEnd)"
    field = paragraph(page, "tbc").locator("textarea")
    assert field.evaluate(chosen) == "tbc"
    expect(page.locator(".draft-offer ins")).to_have_text("*Call upon*")
    expect(field).to_have_value("*Urge* States to meet (tbc)")
    page.get_by_role("button", name="Take it", exact=True).click()
    expect(field).to_have_value("*Call upon* States to meet (tbc)")


def test_the_page_is_accessible_and_fits_a_phone(window: Window, held: Held) -> None:
    confirm_point(held, STATEMENT)
    confirm_point(held, ARABIC)
    add_paragraph(held, "*Urge* [all | some]{MY, ID: too many} States to act tbc")
    page = window("secretariat", "/drafting", PHONE)
    expect(page.locator("#would-do")).to_contain_text("new")
    page.get_by_role("button", name="Make paragraphs of the confirmed points").click()
    expect(paragraph(page, ARABIC)).to_be_visible()
    assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_moderators_write_in_their_topic_and_read_the_rest(window: Window, held: Held) -> None:
    topic = held.topics[0].id
    add_paragraph(held, "*Urge* all", topic=topic)
    add_paragraph(held, "*Recalling* it", section="preamble")
    page = window(held.somebody("moderator", topic=topic), "/drafting")
    expect(paragraph(page, "Urge all").locator("textarea")).to_be_visible()
    expect(paragraph(page, "Recalling it").locator("textarea")).to_have_count(0)
