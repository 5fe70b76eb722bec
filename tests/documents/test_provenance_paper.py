"""The provenance table as a paper says what its rows say, a place at a time."""

from dataclasses import replace

import pytest

from discussion.documents.builders import provenance_paper
from discussion.documents.builders.declaration import build_declaration
from discussion.documents.builders.presentation import build_presentation
from discussion.documents.builders.provenance import provenance_lines
from discussion.documents.builders.provenance_paper import build_provenance
from discussion.documents.tree import Document, Heading, Table, plain
from tests.documents.sample import sample_record, stamp_for

RECORD = sample_record()
PROGRAMME = RECORD.workshop.programme
LINES = provenance_lines(
    RECORD,
    build_declaration(RECORD, stamp_for(PROGRAMME, "declaration")),
    build_presentation(RECORD, stamp_for(PROGRAMME, "presentation-topic-2"), topic_number=2),
)


def paper(language: str = "") -> Document:
    return build_provenance(
        replace(RECORD, language=language), stamp_for(PROGRAMME, "provenance"), LINES
    )


def rows(made: Document) -> list[tuple[str, ...]]:
    tables = (block for block in made.blocks if isinstance(block, Table))
    return [tuple(plain(cell) for cell in row.cells) for table in tables for row in table.rows]


def test_every_place_and_every_note_behind_it_is_on_the_paper() -> None:
    told, behind = "", {}
    for place, words, said in rows(paper()):
        told = f"{place} {words}".strip() or told  # a further point of the place above
        behind[told] = f"{behind.get(told, '')}\n{said}"
    for line in LINES:
        leads_to_others = line.point is not None and line.words.endswith(":")
        assert leads_to_others is not (f"{line.place} {line.words}".strip() in behind)
        if not leads_to_others and line.note:
            assert f"{line.table}: {line.note_words}" in behind[f"{line.place} {line.words}"]


def test_words_that_rest_on_no_note_say_where_they_come_from() -> None:
    said = {behind for _, _, behind in rows(paper())}
    assert {"Words of the programme.", "Secretariat text: rests on no note."} <= said


def test_a_place_with_very_many_notes_counts_those_it_does_not_print(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(provenance_paper, "NOTES", 1)
    told = "\n".join(behind for _, _, behind in rows(paper()))
    assert "Further notes, in the CSV form: " in told


def test_each_document_has_its_own_part_in_the_language_asked_for() -> None:
    titles = [plain(b.content) for b in paper("fr").blocks if isinstance(b, Heading)]
    assert titles == ["Déclaration", "Présentation, thème 2"]
    assert [plain(b.content) for b in paper().blocks if isinstance(b, Heading)] == [
        "Declaration",
        "Presentation, topic 2",
    ]
