"""Passages: whose words stand at a slot, and what is never overwritten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.drafting.passages import Generated, Passage, standing_of, words_for
from discussion.domain.drafting.rebuilding import basis_of

OLD, NEW = "Nine tables met.", "Ten tables met."


def generated(words: str, *points: str, form="markdown") -> Generated:
    return Generated("background", "1.1 Background", form, words, points)


def passage(text: str, made: str = OLD, points: tuple[str, ...] = ()) -> Passage:
    return Passage("p", "proceedings", "background", text, 3, basis_of(made, points), made)


TRUTHS = [
    (None, OLD, "generated", OLD),
    (passage(OLD), OLD, "generated", OLD),
    (passage(OLD), NEW, "generated", NEW),  # begun, never edited: it follows
    (passage("Many met."), OLD, "edited", "Many met."),
    (passage("Many met."), NEW, "left_behind", "Many met."),
    (passage(NEW), NEW, "generated", NEW),  # made right by hand before its sources were
    (passage(""), OLD, "edited", ""),  # emptied by hand is an edit like any other
]


@pytest.mark.parametrize(("kept", "now", "standing", "words"), TRUTHS)
def test_a_hand_edit_stands_and_all_else_follows_its_sources(kept, now, standing, words):
    assert standing_of(kept, generated(now)) == standing
    assert words_for(kept, generated(now)) == words


def test_the_same_words_of_other_points_leave_a_hand_edit_behind():
    kept = passage("Many met.", points=("a",))
    assert standing_of(kept, generated(OLD, "a")) == "edited"
    assert standing_of(kept, generated(OLD, "a", "b")) == "left_behind"


def test_what_no_slot_calls_for_is_unfounded():
    assert standing_of(passage("Many met."), None) == "unfounded"


def test_a_line_of_a_slide_stays_one_line():
    kept = passage("Two\nlines  of it")
    assert words_for(kept, generated(OLD, form="line")) == "Two lines of it"
    assert words_for(kept, generated(OLD)) == "Two\nlines  of it"


def test_where_something_must_stand_an_emptied_text_says_what_is_generated():
    needed = Generated("title", "Slide 1, title", "line", OLD, needed=True)
    assert words_for(passage(" \n"), needed) == OLD
    assert standing_of(passage(" \n"), needed) == "generated"


@given(text=st.text(max_size=9), made=st.text(max_size=9), now=st.text(max_size=9))
def test_no_word_written_by_hand_is_ever_replaced(text: str, made: str, now: str):
    kept = passage(text, made)
    if text != made:
        assert words_for(kept, generated(now)) == text
