"""Refusals and bugs: one sentence for people, one shape for programs, nothing half-done."""

import json
import logging

import pytest
from flask import Flask
from sqlalchemy import text

from discussion.errors import DiscussionError, NotFound, Refused
from discussion.storage.database import CannotStore
from tests.kit.house import PagesOf
from tests.kit.house.pages import words

JSON = {"headers": {"Accept": "application/json"}}


def plant(app: Flask, trouble: Exception) -> None:
    """From now on the programme's page raises."""

    def page() -> str:
        raise trouble

    app.view_functions["programme.show"] = page


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (NotFound(), 404),
        (Refused("sheet_locked"), 409),
        (DiscussionError("link_expired", status=410), 410),
        (CannotStore("database is locked"), 503),
    ],
)
def test_a_refusal_is_a_page_for_people_and_json_for_programs(
    house: PagesOf, trouble: DiscussionError, status: int
):
    plant(house.app, trouble)
    visitor = house.visitor("moderator")
    page, answer = visitor.get("/programme"), visitor.get("/programme", **JSON)
    assert page.status_code == answer.status_code == status
    error = answer.json["error"]
    assert error["code"] == trouble.code
    assert all(error[part] in words(page).replace("&#39;", "'") for part in ("title", "do"))


def test_what_the_database_says_never_reaches_people(house: PagesOf):
    plant(house.app, CannotStore("/data/discussion.sqlite3 is locked"))
    assert "sqlite3" not in house.visitor("moderator").get("/programme").text


def test_a_bug_is_told_as_such_with_a_number_that_stands_in_the_log(
    house: PagesOf, caplog: pytest.LogCaptureFixture
):
    plant(house.app, ZeroDivisionError("the inside of the house"))
    visitor = house.visitor("moderator")
    with caplog.at_level(logging.ERROR):
        answer = visitor.get("/programme", **JSON)
    assert answer.status_code == 500 and answer.json["error"]["code"] == "internal"
    number = answer.json["error"]["facts"]["request"]
    assert number in caplog.text and "the inside of the house" in caplog.text
    assert "inside of the house" not in answer.text + visitor.get("/programme").text


def test_whoever_is_signed_out_is_led_to_the_door_and_back(house: PagesOf):
    answer = house.visitor().get("/topics/1/board?x=1")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/?next=/topics/1/board?x%3D1"
    assert house.visitor().get("/programme", **JSON).status_code == 401
    assert house.visitor().post("/tables").status_code == 401


def test_an_address_or_a_method_that_is_not_there_is_a_page_of_ours(house: PagesOf):
    for path in ("/nosuchpage", "/topics/one/board", "/sheets/", "/../etc/passwd", "/%00"):
        answer = house.visitor("moderator").get(path)
        assert answer.status_code == 404 and "<title>" in answer.text, path
    for method in ("put", "delete", "patch"):
        answer = getattr(house.visitor("moderator").client, method)("/programme")
        assert answer.status_code in (403, 405)


def test_a_programme_file_is_refused_with_every_problem(house: PagesOf):
    visitor = house.visitor("secretariat")
    answer = visitor.client.post(
        "/workshops",
        data=json.dumps({"title": 5}),
        base_url="http://127.0.0.1:8000",
        headers={"X-CSRF-Token": visitor.csrf, **JSON["headers"]},
    )
    assert answer.status_code == 422
    problems = answer.json["error"]["problems"]
    assert len(problems) > 1 and all(p["key"] and p["message"] for p in problems)


def test_the_house_says_when_it_is_not_well(house: PagesOf):
    assert house.visitor().get("/healthz").data == b"ok\n"
    with house.workshop.database.reads.connect() as connection:
        connection.execute(text("SELECT 1"))
    house.app.extensions["discussion"].database.reads.dispose()
    path = house.workshop.database.writes.url.database
    with open(str(path), "wb") as file:
        file.write(b"no longer a database" * 500)
    assert house.visitor().get("/healthz").status_code == 503
