"""Every note as a file from the page of publications: who gets it, how it comes, what is left."""

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path

import gevent
import pytest

from discussion.services.publications import contributions
from tests.kit.house import PagesOf

WHOLE, OF_TOPIC = "/publications/contributions/{}", "/topics/{}/contributions/{}"
JSON = {"Accept": "application/json"}


@pytest.fixture
def parked(house: PagesOf) -> str:
    """A note on topic 1 that no document may hold."""
    note = house.workshop.say("=cmd|' /C calc'!A0")
    house.workshop.decide(note, "park", reason="needs_echo", remark=None)
    return note


def test_a_secretariat_downloads_all_notes_and_the_server_keeps_nothing(
    house: PagesOf, parked: str, tmp_path: Path
) -> None:
    folder = contributions.export_folder(tmp_path / "exports", house.workshop.id)
    folder.mkdir(parents=True)
    (folder / "left.csv").write_text("of a server that was killed meanwhile")
    answer = house.visitor("secretariat").get(WHOLE.format("csv"), buffered=True)
    assert answer.status_code == 200, answer.text
    (row,) = csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline=""))
    assert (row["Note"], row["Status"], row["Words"]) == (parked, "parked", "'=cmd|' /C calc'!A0")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=OIC-PESNET-WS-KL-2025-NOTES-20250708-1700.csv"
    )
    assert not folder.exists()


def test_a_moderator_downloads_the_notes_of_the_own_topic_alone(
    house: PagesOf, parked: str
) -> None:
    topic = house.workshop.topics[0]
    bound = house.visitor(house.workshop.somebody("moderator", topic=topic.id))
    answer = bound.get(OF_TOPIC.format(1, "json"), buffered=True)
    assert [note["id"] for note in json.loads(answer.data)["notes"]] == [parked]
    assert "NOTES.1-20250708-1700.json" in answer.headers["Content-Disposition"]
    for path in (OF_TOPIC.format(2, "json"), OF_TOPIC.format(9, "json"), WHOLE.format("json")):
        assert bound.get(path).status_code == 404
    page = bound.get("/publications").text
    assert '<a href="/topics/1/board">Back to the board</a>' in page
    assert re.findall(r'href="([^"]*contributions[^"]*)"', page) == [
        OF_TOPIC.format(1, form) for form in ("xlsx", "csv", "json")
    ]


def test_the_page_offers_each_what_they_may_have_and_counts_it(house: PagesOf, parked: str) -> None:
    words = house.visitor("secretariat").read("/publications")
    assert "All topics And the plenary. 1 note " in words
    assert re.search(r"Topic 2 Innovating [^.]* 0 notes ", words)
    for who, rows in (("secretariat", 4), ("moderator", 3), ("chair", 0)):
        page = house.visitor(who).get("/publications").text
        assert page.count('class="export"') == rows
        assert ("/publications/contributions/" in page) is (who == "secretariat")


@pytest.mark.parametrize("form", ["docx", "CSV", "..", "html"])
def test_an_unknown_format_is_refused_in_words(house: PagesOf, form: str) -> None:
    answer = house.visitor("secretariat").get(WHOLE.format(form), headers=JSON)
    if form != "..":
        assert (answer.status_code, answer.json["error"]["code"]) == (404, "format_unknown")
        assert "xlsx, csv, json" in answer.json["error"]["do"]
    assert answer.status_code in (301, 308, 404)


def test_an_export_that_fails_is_told_with_a_number(
    house: PagesOf, monkeypatch, caplog, tmp_path: Path
) -> None:
    broken = (sys.executable, "-c", "raise SystemExit('no room on the disk')")
    monkeypatch.setattr(contributions, "EXPORT_COMMAND", broken)
    answer = house.visitor("secretariat").get(WHOLE.format("xlsx"), headers=JSON)
    error = answer.json["error"]
    assert (answer.status_code, error["code"]) == (500, "export_failed")
    (number,) = re.findall(r"id\d{18}", error["do"])
    assert number in caplog.text
    assert "no room on the disk" in caplog.text
    assert "no room" not in answer.text
    assert list(tmp_path.glob("exports/*/.notes")) == []


def test_while_notes_are_written_the_house_answers_and_nobody_asks_twice(
    house: PagesOf, monkeypatch, tmp_path: Path
) -> None:
    go, log = tmp_path / "go", tmp_path / "log"
    slow = (
        "import pathlib, sys, time\n"
        f"log = pathlib.Path({str(log)!r}).open('a'); print('began', file=log, flush=True)\n"
        f"while not pathlib.Path({str(go)!r}).exists(): time.sleep(0.01)\n"
        "pathlib.Path(sys.argv[-1]).write_text('written'); print('ended', file=log, flush=True)"
    )
    monkeypatch.setattr(contributions, "EXPORT_COMMAND", (sys.executable, "-c", slow))
    secretariat, moderator = house.visitor("secretariat"), house.visitor("moderator")
    first = gevent.spawn(secretariat.get, WHOLE.format("csv"), buffered=True)
    while not log.exists():
        gevent.sleep(0.01)
    second = gevent.spawn(moderator.get, OF_TOPIC.format(1, "csv"), buffered=True)
    answer = secretariat.get(WHOLE.format("json"), headers=JSON)
    assert (answer.status_code, answer.json["error"]["code"]) == (409, "export_running")
    assert secretariat.get("/publications").status_code == 200
    go.touch()
    assert [one.get().data for one in (first, second)] == [b"written", b"written"]
    assert log.read_text().split() == ["began", "ended", "began", "ended"]  # one after the other
    assert secretariat.get(WHOLE.format("csv"), buffered=True).status_code == 200


def test_the_secretariat_takes_the_whole_workshop_away_and_nothing_of_it_stays(
    house: PagesOf, tmp_path: Path
) -> None:
    secretariat = house.visitor("secretariat")
    assert 'href="/workshop/files/zip"' in secretariat.get("/publications").text
    assert "/workshop/files" not in house.visitor("moderator").get("/publications").text
    answer = secretariat.get("/workshop/files/zip", buffered=True)
    assert answer.headers["Content-Type"] == "application/zip"
    assert "OIC-PESNET-WS-KL-2025-WHOLE-" in answer.headers["Content-Disposition"]
    assert zipfile.is_zipfile(io.BytesIO(answer.data))
    assert list(tmp_path.glob("exports/*/.whole")) == []
