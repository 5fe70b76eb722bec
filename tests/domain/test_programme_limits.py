"""How long a programme's texts and lists may be, which characters and which names it may hold."""

from collections.abc import Callable

import pytest

from discussion.domain.programme_file import programme_to_json, shape
from discussion.domain.programme_file.fields import TITLE_LIMIT

from .programme_files import parsed, problems_of, small, small_with_item


@pytest.mark.parametrize("title", ["", "  ", "\u00a0", None, 5, ["A"], {"en": "A"}, True])
def test_a_title_is_a_text_that_says_something(title: object) -> None:
    assert set(problems_of(small() | {"title": title})) == {"title"}


def test_a_title_at_the_limit_passes_and_one_character_more_does_not() -> None:
    assert parsed(small(title="م" * TITLE_LIMIT))
    said = problems_of(small(title="م" * (TITLE_LIMIT + 1)))
    assert said == {"title": "This has 301 characters; at most 300 are possible."}


@pytest.mark.parametrize(
    "bad", ["\0", "\ud83d", "\udc00", "\x1b", "\x85", "\ufffe", "\n", "\u2028"]
)
def test_characters_that_word_cannot_hold_are_named_by_their_place(bad: str) -> None:
    said = problems_of(small(title=f"Job{bad}s"))["title"]
    assert said == f"Character 4 (U+{ord(bad):04X}) cannot stand here. Take it out, please."


def test_longer_texts_may_have_lines() -> None:
    assert parsed(small(method="Talk.\nListen.")).method == "Talk.\nListen."


@pytest.mark.parametrize(
    ("name", "most", "entry"),
    [
        ("topics", shape.MOST_TOPICS, lambda n: {"no": n + 1, "title": "T"}),
        ("programme", shape.MOST_ITEMS, lambda n: small()["programme"][0]),
        ("hosts", shape.MOST_HOSTS, lambda n: {"name": "H"}),
        ("invited_international", shape.MOST_INVITED, lambda n: "ILO"),
        ("objectives", shape.MOST_LINES, lambda n: "One"),
        ("mandate", shape.MOST_MANDATES, lambda n: {"title": "Plan"}),
    ],
)
def test_a_list_at_its_limit_passes_and_one_more_does_not(
    name: str, most: int, entry: Callable[[int], object]
) -> None:
    assert parsed(small(**{name: [entry(n) for n in range(most)]}))
    said = problems_of(small(**{name: [entry(n) for n in range(most + 1)]}))
    assert said == {name: f"This list has {most + 1} entries; at most {most} are possible."}


def test_an_unknown_name_is_a_mistake_that_says_what_was_meant() -> None:
    said = problems_of(small_with_item(strat="09:00"))
    assert said["programme[0].strat"] == "“strat” is not known here. Did you mean “start”?"


@pytest.mark.parametrize("name", ["", "programm", "\ud800", "x" * 10_000, 5, None, ("a",)])
def test_an_unknown_name_of_any_form_is_a_mistake(name: object) -> None:
    assert len(problems_of(dict([*small().items(), (name, 1)]))) == 1


def test_remarks_at_the_top_are_kept_as_given() -> None:
    remarks = {"_note": ["from the annex", {"n": 1.5}], "x-room": "Ballroom"}
    programme = parsed(small(**remarks))
    assert programme.extra == remarks
    assert parsed(programme_to_json(programme)) == programme


def test_remarks_inside_items_are_read_over() -> None:
    assert parsed(small_with_item(_todo="ask again")) == parsed(small())


def test_remarks_are_checked_like_any_text() -> None:
    assert set(problems_of(small(_note={"a": ["\0"]}))) == {"_note.a[0]"}
    assert set(problems_of(small(_note={"\ud800": 1}))) == {"_note"}
    assert set(problems_of(small(_note=float("inf")))) == {"_note"}


def test_remarks_without_end_are_refused() -> None:
    circle: list[object] = []
    circle.append(circle)
    assert set(problems_of(small(_note=circle))) == {"_note"}
    assert set(problems_of(small(_note=[0] * 3000))) == {"_note"}


@pytest.mark.parametrize("language", ["English", "EN", "e", "en_GB", 1])
def test_a_language_is_its_code(language: object) -> None:
    assert set(problems_of(small(language=language))) == {"language"}
