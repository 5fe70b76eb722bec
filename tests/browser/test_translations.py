"""Translations in a real browser: typed by two, out of date when the text moves, called right."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.kit.browser import PHONE, axe
from tests.kit.house import Held
from tests.services.paragraphs import add_paragraph
from tests.services.points import confirm_point
from tests.services.translations import add_translation, settle

pytestmark = pytest.mark.browser

Window = Callable[..., Page]
STATEMENT = "Portals name the authority behind every offer"
FRENCH = "Les portails nomment l’autorité derrière chaque offre"
ARABIC = "تذكر البوابات الجهة المسؤولة عن كل عرض"


def row(page: Page, of: str) -> Locator:
    """What stands beside a text."""
    return page.locator(f"#t-{of}")


def test_a_translation_is_typed_by_two_called_right_and_out_of_date_later(
    window: Window, held: Held
) -> None:
    text = add_paragraph(held, STATEMENT, topic=held.topics[0].id)
    page, other = (window(who, "/translations/fr") for who in ("secretariat", "moderator"))
    mine = row(page, text)
    mine.locator("textarea").press_sequentially("Les portails")
    expect(row(other, text).locator("textarea")).to_have_value("Les portails")
    row(other, text).locator("textarea").press("Control+End")
    row(other, text).locator("textarea").press_sequentially(" nomment")
    expect(mine.locator("textarea")).to_have_value("Les portails nomment")
    expect(mine.locator(".row-standing")).to_have_text("Draft")
    mine.get_by_role("button", name="It is right").click()
    expect(mine.locator(".row-standing")).to_have_text("Up to date")
    draft = window("moderator", "/drafting").locator(".draft-paragraph textarea")
    draft.press("Control+Home")
    draft.press_sequentially("All ")
    expect(mine.locator(".row-standing")).to_have_text("Out of date")
    expect(mine.locator(".row-change ins")).to_have_text("All")
    mine.get_by_role("button", name="Still right").click()
    expect(mine.locator(".row-standing")).to_have_text("Up to date")
    mine.get_by_role("button", name="Take out").click()
    mine.get_by_role("button", name="Bring back").click()
    expect(mine.locator("textarea")).to_have_value("Les portails nomment")


def test_a_text_stays_under_the_hand_that_translates_it_whatever_is_chosen(
    window: Window, held: Held
) -> None:
    text, other = (add_paragraph(held, words, topic=held.topics[0].id) for words in ("One", "Two"))
    page = window("secretariat", "/translations/fr")
    page.get_by_role("button", name="Not translated: 2").click()
    row(page, text).locator("textarea").press_sequentially("Un")
    expect(page.get_by_role("button", name="Not translated: 1")).to_be_visible()
    expect(row(page, text).locator("textarea")).to_be_focused()
    row(page, text).get_by_role("button", name="It is right").click()
    expect(row(page, text).locator(".row-standing")).to_have_text("Up to date")
    page.get_by_role("button", name="Not translated: 1").click()
    expect(row(page, text)).to_have_count(0)
    expect(row(page, other)).to_have_count(1)


def test_the_languages_of_documents_are_chosen_and_editions_come_in_each(
    window: Window, held: Held
) -> None:
    settle(held, add_translation(held, confirm_point(held, STATEMENT), FRENCH))
    page = window("secretariat", "/translations")
    page.get_by_label("French").check()
    page.get_by_role("button", name="Keep these languages").click()
    expect(page.get_by_label("French")).to_be_checked()
    expect(page.locator(".language", has_text="French")).to_contain_text("1 up to date")
    page.goto(page.url.replace("/translations", "/publications"))
    declaration = page.locator("#declaration")
    declaration.get_by_role("button", name="Build ZERO").click()
    declaration.locator(".files-in > summary").click(timeout=60_000)
    files = declaration.locator(".files-in .button")
    expect(files.filter(has_text="Word")).to_have_attribute("title", re.compile("-ZERO-FR.docx,"))
    declaration.get_by_text("Other variants").click()
    assert axe(page) == ()
    with page.expect_download() as download:
        declaration.get_by_role("link", name="Web page of ZERO, clean, in French").click()
    assert download.value.suggested_filename.endswith("-ZERO-FR-CLEAN.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_used_by_everybody_and_on_a_phone(
    window: Window, held: Held, scheme: str
) -> None:
    topic = held.topics[0].id
    point = confirm_point(held, STATEMENT)
    settle(held, add_translation(held, point, ARABIC, language="ar"))
    paragraph = add_paragraph(held, "*Urge* portals to name the authority", topic=topic)
    made = add_translation(held, paragraph, ARABIC, language="ar")
    settle(held, made)
    held.act(held.actor("secretariat"), "edit_text", text=paragraph, base=0, change=[7, "all "])
    add_paragraph(held, "*Invite* partners to report", topic=topic, position="z")
    page = window("secretariat", "/translations/ar", PHONE, scheme=scheme)
    expect(row(page, point).locator("textarea")).to_have_value(ARABIC)
    expect(row(page, paragraph).locator(".row-standing")).to_have_text("Out of date")
    assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(page.url.removesuffix("/ar"))
    assert axe(page) == ()
