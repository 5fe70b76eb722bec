"""Finds phrases of a table in a row of words, the longest first; must not know what they mean."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from discussion.domain.likeness.words import words

Form = Callable[[str, str], str]  # a folded word and its language -> what is compared

LANGUAGES = ("en", "fr", "ar")  # the order of the parts of a row


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its name and its forms as (language, words)."""

    name: str
    common: bool
    forms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of the table in a row of words: ``words[start:end]`` means ``name``."""

    name: str
    start: int
    end: int


class Phrases:
    """Names by their forms; ``form`` says how a word is compared, ``skipped`` words count for none.

    The same form in two rows belongs to the first row.
    """

    def __init__(
        self, rows: Iterable[Row], form: Form, *, skipped: frozenset[str] = frozenset()
    ) -> None:
        self._form = form
        self._skipped = skipped
        self._names: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}
        for row in rows:
            for language, phrase in row.forms:
                self._add(row.name, self._compared(phrase, language))

    def _compared(self, phrase: str, language: str) -> tuple[str, ...]:
        plain = (word.folded for word in words(phrase))
        return tuple(self._form(word, language) for word in plain if word not in self._skipped)

    def _add(self, name: str, key: tuple[str, ...]) -> None:
        if key:
            self._names.setdefault(key, name)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def find(self, compared: Sequence[str]) -> Iterator[Found]:
        """The phrases in words that are already in their compared form; none overlap."""
        at = 0
        while at < len(compared):
            longest = self._longest.get(compared[at], 0)
            for length in range(min(longest, len(compared) - at), 0, -1):
                name = self._names.get(tuple(compared[at : at + length]))
                if name is not None:
                    yield Found(name, at, at + length)
                    at += length
                    break
            else:
                at += 1

    def __contains__(self, compared: str) -> bool:
        return compared in self._longest


@lru_cache(maxsize=16)
def rows(table: str) -> tuple[Row, ...]:
    """The rows of a table of words (``terms``): ``name: English / French / Arabic``."""
    joined = re.sub(r"\n\s+", " ", table.strip())
    return tuple(_row(line) for line in joined.splitlines())


def _row(line: str) -> Row:
    name, _, parts = line.partition(":")
    forms = tuple(
        (language, form.strip())
        for language, part in zip(LANGUAGES, re.split(r"(?:^|\s)/(?:\s|$)", parts), strict=True)
        for form in part.split(",")
        if form.strip()
    )
    return Row(name.removeprefix("*"), name.startswith("*"), forms)


def by_name(table: str) -> Mapping[str, Row]:
    """The same rows by their names."""
    return {row.name: row for row in rows(table)}
