"""What counts as a change of words, and the lists a note is sorted by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.contributions import (
    KINDS,
    NOTE_LIMIT,
    NOTE_TYPING_LIMIT,
    READ_BACK_CHOICES,
    REASONS,
    same_words,
)

SAME = {
    "nothing changed": ("Vet every employer", "Vet every employer"),
    "a space at the end": ("Vet every employer", "Vet every employer "),
    "two spaces for one": ("Vet every employer", "Vet  every employer"),
    "a line break for a space": ("Vet every employer", "Vet every\nemployer"),
    "a no-break space for a space": ("20 offices", "20\u00a0offices"),
    "a tab in front": ("Vet every employer", "\tVet every employer"),
    "Arabic with a space more": ("بوابة واحدة", "بوابة  واحدة"),
    "both empty, one with spaces": ("", "  "),
}

OTHER = {
    "a letter": ("Vet every employer", "Vet every employers"),
    "a capital": ("vet every employer", "Vet every employer"),
    "a full stop": ("Vet every employer", "Vet every employer."),
    "two words become one": ("job seekers", "jobseekers"),
    "a hyphen for a space": ("job seekers", "job-seekers"),
    "words change places": ("employers and workers", "workers and employers"),
    "an accent": ("resume", "resumé"),
    "a vowel sign in Arabic": ("عمان", "عُمان"),
    "everything is deleted": ("Vet every employer", ""),
}


@pytest.mark.parametrize(("before", "after"), SAME.values(), ids=SAME)
def test_the_words_are_the_same_when_only_spaces_differ(before: str, after: str) -> None:
    assert same_words(before, after)


@pytest.mark.parametrize(("before", "after"), OTHER.values(), ids=OTHER)
def test_the_words_have_changed(before: str, after: str) -> None:
    assert not same_words(before, after)


@given(st.text(), st.text())
def test_it_does_not_matter_which_text_came_first(one: str, other: str) -> None:
    assert same_words(one, other) == same_words(other, one)


@given(st.lists(st.text(alphabet="abcéب", min_size=1)), st.sampled_from([" ", "  ", "\n", "\t "]))
def test_any_spacing_of_the_same_words_is_the_same(words: list[str], space: str) -> None:
    assert same_words(" ".join(words), space.join(words))


def test_each_kind_has_its_digit_and_the_concept_notes_three_come_first() -> None:
    assert len(KINDS) == 9
    assert list(KINDS)[:3] == ["challenge", "success_factor", "alternative_method"]


def test_the_server_takes_more_than_the_screen_lets_anybody_type() -> None:
    assert NOTE_LIMIT > NOTE_TYPING_LIMIT


def test_a_table_confirms_three_to_five_points() -> None:
    assert READ_BACK_CHOICES == (3, 5)


def test_every_reason_is_a_sentence_somebody_can_read() -> None:
    assert all(words[0].isupper() and not words.endswith(".") for words in REASONS.values())
