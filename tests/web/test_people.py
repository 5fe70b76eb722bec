"""The doors: codes, cards and links, with a sentence for whatever does not fit."""

from http import HTTPStatus

import pytest

from discussion.web.attempts import PER_ADDRESS
from tests.kit.house import PagesOf, Visitor
from tests.kit.house.pages import words


def place(answer) -> str:
    """Where a redirect leads."""
    assert answer.status_code in (HTTPStatus.FOUND, HTTPStatus.SEE_OTHER), answer.status
    return answer.location


def said(answer, status: int) -> str:
    """What a page with that status says."""
    assert answer.status_code == status, answer.status
    return words(answer)


def make_link(house: PagesOf, role: str, **form: str) -> str:
    """The token of a link the secretariat makes on its page."""
    house.workshop.clock.advance(1)  # so that it is the newest
    made = house.visitor("secretariat").post("/links", {"role": role, **form})
    assert made.status_code == HTTPStatus.OK, words(made)
    return made.text.partition("/link#")[2][:32]


def test_a_stranger_is_asked_for_a_code_and_staff_is_told_to_open_its_link(house: PagesOf):
    page = house.visitor().read("/")
    assert "Code on your table's card" in page
    assert "Open the link you were sent" in page


def test_a_typed_code_names_the_table_and_the_workshop_before_asking_for_a_name(house: PagesOf):
    visitor, code = house.visitor(), house.workshop.card(2)[0]
    page = said(visitor.post("/table", {"code": code.lower().replace("-", "")}), 200)
    assert "Table 2" in page
    assert "Empowering Job Seekers" in page
    assert "Your name" in page
    assert "name is missing" not in page
    assert not visitor.session


def test_with_a_name_the_rapporteur_sits_down_and_lands_on_the_own_sheet(house: PagesOf):
    visitor, (_, token) = house.visitor(), house.workshop.card(1)
    assert place(visitor.post("/table", {"token": token, "name": "Aisyah"})) == "/"
    assert place(visitor.get("/")) == "/sheet"


def test_the_code_is_not_needed_again_once_the_name_is_asked_for(house: PagesOf):
    visitor, (code, token) = house.visitor(), house.workshop.card(1)
    page = visitor.post("/table", {"code": code})
    assert f'name="token" value="{token}"' in page.text


@pytest.mark.parametrize("name", ["", "   ", "n" * 129])
def test_a_name_that_is_missing_or_too_long_is_asked_for_again(house: PagesOf, name: str):
    answer = house.visitor().post("/table", {"token": house.workshop.card(1)[1], "name": name})
    page = said(answer, 422)
    assert "Table 1" in page
    assert f'value="{name}"' in answer.text
    assert ("name is missing" if not name.strip() else "has 129 characters") in page


def test_a_wrong_code_comes_back_as_it_was_typed(house: PagesOf):
    answer = house.visitor().post("/table", {"code": 'AB"CD-9'})
    assert "We do not know this code" in said(answer, 404)
    assert 'value="AB&#34;CD-9"' in answer.text


def test_a_code_as_long_as_a_book_is_only_unknown(house: PagesOf):
    assert "We do not know this code" in said(
        house.visitor().post("/table", {"code": "A" * 50_000}), 404
    )


def test_after_too_many_wrong_codes_one_waits_but_scanning_still_works(house: PagesOf):
    visitor, (code, token) = house.visitor(), house.workshop.card(1)
    for _ in range(PER_ADDRESS):
        assert visitor.post("/table", {"code": "AAAA-AAAA"}).status_code == 404
    answer = visitor.post("/table", {"code": code})
    page = said(answer, 429)
    assert "Too many tries" in page
    assert "seconds and try again, or scan the card" in page
    assert code in answer.text
    assert "Table 1" in said(visitor.post("/table", {"token": token}), 200)


def test_a_card_from_before_the_reissue_says_so_and_its_session_is_over(house: PagesOf):
    (code, token), secretary = house.workshop.card(1), house.visitor("secretariat")
    rapporteur, table = house.visitor("rapporteur"), house.workshop.tables[0].id
    line = house.socket("rapporteur")
    assert rapporteur.get("/sheet").status_code == HTTPStatus.FOUND
    place(secretary.post(f"/tables/{table}", {"do": "reissue"}))
    line.until(lambda: ("signed_out", {}) in line.events and not line.open)
    assert place(rapporteur.get("/sheet")) == "/?next=/sheet"
    assert "You are signed out" in rapporteur.read("/?next=/sheet")
    for card in ({"code": code}, {"token": token}):
        assert "This card has been replaced" in said(house.visitor().post("/table", card), 410)


def test_signed_in_people_are_told_what_sitting_down_would_end(house: PagesOf):
    chair, token = house.visitor("chair"), house.workshop.card(1)[1]
    assert "You are signed in here as Chair" in said(chair.post("/table", {"token": token}), 200)


def test_a_moderator_gives_a_name_before_coming_in(house: PagesOf):
    token, visitor = make_link(house, "moderator", label="Dr. Noor"), house.visitor()
    asked = visitor.post("/link", {"token": token, "ask": "yes"})
    assert "Sign in as moderator" in said(asked, 200)
    assert 'value="Dr. Noor"' in asked.text
    blank = visitor.post("/link", {"token": token, "ask": "yes", "name": " "})
    assert "A name is missing" in said(blank, 422)
    long = visitor.post("/link", {"token": token, "ask": "yes", "name": "n" * 129})
    assert "This name is too long" in said(long, 422)
    assert "n" * 129 in long.text
    assert place(visitor.post("/link", {"token": token, "ask": "yes", "name": "Noor"})) == "/"
    assert place(visitor.get("/")) == "/topics/1/board"


