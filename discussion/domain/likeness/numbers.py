"""Numbers in a row of folded words, in digits or spelt out; must not know what they count."""

from collections.abc import Iterator, Sequence

from discussion.domain.likeness.phrases import Found
from discussion.domain.likeness.terms.small import HALF, ONES, TIMES
from discussion.domain.likeness.words import folded

_ONES = {folded(word): value for value, spelt in ONES.items() for word in spelt.split()}
_TIMES = {
    folded(word): value or 1_000_000 for value, spelt in TIMES.items() for word in spelt.split()
}
_AND = frozenset({"and", "et", "و"})
_SCORE = (4, 20)  # quatre-vingt


def numbers(row: Sequence[str]) -> Iterator[Found]:
    """The numbers, named by their value: ``30`` for "30", "thirty", "trente" and "ثلاثين".

    One is no number: "a", "one" and "1" are written for each other.
    """
    at = 0
    while at < len(row):
        value, end = _read(row, at)
        if end == at:
            at += 1
            continue
        if value != 1:
            yield Found(f"{value:.10g}", at, end)
        at = end


def _read(row: Sequence[str], at: int) -> tuple[float, int]:
    """The number that begins at a word, and where it ends: at the same word when it is none."""
    if row[at] in HALF:
        return 0.5, at + 1
    total = current = 0.0
    end = at
    for i in range(at, len(row)):
        word = row[i]
        if word in _AND and current and i + 1 < len(row) and _goes_on(row[i + 1], current):
            continue
        times = _times(word)
        if times and (i == at or end == i):
            current = max(current, 1) * times
            total, current = (total + current, 0) if times > 100 else (total, current)
        elif (one := _one(word)) and _fits(word, one, current, first=i == at):
            current = 80 if (current, one) == _SCORE else current + one
        else:
            break
        end = i + 1
    return total + current, end


def _one(word: str) -> float:
    if word[0].isdigit():
        try:
            return float(word)
        except ValueError:  # G20, 2nd
            return 0
    bare = word.removeprefix("و").removeprefix("ال")
    return _ONES.get(word) or _ONES.get(bare, 0)


def _times(word: str) -> int:
    return _TIMES.get(word) or _TIMES.get(word.removeprefix("و"), 0)


def _fits(word: str, one: float, current: float, *, first: bool) -> bool:
    """Whether a number goes on with this word: "twenty five", not "two three"."""
    if first or (current, one) == _SCORE:
        return True
    if word[0].isdigit():
        return False
    if word.startswith("و"):  # five-and-twenty
        return one >= 20 and current < 10 or one < 10 <= current
    return bool(current) and current % 10 == 0 and one < 20


def _goes_on(word: str, current: float) -> bool:
    return current >= 20 and current % 10 == 0 and 0 < _ONES.get(word, 0) < 100
