"""Opening words: the table, finding them at the start of a paragraph, and softer ones."""

import pytest

from discussion.domain.drafting.openers import (
    OPENERS,
    in_form,
    opener_named,
    openers,
    opening_of,
    repeated,
)
from discussion.domain.drafting.outcomes import OUTCOMES, gentle, softened

EVERY = [pytest.param(opener, id=f"{opener.part} {opener.words}") for opener in OPENERS]
FORMS = ("words", "third", "past")


def test_the_table_holds_every_opener_once_with_all_its_forms() -> None:
    assert len({(o.part, o.words) for o in OPENERS}) == len(OPENERS) == 124
    assert all(o.words and o.third and o.past and 0 <= o.force <= 5 for o in OPENERS)
    assert {o.attitude for o in openers("operative")} == {
        *("deciding", "directive", "positive", "neutral", "emphasis", "negative", "closing"),
    }


@pytest.mark.parametrize("opener", EVERY)
def test_an_opener_is_found_in_every_form_and_said_again(opener) -> None:
    for form in FORMS:
        for again in range(3):
            said = in_form(opener, form, again)
            found = opening_of(f"{said} whatever follows", opener.part)
            assert found and found.again == again
            assert (found.start, found.end) == (0, len(said))
            assert getattr(found.opener, found.form).casefold() == getattr(opener, form).casefold()


@pytest.mark.parametrize(
    ("words", "part", "opener", "again"),
    [
        ("Also request SESRIC to", "operative", "Request", 1),
        ("We call upon States", "operative", "Call upon", 0),
        ("The Workshop recognises that", "operative", "Recognize", 0),
        ("The participants, deeply concerned that", "preamble", "Deeply concerned", 0),
        ("Welcome with appreciation also the", "operative", "Welcome with appreciation", 1),
        ("Taking note also of the", "preamble", "Taking note of", 1),
        ("NOTING WITH CONCERN the", "preamble", "Noting with concern", 0),
        ("  Urge all", "operative", "Urge", 0),
    ],
)
def test_openers_are_found_however_they_are_put(words, part, opener, again) -> None:
    found = opening_of(words, part)
    assert found and (found.opener.words, found.again) == (opener, again)


@pytest.mark.parametrize("words", ["", "Portals should check", "Recommendations on", "also", "We"])
def test_other_words_are_no_opener(words: str) -> None:
    assert opening_of(words, "operative") is None


def test_an_opener_used_again_says_also_and_then_further() -> None:
    assert [repeated("Recommend", n) for n in range(4)] == [
        *("Recommend", "Recommend also", "Recommend further", "Recommend further"),
    ]
    assert repeated("Noting with concern", 1) == "Noting also with concern"
    assert repeated("Take note of", 1) == "Take note also of"
    assert repeated("Strongly urge", 2) == "Strongly urge further"


@pytest.mark.parametrize("opener", [p for p in EVERY if p.values[0].softer])
def test_a_softer_opener_is_in_the_table_and_the_way_down_ends(opener) -> None:
    assert opener_named(opener.part, opener.softer).force <= opener.force
    assert not gentle(opener, -1).softer


@pytest.mark.parametrize(
    ("words", "conclusions", "summary"),
    [
        ("Decide", "Propose", "Propose"),
        ("Agree on", "Take note of", "Take note of"),
        ("Strongly urge", "Call upon", "Encourage"),
        ("Request", "Request", "Invite"),
        ("Entrust", "Entrust", "Entrust"),
        ("Welcome", "Welcome", "Welcome"),
    ],
)
def test_verbs_are_softened_step_by_step_and_no_further_than_asked(
    words: str, conclusions: str, summary: str
) -> None:
    opener = opener_named("operative", words)
    for outcome, softer in (("conclusions", conclusions), ("summary", summary)):
        assert gentle(opener, OUTCOMES[outcome].force).words == softer


@pytest.mark.parametrize(
    ("text", "outcome", "proposed"),
    [
        ("*Urge* States to act", "conclusions", "*Call upon* States to act"),
        ("*Urge also* States to act", "conclusions", "*Call also upon* States to act"),
        ("Urges States to act", "conclusions", "Calls upon States to act"),
        ("*Urge* States to act", "summary", "Participants *encouraged* States to act"),
        ("*Call upon* [all] States", "summary", "Participants *encouraged* [all] States"),
        ("We urge States", "summary", "We encouraged States"),
        ("*Recommend* that", "summary", "Participants *recommended* that"),
    ],
)
def test_a_lesser_outcome_has_softer_words_proposed(text, outcome, proposed) -> None:
    found = softened(text, "operative", outcome)
    assert found and found.text == proposed
    assert found.after.split()[-1] in proposed


def test_the_preamble_is_told_in_the_past_by_a_chair() -> None:
    found = softened("*Noting with concern* scams", "preamble", "summary")
    assert found and found.text == "Participants *noted with concern* scams"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("*Recommend* that", "conclusions"),
        ("Whoever decides this", "conclusions"),
        ("[Urge | Invite] States to act", "conclusions"),
        ("*Urge* States to act", "declaration"),
        ("Ur[ge] States", "conclusions"),
        ("", "summary"),
    ],
)
def test_nothing_is_proposed_where_nothing_need_or_may_change(text: str, outcome: str) -> None:
    assert softened(text, "operative", outcome) is None
