"""Rounds of marks: which act is possible when, and how marks are counted."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.priorities import (
    ROUND,
    Marked,
    Round,
    check_marks,
    counted,
    most_marked,
)
from discussion.errors import DiscussionError
from tests.kit.house.runtime import OPENING

TRUTH = """
         open    closed  shown
mark     open    -       -
widen    open    -       -
close    closed  -       -
show     -       shown   -
hide     -       -       closed
"""
POINTS = ("pointone", "pointtwo", "pointthree", "pointfour")


def marked(point: str, given: int | None = None, *, stands: bool = True) -> Marked:
    """A point of a round."""
    return Marked(point, "Words", 1, given, stands=stands, moved=False, present="Words")


def a_round(state: str = "open", marks: int = 2) -> Round:
    """A round over four points."""
    points = tuple(map(marked, POINTS))
    return Round("r", "w", "t", 1, "ABC234", state, marks, 10, OPENING, None, None, points)


def test_each_act_is_possible_in_exactly_the_states_of_the_truth_table() -> None:
    head, *rows = (line.split() for line in TRUTH.strip().splitlines())
    assert {row[0] for row in rows} == set(ROUND.moves)
    assert set(head) == set(ROUND.states)
    for move, *reached in rows:
        for state, wanted in zip(head, reached, strict=True):
            possible = move in ROUND.possible(state)
            assert possible == (wanted != "-"), f"{move} from {state}"
            assert not possible or ROUND.after(move, state) == wanted


@pytest.mark.parametrize(
    ("state", "points", "code"),
    [
        ("closed", POINTS[:1], "marks_closed"),
        ("shown", POINTS[:1], "marks_closed"),
        ("open", POINTS[:3], "marks_too_many"),
        ("open", ("pointone", "pointone"), "malformed"),
        ("open", ("elsewhere",), "malformed"),
    ],
)
def test_a_ballot_that_gives_too_much_or_the_wrong_thing_is_refused(
    state: str, points: Sequence[str], code: str
) -> None:
    with pytest.raises(DiscussionError) as refusal:
        check_marks(a_round(state), points)
    assert refusal.value.code == code


@pytest.mark.parametrize("points", [(), POINTS[:1], POINTS[2:]])
def test_no_more_marks_than_one_has_on_different_points_are_taken(points: Sequence[str]) -> None:
    check_marks(a_round(), points)


@given(st.lists(st.sets(st.sampled_from(POINTS)), max_size=40))
def test_every_mark_is_counted_once(ballots: list[set[str]]) -> None:
    sums = counted(ballots)
    assert sum(sums.values()) == sum(map(len, ballots))
    assert all(sums[p] == sum(p in ballot for ballot in ballots) for p in sums)


def test_a_ballot_counted_twice_would_be_noticed() -> None:
    ballots = [{"pointone"}, {"pointone", "pointtwo"}]
    assert sum(counted([*ballots, ballots[0]]).values()) != sum(map(len, ballots))


def test_the_most_marked_come_first_and_what_no_longer_stands_is_left_out() -> None:
    points = [marked("a", 1), marked("b", 5), marked("c", 9, stands=False), marked("d", 5)]
    assert [one.id for one in most_marked(points)] == ["b", "d", "a"]
