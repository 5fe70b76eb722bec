"""What a document prints for a text in another language, and when a translation is out of date."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from discussion.domain.translations import (
    Rendering,
    Said,
    Translation,
    as_printed,
    said_in,
    standing_of,
)

FRENCH = Rendering(
    id="t1",
    of="p1",
    language="fr",
    text="Former les formateurs",
    version=3,
    basis="Train the trainers",
    basis_version=7,
    settled=True,
)


@dataclass(frozen=True)
class Book:
    """As much of a Record as is asked."""

    written_in: str = "fr"
    translations: Mapping[str, Mapping[str, Translation]] = field(default_factory=dict)


def _book(translation: Translation) -> Book:
    return Book(translations={"p1": {"fr": translation}})


def test_a_text_in_the_language_of_the_document_is_printed_as_it_is() -> None:
    said = said_in(Book("en"), "p1", "Train the trainers", "en")
    assert said == Said("Train the trainers", "en")


def test_no_translation_stands_in_the_place_of_words_in_the_document_s_own_language() -> None:
    """Else whoever may translate could say something else than the room has settled on."""
    said = said_in(_book(Translation("Tout le contraire", stale=False)), "p1", "Former", "fr")
    assert said == Said("Former", "fr")


def test_a_text_in_another_language_is_marked_until_somebody_translates_it() -> None:
    said = said_in(Book(), "p1", "Train the trainers", "en")
    assert said == Said("Train the trainers", "en", "to be translated")


@pytest.mark.parametrize(
    ("translation", "mark"),
    [
        (Translation("Former", stale=False), ""),
        (Translation("Former", stale=True), "translation out of date"),
        (Translation("Former", stale=False, draft=True), "draft translation"),
    ],
)
def test_a_translation_is_printed_with_what_is_open_about_it(
    translation: Translation, mark: str
) -> None:
    said = said_in(_book(translation), "p1", "Train the trainers", "en")
    assert said == Said("Former", "fr", mark)  # type: ignore[arg-type]


def test_a_translation_is_out_of_date_when_its_source_reads_differently() -> None:
    assert standing_of(FRENCH, "Train the trainers") == "current"
    assert standing_of(FRENCH, "Train all trainers") == "stale"


def test_nothing_is_printed_of_an_empty_or_removed_translation() -> None:
    for nothing in (replace(FRENCH, text="  "), replace(FRENCH, status="removed")):
        assert standing_of(nothing, "Train the trainers") == "none"
        assert as_printed(nothing, "Train the trainers") is None


def test_nobody_has_called_a_draft_right() -> None:
    draft = replace(FRENCH, settled=False)
    assert standing_of(draft, "Train the trainers") == "draft"
    assert as_printed(draft, "Train all trainers") == Translation(
        FRENCH.text, stale=False, draft=True
    )
