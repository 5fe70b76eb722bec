"""Who is at a sheet: told to the others there, bounded, forgotten without a sign of life."""

from typing import Any

import gevent
import pytest

from discussion.domain.people import Actor
from discussion.errors import Malformed
from discussion.web.live import attendance
from discussion.web.live.presence import (
    EXPIRES,
    LISTED,
    SIGN_BURST,
    Page,
    Presence,
    Sign,
    parse_sign,
)
from tests.kit.house import Line, PagesOf

SHEET = "sheet0000001"
TEXT = "text00000001"


def page(name: str, now: float = 0.0) -> Page:
    actor = Actor("session", "person", name, "rapporteur", "workshop", table="table")
    return Page(name.lower(), actor, now, counted_at=now)


def sign(sheet: str = SHEET, **facts: Any) -> dict[str, Any]:
    """A page's sign, as a browser sends it."""
    said = {"text": None, "version": 0, "caret": None, "typing": False, "waiting": 0}
    return {"sheet": sheet, **said, **facts}


@pytest.fixture
def two() -> Presence:
    presence = Presence()
    for name in ("Amal", "Budi"):
        presence.arrive(SHEET, name, page(name))
    return presence


def test_each_is_told_of_the_others_and_never_of_the_own_page(two: Presence):
    assert two.list_for(SHEET, "Amal", 0.0) == []
    two.hear(SHEET, "Budi", Sign(TEXT, 3, (2, 5), typing=True), 0.0)
    assert two.changed(0.0) == {SHEET}
    shown = {"text": TEXT, "version": 3, "caret": [2, 5], "typing": True}
    assert two.list_for(SHEET, "Amal", 0.0) == [{"who": "budi", "name": "Budi", **shown}]
    assert two.list_for(SHEET, "Budi", 0.0) == []


def test_a_sign_of_life_that_says_nothing_new_is_told_to_nobody(two: Presence):
    two.hear(SHEET, "Amal", Sign(), 0.0)
    assert two.changed(0.0) == {SHEET}
    two.hear(SHEET, "Amal", Sign(), 10.0)
    assert two.changed(10.0) == frozenset()


def test_who_gives_no_sign_of_life_is_no_longer_here_and_comes_back_by_one(two: Presence):
    two.hear(SHEET, "Amal", Sign(), 0.0)
    two.changed(0.0)
    assert two.changed(EXPIRES) == frozenset()
    assert two.changed(EXPIRES + 1) == {SHEET}
    assert two.list_for(SHEET, "Budi", EXPIRES + 1) == []
    two.hear(SHEET, "Amal", Sign(), 60.0)
    assert two.changed(60.0) == {SHEET}


def test_who_leaves_is_gone_and_nothing_of_it_is_kept(two: Presence):
    two.hear(SHEET, "Amal", Sign(), 0.0)
    two.changed(0.0)
    two.leave(SHEET, "Amal", 0.0)
    assert two.changed(0.0) == {SHEET}
    two.leave(SHEET, "Budi", 0.0)
    assert not two.everywhere() and two.changed(0.0) == {SHEET}
    assert two.changed(0.0) == frozenset()


def test_a_flood_of_signs_is_passed_over_and_a_pause_makes_room_again(two: Presence):
    heard = [two.hear(SHEET, "Amal", Sign(version=n), 0.0) for n in range(100)]
    assert heard == [True] * SIGN_BURST + [False] * (100 - SIGN_BURST)
    assert two.hear(SHEET, "Amal", Sign(), 1.0)


def test_a_list_names_no_more_people_than_anybody_can_use():
    presence = Presence()
    for n in range(100):
        presence.arrive(SHEET, str(n), page(str(n)))
        presence.hear(SHEET, str(n), Sign(), 0.0)
    assert len(presence.list_for(SHEET, "other", 0.0)) == LISTED


def test_a_sign_from_a_sheet_that_was_not_joined_is_passed_over(two: Presence):
    assert not two.hear("another00001", "Amal", Sign(), 0.0)
    assert not two.hear(SHEET, "nobody", Sign(), 0.0)
    assert two.changed(0.0) == frozenset()


MISSHAPEN: list[object] = [
    None, "sheet", 5, [], {}, {"sheet": SHEET}, sign(sheet="no"), sign(sheet=[SHEET]),
    sign(text=5), sign(text="<script>"), sign(version=-1), sign(version=10**30),
    sign(version=1.0), sign(version=True), sign(caret=[1]), sign(caret=[1, "2"]),
    sign(caret=[0, 10**9]), sign(caret="ab"), sign(caret={"0": 1}), sign(caret=[True, 1]),
    sign(typing=1), sign(typing=None), sign(waiting=-1), sign(waiting=10**12),
    sign(waiting=float("nan")), sign(waiting="5"), sign(name="Somebody else"),
]  # fmt: skip


@pytest.mark.parametrize("message", MISSHAPEN, ids=repr)
def test_a_misshapen_sign_is_refused(message: object):
    with pytest.raises(Malformed):
        parse_sign(message)


