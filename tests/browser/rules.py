"""What tests of the queue's rules stand on: its modules in a page that draws nothing."""

from collections.abc import Callable
from typing import Any

import pytest

BOARD = """(asked) => {
    const board = new rules.Board("me", [{ id: "s1", number: 1, title: "One" }]);
    board.frame = 1; // nothing is drawn here
    board.fresh({ notes: asked.notes, tables: asked.tables ?? [] });
    Object.assign(board.filter, asked.filter);
    board.arrangement = asked.arrangement ?? "newest";
    board.changed();
    const { act } = asked;
    %s
}"""

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def ask(installation, browser) -> Any:
    """``ask(script, argument)`` in a page where ``rules`` holds the queue's modules."""
    page = browser.new_page()
    page.goto(f"{installation.url}/static/js/synthesis/sift.js")
    page.evaluate(
        """async () => {
            globalThis.rules = {};
            for (const name of ["model", "sift", "search"]) {
                Object.assign(rules, await import(`/static/js/synthesis/${name}.js`));
            }
        }"""
    )
    yield page.evaluate
    page.close()


def note(number: int, **facts: Any) -> dict[str, Any]:
    said = {"text": f"Note {number}.", "version": 1, "kind": "data", "status": "submitted"}
    at = f"2026-11-23T09:{number // 60:02}:{number % 60:02}+00:00"
    told = {"id": f"n{number:04}", "table": "t1", "language": "en", "created_at": at}
    return {**said, **told, "typed_at": at, **facts}
