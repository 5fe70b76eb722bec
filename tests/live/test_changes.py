"""The algebra of changes keeps its laws, and answers as the golden vectors say."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discussion.errors import Malformed
from discussion.live import changes
from discussion.live.changes import (
    DoesNotFit,
    apply,
    check,
    compose,
    diff,
    invert,
    move_caret,
    normalise,
    transform,
)
from tests.live.random_changes import changes_of, edited, texts, words

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "changes.json").read_text("utf-8"))

lawful = settings(derandomize=True, deadline=None, database=None, max_examples=400)


@pytest.mark.parametrize("vector", GOLDEN, ids=lambda vector: vector["says"])
def test_golden(vector):
    arguments = list(vector["arguments"])
    named = {"first": arguments.pop()} if isinstance(arguments[-1], bool) else {}
    assert getattr(changes, vector["function"])(*arguments, **named) == vector["result"]


@lawful
@given(edited(2))
def test_two_changes_in_either_order_lead_to_one_text(case):
    text, mine, theirs = case
    after_theirs = apply(apply(text, theirs), transform(mine, theirs, first=False))
    after_mine = apply(apply(text, mine), transform(theirs, mine, first=True))
    assert after_theirs == after_mine


@lawful
@given(edited(1), st.data())
def test_composing_is_doing_one_after_the_other(case, data):
    text, earlier = case
    between = apply(text, earlier)
    later = data.draw(changes_of(between))
    assert apply(text, compose(earlier, later)) == apply(between, later)


@lawful
@given(edited(1), st.data())
def test_composing_three_is_the_same_in_either_grouping(case, data):
    text, one = case
    second = apply(text, one)
    two = data.draw(changes_of(second))
    three = data.draw(changes_of(apply(second, two)))
    grouped = compose(compose(one, two), three), compose(one, compose(two, three))
    assert apply(text, grouped[0]) == apply(text, grouped[1])


@lawful
@given(edited(1))
def test_inverting_takes_a_change_back(case):
    text, change = case
    assert apply(apply(text, change), invert(change, text)) == text


@lawful
@given(edited(1))
def test_normalising_changes_no_meaning_and_only_once(case):
    text, change = case
    assert apply(text, normalise(change)) == apply(text, change)
    assert normalise(normalise(change)) == normalise(change)


@lawful
@given(edited(2))
def test_what_comes_out_is_normal(case):
    _, one, other = case
    for change in (transform(one, other, first=True), transform(one, other, first=False)):
        assert normalise(change) == change


@lawful
@given(texts, texts, st.integers(-1, 14))
def test_a_difference_leads_from_one_text_to_the_other(before, after, caret):
    change = diff(before, after, caret)
    assert apply(before, change) == after
    plain = diff(before, after)
    assert _cost(change) == _cost(plain)


@lawful
@given(texts, st.integers(0, 12), words)
def test_typing_at_the_caret_is_found_where_it_was_typed(text, place, typed):
    place = min(place, len(text))
    after = text[:place] + typed + text[place:]
    assert diff(text, after, place + len(typed)) == [*([place] if place else []), typed]


@lawful
@given(edited(1), st.integers(0, 12))
def test_a_caret_stays_inside_the_text_and_with_its_neighbours(case, caret):
    text, change = case
    caret = min(caret, len(text))
    early, late = (move_caret(caret, change, first=first) for first in (True, False))
    assert 0 <= early <= late <= len(apply(text, change))
    kept = apply(text[:caret], _up_to(change, caret))
    assert early == len(kept)


@lawful
@given(edited(1))
def test_a_change_that_fits_one_text_does_not_fit_a_shorter_one(case):
    text, change = case
    spanned = sum(abs(part) for part in change if isinstance(part, int))
    if spanned:
        for function in (apply, lambda short, one: invert(one, short)):
            with pytest.raises(DoesNotFit):
                function(text[: spanned - 1], change)


@pytest.mark.parametrize(
    "value",
    [
        None, {}, "x", 3, [], [5], [0], [1, ""], [True], [1.0], [None], [["x"]], [{}],
        ["\x00"], ["\ud800"], ["a\udfff"], [10**30], [-1] * 21, [50, -51],
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_change_is_refused_with_a_code(value):
    with pytest.raises(Malformed) as refusal:
        check(value, limit=10)
    assert refusal.value.code == "malformed"


def test_too_many_characters_are_refused_with_the_facts():
    with pytest.raises(Malformed) as refusal:
        check([3, "elevenchars"], limit=10)
    assert (refusal.value.code, refusal.value.facts) == ("too_long", {"limit": 10, "length": 11})


def test_a_change_is_taken_in_its_normal_form():
    assert check([1, 2, "a", "\U0001f600", -1, 4], limit=10) == [3, "a\U0001f600", -1]


def _cost(change):
    return sum(len(p) if isinstance(p, str) else -p for p in change if isinstance(p, str) or p < 0)


def _up_to(change, caret):
    """The part of a change that falls before a caret."""
    result = []
    for part in change:
        if isinstance(part, str):
            if caret > 0:
                result.append(part)
            continue
        taken = min(abs(part), caret)
        caret -= taken
        if taken:
            result.append(taken if part > 0 else -taken)
    return result
