"""The table of opening words as values, and their forms; it must not know any paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from discussion.domain.drafting.openers import english

Part = Literal["preamble", "operative"]

_COLUMNS = re.compile(r"\s{2,}")
_HISSES = ("s", "sh", "ch", "x")


@dataclass(frozen=True)
class Opener:
    """Words that open a paragraph, in each form, and how strongly they bind."""

    part: Part
    words: str  # "Noting with concern"; after "We": "Recommend"
    third: str  # after "The Workshop": "Recommends"; the preamble has one form only
    past: str  # after "Participants": "recommended"
    attitude: str
    force: int = 0  # 0 (stating) to 5 (deciding)
    needs_addressee: bool = False
    offered: bool = True  # False: known, but too strong for a workshop of experts
    softer: str = ""  # the next gentler opener that takes the same words after it


def openers(part: Part) -> tuple[Opener, ...]:
    """Every opener of one part, in the table's order."""
    return tuple(opener for opener in OPENERS if opener.part == part)


def opener_named(part: Part, words: str) -> Opener:
    """The opener with those words; raises KeyError when the table has none."""
    return _NAMED[part, words]


def _preamble() -> Iterator[Opener]:
    for attitude, words, past in _rows(english.PREAMBLE):
        yield Opener("preamble", words, words, past, attitude)


def _operative() -> Iterator[Opener]:
    for force, attitude, words, past, *softer in _rows(english.OPERATIVE):
        yield Opener(
            part="operative",
            words=words,
            third=_third(words),
            past=past,
            attitude=attitude,
            force=int(force[0]),
            needs_addressee="@" in force,
            offered="!" not in force,
            softer=softer[0] if softer else "",
        )


def _rows(table: str) -> Iterator[list[str]]:
    return (_COLUMNS.split(line) for line in table.strip().splitlines())


def _third(words: str) -> str:
    """``Strongly urges``, ``Expresses its gratitude to``."""
    adverb, verb, rest = re.fullmatch(r"(Strongly )?(\w+)(.*)", words).groups()  # type: ignore[union-attr]
    ending = "es" if verb.endswith(_HISSES) else "s"
    return f"{adverb or ''}{verb}{ending}{rest.replace(' our ', ' its ')}"


OPENERS: tuple[Opener, ...] = (*_preamble(), *_operative())
"""Every opener known: those of the preamble, then the operative ones, strongest first."""

_NAMED = {(opener.part, opener.words): opener for opener in OPENERS}