@pytest.mark.parametrize(("role", "first"), [("room", "/topics/1/room"), ("secretariat", "/setup")])
def test_a_room_screen_and_the_secretariat_come_straight_in(house: PagesOf, role: str, first: str):
    visitor = house.visitor()
    assert place(visitor.post("/link", {"token": make_link(house, role), "ask": "yes"})) == "/"
    assert place(visitor.get("/")) == first


def test_a_whole_address_can_be_pasted_where_the_token_is_wanted(house: PagesOf):
    token = make_link(house, "room")
    pasted = f"  http://127.0.0.1:8000/link#{token}\n"
    assert place(house.visitor().post("/link", {"token": pasted, "ask": "yes"})) == "/"


def test_a_link_that_is_unknown_ended_or_expired_says_which_and_keeps_what_was_pasted(
    house: PagesOf,
):
    unknown = house.visitor().post("/link", {"token": "f" * 32, "ask": "yes"})
    assert "We do not know this link" in said(unknown, 404)
    assert "f" * 32 in unknown.text
    token = make_link(house, "chair")
    end_newest(house)
    ended = house.visitor().post("/link", {"token": token, "ask": "yes"})
    assert "The secretariat has ended this link" in said(ended, 410)
    late = make_link(house, "chair")
    house.workshop.clock.advance(hours=73)
    expired = house.visitor().post("/link", {"token": late, "ask": "yes"})
    assert "This link has ended" in said(expired, 410)


def test_a_link_offers_the_name_of_the_one_who_came_by_it_and_of_two_neither(house: PagesOf):
    token = make_link(house, "moderator", label="Topic 1")
    ask = {"token": token, "ask": "yes"}
    assert 'value="Topic 1"' in house.visitor().post("/link", ask).text
    house.visitor().post("/link", {**ask, "name": "Noor"})
    again = house.visitor().post("/link", ask).text
    assert 'value="Noor"' in again and "you go on as before" in again
    house.visitor().post("/link", {**ask, "name": "Yusuf"})
    assert 'value="Topic 1"' in house.visitor().post("/link", ask).text


def test_ending_a_link_puts_out_whoever_came_by_it(house: PagesOf):
    token, visitor = make_link(house, "moderator"), house.visitor()
    visitor.post("/link", {"token": token, "name": "Noor"})
    assert visitor.get("/topics/1/board").status_code == HTTPStatus.OK
    end_newest(house)
    assert place(visitor.get("/topics/1/board")).startswith("/?next=")


def test_a_link_is_shown_once_with_its_square_and_then_only_listed(house: PagesOf):
    secretary = house.visitor("secretariat")
    made = secretary.post("/links", {"role": "room", "label": "Hall A"})
    assert made.text.count("/link#") == 1
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in made.text
    listed = secretary.get("/links")
    assert "/link#" not in listed.text
    assert "Hall A" in words(listed)


@pytest.mark.parametrize(
    ("form", "status", "sentence"),
    [
        ({"role": "king"}, 422, "We do not know this role"),
        ({"role": "chair", "label": "n" * 129}, 422, "This name is too long"),
        ({"role": "chair", "topic": "nosuchtopic"}, 404, "We do not know this topic"),
    ],
)
def test_a_link_that_cannot_be_made_keeps_the_form(
    house: PagesOf, form: dict[str, str], status: int, sentence: str
):
    answer = house.visitor("secretariat").post("/links", {"label": "Hall A", **form})
    assert sentence in said(answer, status)
    assert form.get("label", "Hall A") in answer.text


def test_ending_a_link_twice_says_it_is_not_known_and_shows_the_list(house: PagesOf):
    page = said(house.visitor("secretariat").post("/links/nosuchlink/end"), 404)
    assert "We do not know this link" in page
    assert "Make a link" in page


@pytest.mark.parametrize("who", ["moderator", "chair", "room", "rapporteur"])
def test_links_are_the_secretariats_alone(house: PagesOf, who: str):
    visitor = house.visitor(who)
    assert visitor.get("/links").status_code == HTTPStatus.NOT_FOUND
    assert visitor.post("/links", {"role": "secretariat"}).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:1",
    ],
)
def test_coming_in_never_leads_to_another_site(house: PagesOf, elsewhere: str):
    form = {"token": house.workshop.card(1)[1], "name": "Aisyah", "next": elsewhere}
    assert place(house.visitor().post("/table", form)) == "/"


def test_coming_in_leads_back_to_where_one_was(house: PagesOf):
    form = {"code": house.workshop.card(1)[0], "next": "/programme"}
    asked = house.visitor().post("/table", form)
    assert 'name="next" value="/programme"' in asked.text
    form = {"token": house.workshop.card(1)[1], "name": "Aisyah", "next": "/programme"}
    assert place(house.visitor().post("/table", form)) == "/programme"


def test_signing_out_ends_the_session_and_not_only_the_cookie(house: PagesOf):
    visitor = house.visitor("chair")
    kept = Visitor(house.app, house.workshop.runtime.secret, visitor.signed_in)
    assert place(visitor.post("/out")) == "/"
    assert place(kept.get("/programme")) == "/?next=/programme"


def end_newest(house: PagesOf) -> None:
    """Ends the link made last, as the list shows it on top."""
    secretary = house.visitor("secretariat")
    listed = secretary.get("/links").text
    action = listed.partition('action="/links/')[2].partition('"')[0]
    place(secretary.post(f"/links/{action}"))
