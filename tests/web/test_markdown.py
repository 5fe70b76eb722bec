"""Markdown that people type: plain elements come through, everything else falls away."""

import pytest

from discussion.web.markdown import rendered

ACTS = ("<script", "<img", "onerror", "javascript:", "data:", "onclick", "<style", "<iframe")


def test_headings_lists_tables_and_emphasis_come_through():
    shown = rendered("## Two\n\n1. **one**\n2. *two*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    for element in ("<h2>", "<ol>", "<strong>one</strong>", "<em>two</em>", "<td>1</td>"):
        assert element in shown


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        '<a href="data:text/html,x" onclick="x">a</a>',
        "<style>*{}</style>",
        "<iframe src=https://example.invalid></iframe>",
    ],
)
def test_nothing_that_acts_comes_through(typed: str):
    shown = rendered(f"before {typed} after").lower()
    assert "before" in shown and "after" in shown
    for sign in (
        "<script",
        "<img",
        "onerror",
        "javascript:",
        "data:",
        "onclick",
        "<style",
        "<iframe",
    ):
        assert sign not in shown
