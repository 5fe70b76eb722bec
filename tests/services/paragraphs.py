"""Paragraphs made the way people make them, for tests of what comes after; not a test itself."""

from typing import Any

from discussion.live.positions import between
from tests.kit.house import Held


def add_paragraph(
    held: Held, words: str, *, topic: str | None = None, section: str | None = None, **facts: Any
) -> str:
    """A paragraph of the secretariat's, in a topic's section or a common one; its id."""
    made = held.runtime.new_id()
    whole = {
        "paragraph": made,
        "section": section or ("topic" if topic else "general"),
        "topic": topic,
        "level": 0,
        "position": between(None, None),
        "words": words,
        "points": [],
        "origin": "secretariat text",
        **dict.fromkeys(("slot", "basis", "made")),
        **facts,
    }
    held.act(held.actor("secretariat"), "add_paragraph", **whole)
    return made
