"""The markup of a paragraph: everything typed has a meaning, and nothing typed is lost."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from discussion.domain.drafting.markup import (
    MOST_NESTED,
    Alternative,
    Attribution,
    Bracket,
    Count,
    Emphasis,
    Markup,
    Stand,
    Words,
    brackets_in,
    count,
    escape,
    parse,
    plain_words,
    shown,
    text_of,
)

SIGNS = st.text(st.sampled_from("[]{}|*\\ ,;:ab\n"), max_size=60)
TEXTS = SIGNS | st.text(max_size=60)


@given(TEXTS)
@example("[a | b]{MY: no} {ID}")
@example("[[[[[[deep|er]]]] *x")
def test_whatever_is_typed_is_kept_to_the_last_character(text: str) -> None:
    assert text_of(parse(text)) == text


def test_the_law_would_notice_a_lost_brace() -> None:
    kept = parse("[a]{MY}")
    (bracket,) = (p for p in kept.pieces if isinstance(p, Bracket))
    lost = Markup((replace(bracket, attribution=None),), ())
    assert text_of(lost) != "[a]{MY}"


@given(TEXTS)
def test_pieces_say_truly_where_they_stand(text: str) -> None:
    for words in _all_words(parse(text).pieces):
        assert text[words.start : words.start + len(words.written)] == words.written
    read = shown(parse(text))
    assert list(read.places) == sorted(read.places)
    assert all(
        text[place] == sign or sign in " |"
        for sign, place in zip(read.words, read.places, strict=True)
    )


@given(TEXTS)
def test_mistakes_stand_inside_the_text_and_say_what_to_do(text: str) -> None:
    for mistake in parse(text).mistakes:
        assert 0 <= mistake.start < mistake.end <= len(text)
        assert mistake.message.endswith(".")


@given(TEXTS)
def test_words_taken_over_from_a_point_are_only_words(text: str) -> None:
    read = parse(escape(text))
    assert read.mistakes == ()
    assert "".join(_plain(piece) for piece in read.pieces) == text


@given(TEXTS, TEXTS)
def test_words_taken_over_do_not_reach_into_what_stands_after_them(one: str, two: str) -> None:
    text = f"[{escape(one)}x]{{{escape(two)}y}}"
    (bracket,) = parse(text).pieces
    assert isinstance(bracket, Bracket)
    assert plain_words(text) == f"{one}x"


def test_a_bracket_is_text_that_is_not_agreed() -> None:
    assert parse("a [b] c").pieces == (
        Words(0, "a ", "a "),
        Bracket(2, 5, (Alternative(3, (Words(3, "b", "b"),)),)),
        Words(5, " c", " c"),
    )


def test_alternatives_are_divided_by_bars_and_spaces_beside_the_bars_do_not_count() -> None:
    text = "within [two | three | ten] days"
    assert plain_words(text) == "within two days"
    assert shown(parse(text)).words == "within two | three | ten days"


def test_braces_after_a_bracket_say_who_stands_behind_it_and_why() -> None:
    (bracket,) = brackets_in(parse("[now] {MY, ID: not yet; Table 2: no number}").pieces)
    assert bracket.attribution == Attribution(
        5,
        " {MY, ID: not yet; Table 2: no number}",
        (Stand(("MY", "ID"), "not yet"), Stand(("Table 2",), "no number")),
    )


def test_a_reason_may_hold_any_sign_but_a_brace() -> None:
    (bracket,) = brackets_in(parse(r"[now]{MY: [see] *all* | \{this\}}").pieces)
    assert bracket.attribution
    assert bracket.attribution.stands == (Stand(("MY",), "[see] *all* | {this}"),)


def test_asterisks_set_words_apart() -> None:
    assert parse("*Urge* all").pieces == (
        Emphasis(0, (Words(1, "Urge", "Urge"),)),
        Words(6, " all", " all"),
    )


def test_emphasis_and_brackets_stand_in_each_other_but_never_across() -> None:
    inside = parse("*a [b] c*")
    assert isinstance(inside.pieces[0], Emphasis) and not inside.mistakes
    across = parse("*a [b* c]")
    assert [m.code for m in across.mistakes] == ["emphasis_open", "emphasis_open"]
    assert plain_words("*a [b* c]") == "*a b* c"


def test_a_backslash_makes_a_sign_a_letter_and_is_itself_before_any_other() -> None:
    assert plain_words(r"\[a\] \{b\} \| \* \\ c\d") == r"[a] {b} | * \ c\d"


MISTAKES = """
typed               what is odd                            code
[a                  [                                      not_closed
a]                  ]                                      not_opened
a | b               |                                      bar_outside
*a                  *                                      emphasis_open
**                  **                                     emphasis_empty
[ ]                 [ ]                                    bracket_empty
[a|]                [a|]                                   alternative_empty
{MY}                {MY}                                   braces_outside
[a]{MY}{ID}         {ID}                                   braces_outside
[a]{MY              {                                      braces_open
[a]{}               {}                                     nobody_named
[a]{: why}          {: why}                                nobody_named
a}                  }                                      braces_not_opened
[[[[[a]]]]]         [a]                                    too_deep
"""
ROWS = [line.split("  ") for line in MISTAKES.strip().splitlines()[1:]]
CASES = [tuple(cell.strip() for cell in row if cell.strip()) for row in ROWS]


@pytest.mark.parametrize(("typed", "odd", "code"), CASES, ids=[case[0] for case in CASES])
def test_a_sign_without_a_meaning_is_pointed_out_and_shown(typed: str, odd: str, code: str) -> None:
    (mistake,) = parse(typed).mistakes
    assert (typed[mistake.start : mistake.end], mistake.code) == (odd, code)
    assert text_of(parse(typed)) == typed


def test_brackets_nest_so_deep_and_no_deeper() -> None:
    deepest = "[" * MOST_NESTED + "a" + "]" * MOST_NESTED
    assert parse(deepest).mistakes == ()
    assert count(parse(f"[{deepest}]")).brackets == MOST_NESTED


def test_ten_thousand_open_brackets_are_read_in_one_go() -> None:
    text = "[" * 10_000
    assert text_of(parse(text)) == text


def test_what_is_open_is_counted() -> None:
    text = "*Urge* [all] States to [act | [at once]] {MY, ID: why; MY: how}, and now"
    assert count(parse(text)) == Count(brackets=3, alternatives=1, objections=2, words=9)


def test_a_stretch_of_the_shown_words_is_found_in_what_was_typed() -> None:
    text = r"*Urge* \[all\] States"
    read = shown(parse(text))
    at = read.words.index("States")
    start, end = read.typed(at, at + len("States"))
    assert text[start:end] == "States"
    assert shown(parse("")).typed(0, 0) == (0, 0)


def _all_words(pieces: tuple[object, ...]) -> list[Words]:
    found: list[Words] = []
    for piece in pieces:
        match piece:
            case Words():
                found.append(piece)
            case Emphasis(content=content):
                found += _all_words(content)
            case Bracket(alternatives=alternatives):
                for alternative in alternatives:
                    found += _all_words(alternative.content)
    return found


def _plain(piece: object) -> str:
    assert isinstance(piece, Words)
    return piece.words
