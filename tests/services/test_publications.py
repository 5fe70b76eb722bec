"""Editions: built of one record, kept as they are, given up as a whole when a build fails."""

import csv
import io
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from discussion.domain.drafting import FRAMES
from discussion.domain.publications import documents_of
from discussion.errors import DiscussionError
from discussion.services.publications import editions, export, record_of
from discussion.services.publications.building import build, file_name
from discussion.storage.publications import KeptEdition
from tests.documents.reading import notes_text, slides_text, word_text
from tests.documents.reading_odt import odt_text
from tests.documents.sample_points import POINTS, SECRET_NOTES
from tests.kit.house import Held, new_runtime, new_workshop, opened
from tests.services.editions import House
from tests.services.points import confirm_point, confirm_sample_points

CONFIRMED = [point for point in POINTS if point.status == "confirmed"]
TABLES = 9


@pytest.fixture
def house(workshop: Held, tmp_path: Path) -> House:
    confirm_point(workshop, "Portals name the authority behind every offer", tables=(1, 2))
    return House(workshop, tmp_path / "exports")


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, dict]]:
    """All documents of a workshop with every sample point, built once."""
    folder = tmp_path_factory.mktemp("workshop")
    with opened(folder) as database:
        held = new_workshop(database, *new_runtime(), tables=TABLES)
        confirm_sample_points(held)
        house = House(held, folder / "exports")
        yield house, {each.edition.document: each for each in house.build_in_child()}


def texts(house: House, kept: dict[str, KeptEdition]) -> dict[str, str]:
    """The words of every document."""
    found = {}
    for document, edition in kept.items():
        for file in edition.files:
            content = house.bytes_of(edition, file.format)
            match file.format:
                case "docx" if document != "provenance":  # of which the rows are read
                    found[document] = word_text(content)
                case "odt":
                    found[f"{document}.odt"] = odt_text(content)
                case "md":
                    found[f"{document}.md"] = content.decode()
                case "html":
                    found[f"{document}.html"] = unescape(content.decode())
                case "pptx":
                    found[document] = slides_text(content) + notes_text(content)
                case "csv":
                    found[document] = content.decode("utf-8-sig")
    return found


def test_every_confirmed_point_stands_in_every_document_built(everything) -> None:
    words = texts(*everything)
    for point in CONFIRMED:
        slides = f"presentation-topic-{point.topic}"
        for document in ("proceedings", slides, "provenance"):
            assert point.statement in words[document], (document, point.statement)
        assert (point.statement in words["declaration"]) is (point.kind in FRAMES)
        assert all(point.statement not in words[d] for d in words if d[:-1] == slides[:-1]
                   and d != slides)  # fmt: skip


def test_notes_that_were_not_accepted_reach_no_document(everything) -> None:
    words = texts(*everything)
    secret = [said for _, _, said in SECRET_NOTES]
    assert [said for said in secret for text in words.values() if said in text] == []


def test_all_are_built_of_one_moment_and_say_so(everything) -> None:
    house, kept = everything
    assert list(kept) == list(documents_of(house.held.plan.programme))
    assert len({(k.edition.sequence, k.edition.head) for k in kept.values()}) == 1
    with house.held.database.reading() as transaction:
        record = record_of(transaction, house.held.id)
    assert (record.sequence, record.head) == (
        kept["declaration"].edition.sequence,
        kept["declaration"].edition.head,
    )


def test_a_manifest_names_every_point_and_note_the_document_rests_on(everything) -> None:
    house, kept = everything
    with house.held.database.reading() as transaction:
        record = record_of(transaction, house.held.id)
    manifest = kept["proceedings"].edition.manifest
    assert set(manifest["points"]) == {point.id for point in record.points}
    assert set(manifest["notes"]) == {note for point in record.points for note in point.sources}


