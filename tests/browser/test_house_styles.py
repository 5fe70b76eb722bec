"""The page of house styles in a real browser: a letterhead brought, named, used, left again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.documents.letterheads import with_logo, word_style
from tests.kit.browser import LAPTOP, PHONE, Screen, axe

pytestmark = pytest.mark.browser

Window = Callable[..., Page]
LOOKED_THROUGH = 30_000  # milliseconds, on a machine that does much else


def without_two(word: Any) -> None:
    for name in ("Operative", "House Table"):
        word.styles[name].delete()


def bring(page: Page, file: Path, package: bytes) -> None:
    file.write_bytes(package)
    page.set_input_files("#docx-file", file)
    page.locator("#docx").get_by_role("button", name="Use this file").click()


def test_a_secretariat_brings_its_letterhead_and_goes_back(window: Window, tmp_path: Path) -> None:
    page = window("secretariat", "/publications")
    page.get_by_role("link", name="Change the house style").click()
    word = page.locator("#docx")
    bring(page, tmp_path / "letter.docx", word_style(without_two))
    missing = word.get_by_role("table", name="Missing in letter.docx")
    expect(missing.locator("tbody th")).to_have_text(
        ["Operative", "House Table"], timeout=LOOKED_THROUGH
    )
    bring(page, tmp_path / "ministry.docx", word_style(with_logo))
    expect(word).to_contain_text("In use: ministry.docx", timeout=LOOKED_THROUGH)
    with page.expect_download() as coming:
        word.get_by_role("link", name="Preview").click()
    assert coming.value.suggested_filename == "preview.docx"
    word.get_by_role("button", name="Back to the house's own").click()
    expect(word).to_contain_text("In use: the house's own")


@pytest.mark.parametrize(("screen", "look"), [(PHONE, "dark"), (LAPTOP, "light")])
def test_the_page_is_accessible_also_when_something_is_missing(
    window: Window, tmp_path: Path, screen: Screen, look: str
) -> None:
    page = window("secretariat", "/publications/house-style", screen, scheme=look)
    bring(page, tmp_path / "letter.docx", word_style(without_two))
    expect(page.locator("#docx table")).to_be_visible(timeout=LOOKED_THROUGH)
    page.get_by_text("How to make it yours").click()
    assert not axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
