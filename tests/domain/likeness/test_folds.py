"""Texts that say the same are kept together, and none is that anything tells apart."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.labelled import families
from discussion.domain.likeness import Twins
from discussion.domain.likeness.differences import alterations
from discussion.domain.likeness.reading import read

PLAIN = "Portals should check every employer in the business register."
SAME = (
    PLAIN,
    "The portals should check every employer in the business register",
    "portal should check every employer, in the business register!",
)
ALTERED = (
    "Portals shall check every employer in the business register.",
    "Portals should not check every employer in the business register.",
    "Portals should check every employer in the business register within 3 days.",
    "Portals should check some employers in the business register.",
)
TEXTS = [*SAME, *ALTERED, "", "Yes!", *(pair.other for f in families()[:4] for pair in f.pairs)]
MOVES = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from([*TEXTS, None])), max_size=30
)


def folded(*texts: str) -> tuple[tuple[str, ...], ...]:
    twins = Twins()
    for number, text in enumerate(texts):
        twins.put(str(number), text)
    return twins.same()


def test_only_texts_that_nothing_tells_apart_are_kept_together() -> None:
    assert folded(*SAME, *ALTERED) == (("0", "1", "2"),)
    assert folded("It is", "It is", "", "") == ()


def test_a_letter_a_digit_or_a_small_word_is_enough_to_keep_texts_apart() -> None:
    for one, other in (
        ("Option A is best", "Option B is best"),
        ("Plan C", "Plan D"),
        ("Article 1 holds", "Article holds"),
        ("Phase 0 is best", "Phase 1 is best"),
        ("Train more than 30 counsellors", "Train at least 30 counsellors"),
        ("Transfer data to the ministry", "Transfer data from the ministry"),
    ):
        assert folded(one, other) == (), one
        assert folded(one, f"{one}.") == (("0", "1"),)


def test_a_country_chosen_beside_a_note_tells_it_apart() -> None:
    twins = Twins()
    twins.put("a", PLAIN, ("MA",))
    twins.put("b", PLAIN, ("TN",))
    twins.put("c", PLAIN, ("TN",))
    assert twins.same() == (("b", "c"),)


@settings(max_examples=60)
@given(MOVES)
def test_after_any_history_the_groups_are_those_of_a_fresh_index(
    moves: list[tuple[str, str | None]],
) -> None:
    twins = Twins()
    texts: dict[str, str] = {}
    for number, (id, text) in enumerate(moves):
        if text is None:
            twins.drop(id)
            texts.pop(id, None)
        else:
            twins.put(id, text)
            texts[id] = text
        if number % 3 == 0:
            twins.same()
    fresh = Twins()
    for id in sorted(texts, reverse=True):
        fresh.put(id, texts[id])
    assert twins.same() == fresh.same()
    for group in twins.same():
        for one, other in combinations(group, 2):
            assert not alterations(read(texts[one]), read(texts[other]))
