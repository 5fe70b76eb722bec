"""The browser's side answers exactly as the authority's side, in a real browser."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from discussion.errors import Malformed, Refused
from discussion.live import changes, positions
from discussion.live.replica.merging import change_by_words, merge_texts
from tests.live.random_changes import changes_of, edited, texts
from tests.live.test_changes import GOLDEN

pytestmark = pytest.mark.browser

CASES = 400
IN_JAVASCRIPT = {
    "move_caret": "moveCaret",
    "merge_texts": "mergeTexts",
    "change_by_words": "changeByWords",
}
ANSWER = """(calls) => calls.map(([name, ...facts]) => {
    try { return live[name](...facts); } catch (error) { return error.constructor.name; }
})"""


def drawn(strategy):
    """Some hundred cases, the same ones in every run."""
    cases = []

    @settings(
        derandomize=True, database=None, max_examples=CASES, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck), deadline=None,
    )  # fmt: skip
    @given(strategy)
    def collect(case):
        cases.append(case)

    collect()
    return cases


def differences(ask, calls, expected):
    """The calls that the browser answers otherwise; arguments and answers as JSON."""
    answers = ask(ANSWER, calls)
    assert len(answers) == len(calls) == len(expected)
    return [each for each in zip(calls, answers, expected, strict=True) if each[1] != each[2]]


def named(vector):
    return [IN_JAVASCRIPT.get(vector["function"], vector["function"]), *vector["arguments"]]


def test_the_golden_vectors_hold_in_the_browser(ask):
    calls, results = [named(v) for v in GOLDEN], [v["result"] for v in GOLDEN]
    assert differences(ask, calls, [*results[:-1], "planted"])
    assert differences(ask, calls, results) == []


def test_both_sides_compute_the_same_changes(ask):
    calls, expected = [], []
    for text, one, other in drawn(edited(2)):
        for first in (True, False):
            calls.append(["transform", one, other, first])
            expected.append(changes.transform(one, other, first=first))
            calls.append(["moveCaret", len(text) // 2, one, first])
            expected.append(changes.move_caret(len(text) // 2, one, first=first))
        calls += [["apply", text, one], ["invert", one, text], ["normalise", one]]
        expected += [changes.apply(text, one), changes.invert(one, text), changes.normalise(one)]
    assert differences(ask, calls, expected) == []


@st.composite
def successive(draw):
    text, one = draw(edited(1))
    return one, draw(changes_of(changes.apply(text, one)))


def test_both_sides_compose_the_same(ask):
    cases = drawn(successive())
    expected = [changes.compose(one, two) for one, two in cases]
    assert differences(ask, [["compose", *case] for case in cases], expected) == []


def test_both_sides_find_the_same_differences(ask):
    cases = drawn(st.tuples(texts, texts, st.integers(0, 12)))
    expected = [changes.diff(*case) for case in cases]
    assert differences(ask, [["diff", *case] for case in cases], expected) == []


def test_both_sides_merge_the_same_three_ways(ask):
    some = st.lists(st.sampled_from(["a", "b", "c", " ", "  ", "\n", "\u0645", "\U0001f600"]))
    sentence = some.map("".join)
    cases = drawn(st.tuples(sentence, sentence, sentence))
    calls, expected = [], []
    for base, mine, theirs in cases:
        text, clean = merge_texts(base, mine, theirs)
        calls += [["mergeTexts", base, mine, theirs], ["changeByWords", theirs, text]]
        expected += [{"text": text, "clean": clean}, change_by_words(theirs, text)]
        assert changes.apply(theirs, change_by_words(theirs, text)) == text
    assert differences(ask, calls, expected) == []


def test_both_sides_refuse_the_same_changes(ask):
    pieces = st.one_of(
        st.integers(-12, 12), st.text("a5\x00\U0001f600", max_size=5), st.booleans(), st.none()
    )
    cases = drawn(st.lists(pieces, max_size=6))
    expected = [_takes(case) for case in cases]
    assert {True, False} == set(expected)
    assert differences(ask, [["check", case, 8] for case in cases], expected) == []


def test_both_sides_find_the_same_positions(ask):
    position = st.one_of(st.none(), st.from_regex(r"[0-9A-Za-z]{0,5}", fullmatch=True))
    cases = drawn(st.tuples(position, position))
    cases += [("V" * 64, "V" * 63 + "W"), ("z" * 64, None), (None, "0" * 63 + "1")]
    expected = [_between(*case) for case in cases]
    assert "NoRoom" in expected
    assert differences(ask, [["between", *case] for case in cases], expected) == []


def test_offsets_of_the_browser_count_code_points_and_never_cut_a_pair(ask):
    text = "a\U0001f600b"  # UTF-16 offsets: a 0, pair 1 and 2, b 3
    calls = [["codePoints", text, offset] for offset in range(5)]
    calls += [["utf16", text, place] for place in range(4)]
    assert differences(ask, calls, [0, 1, 1, 2, 3, 0, 1, 3, 4]) == []


def test_half_a_pair_becomes_a_mark_of_its_own_length(ask):
    # Half pairs do not survive the way into the page, so they are written as escapes.
    cleaned = ask(r"() => live.clean('a\ud83d\0b\ud83d\ude00').split('')")
    assert cleaned == ["a", "\ufffd", "\ufffd", "b", *_units("\U0001f600")]
    assert ask(r"() => live.check(['\ud83d'], 9)") is False


def test_the_page_that_people_see_still_finds_what_it_imports(ask):
    load = "async (name) => Object.keys(await import(`/js/live/${name}.js`))"
    found = [ask(load, name) for name in ("field", "text")]
    assert found == [["bindField"], ["Text"]]


def _takes(case):
    try:
        return bool(changes.check(case, limit=8))
    except Malformed:
        return False


def _between(before, after):
    try:
        return positions.between(before, after)
    except Malformed:
        return "RangeError"
    except Refused:
        return "NoRoom"


def _units(text):
    coded = text.encode("utf-16-be")
    pairs = (coded[n : n + 2] for n in range(0, len(coded), 2))
    return [pair.decode("utf-16-be", "surrogatepass") for pair in pairs]
