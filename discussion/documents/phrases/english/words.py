"""Titles of documents, kinds, states, reasons and rules, in English: as the house says them."""

from discussion.domain.attribution import STATEMENTS
from discussion.domain.contributions import KINDS, REASONS
from discussion.domain.contributions import STATUS_WORDS as NOTE_WORDS
from discussion.domain.outcome import AHEAD, DECISIONS, KEPT_BACK
from discussion.domain.publications import DOCUMENTS
from discussion.domain.synthesis import STATUS_WORDS as POINT_WORDS
from discussion.domain.synthesis import STRENGTHS

PHRASES: dict[str, str] = {
    **{f"title.{key}": kind.title for key, kind in DOCUMENTS.items()},
    **{f"kind.{key}": words for key, words in KINDS.items()},
    **{f"note.{key}": words for key, words in NOTE_WORDS.items()},
    **{f"point.{key}": words for key, words in POINT_WORDS.items()},
    **{f"strength.{key}": words for key, words in STRENGTHS.items()},
    **{f"reason.{key}": words for key, words in REASONS.items()},
    **{f"attribution.{key}": words for key, words in STATEMENTS.items()},
    "attribution.on_topic": "On topic {number}: {rule}",
    **{f"became.{key}": words for key, words in DECISIONS.items()},
    **{f"kept.{key}": words.rstrip(".") for key, words in KEPT_BACK.items()},
    **{f"ahead.{key}": words for key, words in AHEAD.items()},
}
