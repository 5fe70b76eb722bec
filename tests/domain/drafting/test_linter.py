"""What a careful reader remarks on a draft, each at its place, with what to do."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.drafting.linter import Context, Line, lint

KNOWN = Context(
    people=("Amal Example", "H.E. Mdm Sample"), tables=("Table 4", "The Orchid"),
    acronyms=frozenset({"OIC"}),
)  # fmt: skip

ALONE = """
words                                                        odd                 code
Portals should check employers                               Portals             unknown_opener
*Urge* to act at once                                        Urge                no_addressee
*Request*                                                    Request             no_addressee
*Urge* States to act [at once]                               [at once]           bracket
*Urge* States to act [now | soon]{MY: why} together          [now | soon]        bracket
*Urge* [all [three]] States to act                           [all [three]]       bracket
*Urge* States to meet in (tbc)                               tbc                 tbc
*Urge* States to meet on a day to be confirmed               to be confirmed     tbc
*Urge* States to meet on ??                                  ??                  tbc
*Note* what Table 12 said                                    Table 12            table_named
*Note* what the Orchid said                                  the Orchid          table_named
*Thank* Amal Example for her paper                           Amal Example        person_named
*Thank* Dr. Sample Person for the paper                      Dr. Sample Person   person_named
*Welcome* the guidelines.                                    .                   end_mark
*Welcome* the guidelines;                                    ;                   end_mark
*Welcome* the guidelines. They help                          .                   full_stop
*Welcome* the use of AI in portals                           AI                  acronym
*Welcome also* the guidelines                                Welcome also        repeated
"""
ROWS = [[c.strip() for c in row.split("   ") if c.strip()] for row in ALONE.strip().split("\n")]


@pytest.mark.parametrize(("words", "odd", "code"), ROWS[1:], ids=[row[0] for row in ROWS[1:]])
def test_a_paragraph_is_remarked_on_at_its_place(words: str, odd: str, code: str) -> None:
    ((finding,),) = lint([Line(words, "operative")], KNOWN)
    assert (words[finding.start : finding.end], finding.code) == (odd, code)
    assert finding.message.endswith(".")


def test_whom_documents_keep_out_of_braces_is_said_where_they_are_typed() -> None:
    words = "*Urge* States to act [now|soon]{The Orchid, MY: why; Table 4: no} together"
    for level, held in (("none", "The Orchid, MY, Table 4"), ("table", "MY"), ("country", "")):
        (found,) = lint([Line(words, "operative", published=level)], KNOWN)
        said = [one for one in found if one.code == "party_held_back"]
        assert len(said) == bool(held)
        for one in said:
            assert words[one.start : one.end] == "{The Orchid, MY: why; Table 4: no}"
            assert f" {held} here" in one.message


FINE = [
    "",
    "*Urge* States to act at once",
    "*Recommend* to the Network that it meet",
    "*Call upon* employers, in line with Resolution No. 5, to check",
    "*Welcome* the use of artificial intelligence (AI) in portals; AI",
    "*Welcome* the use of AI (artificial intelligence) in portals",
    "*Note* section IV of the OIC programme",
    "*Note* the timetable and the table of contents",
    "*TAKE NOTE OF* the guidelines",
]


@pytest.mark.parametrize("words", FINE)
def test_nothing_is_remarked_on_a_sound_paragraph(words: str) -> None:
    assert lint([Line(words, "operative")], KNOWN) == ((),)


def test_names_after_a_bracket_are_no_names_in_the_text() -> None:
    (findings,) = lint([Line("*Urge* States [now]{Table 4: too soon}", "operative")], KNOWN)
    assert [f.code for f in findings] == ["bracket"]


def test_sub_paragraphs_inherit_the_verb_of_their_chapeau() -> None:
    lines = [
        Line("*Call upon*:", "operative"),
        Line("portals to check employers", "operative", level=1),
        Line("agencies to share warnings", "operative", level=1),
    ]
    assert lint(lines, KNOWN) == ((), (), ())


def test_the_same_opener_in_a_row_takes_also_and_then_further() -> None:
    texts = ["*Urge* all", "*Urge* some", "*Urge further* few", "*Note* it", "*Urge* none"]
    found = lint([Line(text, "operative") for text in texts], KNOWN)
    assert [[f.message for f in each] for each in found] == [
        [],
        ["The paragraph before opens alike: write “Urge also”, with “also”."],
        [],
        [],
        [],
    ]


def test_openers_count_anew_below_a_heading_and_in_the_other_part() -> None:
    lines = [
        Line("Noting it", "preamble"),
        Line("*Urge* all", "operative", "A"),
        Line("*Urge* all", "operative", "B"),
    ]
    assert lint(lines, KNOWN) == ((), (), ())


def test_an_acronym_is_asked_about_once() -> None:
    lines = [Line(f"*Welcome* {words}", "operative") for words in ("PES staff", "a PES")]
    assert [[f.code for f in each] for each in lint(lines, KNOWN)] == [["acronym"], ["repeated"]]


def test_a_long_paragraph_is_remarked_on_from_where_it_is_too_long() -> None:
    words = "*Urge* " + " ".join(["all"] * 119) + " who are here"
    ((finding,),) = lint([Line(words, "operative")], KNOWN)
    assert (finding.code, words[finding.start : finding.end]) == ("too_long", "who are here")


def test_a_paragraph_is_judged_by_the_opening_words_of_its_own_language() -> None:
    french = replace(KNOWN, language="fr")
    lines = [Line("*Invite* les portails", "operative", language="fr")]
    assert lint(lines, french) == ((),)
    ((unknown,),) = lint([Line("Portails ouverts", "preamble", language="fr")], french)
    assert unknown.code == "unknown_opener" and "“Notant”" in unknown.message
    (_, (again,)) = lint([*lines, *lines], french)
    assert "“Invite également”" in again.message
    ((silent,),) = lint([Line("*Demandons* de publier", "operative", language="fr")], french)
    assert silent.code == "no_addressee"
    malay = replace(KNOWN, language="ms")
    assert lint([Line("Portal terbuka", "operative", language="ms")], malay) == ((),)


def test_an_arabic_draft_is_read_by_arabic_opening_words() -> None:
    arabic = replace(KNOWN, language="ar")
    lines = [Line(f"{words} الدول", "operative", language="ar") for words in ("ندعو", "ندعو")]
    ((), (again,)) = lint(lines, arabic)
    assert again.code == "repeated" and "ندعو أيضاً" in again.message
    ((table,),) = lint([Line("ندعو الطاولة 4 إلى", "operative", language="ar")], arabic)
    assert table.code == "table_named"


def test_what_is_in_another_language_is_to_be_translated() -> None:
    ((finding,),) = lint([Line("يدعو الدول", "operative", language="ar")], KNOWN)
    assert (finding.code, finding.start, finding.end) == ("to_translate", 0, 10)
    assert lint([Line("", "operative", language="ar")], KNOWN) == ((),)


@given(st.lists(st.text(st.sampled_from("[]{}|*\\ .Tabl1;AIto:?"), max_size=40), max_size=4))
def test_whatever_is_typed_findings_stand_inside_it(texts: list[str]) -> None:
    found = lint([Line(text, "operative") for text in texts], KNOWN)
    for text, findings in zip(texts, found, strict=True):
        assert all(0 <= f.start <= f.end <= len(text) for f in findings)
