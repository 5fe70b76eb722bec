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

EVERY = [
    pytest.param(opener, id=f"{opener.part} {opener.language} {number}")
    for number, opener in enumerate(OPENERS)
]
FORMS = ("words", "third", "past")


def test_the_table_holds_every_opener_once_with_all_its_forms() -> None:
    assert len({(o.language, o.part, o.words) for o in OPENERS}) == len(OPENERS)
    assert sum(o.language == "en" for o in OPENERS) == 124
    assert all(o.words and o.third and o.past and 0 <= o.force <= 5 for o in OPENERS)
    assert {o.attitude for o in openers("operative")} == {
        *("deciding", "directive", "positive", "neutral", "emphasis", "negative", "closing"),
    }


@pytest.mark.parametrize("opener", EVERY)
def test_an_opener_is_found_in_every_form_and_said_again(opener) -> None:
    for form in FORMS:
        for again in range(3):
            said = in_form(opener, form, again)
            found = opening_of(f"{said} whatever follows", opener.part, opener.language)
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


@pytest.mark.parametrize(
    ("words", "part", "language", "opener", "again"),
    [
        ("Nous recommandons aux États", "operative", "fr", "Recommandons", 0),
        ("Nous félicitons des progrès", "operative", "fr", "Nous félicitons", 0),
        ("L’Atelier se félicite également de", "operative", "fr", "Nous félicitons", 1),
        ("RECONNAISSANT EN OUTRE le rôle", "preamble", "fr", "Reconnaissant", 2),
        ("Guidé par les objectifs", "preamble", "fr", "Guidés par", 0),
        ("Gardant à l'esprit que", "preamble", "fr", "Gardant à l’esprit", 0),
        ("وإذ نلاحظ أيضًا مع القلق", "preamble", "ar", "إذ نلاحظ مع القلق", 1),
        ("إذ تستذكر كذلك خطة العمل", "preamble", "ar", "إذ نستذكر", 2),
        ("نُوصي بما يلي", "operative", "ar", "نوصي", 0),
        ("ونحيط علما بالعروض", "operative", "ar", "نحيط علماً", 0),
    ],
)
def test_openers_are_found_in_french_and_arabic(words, part, language, opener, again) -> None:
    found = opening_of(words, part, language)
    assert found and (found.opener.words, found.again) == (opener, again)
    assert opening_of(words, part, "ms") is None


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
    assert repeated("Nous félicitons", 1, "fr") == "Nous félicitons également"
    assert repeated("Notant avec préoccupation", 3, "fr") == "Notant en outre avec préoccupation"
    assert repeated("إذ نلاحظ مع القلق", 1, "ar") == "إذ نلاحظ أيضاً مع القلق"
    assert repeated("نحيط علماً", 2, "ar") == "نحيط علماً كذلك"


@pytest.mark.parametrize("opener", [p for p in EVERY if p.values[0].softer])
def test_a_softer_opener_is_in_the_table_and_the_way_down_ends(opener) -> None:
    assert opener_named(opener.part, opener.softer, opener.language).force <= opener.force
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


@pytest.mark.parametrize(
    ("text", "part", "language", "proposed"),
    [
        ("*Exhortons* les États à agir", "operative", "fr", "Les participants *ont encouragé*"),
        ("*Guidés par* les objectifs", "preamble", "fr", "Les participants *ont été guidés par*"),
        ("*نحث* الدول على العمل", "operative", "ar", "*شجع المشاركون* الدول"),
        ("*وإذ نلاحظ مع القلق* أن", "preamble", "ar", "*لاحظ المشاركون مع القلق* أن"),
    ],
)
def test_a_chair_tells_of_participants_in_french_and_arabic(text, part, language, proposed) -> None:
    found = softened(text, part, "summary", language)
    assert found and found.text.startswith(proposed)


def test_conclusions_are_softer_in_french_and_arabic_too() -> None:
    found = softened("*Exhortons* les États à agir", "operative", "conclusions", "fr")
    assert found and found.text == "*Appelons* les États à agir"
    assert softened("*نحث* الدول", "operative", "conclusions", "ar").text == "*نشجع* الدول"  # type: ignore[union-attr]
