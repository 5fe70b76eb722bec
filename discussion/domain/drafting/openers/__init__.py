"""The opening words of paragraphs: which there are, what a text opens with, what would be softer.

It must not know whose paragraphs they open.
"""

from discussion.domain.drafting.openers.again import AGAIN, joining, repeated
from discussion.domain.drafting.openers.finding import Form, Opening, in_form, opening_of
from discussion.domain.drafting.openers.table import (
    LANGUAGES,
    OPENERS,
    Opener,
    Part,
    opener_named,
    openers,
)

__all__ = [
    "AGAIN",
    "LANGUAGES",
    "OPENERS",
    "Form",
    "Opener",
    "Opening",
    "Part",
    "in_form",
    "joining",
    "opener_named",
    "opening_of",
    "openers",
    "repeated",
]
