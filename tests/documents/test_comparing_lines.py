"""Lines differ word by word, brackets by their signs, and nothing takes long to match."""

from hypothesis import given
from hypothesis import strategies as st

from discussion.documents.comparing import redline
from discussion.documents.comparing.sequences import matching
from discussion.documents.tree import (
    Alternatives,
    Attribution,
    Bracket,
    Change,
    Deleted,
    Document,
    Emphasis,
    Inserted,
    Link,
    MarkChange,
    Paragraph,
    Strong,
    Text,
    normal,
)
from tests.documents.any_tree import START
from tests.documents.every_node import META

BY = Change("The secretariat", START)
CAME, WENT = MarkChange("inserted", BY), MarkChange("deleted", BY)


def line(old, new):
    """What a redline makes of two lines."""
    one, other = (Document(META, (Paragraph(said, "P", ()),)) for said in (old, new))
    (only,) = redline(one, other, BY).blocks
    return only.content


def came(words: str) -> Inserted:
    return Inserted((Text(words),), BY)


def went(words: str) -> Deleted:
    return Deleted((Text(words),), BY)


def test_lines_differ_word_by_word_and_phrases_as_phrases() -> None:
    assert line((Text("We shall review portals."),), (Text("We should review portals;"),)) == (
        *(Text("We "), went("shall"), came("should"), Text(" review portals")),
        *(went("."), came(";")),
    )
    phrase = line((Text("ask the old ministry to report"),), (Text("ask each new body to report"),))
    assert phrase == (
        *(Text("ask "), went("the old ministry"), came("each new body"), Text(" to report")),
    )


def test_a_bracket_is_lifted_and_put_round_words_by_its_signs_alone() -> None:
    open_, agreed = (
        (Text("We "), Bracket((Text("urgently"),)), Text(" ask")),
        (Text("We urgently ask"),),
    )
    (before, bracket, after) = line(open_, agreed)
    assert (before, after) == (Text("We "), Text(" ask"))
    assert bracket == Bracket((Text("urgently"),), (), WENT)
    assert line(agreed, open_)[1] == Bracket((Text("urgently"),), (), CAME)


def test_one_of_two_alternatives_is_chosen() -> None:
    both = (Text("States "), Alternatives(((Text("shall"),), (Text("should"),))), Text(" report"))
    chosen = line(both, (Text("States should report"),))
    assert chosen[1] == Alternatives(((went("shall"),), (Text("should"),)), (), WENT)


def test_what_changed_inside_a_bracket_is_told_inside_it() -> None:
    by = (Attribution(("MY",)),)
    old = (Bracket((Text("all the new portals"),), by),)
    new = (Bracket((Text("all the open portals"),), by),)
    (bracket,) = line(old, new)
    assert bracket == Bracket((Text("all the "), went("new"), came("open"), Text(" portals")), by)


def test_italics_and_links_are_part_of_the_words() -> None:
    assert line((Text("Urge"),), (Emphasis((Text("Urge"),)),)) == (
        went("Urge"),
        Inserted((Emphasis((Text("Urge"),)),), BY),
    )
    (link,) = line((Link((Text("the old plan"),), "#A"),), (Link((Text("the new plan"),), "#A"),))
    assert link == Link((Text("the "), went("old"), came("new"), Text(" plan")), "#A")


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12))
def test_matched_places_rise_and_are_equal(old: str, new: str) -> None:
    pairs = matching(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert pairs == sorted(set(pairs)) and len({j for _, j in pairs}) == len(pairs)
    assert [j for _, j in pairs] == sorted(j for _, j in pairs)


def test_long_ways_are_cut_short_between_values_that_stand_once() -> None:
    old = [f"o{n}" for n in range(400)] + ["mark"] + ["x"] * 50
    new = [f"n{n}" for n in range(400)] + ["mark"] + ["x"] * 40 + ["y"]
    pairs = matching(old, new)
    assert (400, 400) in pairs and len(pairs) >= 41


def test_strong_words_stay_strong() -> None:
    old, new = (
        (Strong((Text("The Workshop"),)), Text(" met")),
        (
            Strong((Text("The Seminar"),)),
            Text(" met"),
        ),
    )
    assert line(old, new) == normal(
        (
            Strong((Text("The "), went("Workshop"), came("Seminar"))),
            Text(" met"),
        )
    )
