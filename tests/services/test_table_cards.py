"""Table cards as files: what stands on each, and that their secrets stay where they belong."""

from dataclasses import replace
from pathlib import Path

import pytest

from discussion.errors import DiscussionError, NotFound
from discussion.services.publications import table_cards
from discussion.services.publications.child import run_child
from discussion.services.publications.table_cards import (
    Face,
    Wanted,
    cards_from_json,
    cards_to_json,
    run_cards,
    write_cards,
)
from tests.documents.reading import pdf_of, word_text
from tests.kit.house import Held

FACES = tuple(
    Face(name, f"AAAA-000{number}", f"http://127.0.0.1:8000/table#secret{number}")
    for number, name in enumerate(("Table 1", "الطاولة الثانية", "T" * 128), 1)
)


@pytest.fixture
def wanted(workshop: Held) -> Wanted:
    return Wanted(workshop.id, "docx", "127.0.0.1:8000", "For trying out", FACES)


def test_each_table_has_a_page_with_its_name_and_code(workshop: Held, wanted: Wanted) -> None:
    said = word_text(write_cards(workshop.database, wanted))
    for face in FACES:
        assert said.count(f"{face.name}\n") == said.count(f"{face.code}\n") == 1
    assert said.count("No camera? Open 127.0.0.1:8000 and type") == len(FACES)
    assert "secret" not in said  # that part is in the square alone
    printed = pdf_of(write_cards(workshop.database, replace(wanted, form="pdf")))
    assert [f"AAAA-000{n}" in page.extract_text() for n, page in enumerate(printed.pages, 1)] == [
        True
    ] * len(FACES)


def test_a_house_without_tables_has_a_file_without_cards(workshop: Held, wanted: Wanted) -> None:
    assert write_cards(workshop.database, replace(wanted, faces=()))


def test_what_the_child_is_told_comes_back_whole(wanted: Wanted) -> None:
    assert cards_from_json(cards_to_json(wanted)) == wanted


def test_the_child_writes_the_same_file_and_reads_no_secret_from_its_command_line(
    workshop: Held, wanted: Wanted, tmp_path: Path, monkeypatch
) -> None:
    commands = []

    def listening(command, url, **options):
        commands.append(" ".join(command))
        return run_child(command, url, **options)

    monkeypatch.setattr(table_cards, "run_child", listening)
    url, folder = str(workshop.database.writes.url), tmp_path / "cards"
    file = run_cards(url, wanted, folder, "request-1")
    assert file.read_bytes() == write_cards(workshop.database, wanted)
    assert "secret" not in commands[0] and "AAAA" not in commands[0]
    with pytest.raises(DiscussionError, match="export_failed"):
        run_cards(url, replace(wanted, workshop="nobody"), folder, "request-2")
    assert not folder.exists()


def test_another_format_is_refused_by_naming_those_there_are(
    workshop: Held, wanted: Wanted
) -> None:
    with pytest.raises(NotFound) as refusal:
        write_cards(workshop.database, replace(wanted, form="odt"))
    assert refusal.value.facts["formats"] == "docx, pdf"
