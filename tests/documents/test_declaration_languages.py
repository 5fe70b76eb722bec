"""The declaration in French and Arabic: its frames, numbers, translations and what is marked."""

import re
from dataclasses import replace
from datetime import date

import pytest

from discussion.documents.builders.called_for import as_if_kept, paragraphs_called_for
from discussion.documents.builders.concordance import with_concordance
from discussion.documents.builders.declaration import build_declaration
from discussion.documents.builders.sourced import with_sources
from discussion.documents.phrases import hijri_in_words
from discussion.documents.tree import (
    Block,
    Cover,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Table,
    heading_number,
    plain,
)
from discussion.domain.drafting import openers
from discussion.domain.drafting.numbering import Renumbered
from discussion.domain.drafting.openers import opening_of
from discussion.domain.drafting.paragraphs import SECTIONS
from discussion.domain.publications import Record
from discussion.domain.translations import Translation
from tests.documents.sample import sample_record, stamp_for

RECORD = sample_record()
KEPT = as_if_kept(paragraphs_called_for(RECORD))
LANGUAGES = ("fr", "ar")
ENGLISH = re.compile(r"\b(?:the|and|of|with|to|for|on)\b", re.IGNORECASE)


def declaration(record: Record, language: str = "", **changes: object) -> Document:
    changed = replace(record, language=language, **changes)  # type: ignore[arg-type]
    return build_declaration(changed, stamp_for(record.workshop.programme, "declaration"))


def said(document: Document) -> list[str]:
    """Every line of the document, the cover's too."""
    lines: list[str] = []
    for block in document.blocks:
        match block:
            case Cover(lines=cover):
                lines += [words for _, words in cover]
            case Heading() | Paragraph() | ListItem():
                lines.append(plain(block.content))
    return lines


def frames(document: Document) -> list[Block]:
    return [b for b in document.blocks if isinstance(b, Paragraph) and b.number is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_sentence_is_left_but_what_is_marked(language: str) -> None:
    left = [line for line in said(declaration(RECORD, language)) if ENGLISH.search(line)]
    mark = {"fr": "[à traduire]", "ar": "[يحتاج إلى ترجمة]"}[language]
    assert left and all(mark in line for line in left)
    assert any(ENGLISH.search(line) for line in said(declaration(RECORD)) if mark not in line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_anchors_and_sources_are_the_same_in_every_language(language: str) -> None:
    def bones(document: Document) -> list[object]:
        kept = (b for b in document.blocks if isinstance(b, Paragraph | ListItem | Heading))
        return [(type(b), b.anchor, getattr(b, "sources", ()), _counted(b)) for b in kept]

    assert bones(declaration(RECORD, language)) == bones(declaration(RECORD))


def _counted(block: Block) -> int | None:
    """Sections have letters or ordinals of each language's own."""
    return block.number if isinstance(block, Paragraph | ListItem) else None


def test_sections_are_headed_by_letters_and_in_arabic_by_ordinals() -> None:
    heads = {
        language: [
            heading_number(b, language)
            for b in declaration(RECORD, language).blocks
            if isinstance(b, Heading) and b.number
        ]
        for language in ("en", "fr", "ar")
    }
    assert heads["en"] == heads["fr"] and heads["en"][:2] == ["A.", "B."]
    assert heads["ar"][:2] == ["أولاً:", "ثانياً:"] and len(heads["ar"]) == len(heads["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_operative_paragraph_begins_with_a_verb_of_its_language(language: str) -> None:
    for paragraph in frames(declaration(RECORD, language)):
        assert opening_of(plain(paragraph.content), "operative", language)  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("outcome", ["declaration", "conclusions", "summary"])
def test_every_kind_of_outcome_is_called_and_adopted_in_its_language(
    language: str, outcome: str
) -> None:
    lines = said(declaration(RECORD, language, outcome=outcome))
    assert not any(ENGLISH.search(line) for line in (*lines[:10], lines[-1]))


def test_openers_of_frames_are_in_the_tables() -> None:
    for language in ("en", *LANGUAGES):
        for one in paragraphs_called_for(replace(RECORD, language=language)):
            if not one.level:
                part = "preamble" if one.section == "preamble" else "operative"
                words = one.words.split("*")[1]
                assert opening_of(words, part, language), words
    assert openers("preamble", "fr") and not openers("preamble", "ms")
    assert set(SECTIONS) >= {one.section for one in KEPT}


def test_a_translation_is_printed_and_one_that_is_out_of_date_is_marked() -> None:
    point = RECORD.points[0]
    for stale, mark in ((False, ""), (True, " [traduction à actualiser]")):
        told = {point.id: {"fr": Translation("Les outils sont testés", stale=stale)}}
        lines = said(declaration(RECORD, "fr", translations=told))
        assert any(f"Les outils sont testés\u00a0;{mark}" in line for line in lines)
        assert not any(point.statement in line for line in lines)


def test_what_nobody_edited_is_called_for_anew_and_what_somebody_did_is_marked() -> None:
    edited = KEPT[0]
    mine = replace(edited, text="*Expressing our gratitude to* both hosts", slot=edited.slot)
    kept = (mine, *KEPT[1:])
    lines = said(declaration(RECORD, "fr", paragraphs=kept))
    assert "Rappelant le Plan de travail" in "\n".join(lines)
    assert any("both hosts" in line and line.endswith("[à traduire]") for line in lines)
    told = {mine.id: {"fr": Translation("*Remerciant* les deux hôtes", stale=False)}}
    assert "Remerciant les deux hôtes\u00a0;" in said(
        declaration(RECORD, "fr", paragraphs=kept, translations=told)
    )
    assert declaration(RECORD, paragraphs=KEPT) == declaration(RECORD)
    assert declaration(RECORD, "fr", paragraphs=KEPT) == declaration(RECORD, "fr")


def test_a_language_without_frames_gets_english_ones() -> None:
    english, malay = said(declaration(RECORD)), said(declaration(RECORD, "ms"))
    assert english[9] == malay[9]


def test_hijri_dates_stand_where_a_profile_asks_and_as_it_says() -> None:
    days = (date(2025, 7, 8), date(2025, 7, 9))
    assert hijri_in_words(days, "en") == "13–14 Muharram 1447H"
    assert hijri_in_words(days[1:], "ar") == "14 محرم 1447هـ"
    assert hijri_in_words((date(2025, 6, 25), date(2025, 6, 27)), "fr") == (
        "du 29 dhou al-hijja au 2 mouharram 1447\u00a0H"
    )
    assert hijri_in_words(days, "ar") == "13 و\u00a014 محرم 1447هـ"
    assert hijri_in_words((), "en") == hijri_in_words((date(2100, 1, 1),), "en") == ""
    asked = replace(RECORD.profile, hijri=True, hijri_adopted="15 Muharram 1447H")
    lines = said(declaration(RECORD, profile=asked))
    assert "8–9 July 2025 (13–14 Muharram 1447H)" in lines
    assert "on 9 July 2025 (15 Muharram 1447H)" in lines[-1]
    assert not any("1447" in line for line in said(declaration(RECORD)))


def test_annex_of_numbers_and_notes_of_sources_are_in_the_language_too() -> None:
    french = declaration(RECORD, "fr")
    line = Renumbered("7", "8")
    annexed = with_concordance(french, (line,), "ceux de ZERO")
    table = annexed.blocks[-1]
    assert isinstance(table, Table) and table.header == (
        *("Avant", "Maintenant", "Ce qu’est devenu le paragraphe"),
    )
    sourced = with_sources(french, (), RECORD)
    assert sourced.meta.language == "fr"
