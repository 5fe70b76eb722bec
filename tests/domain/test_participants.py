"""The list of participants: what may stand in it, its order, and whom it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.participants import (
    GROUPS,
    LIST_LIMIT,
    ListProblems,
    Participant,
    as_list,
    as_published,
    in_order,
    place_of,
    read_list,
)

HEAD = "name,function,institution,country,group,agreed\n"
LIST = HEAD + (
    "Delegate One,Director,Ministry of Labour,Yemen,,yes\n"
    "Delegate Two,,Agence de l'emploi,Algérie,country,no\n"
    "Delegate Three,Expert,ILO,,,yes\n"
    "Delegate Four,Chief,PERKESO,MY,host,yes\n"
    "Delegate Five,Deputy,Agence de l'emploi,DZ,country,yes\n"
)
CELL = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20)


def problems(text: str) -> list[tuple[int, str]]:
    with pytest.raises(ListProblems) as raised:
        read_list(text)
    return list(raised.value.problems)


def test_a_list_is_read_as_a_spreadsheet_gives_it_by_comma_semicolon_or_tab() -> None:
    for separator in (";", "\t"):
        assert read_list(LIST.replace(",", separator)) == read_list(LIST)
    assert read_list("\ufeff" + LIST.replace("\n", "\r\n")) == read_list(LIST)
    assert read_list(LIST)[0] == Participant(
        "Delegate One", "Director", "Ministry of Labour", "YE", "country", True
    )


def test_columns_may_stand_in_any_order_and_only_names_are_needed() -> None:
    assert read_list("agreed;Name\nyes;A\n;B\n") == (
        Participant("A", "", "", "", "organisation", True),
        Participant("B", "", "", "", "organisation", False),
    )


def test_a_country_is_known_by_its_name_in_three_languages_and_by_its_code() -> None:
    names = ("Algeria", "algérie", "الجزائر", "DZ", "dz")
    assert {read_list(f"name,country\nA,{name}\n")[0].country for name in names} == {"DZ"}
    assert read_list("name,country\nA,Bosnia and Herzegovina\n")[0].country.startswith("Bosnia")


@pytest.mark.parametrize(
    ("language", "countries"), [("en", ["Algeria", "Yemen"]), ("ar", ["الجزائر", "اليمن"])]
)
def test_countries_come_by_the_alphabet_then_organisations_then_hosts(
    language: str, countries: list[str]
) -> None:
    people = in_order(read_list(LIST), language)
    places = [place_of(one, language) for one in people]
    assert list(dict.fromkeys(places)) == [*countries, "ILO", "PERKESO"]
    assert [one.name for one in people[:2]] == ["Delegate Two", "Delegate Five"]  # as listed


def test_arabic_countries_are_ordered_without_the_article() -> None:
    people = read_list("name,country\nA,YE\nB,DZ\nC,TR\nD,BJ\n")
    order = [one.country for one in in_order(people, "ar")]
    assert order == ["BJ", "TR", "DZ", "YE"]  # ba, ta, jim, ya


def test_of_whoever_has_not_agreed_nothing_stays_but_whom_they_attend_for() -> None:
    shown = as_published(read_list(LIST))
    assert shown[1] == Participant("", "", "", "DZ", "country", False)
    assert [one.name for one in shown if one.name] == [
        f"Delegate {number}" for number in ("One", "Three", "Four", "Five")
    ]


def test_everything_wrong_is_told_at_once_by_line() -> None:
    said = problems("name,country,group,agreed\nA,MY,guests,perhaps\n\n,,,\n,MY,,\nB,,country,\n")
    assert [line for line, _ in said] == [2, 2, 5, 6]
    assert said[0][1] == "group: “guests” is none. Groups are: country, organisation, host."
    assert said[1][1] == "agreed: Write yes or no, not “perhaps”."
    assert said[2][1].startswith("name: This is empty.")
    assert said[3][1].startswith("country: This is empty.")


@pytest.mark.parametrize(
    "text",
    [
        "function,country\nA,MY\n",
        "name,shoe size\nA,42\n",
        "name,name\nA,B\n",
        "name\nA\x00B\n",
        "name\n" + "A" * 201 + "\n",
        'name\n"' + "A\n" * 70_000,
        "name\n" + "A\n" * 2_001,
        "A" * (LIST_LIMIT + 1),
    ],
)
def test_lists_that_are_none_are_refused_calmly(text: str) -> None:
    assert problems(text)


def test_nothing_at_all_is_an_empty_list() -> None:
    assert read_list("") == read_list(" \r\n ") == read_list(HEAD) == ()


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL, st.sampled_from(list(GROUPS)), st.booleans())))
def test_a_list_that_was_kept_comes_back_from_its_own_text(rows: list[tuple]) -> None:
    people = [Participant(*row) for row in rows]
    try:
        kept = read_list(as_list(people))
    except ListProblems:
        return
    assert read_list(as_list(kept)) == kept


@given(st.text(max_size=60))
def test_any_text_is_a_list_or_has_problems_that_can_be_shown(text: str) -> None:
    try:
        assert all(one.name for one in read_list(text))
    except ListProblems as told:
        assert told.problems
        for line, words in told.problems:
            assert line >= 1
            words.encode()
