"""Whether a text contains the words searched for, whatever their form; must not rank.

A text is prepared once as its words, stems and terms in a row; a search looks for some of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from discussion.domain.likeness.reading import LONG, PREFIXES, SMALL, Reading, read, read_as
from discussion.domain.likeness.stems import stem

_LEAST = 2  # letters that may begin a word: one letter begins too many


@dataclass(frozen=True, slots=True)
class Sought:
    """A search: of each of its words one of several forms must be there."""

    forms: tuple[tuple[str, ...], ...]

    def is_in(self, searchable: str) -> bool:
        """Whether a text, prepared by ``searchable``, contains all words; a search of none does."""
        return all(any(form in searchable for form in forms) for forms in self.forms)


def searchable(text: str) -> str:
    """A text as it is searched: keep it beside the text, and make it again when that changes."""
    return f" {' '.join(sorted(set(_entries(read(text)))))} "


def sought(query: str, *, across: bool = False) -> Sought:
    """A search for all words of a query: their beginnings, their forms in the three languages.

    ``across`` also finds terms of the field by the words of the other languages. Small words count
    only when there are no others; numbers are found in digits and spelt out, and only whole.
    """
    readings = [read_as(query, language) for language in ("en", "fr")]
    row = readings[0].words
    places = [i for i, word in enumerate(row) if word.folded not in SMALL] or list(range(len(row)))
    return Sought(tuple(tuple(_forms(readings, i, across=across)) for i in places))


def _entries(reading: Reading) -> Iterator[str]:
    for word in reading.words:
        yield word.folded
        yield f"~{stem(word.folded, reading.language)}"
        if word.folded[0] in PREFIXES and len(word.folded) >= LONG:
            yield f"~{stem(word.folded[1:], reading.language)}"
    for token in reading.tokens:
        if token.name[0] in "cnp":
            yield token.name


def _forms(readings: list[Reading], at: int, *, across: bool) -> Iterator[str]:
    word = readings[0].words[at].folded
    if not word[0].isdigit():
        yield f" {word}" if len(word) >= _LEAST else f" {word} "
        yield from dict.fromkeys(f" ~{stem(word, reading.language)} " for reading in readings)
    else:
        yield f" {word} "
    for reading in readings:
        for token in reading.tokens:
            named = token.name[0] in "np" or across and token.name[0] == "c"
            if named and token.start <= at < token.end:
                yield f" {token.name} "


def contains(text: str, query: str, *, across: bool = False) -> bool:
    """Whether a text contains the words of a query (``sought``); for one text at a time."""
    return sought(query, across=across).is_in(searchable(text))
