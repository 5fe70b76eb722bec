"""Who is named: chosen on the set-up page, marked on a phone at the table."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.sheets import PATIENCE
from tests.kit.browser import PHONE, axe
from tests.kit.house import Held

pytestmark = pytest.mark.browser
expect.set_options(timeout=PATIENCE)


def written(page: Page, words: str) -> Locator:
    """A note that a phone has written, with a country beside it."""
    line = page.locator(".note").first
    line.locator("textarea").fill(f"{words} @mala")
    page.locator("#tokens [role=option]").first.click()
    expect(line.locator(".chip")).to_contain_text("Malaysia")
    return line


def test_a_choice_is_explained_kept_and_never_forgotten(held: Held, window: Callable[..., Page]):
    page = window("secretariat", "/setup")
    section = page.locator("#attribution")
    expect(section.get_by_role("radio", name="Tables.", exact=False)).to_be_checked()
    section.get_by_role("radio", name="Countries that agree").check()
    section.get_by_role("button", name="Keep this choice").click()
    question = section.get_by_role("group", name="Name more than until now?")
    expect(question).to_contain_text("Malaysia")
    assert axe(page) == ()
    question.get_by_role("button", name="Yes, from now on").click()
    expect(section.get_by_role("status")).to_contain_text("Kept")
    expect(page.get_by_role("radio", name="Countries that agree")).to_be_checked()
    section.get_by_text("Choose for topic 2").click()
    section.locator("#published-2").select_option("none")
    section.get_by_role("button", name="Keep for topic 2").click()
    expect(section.locator(".own-policy").nth(1)).to_contain_text("published: no one")
    section.get_by_text("Every choice so far (2)").click()
    newest, first = section.locator(".policy-changes li").all_inner_texts()
    assert "Secretariat" in newest
    assert "Topic 2 from “as the workshop” to “published: no one;" in newest
    assert "from “published: tables;" in first and "to “published: countries that agree;" in first
    assert axe(page) == ()


def test_on_a_phone_the_delegates_agreement_is_one_tap_and_goes_with_a_new_country(
    held: Held, window: Callable[..., Page]
):
    levels = {"capturing": "person", "published": "person"}
    held.act(held.actor("secretariat"), "set_attribution", topic=None, **levels)
    page = window("rapporteur", "/sheet", PHONE)
    expect(page.locator("#published")).to_contain_text("the country, the organisation and")
    line = written(page, "We check employers twice")
    mark = line.get_by_role("button", name="Agrees to be named")
    expect(mark).to_have_attribute("aria-pressed", "false")
    mark.tap()
    expect(mark).to_have_attribute("aria-pressed", "true")
    assert line.locator("textarea").evaluate("field => field === document.activeElement")
    line.get_by_role("button", name="More").tap()
    page.get_by_role("menuitem", name="Who said it").tap()
    page.get_by_label("The delegate's name").fill("The delegate")
    page.get_by_role("button", name="The delegate agrees").tap()
    expect(mark).to_have_text("Agrees to be named: The delegate")
    expect(line.locator(".save")).to_have_attribute("data-state", "saved")
    assert axe(page) == ()
    said = held.note(line.get_attribute("data-id") or "").contribution
    assert (said.countries, said.agreed, said.said_by) == (("MY",), True, "The delegate")
    line.locator("textarea").press_sequentially(" @turk")
    page.locator("#tokens [role=option]").first.click()
    expect(mark).to_have_attribute("aria-pressed", "false")
    expect(mark).to_have_text("Agrees to be named")


def test_a_board_that_is_open_forgets_what_moderators_may_see_no_more(
    held: Held, window: Callable[..., Page], board: Callable[..., Page]
):
    note = held.say("We check employers twice")
    held.act(held.actor("rapporteur"), "set_note_countries", note=note, value=["MY"])
    page, setup = board(), window("secretariat", "/setup")
    page.locator(".board-row-open").click()
    expect(page.locator("#note .chips")).to_contain_text("Malaysia")
    section = setup.locator("#attribution")
    section.get_by_role("radio", name="The table. Countries and names stay").check()
    section.get_by_role("button", name="Keep this choice").click()
    expect(page.locator("#note .chips")).not_to_contain_text("Malaysia")
    expect(page.locator("#note")).to_contain_text("We check employers twice")
