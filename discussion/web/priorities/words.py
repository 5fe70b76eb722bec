"""The few sentences that somebody without an account reads on a phone, in their own language."""

import json
from collections.abc import Mapping
from functools import cache

from werkzeug.datastructures import LanguageAccept

from discussion import assets

NAMES = {"en": "English", "fr": "Français", "ar": "العربية"}
DIRECTIONS = {"ar": "rtl"}


def language_for(wanted: str | None, accepted: LanguageAccept) -> str:
    """The language asked for by its code, else the first the browser prefers, else English."""
    return wanted if wanted in NAMES else accepted.best_match(NAMES) or "en"


def words_in(language: str) -> Mapping[str, str]:
    """Every sentence of the page, by its name."""
    return _all_words()[language]


@cache
def _all_words() -> Mapping[str, Mapping[str, str]]:
    file = assets.templates() / "priorities" / "words.json"
    read: Mapping[str, Mapping[str, str]] = json.loads(file.read_text("utf-8"))
    return read
