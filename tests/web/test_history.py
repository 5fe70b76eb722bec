"""Pages of history: who may open which, and what stands in their addresses."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from discussion.services.history import looking, topic
from tests.kit.house import Held, PagesOf
from tests.services.points import confirm_point
from tests.web.doors import BOARD, STAFF, STRANGER, Line, about


def histories(ids: dict[str, str]) -> dict[str, list[Line]]:
    """What was written and decided, and how a sheet came about."""
    note, point, own = "/history/{}", "/history/{}/sittings", {"rapporteur"} | STAFF
    return {
        "history.of_text": [
            about("GET", note, ids["note"], own),
            about("GET", note, ids["point"], BOARD),
            about("GET", note, ids["their note"], STRANGER),
        ],
        "history.sittings": [
            about("GET", point, ids["note"], own),
            about("GET", point, ids["point"], BOARD),
            about("GET", point, ids["their note"], STRANGER),
        ],
        "history.of_topic": [
            Line("GET", "/topics/1/history", STAFF | STRANGER),
            Line("GET", "/topics/2/history", STAFF - {"bound"} | STRANGER),
        ],
        "history.play": [
            about("GET", "/playback/{}", ids["sheet"], own),
            about("GET", "/playback/{}", ids["second's sheet"], {"second"} | STAFF),
            about("GET", "/playback/{}", ids["sheet 2"], own - {"bound"}),
            about("GET", "/playback/{}", ids["plenary"], STAFF),
        ],
        "history.film": [
            about("GET", "/playback/{}/film", ids["sheet"], own),
            about("GET", "/playback/{}/film", ids["second's sheet"], {"second"} | STAFF),
            about("GET", "/playback/{}/film", ids["their sheet"], STRANGER),
        ],
    }


@pytest.fixture
def decided(workshop: Held) -> str:
    """A note that was parked and accepted, and a point; the note's id."""
    note = workshop.say("Portals name the authority")
    workshop.decide(note, "park", reason="unclear", remark="Which portals?")
    workshop.clock.advance(300)
    workshop.decide(note, "accept")
    confirm_point(workshop, "Statement", tables=(2,))
    return note


def page(house: PagesOf, path: str, who: str = "moderator") -> str:
    """The page somebody gets."""
    return " ".join(house.visitor(who).get(path).text.split())


def test_the_address_of_a_topics_history_holds_what_is_asked_for(
    house: PagesOf, workshop: Held, decided: str
):
    shown = page(house, "/topics/1/history?acts=notes&who=Moderator&table=1")
    assert "parked the note" in shown
    assert "Could not be understood" in shown
    assert "Which portals?" in shown
    assert '<option value="notes" selected>' in shown
    assert '<option value="Moderator" selected>' in shown
    assert '<option value="1" selected>' in shown
    assert "made the point" not in shown
    assert "made the point" in page(house, "/topics/1/history?acts=points")


def test_times_in_the_address_are_those_of_the_workshop(
    house: PagesOf, workshop: Held, decided: str
):
    zone = ZoneInfo(workshop.plan.programme.timezone)
    accepted = workshop.clock.now.astimezone(zone)
    before = accepted - timedelta(minutes=2)
    minute = "%Y-%m-%dT%H:%M"
    late = page(house, f"/topics/1/history?acts=notes&after={before:{minute}}")
    early = page(house, f"/topics/1/history?acts=notes&until={before:{minute}}")
    assert "accepted the note" in late
    assert "parked the note" not in late
    assert "parked the note" in early
    assert "accepted the note" not in early


def test_a_page_leads_to_the_next_and_keeps_what_was_asked(
    house: PagesOf, workshop: Held, decided: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(topic, "ROWS", 1)
    shown = page(house, "/topics/1/history?acts=notes&table=1")
    address = shown.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    assert "acts=notes&amp;table=1&amp;below=" in address
    assert "parked the note" in page(house, address.replace("&amp;", "&"))


def test_a_page_says_how_far_it_looked(
    house: PagesOf, decided: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(looking, "SPAN", 1)
    assert "has not been looked through yet" in page(house, "/topics/1/history?who=Chair")


@pytest.mark.parametrize(
    "odd",
    [
        "below=-1",
        "below=99999999999999999999999",
        "below=x",
        "table=999999999999999999999999",
        "table=%D9%A3",
        "acts=nothing",
        "after=yesterday",
        "until=2025-13-40T99:99",
        "after=0001-01-01T00:00&until=9999-12-31T23:59",
        "who=%00",
    ],
)
def test_nonsense_in_the_address_does_no_harm(house: PagesOf, decided: str, odd: str):
    answer = house.visitor("moderator").get(f"/topics/1/history?{odd}")
    assert answer.status_code == 200


def test_a_film_is_asked_for_in_parts(house: PagesOf, workshop: Held, decided: str):
    client = house.visitor("rapporteur")
    whole = client.get(f"/playback/{workshop.sheet()}/film").get_json()
    assert whole["next"] is None
    assert [frame["do"] for frame in whole["frames"]][:2] == ["add_note", "edit_text"]
    for odd in ("-5", "x", "9" * 30):
        answer = client.get(f"/playback/{workshop.sheet()}/film?after={odd}")
        assert answer.get_json() == whole
