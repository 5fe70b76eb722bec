"""The way from one text to another, word by word; it must not know what any word means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from discussion.domain.likeness.reading import Reading

_SMALL = 2  # letters of a word that is no anchor between two changes

Sort = Literal["keep", "insert", "delete"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one text as they are written in it: of both for ``keep`` (the second one's)."""

    sort: Sort
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two kept places: ``start:end`` of the first, the same of the other."""

    start: int
    end: int
    other_start: int
    other_end: int


def pieces(one: Reading, other: Reading) -> tuple[Piece, ...]:
    """The way from one text to the other, word by word; case and accents make no difference.

    Deletions come before insertions. Texts in two languages are one deletion and one insertion.
    """
    if one.language != other.language:
        kept: list[tuple[int, int]] = []
    else:
        first, second = ([word.folded for word in each.words] for each in (one, other))
        kept = _without_crumbs(common(first, second), first)
    return tuple(_pieces(one, other, kept))


def common(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence as pairs of places.

    Bits of one integer are a row of the table (Hyyrö 2004), so that hostile texts cost little.
    """
    rows = _rows(first, second)
    pairs: list[tuple[int, int]] = []
    i, j = len(first), len(second)
    while i and j:
        if rows[i] >> (j - 1) & 1:  # this word of the second adds nothing
            j -= 1
        elif not rows[i - 1] >> (j - 1) & 1:  # nor does this word of the first
            i -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _rows(first: Sequence[str], second: Sequence[str]) -> list[int]:
    """For each start of the first: a 0 at each word of the second where the length grows."""
    places: dict[str, int] = {}
    for j, word in enumerate(second):
        places[word] = places.get(word, 0) | 1 << j
    every = (1 << len(second)) - 1
    rows = [every]
    for word in first:
        row = rows[-1]
        met = row & places.get(word, 0)
        rows.append((row + met | row - met) & every)
    return rows


def _without_crumbs(kept: list[tuple[int, int]], words: Sequence[str]) -> list[tuple[int, int]]:
    """Without small words that stand alone between two changes and would only break them up."""

    def joined(n: int, step: int) -> bool:
        near = n + step
        if not 0 <= near < len(kept):
            return False
        return kept[near] == (kept[n][0] + step, kept[n][1] + step)

    return [
        pair
        for n, pair in enumerate(kept)
        if len(words[pair[0]]) > _SMALL or joined(n, 1) or joined(n, -1)
    ]


def gaps(kept: Sequence[tuple[int, int]], first: int, second: int) -> Iterator[Gap]:
    """What lies between the kept places of two sequences of these lengths."""
    i = j = 0
    for x, y in [*kept, (first, second)]:
        if i < x or j < y:
            yield Gap(i, x, j, y)
        i, j = x + 1, y + 1


def _pieces(one: Reading, other: Reading, kept: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for gap in gaps(kept, len(one.words), len(other.words)):
        if at < gap.other_start:
            yield Piece("keep", other.written(at, gap.other_start))
        if gap.start < gap.end:
            yield Piece("delete", one.written(gap.start, gap.end))
        if gap.other_start < gap.other_end:
            yield Piece("insert", other.written(gap.other_start, gap.other_end))
        at = gap.other_end
    if at < len(other.words):
        yield Piece("keep", other.written(at, len(other.words)))
