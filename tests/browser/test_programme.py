"""Set-up and programme, live on two screens; cards as they come out of a printer."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.kit.browser import LAPTOP, PHONE, Screen, axe
from tests.kit.server import Server, new_server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server these tests may change as they like: the sample, with three tables."""
    running = new_server(tmp_path_factory.mktemp("venue"))
    running.start("--sample")
    running.add_tables(3)
    yield running
    running.stop()


def secretariat(context, venue: Server) -> Page:
    """A set-up page that hears what happens."""
    page = context.new_page()
    page.goto(venue.link("secretariat"))
    page.wait_for_url(re.compile("/setup$"))
    expect(page.locator("#connection")).to_have_attribute("data-state", "saved")
    return page


def test_a_discussion_started_on_one_screen_runs_on_the_others(new_context, venue: Server):
    here, there = secretariat(new_context(LAPTOP), venue), secretariat(new_context(PHONE), venue)
    table = new_context(PHONE).new_page()
    table.goto(venue.table_link(1))
    table.get_by_label("Your name").fill("Aisyah")
    table.get_by_role("button", name="Sit down and write").click()
    table.wait_for_url("**/sheets/*")
    here.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(here.locator("#step-seated")).to_have_attribute("data-done", "")
    expect(here.locator('[data-count="seated"]')).to_have_text("1")
    table.goto(f"{venue.url}/programme")
    expect(table.get_by_text("No discussion is running")).to_be_visible()
    here.locator(".talk").nth(1).get_by_label("in minutes").fill("40")
    here.locator(".talk").nth(1).get_by_role("button", name="Start", exact=True).click()
    for page in (here, there):
        row = page.locator(".talk").nth(1)
        expect(row).to_have_attribute("aria-current", "true")
        expect(row.locator("[data-clock]")).to_have_text(re.compile(r"^(40:00|39:\d\d)$"))
    expect(table.locator(".on-now-one").nth(1)).to_be_visible()
    expect(table.get_by_text("No discussion is running")).to_be_hidden()
    expect(table.locator(".on-now").get_by_role("link", name="Our sheet")).to_be_visible()
    there.locator(".talk").nth(1).get_by_role("button", name="+5 minutes").click()
    expect(here.locator(".talk").nth(1).locator("[data-clock]")).to_have_text(
        re.compile(r"^4[45]:\d\d$")
    )
    there.locator(".talk").nth(1).get_by_text("Close…").click()
    there.get_by_role("button", name="Close this discussion").click()
    expect(here.locator(".talk").nth(1).locator(".state")).to_have_text("closed")
    expect(table.locator(".on-now-one").nth(1)).to_be_hidden()


def test_tables_added_renamed_and_taken_out_appear_on_the_other_screen(new_context, venue: Server):
    here, there = secretariat(new_context(LAPTOP), venue), secretariat(new_context(PHONE), venue)
    before = here.locator(".seat").count()
    here.get_by_label("Add by name").fill("Sénégal\nالجزائر\nTABLE 1")
    here.get_by_role("button", name="Add these").click()
    expect(here.get_by_role("alert")).to_contain_text("This name is in use")
    expect(here.get_by_label("Add by name")).to_have_value("TABLE 1")
    for page in (here, there):
        expect(page.locator(".seat")).to_have_count(before + 2)
        expect(page.locator('#tables [data-count="tables"]')).to_have_text(str(before + 2))
    name = here.locator(".seat-name").nth(before)
    name.fill("Sénégal et Gambie")
    name.press("Enter")
    expect(there.locator(".seat-name").nth(before)).to_have_value("Sénégal et Gambie")
    expect(here.locator(".seat").nth(before).get_by_role("button", name="Save name")).to_be_hidden()
    there.locator(".seat").nth(before + 1).get_by_text("More…").click()
    there.locator(".seat").nth(before + 1).get_by_role("button", name="Take it out").click()
    expect(here.locator(".seat")).to_have_count(before + 1)


