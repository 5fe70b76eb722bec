"""Keeps together the texts that say the same, so that one may stand for all; must not score.

Stricter than a suggestion, since what stands under another text is not read at once: nothing may
have been found to tell the two apart, and their small words are the same, but for articles.
"""

from collections.abc import Callable

from discussion.domain.likeness.differences import alterations
from discussion.domain.likeness.reading import ARTICLES, SMALL, Reading

TEXTS_COMPARED = 30  # different ones with the same words; hostile tables could write thousands

Group = tuple[str, ...]


class Folds:
    """Ids of texts by what they say; ``read`` gives the reading of one that is held."""

    def __init__(self, read: Callable[[str], Reading]) -> None:
        self._read = read
        self._keys: dict[str, int] = {}
        self._alike: dict[int, set[str]] = {}  # by the key of their words
        self._groups: dict[int, tuple[Group, ...]] = {}  # of those worked out

    def put(self, id: str, reading: Reading) -> None:
        """Adds a text or replaces it."""
        self.drop(id)
        if reading.tokens:  # a text of small words alone says nothing that could be the same
            key = self._keys[id] = hash(_said(reading))
            self._alike.setdefault(key, set()).add(id)
            self._groups.pop(key, None)

    def drop(self, id: str) -> None:
        """Forgets a text without a trace; an unknown one is no error."""
        key = self._keys.pop(id, None)
        if key is None:
            return
        self._groups.pop(key, None)
        self._alike[key].discard(id)
        if not self._alike[key]:
            del self._alike[key]

    def groups(self) -> tuple[Group, ...]:
        """Texts that say the same, two or more in a group, any two of which nothing tells apart."""
        for key, ids in self._alike.items():
            if len(ids) > 1 and key not in self._groups:
                self._groups[key] = tuple(self._grouped(sorted(ids)))
        return tuple(sorted(group for groups in self._groups.values() for group in groups))

    def _grouped(self, ids: list[str]) -> list[Group]:
        """Each text joins the first group with all of whose texts it says the same."""
        readings: dict[Reading, list[str]] = {}
        for id in ids:
            readings.setdefault(self._read(id), []).append(id)
        groups: list[list[Reading]] = []
        for reading in list(readings)[:TEXTS_COMPARED]:
            for group in groups:
                if not any(alterations(other, reading) for other in group):
                    group.append(reading)
                    break
            else:
                groups.append([reading])
        found = [sorted(id for reading in group for id in readings[reading]) for group in groups]
        return [tuple(group) for group in found if len(group) > 1]


def _said(reading: Reading) -> frozenset[str]:
    """All that a text says, in no order; two that say the same say all of it."""
    small = SMALL.intersection(word.folded for word in reading.words) - ARTICLES
    return small.union(token.name for token in reading.tokens)
