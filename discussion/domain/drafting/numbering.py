"""Numbers of operative paragraphs that stay put once people hold them; it must not know texts.

A number that was circulated is a name: nobody else ever gets it, and its paragraph keeps it
wherever it goes. What comes later is "7 bis"; only the final text counts anew.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

Numbers = Mapping[str, str]
"""By what a paragraph is known by: its number as it is printed, ``7`` or ``7 bis``."""

_AFTER = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_BEFORE_ALL = "ante"  # before paragraph 1: "1 ante", "1 ante bis"
_NUMBER = re.compile(r"([1-9]\d{0,5})(?: ([a-z0-9 ]{1,40}))?")


@dataclass(frozen=True)
class Number:
    """A paragraph's number: 7, or 7 with ``bis``."""

    number: int
    suffix: str = ""

    def __str__(self) -> str:
        return f"{self.number} {self.suffix}".rstrip()


@dataclass(frozen=True)
class Renumbered:
    """A line of a concordance: numbers before and now; "" where there is none."""

    before: str
    now: str

    @property
    def what(self) -> Literal["same", "renumbered", "new", "deleted"]:
        """What became of the paragraph."""
        if not self.before:
            return "new"
        if not self.now:
            return "deleted"
        return "same" if self.before == self.now else "renumbered"


def numbered(paragraphs: Sequence[Collection[str]], frozen: Numbers) -> tuple[Number, ...]:
    """The numbers of paragraphs as they follow each other; each is known by one name or several.

    Without a frozen number they are counted through. With some, what has none follows the
    paragraph it stands behind: ``7 bis``, ``7 ter``; behind the last one counting goes on.
    """
    held = [_held(names, frozen) for names in paragraphs]
    taken = {str(number) for number in _all(frozen)}
    last = max((number.number for number in _all(frozen)), default=0)
    behind = max((place for place, number in enumerate(held) if number), default=-1)
    numbers: list[Number] = []
    base: Number | None = None
    for place, number in enumerate(held):
        if number is None and place > behind:
            last += 1
            number = Number(last)
        elif number is None:
            number = next(one for one in _below(base) if str(one) not in taken)
        else:
            base = number
        taken.add(str(number))
        numbers.append(number)
    return tuple(numbers)


def concordance(before: Numbers, now: Numbers) -> tuple[Renumbered, ...]:
    """Old number and new of every paragraph of either, in the order of now.

    What is gone stands behind what it stood behind before.
    """
    following: dict[str, list[Renumbered]] = {"": []}
    last = ""
    for name, number in before.items():
        if name in now:
            last = name
        else:
            following.setdefault(last, []).append(Renumbered(number, ""))
    lines = following[""]
    for name, number in now.items():
        lines = [*lines, Renumbered(before.get(name, ""), number), *following.get(name, ())]
    return tuple(lines)


def _held(names: Collection[str], frozen: Numbers) -> Number | None:
    told = next((frozen[name] for name in names if name in frozen), None)
    return _read(told) if told is not None else None


def _all(frozen: Numbers) -> Iterator[Number]:
    yield from filter(None, map(_read, frozen.values()))


def _read(told: str) -> Number | None:
    found = _NUMBER.fullmatch(told)
    return Number(int(found[1]), found[2] or "") if found else None


def _below(base: Number | None) -> Iterator[Number]:
    """The numbers that may follow a paragraph, the nearest first."""
    if base is None:
        yield Number(1, _BEFORE_ALL)
        yield from (Number(1, f"{_BEFORE_ALL} {word}") for word in _suffixes())
        return
    before = base.suffix.startswith(_BEFORE_ALL)
    yield from (Number(base.number, f"{_BEFORE_ALL} {w}" if before else w) for w in _suffixes())


def _suffixes() -> Iterator[str]:
    """Latin as far as people count in it, then numbers."""
    yield from _AFTER
    yield from (str(number) for number in count(len(_AFTER) + 2))
