"""Sitting down at a table in a real browser, and finding notes on its sheet."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.kit.browser import LAPTOP, Screen
from tests.kit.server import Server

PATIENCE = 15_000  # milliseconds: a test machine is shared, and slow is not wrong
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def seat(new_context, server):
    """``seat(1)``: somebody sits down at a table and has its sheet on the screen."""

    def sit(
        number: int,
        screen: Screen = LAPTOP,
        *,
        at: Server = server,
        topic: int = 1,
        prepare: Callable[[BrowserContext], None] = lambda _: None,
        **more,
    ) -> Page:
        context = new_context(screen, **more)
        sign_in(context, at, number)
        prepare(context)
        page = context.new_page()
        page.goto(at.url + address_of(context, at, topic))
        expect(page.locator("#notes")).not_to_have_attribute("aria-busy", "true")
        return page

    return sit


def sign_in(context: BrowserContext, at: Server, number: int) -> None:
    form = {"code": at.code(number), "name": "Aminah"}
    answer = context.request.post(f"{at.url}/table", form=form, max_redirects=0)
    assert answer.status < 400, answer.text()


def address_of(context: BrowserContext, at: Server, topic: int) -> str:
    """Where the table's sheet of that topic is; the first one is what the table is led to."""
    if topic == 1:
        return "/sheet"
    links = re.findall('href="(/sheets/[a-z0-9]+)"', context.request.get(f"{at.url}/sheet").text())
    return links[topic - 1]


def note(page: Page, words: str) -> Locator:
    """The line of the note that begins with those words."""
    found = page.wait_for_function(
        """words => [...document.querySelectorAll(".note")]
            .find(each => each.querySelector(".note-words").value.startsWith(words))?.dataset.id""",
        arg=words,
    )
    return page.locator(f'.note[data-id="{found.json_value()}"]')


def expect_saved(line: Locator) -> None:
    expect(line.locator(".save")).to_have_attribute("data-state", "saved")


def kind_of(line: Locator) -> Locator:
    return line.locator(".note-kind")


def words_in(line: Locator) -> Locator:
    return line.locator(".note-words")


def decide(page: Page, words: str, move: str, **facts: str) -> None:
    """A moderator's decision on the note of the open sheet that begins with those words."""
    page.evaluate(
        """async ([words, move, facts]) => {
            const { openLive } = await import("/static/js/live/live.js");
            const live = openLive();
            const { sheet } = JSON.parse(document.getElementById("page-data").textContent);
            const fresh = (fresh) => live.follow(`sheet:${sheet}`, { fresh, entry() {} });
            const { notes } = await new Promise(fresh);
            const { id, version, status: state } = notes.find(({ text }) => text.startsWith(words));
            await live.send(move, { note: id, version, state, ...facts });
        }""",
        [words, move, facts],
    )


@pytest.fixture
def moderator(new_context, server):
    """``moderator(page)``: a moderator with the same sheet on the screen."""

    def join(sheet: Page, *, at: Server = server) -> Page:
        context = new_context(LAPTOP)
        form = {"token": at.link("moderator").partition("#")[2], "name": "Yusuf"}
        context.request.post(f"{at.url}/link", form=form, max_redirects=0)
        page = context.new_page()
        page.goto(sheet.url)
        return page

    return join
