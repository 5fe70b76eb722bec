"""Nudges over live connections: to the table, at once, seldom, and by nobody else."""

from typing import Any

import gevent
import pytest

from tests.kit.house import Line, PagesOf
from tests.web.test_watch import Watch, sits, swift

__all__ = ["swift"]


def nudges(line: Line) -> list[dict[str, Any]]:
    return [data for name, data in line.events if name == "nudge"]


def test_a_nudge_is_at_the_table_at_once_and_seen_once_its_page_says_so(house: PagesOf):
    held, watch, line = house.workshop, Watch(house), sits(house)
    reader = sits(house, "moderator")
    answer = watch.line.ask("nudge", {"sheet": held.sheet(), "words": "start"})
    assert answer == {"pages": 1}
    (nudge,) = nudges(line)
    assert (nudge["code"], nudge["from"]) == ("start", "Moderator")
    assert nudge["words"] == "Please start writing" and nudge["sheet"] == held.sheet()
    assert not nudges(reader), "a moderator's own page is not the table"
    watch.line.until(lambda: "nudge" in watch.cell())
    assert watch.cell()["nudge"]["seen_at"] is None
    for page, identity in ((reader, nudge["id"]), (line, "another"), (line, None)):
        page.tell("nudge_seen", {"sheet": held.sheet(), "nudge": identity})
    gevent.sleep(0.1)
    assert watch.cell()["nudge"]["seen_at"] is None
    line.tell("nudge_seen", {"sheet": held.sheet(), "nudge": nudge["id"]})
    watch.line.until(lambda: watch.cell()["nudge"]["seen_at"] is not None)


def test_a_table_at_another_topics_sheet_is_reached_there(house: PagesOf):
    held, watch, line = house.workshop, Watch(house), sits(house, topic=2)
    neighbour = sits(house, "second", table=2)
    assert watch.line.ask("nudge", {"sheet": held.sheet(), "words": "topic"}) == {"pages": 1}
    (nudge,) = nudges(line)
    assert nudge["sheet"] == held.sheet(topic=2) and not nudges(neighbour)
    neighbour.tell("nudge_seen", {"sheet": held.sheet(), "nudge": nudge["id"]})
    gevent.sleep(0.05)
    assert watch.cell()["nudge"]["seen_at"] is None
    line.tell("nudge_seen", {"sheet": held.sheet(topic=2), "nudge": nudge["id"]})
    watch.line.until(lambda: watch.cell()["nudge"]["seen_at"] is not None)


def test_a_table_is_nudged_once_a_minute_at_most(house: PagesOf):
    held, line = house.workshop, house.socket("moderator")
    table = sits(house)
    message = {"sheet": held.sheet(), "words": "start"}
    assert line.ask("nudge", message) == {"pages": 1}
    refused = house.socket("secretariat").ask("nudge", message)["refused"]
    assert refused["code"] == "nudged_lately" and "60 s" in refused["what"]
    held.clock.advance(61)
    assert line.ask("nudge", message) == {"pages": 1}
    assert len(nudges(table)) == 2


def test_nobody_is_said_to_be_told_when_no_page_of_the_table_is_open(house: PagesOf):
    held, line = house.workshop, house.socket("moderator")
    sits(house, "moderator")
    answer = line.ask("nudge", {"sheet": held.sheet(), "words": "start"})
    assert answer["refused"]["code"] == "nobody_at_the_sheet"


def test_only_staff_nudge_and_a_bound_moderator_only_the_own_topic(house: PagesOf):
    held = house.workshop
    held.people["bound"] = held.somebody("moderator", topic=held.topics[0].id)
    sits(house)
    sits(house, topic=2)
    mine = {"sheet": held.sheet(), "words": "topic"}
    other = {"sheet": held.sheet(topic=2), "words": "topic"}
    for who in ("rapporteur", "second", "chair", "room"):
        assert house.socket(who).ask("nudge", mine)["refused"]["code"] == "not_found"
    bound = house.socket("bound")
    assert bound.ask("nudge", other)["refused"]["code"] == "not_found"
    unknown = {"sheet": "nothingatall", "words": "topic"}
    assert bound.ask("nudge", unknown)["refused"]["code"] == "not_found"
    assert bound.ask("nudge", mine) == {"pages": 2}


@pytest.mark.parametrize(
    "message",
    [
        None,
        "start",
        [],
        {},
        {"sheet": 5, "words": "start"},
        {"sheet": "nothingatall"},
        {"sheet": "nothingatall", "words": "Buy our product"},
        {"sheet": "nothingatall", "words": ["start"]},
        {"sheet": "nothingatall", "words": "start", "more": 1},
    ],
    ids=repr,
)
def test_a_misshapen_nudge_is_refused_and_a_misshapen_seen_passed_over(
    house: PagesOf, message: Any
):
    line = house.socket("moderator")
    assert line.ask("nudge", message)["refused"]["code"] == "malformed"
    line.tell("nudge_seen", message)
    assert line.join(f"sheet:{house.workshop.sheet()}")["state"]


def test_too_many_nudges_are_slowed_like_everything_else(house: PagesOf):
    line = house.socket("moderator")
    codes = {
        line.ask("nudge", {"sheet": "nothingatall", "words": "start"})["refused"]["code"]
        for _ in range(1_500)
    }
    assert codes == {"not_found", "too_often"}
