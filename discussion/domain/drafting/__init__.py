"""How a declaration speaks: markup, opening words, profiles, frames per kind of point, dates.

Standard library only; it must not know how a document is laid out or written.
"""

from discussion.domain.drafting.dates import day_in_words, days_in_words
from discussion.domain.drafting.frames import FRAMES, Frame, repeated
from discussion.domain.drafting.openers import OPERATIVE, PREAMBULAR, Verb
from discussion.domain.drafting.profiles import OIC, Profile

__all__ = [
    "FRAMES",
    "OIC",
    "OPERATIVE",
    "PREAMBULAR",
    "Frame",
    "Profile",
    "Verb",
    "day_in_words",
    "days_in_words",
    "repeated",
]
