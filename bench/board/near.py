"""How well and how fast notes that say nearly the same are found, beside rows of letters alone.

Well: the half of the labelled pairs on which nothing was chosen (``bench/likeness.py`` has more).
Fast: a new note among 12,500. It must not choose a threshold of the product's own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from random import Random

from bench.board.costs import spread, timed
from bench.board.ground import NOTES
from bench.figures import Row
from bench.labelled import halves
from bench.letters import Letters
from bench.likeness import Judged, counts, judged, many, thresholds
from discussion.domain.likeness import Twins
from discussion.domain.likeness.scoring import NEAR

OURS, LETTERS = "discussion", "letters"
ASKED = {OURS: 40, LETTERS: 4}  # new notes in one run


def found() -> Iterator[Row]:
    """Precision and recall of both, in one language and across two; the same in every run."""
    chosen, reported = (judged(half) for half in halves())
    letters = Letters({t for j in (*chosen, *reported) for t in (j.pair.one, j.pair.other)})
    for across in (False, True):
        what = "across languages" if across else "in one language"
        mine, theirs = ([j for j in half if j.across == across] for half in (chosen, reported))
        yield _found(what, OURS, theirs, NEAR)
        mine, theirs = ([_by(letters, j) for j in half] for half in (mine, theirs))
        yield _found(what, LETTERS, theirs, sum(thresholds(mine)) / 2)


class Arriving:
    """Both finders with all notes of a topic in them, ready for one more."""

    def __init__(self, notes: int = NOTES) -> None:
        self._texts = many(Random(1), notes)
        self._twins = Twins()
        for number, text in enumerate(self._texts):
            self._twins.put(str(number), text)
        self._letters = Letters(self._texts)

    def measure(self, run: int) -> Iterator[Row]:
        """What a note costs that has just been said: reading it, and what is near it."""
        rng = Random(run)
        for who, near in ((OURS, self._ours), (LETTERS, self._by_letters)):
            news = (f"{rng.choice(self._texts)} Also in Mali." for _ in range(ASKED[who]))
            took = [timed(partial(near, text))[0] for text in news]
            yield {
                "part": "near",
                "what": f"a new note among {NOTES:,}",
                "who": who,
                **spread(took),
            }

    def _ours(self, text: str) -> object:
        self._twins.put("new", text)
        near = self._twins.of("new")
        self._twins.drop("new")
        return near

    def _by_letters(self, text: str) -> object:
        return self._letters.near(text, 0.5)


def _by(letters: Letters, one: Judged) -> Judged:
    score = letters.score(one.pair.one, one.pair.other)
    return replace(one, twin=replace(one.twin, score=score))


def _found(what: str, who: str, judged: Sequence[Judged], at: float) -> Row:
    right, wrong, missed = counts(judged, at)
    return {
        "part": "found",
        "what": what,
        "who": who,
        "precision": round(right / max(1, right + wrong), 3),
        "recall": round(right / max(1, right + missed), 3),
        "pairs": right + missed,
    }
