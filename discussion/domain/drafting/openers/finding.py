"""Finds the opening words at the start of a paragraph; it must not know the markup.

"also" and "further" may stand before them, after their first word or after the last one.
"""

import re
from dataclasses import dataclass
from typing import Literal

from discussion.domain.drafting.openers.table import OPENERS, Opener, Part, openers

Form = Literal["words", "third", "past"]

AGAIN = ("also", "further")
"""What says that an opener is used again: the second time, and every later one."""

_FORMS: tuple[Form, ...] = ("words", "third", "past")
_WORD = re.compile(r"[^\W_]+")
_SUBJECT = re.compile(
    r"(?:(?:we|the (?:workshop|meeting|conference|seminar|symposium|chair)|(?:the )?participants)"
    r"\b,?\s+)",
    re.IGNORECASE,
)
_SPELLING = re.compile(r"\b(recogni|authori|emphasi|reali)s(?=e|i)")


@dataclass(frozen=True)
class Opening:
    """The opener a text begins with, how it stands there, and from where to where."""

    opener: Opener
    form: Form
    again: int  # 0, or 1 for "also", 2 for "further"
    start: int
    end: int


def opening_of(words: str, part: Part) -> Opening | None:
    """What a paragraph's plain words open with, or None when the table does not know it."""
    start = _after_subject(words)
    found = list(_WORD.finditer(words, start, start + _LONGEST))
    again, kept = 0, list[re.Match[str]]()
    taken = {}  # number of words of an opener -> where they end, and whether they said it again
    for match in found:
        if match.group().casefold() in AGAIN and not again:
            again = AGAIN.index(match.group().casefold()) + 1
            taken[len(kept)] = (match.end(), again)
        else:
            kept.append(match)
            taken[len(kept)] = (match.end(), again)
    spoken = [_folded(match.group()) for match in kept]
    for length in range(len(spoken), 0, -1):
        known = _KNOWN[part].get(" ".join(spoken[:length]))
        if known:
            end, times = taken[length]
            return Opening(*known, again=times, start=found[0].start(), end=end)
    return None


def repeated(opener: str, times_before: int) -> str:
    """The opener as it stands when the same one has just been used ``times_before`` times.

    The second use in a row takes "also", every later one "further" (editorial usage of
    intergovernmental texts): "Noting also with concern", "Recommend further".
    """
    if times_before == 0:
        return opener
    words = opener.split(" ")
    first = 2 if words[0] == "Strongly" or words[1:2] == ["note"] else 1
    return " ".join([*words[:first], AGAIN[min(times_before, 2) - 1], *words[first:]])


def in_form(opener: Opener, form: Form, again: int = 0) -> str:
    """The opener in one of its forms; "Takes note also of", "were also aware of"."""
    return repeated(getattr(opener, form), again)


def _after_subject(words: str) -> int:
    lead = len(words) - len(words.lstrip())
    subject = _SUBJECT.match(words, lead)
    return subject.end() if subject else lead


def _folded(word: str) -> str:
    return _SPELLING.sub(r"\1z", word.casefold())


def _known(part: Part) -> dict[str, tuple[Opener, Form]]:
    """Every form of every opener; where two are spelt alike the stronger one, met first, wins."""
    known: dict[str, tuple[Opener, Form]] = {}
    for form in _FORMS:
        for opener in openers(part):
            known.setdefault(" ".join(map(_folded, getattr(opener, form).split())), (opener, form))
    return known


_LONGEST = max(len(opener.past) for opener in OPENERS) + len(" further ") + 8  # characters
_KNOWN: dict[Part, dict[str, tuple[Opener, Form]]] = {
    "preamble": _known("preamble"),
    "operative": _known("operative"),
}
