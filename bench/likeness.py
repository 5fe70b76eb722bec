"""How well, and how fast, notes that say nearly the same are found: ``python -m bench.likeness``.

Thresholds are chosen on one half of the labelled families and judged on the other; must not choose
the product's own (``domain/likeness/scoring.py``), only say whether they agree.
"""

import sys
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from random import Random
from statistics import median
from time import process_time

from bench.labelled import Family, Pair, halves
from bench.letters import Letters
from discussion.domain.likeness import Twin, Twins, searchable, sought
from discussion.domain.likeness.differences import MILD
from discussion.domain.likeness.reading import read
from discussion.domain.likeness.scoring import NEAR, score
from discussion.domain.likeness.twins import compared
from discussion.rehearsal.corpus.library import written_topics

NOTES = 12_500
ASKED = 200
STEPS = range(5, 96)  # hundredths a threshold is looked for among
TIE = 0.01
SEARCHES = ("business register", "demandeurs d'emploi", "الوظائف", "train", "2025")


@dataclass(frozen=True)
class Judged:
    """A labelled pair, or two texts of different families, and what is said of them."""

    pair: Pair
    twin: Twin
    across: bool

    @property
    def near(self) -> bool:
        """Whether a person says that they say the same, or nearly."""
        return self.pair.label != "other"


def main() -> None:
    """Prints everything."""
    chosen, reported = (judged(half) for half in halves())
    _tell("pairs", f"{_hand(chosen)} to choose on, {_hand(reported)} to report")
    for across in (False, True):
        mine, theirs = ([j for j in half if j.across == across] for half in (chosen, reported))
        where = "across languages" if across else "in one language"
        low, high = thresholds(mine)
        _tell(f"{where}: best thresholds", f"{low:.2f} to {high:.2f}, in use {NEAR:.2f}")
        for name, half in (("first half", mine), ("second half", theirs)):
            _tell(f"{where}, {name}: found", _found(half))
        for of in ("altered", "same"):
            _tell(f"{where}, second half: {of}", _flags(theirs, of))
    _tell("offered as the same, second half", _same(reported))
    _baseline(chosen, reported)
    _written_by_others()
    _speed()


def judged(families: Sequence[Family]) -> list[Judged]:
    """The labelled pairs, and every two families' first texts, which are of different ideas."""
    pairs = [pair for family in families for pair in family.pairs]
    pairs += [
        Pair("", "other", "stranger", one.text, other.text)
        for one, other in combinations(families, 2)
    ]
    return [_judge(pair) for pair in pairs]


def thresholds(judged: Sequence[Judged]) -> tuple[float, float]:
    """The lowest and the highest threshold whose F1 is within a hundredth of the best one."""
    scores = {step / 100: _f1(*counts(judged, step / 100)) for step in STEPS}
    good = [at for at, score in scores.items() if score >= max(scores.values()) - TIE]
    return good[0], good[-1]


def counts(judged: Iterable[Judged], at: float) -> tuple[int, int, int]:
    """How many are rightly found, wrongly found, and missed."""
    found = [(j.near, j.twin.score >= at) for j in judged]
    return found.count((True, True)), found.count((False, True)), found.count((True, False))


