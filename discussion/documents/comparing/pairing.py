"""Which changed paragraphs are one and the same, in order; it must not know documents."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from discussion.documents.comparing.lines import likeness
from discussion.documents.comparing.sequences import Pairs, gaps, rising

BY_WORDS = 0.5
"""The share of words two must have in common to be one, where nothing else says so."""

BY_ANCHOR = 0.3
"""Where they stand under one anchor, which may have been another's before."""

BY_KEY = 0.15
"""Where they are known to be one; below, they read better as one gone and one new."""

MOST_COMPARED = 10_000  # pairs between two certain ones that are compared by their words


@dataclass(frozen=True)
class Known:
    """What a paragraph is found again by; two of another shape are never one."""

    shape: object
    anchor: str
    keys: tuple[str, ...]
    words: frozenset[str]


def paired(old: Sequence[Known], new: Sequence[Known]) -> Pairs:
    """The places of those that are one, both rising."""
    pairs: Pairs = []
    for before, after, pair in gaps(_by_key(old, new), len(old), len(new)):
        many = len(before) * len(after) > MOST_COMPARED
        pairs += (_by_anchor if many else _by_likeness)(old, new, before, after)
        pairs += [pair] if pair else []
    return pairs


def _by_key(old: Sequence[Known], new: Sequence[Known]) -> Pairs:
    told = [(key, i) for i, one in enumerate(old) for key in one.keys]
    told_new = [(key, j) for j, one in enumerate(new) for key in one.keys]
    whole = range(len(told)), range(len(told_new))
    single = _single([key for key, _ in told], [key for key, _ in told_new], *whole)
    found: dict[int, int] = {}
    for a, b in single:
        i, j = told[a][1], told_new[b][1]
        if old[i].shape == new[j].shape and likeness(old[i].words, new[j].words) >= BY_KEY:
            found.setdefault(i, j)
    return rising(sorted(found.items()))


def _by_anchor(old: Sequence[Known], new: Sequence[Known], before: range, after: range) -> Pairs:
    """Where there are too many to compare each with each."""
    pairs = _single([one.anchor for one in old], [one.anchor for one in new], before, after)
    return rising([(i, j) for i, j in pairs if _worth(old[i], new[j])])


def _single(old: Sequence[object], new: Sequence[object], before: range, after: range) -> Pairs:
    """The places of equal values that stand once on either side and are not empty."""
    times, times_new = Counter(old[i] for i in before), Counter(new[j] for j in after)
    places = {new[j]: j for j in after if new[j] and times_new[new[j]] == 1}
    return [(i, places[old[i]]) for i in before if times[old[i]] == 1 and old[i] in places]


def _by_likeness(old: Sequence[Known], new: Sequence[Known], before: range, after: range) -> Pairs:
    """The pairs that have most in common all together, each alike enough."""
    worth = [[_worth(old[i], new[j]) for j in after] for i in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            both = worth[i][j] + best[i + 1][j + 1] if worth[i][j] else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(before) and j < len(after):
        if worth[i][j] and best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            pairs.append((before[i], after[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _worth(one: Known, other: Known) -> float:
    """0 for two that are not one."""
    if one.shape != other.shape:
        return 0.0
    alike, same_place = likeness(one.words, other.words), one.anchor == other.anchor
    return alike if alike >= (BY_ANCHOR if same_place else BY_WORDS) else 0.0
