"""Coming in with a real browser: the secret leaves the address, the name is asked for once."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.kit.browser import LAPTOP, PHONE, Screen, axe
from tests.kit.server import Server

pytestmark = pytest.mark.browser


def test_a_scanned_card_leads_by_one_name_to_the_sheet(new_context, server: Server):
    page = new_context(PHONE).new_page()
    page.goto(server.table_link(1))
    expect(page.get_by_role("heading", name="Table 1")).to_be_visible()
    assert page.url == f"{server.url}/table"
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Aisyah")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sheets/*")
    expect(page.locator("#who")).to_contain_text("Table 1")


def test_the_secret_stays_in_no_address_of_the_history(new_context, server: Server):
    page = new_context(PHONE).new_page()
    secret = server.table_link(1).partition("#")[2]
    page.goto(server.table_link(1))
    expect(page.get_by_label("Your name")).to_be_visible()
    page.go_back()
    assert secret not in page.url
    assert page.evaluate("location.hash") == ""


def test_a_code_is_typed_as_people_type(new_context, server: Server):
    page = new_context(PHONE).new_page()
    page.goto(server.url)
    page.get_by_label("Code on your table's card").fill("aaaa aaaa")
    page.get_by_role("button", name="Go to my table").click()
    expect(page.get_by_role("alert")).to_contain_text("We do not know this code")
    field = page.get_by_label("Code on your table's card")
    expect(field).to_have_value("aaaa aaaa")
    field.fill(server.code(2).lower().replace("-", " "))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Table 2")).to_be_visible()


def test_a_moderator_comes_in_by_a_link_and_a_name(new_context, server: Server):
    page = new_context(LAPTOP).new_page()
    page.goto(server.link("moderator"))
    page.get_by_label("Your name").fill("نور")
    page.get_by_role("button", name="Go in").click()
    page.wait_for_url("**/topics/*/board")


def test_a_room_screen_comes_straight_in(new_context, server: Server):
    page = new_context(LAPTOP).new_page()
    page.goto(server.link("room"))
    page.wait_for_url("**/topics/*/room")


def test_a_broken_link_can_be_pasted_whole(new_context, server: Server):
    page = new_context(LAPTOP).new_page()
    page.goto(server.link("secretariat")[:-6])
    expect(page.get_by_role("alert")).to_contain_text("We do not know this link")
    page.get_by_label("Your link").fill(server.link("secretariat"))
    page.get_by_role("button", name="Go in").click()
    page.wait_for_url("**/setup")


def test_a_link_is_made_copied_and_opened_on_another_device(new_context, server: Server):
    context = new_context(LAPTOP)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = signed_in(context.new_page(), server)
    page.goto(f"{server.url}/links")
    page.get_by_label("For", exact=True).select_option("chair")
    page.get_by_label("Who it is for").fill("Podium")
    page.get_by_role("button", name="Make the link").click()
    page.get_by_role("button", name="Copy the address").click()
    expect(page.locator("#messages")).to_contain_text("The address is copied.")
    address = page.evaluate("navigator.clipboard.readText()")
    podium = new_context(PHONE).new_page()
    podium.goto(address)
    expect(podium.get_by_label("Your name")).to_have_value("Podium")
    podium.get_by_role("button", name="Go in").click()
    podium.wait_for_url("**/topics/*/board")
    page.goto(f"{server.url}/links")
    row = page.locator(".link-row", has_text="Podium")
    expect(row).to_contain_text("last used")
    row.get_by_text("End…").click()
    row.get_by_role("button", name="End this link").click()
    expect(page.locator(".link-row", has_text="Podium")).to_contain_text("ended")
    podium.goto(f"{server.url}/programme")
    expect(podium.get_by_text("You are signed out")).to_be_visible()


def test_without_scripts_the_doors_still_open(new_context, server: Server):
    page = new_context(PHONE, java_script_enabled=False).new_page()
    page.goto(server.table_link(1))
    page.get_by_label("Code on your table's card").fill(server.code(1))
    page.get_by_role("button", name="Go to my table").click()
    page.get_by_label("Your name").fill("Aisyah")
    page.get_by_role("button", name="Sit down and write").click()
    page.wait_for_url("**/sheets/*")


def test_another_card_scanned_over_the_first_one_is_the_one_that_counts(
    new_context, server: Server
):
    page = new_context(PHONE).new_page()
    page.goto(server.table_link(1))
    expect(page.get_by_role("heading", name="Table 1")).to_be_visible()
    page.goto(server.table_link(2))
    expect(page.get_by_role("heading", name="Table 2")).to_be_visible()


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "light"), (LAPTOP, "dark")])
def test_everybody_can_use_the_doors(new_context, server: Server, screen: Screen, scheme: str):
    page = new_context(screen, scheme=scheme).new_page()
    for path in ("/", "/link", "/table"):
        page.goto(server.url + path)
        assert axe(page) == ()
        assert fits(page)
    page.goto(server.table_link(2))
    expect(page.get_by_label("Your name")).to_be_visible()
    assert axe(page) == ()
    assert fits(page)
    page = signed_in(new_context(screen, scheme=scheme).new_page(), server)
    page.goto(f"{server.url}/links")
    page.get_by_role("button", name="Make the link").click()
    expect(page.locator("#made")).to_be_visible()
    assert axe(page) == ()
    assert fits(page)


def signed_in(page: Page, server: Server) -> Page:
    """The page, once its browser is the secretariat's."""
    page.goto(server.link("secretariat"))
    page.wait_for_url(re.compile("/setup$"))
    return page


def fits(page: Page) -> bool:
    """Whether nothing stands out at the side."""
    return page.evaluate("document.documentElement.scrollWidth <= screen.width")