def test_a_name_being_typed_is_left_alone_when_another_screen_changes_it(
    new_context, venue: Server
):
    here, there = secretariat(new_context(LAPTOP), venue), secretariat(new_context(LAPTOP), venue)
    field = here.locator(".seat-name").nth(1)
    field.fill("Half a na")
    there.locator(".seat-name").nth(1).fill("Maldives")
    there.locator(".seat-name").nth(1).press("Enter")
    there.locator(".seat-name").nth(2).fill("Comoros")
    there.locator(".seat-name").nth(2).press("Enter")
    expect(here.locator(".seat-name").nth(2)).to_have_value("Comoros")
    expect(field).to_have_value("Half a na")
    expect(field).to_be_focused()


def test_a_refused_name_is_told_beside_it_and_stays_typed(new_context, venue: Server):
    page = secretariat(new_context(LAPTOP), venue)
    field = page.locator(".seat-name").nth(1)
    field.fill("TABLE 1")
    field.press("Enter")
    expect(page.locator(".seat").nth(1).get_by_role("alert")).to_contain_text("is in use")
    expect(field).to_have_value("TABLE 1")
    assert axe(page) == ()


def test_a_new_card_puts_out_the_table_at_once_and_the_old_one_says_why(new_context, venue: Server):
    old = venue.table_link(1)
    page, table = secretariat(new_context(LAPTOP), venue), new_context(PHONE).new_page()
    table.goto(old)
    table.get_by_label("Your name").fill("Aisyah")
    table.get_by_role("button", name="Sit down and write").click()
    table.wait_for_url("**/sheets/*")
    expect(table.locator("#connection")).to_have_attribute("data-state", "saved")
    page.locator(".seat").first.get_by_text("More…").click()
    page.get_by_role("button", name="Make a new card").first.click()
    expect(page.locator("#messages")).to_contain_text("has a new card")
    expect(table.get_by_role("button", name="Sign in again")).to_be_visible()
    table.goto(old)
    expect(table.get_by_role("alert")).to_contain_text("This card has been replaced")
    table.goto(venue.table_link(1))
    expect(table.get_by_label("Your name")).to_be_visible()


def test_without_scripts_set_up_can_be_done_all_the_same(new_context, venue: Server):
    page = new_context(LAPTOP, java_script_enabled=False).new_page()
    page.goto(f"{venue.url}/link")
    page.get_by_label("Your link").fill(venue.link("secretariat"))
    page.get_by_role("button", name="Go in").click()
    expect(page.locator(".seat")).not_to_have_count(0)
    before = page.locator(".seat").count()
    page.get_by_label("Add several").fill("2")
    page.get_by_role("button", name="Add them").click()
    expect(page.locator(".seat")).to_have_count(before + 2)
    page.locator(".seat-name").nth(before).fill("Table 1")
    page.locator(".seat").nth(before).get_by_role("button", name="Save name").click()
    expect(page.get_by_role("alert")).to_contain_text("This name is in use")
    expect(page.locator(".seat-name").nth(before)).to_have_value("Table 1")


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "dark"), (LAPTOP, "light")])
def test_everybody_can_use_set_up_programme_and_cards(
    new_context, venue: Server, screen: Screen, scheme: str
):
    page = secretariat(new_context(screen, scheme=scheme), venue)
    page.locator(".seat").first.get_by_text("More…").click()
    for path in (None, "/programme", "/cards"):
        if path:
            page.goto(venue.url + path)
        assert axe(page) == ()
        assert page.evaluate("document.documentElement.scrollWidth <= screen.width"), path


def test_eight_cards_fill_one_sheet_of_a4(new_context, venue: Server):
    page = secretariat(new_context(LAPTOP), venue)
    page.goto(f"{venue.url}/cards")
    page.emulate_media(media="print")
    cards = page.locator(".table-card").count()
    assert sheets_of_paper(page) == -(-cards // 8)
    square = page.locator(".table-card .qr").first.bounding_box()
    assert square and square["width"] == pytest.approx(34 * 96 / 25.4, abs=1)  # 34 mm


def test_the_band_of_a_rehearsal_takes_no_sheet_of_cards(new_context, venue: Server):
    page = secretariat(new_context(LAPTOP), venue)
    page.goto(f"{venue.url}/cards")
    without = sheets_of_paper(page)
    page.locator("body").evaluate(
        """body => body.prepend(Object.assign(document.createElement("aside"),
            {className: "rehearsal", textContent: "REHEARSAL"}))"""
    )
    assert sheets_of_paper(page) == without


def sheets_of_paper(page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
