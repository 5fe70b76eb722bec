"""The labelled pairs are what they say, and the finder in use does as well as was measured."""

from collections import Counter
from dataclasses import replace
from functools import cache, partial

from bench.labelled import families, halves
from bench.letters import Letters
from bench.likeness import Judged, counts, judged, thresholds
from discussion.domain.languages import language_of
from discussion.domain.likeness.scoring import NEAR


@cache
def both_halves() -> tuple[list[Judged], list[Judged]]:
    first, second = halves()
    return judged(first), judged(second)


def recall_and_precision(half: list[Judged], *, across: bool) -> tuple[float, float]:
    right, wrong, missed = counts([j for j in half if j.across == across], NEAR)
    return right / (right + missed), right / (right + wrong)


def test_there_are_hundreds_of_pairs_of_every_sort_in_three_languages() -> None:
    pairs = [pair for family in families() for pair in family.pairs]
    labels = Counter(pair.label for pair in pairs)
    assert len(pairs) >= 500 and min(labels.values()) >= 80
    spoken = Counter((language_of(pair.one), language_of(pair.other)) for pair in pairs)
    assert all(spoken[one, one] >= 40 for one in ("en", "fr", "ar"))
    assert spoken["en", "fr"] >= 40 and spoken["en", "ar"] >= 40
    assert {pair.family for pair in pairs} == {family.name for family in families()}


def test_the_threshold_in_use_is_among_the_best_of_the_first_half() -> None:
    for across in (False, True):
        low, high = thresholds([j for j in both_halves()[0] if j.across == across])
        assert low <= NEAR <= high


def test_the_half_that_chose_nothing_is_found_as_well_as_was_measured() -> None:
    recall, precision = recall_and_precision(both_halves()[1], across=False)
    assert recall >= 0.82 and precision >= 0.92
    recall, precision = recall_and_precision(both_halves()[1], across=True)
    assert recall >= 0.88 and precision >= 0.95


def test_whatever_is_offered_as_the_same_is_the_same() -> None:
    offered = [j for half in both_halves() for j in half if j.twin.score >= NEAR and j.twin.same]
    assert offered and {j.pair.label for j in offered} == {"same"}


def test_the_measure_sees_a_finder_that_finds_everything_or_nothing() -> None:
    half = both_halves()[1]
    everything = [replace(j, twin=replace(j.twin, score=1.0)) for j in half]
    assert recall_and_precision(everything, across=False)[1] < 0.5
    nothing = [replace(j, twin=replace(j.twin, score=0.0)) for j in half]
    assert counts(nothing, NEAR)[0] == 0


def test_the_measure_sees_a_difference_that_nobody_tells() -> None:
    silent = [replace(j, twin=replace(j.twin, alters=())) for j in both_halves()[1]]
    assert {j.pair.label for j in silent if j.twin.score >= NEAR and j.twin.same} != {"same"}


def test_rows_of_letters_score_a_text_with_itself_highest() -> None:
    texts = [family.text for family in families()[:10]]
    letters = Letters(texts)
    best = [max(texts, key=partial(letters.score, one)) for one in texts]
    assert best == texts
