"""The page of publications: who may see, build, read and download, and what it says."""

import hashlib
import re
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gevent
import pytest

from discussion.services.publications import editions
from tests.documents.reading import word_text
from tests.kit.house import Held, PagesOf
from tests.services.points import confirm_point

STATEMENT = "Portals name the authority behind every offer"
JSON = {"Accept": "application/json"}


def build(house: PagesOf, document: str, who: str = "secretariat") -> list[dict[str, Any]]:
    """Builds as a program does; the editions it is told of."""
    answer = house.visitor(who).post("/publications/build", {"document": document}, headers=JSON)
    assert answer.status_code == 201, answer.text
    return answer.json["editions"]


def test_the_empty_page_says_what_to_do_first(house: PagesOf) -> None:
    words = house.visitor("secretariat").read("/publications")
    assert "No point is confirmed yet" in words
    assert "Board of topic 3" in words
    assert words.count("Not built yet.") == 9


def test_whoever_builds_everything_is_warned_of_topics_without_a_point(house: PagesOf) -> None:
    confirm_point(house.workshop, STATEMENT)
    confirm_point(house.workshop, "Another statement", topic=2)
    warned = "No point is confirmed yet on topic 3"
    assert warned in house.visitor("secretariat").read("/publications")
    assert warned not in house.visitor("moderator").read("/publications")
    confirm_point(house.workshop, "A third statement", topic=3)
    assert warned not in house.visitor("secretariat").read("/publications")


def test_building_everything_leads_back_to_the_page_with_every_edition(house: PagesOf) -> None:
    confirm_point(house.workshop, STATEMENT)
    secretariat = house.visitor("secretariat")
    answer = secretariat.post("/publications/build", {"document": "all"})
    assert (answer.status_code, answer.location) == (303, "/publications")
    words = secretariat.read("/publications")
    assert words.count("ZERO OIC-PESNET/WS-KL/2025/") == 9
    assert words.count("Nothing it shows has changed since.") == 9
    assert words.count("Build REV.1") == 9


def test_the_page_says_what_has_changed_since_the_newest_edition(house: PagesOf) -> None:
    confirm_point(house.workshop, STATEMENT)
    build(house, "all")
    confirm_point(house.workshop, "Another statement", topic=2, tables=(1, 2))
    house.workshop.say("A note that is still being thought about")
    state = house.visitor("chair").get("/publications", headers=JSON).json
    since = {each["key"]: each["since"] for each in state["documents"]}
    assert since.pop("presentation-topic-1") == since.pop("presentation-topic-3") == ""
    assert since.pop("programme") == since.pop("participants") == ""  # not made of what was said
    assert set(since.values()) == {"1 point confirmed, 2 notes accepted"}
    assert set(since) == {
        *("declaration", "proceedings", "guidelines"),
        *("presentation-topic-2", "provenance"),
    }


def test_earlier_editions_stay_and_can_be_downloaded(house: PagesOf) -> None:
    confirm_point(house.workshop, STATEMENT)
    (zero,), (first,) = build(house, "declaration"), build(house, "declaration")
    assert [zero["label"], first["label"]] == ["ZERO", "REV.1"]
    assert "1 earlier edition" in house.visitor("moderator").read("/publications")
    for edition in (zero, first):
        answer = house.visitor("moderator").get(edition["files"][0]["url"])
        assert STATEMENT in word_text(answer.data)
        assert edition["symbol"] in word_text(answer.data)


def test_a_download_is_named_never_kept_and_never_guessed_at(house: PagesOf) -> None:
    (edition,) = build(house, "declaration")
    answer = house.visitor("secretariat").get(edition["files"][0]["url"])
    headers = answer.headers
    assert headers["Content-Disposition"] == (
        "attachment; filename=OIC-PESNET-WS-KL-2025-DECL-ZERO.docx"
    )
    assert headers["Content-Type"].endswith("wordprocessingml.document")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_an_edition_is_read_in_the_browser_and_can_do_nothing_there(house: PagesOf) -> None:
    confirm_point(house.workshop, f"{STATEMENT} <script>alert(1)</script>")
    (edition,) = build(house, "proceedings")
    answer = house.visitor("chair").get(f"/editions/{edition['id']}/read")
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert STATEMENT in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy


def test_slides_may_run_the_one_script_of_the_house_and_no_other(house: PagesOf) -> None:
    (edition,) = build(house, "presentation-topic-1")
    answer = house.visitor("chair").get(f"/editions/{edition['id']}/read")
    (script,) = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    known = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = answer.headers["Content-Security-Policy"]
    assert f"script-src 'sha256-{known}'" in policy
    assert "default-src 'none'" in policy and "'unsafe-inline'" not in policy.split("script-src")[1]


