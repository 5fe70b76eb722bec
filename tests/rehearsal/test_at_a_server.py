"""A rehearsal at somebody's server: within its limits, through its end, and gone afterwards."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from discussion.domain.programme_file import ProgrammeProblems
from discussion.rehearsal.play import rehearse
from discussion.storage import programme
from discussion.storage.database import open_database
from tests.kit.server import Server, new_server
from tests.rehearsal.played import Played, arabic

REHEARSE = (sys.executable, "-m", "discussion", "rehearse", "--tables", "2")


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
    status = rehearse(
        tables=1, rapporteurs=1, seed=1, out=out, programme=arabic(), languages=("fr",), **at
    )
    assert (status, Played(status, out).report["faults"]) == (0, [])
    assert (out / "proceedings-fr.docx").is_file()
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
        ({"url": "127.0.0.1:8000", "link": "x"}, "--url begins with http"),
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


def test_a_link_that_lets_nobody_in_or_not_far_enough_is_told(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = {"url": server.url, "link": f"{server.url}/link#00000000"}
    assert rehearse(tables=1, rapporteurs=1, seed=1, out=tmp_path, **at) == 1
    assert "That sign-in link is not good" in capsys.readouterr().err
    at["link"] = server.link("moderator")
    assert rehearse(tables=1, rapporteurs=1, seed=1, out=tmp_path, **at) == 1
    assert "Is it a link of the secretariat's?" in capsys.readouterr().err


def test_an_interrupted_rehearsal_leaves_no_workshop_behind(
    own_server: Server, tmp_path: Path
) -> None:
    before = workshops(own_server)
    playing = rehearsing_at(own_server, tmp_path)
    assert any("is being discussed" in line for line in iter(playing.stdout.readline, ""))
    assert workshops(own_server) != before
    playing.terminate()  # as Ctrl-C does, which a test run in the background ignores
    _, told = playing.communicate(timeout=30)
    assert (playing.returncode, told.strip()) == (1, "Stopped.")
    assert workshops(own_server) == before


def test_a_server_killed_and_started_again_in_the_middle_loses_nothing(
    own_server: Server, tmp_path: Path
) -> None:
    playing = rehearsing_at(own_server, tmp_path)
    assert any("Topic 1: " in line for line in iter(playing.stdout.readline, ""))
    own_server.kill()
    own_server.start()
    out, told = playing.communicate(timeout=120)
    assert (playing.returncode, told) == (0, ""), out
    report = Played(0, tmp_path).report
    assert report["missing_characters"] == 0
    assert report["reconnections"] > 4, "everybody lost the connection"


def rehearsing_at(server: Server, out: Path) -> "subprocess.Popen[str]":
    """A rehearsal in a process of its own, as a secretariat starts it."""
    at = ("--url", server.url, "--link", server.link("secretariat"), "--out", str(out))
    return subprocess.Popen(
        [*REHEARSE, *at], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def workshops(server: Server) -> set[str]:
    database = open_database(server.settings.database_url)
    with closing(database), database.reading() as transaction:
        return {workshop for workshop, *_ in programme.list_workshops(transaction)}
