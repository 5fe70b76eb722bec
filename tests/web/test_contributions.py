"""Sheets as pages: who reaches which, what stands on them before the first word arrives."""

import json
import re
from http import HTTPStatus

import pytest

from discussion.domain.contributions import KINDS
from discussion.storage import programme
from tests.kit.house import PagesOf
from tests.kit.house.pages import words
from tests.services.test_copies import Device


def page_data(house: PagesOf, who: str, path: str) -> dict:
    page = house.visitor(who).get(path)
    assert page.status_code == HTTPStatus.OK, page.status
    found = re.search(r'id="page-data">(.*?)</script>', page.text, re.DOTALL)
    assert found
    return json.loads(found[1])


def plenary_sheet(house: PagesOf) -> programme.Sheet:
    with house.workshop.database.reading() as transaction:
        sheets = programme.list_sheets(transaction, house.workshop.id)
    return next(sheet for sheet in sheets if sheet.item)


def test_a_rapporteur_lands_on_the_sheet_of_the_topic_that_is_on(house: PagesOf):
    workshop = house.workshop
    rapporteur = house.visitor("rapporteur")
    assert rapporteur.get("/sheet").location == f"/sheets/{workshop.sheet(topic=1)}"
    discussions = workshop.fresh(f"workshop:{workshop.id}")[1]["discussions"]
    second = next(d for d in discussions if d["topic"] == workshop.topics[1].id)
    workshop.act(
        workshop.actor("moderator"), "start_discussion", discussion=second["id"], minutes=None
    )
    assert rapporteur.get("/sheet").location == f"/sheets/{workshop.sheet(topic=2)}"


def test_the_sheet_asks_its_question_and_leads_to_the_tables_other_sheets(house: PagesOf):
    workshop = house.workshop
    page = house.visitor("rapporteur").get(f"/sheets/{workshop.sheet()}")
    assert "Which challenges, success factors and alternative methods did your table" in words(page)
    for number, topic in enumerate(workshop.topics, start=1):
        assert topic.title in page.text
        assert f'href="/sheets/{workshop.sheet(topic=number)}"' in page.text
    assert page.text.count('aria-current="page"') == 1


def test_a_moderator_reads_whose_sheet_it_is(house: PagesOf):
    told = house.visitor("moderator").read(f"/sheets/{house.workshop.sheet(table=2)}")
    assert "alternative methods did Table 2 name?" in told


def test_kinds_come_in_the_order_of_their_digits(house: PagesOf):
    data = page_data(house, "rapporteur", f"/sheets/{house.workshop.sheet()}")
    assert data["kinds"] == [list(pair) for pair in KINDS.items()]
    assert data["kinds"][0][0] == "challenge"


def test_countries_can_be_found_in_three_languages(house: PagesOf):
    data = page_data(house, "rapporteur", f"/sheets/{house.workshop.sheet()}")
    malaysia = next(country for country in data["countries"] if country["code"] == "MY")
    assert malaysia["names"] == ["Malaysia", "Malaisie", "ماليزيا"]


def test_no_note_and_nobody_else_stands_in_the_page_itself(house: PagesOf):
    house.workshop.say("Only over the socket")
    page = house.visitor("moderator").get(f"/sheets/{house.workshop.sheet()}")
    assert "Only over the socket" not in page.text
    assert house.workshop.actor("rapporteur").person not in page.text


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("rapporteur", HTTPStatus.OK),
        ("second", HTTPStatus.NOT_FOUND),
        ("moderator", HTTPStatus.OK),
        ("secretariat", HTTPStatus.OK),
        ("chair", HTTPStatus.NOT_FOUND),
        ("room", HTTPStatus.NOT_FOUND),
    ],
)
def test_a_tables_sheet_is_open_to_the_table_and_the_staff_alone(house: PagesOf, who, status):
    answer = house.visitor(who).get(f"/sheets/{house.workshop.sheet(table=1)}")
    assert answer.status_code == status


def test_a_sheet_of_another_workshop_and_one_that_never_was_answer_alike(
    house: PagesOf, another_workshop
):
    other = another_workshop()
    staff = house.visitor("secretariat")
    theirs, none = staff.get(f"/sheets/{other.sheet()}"), staff.get("/sheets/nosuchsheet")
    assert theirs.status_code == none.status_code == HTTPStatus.NOT_FOUND
    assert words(theirs) == words(none)


def test_nobody_is_led_to_sign_in_first(house: PagesOf):
    answer = house.visitor().get(f"/sheets/{house.workshop.sheet()}")
    assert answer.status_code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FOUND)


def test_staff_without_a_table_have_no_sheet_of_their_own(house: PagesOf):
    assert house.visitor("moderator").get("/sheet").status_code == HTTPStatus.NOT_FOUND


def test_the_plenarys_sheet_bears_the_title_of_its_item(house: PagesOf):
    sheet = plenary_sheet(house)
    item = next(i for i in house.workshop.plan.programme.items if i.id == sheet.item)
    assert item.title in house.visitor("secretariat").get(f"/sheets/{sheet.id}").text
    data = page_data(house, "secretariat", f"/sheets/{sheet.id}")
    assert (data["item"], data["topic"]) == (sheet.item, None)
    answer = house.visitor("rapporteur").get(f"/sheets/{sheet.id}")
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_a_copy_taken_in_by_the_secretariat_answers_for_the_table_and_for_no_other(
    house: PagesOf,
):
    held = house.workshop
    asked, other = held.say("Ours"), held.say("Theirs", by="second")
    seen = {"note": asked, "version": held.version(asked), "state": "submitted"}
    held.act(held.actor("moderator"), "return_note", **seen, question="Which region?")
    device = Device(held)
    new = device.writes("Typed while away")
    device.asks("answer_question", note=asked, answer="The coast")
    device.writes("Not ours. ", other, text="Theirs", version=held.version(other))
    form = {"held": device.copy().decode(), "do": "take_in"}
    page = house.visitor("secretariat").post("/copies", form)
    assert page.status_code == HTTPStatus.OK
    assert held.note(asked).contribution.answer == "The coast"
    assert held.note(new).contribution.text == "Typed while away"
    assert held.note(other).contribution.text == "Theirs"
    assert "Not ours." in words(page), "what is not taken in is shown"
