"""Stretches of a text by the way they run; it must not know languages or file formats.

A word processor needs each stretch marked for itself, else it sets Arabic in the Latin font.
"""

import unicodedata
from collections.abc import Iterator

from discussion.documents.tree import Direction, Inline, plain
from discussion.domain.languages import direction_of

_RIGHT = frozenset({"R", "AL"})


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is a right-to-left one."""
    return direction_of(text) == "rtl"


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of one direction, as (words, right to left); joined they are the text again.

    Spaces, digits and signs stay with the letters before them, except signs that open a word.
    """
    if not text or text.isascii():
        yield from ((text, False),) if text else ()
        return
    start, current = 0, runs_right_to_left(text)
    for place, character in enumerate(text):
        kind = unicodedata.bidirectional(character)
        if kind not in _RIGHT and kind != "L":
            continue
        if (kind in _RIGHT) is not current:
            edge = _edge(text, start, place)
            yield text[start:edge], current
            start, current = edge, kind in _RIGHT
    yield text[start:], current


def _edge(text: str, start: int, place: int) -> int:
    """Where one stretch ends before ``place``: signs that open a word go with that word."""
    while place - 1 > start and unicodedata.category(text[place - 1]) in ("Ps", "Pi"):
        place -= 1
    return place


FEW = 3  # words


def cell_direction(content: tuple[Inline, ...], page: Direction) -> Direction:
    """How a cell of a table runs: a number, a reference or a name as its page does."""
    words = plain(content)
    if len(words.split()) <= FEW:
        return page
    return block_direction(content)


def block_direction(content: tuple[Inline, ...], given: Direction | None = None) -> Direction:
    """How a block runs: as it was told, else as its first letter does."""
    if given is not None:
        return given
    return "rtl" if runs_right_to_left(plain(content)) else "ltr"
