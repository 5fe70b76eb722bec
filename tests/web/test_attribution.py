"""A choice of who is named is obeyed at once by those who look at boards, and keeps no table up."""

import re
from http import HTTPStatus

from tests.kit.house import PagesOf


def test_boards_connect_anew_after_a_choice_and_tables_write_on(house: PagesOf):
    held = house.workshop
    note = held.write("Ours")
    board, table = house.socket("moderator"), house.socket("rapporteur")
    board.join(f"board:{held.topics[0].id}")
    sheet = f"sheet:{held.sheet()}"
    assert "state" in board.join(sheet)
    table.join(sheet)
    levels = {"capturing": "table", "published": "none"}
    answer = house.visitor("secretariat").post("/attribution", levels)
    assert answer.status_code == HTTPStatus.SEE_OTHER
    again, topic = house.socket("moderator"), f"board:{held.topics[0].id}"
    assert again.join(sheet)["refused"]["code"] == "not_found"
    assert "state" in again.join(topic)
    assert "number" in table.send(held.command("submit_note", note=note))[0]
    again.until(lambda: bool(again.hears(topic)))
    assert table.hears(sheet) and not board.hears(sheet) and not board.hears(topic)


def test_moderators_are_led_to_no_sheet_that_they_may_not_open(house: PagesOf):
    address, moderator = f"/sheets/{house.workshop.sheet()}", house.visitor("moderator")
    board = "/topics/1/board"
    assert moderator.get(address).status_code == HTTPStatus.OK
    assert '"opensSheets":true' in moderator.get(board).text.replace(" ", "")
    levels = {"capturing": "country", "published": "table"}
    house.visitor("secretariat").post("/attribution", levels)
    assert moderator.get(address).status_code == HTTPStatus.NOT_FOUND
    assert '"opensSheets":false' in moderator.get(board).text.replace(" ", "")
    assert house.visitor("rapporteur").get(address).status_code == HTTPStatus.OK


def test_sheets_are_linked_from_the_watch_and_played_from_the_outcome_where_they_open(
    house: PagesOf,
):
    held = house.workshop
    held.say("We check employers twice")
    first = held.topics[0].id
    table, play = f"/outcome/{held.id}/tables/1", f"/playback/{held.sheet()}"

    def links(who: str) -> tuple[bool, bool]:
        visitor = house.visitor(who)
        opened = re.search(r'"opens_sheets": ?\[([^]]*)', visitor.get("/topics/1/watch").text)
        return first in (opened[1] if opened else ""), play in visitor.get(table).text

    assert links("moderator") == links("secretariat") == (True, True)
    assert links("chair") == (False, False)
    levels = {"capturing": "country", "published": "table"}
    house.visitor("secretariat").post("/attribution", levels)
    assert links("moderator") == (False, False)
    assert links("secretariat") == (True, True)
    assert play in house.visitor("rapporteur").get(table).text
    assert play not in house.visitor("second").get(table).text


def test_whoever_names_more_than_before_is_asked_first_and_told_after(house: PagesOf):
    secretariat = house.visitor("secretariat")
    wider = {"capturing": "person", "published": "person"}
    asked = secretariat.post("/attribution", wider)
    page = secretariat.get(asked.headers["Location"]).text
    assert "Name more than until now?" in page and "Nobody has chosen yet" in page
    kept = secretariat.post("/attribution", {**wider, "sure": "yes"})
    page = secretariat.get(kept.headers["Location"]).text
    assert "<strong>Kept</strong>" in page and "Every choice so far (1)" in page
    topic = {"topic": house.workshop.topics[0].id}
    narrower = {**topic, "capturing": "table", "published": "none"}
    page = secretariat.get(secretariat.post("/attribution", narrower).headers["Location"]).text
    assert "Kept for topic 1" in page
    page = secretariat.get(secretariat.post("/attribution", topic).headers["Location"]).text
    assert "Name more than until now on topic 1?" in page
    back = secretariat.post("/attribution", {**topic, "sure": "yes"}).headers["Location"]
    assert "Kept: topic 1 is as the workshop again" in secretariat.get(back).text


def test_an_address_that_asks_about_no_choice_asks_nothing(house: PagesOf):
    secretariat = house.visitor("secretariat")
    for asked in ("ask=yes&published=everybody&capturing=person", "kept=nothing", "ask=yes"):
        page = secretariat.get(f"/setup?{asked}")
        assert page.status_code == HTTPStatus.OK
        assert "<strong>Kept" not in page.text and "Name more than" not in page.text


def test_a_choice_that_is_none_changes_nothing(house: PagesOf):
    secretariat = house.visitor("secretariat")
    for levels in ({"published": "everybody", "capturing": "person"}, {"published": "table"}, {}):
        assert (
            secretariat.post("/attribution", levels).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        )
    assert "Nobody has chosen yet" in secretariat.get("/setup").text
