"""Publications in a real browser: built without leaving the page, read, seen by others."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.kit.browser import LAPTOP, PHONE, Screen, axe
from tests.kit.house import Held
from tests.services.points import confirm_point

pytestmark = pytest.mark.browser

Window = Callable[..., Page]
BUILT_WITHIN = 60_000  # milliseconds, on a machine that does much else
ARABIC = "تحقق بوابات التوظيف من هوية أصحاب العمل قبل نشر أي عرض"


@pytest.fixture(autouse=True)
def two_points(held: Held) -> None:
    confirm_point(held, "Portals name the authority behind every offer", tables=(1, 2))
    confirm_point(held, ARABIC, topic=3)


def build(page: Page, document: str, label: str) -> None:
    """Presses a build button and waits until the declaration's edition of that name stands."""
    page.locator(f".build[data-document={document}] button").click()
    newest = page.locator("#declaration .document-newest .edition-label")
    expect(newest).to_have_text(label, timeout=BUILT_WITHIN)
    expect(page.locator(".progress")).to_have_count(0)


def test_everything_is_built_without_leaving_the_page_and_others_can_read_it(
    window: Window,
) -> None:
    secretariat = window("secretariat", "/publications")
    secretariat.evaluate("window.stayed = true")
    build(secretariat, "all", "ZERO")
    assert secretariat.evaluate("window.stayed")
    expect(secretariat.locator("#messages")).to_contain_text("9 documents are built")
    expect(secretariat.locator(".document-newest > .edition")).to_have_count(9)
    chair = window("chair", "/publications")
    expect(chair.locator(".build")).to_have_count(0)
    chair.locator("#declaration").get_by_role("link", name="Read").click()
    expect(chair.get_by_role("heading", name="DRAFT Kuala Lumpur Declaration")).to_be_visible()
    expect(chair.get_by_text(ARABIC)).to_be_visible()


def test_what_changed_is_seen_and_a_revision_puts_the_first_draft_below(
    window: Window, held: Held
) -> None:
    page = window("secretariat", "/publications")
    build(page, "declaration", "ZERO")
    confirm_point(held, "Warnings reach job seekers in their own language")
    page.reload()
    expect(page.locator("#declaration .since")).to_contain_text("1 point confirmed")
    build(page, "declaration", "REV.1")
    expect(page.locator("#declaration .since")).to_contain_text("Nothing it shows has changed")
    expect(page.locator(".build[data-document=declaration] button")).to_be_focused()
    page.get_by_text("1 earlier edition").click()
    expect(page.locator(".older-edition .edition-label")).to_have_text("ZERO")


def test_a_file_comes_down_under_its_symbol(window: Window) -> None:
    page = window("secretariat", "/publications")
    build(page, "declaration", "ZERO")
    with page.expect_download() as coming:
        page.locator("#declaration .document-does").get_by_role("link", name="Word").click()
    assert coming.value.suggested_filename == "OIC-PESNET-WS-KL-2025-DECL-ZERO.docx"


def test_every_note_comes_down_without_leaving_the_page(window: Window, held: Held) -> None:
    page = window("moderator", "/publications")
    row = page.locator(".export", has_text="Topic 3")
    expect(row.locator(".export-count")).to_have_text("1 note")
    with page.expect_download() as coming:
        row.get_by_role("link", name="CSV with every note of topic 3").click()
        expect(row.get_by_text("Writing 1 note as CSV")).to_be_visible()
    assert re.fullmatch(
        r"OIC-PESNET-WS-KL-2025-NOTES\.3-\d{8}-\d{4}\.csv", coming.value.suggested_filename
    )
    assert ARABIC in coming.value.path().read_text("utf-8-sig")
    expect(page.locator(".progress")).to_have_count(0)


def test_an_export_that_does_not_come_is_told_and_can_be_asked_for_again(window: Window) -> None:
    page = window("secretariat", "/publications")
    link = page.get_by_role("link", name="Excel with every note of all topics")
    page.route("**/publications/contributions/xlsx", lambda route: route.abort())
    link.click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was changed.")
    page.unroute("**/publications/contributions/xlsx")
    with page.expect_download() as coming:
        link.press("Enter")
    assert coming.value.suggested_filename.endswith(".xlsx")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_refusal_stands_in_the_page_with_what_to_do(window: Window) -> None:
    page = window("secretariat", "/publications")
    hidden = page.locator(".build[data-document=declaration] [name=document]")
    hidden.evaluate("field => { field.value = 'poem'; }")
    page.locator(".build[data-document=declaration] button").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose one of these: declaration,")
    expect(page.locator(".build[data-document=declaration] button")).to_be_enabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_everybody_can_use_the_page(window: Window, screen: Screen, scheme: str) -> None:
    page = window("secretariat", "/publications", screen, scheme=scheme)
    build(page, "declaration", "ZERO")
    page.locator("#declaration .proof summary").click()
    assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth") == screen.width


def test_slides_play_in_the_browser_and_the_speaker_s_window_leads_them(window: Window) -> None:
    page = window("secretariat", "/publications")
    page.locator(".build[data-document=presentation-topic-1] button").click()
    show = page.locator("#presentation-topic-1").get_by_role("link", name="Show")
    expect(show).to_be_visible(timeout=BUILT_WITHIN)
    show.click()
    shown = page.locator(".slide.now")
    expect(shown).to_contain_text("Results of the group discussions")
    page.keyboard.press("ArrowRight")
    expect(shown).to_contain_text("Mandate and question")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    expect(shown).to_contain_text("Who contributed")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator(".slide.now")).to_contain_text("Who contributed")
    expect(speaker.locator(".slide.next")).to_be_visible()
    expect(speaker.locator(".desk .time")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    speaker.get_by_role("button", name="Back").click()
    expect(shown).to_contain_text("Mandate and question")
    expect(speaker.locator(".notes.now")).to_contain_text("Objective of the Workshop")
    page.keyboard.press("End")
    expect(speaker.locator(".where")).to_have_text(re.compile(r"^(\d+) / \1$"))
    assert axe(page) == ()