def many(rng: Random, notes: int = NOTES) -> list[str]:
    """As many notes as a topic has at the largest size: each a part of one, a part of another."""
    written = [n.text for topic in written_topics() for p in topic.points for n in p.notes]
    written += [pair.other for half in halves() for family in half for pair in family.pairs]
    texts = []
    for _ in range(notes):
        one, other = rng.choice(written).split(), rng.choice(written).split()
        at = rng.randint(len(one) // 2, len(one))
        texts.append(" ".join(one[:at] + other[rng.randint(len(other) // 2, len(other)) :]))
    return texts


def _judge(pair: Pair) -> Judged:
    one, other = read(pair.one), read(pair.other)
    twin = compared(one, other, pair.family, score(one, other))
    return Judged(pair, twin, one.language != other.language)


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def _hand(judged: Sequence[Judged]) -> int:
    return sum(j.pair.kind != "stranger" for j in judged)


def _found(judged: Sequence[Judged], at: float = NEAR) -> str:
    right, wrong, missed = counts(judged, at)
    strangers = sum(j.pair.kind == "stranger" and j.twin.score >= at for j in judged)
    others = sum(not j.near for j in judged)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return (
        f"precision {precision:.3f}, recall {recall:.3f}, F1 {_f1(right, wrong, missed):.3f}"
        f" ({right} found, {missed} missed; {wrong} wrong of {others}, {strangers} strangers)"
    )


def _flags(judged: Sequence[Judged], label: str) -> str:
    kinds = [
        ({a.kind for a in j.twin.alters} - {"language"}, j.pair.kind)
        for j in judged
        if j.pair.label == label
    ]
    turned = sum(bool(kind - MILD) for kind, _ in kinds)
    told = f"{turned} of {len(kinds)} told as turning the meaning"
    named = sum(expected in kind for kind, expected in kinds)
    return f"{told}, {named} by the expected kind" if label == "altered" else told


def _same(judged: Sequence[Judged]) -> str:
    offered = [j for j in judged if j.twin.score >= NEAR and j.twin.same]
    right = sum(j.pair.label == "same" for j in offered)
    every = sum(j.pair.label == "same" and not j.across for j in judged)
    return f"{len(offered)}, {right} rightly; {every} pairs of one language say the same"


def _baseline(chosen: Sequence[Judged], reported: Sequence[Judged]) -> None:
    """What rows of letters alone find, with a threshold chosen and judged in the same way."""
    letters = Letters({t for j in (*chosen, *reported) for t in (j.pair.one, j.pair.other)})
    for across in (False, True):
        mine, theirs = (
            [replace(j, twin=replace(j.twin, score=letters.score(j.pair.one, j.pair.other)))
             for j in half if j.across == across]
            for half in (chosen, reported)
        )  # fmt: skip
        at = sum(thresholds(mine)) / 2
        where = "across languages" if across else "in one language"
        _tell(f"rows of letters, {where}, second half, at {at:.2f}", _found(theirs, at))


def _written_by_others() -> None:
    """The rehearsal's notes, which were not written for this: their twins, their points."""
    twins = wrong = every = first = foreign = 0
    for topic in written_topics():
        notes = [(p, n) for p, point in enumerate(topic.points) for n in point.notes]
        for (_, one), (_, other) in combinations(notes, 2):
            near = score(read(one.text), read(other.text)) >= NEAR
            same = bool(one.twin) and one.twin == other.twin
            if one.language == other.language:
                every, twins, wrong = every + same, twins + (same and near), wrong + (near > same)
        for p, note in notes:
            if note.language != "en":
                scores = [score(read(note.text), read(x.statement)) for x in topic.points]
                foreign, first = foreign + 1, first + (scores[p] == max(scores) > 0)
    _tell("rehearsal: twins found", f"{twins} of {every}, {wrong} others too")
    _tell(
        "rehearsal: notes in Arabic and French with their English point first", f"{first}/{foreign}"
    )


def _speed() -> None:
    rng = Random(1)
    texts = many(rng)
    words = median(len(text.split()) for text in texts)
    _tell("speed", f"{NOTES} notes of {words:.0f} words (median), {len(set(texts))} different")
    tracemalloc.start()
    twins = Twins()
    for number, text in enumerate(texts):
        twins.put(str(number), text)
    _tell("memory with the texts", f"{tracemalloc.get_traced_memory()[0] / 2**20:.0f} MiB")
    tracemalloc.stop()
    twins = Twins()
    seconds = _timed(lambda: [twins.put(str(n), text) for n, text in enumerate(texts)])
    _tell("all of them into the index", f"{seconds:.1f} s")
    news = [f"{text} Also in {rng.choice(('Mali', 'Oman', 'Qatar'))}." for text in texts[:ASKED]]
    _tell("a new note and its twins", _spread(lambda text: _arrive(twins, text), news))
    _tell("twins of a note", _spread(twins.of, [str(n) for n in range(ASKED)]))
    prepared = [searchable(text) for text in texts]
    _tell("a search", _spread(lambda query: _search(prepared, query), SEARCHES * 10))


def _arrive(twins: Twins, text: str) -> None:
    twins.put("new", text)
    twins.of("new")
    twins.drop("new")


def _search(prepared: Sequence[str], query: str) -> int:
    looked_for = sought(query)
    return sum(looked_for.is_in(text) for text in prepared)


def _spread(ask: Callable[[str], object], questions: Sequence[str]) -> str:
    times = sorted(1000 * _timed(partial(ask, question)) for question in questions)
    late = times[int(len(times) * 0.95)]
    return f"{median(times):.1f} ms (median), {late:.1f} (95 of 100), {times[-1]:.1f} (longest)"


def _timed(do: Callable[[], object]) -> float:
    start = process_time()  # of this process alone, whatever else the machine does
    do()
    return process_time() - start


def _tell(what: str, figure: str) -> None:
    sys.stdout.write(f"{what}: {figure}\n")


if __name__ == "__main__":
    main()