@pytest.fixture(autouse=True)
def swift(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attendance, "ROUND", 0.01)
    monkeypatch.setattr(attendance, "LATE", 5.0)


def lists(line: Line) -> list[dict[str, Any]]:
    """What the line was told of who is there, newest last."""
    return [data for name, data in line.events if name == "presence"]


def test_two_at_a_sheet_hear_of_each_other_by_the_names_of_their_sessions(house: PagesOf):
    sheet = house.workshop.sheet()
    writer, moderator = house.socket("rapporteur"), house.socket("moderator")
    for line in (writer, moderator):
        line.join(f"sheet:{sheet}")
        assert lists(line) == [{"sheet": sheet, "here": []}]
    writer.tell("presence", sign(sheet, text=TEXT, caret=[1, 1], typing=True))
    moderator.until(lambda: bool(lists(moderator)[-1]["here"]))
    (seen,) = lists(moderator)[-1]["here"]
    assert (seen["name"], seen["caret"], seen["typing"]) == ("Rapporteur", [1, 1], True)
    assert all(not told["here"] for told in lists(writer))
    writer.close()
    moderator.until(lambda: not lists(moderator)[-1]["here"])


def test_who_joins_is_told_at_once_who_is_there(house: PagesOf):
    sheet = house.workshop.sheet()
    writer = house.socket("rapporteur")
    writer.join(f"sheet:{sheet}")
    writer.tell("presence", sign(sheet))
    late = house.socket("moderator")
    late.join(f"sheet:{sheet}")
    assert [one["name"] for one in lists(late)[-1]["here"]] == ["Rapporteur"]


def test_who_leaves_the_sheet_is_no_longer_listed(house: PagesOf):
    sheet = house.workshop.sheet()
    writer, moderator = house.socket("rapporteur"), house.socket("moderator")
    for line in (writer, moderator):
        line.join(f"sheet:{sheet}")
        line.tell("presence", sign(sheet))
    writer.until(lambda: bool(lists(writer)[-1]["here"]))
    moderator.tell("leave", {"channel": f"sheet:{sheet}"})
    writer.until(lambda: not lists(writer)[-1]["here"])


def test_nothing_hostile_is_told_on_or_stops_the_house(house: PagesOf):
    sheet, foreign = house.workshop.sheet(), house.workshop.sheet(2)
    writer, neighbour = house.socket("rapporteur"), house.socket("second")
    writer.join(f"sheet:{sheet}")
    neighbour.join(f"sheet:{foreign}")
    before = len(lists(neighbour))
    for message in MISSHAPEN:
        assert writer.ask("presence", message)["refused"]["code"] == "malformed"
    for _ in range(50):
        writer.tell("presence", sign(foreign, typing=True))
    gevent.sleep(0.05)
    assert len(lists(neighbour)) == before
    assert writer.join(f"sheet:{sheet}")["state"]


def test_a_busy_house_tells_later_and_forgets_nothing(
    house: PagesOf, monkeypatch: pytest.MonkeyPatch
):
    sheet = house.workshop.sheet()
    writer, moderator = house.socket("rapporteur"), house.socket("moderator")
    for line in (writer, moderator):
        line.join(f"sheet:{sheet}")
    monkeypatch.setattr(attendance, "LATE", -1.0)
    writer.tell("presence", sign(sheet, typing=True))
    gevent.sleep(0.05)
    assert not lists(moderator)[-1]["here"]
    monkeypatch.setattr(attendance, "LATE", 5.0)
    moderator.until(lambda: bool(lists(moderator)[-1]["here"]))


def test_in_a_large_house_the_lists_come_less_often_instead_of_costing_more(
    house: PagesOf, monkeypatch: pytest.MonkeyPatch
):
    sheet = house.workshop.sheet()
    writer, moderator = house.socket("rapporteur"), house.socket("moderator")
    for line in (writer, moderator):
        line.join(f"sheet:{sheet}")
    monkeypatch.setattr(attendance, "LISTS_PER_SECOND", 10)
    for place in range(8):
        writer.tell("presence", sign(sheet, text=TEXT, caret=[place, place]))
        gevent.sleep(0.02)
    carets = [one["caret"] for told in lists(moderator) for one in told["here"]]
    assert len(carets) <= 2
    moderator.until(lambda: lists(moderator)[-1]["here"][0]["caret"] == [7, 7])


def test_moderators_at_a_board_see_who_reads_which_note(house: PagesOf):
    held, topic = house.workshop, house.workshop.topics[0].id
    note = held.say("Something to read")
    one, other, table = (house.socket(w) for w in ("moderator", "secretariat", "rapporteur"))
    for reader in (one, other):
        reader.join(f"board:{topic}")
    table.join(f"sheet:{held.sheet()}")
    one.tell("presence", sign(topic, text=note))
    other.until(lambda: bool(lists(other)[-1:] and lists(other)[-1]["here"]))
    assert [(p["name"], p["text"]) for p in lists(other)[-1]["here"]] == [("Moderator", note)]
    assert not [said for said in lists(table) if said["sheet"] == topic]
    assert "refused" in table.join(f"board:{topic}")
