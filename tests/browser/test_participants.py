"""The list of participants in a real browser: pasted, mended, kept; readable on every screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.kit.browser import LAPTOP, PHONE, axe

pytestmark = pytest.mark.browser

LIST = """name\tfunction\tinstitution\tcountry\tgroup\tagreed
Yusra Agreed\tDirector General\tMinistry of Labour\tJordan\tcountry\tyes
Karim Silent\t\tMinistry of Labour\tJordan\tcountry\tno
سلمى الموافقة\tمديرة\tوزارة العمل\tالمغرب\tcountry\tyes
Omar Agreed\tExpert\tILO\t\torganisation\tyes
Aisyah Agreed\tChief Executive\tPERKESO\tMalaysia\thost\tyes
"""


def test_a_list_is_pasted_mended_and_kept(window: Callable[..., Page]) -> None:
    page = window("secretariat", "/setup")
    page.get_by_role("link", name="Participants").click()
    field = page.get_by_label("The list, a line each")
    field.fill(LIST.replace("\tyes\nKarim", "\tperhaps\nKarim"))
    page.get_by_role("button", name="Keep this list").click()
    expect(page.get_by_role("alert")).to_contain_text("Line 2: agreed: Write yes or no")
    field.fill(LIST)
    page.get_by_role("button", name="Keep this list").click()
    expect(page.get_by_text("5 on the list, 4 of them agreed to be named.")).to_be_visible()
    expect(page.locator(".attending-one")).to_have_count(5)
    assert not axe(page)


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "light"), (LAPTOP, "dark")])
def test_the_page_can_be_read_by_everybody_on_every_screen(
    window: Callable[..., Page], held, screen, scheme
) -> None:
    held.act(held.actor("secretariat"), "set_participants", list=LIST)
    page = window("secretariat", "/participants", screen, scheme=scheme)
    expect(page.get_by_role("heading", name="Hosts and secretariat")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not axe(page)
