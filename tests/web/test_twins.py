"""Suggestions over the socket: who gets them, how they keep up, and what they may not disturb."""

import logging
from typing import Any

import pytest

from discussion.web.live import twins
from tests.kit.house import Held, Line, PagesOf

REGISTER = "Portals should check every employer in the business register."
SOFTER = "Portals should check each employer in a business register before publishing."
STRICTER = "Portals shall not publish before they check every employer in the business register."
CHILDCARE = "Childcare helps mothers to finish a course."


def topic(held: Held) -> str:
    return held.topics[0].id


def asked(line: Line, note: str | None, held: Held, **facts: Any) -> dict[str, Any]:
    """What comes after asking about a note."""
    before = len(line.events)
    answer = line.ask("twins", {"topic": topic(held), "note": note, **facts})
    assert answer == {"asked": True}
    line.until(lambda: any(name == "twins" for name, _ in line.events[before:]))
    return next(data for name, data in line.events[before:] if name == "twins")


def ids(found: dict[str, Any], sort: str = "notes") -> list[str]:
    return [each["id"] for each in found[sort]]


def test_a_moderator_is_told_twins_of_other_tables_with_what_tells_them_apart(house: PagesOf):
    held = house.workshop
    here, there = held.say(REGISTER), held.say(STRICTER, by="second")
    other = held.say(CHILDCARE, by="second")
    found = asked(house.socket("moderator"), here, held)
    assert found["known"] and ids(found) == [there] and other not in ids(found)
    (twin,) = found["notes"]
    assert twin["turned"] and {kind for kind, _, _ in twin["alters"]} >= {"modal", "negation"}
    assert {sort for sort, _ in twin["words"]} == {"keep", "insert", "delete"}


def test_what_is_changed_withdrawn_or_still_written_is_followed_from_the_log(house: PagesOf):
    held, line = house.workshop, house.socket("moderator")
    here = held.say(REGISTER)
    assert ids(asked(line, here, held)) == []
    there, unfinished = held.say(SOFTER, by="second"), held.write(SOFTER, by="second")
    assert ids(asked(line, here, held)) == [there]
    assert asked(line, unfinished, held)["known"] is False
    held.type(there, "Childcare and crèches: ", by="second")
    held.act(held.actor("second"), "withdraw_note", note=there)
    held.act(held.actor("second"), "submit_note", note=unfinished)
    assert ids(asked(line, here, held)) == [unfinished]
    fresh = twins.TwinsOfBoards(None, held.database)._answer  # as if nothing had been before
    again = fresh(twins.Question(held.id, topic(held), here))
    assert ids(again) == [unfinished]


def test_points_are_told_apart_from_notes_and_only_as_they_stand(house: PagesOf):
    held, line = house.workshop, house.socket("moderator")
    here, point = held.say(REGISTER), held.runtime.new_id()
    facts = {"kind": "recommendation", "subtopic": None, "position": "V", "sources": []}
    moderator = held.actor("moderator")
    held.act(moderator, "add_point", point=point, topic=topic(held), statement=SOFTER, **facts)
    found = asked(line, here, held)
    assert (ids(found, "points"), ids(found)) == ([point], [])
    held.act(moderator, "remove_point", point=point, version=held.version(point))
    assert ids(asked(line, here, held), "points") == []


def test_folds_are_told_once_and_again_when_they_change(house: PagesOf):
    held, line = house.workshop, house.socket("moderator")
    one, other, third = (held.say(REGISTER, by=who) for who in ("rapporteur", "second", "second"))
    altered = held.say(REGISTER.replace("should", "shall"), by="second")
    folds = asked(line, None, held)["folds"]
    assert folds["groups"] == [sorted([one, other, third])] and altered not in folds["groups"][0]
    assert asked(line, None, held, known=folds["mark"])["folds"] == {"mark": folds["mark"]}
    held.act(held.actor("second"), "withdraw_note", note=third)
    assert asked(line, None, held, known=folds["mark"])["folds"]["groups"] == [sorted([one, other])]


@pytest.mark.parametrize("who", ["rapporteur", "room"])
def test_whoever_may_not_see_the_board_is_told_nothing(house: PagesOf, who: str):
    held, line = house.workshop, house.socket(who)
    note = held.say(REGISTER)
    refusal = line.ask("twins", {"topic": topic(held), "note": note})["refused"]
    assert refusal["code"] == "not_found"
    unknown = line.ask("twins", {"topic": "nothingatall", "note": note})["refused"]
    assert unknown == refusal