def test_the_provenance_table_leads_from_every_document_to_notes_as_they_were_said(
    everything,
) -> None:
    house, kept = everything
    rows = list(csv.DictReader(io.StringIO(texts(house, kept)["provenance"])))
    assert {row["document"] for row in rows} == set(kept) - {
        "provenance",
        "programme",
        "participants",
    }
    with house.held.database.reading() as transaction:
        notes = record_of(transaction, house.held.id).accepted
    cited = [row for row in rows if row["note"]]
    assert {row["note"] for row in cited} == set(notes)
    assert all(row["note words"] == notes[row["note"]].text for row in cited)
    assert {row["table"] for row in cited} == {f"Table {n}" for n in range(1, TABLES + 1)}


def test_files_are_named_as_a_secretariat_would_circulate_them(everything) -> None:
    _, kept = everything
    assert [file.name for file in kept["declaration"].files] == [
        "OIC-PESNET-WS-KL-2025-DECL-ZERO.xml",
        "OIC-PESNET-WS-KL-2025-DECL-ZERO.docx",
        "OIC-PESNET-WS-KL-2025-DECL-ZERO.html",
        "OIC-PESNET-WS-KL-2025-DECL-ZERO.md",
        "OIC-PESNET-WS-KL-2025-DECL-ZERO.odt",
        "OIC-PESNET-WS-KL-2025-DECL-ZERO.pdf",
    ]
    assert file_name("A/B/ZERO", "csv", rehearsal=True) == "A-B-ZERO-REHEARSAL.csv"
    assert file_name("../../etc", "csv", rehearsal=False) == "etc.csv"


def test_a_second_build_is_the_first_revision_and_leaves_the_first_as_it_was(house) -> None:
    (zero,) = house.build("declaration")
    before = house.bytes_of(zero, "docx")
    confirm_point(house.held, "Warnings reach job seekers in their own language")
    (first,) = house.build("declaration")
    assert [k.edition.label for k in (zero, first)] == ["ZERO", "REV.1"]
    assert first.edition.sequence > zero.edition.sequence
    assert "Warnings reach" in word_text(house.bytes_of(first, "docx"))
    assert house.bytes_of(zero, "docx") == before
    assert [k.edition.label for k in house.kept()] == ["REV.1", "ZERO"]


def test_one_record_gives_the_same_bytes_whenever_it_is_built(house) -> None:
    made = [export(house.held.database, house.held.id, "proceedings", "docx") for _ in range(2)]
    assert made[0] == made[1]
    house.held.act(house.held.actor("secretariat"), "add_table", table="f" * 20, name="")
    assert export(house.held.database, house.held.id, "proceedings", "docx") != made[0]


def test_a_working_copy_says_that_it_is_none_of_the_editions(house) -> None:
    words = word_text(export(house.held.database, house.held.id, "declaration", "docx"))
    assert "DRAFT · WORKING COPY" in words
    assert "ZERO" not in words
    assert house.kept() == ()


@pytest.mark.parametrize("name", ["poem", "presentation", "presentation-topic-4", "", "../x"])
def test_an_unknown_document_is_refused_and_the_known_ones_are_named(house, name: str) -> None:
    with pytest.raises(DiscussionError) as refusal:
        export(house.held.database, house.held.id, name, "docx")
    assert refusal.value.code == "document_unknown"
    assert "presentation-topic-3" in str(refusal.value.facts["documents"])


def test_an_unknown_format_is_refused_and_the_known_ones_are_named(house) -> None:
    with pytest.raises(DiscussionError) as refusal:
        export(house.held.database, house.held.id, "presentation-topic-1", "docx")
    assert (refusal.value.code, refusal.value.facts["formats"]) == (
        "format_unknown",
        "html, pdf, pptx",
    )


