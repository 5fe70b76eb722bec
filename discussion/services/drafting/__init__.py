"""Drafting: paragraphs and passages, what people do with them, and their rebuilding."""

from discussion.services.drafting.paragraphs import (
    add_paragraph,
    may_draft,
    place_paragraph,
    remove_paragraph,
    restore_paragraph,
    set_drafting,
    settle_paragraph,
)
from discussion.services.drafting.passages import begin_passage, settle_passage

__all__ = [
    "add_paragraph",
    "begin_passage",
    "may_draft",
    "place_paragraph",
    "remove_paragraph",
    "restore_paragraph",
    "set_drafting",
    "settle_paragraph",
    "settle_passage",
]
