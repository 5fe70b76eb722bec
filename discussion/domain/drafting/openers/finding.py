"""Finds the opening words at the start of a paragraph; it must not know the markup.

What says that an opener is used again ("also", "également") may stand before them, after their
first word or after the last one.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from discussion.domain.drafting.openers.again import AGAIN, said_again
from discussion.domain.drafting.openers.table import LANGUAGES, OPENERS, Opener, Part, openers

Form = Literal["words", "third", "past"]

_FORMS: tuple[Form, ...] = ("words", "third", "past")
_MARKS = "\u0640\u064b-\u0652\u0670"  # that may stand on an Arabic letter
_WORD = re.compile(rf"en outre\b|(?:[^\W_]|[{_MARKS}])+", re.IGNORECASE)
_SUBJECTS = {
    "en": r"we|the (?:workshop|meeting|conference|seminar|symposium|chair)|(?:the )?participants",
    "fr": r"nous|(?:les )?participants|l['’]atelier|la (?:réunion|conférence|présidence)"
    r"|le (?:séminaire|symposium|président)",
    "ar": r"نحن|(?:إن )?(?:ورشة العمل|الندوة|المؤتمر|الاجتماع)",
}
_SUBJECT = {
    language: re.compile(rf"(?:{words})\b,?\s+", re.IGNORECASE)
    for language, words in _SUBJECTS.items()
}
_SPELLING = re.compile(r"\b(recogni|authori|emphasi|reali)s(?=e|i)")
_AND = "و"  # one with the Arabic word after it


@dataclass(frozen=True)
class Opening:
    """The opener a text begins with, how it stands there, and from where to where."""

    opener: Opener
    form: Form
    again: int  # 0, or 1 for "also", 2 for "further"
    start: int
    end: int


def opening_of(words: str, part: Part, language: str = "en") -> Opening | None:
    """What a paragraph's plain words open with, or None when the table does not know it."""
    if language not in LANGUAGES:
        return None
    lead = len(words) - len(words.lstrip())
    subject = _SUBJECT[language].match(words, lead)
    starts = (lead, subject.end()) if subject else (lead,)  # "Nous félicitons" is itself an opener
    found = (_opening_at(start, words, part, language) for start in starts)
    return next(filter(None, found), None)


def in_form(opener: Opener, form: Form, again: int = 0) -> str:
    """The opener in one of its forms; "Takes note also of", "were also aware of"."""
    return said_again(getattr(opener, form), again, opener.language)


def _opening_at(start: int, words: str, part: Part, language: str) -> Opening | None:
    found = list(_WORD.finditer(words, start, start + _LONGEST))
    times = {_folded(word): n for n, word in enumerate(AGAIN[language], 1)}
    again, kept = 0, list[re.Match[str]]()
    taken = {}  # number of words of an opener -> where they end, and whether they said it again
    for match in found:
        if _folded(match.group()) in times and not again:
            again = times[_folded(match.group())]
        else:
            kept.append(match)
        taken[len(kept)] = (match.end(), again)
    spoken = [_folded(match.group()) for match in kept]
    for length in range(len(spoken), 0, -1):
        known = _known_as(" ".join(spoken[:length]), part, language)
        if known:
            end, said = taken[length]
            return Opening(*known, again=said, start=found[0].start(), end=end)
    return None


def _known_as(spoken: str, part: Part, language: str) -> tuple[Opener, Form] | None:
    known = _KNOWN[language, part]
    if language == "ar" and spoken not in known:
        return known.get(spoken.removeprefix(_AND))
    return known.get(spoken)


def _folded(word: str) -> str:
    """As words are compared: without case, accents and Arabic marks, spelt with -ize."""
    small = word.casefold()
    if not small.isascii():
        decomposed = unicodedata.normalize("NFKD", small)
        small = "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Lm"))
    return _SPELLING.sub(r"\1z", small)


def _known(part: Part, language: str) -> dict[str, tuple[Opener, Form]]:
    """Every form of every opener; where two are spelt alike the stronger one, met first, wins."""
    known: dict[str, tuple[Opener, Form]] = {}
    for form in _FORMS:
        for opener in openers(part, language):
            spoken = " ".join(map(_folded, _WORD.findall(getattr(opener, form))))
            known.setdefault(spoken, (opener, form))
    return known


_LONGEST = max(len(opener.past) for opener in OPENERS) + len(" further ") + 8  # characters
_PARTS: tuple[Part, ...] = ("preamble", "operative")
_KNOWN = {(language, part): _known(part, language) for language in LANGUAGES for part in _PARTS}
