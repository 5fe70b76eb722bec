"""The usual way to find near-duplicates, to measure ours against: TF-IDF over rows of letters.

Rows of 3 to 5 letters of the folded text, weighed by how few of the texts have them; the score is
the cosine. It must not know anything of words or languages.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from math import log, sqrt

from discussion.domain.likeness.words import words

LETTERS = (3, 4, 5)


class Letters:
    """Scores pairs of texts out of a collection that is known beforehand."""

    def __init__(self, texts: Iterable[str]) -> None:
        rows = {text: Counter(_rows(text)) for text in texts}
        among = Counter(chain.from_iterable(rows.values()))
        self._weights = {row: log(len(rows) / count) for row, count in among.items()}
        self._vectors = {text: self._vector(counts) for text, counts in rows.items()}
        self._lengths = {text: _length(vector) for text, vector in self._vectors.items()}

    def score(self, one: str, other: str) -> float:
        """The cosine of two texts of the collection."""
        first, second = self._vectors[one], self._vectors[other]
        return _dot(first, second) / (self._lengths[one] * self._lengths[other] or 1.0)

    def near(self, text: str, at: float) -> list[str]:
        """Those of the collection that score as much with a text that is not of it.

        Every text is looked at: the plainest way, without an index by row.
        """
        vector = self._vector(Counter(_rows(text)))
        least = at * _length(vector)
        return [
            other
            for other, known in self._vectors.items()
            if _dot(vector, known) >= least * self._lengths[other]
        ]

    def _vector(self, counts: Mapping[str, int]) -> dict[str, float]:
        return {row: n * self._weights.get(row, 0.0) for row, n in counts.items()}


def _rows(text: str) -> Iterable[str]:
    plain = f" {' '.join(word.folded for word in words(text))} "
    return (plain[i : i + n] for n in LETTERS for i in range(len(plain) - n + 1))


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other.get(row, 0.0) for row, weight in one.items())


def _length(vector: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in vector.values()))
