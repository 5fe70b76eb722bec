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
        self._vectors = {
            text: {row: n * log(len(rows) / among[row]) for row, n in counts.items()}
            for text, counts in rows.items()
        }

    def score(self, one: str, other: str) -> float:
        """The cosine of two texts of the collection."""
        first, second = self._vectors[one], self._vectors[other]
        dot = sum(weight * second.get(row, 0.0) for row, weight in first.items())
        return dot / (_length(first) * _length(second) or 1.0)


def _rows(text: str) -> Iterable[str]:
    plain = f" {' '.join(word.folded for word in words(text))} "
    return (plain[i : i + n] for n in LETTERS for i in range(len(plain) - n + 1))


def _length(vector: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in vector.values()))
