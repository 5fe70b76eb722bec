"""Any JSON at all is either a programme or a list of problems that can be shown to a person."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discussion.domain.programme import ITEM_KINDS, Programme
from discussion.domain.programme_file import (
    ProgrammeProblems,
    programme_to_json,
    programme_to_toml,
)
from discussion.domain.programme_file.problems import MOST_PROBLEMS
from discussion.domain.programme_file.shape import ITEM_KEYS, KEYS, PART_KEYS, TOPIC_KEYS

from .programme_files import SAMPLE, SAMPLE_TEXT, parsed, read

TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)  # surrogates too
LEAF = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | TEXT
    | st.sampled_from(["2025-07-08", "09:00", "x" * 3000, "UTC", "MY", *ITEM_KINDS])
)
NAMES = st.sampled_from(sorted({*KEYS, *ITEM_KEYS, *TOPIC_KEYS, *PART_KEYS})) | TEXT
JSON = st.recursive(
    LEAF,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_a_programme_or_a_list_of_problems(data: object) -> None:
    assert_good_or_told(lambda: parsed(data))


@given(st.dictionaries(NAMES, JSON, max_size=6))
def test_any_object_is_a_programme_or_a_list_of_problems(data: object) -> None:
    assert_good_or_told(lambda: parsed(data))


@settings(max_examples=300)
@given(st.data())
def test_the_sample_with_anything_changed_is_a_programme_or_a_list_of_problems(data: Any) -> None:
    changed = copy.deepcopy(SAMPLE)
    for _ in range(data.draw(st.integers(1, 3))):
        change_one_place(changed, data)
    assert_good_or_told(lambda: parsed(changed))


@given(st.integers(0, len(SAMPLE_TEXT)), st.integers(0, 40), st.binary(max_size=6))
def test_the_samples_bytes_with_anything_changed_too(at: int, cut: int, put: bytes) -> None:
    content = SAMPLE_TEXT.encode()
    assert_good_or_told(lambda: read(content[:at] + put + content[at + cut :]))


@given(st.binary(max_size=60) | TEXT)
def test_any_text_or_bytes_are_a_programme_or_a_list_of_problems(content: str | bytes) -> None:
    assert_good_or_told(lambda: read(content))


def test_a_list_of_problems_without_end_is_cut_but_counted() -> None:
    with pytest.raises(ProgrammeProblems) as raised:
        parsed({f"wrong {n}": n for n in range(1000)})
    assert len(raised.value.problems) == MOST_PROBLEMS
    assert raised.value.facts["count"] == 1000 + 2  # and neither title nor dates


def test_the_laws_notice_an_error_of_another_kind() -> None:
    with pytest.raises(KeyError):
        assert_good_or_told(lambda: parsed(SAMPLE["no such key"]))


def test_the_laws_notice_a_sentence_that_no_page_could_show() -> None:
    with pytest.raises(UnicodeEncodeError):
        assert_presentable("“\ud800” is not known here.")


def assert_good_or_told(make: Any) -> None:
    """A programme that survives its own JSON, or problems that can stand on a page."""
    try:
        programme = make()
    except ProgrammeProblems as told:
        assert told.problems
        assert int(str(told.facts["count"])) >= len(told.problems)
        for problem in told.problems:
            assert_presentable(problem.key)
            assert_presentable(problem.message)
            assert problem.message.endswith((".", "?"))
    else:
        assert isinstance(programme, Programme)
        written = json.dumps(programme_to_json(programme), allow_nan=False)
        written.encode("utf-8")
        assert parsed(json.loads(written)) == programme
        if "null" not in written:  # which TOML has not
            assert read(programme_to_toml(programme)) == programme


def assert_presentable(text: str) -> None:
    text.encode("utf-8")
    assert len(text) < 600
    assert "\0" not in text


def change_one_place(changed: Any, data: Any) -> None:
    """Walk into the value as far as chance will, and put anything there, or nothing."""
    holder = changed
    while True:
        places = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not places:
            return
        place = data.draw(st.sampled_from(places))
        if not isinstance(holder[place], dict | list) or data.draw(st.integers(0, 3)) == 0:
            break
        holder = holder[place]
    if data.draw(st.booleans()):
        holder[place] = data.draw(JSON)
    elif isinstance(holder, dict) and data.draw(st.booleans()):
        holder[data.draw(NAMES)] = holder.pop(place)
    else:
        del holder[place]
