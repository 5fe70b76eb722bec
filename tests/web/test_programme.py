"""The secretariat's set-up, the programme as it was given, and the cards."""

import re
from http import HTTPStatus

import pytest

from tests.kit.house import PagesOf
from tests.kit.house.pages import opened_house, words

AS_A_SCRIPT = {"headers": {"Accept": "application/json"}}


def said(answer, status: int) -> str:
    """What a page with that status says."""
    assert answer.status_code == status, answer.status
    return words(answer)


def names(house: PagesOf) -> list[str]:
    return [table.name for table in house.workshop.tables]


def first_discussion(house: PagesOf) -> str:
    return house.workshop.fresh(f"workshop:{house.workshop.id}")[1]["discussions"][0]["id"]


def test_the_programme_is_shown_slot_by_slot_as_it_was_given(house: PagesOf):
    page = house.visitor("rapporteur").get("/programme")
    told = words(page)
    items = house.workshop.plan.programme.items
    assert page.text.count('<li class="slot"') == len(items) == 21
    for item in items:
        assert item.title in told.replace("&amp;", "&")
    for spoken in (
        "8–9 July 2025",
        "Hotel Royale Chulan, Kuala Lumpur",
        "H.E. Mdm Zehra , DG of SESRIC (tbc)",
        "MoU signing : PERKESO – ISKUR",
        "MoU signing : PERKESO – APEA",
        "Gamified job search experiences",
    ):
        assert spoken in told.replace("signing:", "signing :"), spoken


def test_subtopics_stand_once_under_their_topic(house: PagesOf):
    page = house.visitor("chair").read("/programme")
    for topic in house.workshop.topics:
        for subtopic in topic.subtopics:
            assert page.count(subtopic.title) == 1


@pytest.mark.parametrize(
    ("who", "open_doors", "shut"),
    [
        ("rapporteur", ("/sheets/",), ("/board", "/room")),
        ("moderator", ("/topics/1/board", "/topics/3/room", "/sheets/"), ()),
        ("chair", ("/topics/1/board", "/topics/3/room"), ("/sheets/",)),
        ("room", ("/topics/1/room",), ("/board", "/sheets/")),
    ],
)
def test_the_programme_leads_each_role_only_where_it_may_go(
    house: PagesOf, who: str, open_doors: tuple[str, ...], shut: tuple[str, ...]
):
    visitor = house.visitor(who)
    ways = set(re.findall(r'href="(/(?!static)[^"#?]*)"', visitor.get("/programme").text))
    assert all(any(door in way for way in ways) for door in open_doors)
    assert not [way for way in ways for door in shut if door in way]
    for way in ways:
        assert visitor.get(way).status_code in (HTTPStatus.OK, HTTPStatus.FOUND), way


def test_what_is_on_now_follows_the_discussion_and_no_clock(house: PagesOf):
    visitor, discussion = house.visitor("secretariat"), first_discussion(house)
    assert "No discussion is running" in visible(visitor.get("/programme").text)
    visitor.post(f"/discussions/{discussion}", {"do": "start"})
    assert "No discussion is running" not in visible(visitor.get("/programme").text)
    assert 'aria-current="true"' in visitor.get("/programme").text


def test_set_up_says_what_to_do_first_and_ticks_what_is_done(house: PagesOf):
    secretary = house.visitor("secretariat")
    page = secretary.get("/setup").text
    assert steps(page) == [True, False, True, True, False]
    house.workshop.say("Fees are asked in advance.")
    secretary.post(f"/discussions/{first_discussion(house)}", {"do": "start"})
    assert steps(secretary.get("/setup").text) == [True, False, True, True, True]


@pytest.mark.parametrize("who", ["moderator", "chair", "room", "rapporteur"])
def test_set_up_and_cards_are_the_secretariats_alone(house: PagesOf, who: str):
    visitor = house.visitor(who)
    assert visitor.get("/setup").status_code == HTTPStatus.NOT_FOUND
    assert visitor.get("/cards").status_code == HTTPStatus.NOT_FOUND
    assert visitor.post("/tables", {"names": "Mine"}).status_code == HTTPStatus.NOT_FOUND
    assert names(house) == ["Table 1", "Table 2"]


