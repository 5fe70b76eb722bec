"""The sentences of documents in every language: the same keys and places, and right grammar."""

from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

import pytest

from discussion.documents.builders.findings import named_tables
from discussion.documents.phrases import PHRASES, capital, counted, event, joined, phrase, quoted
from discussion.documents.phrases.arabic import things as arabic
from discussion.documents.phrases.english import things as english
from discussion.documents.phrases.french import things as french
from discussion.domain.drafting.dates import MONTHS, day_in_words, days_in_words, on_days

EIGHTH, NINTH, TENTH = (date(2025, 7, day) for day in (8, 9, 10))
LEAP, FIRST = date(2024, 2, 29), date(2024, 3, 1)


def places(sentence: str) -> set[str]:
    return {name.partition(".")[0] for _, name, _, _ in Formatter().parse(sentence) if name}


def differing(phrases: dict[str, dict[str, str]]) -> list[str]:
    """Keys that a language lacks, or whose places are not those of the English sentence."""
    keys = {key for rows in phrases.values() for key in rows}
    return sorted(
        f"{language} {key}"
        for key in keys
        for language, rows in phrases.items()
        if key not in rows
        or places(rows[key]) - {"event"} != places(phrases["en"][key]) - {"event"}
    )


def test_tables_in_a_row_are_said_by_the_first_and_the_last() -> None:
    names = tuple(f"Table {number}" for number in (1, 2, 3, 5, 7, 8, 9, 10))
    assert named_tables(names) == "Tables 1–3, 5 and 7–10"
    assert named_tables(names, "fr") == "Tables 1 à 3, 5 et 7 à 10"
    assert named_tables(names, "ar").startswith("الطاولات من 1 إلى 3 و")
    assert named_tables(("Table 1", "Table 2")) == "Tables 1 and 2"
    assert named_tables(("Table 4",)) == "Table 4"
    assert named_tables(("Table 1", "The window")) == "Table 1 and The window"


def test_a_missing_sentence_and_a_lost_place_are_found() -> None:
    planted = {"en": {"a": "{x} of {y}", "b": "b"}, "fr": {"a": "{x}", "b": "b"}, "ar": {"b": "ب"}}
    assert differing({**planted, "ar": {"a": "{y.of} {x}", "b": "ب"}}) == ["fr a"]
    assert differing(planted) == ["ar a", "fr a"]


def test_every_sentence_stands_in_every_language_with_the_same_places() -> None:
    assert differing(PHRASES) == []
    assert set(english.THINGS) == set(french.THINGS) == set(arabic.THINGS)
    assert {len(months) for months in MONTHS.values()} == {12}


def test_a_language_without_sentences_gets_english_ones() -> None:
    assert phrase("ms", "draft", title="X") == "DRAFT X"
    assert event("ms", "workshop").the == "the Workshop"
    with pytest.raises(KeyError):
        phrase("fr", "no such sentence")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, ("no tables", "aucune table", "لا طاولة")),
        (1, ("one table", "une table", "طاولة واحدة")),
        (2, ("two tables", "deux tables", "طاولتان")),
        (3, ("three tables", "trois tables", "ثلاث طاولات")),
        (10, ("ten tables", "dix tables", "عشر طاولات")),
        (11, ("11 tables", "11 tables", "11 طاولة")),
        (100, ("100 tables", "100 tables", "100 طاولة")),
        (103, ("103 tables", "103 tables", "103 طاولات")),
        (1200, ("1,200 tables", "1\u00a0200 tables", "1200 طاولة")),
    ],
)
def test_tables_are_counted_by_each_language_s_own_grammar(number: int, said) -> None:
    assert tuple(counted(language, number, "table") for language in ("en", "fr", "ar")) == said


def test_arabic_counts_a_masculine_noun_with_a_feminine_number() -> None:
    assert counted("ar", 4, "country") == "أربع دول"
    assert counted("ar", 4, "participant") == "أربعة مشاركين"
    assert counted("ar", 25, "participant") == "25 مشاركاً"
    assert counted("ar", 2, "note", oblique=True) == "ملاحظتين"


def test_each_language_joins_and_quotes_in_its_own_way() -> None:
    assert joined("en", ["a", "b", "c"]) == "a, b and c"
    assert joined("fr", ["a", "b", "c"]) == "a, b et c"
    assert joined("ar", ["أ", "ب", "ج"]) == "أ وب وج"
    assert joined("ar", ["PERKESO", "SESRIC"]) == "PERKESO و\u00a0SESRIC"
    assert [joined("ar", parts) for parts in ([], ["أ"])] == ["", "أ"]
    assert [quoted(language, "x") for language in ("en", "fr", "ar")] == [
        "“x”",
        "«\u00a0x\u00a0»",
        "«x»",
    ]


@pytest.mark.parametrize(
    ("days", "alone", "in_a_sentence"),
    [
        ((NINTH,), ("9 juillet 2025", "9 يوليو 2025"), ("le 9 juillet 2025", "في 9 يوليو 2025")),
        (
            (NINTH, EIGHTH),
            ("8 et 9 juillet 2025", "8 و\u00a09 يوليو 2025"),
            ("les 8 et 9 juillet 2025", "يومي 8 و\u00a09 يوليو 2025"),
        ),
        (
            (EIGHTH, TENTH),
            ("du 8 au 10 juillet 2025", "من 8 إلى 10 يوليو 2025"),
            ("du 8 au 10 juillet 2025", "من 8 إلى 10 يوليو 2025"),
        ),
        (
            (LEAP, FIRST),
            ("29 février et 1er mars 2024", "29 فبراير و\u00a01 مارس 2024"),
            ("les 29 février et 1er mars 2024", "يومي 29 فبراير و\u00a01 مارس 2024"),
        ),
        ((), ("", ""), ("", "")),
    ],
)
def test_days_in_french_and_arabic(days, alone, in_a_sentence) -> None:
    assert tuple(days_in_words(days, language) for language in ("fr", "ar")) == alone
    assert tuple(on_days(days, language) for language in ("fr", "ar")) == in_a_sentence


def test_days_of_two_months_have_from_and_to_in_an_english_sentence() -> None:
    assert on_days((LEAP, FIRST)) == "from 29 February to 1 March 2024"
    assert on_days((EIGHTH, NINTH)) == "on 8–9 July 2025"
    assert on_days(()) == ""
    assert day_in_words(FIRST, "fr") == "1er mars 2024"


def test_an_event_has_the_forms_a_sentence_needs() -> None:
    assert event("fr", "Workshop").of == "de l’Atelier"
    assert event("fr", "conference").held == "tenue"
    assert event("ar", "").to == "لورشة العمل"
    assert event("fr", "round table").bare == "Réunion"
    assert event("en", "round table").start == "The Round table"
    assert capital("l’Atelier") == "L’Atelier"


@pytest.mark.parametrize("language", ["english", "french", "arabic"])
def test_no_sentence_hides_another_of_the_same_key(language: str) -> None:
    package = import_module(f"discussion.documents.phrases.{language}")
    said: dict[str, str] = {}
    hidden = []
    for found in iter_modules(package.__path__, f"{package.__name__}."):
        rows = getattr(import_module(found.name), "PHRASES", {})
        hidden += [key for key, words in rows.items() if said.setdefault(key, words) != words]
    assert said and hidden == []
