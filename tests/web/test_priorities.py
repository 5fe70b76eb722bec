"""Giving marks by phone: ways in, ballots over HTTP, and what somebody hostile may try."""

import json
from typing import Any

import gevent
import pytest
from werkzeug.test import TestResponse

from discussion.errors import DiscussionError
from discussion.services import priorities
from discussion.web.priorities import COOKIE
from discussion.web.priorities.turnstile import IN_ALL, PER_ADDRESS, PER_DEVICE, WINDOW, Turnstile
from discussion.web.priorities.words import NAMES, words_in
from tests.kit.house import Held, PagesOf, Visitor
from tests.kit.house.pages import URL, words
from tests.services.marks import open_marks, round_of
from tests.services.points import confirm_point
from tests.web.doors import BOARD, NOTHING, PUBLIC, Line

ARABIC = "يجب أن يبقى المستشار صاحب القرار الأخير."
JSON = {"Accept": "application/json"}


def send(who: Visitor, code: str, points: list[str], **more: Any) -> TestResponse:
    """Sends a ballot as the page does."""
    ballot = {"id": who.app.extensions["discussion"].runtime.new_id(), "base": 0, "points": points}
    data = json.dumps({**ballot, **more})
    return who.client.post(f"/m/{code}", data=data, base_url=URL, headers=JSON)


def refusal(answer: TestResponse) -> tuple[int, str]:
    """Status and code of what was refused."""
    return answer.status_code, answer.get_json()["error"]["code"]


def phone(house: PagesOf, code: str) -> Visitor:
    """Somebody who has scanned the code."""
    visitor = house.visitor()
    assert visitor.get(f"/m/{code}").status_code == 200
    return visitor


def act(held: Held, kind: str, made: str) -> None:
    """What the moderator does with a round."""
    held.act(held.actor("moderator"), kind, round=made)


def test_a_code_typed_with_small_letters_and_dashes_leads_to_the_points(house: PagesOf) -> None:
    confirm_point(house.workshop, ARABIC)
    made = open_marks(house.workshop)
    visitor = house.visitor()
    typed = f"{made.code[:3]}-{made.code[3:]}".lower()
    answer = visitor.get(f"/m?code={typed}&in=ar")
    assert (answer.status_code, answer.location) == (302, f"/m/{made.code}?in=ar")
    page = visitor.get(f"/m/{made.code}?in=ar")
    assert '<html lang="ar" dir="rtl">' in page.text
    assert f'lang="ar" dir="auto">{ARABIC}' in page.text
    assert 'lang="en" dir="auto">Keep a person in the loop' in page.text


def test_a_wrong_code_may_be_typed_again(house: PagesOf) -> None:
    answer = house.visitor().get("/m/ABC234")
    assert answer.status_code == 404
    assert "There is no round with this code" in words(answer)


def test_a_device_is_given_one_token_that_no_script_can_read(house: PagesOf) -> None:
    made, visitor = open_marks(house.workshop), house.visitor()
    cookie = visitor.get(f"/m/{made.code}").headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert {"HttpOnly", "Path=/m", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}
    assert "Set-Cookie" not in visitor.get(f"/m/{made.code}").headers


def test_marks_are_saved_changed_and_found_again(house: PagesOf) -> None:
    made = open_marks(house.workshop)
    one, other, _ = (point.id for point in made.points)
    visitor = phone(house, made.code)
    saved = send(visitor, made.code, [one]).get_json()["mine"]
    assert (saved["version"], saved["points"]) == (1, [one])
    assert send(visitor, made.code, [other], base=1).status_code == 200
    told = visitor.get(f"/m/{made.code}/state").get_json()
    assert told["mine"]["points"] == [other]
    assert phone(house, made.code).get(f"/m/{made.code}/state").get_json()["mine"] is None


