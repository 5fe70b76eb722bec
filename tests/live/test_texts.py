"""The authority rebases, applies, counts, and refuses with a code."""

import pytest

from discussion.errors import Malformed, Refused
from discussion.live.texts import Accepted, accept, rebase


def test_an_edit_is_rebased_over_what_came_before_it():
    since = [["ok"], [2, "!"]]
    assert rebase(["hi"], since) == [3, "hi"]
    accepted = accept("ok!", 2, ["hi"], base=0, changes_since=since, limit=10)
    assert accepted == Accepted("ok!hi", 3, [3, "hi"])


def test_an_edit_of_which_nothing_is_left_is_accepted_all_the_same():
    assert accept("", 1, [-2], base=0, changes_since=[[-2]], limit=10) == Accepted("", 2, [])


def test_the_limit_is_counted_after_the_rebase():
    full = {"base": 0, "changes_since": [["12345678"]], "limit": 10}
    assert accept("12345678", 1, ["ab"], **full).text == "12345678ab"
    with pytest.raises(Refused) as refusal:
        accept("12345678", 1, ["abc"], **full)
    assert refusal.value.code == "too_long"
    assert refusal.value.facts == {"limit": 10, "length": 11}


def test_a_text_above_the_limit_may_change_but_not_grow():
    assert accept("x" * 20, 0, [-3], base=0, changes_since=[], limit=10).text == "x" * 17
    with pytest.raises(Refused):
        accept("x" * 20, 0, [-3, "abcd"], base=0, changes_since=[], limit=10)


def test_a_base_that_the_history_does_not_reach_is_stale():
    with pytest.raises(Refused) as refusal:
        accept("ab", 2, ["x"], base=0, changes_since=[[1, "b"]], limit=10)
    assert refusal.value.code == "stale"


@pytest.mark.parametrize("base", [-1, 3])
def test_a_base_that_never_was_is_malformed(base):
    with pytest.raises(Malformed):
        accept("ab", 2, ["x"], base=base, changes_since=[], limit=10)


def test_a_change_beyond_the_text_is_malformed():
    with pytest.raises(Malformed):
        accept("ab", 1, [3, "x"], base=0, changes_since=[["b"]], limit=10)
