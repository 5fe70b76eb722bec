"""Which notes and points say nearly the same, what differs, and finding words in three languages.

Suggestions only: nothing here decides, and nothing is offered without what tells it apart.
"""

from discussion.domain.likeness.differences import KINDS, Alteration
from discussion.domain.likeness.finding import Sought, contains, searchable, sought
from discussion.domain.likeness.pieces import Piece
from discussion.domain.likeness.scoring import Index, Scorer
from discussion.domain.likeness.twins import Twin, Twins

__all__ = [
    "KINDS",
    "Alteration",
    "Index",
    "Piece",
    "Scorer",
    "Sought",
    "Twin",
    "Twins",
    "contains",
    "searchable",
    "sought",
]
