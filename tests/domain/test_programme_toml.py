"""A programme file in TOML: the same programme as in JSON, there and back, whatever it holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.programme_file import ProgrammeProblems, programme_to_toml

from .programme_files import SAMPLE, parsed, problems_of_text, read, small

KEYS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8).map("x-".__add__)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t\r\"'\\#=[]"))
LEAF = WORDS | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
REMARK = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
)


def test_the_sample_is_the_same_programme_in_both_forms() -> None:
    programme = parsed(SAMPLE)
    assert read(programme_to_toml(programme)) == programme
    assert read(programme_to_toml(programme).encode("utf-8-sig")) == programme


def test_one_programme_has_one_text() -> None:
    written = programme_to_toml(parsed(SAMPLE))
    assert programme_to_toml(read(written)) == written
    assert '[[topics]]\nno = 1\ntitle = "Career Guidance in the Age of' in written
    assert '  { t = "MoU signing", parties = ["PERKESO", "ISKUR"] },\n' in written


@given(WORDS, st.dictionaries(KEYS, REMARK, max_size=3))
def test_any_programme_and_any_remark_come_back_as_they_were(title: str, remarks: dict) -> None:
    try:
        programme = parsed(small(title=title, method=title, **remarks))
    except ProgrammeProblems:
        return
    assert read(programme_to_toml(programme)) == programme


def test_days_and_times_may_stand_there_without_quotation_marks() -> None:
    text = """# the day after the meeting
title = 'A day on job portals'
dates = [2026-03-02]
[[programme]]
date = 2026-03-02
start = 09:00:00
end = "10:00"
title = "Opening"
kind = "opening"
"""
    opening = {"date": "2026-03-02", "start": "09:00", "end": "10:00", "title": "Opening"}
    whole = {"title": "A day on job portals", "dates": ["2026-03-02"]}
    assert read(text) == parsed({**whole, "programme": [{**opening, "kind": "opening"}]})


def test_a_remark_that_is_null_is_left_out() -> None:
    programme = parsed(small(**{"x-a": None, "x-b": {"c": None, "d": [1, None]}}))
    assert read(programme_to_toml(programme)).extra == {"x-b": {"d": [1]}}


def test_what_is_wrong_is_told_by_its_place_as_in_json() -> None:
    said = problems_of_text('title = "A day"\ndates = [2026-03-02\n[[topics]]\nno = 1\n')
    assert set(said) == {"line 3, column 1"}
    assert said["line 3, column 1"].startswith("This is not TOML: unclosed array.")
    assert set(problems_of_text('title = "A"\ntitle = "B"\n')) == {"line 2, column 12"}
    assert set(problems_of_text('title = "A"\ndates = ["2026-03-02"]\ntopic = 1\n')) == {"topic"}
    assert set(problems_of_text('title = "A')) == {""}


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{a = " * 100_000,
        "a" + ".a" * 400_000 + " = 1",
        "[b." + '"a" . ' * 100_000 + "b]",
        "a = {" + "b." * 100_000 + "c = 1}",
        "a = " + "9" * 100_000,
        'a = "' + '\\"' * 400_000,
    ],
)
def test_a_file_made_to_hold_the_reader_up_is_refused_calmly(text: str) -> None:
    assert set(problems_of_text(text)) == {""}


def test_dots_inside_of_texts_and_remarks_are_no_keys() -> None:
    dots = "." * 50
    programme = parsed(small(title=f"And then {dots}"))
    assert read(f"# {dots}\n{programme_to_toml(programme)}") == programme


def test_a_file_that_begins_with_a_brace_is_json() -> None:
    assert read(" \n" + json.dumps(small())) == parsed(small())
    assert problems_of_text('["title"]') == {"": "The file must hold one object in braces."}
