"""A paragraph's words as somebody reads them, each with its place in the typed text.

It must not judge them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discussion.domain.drafting.markup.parsing import ESCAPED, parse
from discussion.domain.drafting.markup.pieces import (
    Bracket,
    Count,
    Emphasis,
    Markup,
    Piece,
    Words,
    brackets_in,
)

_CHARACTER = re.compile(rf"{ESCAPED.pattern}|.", re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """Words without their signs; ``places[i]`` is where character ``i`` was typed."""

    words: str
    places: tuple[int, ...]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the shown words begins and ends in the typed text."""
        if not self.places:
            return 0, 0
        if start >= len(self.places):
            return self.places[-1] + 1, self.places[-1] + 1
        return self.places[start], self.places[max(start, end - 1)] + 1


def shown(markup: Markup, *, first_only: bool = False) -> Shown:
    """All words, alternatives divided by a bar; ``first_only``: the first reading of each bracket.

    Names in braces are no words of the text.
    """
    characters = tuple(_characters(markup.pieces, first_only=first_only))
    return Shown("".join(c for c, _ in characters), tuple(place for _, place in characters))


def plain_words(text: str) -> str:
    """The words of a typed text with the first reading of each bracket."""
    return shown(parse(text), first_only=True).words


def count(markup: Markup) -> Count:
    """How much of a text is open, and its length in words."""
    found = tuple(brackets_in(markup.pieces))
    named = [
        {who for stand in bracket.attribution.stands for who in stand.who}
        for bracket in found
        if bracket.attribution
    ]
    return Count(
        brackets=len(found),
        alternatives=sum(len(bracket.alternatives) > 1 for bracket in found),
        objections=sum(map(len, named)),
        words=sum(any(c.isalnum() for c in word) for word in shown(markup).words.split()),
    )


def _characters(pieces: tuple[Piece, ...], *, first_only: bool) -> Iterator[tuple[str, int]]:
    for piece in pieces:
        match piece:
            case Words():
                yield from _placed(piece)
            case Emphasis(content=content):
                yield from _characters(content, first_only=first_only)
            case Bracket(alternatives=alternatives):
                offered = alternatives[:1] if first_only else alternatives
                for number, alternative in enumerate(offered):
                    if number:
                        yield from ((sign, alternative.start - 1) for sign in " | ")
                    yield from _characters(alternative.content, first_only=first_only)


def _placed(piece: Words) -> Iterator[tuple[str, int]]:
    """Each shown character with its place; an escaped one stands behind its backslash."""
    for part in _CHARACTER.finditer(piece.written if piece.words else ""):
        yield part.group()[-1], piece.start + part.end() - 1