@pytest.mark.parametrize("who", ["rapporteur", "room", "stranger"])
def test_others_find_nothing_here(
    house: PagesOf, another_workshop: Callable[..., Held], who: str
) -> None:
    (edition,) = build(house, "declaration")
    visitor = house.visitor(another_workshop().people["secretariat"] if who == "stranger" else who)
    paths = [f"/editions/{edition['id']}/read", edition["files"][0]["url"]]
    if who != "stranger":
        paths += ["/publications", "/publications/progress"]
    assert {visitor.get(path).status_code for path in paths} == {404}


@pytest.mark.parametrize("who", ["moderator", "chair", "rapporteur", "room"])
def test_nobody_but_the_secretariat_builds(house: PagesOf, who: str) -> None:
    answer = house.visitor(who).post("/publications/build", {"document": "declaration"})
    assert answer.status_code == 404
    if who in ("moderator", "chair"):
        page = house.visitor(who).get("/publications").text
        assert ("Declaration" in page, "/publications/build" in page) == (True, False)


def test_nobody_who_is_signed_out_gets_anything(house: PagesOf) -> None:
    (edition,) = build(house, "declaration")
    for path in ("/publications", edition["files"][0]["url"]):
        answer = house.visitor().get(path)
        assert (answer.status_code, b"DECL" in answer.data) == (302, False)


@pytest.mark.parametrize("document", ["poem", "", "presentation-topic-4", "../declaration"])
def test_an_unknown_document_is_refused_in_words(house: PagesOf, document: str) -> None:
    answer = house.visitor("secretariat").post("/publications/build", {"document": document})
    assert answer.status_code == 404
    assert "presentation-topic-3, provenance" in answer.text


def test_an_unknown_format_is_refused_in_words(house: PagesOf) -> None:
    (edition,) = build(house, "provenance")
    answer = house.visitor("secretariat").get(f"/editions/{edition['id']}/files/odt")
    told = "Choose one of these: csv, docx, html, pdf."
    assert (answer.status_code, told in answer.text) == (404, True)


def test_a_build_that_fails_is_told_with_a_number_and_leaves_what_there_was(
    house: PagesOf, monkeypatch, caplog
) -> None:
    (good,) = build(house, "declaration")
    broken = (sys.executable, "-c", "raise SystemExit('the house style lacks a style')")
    monkeypatch.setattr(editions, "BUILD_COMMAND", broken)
    answer = house.visitor("secretariat").post("/publications/build", {"document": "declaration"})
    assert answer.status_code == 500
    (number,) = re.findall(r"id\d{18}", answer.text)
    assert number in caplog.text
    assert "the house style lacks a style" in caplog.text
    assert "lacks a style" not in answer.text
    words = house.visitor("secretariat").read("/publications")
    assert good["symbol"] in words
    assert "Build REV.1" in words


def test_a_second_build_while_one_goes_on_is_told_and_the_page_shows_the_first(
    house: PagesOf, monkeypatch
) -> None:
    slow = (sys.executable, "-c", "import sys; sys.stdin.read(); import time; time.sleep(2)")
    monkeypatch.setattr(editions, "BUILD_COMMAND", slow)
    secretariat = house.visitor("secretariat")
    first = gevent.spawn(secretariat.post, "/publications/build", {"document": "proceedings"})
    while not secretariat.get("/publications/progress").json["building"]:
        gevent.idle()
    state = secretariat.get("/publications/progress").json
    assert (state["documents"], state["written"], state["files"]) == (["proceedings"], 0, 5)
    assert "Being built now" in secretariat.read("/publications")
    answer = secretariat.post("/publications/build", {"document": "declaration"})
    assert (answer.status_code, "Somebody is building already" in answer.text) == (409, True)
    assert first.get().status_code == 500  # it never built anything
    assert not secretariat.get("/publications/progress").json["building"]


def test_a_file_that_was_changed_on_the_disk_is_not_handed_out(
    house: PagesOf, tmp_path: Path
) -> None:
    (edition,) = build(house, "declaration")
    (path,) = tmp_path.glob("exports/*/declaration/ZERO/*.docx")
    path.write_bytes(path.read_bytes().replace(b"PK", b"pk", 1))
    answer = house.visitor("secretariat").get(edition["files"][0]["url"])
    assert answer.status_code == 409
    assert "This file is not the one that was built" in answer.text


def test_a_deleted_rehearsal_takes_its_documents_along(
    house: PagesOf, another_workshop: Callable[..., Held], tmp_path: Path
) -> None:
    rehearsal = another_workshop(rehearsal=True)
    visitor = house.visitor(rehearsal.people["secretariat"])
    visitor.post("/publications/build", {"document": "declaration"})
    (file,) = tmp_path.glob("exports/*/declaration/ZERO/*.docx")
    assert file.name.endswith("-REHEARSAL.docx")
    assert visitor.post(f"/workshops/{rehearsal.id}/delete").status_code == 200
    assert list(tmp_path.glob("exports/*")) == []
