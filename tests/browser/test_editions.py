"""Editions in a real browser: two compared, changes stepped through, who got one written down."""

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.kit.browser import LAPTOP, PHONE, Screen, axe
from tests.kit.house import Held
from tests.services.paragraphs import add_paragraph
from tests.services.points import confirm_point

pytestmark = pytest.mark.browser

Window = Callable[..., Page]
BUILT_WITHIN = 60_000  # milliseconds, on a machine that does much else
ARABIC = "تحقق بوابات التوظيف من هوية أصحاب العمل"


OPEN = "Recommend that portals [shall | should] name the authority."


@pytest.fixture(autouse=True)
def drafted(held: Held) -> dict[str, str]:
    """Ids of the paragraphs of a draft, by their words."""
    topics = [topic.id for topic in held.topics]
    confirm_point(held, "Portals name the authority behind every offer", tables=(1, 2))
    return {
        words: add_paragraph(held, words, topic=topics[topic], position=place)
        for words, topic, place in (
            (OPEN, 0, "2"),
            ("Decide to meet again.", 0, "3"),
            (ARABIC, 1, "2"),
            ("Thank the hosts for their welcome.", 2, "2"),
        )
    }


def go(page: Page, path: str) -> None:
    page.goto(urljoin(page.url, path))


def build(page: Page, label: str) -> None:
    go(page, "/publications")
    page.locator(".build[data-document=declaration] button").click()
    newest = page.locator("#declaration .document-newest .edition-label")
    expect(newest).to_have_text(label, timeout=BUILT_WITHIN)


def edit(held: Held, drafted: dict[str, str]) -> None:
    """A word chosen, one paragraph taken out, one written, one in Arabic made longer."""
    staff, start = held.actor("secretariat"), len("Recommend that portals ")
    change = [start, -len("[shall | should]"), "should"]
    held.act(staff, "edit_text", text=drafted[OPEN], base=0, change=change)
    gone = drafted["Decide to meet again."]
    held.act(staff, "remove_paragraph", paragraph=gone, version=0)
    more = [len(ARABIC), " قبل نشر أي عرض"]
    held.act(staff, "edit_text", text=drafted[ARABIC], base=0, change=more)
    add_paragraph(held, "Invite partners to publish fees.", topic=held.topics[0].id, position="9")


def test_two_editions_are_compared_and_their_changes_stepped_through(
    window: Window, held: Held, drafted: dict[str, str]
) -> None:
    page = window("secretariat", "/publications")
    build(page, "ZERO")
    edit(held, drafted)
    build(page, "REV.1")
    page.get_by_role("link", name="All editions").click()
    page.get_by_role("button", name="Compare the two").click()
    expect(page.get_by_role("heading", name="From ZERO to REV.1")).to_be_visible()
    expect(page.locator(".counts")).to_contain_text("2 changed 1 new 1 gone")
    text = page.locator(".compare-text")
    expect(text.locator("ins", has_text="Invite partners to publish fees")).to_be_visible()
    expect(text.locator("del", has_text="Decide to meet again")).to_be_visible()
    expect(page.locator("#where")).to_have_text("4 to see")
    page.keyboard.press("n")
    expect(page.locator("#where")).to_have_text("1 of 4")
    expect(page.locator("[data-here]")).to_contain_text("name the authority")
    page.keyboard.press("p")
    expect(page.locator("#where")).to_have_text("4 of 4")
    unchanged = text.get_by_text("Thank the hosts for their welcome")
    expect(unchanged).to_be_visible()
    page.get_by_label("Only changes").check()
    expect(unchanged).to_be_hidden()
    with page.expect_download() as coming:
        page.locator(".compare-files").get_by_role("link", name="Word").click()
    assert coming.value.suggested_filename == (
        "OIC-PESNET-WS-KL-2025-DECL-REV.1-CHANGES-SINCE-ZERO.docx"
    )


def test_who_got_an_edition_is_written_down_and_later_paragraphs_are_bis(
    window: Window, held: Held
) -> None:
    page = window("secretariat", "/publications")
    build(page, "ZERO")
    go(page, "/editions")
    page.get_by_text("Handed out …").click()
    page.get_by_label("To whom, now").fill("All delegations, on paper")
    page.get_by_role("button", name="Write it down").click()
    expect(page.locator(".circulated")).to_contain_text("to All delegations, on paper")
    add_paragraph(held, "Invite partners.", topic=held.topics[0].id, position="25")
    build(page, "REV.1")
    page.locator("#declaration").get_by_role("link", name="Read").first.click()
    expect(page.locator("#OP-01bis")).to_contain_text("1 bis.")
    chair = window("chair", "/editions")
    expect(chair.locator(".edition-row")).to_have_count(2)
    expect(chair.get_by_text("Handed out …")).to_have_count(0)


def test_a_final_text_is_refused_with_the_words_that_are_still_open(window: Window) -> None:
    page = window("secretariat", "/publications")
    build(page, "ZERO")
    page.get_by_text("Make it final").click()
    page.get_by_role("button", name="Make FINAL now").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Paragraph 1: [shall][should]", timeout=BUILT_WITHIN)


@pytest.mark.parametrize(
    ("screen", "scheme"), [(PHONE, "dark"), (LAPTOP, "light")], ids=["phone", "laptop"]
)
def test_everybody_can_use_both_pages(
    window: Window, held: Held, drafted: dict[str, str], screen: Screen, scheme: str
) -> None:
    page = window("secretariat", "/publications", screen, scheme=scheme)
    build(page, "ZERO")
    edit(held, drafted)
    build(page, "REV.1")
    page.locator("#declaration .variants summary").click()
    assert axe(page) == ()
    go(page, "/editions")
    page.locator(".variants summary").first.click()
    assert axe(page) == ()
    page.get_by_role("button", name="Compare the two").click()
    expect(page.locator(".compare-text ins").first).to_be_visible()
    page.keyboard.press("n")
    assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth") == screen.width
