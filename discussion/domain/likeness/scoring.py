"""How alike two texts are, and an index of texts by likeness; must not know what is the same.

Words, terms of the field and the letters of words are features with fixed weights, and the score
is the cosine between them. Weights do not depend on the other texts, so that a pair has the same
score at the start of the hour and at its end, in every order of arrival. Across languages only
terms, numbers, names of countries and organisations are features, and the score is the lower the
more of the two texts was not understood.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Protocol

from discussion.domain.likeness.reading import COMMON, Reading

# Both chosen on one half of the labelled pairs (python -m bench.likeness): the lowest of the best,
# since a twin that is missed costs a moderator more than a suggestion that is dismissed.
NEAR = 0.55  # score from which two texts say nearly the same
NEAR_ACROSS = 0.31  # cosine of two texts of two languages that has this score
DIGITS = 6  # of a score; sums in another order differ behind them

WEIGHTS = {"c": 1.0, "n": 0.8, "p": 0.9, "b": 0.9, "s": 0.9}
COMMON_WEIGHT = 0.6
LETTERS = 4  # in a row
LETTERS_WEIGHT = 0.5  # of a word's letters together, beside the word itself
ENOUGH = 3  # shared features without which nothing is said across languages


class Scorer(Protocol):
    """What finds texts that are alike; another one may take the place of ``Index``."""

    near: float
    """The score from which two texts say nearly the same."""

    def put(self, id: str, reading: Reading) -> None:
        """Adds a text or replaces it."""

    def drop(self, id: str) -> None:
        """Forgets a text without a trace; an unknown one is no error."""

    def like(self, reading: Reading, at_least: float) -> Iterator[tuple[str, float]]:
        """The texts at least that much like this one, with scores of 0 to 1; in no order."""


@dataclass(frozen=True, slots=True)
class _Kept:
    language: str
    names: tuple[str, ...]  # of its tokens
    length: float  # of its vector
    bridges: tuple[str, ...]  # those understood in all languages, each once
    bridge: float  # length of what is understood across languages
    understood: float  # its share


class Index:
    """Texts by likeness; every text is looked at, each with one look-up a word."""

    near = NEAR

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def put(self, id: str, reading: Reading) -> None:
        """Adds a text or replaces it."""
        self._kept[id] = _kept(reading)

    def drop(self, id: str) -> None:
        """Forgets a text without a trace; an unknown one is no error."""
        self._kept.pop(id, None)

    def like(self, reading: Reading, at_least: float) -> Iterator[tuple[str, float]]:
        """The texts at least that much like this one, with scores of 0 to 1; in no order."""
        asked = _Asked(reading)
        for id, kept in self._kept.items():
            score = asked.score(kept)
            if score >= at_least:
                yield id, score


def score(one: Reading, other: Reading) -> float:
    """How alike two texts are, from 0 to 1 and the same both ways; ``NEAR`` is nearly the same."""
    return _Asked(one).score(_kept(other))


class _Adds(dict[str, float]):
    """What a word adds to the score with one text; worked out when it is first met."""

    def __init__(self, features: dict[str, float]) -> None:
        self._features = features

    def __missing__(self, name: str) -> float:
        add = sum(self._features.get(feature, 0.0) * w for feature, w in expanded(name))
        self[name] = add
        return add


class _Asked:
    """A text that many are compared with: what each of their words adds is worked out once."""

    def __init__(self, reading: Reading) -> None:
        self._own = _kept(reading)
        self._features = _features(self._own.names)
        self._bridges = frozenset(self._own.bridges)
        self._adds = _Adds(self._features)

    def score(self, kept: _Kept) -> float:
        own = self._own
        if not own.length or not kept.length:
            return 0.0
        if kept.language != own.language:
            return self._across(kept)
        total = sum(map(self._adds.__getitem__, kept.names))
        return round(min(1.0, total / (own.length * kept.length)), DIGITS)

    def _across(self, kept: _Kept) -> float:
        """Of what is understood: how much of it agrees, and how much of the texts it is."""
        own = self._own
        shared = self._bridges.intersection(kept.bridges)
        if len(shared) < ENOUGH:
            return 0.0
        dot = sum(_weight(name) ** 2 for name in sorted(shared))
        agreed = dot / (own.bridge * kept.bridge) * sqrt(own.understood * kept.understood)
        return round(min(1.0, _on_the_scale(agreed)), DIGITS)


def _on_the_scale(agreed: float) -> float:
    """So that ``NEAR`` is nearly the same here too, and only what agrees in all is 1."""
    if agreed < NEAR_ACROSS:
        return agreed * NEAR / NEAR_ACROSS
    return NEAR + (agreed - NEAR_ACROSS) * (1 - NEAR) / (1 - NEAR_ACROSS)


@lru_cache(maxsize=50_000)
def expanded(name: str) -> tuple[tuple[str, float], ...]:
    """The features of one token with their weights: itself and, for a stem, its letters."""
    weight = COMMON_WEIGHT if name in COMMON else WEIGHTS[name[0]]
    if name[0] != "s":
        return ((name, weight),)
    word = f"_{name.rpartition(' ')[2].removeprefix('s:')}_"
    rows = sorted({word[i : i + LETTERS] for i in range(max(1, len(word) - LETTERS + 1))})
    share = weight * LETTERS_WEIGHT / sqrt(len(rows))
    return ((name, weight), *((f"g:{row}", share) for row in rows))


def _kept(reading: Reading) -> _Kept:
    names = tuple(token.name for token in reading.tokens)
    bridges = tuple(sorted({name for name in names if name[0] != "s"}))
    weights = sum(_weight(name) for name in names)
    known = sum(_weight(name) for name in names if name[0] != "s")
    return _Kept(
        language=reading.language,
        names=names,
        length=_length(_features(names)),
        bridges=bridges,
        bridge=_length({name: _weight(name) for name in bridges}),
        understood=known / weights if weights else 0.0,
    )


def _features(names: tuple[str, ...]) -> dict[str, float]:
    features: dict[str, float] = {}
    for name in names:
        for feature, weight in expanded(name):
            features[feature] = features.get(feature, 0.0) + weight
    return features


def _weight(name: str) -> float:
    return expanded(name)[0][1]


def _length(features: dict[str, float]) -> float:
    return sqrt(sum(weight * weight for _, weight in sorted(features.items())))
