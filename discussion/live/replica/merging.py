"""Merging a text three ways, word by word; must not know who changed it or why.

The same functions stand in static/js/live/merging.js.
"""

import re

from discussion.live.changes import Change, diff, normalise

_TOKENS = re.compile("[ \t\n]+|[^ \t\n]+")
_SPACES = " \t\n"
_TABLE_LIMIT = 1_000_000  # cells; beyond, a stretch counts as rewritten as a whole

Hunk = tuple[int, int, list[str]]  # tokens from, to, and what stands there instead


def merge_texts(base: str, mine: str, theirs: str) -> tuple[str, bool]:
    """Both sides' changes to ``base``, and whether they went together cleanly.

    Where they do not, both readings are kept as alternatives, ``[theirs | mine]``; where one
    side deleted what the other rewrote, the words stay.
    """
    tokens = _TOKENS.findall(base)
    sides = (_hunks(tokens, _TOKENS.findall(theirs)), _hunks(tokens, _TOKENS.findall(mine)))
    queue = sorted((hunk[0], hunk[1], side, hunk) for side in (0, 1) for hunk in sides[side])
    merged: list[str] = []
    clean, place = True, 0
    while queue:
        low, high, side, hunk = queue.pop(0)
        group: tuple[list[Hunk], list[Hunk]] = ([], [])
        group[side].append(hunk)
        while queue and (queue[0][0] < high or queue[0][:2] == (low, high)):
            _, end, side, hunk = queue.pop(0)
            group[side].append(hunk)
            high = max(high, end)
        merged += tokens[place:low]
        reading, agreed = _reading(tokens, low, high, group)
        merged.append(reading)
        clean, place = clean and agreed, high
    return "".join(merged + tokens[place:]), clean


def _reading(
    tokens: list[str], low: int, high: int, group: tuple[list[Hunk], list[Hunk]]
) -> tuple[str, bool]:
    theirs, mine = (_applied(tokens, low, high, hunks) for hunks in group)
    if not group[0] or not group[1] or theirs == mine:
        return (theirs if group[0] else mine), True
    if low == high:
        apart = "" if theirs[-1] in _SPACES or mine[0] in _SPACES else " "
        return theirs + apart + mine, True
    if not theirs.strip(_SPACES) or not mine.strip(_SPACES):
        return (theirs if theirs.strip(_SPACES) else mine), False
    return f"[{theirs} | {mine}]", False


def _applied(tokens: list[str], low: int, high: int, hunks: list[Hunk]) -> str:
    words: list[str] = []
    for start, end, instead in hunks:
        words += tokens[low:start] + instead
        low = end
    return "".join(words + tokens[low:high])


def change_by_words(before: str, after: str) -> Change:
    """The change from one text to another, word by word, so that others' edits between fit in."""
    tokens = _TOKENS.findall(before)
    change: Change = []
    place = 0
    for start, end, instead in _hunks(tokens, _TOKENS.findall(after)):
        kept, gone = "".join(tokens[place:start]), "".join(tokens[start:end])
        inner = diff(gone, "".join(instead))
        spanned = sum(abs(part) for part in inner if isinstance(part, int))
        change += [len(kept), *inner, len(gone) - spanned]
        place = end
    return normalise(change)


def _hunks(old: list[str], new: list[str]) -> list[Hunk]:
    """Where ``new`` differs from ``old``; a lone space between two differences joins them."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    inner = _differences(old[start : len(old) - end], new[start : len(new) - end])
    hunks: list[Hunk] = []
    for low, high, instead in ((low + start, high + start, words) for low, high, words in inner):
        if hunks and low - hunks[-1][1] == 1 and old[low - 1][0] in _SPACES:
            begun, last, words = hunks.pop()
            low, instead = begun, words + old[last:low] + instead
        hunks.append((low, high, instead))
    return hunks


def _differences(old: list[str], new: list[str]) -> list[Hunk]:
    """Hunks around a longest common subsequence."""
    if not old or not new or len(old) * len(new) > _TABLE_LIMIT:
        return [(0, len(old), new)] if old or new else []
    common = _table(old, new)
    hunks: list[Hunk] = []
    i = j = begun_i = begun_j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            if i > begun_i or j > begun_j:
                hunks.append((begun_i, i, new[begun_j:j]))
            i, j = i + 1, j + 1
            begun_i, begun_j = i, j
        elif j == len(new) or (i < len(old) and common[i + 1][j] >= common[i][j + 1]):
            i += 1
        else:
            j += 1
    if i > begun_i or j > begun_j:
        hunks.append((begun_i, i, new[begun_j:j]))
    return hunks


def _table(old: list[str], new: list[str]) -> list[list[int]]:
    """For each pair of places, how many tokens the rests have in common, in order."""
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below, token = table[i], table[i + 1], old[i]
        for j in range(len(new) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if token == new[j] else max(below[j], row[j + 1])
    return table
