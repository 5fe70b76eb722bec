"""Drafting: the declaration's paragraphs, what people do with them, and their rebuilding."""

from discussion.services.drafting.paragraphs import (
    add_paragraph,
    may_draft,
    place_paragraph,
    remove_paragraph,
    restore_paragraph,
    set_drafting,
    settle_paragraph,
)

__all__ = [
    "add_paragraph",
    "may_draft",
    "place_paragraph",
    "remove_paragraph",
    "restore_paragraph",
    "set_drafting",
    "settle_paragraph",
]
