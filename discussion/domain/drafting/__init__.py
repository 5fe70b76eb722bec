"""How a declaration speaks: markup, opening words, profiles, frames per kind of point, dates.

Standard library only; it must not know how a document is laid out or written.
"""

from discussion.domain.drafting.dates import day_in_words, days_in_words
from discussion.domain.drafting.frames import FRAMES, Frame, frame_of
from discussion.domain.drafting.openers import openers, repeated
from discussion.domain.drafting.profiles import OIC, Profile

__all__ = [
    "FRAMES",
    "OIC",
    "Frame",
    "Profile",
    "day_in_words",
    "days_in_words",
    "frame_of",
    "openers",
    "repeated",
]
