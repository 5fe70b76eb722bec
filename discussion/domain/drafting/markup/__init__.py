"""The one-line markup of a paragraph (docs/reference/markup.md); it must not open files."""

from discussion.domain.drafting.markup.parsing import MOST_NESTED, escape, parse
from discussion.domain.drafting.markup.pieces import (
    Alternative,
    Attribution,
    Bracket,
    Count,
    Emphasis,
    Markup,
    Mistake,
    Piece,
    Stand,
    Words,
    brackets_in,
    text_of,
)
from discussion.domain.drafting.markup.shown import Shown, count, plain_words, shown

__all__ = [
    "MOST_NESTED",
    "Alternative",
    "Attribution",
    "Bracket",
    "Count",
    "Emphasis",
    "Markup",
    "Mistake",
    "Piece",
    "Shown",
    "Stand",
    "Words",
    "brackets_in",
    "count",
    "escape",
    "parse",
    "plain_words",
    "shown",
    "text_of",
]
