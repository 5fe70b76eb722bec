"""The tables of opening words as values, and their forms; it must not know any paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from discussion.domain.drafting.openers import arabic, english, french

Part = Literal["preamble", "operative"]

LANGUAGES = ("en", "fr", "ar")
"""The languages whose opening words are known."""

_COLUMNS = re.compile(r"\s{2,}")
_HISSES = ("s", "sh", "ch", "x")


@dataclass(frozen=True)
class Opener:
    """Words that open a paragraph, in each form, and how strongly they bind."""

    part: Part
    words: str  # "Noting with concern"; after "We": "Recommend"
    third: str  # after "The Workshop": "Recommends"; the English preamble has one form only
    past: str  # after "Participants": "recommended"; in Arabic with its subject
    attitude: str
    force: int = 0  # 0 (stating) to 5 (deciding)
    needs_addressee: bool = False
    offered: bool = True  # False: known, but too strong for a workshop of experts
    softer: str = ""  # the next gentler opener that takes the same words after it
    language: str = "en"


def openers(part: Part, language: str = "en") -> tuple[Opener, ...]:
    """Every opener of one part in a language, in the table's order; none where none are known."""
    return tuple(o for o in OPENERS if o.part == part and o.language == language)


def opener_named(part: Part, words: str, language: str = "en") -> Opener:
    """The opener with those words; raises KeyError when the table has none."""
    return _NAMED[language, part, words]


def _preamble() -> Iterator[Opener]:
    for attitude, words, past in _rows(english.PREAMBLE):
        yield Opener("preamble", words, words, past, attitude)
    for language, table in (("fr", french.PREAMBLE), ("ar", arabic.PREAMBLE)):
        for attitude, words, third, past in _rows(table):
            third = words if third == "=" else third
            yield Opener("preamble", words, third, past, attitude, language=language)


def _operative() -> Iterator[Opener]:
    for force, attitude, words, past, *softer in _rows(english.OPERATIVE):
        yield _of_force(force, attitude, words, _third(words), past, *softer)
    for language, table in (("fr", french.OPERATIVE), ("ar", arabic.OPERATIVE)):
        for row in _rows(table):
            yield _of_force(*row, language=language)


def _of_force(
    force: str,
    attitude: str,
    words: str,
    third: str,
    past: str,
    softer: str = "",
    *,
    language: str = "en",
) -> Opener:
    return Opener(
        part="operative",
        words=words,
        third=third,
        past=past,
        attitude=attitude,
        force=int(force[0]),
        needs_addressee="@" in force,
        offered="!" not in force,
        softer=softer,
        language=language,
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

_NAMED = {(opener.language, opener.part, opener.words): opener for opener in OPENERS}
