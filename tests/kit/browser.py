"""A real Chromium for tests that look at pages; must not know which pages there are.

``browser`` is started once a session; ``new_context`` opens windows of a given size, each with
its own cookies and storage, and closes them. An uncaught exception in a page, or anything the
page's content security policy refused, fails the test that opened it.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

# The quickest first: the one without windows costs a test half of the whole browser.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = Path(__file__).with_name("dist") / "axe.min.js"


@dataclass(frozen=True)
class Screen:
    """A size of screen to look at pages on, in CSS pixels."""

    width: int
    height: int
    touch: bool = False


PHONE = Screen(360, 740, touch=True)
LAPTOP = Screen(1366, 768)
PROJECTOR = Screen(1920, 1080)


@dataclass(frozen=True)
class Violation:
    """One accessibility rule that a page breaks, with the elements that break it."""

    rule: str
    impact: str
    words: str
    elements: tuple[str, ...]


def chromium() -> str:
    """The path of the machine's Chromium; fails the test, never skips it, when there is none."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if not found or not os.access(found, os.X_OK):
        pytest.fail(
            f"No Chromium at {named or ' or '.join(NAMES)}. `make test` installs one on Debian;"
            " elsewhere name yours: CHROMIUM=/path/to/chromium",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole session."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium(), headless=True, args=list(ARGUMENTS)
        )
        yield running
        running.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """``new_context(PHONE, locale="ar", scheme="dark")``: a window with storage of its own."""
    opened: list[BrowserContext] = []
    faults: list[str] = []

    def open_context(
        screen: Screen = LAPTOP,
        *,
        locale: str = "en-GB",
        scheme: str = "light",
        service_workers: Literal["allow", "block"] = "block",  # they serve scripts past `route`
        **more: Any,
    ) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": screen.width, "height": screen.height},
            has_touch=screen.touch,
            is_mobile=screen.touch,
            locale=locale,
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
            service_workers=service_workers,
            **more,
        )
        watch(context, faults)
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.close()
    assert not faults, "a page went wrong: " + "; ".join(faults)


def watch(context: BrowserContext, faults: list[str]) -> None:
    """From now on, add to ``faults`` what no page of ours may do in this window."""
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda message: faults.extend(_refusals(message)))


def axe(page: Page, *, within: str | None = None) -> tuple[Violation, ...]:
    """The accessibility rules that a page breaks as it stands, or the part of it named."""
    if not AXE.exists():
        pytest.fail(f"{AXE.name} is not laid out; run `make assets`.", pytrace=False)
    page.evaluate(AXE.read_text("utf-8"))  # over the debugging protocol: no policy stands in it
    found = page.evaluate(
        "where => axe.run(where || document, {resultTypes: ['violations']})", within
    )
    return tuple(
        Violation(
            rule=each["id"],
            impact=each["impact"] or "",
            words=each["help"],
            elements=tuple(node["html"][:200] for node in each["nodes"]),
        )
        for each in found["violations"]
    )


def _refusals(message: ConsoleMessage) -> list[str]:
    refused = message.type == "error" and "Content Security Policy" in message.text
    return [message.text] if refused else []
