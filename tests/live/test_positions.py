"""Positions always leave room, keep their order as bytes, and say when a place is full."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discussion.errors import Malformed, Refused
from discussion.live.positions import POSITION_LIMIT, between, check_position, spread

lawful = settings(derandomize=True, deadline=None, database=None, max_examples=200)


@lawful
@given(st.lists(st.integers(0, 1_000), max_size=80))
def test_whatever_is_inserted_where_the_order_holds(places):
    order = []
    for place in places:
        at = place % (len(order) + 1)
        before, after = order[at - 1] if at else None, order[at] if at < len(order) else None
        order.insert(at, check_position(between(before, after)))
    assert order == sorted(set(order), key=str.encode)


POSITIONS = st.from_regex(r"[0-9A-Za-z]{0,5}[1-9A-Za-z]", fullmatch=True)


@lawful
@given(POSITIONS, POSITIONS)
def test_there_is_room_between_any_two(one, other):
    low, high = sorted((one, other))
    if low != high:
        assert low < check_position(between(low, high)) < high
    assert check_position(between(None, low)) < low < check_position(between(low, None))


@pytest.mark.parametrize(
    ("before", "after", "side"),
    [(None, None, 0), (None, None, 1), ("V", "W", 0), ("V", "W", 1), ("V", "V1", 0)],
)
def test_a_thousand_insertions_at_one_place_stay_short(before, after, side):
    ends, longest = [before, after], 0
    for _ in range(1_000):
        ends[side] = between(*ends)
        longest = max(longest, len(ends[side]))
    assert longest <= 12


def test_a_zigzag_fills_a_place_and_says_so():
    ends, count = ["V", "W"], 0
    with pytest.raises(Refused) as refusal:
        for count in range(1_000):
            ends[count % 2] = between(*ends)
    assert refusal.value.code == "no_room"
    assert count > 100


def test_an_order_is_spread_anew_with_room_everywhere():
    assert spread(0) == []
    order = spread(1_000)
    assert order == sorted(set(order))
    assert max(map(len, order)) <= 3
    assert all(check_position(p) for p in order)
    assert all(len(between(a, b)) <= 3 for a, b in zip(order, order[1:], strict=False))


@pytest.mark.parametrize("value", [None, 3, "", "0", "a0", "a-b", "é", "a\n", "a" * 65])
def test_what_is_no_position_is_refused(value):
    assert check_position("a" * POSITION_LIMIT)
    with pytest.raises(Malformed):
        check_position(value)


@pytest.mark.parametrize("pair", [("b", "a"), ("a", "a"), ("a0", "b"), ("a", "b0")])
def test_nothing_lies_between_what_is_not_in_order(pair):
    with pytest.raises(Malformed):
        between(*pair)
