"""Finding a member state by what people type, in three languages and two scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.countries import (
    COUNTRIES,
    ORGANISATIONS,
    alphabetical,
    code_of_country,
    country_name,
)


def test_there_are_57_member_states_each_named_in_three_languages() -> None:
    assert len(COUNTRIES) == 57
    assert all(c.english and c.french and c.arabic for c in COUNTRIES.values())
    assert all(iso == c.iso and len(iso) == 2 and iso.isupper() for iso, c in COUNTRIES.items())


def test_no_name_and_no_code_stands_twice() -> None:
    for language in ("en", "fr", "ar"):
        assert len({c.name(language) for c in COUNTRIES.values()}) == 57


@pytest.mark.parametrize(
    ("iso", "language", "name"),
    [
        ("MY", "en", "Malaysia"),
        ("MY", "fr", "Malaisie"),
        ("MY", "ar", "ماليزيا"),
        ("CI", "en", "Côte d'Ivoire"),
        ("TR", "en", "Türkiye"),
        ("MY", "ms", "Malaysia"),
        ("FR", "en", "FR"),
        ("ILO", "ar", "ILO"),
        ("World Bank", "en", "World Bank"),
        ("", "en", ""),
    ],
)
def test_a_code_has_its_name_and_anything_else_stays_as_it_is(
    iso: str, language: str, name: str
) -> None:
    assert country_name(iso, language) == name


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("my", "MY"),
        ("maroc", "MA"),
        ("E\u0301gypte", "EG"),
        ("cote d'ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("TÜRKİYE", "TR"),
        ("guinea bissau", "GW"),
        ("  oman", "OM"),
        ("الاردن", "JO"),
        ("أردن", "JO"),
        ("اذربيجان", "AZ"),
        ("mal", None),
        ("arabia", None),
        ("", None),
    ],
)
def test_a_name_is_known_however_it_is_typed(typed: str, code: str | None) -> None:
    assert code_of_country(typed) == code


@given(st.text(max_size=10))
def test_anything_may_be_typed(typed: str) -> None:
    assert code_of_country(typed) in (None, *COUNTRIES)


@given(st.sampled_from(sorted(COUNTRIES)), st.sampled_from(["en", "fr", "ar"]))
def test_the_whole_name_always_finds_its_country(iso: str, language: str) -> None:
    assert code_of_country(country_name(iso, language)) == iso


@pytest.mark.parametrize(
    ("language", "some_in_order"),
    [
        ("en", ["AF", "CI", "DJ", "TR", "TM", "YE"]),
        ("fr", ["AF", "AL", "SA", "EG", "AE", "GA", "GN", "GW", "YE"]),
        ("ar", ["AZ", "JO", "AF", "AL", "AE", "BH", "DZ", "KM", "SA", "YE"]),
    ],
)
def test_countries_stand_in_the_order_of_each_languages_alphabet(
    language: str, some_in_order: list[str]
) -> None:
    order = sorted(COUNTRIES, key=lambda iso: alphabetical(country_name(iso, language)))
    assert len(order) == 57
    assert [iso for iso in order if iso in some_in_order] == some_in_order


def test_no_organisation_could_be_taken_for_a_country() -> None:
    assert not set(ORGANISATIONS) & set(COUNTRIES)
    assert len(set(ORGANISATIONS)) == len(ORGANISATIONS)