def test_nothing_of_another_topic_or_workshop_is_told(house: PagesOf, another_workshop: Any):
    held, other = house.workshop, another_workshop()
    here, there = held.say(REGISTER), held.say(REGISTER, sheet=held.sheet(1, topic=2))
    elsewhere = other.say(REGISTER)
    line = house.socket("moderator")
    assert ids(asked(line, here, held)) == []
    for note in (there, elsewhere):
        assert asked(line, note, held)["known"] is False
    refused = line.ask("twins", {"topic": topic(other), "note": elsewhere})["refused"]
    assert refused["code"] == "not_found"


@pytest.mark.parametrize(
    "wrong",
    [None, [], {}, {"topic": 1}, {"topic": "nothingatall", "note": 7}, {"topic": "X" * 12},
     {"topic": "nothingatall", "note": None, "known": -1},
     {"topic": "nothingatall", "note": None, "known": 2.5}],
)  # fmt: skip
def test_malformed_questions_are_refused(house: PagesOf, wrong: Any):
    line = house.socket("moderator")
    assert line.ask("twins", wrong)["refused"]["code"] == "malformed"


def test_a_bug_costs_the_suggestions_and_nothing_else(
    house: PagesOf, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    held, line = house.workshop, house.socket("moderator")
    note = held.say(REGISTER)

    def broken(*_: Any) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as planted, caplog.at_level(logging.CRITICAL):
        planted.setattr(twins, "renew", broken)
        assert asked(line, note, held)["failed"]
        writer = house.socket("rapporteur")
        assert "number" in writer.send(held.command("submit_note", note=held.write("Words")))[0]
    assert asked(line, note, held)["known"], "and the next question is answered again"


def test_of_many_questions_of_one_board_only_the_newest_waits(house: PagesOf):
    held, line = house.workshop, house.socket("moderator")
    first, last = held.say(REGISTER), held.say(CHILDCARE)
    for note in [first] * 20 + [last]:
        line.tell("twins", {"topic": topic(held), "note": note})
    told = lambda: [data["note"] for name, data in line.events if name == "twins"]  # noqa: E731
    line.until(lambda: last in told())
    assert told()[-1] == last and len(told()) < 21


def test_a_house_that_closes_does_not_wait_for_a_topic_to_be_read(workshop: Held):
    boards, note = twins.TwinsOfBoards(None, workshop.database), workshop.say(REGISTER)
    about = {"topic": topic(workshop), "note": note}
    question = twins.Question(workshop.id, **about)
    assert boards._attempt(question)["known"]
    workshop.say(SOFTER)
    boards.stop()
    assert boards._attempt(question) == about


def test_topics_nobody_asks_about_are_let_go(workshop: Held, monkeypatch: pytest.MonkeyPatch):
    boards = twins.TwinsOfBoards(None, workshop.database)
    for number in (1, 2):
        workshop.say(REGISTER, sheet=workshop.sheet(1, topic=number))
        boards._answer(twins.Question(workshop.id, workshop.topics[number - 1].id, None))
    assert boards.texts == 2
    monkeypatch.setattr(twins, "TEXTS_KEPT", 1)
    boards._let_go(0)
    assert list(boards._topics) == [workshop.topics[1].id], "the one asked about last stays"
    boards._let_go(float("inf"))
    assert boards.texts == 0


def test_countries_that_boards_may_not_know_tell_no_notes_apart(house: PagesOf):
    held, line = house.workshop, house.socket("moderator")
    here, there = held.say(REGISTER), held.say(REGISTER, by="second")
    for note, who, country in ((here, "rapporteur", "MA"), (there, "second", "TN")):
        held.act(held.actor(who), "set_note_countries", note=note, value=[country])
    (twin,) = asked(line, here, held)["notes"]
    assert twin["alters"] == [["country", ["MA"], ["TN"]]]
    levels = {"topic": None, "published": "table", "capturing": "table"}
    held.act(held.actor("secretariat"), "set_attribution", **levels)
    found = asked(line, here, held)
    assert found["notes"][0]["alters"] == [] and found["folds"]["groups"] == [sorted([here, there])]
    assert "TN" not in str(found)
