"""A Chromium that says how much work a page's own thread has done; must not know which page.

Work is the thread's processor time, drawing up included, painting by other threads not.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
SETTLED = 90  # milliseconds in which a key that only this page hears of has done what it does


@dataclass(frozen=True)
class Window:
    """A page, and a clock of its work."""

    page: Page
    work: Callable[[], float]  # milliseconds so far

    def costs(self, act: Callable[[], object], times: int, settled: int = SETTLED) -> list[float]:
        """The work of doing something, each time until it has settled (milliseconds)."""
        took = []
        for _ in range(times):
            start = self.work()
            act()
            self.page.wait_for_timeout(settled)
            took.append(self.work() - start)
        return took


@contextmanager
def windows(cookies: Sequence[tuple[str, str]] = ()) -> Iterator[Callable[[], Window]]:
    """Opens windows of a laptop's size, signed in by cookies: each a header and an address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=list(ARGUMENTS))

        def opened() -> Window:
            context = browser.new_context(
                viewport={"width": 1366, "height": 768}, service_workers="block"
            )
            for cookie, url in cookies:
                name, _, value = cookie.partition("=")
                context.add_cookies([{"name": name, "value": value, "url": url}])
            page = context.new_page()
            line = context.new_cdp_session(page)
            line.send("Performance.enable", {"timeDomain": "threadTicks"})

            def work() -> float:
                metrics = line.send("Performance.getMetrics")["metrics"]
                return 1000 * float(
                    next(m["value"] for m in metrics if m["name"] == "TaskDuration")
                )

            return Window(page, work)

        yield opened
        browser.close()


def _chromium() -> str:
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise SystemExit(f"No Chromium: {' or '.join(NAMES)}, or CHROMIUM=/path/to/chromium.")
    return found
