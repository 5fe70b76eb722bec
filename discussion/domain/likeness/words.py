"""The words of a text as they are compared, each with its place; must not know what they mean.

Case, accents, Arabic letter forms, vowel marks and tatweel fall away, digits of all scripts become
those of ASCII, and punctuation and elided articles are no words.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"  # accents, Arabic vowels
_APOSTROPHES = "'\u2019\u02bc"
_NUMBER = r"(?<![^\W_])\d{1,3}(?:[ \u00a0\u202f.,\u066c'\u2019]\d{3})+(?!\d)(?![^\W\d_])"
_WORD = re.compile(
    rf"[wW]/[oO]\b|{_NUMBER}"  # 12 500 and 12,500 are one word
    rf"|\d+(?:[.,\u066b]\d+)?(?![^\W_])"
    rf"|[a-zA-Z]+[nN][{_APOSTROPHES}][tT]\b"  # don't
    rf"|(?:[^\W_]|[{_MARKS}])+"
    r"|[%\u066a]"
)
_ALIKE = str.maketrans(
    {
        "ة": "ه", "ى": "ي", "ی": "ي", "ء": None, "ـ": None, "ٱ": "ا", "ک": "ك",
        "ı": "i", "œ": "oe", "æ": "ae", "٪": "%",
    }
)  # fmt: skip
_ELIDED = frozenset(["l", "d", "j", "m", "s", "c", "t", "qu"])
_GROUPS = re.compile(r"(?<=\d)[ \u00a0\u202f.,\u066c'\u2019](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands: ``text[start:end]``, and what it is compared as."""

    folded: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in their order; never empty ones."""
    found = (Word(folded(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))
    return tuple(word for word in found if word.folded and not _elided(word, text))


def _elided(word: Word, text: str) -> bool:
    """Whether it is what is left of a word at an apostrophe; plan C has none and is no plan D."""
    beside = text[word.end : word.end + 1], text[max(0, word.start - 1) : word.start]
    return word.folded in _ELIDED and any(c and c in _APOSTROPHES for c in beside)


@lru_cache(maxsize=50_000)
def folded(written: str) -> str:
    """One word as words are compared: the same for every way of writing the same letters."""
    decomposed = unicodedata.normalize("NFKD", written.casefold()).translate(_ALIKE)
    plain = "".join(_plain(c) for c in decomposed)
    if plain[:1].isdigit():
        return _GROUPS.sub("", plain).replace("\u066b", ".").replace(",", ".")
    return "".join(c for c in plain if c not in _APOSTROPHES)


def _plain(character: str) -> str:
    if unicodedata.category(character) == "Mn":
        return ""
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)
