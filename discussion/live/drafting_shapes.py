"""The commands of the drafting pages, and the shape their facts must have; part of ``commands``."""

from collections.abc import Mapping

from discussion.domain.contributions import NOTE_LIMIT
from discussion.domain.drafting.outcomes import OUTCOMES
from discussion.domain.drafting.paragraphs import DEEPEST, ORIGINS, SECTIONS
from discussion.domain.drafting.passages import PASSAGE_LIMIT
from discussion.domain.drafting.profiles import FILE_LIMIT
from discussion.live.positions import check_position
from discussion.live.shapes import Check, ident, integer, list_of, one_of, optional, words

SLOT_LIMIT = 160  # code points
POINTS_LIMIT = 100  # that one paragraph rests on
MADE_LIMIT = 2 * NOTE_LIMIT  # a statement of nothing but signs, each with its backslash
VERSION_LIMIT = 10_000_000
DOCUMENT_LIMIT = 64  # characters of a document's key

_place: Mapping[str, Check] = {
    "paragraph": ident,
    "section": one_of(*SECTIONS),
    "topic": optional(ident),
    "level": integer(0, DEEPEST),
    "position": check_position,
}
_made: Mapping[str, Check] = {
    "points": list_of(ident, POINTS_LIMIT),
    "slot": optional(words(SLOT_LIMIT)),
    "basis": optional(words(64)),
    "made": optional(words(MADE_LIMIT, empty=True)),
}

_generated: Mapping[str, Check] = {
    "basis": words(64),
    "made": words(PASSAGE_LIMIT, empty=True),
}

DRAFTING: Mapping[str, Mapping[str, Check]] = {
    "add_paragraph": {
        **_place,
        **_made,
        "words": words(MADE_LIMIT, empty=True),
        "origin": one_of(*ORIGINS),
    },
    "place_paragraph": _place,
    "remove_paragraph": {"paragraph": ident, "version": integer(0, VERSION_LIMIT)},
    "restore_paragraph": {"paragraph": ident},
    "settle_paragraph": {"paragraph": ident, **_made},
    "begin_passage": {
        "passage": ident,
        "document": words(DOCUMENT_LIMIT),
        "slot": words(SLOT_LIMIT),
        **_generated,
    },
    "settle_passage": {"passage": ident, **_generated},
    "set_drafting": {"profile": words(FILE_LIMIT, empty=True), "outcome": one_of(*OUTCOMES)},
}
