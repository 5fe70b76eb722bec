"""Guesses a text's language and direction from its letters; it must not know whose text it is."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur"})

_ENGLISH_SMALL_WORDS = (
    "the and of to in for with is are that by be should it as from this their they we not or"
    " an at who can will must have has when before after"
)
_FRENCH_SMALL_WORDS = (
    "le la les des du un une et dans pour avec est sont qui que par sur au aux ce cette ces leur"
    " leurs nous il elle ils elles ne pas plus doit doivent sans entre ou de en"
)
_ENGLISH = frozenset(_ENGLISH_SMALL_WORDS.split())
_FRENCH = frozenset(_FRENCH_SMALL_WORDS.split())
_BORROWED = frozenset({"résumé", "résumés", "café", "naïve", "côte"})  # accents English has too
_ELIDED = re.compile(r"\b(?:[ldjnmsc]|qu)['’](?!ivoire)(?=\w)", re.IGNORECASE)
_ACCENTED = re.compile("[àâçèéêëîïôùûœ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TO_SPACES = {code: " " for code in range(128) if not chr(code).isalpha()}
_ENOUGH = 2  # signs of French that no English sentence has by the name of a place alone
_SHORT = 4  # words; in a text this short one sign must do


def language_of(text: str, fallback: str = "en") -> str:
    """The language of a text: ``ar``, ``fr``, ``en``, or ``fallback`` where nothing tells.

    Arabic when at least half of the letters are; French when its small words, elisions and
    accents outnumber the small words of English. Always the same answer for the same text.
    """
    return _guess(text) or fallback


@lru_cache(maxsize=20_000)  # a board that is joined again says what it said a moment ago
def _guess(text: str) -> str:
    plain = text.isascii()
    if not plain and _is_mostly_arabic(text):
        return "ar"
    words = _words(text, plain=plain)
    english = sum(map(_ENGLISH.__contains__, words))
    french = sum(map(_FRENCH.__contains__, words))
    if "'" in text or "’" in text:
        french += len(_ELIDED.findall(text))
    if not plain:
        french += _has_french_accents(words)
    if french > english and (french >= _ENOUGH or len(words) <= _SHORT):
        return "fr"
    return "en" if english else ""


def written_from(language: str) -> Literal["ltr", "rtl"]:
    """The side a language's lines begin on."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def direction_of(text: str) -> str:
    """``rtl`` when the first letter with a direction is written from right to left, else ``ltr``.

    The rule browsers follow for ``dir="auto"`` (Unicode Bidirectional Algorithm, P2 and P3).
    """
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return "ltr"


def _words(text: str, *, plain: bool) -> list[str]:
    """Small letters only; plain text, which most is, needs no search."""
    if plain:
        return text.lower().translate(_TO_SPACES).split()
    return _WORD.findall(text.casefold())


def _has_french_accents(words: list[str]) -> bool:
    return any(_ACCENTED.search(word) for word in words if word not in _BORROWED)


def _is_mostly_arabic(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and 2 * sum(map(_is_arabic, letters)) >= len(letters)


def _is_arabic(letter: str) -> bool:
    return unicodedata.bidirectional(letter) == "AL"