def test_tables_are_added_by_number_or_one_name_a_line(house: PagesOf):
    secretary = house.visitor("secretariat")
    assert secretary.post("/tables", {"count": "3"}).location == "/setup#tables"
    secretary.post("/tables", {"names": " Türkiye \r\n\r\nالجزائر\r\n"})
    assert names(house) == [f"Table {n}" for n in range(1, 6)] + ["Türkiye", "الجزائر"]


@pytest.mark.parametrize("count", ["0", "-1", "101", "many", "", "²", "9" * 400])
def test_a_number_of_tables_that_is_none_keeps_the_page(house: PagesOf, count: str):
    page = said(house.visitor("secretariat").post("/tables", {"count": count}), 422)
    assert "This is not a number of tables" in page
    assert "What to do first" in page
    assert len(names(house)) == 2


def test_names_that_are_refused_come_back_and_the_others_are_added(house: PagesOf):
    typed = f"Senegal\ntable 1\n{'n' * 129}"
    answer = house.visitor("secretariat").post("/tables", {"names": typed})
    assert answer.status_code in (HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert f"{'n' * 129}\ntable 1</textarea>" in answer.text or (
        f"table 1\n{'n' * 129}</textarea>" in answer.text
    )
    assert names(house) == ["Table 1", "Table 2", "Senegal"]


def test_more_names_than_fit_are_all_kept_in_the_form(house: PagesOf):
    typed = "\n".join(f"Delegation {n}" for n in range(101))
    answer = house.visitor("secretariat").post("/tables", {"names": typed})
    assert "This is more than fits" in said(answer, 409)
    assert typed in answer.text
    assert len(names(house)) == 2


def test_a_name_in_use_or_missing_is_said_on_the_page_with_what_was_typed(house: PagesOf):
    secretary, second = house.visitor("secretariat"), house.workshop.tables[1].id
    taken = secretary.post(f"/tables/{second}", {"do": "rename", "name": "table 1"})
    assert "This name is in use" in said(taken, 409)
    assert 'value="table 1"' in taken.text
    empty = secretary.post(f"/tables/{second}", {"do": "rename", "name": " "})
    assert "Words are missing" in said(empty, 422)
    long = secretary.post(f"/tables/{second}", {"do": "rename", "name": "n" * 129})
    assert "has 129 characters" in said(long, 422)
    assert "n" * 129 in long.text


def test_an_unknown_table_or_discussion_is_said_on_the_page(house: PagesOf):
    secretary = house.visitor("secretariat")
    page = said(secretary.post("/tables/nosuchtable", {"do": "remove"}), 404)
    assert "We do not know this table" in page
    assert "What to do first" in page
    said(secretary.post("/discussions/nosuchdiscussion", {"do": "close"}), 404)
    said(secretary.post(f"/tables/{house.workshop.tables[0].id}", {"do": "burn"}), 404)


def test_a_table_with_notes_cannot_be_taken_out(house: PagesOf):
    house.workshop.say("Fees are asked in advance.")
    first = house.workshop.tables[0].id
    answer = house.visitor("secretariat").post(f"/tables/{first}", {"do": "remove"})
    assert "The table has notes" in said(answer, 409)


def test_taking_a_table_out_puts_out_whoever_sits_there(house: PagesOf):
    table, line = house.workshop.tables[1].id, house.socket("second")
    house.visitor("secretariat").post(f"/tables/{table}", {"do": "remove"})
    line.until(lambda: ("signed_out", {}) in line.events and not line.open)
    assert house.visitor("second").get("/sheet").location == "/?next=/sheet"


@pytest.mark.parametrize("minutes", ["0", "601", "-5", "an hour", "6.5", "9" * 400])
def test_a_length_that_is_none_keeps_the_page_and_what_was_typed(house: PagesOf, minutes: str):
    answer = house.visitor("secretariat").post(
        f"/discussions/{first_discussion(house)}", {"do": "start", "minutes": minutes}
    )
    assert "This length is not possible" in said(answer, 422)
    assert f'value="{minutes}"' in answer.text


def test_the_clock_is_started_moved_and_stopped(house: PagesOf):
    secretary, way = house.visitor("secretariat"), f"/discussions/{first_discussion(house)}"
    assert secretary.post(way, {"do": "start", "minutes": "30"}).location == "/setup#discussions"
    for minutes in ("5", "10", "-5"):
        secretary.post(way, {"do": "extend", "minutes": minutes})
    state = house.workshop.fresh(f"workshop:{house.workshop.id}")[1]["discussions"][0]
    assert state["ends_at"] == "2025-07-08T09:40:00+00:00"
    assert "would end in the past" in said(
        secretary.post(way, {"do": "extend", "minutes": "-50"}), 409
    )
    secretary.post(way, {"do": "close"})
    page = said(secretary.post(way, {"do": "close"}), 409)
    assert "This is not possible now" in page


def test_a_moderator_starts_the_own_topic_and_is_led_back_to_the_own_page(house: PagesOf):
    topic = house.workshop.topics[1].id
    bound = house.visitor(house.workshop.somebody("moderator", topic=topic))
    held = house.workshop.fresh(f"workshop:{house.workshop.id}")[1]["discussions"]
    assert bound.post(f"/discussions/{held[1]['id']}", {"do": "start"}).location == "/"
    refused = bound.post(f"/discussions/{held[0]['id']}", {"do": "start"})
    assert "Nothing here for you" in said(refused, 404)


def test_scripts_hear_that_it_is_done_or_why_not(house: PagesOf):
    secretary = house.visitor("secretariat")
    assert secretary.post("/tables", {"count": "1"}, **AS_A_SCRIPT).json == {"done": True}
    refused = secretary.post("/tables", {"names": "Chad\nTable 1"}, **AS_A_SCRIPT)
    assert refused.status_code == HTTPStatus.CONFLICT
    assert refused.json["error"]["code"] == "name_taken"
    assert refused.json["typed"] == {"names": "Table 1"}


def test_a_form_without_its_token_changes_nothing(house: PagesOf):
    answer = house.visitor("secretariat").post("/tables", {"csrf": "", "count": "1"})
    assert "This form has become too old" in said(answer, 403)
    assert len(names(house)) == 2


def test_every_table_has_a_card_with_its_own_square_and_code(house: PagesOf):
    page = house.visitor("secretariat").get("/cards")
    for number in (1, 2):
        code, token = house.workshop.card(number)
        assert code in page.text
        assert f"/table#{token}" in page.text
    assert page.text.count('<svg xmlns="http://www.w3.org/2000/svg"') == 2


def test_one_card_can_be_printed_alone(house: PagesOf):
    second = house.workshop.tables[1].id
    page = house.visitor("secretariat").get(f"/cards?table={second}").text
    assert house.workshop.card(2)[0] in page
    assert house.workshop.card(1)[0] not in page


def test_cards_no_phone_could_use_say_what_to_set_and_are_marked(house: PagesOf):
    page = house.visitor("secretariat").read("/cards")
    assert "no phone can open them" in page
    assert "DISCUSSION_HOST=0.0.0.0" in page
    assert "DISCUSSION_URL=http://" in page
    assert page.count("For trying out on this computer only") == 2


def test_cards_for_the_venue_carry_its_address_and_no_mark(workshop, tmp_path):
    settings = {"URL": "http://192.168.1.20:8000", "HOST": "0.0.0.0"}
    with opened_house(workshop, tmp_path, **settings) as house:
        page = house.visitor("secretariat").read("/cards")
        assert "192.168.1.20:8000" in page
        assert "trying out" not in page
        assert steps(house.visitor("secretariat").get("/setup").text)[1]


def test_names_are_never_read_as_mark_up(house: PagesOf):
    hostile = "<img src=x onerror=alert(1)>"
    secretary = house.visitor("secretariat")
    secretary.post("/tables", {"names": hostile})
    secretary.post("/links", {"role": "chair", "label": hostile})
    for page in ("/setup", "/cards", "/links"):
        assert "<img" not in secretary.get(page).text


def steps(page: str) -> list[bool]:
    """Which of the first steps are ticked."""
    return ["data-done" in step for step in re.findall(r'<li class="step"[^>]*>', page)]


def visible(page: str) -> str:
    """The page without its hidden paragraphs."""
    return re.sub(r"<p [^>]*\bhidden>.*?</p>", "", page)
