"""Files made for whoever asks: the programme, table cards."""

from io import BytesIO

from discussion.domain.programme_file import programme_to_json
from discussion.storage.programme import find_workshop
from tests.documents.reading import word_text
from tests.kit.house import PagesOf

AS_A_SCRIPT = {"headers": {"Accept": "application/json"}}


def test_everybody_takes_the_programme_along_for_calendar_and_spreadsheet(house: PagesOf):
    page = house.visitor("rapporteur").read("/programme")
    assert "For your calendar" in page
    answer = house.visitor("rapporteur").get("/programme/files/ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "filename=OIC-PESNET-WS-KL-2025-INF.2.ics" in answer.headers["Content-Disposition"]
    assert answer.data.count(b"BEGIN:VEVENT") == 21
    assert house.visitor("rapporteur").get("/programme/files/ics").data == answer.data


def test_the_programme_file_taken_out_makes_the_same_workshop_again(house: PagesOf):
    secretariat = house.visitor("secretariat")
    taken = secretariat.get("/programme/files/toml").data
    upload = {"programme": (BytesIO(taken), "programme.toml")}
    made = secretariat.post("/workshops", upload, **AS_A_SCRIPT)
    assert made.status_code == 201
    told = programme_to_json(house.workshop.plan.programme)
    with house.workshop.database.reading() as transaction:
        again = find_workshop(transaction, made.json["workshop"])
    assert again is not None and programme_to_json(again.programme) == told


def test_a_form_of_the_programme_that_there_is_not_is_refused_by_naming_the_others(house: PagesOf):
    answer = house.visitor("chair").get("/programme/files/doc", **AS_A_SCRIPT)
    assert answer.status_code == 404
    assert "csv, ics, toml" in answer.text


def test_the_cards_come_as_a_file_with_every_tables_own_code(house: PagesOf):
    secretariat = house.visitor("secretariat")
    assert 'href="/cards/files/docx"' in secretariat.get("/cards").text
    answer = secretariat.get("/cards/files/docx", buffered=True)
    said = word_text(answer.data)
    held = secretariat.get("/cards", **AS_A_SCRIPT).json
    assert [card["code"] in said for card in held] == [True] * len(house.workshop.tables)
    assert "For trying out on this computer only" in said
    assert "no-store" in answer.headers["Cache-Control"]
