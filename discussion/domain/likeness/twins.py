"""Finds, for one text, those that say nearly the same, and says what differs; must not decide.

A suggestion carries its differences with it: there is no way to be given one without them.
"""

from dataclasses import dataclass

from discussion.domain.likeness.differences import MILD, Alteration, alterations
from discussion.domain.likeness.folds import Folds, Group
from discussion.domain.likeness.pieces import Piece, pieces
from discussion.domain.likeness.reading import Reading, read
from discussion.domain.likeness.scoring import Index, Scorer

LIMIT = 8  # suggestions; nobody compares more


@dataclass(frozen=True, slots=True)
class Twin:
    """A text that says nearly the same as another, and all that tells them apart.

    ``alters`` is what turns the meaning, or may; ``words`` the way from the text that was asked
    about to this one.
    """

    id: str
    score: float  # 0 to 1, the best first
    alters: tuple[Alteration, ...]
    words: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        """Whether nothing was found to differ but forms, synonyms, small words and moved clauses.

        Only such a twin may be offered as the same; of any other ``alters`` is shown first.
        """
        return not self.alters

    @property
    def turned(self) -> bool:
        """Whether a number, a negation, a modal verb or the like differs: more than ``MILD``."""
        return any(alteration.kind not in MILD for alteration in self.alters)


class Twins:
    """The texts of one topic, notes and points alike, by ids of the caller's choice.

    What it answers depends on the texts it holds and on nothing else: not on their order, nor on
    what it held before. ``scorer`` finds what is alike; what differs is found here for each.
    """

    def __init__(self, scorer: Scorer | None = None) -> None:
        self._scorer: Scorer = Index() if scorer is None else scorer
        self._texts: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._folds = Folds(lambda id: read(*self._texts[id]))

    def put(self, id: str, text: str, countries: tuple[str, ...] = ()) -> None:
        """Adds a text, or changes it; ``countries`` as chosen beside a note."""
        if self._texts.get(id) == (text, countries):
            return
        self._texts[id] = text, countries
        reading = read(text, countries)
        self._scorer.put(id, reading)
        self._folds.put(id, reading)

    def drop(self, id: str) -> None:
        """Forgets a text without a trace; an unknown one is no error."""
        if self._texts.pop(id, None) is not None:
            self._scorer.drop(id)
            self._folds.drop(id)

    def __contains__(self, id: object) -> bool:
        return id in self._texts

    def ids(self) -> frozenset[str]:
        """The ids of all texts that are held."""
        return frozenset(self._texts)

    def words(self, id: str) -> tuple[str, tuple[str, ...]]:
        """A text that is held, and the countries beside it."""
        return self._texts[id]

    def __len__(self) -> int:
        return len(self._texts)

    def of(self, id: str, limit: int = LIMIT) -> tuple[Twin, ...]:
        """The twins of a text that is held, the best first; none of an unknown one."""
        if id not in self._texts:
            return ()
        text, countries = self._texts[id]
        return self._found(read(text, countries), limit, but=id)

    def like(
        self, text: str, countries: tuple[str, ...] = (), limit: int = LIMIT
    ) -> tuple[Twin, ...]:
        """The twins of any text, held or not."""
        return self._found(read(text, countries), limit, but=None)

    def same(self) -> tuple[Group, ...]:
        """Ids of texts that say the same, two or more in a group; what tells any apart is nothing.

        Forms of words, synonyms in the field, articles and moved clauses are no difference.
        """
        return self._folds.groups()

    def _found(self, reading: Reading, limit: int, *, but: str | None) -> tuple[Twin, ...]:
        scored = self._scorer.like(reading, self._scorer.near)
        best = sorted((-score, id) for id, score in scored if id != but)[: max(limit, 0)]
        return tuple(compared(reading, read(*self._texts[id]), id, -score) for score, id in best)


def compared(one: Reading, other: Reading, id: str, score: float) -> Twin:
    """A suggestion: the other text under its id, with all that tells it apart from the first."""
    return Twin(id, score, alterations(one, other), pieces(one, other))
