"""A search finds words in their forms, in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.likeness import contains, searchable, sought


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("emploi", "Les emplois des jeunes"),
        ("l'emploi", "Service public de l’emploi"),
        ("egypte", "L'ÉGYPTE a lancé un portail"),
        ("publiées", "Les offres sont à publier"),
        ("training", "Counsellors were trained on it"),
        ("vacancies", "One vacancy a day"),
        ("regist", "The business register is open"),  # as it is being typed
        ("الوظائف", "ينبغي نشر وظائف جديدة"),
        ("وظيفه", "الوظيفة الجديدة"),
        ("تَدريب", "برامج للتدريب المهني"),
        ("اعلان", "نشر إعلانات الوظائف"),
        ("صاحب العمل", "يجب إبلاغ لصاحب العمل"),
        ("thirty", "Within 30 days"),
        ("30", "خلال ثلاثين يوما"),
        ("٢٠٢٥", "In July 2025"),
        ("turkey", "Türkiye and Mali"),
        ("register business", "the business register"),
        ("the register of", "a business register"),
        ("the", "the end"),
        ("", "anything"),
    ],
)
def test_a_search_finds(query: str, text: str) -> None:
    assert contains(text, query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("3", "30 days"),
        ("30", "300 days"),
        ("employ", "unemployed youth"),
        ("register wages", "the business register"),
        ("الوظائف", "ينبغي نشر الأجور"),
        ("مصر", "في المصرف المركزي"),
        ("job seeker", "Les demandeurs d'emploi"),
        ("anything", ""),
    ],
)
def test_a_search_does_not_find(query: str, text: str) -> None:
    assert not contains(text, query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("job seeker", "Les demandeurs d'emploi inscrits"),
        ("job seekers", "الباحثون عن عمل"),
        ("escroquerie", "A new job scam every week"),
        ("السجل التجاري", "Check the business register first"),
    ],
)
def test_across_languages_terms_of_the_field_are_found(query: str, text: str) -> None:
    assert contains(text, query, across=True) and not contains(text, query)


def test_many_texts_are_searched_with_one_search() -> None:
    texts = [searchable(text) for text in ("Trained staff", "No staff", "A course for staff")]
    looked_for = sought("staff training")
    assert [looked_for.is_in(text) for text in texts] == [True, False, False]


@given(st.text())
def test_every_text_contains_each_of_its_own_words(text: str) -> None:
    assert contains(text, text) and contains(text, text, across=True)
