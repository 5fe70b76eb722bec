"""Which language a text is in and which way it runs, told from its letters alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.languages import direction_of, language_of


@pytest.mark.parametrize(
    "text",
    [
        "يجب التحقق من أصحاب العمل قبل نشر الوظائف",
        "بوابة توظيف واحدة (AI)",
        "ﻻ",  # a ligature from the presentation forms
        "PERKESO: بوابة التوظيف الوطنية",
    ],
)
def test_text_in_arabic_letters_is_arabic(text: str) -> None:
    assert language_of(text) == "ar"


@pytest.mark.parametrize(
    "text",
    [
        "Les employeurs doivent être vérifiés avant la publication des offres",
        "Formation des jeunes",
        "Plateforme numérique",
        "l'emploi des femmes",
        "L’emploi",
        "La Côte d'Ivoire vérifie les offres",
    ],
)
def test_text_with_signs_of_french_is_french(text: str) -> None:
    assert language_of(text) == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "Employers should be vetted before a vacancy is published",
        "The ministries of Côte d'Ivoire and Sénégal share one portal",
        "Résumé screening must be explained to the job seeker",
        "A hotline named بوابة is run by the ministry",
        "The café pilot of Rio de Janeiro",
    ],
)
def test_english_stays_english_whatever_it_borrows(text: str) -> None:
    assert language_of(text, "fr") == "en"


@pytest.mark.parametrize("text", ["", "   ", "2025", "AI portal", "Kuala Lumpur", "🙂", "Résumé"])
@pytest.mark.parametrize("fallback", ["en", "fr", "ar"])
def test_where_nothing_tells_the_fallback_does(text: str, fallback: str) -> None:
    assert language_of(text, fallback) == fallback


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Job portals", "ltr"),
        ("بوابات التوظيف", "rtl"),
        ("AI بوابات", "ltr"),
        ("بوابات AI", "rtl"),
        ("2025 - بوابات", "rtl"),
        ("(«بوابات»)", "rtl"),
        ("שלום", "rtl"),
        ("12:30", "ltr"),
        ("", "ltr"),
        ("🙂 Jobs", "ltr"),
        ("٢٠٢٥ Jobs", "ltr"),  # Arabic digits alone have no strong direction
        ("\u200fJobs", "rtl"),  # a right-to-left mark says so itself
    ],
)
def test_the_first_letter_with_a_direction_decides(text: str, direction: str) -> None:
    assert direction_of(text) == direction


@given(st.text(), st.sampled_from(["en", "fr", "ar"]))
def test_any_text_has_a_language_and_a_direction(text: str, fallback: str) -> None:
    assert language_of(text, fallback) in {"en", "fr", "ar"}
    assert direction_of(text) in {"ltr", "rtl"}


@given(st.text())
def test_the_answer_is_the_same_each_time(text: str) -> None:
    assert language_of(text) == language_of(text)
