"""The opening words of paragraphs: which there are, what a text opens with, what would be softer.

It must not know whose paragraphs they open.
"""

from discussion.domain.drafting.openers.finding import (
    AGAIN,
    Form,
    Opening,
    in_form,
    opening_of,
    repeated,
)
from discussion.domain.drafting.openers.table import (
    OPENERS,
    Opener,
    Part,
    opener_named,
    openers,
)

__all__ = [
    "AGAIN",
    "OPENERS",
    "Form",
    "Opener",
    "Opening",
    "Part",
    "in_form",
    "opener_named",
    "opening_of",
    "openers",
    "repeated",
]
