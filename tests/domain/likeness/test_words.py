"""Words of three languages become what they are compared as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.likeness.numbers import numbers
from discussion.domain.likeness.stems import stem
from discussion.domain.likeness.words import words


def folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Égypte", "E\u0301GYPTE"),
        ("l'emploi", "emploi"),
        ("L’État", "etat"),
        ("job-seekers", "Job seekers"),
        ("don't", "don’t"),
        ("cœur", "COEUR"),
        ("إِعْلانات", "اعلانات"),
        ("وظيفة", "وظيفه"),
        ("مستشفى", "مستشفي"),
        ("التـــدريب", "التدريب"),
        ("كافة", "کافة"),
        ("ﻻ", "لا"),
        ("٢٠٢٥", "2025"),
        ("12,500 places", "12 500 places"),
        ("12.500 places", "١٢٬٥٠٠ places"),
        ("2,5 %", "2.5%"),
        ("«Emploi» : oui !", "emploi oui"),
    ],
)
def test_ways_of_writing_the_same_words_are_one(written: str, other: str) -> None:
    assert folded(written) == folded(other) != []


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "vacancy vacancies"),
        ("en", "publish published publishing publishes"),
        ("en", "plan plans planned planning"),
        ("fr", "publier publie publiee publiees publies publient"),
        ("fr", "regional regionaux regionale regionales"),
        ("fr", "reseau reseaux"),
        ("ar", "وظيفه الوظيفه"),
        ("ar", "تدريب التدريب بالتدريب والتدريب للتدريب"),
        ("ar", "وظايف الوظايف بالوظايف"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("employer", "employee"), ("status", "state")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one, "en") != stem(other, "en")


def test_french_words_in_eau_are_no_forms_of_words_in_al() -> None:
    words = ("réseaux", "bureaux", "niveaux", "nationaux")
    assert [stem(*folded(word), "fr") for word in words] == [
        "reseau",
        "bureau",
        "niveau",
        "national",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("thirty days or 30", ["30", "30"]),
        ("twenty-five", ["25"]),
        ("two hundred and five", ["205"]),
        ("5 thousand", ["5000"]),
        ("quatre-vingt-dix", ["90"]),
        ("vingt et un", ["21"]),
        ("خمسة وعشرون", ["25"]),
        ("ثلاثين يوما", ["30"]),
        ("half of the fee, 12,500 and 2.5", ["0.5", "12500", "2.5"]),
        ("one portal, 1 day", []),
        ("two and three", ["2", "3"]),
        ("G20 and 2nd", []),
    ],
)
def test_numbers_are_read_in_digits_and_spelt_out(text: str, values: list[str]) -> None:
    assert [found.name for found in numbers(folded(text))] == values


@given(st.text())
def test_any_text_has_words_in_their_places(text: str) -> None:
    row = words(text)
    assert all(word.folded for word in row)
    ends = [0, *(word.end for word in row)]
    assert all(end <= word.start < word.end for end, word in zip(ends, row, strict=False))
