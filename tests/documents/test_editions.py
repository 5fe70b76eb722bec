"""Stamps, symbols, dates and openers: the words round a text."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from discussion.documents.builders.declaration import build_declaration
from discussion.documents.builders.wording import stamp_line, stamp_time
from discussion.documents.writers.docx import write_docx
from discussion.domain.contributions import KINDS
from discussion.domain.drafting import (
    FRAMES,
    days_in_words,
    frame_of,
    openers,
    repeated,
)
from discussion.domain.publications import (
    EditionStamp,
    document_kind,
    documents_of,
    edition_label,
)
from tests.documents.reading import word_text
from tests.documents.sample import kuala_lumpur, sample_record, stamp_for
from tests.documents.test_any_programme import documents

EVENING = datetime(2025, 7, 8, 10, 30, tzinfo=UTC)


def test_a_draft_is_stamped_with_the_workshop_s_own_time() -> None:
    stamp = EditionStamp("S", "REV.1", 1, EVENING, "Asia/Kuala_Lumpur")
    assert stamp_line(stamp, "en") == "DRAFT · REV.1 · 08.07.2025 18:30 (Kuala Lumpur time)"
    assert stamp_line(stamp, "fr") == "PROJET · REV.1 · 08.07.2025 18:30 (heure de Kuala Lumpur)"
    assert stamp_line(stamp, "ar") == "مشروع · REV.1 · 08.07.2025 18:30 (بتوقيت كوالالمبور)"
    assert stamp_time(replace(stamp, zone="UTC"), "en") == "08.07.2025 10:30 (UTC)"


@pytest.mark.parametrize("label", ["FINAL", "CORR.1"])
def test_a_final_text_has_no_stamp_no_draft_and_no_placeholder_of_adoption(label: str) -> None:
    record = sample_record()
    stamp = replace(stamp_for(record.workshop.programme, "declaration"), label=label)
    assert stamp_line(stamp, "en") == ""
    text = word_text(write_docx(build_declaration(record, stamp)))
    assert "DRAFT" not in text
    assert "OP-03" not in text
    assert "upon adoption" not in text


def test_editions_are_named_zero_then_revisions() -> None:
    assert [edition_label(n) for n in (0, 1, 12)] == ["ZERO", "REV.1", "REV.12"]


def test_a_workshop_publishes_one_presentation_for_each_topic() -> None:
    keys = documents_of(kuala_lumpur())
    assert keys == (
        "declaration",
        "proceedings",
        "guidelines",
        *("presentation-topic-1", "presentation-topic-2", "presentation-topic-3"),
        *("provenance", "programme", "participants"),
    )
    assert all(document_kind(key) for key in keys)
    for unknown in ("presentation", "presentation-1", "presentation-topic-x", "declaration-1"):
        with pytest.raises(KeyError):
            document_kind(unknown)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), ""),
        ((date(2025, 7, 9),), "9 July 2025"),
        ((date(2025, 7, 9), date(2025, 7, 8)), "8–9 July 2025"),
        ((date(2024, 2, 29), date(2024, 3, 1)), "29 February – 1 March 2024"),
        ((date(2024, 12, 31), date(2025, 1, 1)), "31 December 2024 – 1 January 2025"),
    ],
)
def test_days_are_written_as_a_secretariat_writes_them(days, words: str) -> None:
    assert days_in_words(days) == words


def test_the_openers_of_frames_are_openers_of_the_table() -> None:
    for kind, frame in FRAMES.items():
        assert kind in KINDS
        assert frame.opener in {opener.words for opener in openers(frame.part)}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_frame_announces_one_statement_as_one(language: str) -> None:
    same = {"recommendation"}  # "the following", "ce qui suit", "بما يلي"
    for kind in FRAMES:
        frame = frame_of(kind, language)
        assert frame.announces(2) == frame.announces(3)
        assert (frame.announces(1) == frame.announces(2)) is (kind in same)


def test_a_repeated_opener_says_also_and_then_further() -> None:
    assert [repeated("Recommend", n) for n in range(3)] == [
        "Recommend",
        "Recommend also",
        "Recommend further",
    ]
    assert repeated("Noting with concern", 1) == "Noting also with concern"


def test_documents_are_the_same_whenever_they_are_built() -> None:
    first, again = documents(sample_record()), documents(sample_record())
    assert first == again
