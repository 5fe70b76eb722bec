"""A rehearsal plays a workshop against a real server, and notices what it is there to notice."""

import io
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from discussion import samples
from discussion.domain.programme_file import read_programme
from discussion.rehearsal.checks import (
    faults_in_outputs,
    missing_words,
    numbered_paragraphs,
    states_astray,
)
from discussion.rehearsal.corpus import script_for
from discussion.rehearsal.play import rehearse
from discussion.rehearsal.server import OwnServer
from discussion.rehearsal.stage import Stage, TopicPlace, stage_for
from discussion.storage import texts
from discussion.storage.database import open_database
from tests.rehearsal.played import Played, arabic


@pytest.fixture(scope="module")
def two_tables(tmp_path_factory: pytest.TempPathFactory) -> Played:
    out = tmp_path_factory.mktemp("rehearsal")
    return Played(rehearse(tables=2, rapporteurs=1, seed=1, out=out), out)


@pytest.fixture(scope="module")
def stage() -> Stage:
    """The script of ``two_tables``; its ids are others, which no document shows."""
    ids = iter(range(10_000))
    plan = read_programme(samples.KUALA_LUMPUR.read_bytes(), make_id=lambda: f"id{next(ids)}")
    places = {t.number: TopicPlace(t.id, t.number, {}, {}, ()) for t in plan.topics}
    return stage_for(script_for(plan, 2, 1, 1), 1, places)


def test_two_tables_play_a_workshop_and_every_word_is_found_again(two_tables: Played) -> None:
    report = two_tables.report
    assert two_tables.status == 0, report["faults"]
    assert report["faults"] == []
    assert (report["missing_characters"], report["missing_commands"]) == (0, 0)
    assert (
        report["contributions"]
        == report["accepted"] + report["parked"] + report["out_of_scope"] + report["returned"]
    )
    assert report["points"] > 20
    assert report["acknowledged_characters"] > 10_000
    assert report["seconds"] > 0


def test_its_folder_holds_every_document_marked_as_a_rehearsal(two_tables: Played) -> None:
    wanted = {f"presentation-topic-{n}.pptx" for n in (1, 2, 3)}
    wanted |= {"proceedings.docx", "declaration.docx", "provenance.csv"}
    assert wanted <= set(two_tables.files)
    assert two_tables.report["paragraphs"] == numbered_paragraphs(
        two_tables.files["declaration.docx"]
    )
    assert two_tables.report["paragraphs"] > 5


def test_every_acknowledged_character_was_counted(two_tables: Played, stage: Stage) -> None:
    typed = sum(len(deal.note.text) for deal in stage.script.deals)
    typed += sum(len(point.statement) for point in stage.script.points)
    assert two_tables.report["acknowledged_characters"] == typed


def test_one_network_failed_in_the_middle_and_was_got_over(two_tables: Played) -> None:
    assert two_tables.report["reconnections"] >= 1


def test_a_sound_set_of_documents_has_no_faults(two_tables: Played, stage: Stage) -> None:
    assert faults_in_outputs(stage, two_tables.files) == ()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("proceedings.docx", "proceedings.docx"),
        ("declaration.docx", "declaration.docx"),
        ("presentation-topic-1.pptx", "the notes of presentation-topic-1.pptx"),
        ("provenance.csv", "provenance.csv"),
    ],
)
def test_a_confirmed_point_missing_from_a_document_is_told(
    two_tables: Played, stage: Stage, name: str, place: str
) -> None:
    lost = next(
        p
        for p in stage.points_of(1)
        if p.status == "confirmed" and p.kind == "recommendation" and "'" not in p.statement
    )
    files = {**two_tables.files, name: altered(two_tables.files[name], lost.statement, "Gone")}
    faults = faults_in_outputs(stage, files)
    assert any(fault.startswith(f"{place} lacks the point") for fault in faults)
    assert all(place in fault for fault in faults)


def test_a_note_decided_against_that_reaches_a_document_is_told(
    two_tables: Played, stage: Stage
) -> None:
    parked = next(d for d in stage.script.deals if verdict(stage, d.note.key) == "out_of_scope")
    kept = next(p for p in stage.script.points if p.status == "confirmed")
    words = f"{kept.statement} {parked.note.text}"
    name = "proceedings.docx"
    files = {**two_tables.files, name: altered(two_tables.files[name], kept.statement, words)}
    assert any("decided against" in fault for fault in faults_in_outputs(stage, files))


def test_a_document_that_was_not_built_or_cannot_be_read_is_told(
    two_tables: Played, stage: Stage
) -> None:
    without = {n: c for n, c in two_tables.files.items() if n != "declaration.docx"}
    assert faults_in_outputs(stage, without) == ("declaration.docx was not built",)
    broken = {**two_tables.files, "declaration.docx": b"PK not a package"}
    (fault,) = faults_in_outputs(stage, broken)
    assert "cannot be read" in fault


def test_a_note_or_point_in_another_state_than_decided_is_told(stage: Stage) -> None:
    held = {stage.notes[v.note]: v.outcome for v in stage.script.verdicts}
    held |= {stage.points[p.key]: p.status for p in stage.script.points}
    assert states_astray(stage, held) == ()
    note, point = next(iter(stage.notes.values())), next(iter(stage.points.values()))
    del held[point]
    faults = states_astray(stage, {**held, note: "writing"})
    assert [fault.rpartition(" but is ")[2] for fault in faults] == ["writing", "not there"]


def test_missing_characters_are_counted() -> None:
    expected = {"n1": "Publish the results.", "n2": "Ask employers.", "n3": "Train staff."}
    held = {"n1": "Publish the result.", "n2": "Ask employers."}
    first, gone = missing_words(expected, held, "the database")
    assert (first.characters, gone.characters) == (1, len("Train staff."))
    (added,) = missing_words({"n1": "Yes."}, {"n1": "Yes. No."}, "the database")
    assert added.characters == 1, "words nobody typed are a fault too"


@pytest.fixture
def a_word_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: after the power cut the database file holds one note without its end."""
    sound = OwnServer.words_kept

    def words_kept(server: OwnServer, workshop: str) -> dict[str, str]:
        note, words = max(sound(server, workshop).items(), key=lambda item: len(item[1]))
        database = open_database(f"sqlite:///{server._folder / 'discussion.sqlite3'}")
        with closing(database), database.writing() as transaction:
            held = texts.find_text(transaction, note)
            texts.write_texts(transaction, [(note, words[:-7], held.version)])
        return sound(server, workshop)

    monkeypatch.setattr(OwnServer, "words_kept", words_kept)


@pytest.mark.usefixtures("a_word_is_lost")
def test_a_table_with_two_rapporteurs_notices_a_word_lost_in_the_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    played = Played(
        rehearse(tables=1, rapporteurs=2, seed=5, out=tmp_path / "out", programme=arabic()),
        tmp_path / "out",
    )
    report = played.report
    assert played.status == 1
    assert report["missing_characters"] == 7
    (fault,) = report["faults"]
    assert fault.startswith("the database: 7 characters")
    assert "FAILED" in capsys.readouterr().out
    assert report["shared_notes"] == 1, "two rapporteurs typed into one note at the same time"


def verdict(stage: Stage, key: str) -> str:
    return stage.verdicts[key].outcome


def altered(package: bytes, words: str, instead: str) -> bytes:
    """A document with other words in every part of it."""
    if not package.startswith(b"PK"):
        return package.replace(words.encode(), instead.encode())
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(words.encode(), instead.encode()))
    assert copy.getvalue() != package
    return copy.getvalue()