BROKEN = {
    "it ends with an error": "raise SystemExit('no house style')",
    "it is killed half-way": (
        "import os, pathlib, sys; f = pathlib.Path(sys.argv[2]) / 'declaration';"
        " f.mkdir(); (f / 'half.docx').write_bytes(b'half'); os.kill(os.getpid(), 9)"
    ),
    "it says it is done and is not": "pass",
    "it takes too long": "import time; time.sleep(60)",
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_build_that_fails_leaves_the_last_good_edition(house, monkeypatch, how: str) -> None:
    (good,) = house.build("declaration")
    monkeypatch.setattr(editions, "BUILD_COMMAND", (sys.executable, "-c", BROKEN[how]))
    monkeypatch.setattr(editions, "BUILD_SECONDS", 0.5)
    with pytest.raises(DiscussionError) as refusal:
        house.build_in_child("declaration")
    assert refusal.value.code == "build_failed"
    assert refusal.value.facts["request"] == "request-1"
    assert house.kept() == (good,)
    assert house.bytes_of(good, "docx")
    assert [p.name for p in (house.exports / house.held.id).iterdir()] == ["declaration"]
    monkeypatch.undo()
    assert house.build("declaration")[0].edition.label == "REV.1"


def test_two_builds_of_a_workshop_at_once_are_not_begun(house) -> None:
    with house.builds.one(house.building("declaration")):
        with pytest.raises(DiscussionError) as refusal:
            house.build("proceedings")
        assert refusal.value.code == "build_running"
    assert house.build("proceedings")


def test_an_edition_never_takes_the_place_of_another(house) -> None:
    building = house.building("declaration")
    aside = house.exports / "aside"
    with house.builds.one(building):
        build(house.held.database, house.held.id, building.documents, building.folder)
        shutil.copytree(building.folder, aside)
        (kept,) = house.keep(building)
        before = house.bytes_of(kept, "docx")
        with pytest.raises(DiscussionError) as refusal:
            house.keep(replace(building, folder=aside))
    assert refusal.value.code == "build_running"
    assert house.kept() == (kept,)
    assert house.bytes_of(kept, "docx") == before


def test_what_a_crash_left_in_an_edition_s_place_is_no_edition(house) -> None:
    left = house.exports / house.held.id / "declaration" / "ZERO"
    left.mkdir(parents=True)
    (left / "left.docx").write_bytes(b"of a build that the database never took")
    (kept,) = house.build("declaration")
    forms = {".docx", ".html", ".json", ".md", ".odt", ".pdf", ".xml"}
    assert {p.suffix for p in left.iterdir()} == forms
    assert house.bytes_of(kept, "html")


@pytest.mark.parametrize("fault", ["changed", "gone"])
def test_a_file_that_is_not_what_was_built_is_refused(house, fault: str) -> None:
    (kept,) = house.build("declaration")
    path = house.exports / house.held.id / "declaration" / "ZERO" / kept.file("docx").name
    path.write_bytes(path.read_bytes() + b" ") if fault == "changed" else path.unlink()
    with pytest.raises(DiscussionError) as refusal:
        house.bytes_of(kept, "docx")
    assert refusal.value.code == "edition_changed"
    assert house.bytes_of(kept, "html")


def test_a_deleted_workshop_s_files_go_and_nobody_else_s(house) -> None:
    house.build("declaration")
    other = house.exports / "another"
    other.mkdir()
    for nothing in ("..", ".", "", "unknown"):
        editions.remove_files(house.exports, nothing)
    assert (house.exports / house.held.id).is_dir()
    editions.remove_files(house.exports, house.held.id)
    assert [path.name for path in house.exports.iterdir()] == ["another"]


def test_the_room_screen_holds_no_note_at_all(workshop: Held) -> None:
    confirm_point(workshop, "Portals name the authority")
    parked = workshop.say("SECRET-WORDS")
    workshop.decide(parked, "park", reason="needs_echo", remark="SECRET-REMARK")
    state = str(workshop.fresh(f"room:{workshop.topics[0].id}"))
    assert "Portals name the authority" in state
    assert [hidden for hidden in ("SECRET", parked, "as table 1 wrote it") if hidden in state] == []
