"""What each place may show of whose words a note holds: the whole table, written out once more."""

from dataclasses import replace
from itertools import product

import pytest

from discussion.domain.attribution import (
    CAPTURING,
    LEVELS,
    PLACES,
    PUBLISHED,
    SEEN_BY_MODERATORS,
    Attribution,
    Policy,
    allows,
    kept_from_boards,
    shown,
    widened,
)
from discussion.domain.contributions import Contribution
from tests.documents.sample import sample_record

# t: the table, c: its countries and organisations, p: the delegate; where the delegate agreed,
# and where not
PUBLIC = {
    "none": ("-", "-"),
    "table": ("t", "t"),
    "country": ("tc", "t"),
    "person": ("tcp", "t"),
}
AT_WORK = {"table": ("t", "t"), "country": ("tc", "tc"), "person": ("tcp", "tcp")}

NOTE = replace(
    next(n for n in sample_record().contributions if n.countries),
    countries=("MY", "SESRIC"),
    said_by="The delegate",
)


def letters(policy: Policy, note: Contribution, place: str) -> str:
    """What is shown, in the letters of the tables above."""
    seen = shown(policy, note, place)
    assert seen.countries in ((), note.countries) and seen.said_by in (None, note.said_by)
    told = {"t": seen.table, "c": seen.countries, "p": seen.said_by}
    return "".join(letter for letter, shows in told.items() if shows) or "-"


def expected(policy: Policy, place: str, *, agreed: bool) -> str:
    if place == "own_table":
        return "tcp"
    if place == "moderators":
        return AT_WORK[policy.capturing][not agreed]
    return PUBLIC[policy.published][not agreed]


@pytest.mark.parametrize("place", PLACES)
def test_every_place_shows_what_the_table_says_and_no_more(place: str) -> None:
    for capturing, published, agreed in product(CAPTURING, LEVELS, (True, False)):
        policy = Policy(capturing, published)
        note = replace(NOTE, agreed=agreed)
        assert letters(policy, note, place) == expected(policy, place, agreed=agreed), policy


def test_a_place_that_nobody_has_thought_of_shows_nothing_but_a_bug() -> None:
    with pytest.raises(ValueError, match="press"):
        shown(Policy(), NOTE, "press")


def test_boards_are_not_told_what_moderators_are_not_shown() -> None:
    for level in CAPTURING:
        policy = Policy(capturing=level)
        seen = shown(policy, NOTE, "moderators")
        hidden = {"countries": not seen.countries, "said_by": not seen.said_by}
        assert set(kept_from_boards(policy)) == {name for name, gone in hidden.items() if gone}


def test_nobody_has_chosen_means_tables_by_name_and_nobody_else() -> None:
    assert letters(Attribution().on("any topic"), replace(NOTE, agreed=True), "documents") == "t"


def test_a_topic_has_its_own_policy_or_the_workshops() -> None:
    own = Attribution(Policy(published="country"), {"two": Policy(published="none")})
    told = {topic: own.on(topic).published for topic in ("one", "two", None)}
    assert told == {"one": "country", "two": "none", None: "country"}
    assert own.publishes("one", "table") and not own.publishes("two", "table")


def test_each_level_holds_those_before_it() -> None:
    assert [[allows(one, other) for other in LEVELS] for one in LEVELS] == [
        [True, False, False, False],
        [True, True, False, False],
        [True, True, True, False],
        [True, True, True, True],
    ]


def test_every_choice_says_what_it_means_with_an_example() -> None:
    for choice in (*PUBLISHED.values(), *SEEN_BY_MODERATORS.values()):
        assert choice.title and choice.means.endswith(".") and choice.example.endswith(".")


def test_naming_more_in_either_way_is_told_apart_from_naming_less():
    usual = Policy("country", "table")
    assert widened(usual, usual) == ()
    assert widened(usual, Policy("table", "none")) == ()
    assert widened(usual, Policy("person", "none")) == ("capturing",)
    assert widened(usual, Policy("person", "country")) == ("published", "capturing")
