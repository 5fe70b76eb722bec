"""What stands on a board, as tests read it; must not know what they are about."""

from playwright.sync_api import Locator, Page, expect

SCORES = "Counsellors do not trust the matching score."
FORMS = "Older job seekers give up after page two of the form."


def row(page: Page, words: str) -> Locator:
    """A note's row in the queue."""
    return page.locator(".board-row").filter(has_text=words)


def to_read(page: Page, count: int) -> None:
    """The counter says so."""
    expect(page.locator("#to-read b")).to_have_text(str(count))


def focused(page: Page, words: str) -> None:
    """The note with these words is in focus."""
    expect(page.locator(".board-words")).to_have_text(words)


def show(page: Page, which: str) -> None:
    """Chooses what the queue shows, in the words of the list."""
    ask_for(page, "show", which)


def ask_for(page: Page, name: str, which: str) -> None:
    """Chooses one of a filter's choices, whatever count stands behind its words."""
    choice = page.locator(f"#filter-{name} option").filter(has_text=which)
    page.locator(f"#filter-{name}").select_option(value=choice.first.get_attribute("value"))


def sheet_of(held, window, table: str = "rapporteur") -> Page:
    """The table's sheet on topic 1, ready to be typed on."""
    page = window(table, f"/sheets/{held.sheet(2 if table == 'second' else 1)}")
    expect(page.locator("#notes")).not_to_have_attribute("aria-busy", "true")
    return page
