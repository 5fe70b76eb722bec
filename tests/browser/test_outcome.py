"""What became of what was said, in a real browser: found, read, printed, in every size."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from discussion.services.publications import building, editions
from discussion.services.publications.editions import Building
from tests.kit.browser import LAPTOP, PHONE, Screen, axe
from tests.kit.house import Held
from tests.kit.server import Server
from tests.services.points import confirm_point

pytestmark = pytest.mark.browser

Window = Callable[..., Page]
STATEMENT = "Portals name the authority behind every offer"
ARABIC = "تحقق بوابات التوظيف من هوية أصحاب العمل قبل نشر أي عرض"


@pytest.fixture
def told(held: Held) -> str:
    """A table with notes in most states, one of them Arabic; the address of its page."""
    confirm_point(held, STATEMENT, tables=(1, 2))
    confirm_point(held, ARABIC, tables=(1,))
    asked = held.say("Publish the list of agencies that charge fees")
    held.decide(asked, "return", question="Which list: the ministry's, or the portal's own?")
    away = held.say("Buses to the job fair were late")
    held.decide(away, "rule_out", reason="other_topic", remark="Topic 2 has it")
    held.act(held.actor("secretariat"), "lock_sheet", sheet=held.sheet())
    held.say("وسيط واحد لكل شكوى")
    return f"/outcome/{held.id}/tables/1"


def build(held: Held, installation: Server, *documents: str) -> None:
    """The first edition of each document, kept."""
    exports = installation.settings.exports
    place = Building(held.id, documents, 0, editions.building_folder(exports, held.id, "one"))
    place.folder.mkdir(parents=True)
    building.build(held.database, held.id, documents, place.folder)
    secretariat = held.actor("secretariat")
    editions.keep_editions(held.database, held.runtime, secretariat, exports, place)


def test_from_the_sheet_to_the_paragraph_and_back_to_all_tables(
    window: Window, held: Held, told: str, installation: Server
) -> None:
    build(held, installation, "declaration", "presentation-topic-1", "proceedings")
    page = window("rapporteur", f"/sheets/{held.sheet()}")
    page.get_by_role("link", name="What became of what we said").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What became of what we said")
    first = page.locator(".outcome-note").filter(has_text=f"{STATEMENT} (as table 1")
    expect(first.locator(".outcome-decision")).to_contain_text("Accepted on ")
    expect(first.locator(".outcome-statement")).to_contain_text(STATEMENT)
    expect(first.locator(".outcome-places")).to_contain_text("Declaration (ZERO), paragraph 3")
    expect(first.locator(".outcome-places")).to_contain_text("Presentation, topic 1 (ZERO), slide")
    late = page.locator(".outcome-note").filter(has_text="وسيط")
    expect(late).to_contain_text("Late")
    expect(late).to_contain_text("Not read yet")
    page.get_by_role("link", name="All tables in counts").click()
    expect(page.get_by_text("2 of 5 notes stand in 2 points.")).to_be_visible()


def test_a_card_is_read_with_without_giving_a_name(
    installation: Server, held: Held, told: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(PHONE).new_page()
    page.goto(f"{installation.url}/table#{held.card(1)[1]}")
    page.get_by_role("button", name="Only read what became of what we said").click()
    expect(page).to_have_url(installation.url + told)
    expect(page.get_by_text("Which list: the ministry's")).to_be_visible()
    page.goto(f"{installation.url}/outcome/{held.id}/tables/2")
    page.get_by_label("Code on your table's card").fill(held.card(2)[0])
    page.keyboard.press("Enter")
    expect(page.locator(".head-note")).to_have_text("Table 2")


def test_the_secretariat_opens_the_pages_to_everybody(
    window: Window,
    installation: Server,
    held: Held,
    told: str,
    new_context: Callable[..., BrowserContext],
) -> None:
    page = window("secretariat", "/outcome")
    page.get_by_label("Everybody who has the address").check()
    page.get_by_role("button", name="Keep this choice").click()
    expect(page.get_by_label("Everybody who has the address")).to_be_checked()
    address = page.locator(".outcome-address").inner_text()
    stranger = new_context(PHONE).new_page()
    stranger.goto(address)
    stranger.get_by_role("link", name="Table 1").click()
    expect(stranger.locator(".outcome-note")).to_have_count(5)


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "dark"), (LAPTOP, "light")])
def test_everybody_can_read_the_pages(
    window: Window, told: str, screen: Screen, scheme: str
) -> None:
    page = window("secretariat", told, screen, scheme=scheme)
    for path in (told, told.rpartition("/tables")[0]):
        page.goto(page.url.partition("/outcome")[0] + path)
        for direction in ("ltr", "rtl"):
            page.evaluate("way => { document.documentElement.dir = way; }", direction)
            assert axe(page) == ()
            assert page.evaluate("document.documentElement.scrollWidth") == screen.width


def test_arabic_words_stand_on_their_side_and_are_said_in_their_language(
    window: Window, told: str
) -> None:
    page = window("rapporteur", told, PHONE)
    words = page.locator(".outcome-words").filter(has_text="تحقق")
    expect(words).to_have_attribute("lang", "ar")
    assert words.evaluate("element => getComputedStyle(element).direction") == "rtl"
    point = page.locator(".outcome-statement bdi").filter(has_text="تحقق")
    assert point.evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_paper_holds_the_words_and_none_of_the_buttons(window: Window, told: str) -> None:
    page = window("secretariat", told)
    page.emulate_media(media="print")
    expect(page.locator(".outcome-note").first).to_be_visible()
    expect(page.get_by_text("Read on")).to_be_visible()
    expect(page.get_by_text("Reload the page")).to_be_hidden()
    expect(page.get_by_role("link", name="All tables in counts")).to_be_hidden()