def test_somebody_signed_in_gives_marks_as_everybody_and_nothing_says_who(house: PagesOf) -> None:
    made, held = open_marks(house.workshop), house.workshop
    rapporteur = house.visitor("rapporteur")
    page = rapporteur.get(f"/m/{made.code}")
    assert held.actor("rapporteur").person not in page.text
    assert refusal(send(rapporteur, made.code, [made.points[0].id])) == (403, "csrf")
    rapporteur.client.environ_base["HTTP_X_CSRF_TOKEN"] = rapporteur.csrf
    assert send(rapporteur, made.code, [made.points[0].id]).status_code == 200
    with held.database.reading() as transaction:
        rows = transaction.exec_driver_sql("SELECT * FROM mark_ballots").mappings().all()
    assert [set(row) for row in rows] == [{"round", "device", "version", "command", "points"}]
    assert held.actor("rapporteur").person not in str(rows)


def test_a_forged_token_gives_no_marks(house: PagesOf) -> None:
    made, visitor = open_marks(house.workshop), house.visitor()
    for token in ("", "x", "a.b", "0" * 32 + "." + "0" * 32, "é.é"):
        visitor.client.set_cookie(COOKIE, token, domain="127.0.0.1", path="/m")
        answer = send(visitor, made.code, [made.points[0].id])
        assert refusal(answer) == (403, "marks_no_device"), token


def test_a_token_of_another_installation_is_forged(house: PagesOf) -> None:
    runtime = house.workshop.runtime
    token = priorities.new_device(runtime)
    assert priorities.device_behind(runtime, token)
    changed = ("0" if token[0] != "0" else "1") + token[1:]
    assert priorities.device_behind(runtime, changed) is None


def test_a_closed_round_takes_nothing_more_and_says_so(house: PagesOf) -> None:
    made = open_marks(house.workshop)
    visitor = phone(house, made.code)
    act(house.workshop, "close_marks", made.id)
    assert refusal(send(visitor, made.code, [made.points[0].id])) == (409, "marks_closed")
    assert visitor.get(f"/m/{made.code}/state").get_json()["state"] == "closed"


MALFORMED = (
    b"",
    b"[]",
    b"null",
    b"{",
    b'{"id": "abcdefgh", "base": 0}',
    b'{"id": "abcdefgh", "base": true, "points": []}',
    b'{"id": "abcdefgh", "base": -1, "points": []}',
    b'{"id": "abcdefgh", "base": 0, "points": [1]}',
    b'{"id": "abcdefgh", "base": 0, "points": {"a": 1}}',
    b'{"id": "abcdefgh", "base": 0, "points": [], "person": "x"}',
    b'{"id": "' + b"x" * 5_000 + b'", "base": 0, "points": []}',
    b"[" * 2_000,
    b'{"id": "abcdefgh", "base": 0, "points": ["' + b'abcdefgh", "' * 11 + b'abcdefgh"]}',
)


def test_nothing_malformed_is_a_ballot_or_a_bug(house: PagesOf) -> None:
    made = open_marks(house.workshop)
    visitor = phone(house, made.code)
    for body in MALFORMED:
        answer = visitor.client.post(f"/m/{made.code}", data=body, base_url=URL, headers=JSON)
        assert answer.status_code == 422, body[:80]


def test_a_form_of_another_site_gives_no_marks(house: PagesOf) -> None:
    made = open_marks(house.workshop)
    visitor = phone(house, made.code)
    visitor.client.environ_base["HTTP_ORIGIN"] = "http://elsewhere.example"
    answer = send(visitor, made.code, [made.points[0].id])
    assert refusal(answer) == (403, "forbidden_origin")


