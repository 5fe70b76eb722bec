"""Who may open a board and a room screen, and what they find before anything arrives."""

import json
import re

import pytest

from tests.kit.house import PagesOf


def data(page: str) -> dict:
    found = re.search(r'<script type="application/json" id="page-data">(.*?)</script>', page, re.S)
    return json.loads(found[1])


@pytest.mark.parametrize("who", ["secretariat", "moderator", "chair"])
def test_a_board_is_open_to_those_who_read_all_tables(house: PagesOf, who):
    page = house.visitor(who).get("/topics/2/board")
    assert page.status_code == 200
    assert data(page.text)["topic"]["number"] == 2
    assert data(page.text)["decides"] is (who != "chair")


@pytest.mark.parametrize("who", ["rapporteur", "room"])
def test_a_board_is_closed_to_tables_and_projectors(house: PagesOf, who):
    assert house.visitor(who).get("/topics/1/board").status_code == 404


def test_a_room_screen_is_closed_to_tables(house: PagesOf):
    assert house.visitor("rapporteur").get("/topics/1/room").status_code == 404
    assert house.visitor("room").get("/topics/1/room").status_code == 200


@pytest.mark.parametrize("page", ["board", "room"])
def test_nobody_unknown_comes_in_and_no_topic_is_made_up(house: PagesOf, page):
    assert house.visitor().get(f"/topics/1/{page}").status_code in (302, 303, 401)
    assert house.visitor("moderator").get(f"/topics/9/{page}").status_code == 404


def test_a_moderator_of_one_topic_reaches_its_board_alone(house: PagesOf):
    held = house.workshop
    bound = held.somebody("moderator", topic=held.topics[0].id, name="Bound")
    assert house.visitor(bound).get("/topics/1/board").status_code == 200
    assert house.visitor(bound).get("/topics/2/board").status_code == 404
    assert 'href="/topics/2/board"' not in house.visitor(bound).get("/topics/1/board").text
    assert 'href="/topics/2/board"' in house.visitor("moderator").get("/topics/1/board").text


def test_kinds_and_reasons_come_in_the_workshops_order(house: PagesOf):
    told = data(house.visitor("moderator").get("/topics/1/board").text)
    assert [code for code, _ in told["kinds"]][:3] == [
        "challenge", "success_factor", "alternative_method",
    ]  # fmt: skip
    words, offered = dict(told["reasons"]), told["reasonsTo"]
    assert all(words[code].startswith("Kept for later") for code in offered["park"][:2])
    assert "not_public_employment" not in offered["park"]
    assert "needs_echo" not in offered["rule_out"]
    assert {*offered["park"], *offered["rule_out"]} == set(words)


def test_a_chair_finds_no_button_that_decides(house: PagesOf):
    chair = house.visitor("chair").get("/topics/1/board").text
    assert 'id="ask-question"' in house.visitor("moderator").get("/topics/1/board").text
    for part in ("ask-question", "ask-reason", "ask-close", "decide", "hour"):
        assert f'id="{part}"' not in chair


def test_a_room_screen_holds_no_note_and_no_name(house: PagesOf):
    house.workshop.say("Only this table said so.")
    page = house.visitor("room").get("/topics/1/room").text
    assert "Only this table said so." not in page
    assert "Rapporteur" not in page
    assert "Room" not in re.sub(r'Room screen|data-name="Room"', "", page)
