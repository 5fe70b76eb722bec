"""A rehearsal plays a workshop against a real server, and notices what it is there to notice."""

import io
import json
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from discussion import samples
from discussion.domain.programme_file import ProgrammeProblems, read_programme
from discussion.rehearsal.checks import faults_in_outputs, missing_words, numbered_paragraphs
from discussion.rehearsal.corpus import script_for
from discussion.rehearsal.play import rehearse
from discussion.rehearsal.server import OwnServer
from discussion.rehearsal.stage import Stage, TopicPlace, halves, stage_for
from discussion.rehearsal.texts import Texts
from discussion.storage import programme, texts
from discussion.storage.database import open_database
from tests.kit.server import Server, new_server

ARABIC = {
    "title": "ورشة عمل حول خدمات التشغيل العمومية",
    "dates": ["2025-07-08"],
    "timezone": "Asia/Kuala_Lumpur",
    "language": "ar",
    "topics": [{"no": 1, "title": "المنصات الرقمية لفائدة الباحثين عن عمل"}],
    "programme": [
        {
            "date": "2025-07-08",
            "start": "09:00",
            "end": "10:00",
            "title": "مناقشة جماعية",
            "kind": "group_discussion",
            "topic": 1,
        }
    ],
}


@dataclass(frozen=True)
class Played:
    """A rehearsal that is over: its exit status, its folder and its report."""

    status: int
    out: Path

    @property
    def report(self) -> dict:
        return json.loads((self.out / "report.json").read_text("utf-8"))

    @property
    def files(self) -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in self.out.iterdir() if p.suffix != ".json"}


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
            texts.write_text(transaction, note, words[:-7], held.version)
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


@pytest.fixture
def strict_server(tmp_path: Path) -> Iterator[Server]:
    """Somebody's server that takes few commands at once."""
    limits = {"DISCUSSION_COMMAND_BURST": "25", "DISCUSSION_COMMANDS_PER_SECOND": "60"}
    running = new_server(tmp_path / "data", **limits)
    running.data.mkdir()
    running.start("--sample")
    yield running
    running.kill()


def test_at_somebodys_server_it_obeys_the_limits_and_takes_its_workshop_away(
    strict_server: Server, tmp_path: Path
) -> None:
    before = workshops(strict_server)
    out = tmp_path / "out"
    at = {"url": strict_server.url, "link": strict_server.link("secretariat")}
    status = rehearse(tables=1, rapporteurs=1, seed=1, out=out, programme=arabic(), **at)
    assert (status, Played(status, out).report["faults"]) == (0, [])
    assert workshops(strict_server) == before
    assert not any(strict_server.settings.exports.rglob("*.docx"))


def test_it_ends_with_a_sentence_when_it_cannot_be_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nobody = {"url": "http://127.0.0.1:9", "link": "http://127.0.0.1:9/link#00"}
    assert rehearse(tables=1, rapporteurs=1, seed=1, out=tmp_path, **nobody) == 1
    assert "http://127.0.0.1:9 does not answer" in capsys.readouterr().err
    (tmp_path / "file").write_text("in the way")
    assert rehearse(tables=1, rapporteurs=1, seed=1, out=tmp_path / "file" / "out") == 1
    assert "Nothing can be written to" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"url": "http://127.0.0.1:9"}, "--url needs --link"),
        ({"link": "x"}, "--link needs --url"),
        ({"tables": 0}, "--tables"),
        ({"rapporteurs": 99}, "--rapporteurs"),
    ],
)
def test_misuse_is_told_before_anything_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: dict, words: str
) -> None:
    assert rehearse(**{"tables": 1, "rapporteurs": 1, "seed": 1, "out": tmp_path, **wrong}) == 2
    assert words in capsys.readouterr().err


def test_everything_wrong_with_a_programme_is_told_at_once(tmp_path: Path) -> None:
    bad = b'{"title": 3, "topics": "none"}'
    with pytest.raises(ProgrammeProblems) as refusal:
        rehearse(tables=1, rapporteurs=1, seed=1, out=tmp_path, programme=bad)
    assert {"title", "topics"} <= {problem.key for problem in refusal.value.problems}


def test_a_wrong_link_is_told(own_server: Server, tmp_path: Path, capsys) -> None:
    at = {"url": own_server.url, "link": f"{own_server.url}/link#00000000"}
    assert rehearse(tables=1, rapporteurs=1, seed=1, out=tmp_path, **at) == 1
    assert "That sign-in link is not good" in capsys.readouterr().err


def test_an_interrupted_rehearsal_leaves_no_workshop_behind(
    own_server: Server, tmp_path: Path
) -> None:
    before = workshops(own_server)
    asked = [sys.executable, "-m", "discussion", "rehearse", "--tables", "2", "--url"]
    asked += [own_server.url, "--link", own_server.link("secretariat"), "--out", str(tmp_path)]
    playing = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert playing.stdout is not None
    assert any("is being discussed" in line for line in iter(playing.stdout.readline, ""))
    assert workshops(own_server) != before
    playing.send_signal(signal.SIGINT)
    _, told = playing.communicate(timeout=30)
    assert (playing.returncode, told.strip()) == (1, "Stopped.")
    assert workshops(own_server) == before


@pytest.mark.parametrize("seed", range(20))
def test_two_hands_in_one_text_keep_each_others_words(seed: int) -> None:
    """The players' own part: carets stay where they belong however the changes cross."""
    rng = Random(seed)
    whole = "".join(rng.choices("abc xyz ", k=120)) + "the end of it"
    beginning, rest = halves(whole)
    assert beginning + rest == whole
    authority, hands = Authority(), [Texts(), Texts()]
    left = [beginning, rest[1:]]
    hands[1].put_caret("n", 0)
    hands[1].type("n", rest[0])
    authority.exchange(hands, 1)
    authority.exchange(hands, 0)
    hands[0].put_caret("n", 0)
    while any(left):
        hand = rng.randrange(2)
        size = rng.randint(1, 9)
        if left[hand] and rng.random() < 0.6:
            hands[hand].type("n", left[hand][:size])
            left[hand] = left[hand][size:]
        else:
            authority.exchange(hands, hand)
    for _ in range(3):
        for hand in (0, 1):
            authority.exchange(hands, hand)
    assert [hand.shown("n") for hand in hands] == [whole, whole]
    assert all(hand.saved("n") for hand in hands)


class Authority:
    """Takes one hand's edit and tells that hand all it has missed."""

    def __init__(self) -> None:
        self.entries: list[dict] = []

    def exchange(self, hands: list[Texts], number: int) -> None:
        from discussion.live.texts import rebase

        hand = hands[number]
        command = f"{number}/{len(self.entries)}"
        edit = hand.take("n", command)
        if edit is not None:
            change = rebase(edit.change, [e["change"] for e in self.entries[edit.base :]])
            version = len(self.entries) + 1
            entry = {"text": "n", "version": version, "change": change, "command": command}
            self.entries.append(entry)
            hand.acknowledge("n", command, version)
        assert hand.catch_up("n", self.entries[hand.version("n") :])


def arabic() -> bytes:
    return json.dumps(ARABIC, ensure_ascii=False).encode()


def verdict(stage: Stage, key: str) -> str:
    return stage.verdicts[key].outcome


def workshops(server: Server) -> set[str]:
    database = open_database(server.settings.database_url)
    with closing(database), database.reading() as transaction:
        return {workshop for workshop, *_ in programme.list_workshops(transaction)}


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
