"""The words of the rehearsal: notes, verdicts and points; it must not know how they are sent."""

from discussion.rehearsal.corpus.dealing import script_for
from discussion.rehearsal.corpus.library import translations, written_topics
from discussion.rehearsal.corpus.plain import plain_notes
from discussion.rehearsal.corpus.values import (
    Deal,
    Note,
    PlannedPoint,
    ReadBack,
    Script,
    Verdict,
)

__all__ = [
    "Deal",
    "Note",
    "PlannedPoint",
    "ReadBack",
    "Script",
    "Verdict",
    "plain_notes",
    "script_for",
    "translations",
    "written_topics",
]
