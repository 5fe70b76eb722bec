"""A page that has loaded the browser's side of the live texts; must not know what is asked."""

import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

STATIC = Path(__file__).resolve().parents[2] / "static"
MODULES = ("changes", "replica", "positions", "merging", "history")

Ask = Callable[..., Any]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def ask(browser: Browser) -> Iterator[Ask]:
    """``ask("(argument) => ...", argument)`` in a page where ``live`` holds our modules."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(STATIC)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    origin = f"http://127.0.0.1:{server.server_port}"
    page.goto(f"{origin}/js/live/changes.js")  # any page of that origin will do
    page.evaluate(
        """async (names) => {
            globalThis.live = {};
            for (const name of names) Object.assign(live, await import(`/js/live/${name}.js`));
        }""",
        list(MODULES),
    )

    def ask_page(script: str, argument: Any = None) -> Any:
        # As one string of JSON: Playwright takes nested values to pieces, which is far slower.
        asked = f"async (json) => JSON.stringify(await ({script})(JSON.parse(json)))"
        return json.loads(page.evaluate(asked, json.dumps(argument)))

    yield ask_page
    context.close()
    server.shutdown()
    server.server_close()
