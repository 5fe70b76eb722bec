"""The commands about translations, and the shape their facts must have; part of ``commands``."""

from collections.abc import Mapping

from discussion.domain.drafting.passages import PASSAGE_LIMIT
from discussion.domain.translations import LANGUAGES
from discussion.live.drafting_shapes import VERSION_LIMIT
from discussion.live.shapes import Check, ident, integer, list_of, one_of, words

_language = one_of(*LANGUAGES)
_version = integer(0, VERSION_LIMIT)

TRANSLATING: Mapping[str, Mapping[str, Check]] = {
    "add_translation": {
        "translation": ident,
        "of": ident,
        "language": _language,
        "words": words(PASSAGE_LIMIT, empty=True),
    },
    "settle_translation": {"translation": ident, "version": _version, "of_version": _version},
    "remove_translation": {"translation": ident, "version": _version},
    "restore_translation": {"translation": ident},
    "set_issued_languages": {"languages": list_of(_language, len(LANGUAGES))},
}
