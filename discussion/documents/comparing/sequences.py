"""Which values of two sequences go together, in order; it must not know what they stand for.

The shortest way from one to the other (Myers, 1986) as long as it is short; beyond, values that
stand once on either side hold the rest apart, so that nothing takes more than a moment.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

Pairs = list[tuple[int, int]]

MOST_STEPS = 250  # insertions and deletions on the shortest way; its cost is their square


def matching(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """Places of equal values, one of each sequence, both rising."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end, most = 0, most - start
    while end < most and old[-1 - end] == new[-1 - end]:
        end += 1
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end])
    return [
        *((place, place) for place in range(start)),
        *((i + start, j + start) for i, j in middle),
        *((len(old) - back, len(new) - back) for back in range(end, 0, -1)),
    ]


def rising(pairs: Pairs) -> Pairs:
    """The most of these pairs of which both places rise; the first places rise already."""
    ends: list[int] = []  # the lowest second place a run of that length can end with
    runs: list[int] = []  # and which pair that is
    before: list[int | None] = []
    for index, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        before.append(runs[length - 1] if length else None)
        ends[length:] = [j, *ends[length + 1 :]]
        runs[length:] = [index, *runs[length + 1 :]]
    chosen = []
    last = runs[-1] if runs else None
    while last is not None:
        chosen.append(pairs[last])
        last = before[last]
    return chosen[::-1]


def gaps(pairs: Pairs, old: int, new: int) -> Iterator[tuple[range, range, tuple[int, int] | None]]:
    """What stands before each pair on either side, and the pair; None behind the last one."""
    i = j = 0
    for pair in pairs:
        yield range(i, pair[0]), range(j, pair[1]), pair
        i, j = pair[0] + 1, pair[1] + 1
    yield range(i, old), range(j, new), None


def _middle(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    if not old or not new:
        return []
    shortest = _shortest(old, new)
    return _between_single_ones(old, new) if shortest is None else shortest


def _shortest(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs | None:
    """The pairs on a shortest way, or None where it is longer than ``MOST_STEPS``."""
    reached = {1: 0}  # on each diagonal i - j, the furthest i
    history = []
    for steps in range(min(MOST_STEPS, len(old) + len(new)) + 1):
        history.append(reached.copy())
        for diagonal in range(-steps, steps + 1, 2):
            down = diagonal == -steps or (
                diagonal != steps and reached[diagonal - 1] < reached[diagonal + 1]
            )
            i = reached[diagonal + 1] if down else reached[diagonal - 1] + 1
            j = i - diagonal
            while i < len(old) and j < len(new) and old[i] == new[j]:
                i, j = i + 1, j + 1
            reached[diagonal] = i
            if i >= len(old) and j >= len(new):
                return _walked_back(history, len(old), len(new))
    return None


def _walked_back(history: list[dict[int, int]], i: int, j: int) -> Pairs:
    pairs = []
    for steps in range(len(history) - 1, 0, -1):
        reached, diagonal = history[steps], i - j
        down = diagonal == -steps or (
            diagonal != steps and reached[diagonal - 1] < reached[diagonal + 1]
        )
        before = diagonal + 1 if down else diagonal - 1
        began = reached[before] if down else reached[before] + 1
        while i > began:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        i = reached[before]
        j = i - before
    pairs += [(i - back, j - back) for back in range(1, min(i, j) + 1)]
    return pairs[::-1]


def _between_single_ones(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    counted, counted_new = Counter(old), Counter(new)
    place = {value: j for j, value in enumerate(new) if counted_new[value] == 1}
    single = [(i, place[v]) for i, v in enumerate(old) if counted[v] == 1 and v in place]
    pairs = []
    for before, after, pair in gaps(rising(single), len(old), len(new)) if single else ():
        i, j = before.start, after.start
        inner = matching(old[i : before.stop], new[j : after.stop])
        pairs += [(i + a, j + b) for a, b in inner] + ([pair] if pair else [])
    return pairs
