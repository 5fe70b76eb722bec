"""Translations: what texts say in other languages, and the languages documents are issued in."""

from discussion.services.translations.writing import (
    add_translation,
    may_translate,
    remove_translation,
    restore_translation,
    set_issued_languages,
    settle_translation,
)

__all__ = [
    "add_translation",
    "may_translate",
    "remove_translation",
    "restore_translation",
    "set_issued_languages",
    "settle_translation",
]