def test_a_thousand_phones_of_one_hall_come_in_by_one_address(house: PagesOf) -> None:
    made = open_marks(house.workshop, phones=1_000)
    runtime, point = house.workshop.runtime, made.points[0].id

    def give() -> int:
        client = house.app.test_client()
        client.set_cookie(COOKIE, priorities.new_device(runtime), domain="127.0.0.1", path="/m")
        ballot = {"id": runtime.new_id(), "base": 0, "points": [point]}
        return client.post(f"/m/{made.code}", json=ballot, base_url=URL).status_code

    for _ in range(10):
        together = [gevent.spawn(give) for _ in range(100)]
        gevent.joinall(together, raise_error=True)
        assert {one.value for one in together} == {200}
    assert refusal(send(phone(house, made.code), made.code, [point])) == (409, "marks_full")
    told = house.visitor("moderator").get("/topics/1/marks").get_json()
    assert told == {"round": made.id, "took_part": 1_000, "phones": 1_000}
    act(house.workshop, "close_marks", made.id)
    assert [p.given for p in round_of(house.workshop, made.id).points] == [1_000, 0, 0]


def test_a_turnstile_bounds_a_device_an_address_and_all() -> None:
    def passed(turnstile: Turnstile, addresses: int, *, device: str = "") -> int:
        for number in range(IN_ALL + 1):
            try:
                one = device or f"d{number}"
                turnstile.let_through(f"a{number % addresses}", one, 100.0)
            except DiscussionError:
                return number
        return IN_ALL + 1

    assert passed(Turnstile(), 1, device="same") == PER_DEVICE
    assert passed(Turnstile(), 1) == PER_ADDRESS
    full = Turnstile()
    assert passed(full, 50) == IN_ALL
    full.let_through("a0", "d0", 100.0 + WINDOW)


def test_the_address_that_is_typed_and_the_picture_that_is_scanned_lead_to_the_round(
    house: PagesOf,
) -> None:
    made = open_marks(house.workshop)
    answer = house.visitor().get(f"/m/{made.code}/qr.svg")
    assert answer.content_type.startswith("image/svg+xml")
    assert answer.text.startswith("<svg")
    assert '"marksAddress": "127.0.0.1:8000/m"' in house.visitor("room").get("/topics/1/room").text


def test_the_board_offers_for_a_round_what_a_command_may_ask_for(house: PagesOf) -> None:
    held = house.workshop
    page = house.visitor("moderator").get("/topics/1/board").text
    bounds = json.loads(page.partition('"marksBounds": ')[2].partition("}}")[0] + "}}")
    most = {name: bound["most"] for name, bound in bounds.items()}
    least = {name: bound["least"] for name, bound in bounds.items()}
    for asked in (least, most):
        made = open_marks(held, **asked)
        held.act(held.actor("moderator"), "close_marks", round=made.id)
    for name, step in (("marks", 1), ("phones", 1), ("marks", -1), ("phones", -1)):
        asked = dict(most if step > 0 else least)
        asked[name] += step
        with pytest.raises(DiscussionError) as refusal:
            open_marks(held, **asked)
        assert refusal.value.code == "malformed"


def test_every_language_has_every_sentence_with_the_same_blanks() -> None:
    english = words_in("en")
    for language in NAMES:
        said = words_in(language)
        assert said.keys() == english.keys()
        for name, sentence in said.items():
            assert ("{given}" in sentence) == ("{given}" in english[name]), f"{language} {name}"
            assert ("{marks}" in sentence) == ("{marks}" in english[name]), f"{language} {name}"


def marks() -> dict[str, list[Line]]:
    """Marks are given by whoever has the code; how many give them is for boards."""
    place, counted = f"/m/{NOTHING}", "/topics/{}/marks"
    return {
        "priorities.door": [Line("GET", "/m", PUBLIC)],
        "priorities.join": [Line("GET", place, PUBLIC)],
        "priorities.state": [Line("GET", f"{place}/state", PUBLIC)],
        "priorities.qr": [Line("GET", f"{place}/qr.svg", PUBLIC)],
        "priorities.mark": [Line("POST", place, PUBLIC)],
        "priorities.taking_part": [
            Line("GET", counted.format(1), BOARD),
            Line("GET", counted.format(2), set()),  # no round
        ],
    }
