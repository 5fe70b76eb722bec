"""The feed of the watch and its nudges over live connections."""

import json
from datetime import timedelta
from typing import Any

import gevent
import pytest

from discussion.domain import watch as domain
from discussion.storage.database import CannotStore
from discussion.web.live import attendance, presence, watching
from tests.kit.house import Held, Line, PagesOf
from tests.web.test_presence import sign


@pytest.fixture(autouse=True)
def swift(house: PagesOf, monkeypatch: pytest.MonkeyPatch) -> None:
    held = house.app.extensions["discussion"]
    monkeypatch.setattr(held.watching, "_pause", 0.01)
    monkeypatch.setattr(held.attendance.presence, "began", -1_000.0)
    monkeypatch.setattr(attendance, "ROUND", 0.01)
    monkeypatch.setattr(attendance, "LATE", 5.0)
    monkeypatch.setattr(watching, "LOOK_AT_ALL", 0.05)


class Watch:
    """A watch somebody has open, as its page keeps it."""

    def __init__(self, house: PagesOf, who: str = "moderator", channel: str = "") -> None:
        self.held = house.workshop
        self.line = house.socket(who)
        self.channel = channel or f"watch:{self.held.topics[0].id}"
        answer = self.line.join(self.channel)
        assert "state" in answer, answer
        self.state = answer["state"]
        self.cells = {cell["sheet"]: cell for cell in self.state["cells"]}
        self._read = 0

    def messages(self) -> list[dict[str, Any]]:
        """What the server has told since the watch was opened."""
        return [json.loads(data) for name, data in self.line.events if name == "watch"]

    def cell(self, table: int = 1, topic: int = 1) -> dict[str, Any]:
        """One table's cell, as the page would show it."""
        told = self.messages()
        for message in told[self._read :]:
            self.cells |= {cell["sheet"]: cell for cell in message["cells"]}
        self._read = len(told)
        return self.cells.get(self.held.sheet(table, topic), {})

    def until(self, table: int = 1, **facts: Any) -> None:
        """Waits until a cell says so."""
        self.line.until(lambda: facts.items() <= self.cell(table).items())


def sits(house: PagesOf, who: str = "rapporteur", table: int = 1, topic: int = 1) -> Line:
    """A table's page, open at its sheet."""
    line = house.socket(who)
    line.join(f"sheet:{house.workshop.sheet(table, topic)}")
    line.tell("presence", sign(house.workshop.sheet(table, topic)))
    return line


def start(held: Held) -> None:
    discussions = held.fresh(f"workshop:{held.id}")[1]["discussions"]
    found = next(d["id"] for d in discussions if d["topic"] == held.topics[0].id)
    held.act(held.actor("moderator"), "start_discussion", discussion=found, minutes=None)


def test_a_table_that_comes_types_falls_quiet_and_goes_is_followed(
    house: PagesOf, monkeypatch: pytest.MonkeyPatch
):
    held, watch = house.workshop, Watch(house)
    assert watch.cell()["doing"] == "offline"  # it signed in, and has no page open
    line = sits(house)
    watch.until(doing="quiet", here=["Rapporteur"])
    line.tell("presence", sign(held.sheet(), typing=True))
    watch.until(doing="typing")
    line.tell("presence", sign(held.sheet()))
    watch.until(doing="quiet")
    monkeypatch.setattr(domain, "AWAY_FOR", timedelta())
    line.close()
    watch.until(doing="offline")
    assert "since" in watch.cell() and "here" not in watch.cell()
    assert watch.cell(2)["doing"] == "offline"


def test_saved_words_come_from_what_is_stored_and_not_from_what_pages_say(house: PagesOf):
    held, watch = house.workshop, Watch(house)
    line = sits(house)
    line.tell("presence", sign(held.sheet(), typing=True, waiting=3))
    watch.until(doing="typing")
    assert "last_saved" not in watch.cell()
    facts = {"kind": "data", "subtopic": None, "position": "V", "note": held.runtime.new_id()}
    line.send(held.command("add_note", sheet=held.sheet(), **facts))
    watch.until(notes=1, last_saved=held.runtime.now().isoformat())


def test_words_that_wait_are_told_with_the_moment_they_were_typed(house: PagesOf):
    held, watch = house.workshop, Watch(house)
    line = sits(house)
    line.tell("presence", sign(held.sheet(), waiting=20))
    watch.line.until(lambda: "waiting_since" in watch.cell())
    assert watch.cell()["rank"] == 0
    since = watch.cell()["waiting_since"]
    line.tell("presence", sign(held.sheet(), waiting=21))
    gevent.sleep(0.1)
    assert watch.cell()["waiting_since"] == since
    line.close()
    gevent.sleep(0.1)
    assert watch.cell()["waiting_since"] == since, "forgotten when the line broke"
    line = sits(house)
    watch.line.until(lambda: "waiting_since" not in watch.cell())


def test_a_page_without_a_sign_of_life_is_not_heard_from(
    house: PagesOf, monkeypatch: pytest.MonkeyPatch
):
    watch = Watch(house)
    sits(house)
    watch.until(doing="quiet")
    monkeypatch.setattr(presence, "EXPIRES", 0.01)
    watch.until(doing="unheard")


def test_a_table_at_another_topics_sheet_is_at_the_wrong_topic_while_this_one_is_on(
    house: PagesOf,
):
    held = house.workshop
    start(held)
    watch = Watch(house)
    line = sits(house, topic=2)
    watch.until(doing="wrong_topic", elsewhere=held.topics[1].id)
    line.join(f"sheet:{held.sheet()}")
    watch.until(doing="quiet")


def test_only_cells_that_changed_are_sent_and_silence_is_broken_to_say_that_all_is_well(
    house: PagesOf,
):
    held, watch = house.workshop, Watch(house)
    watch.line.until(lambda: len(watch.messages()) >= 2)
    assert all(message["cells"] == [] for message in watch.messages())
    facts = {"kind": "data", "subtopic": None, "position": "V", "note": held.runtime.new_id()}
    line = house.socket("rapporteur")
    line.send(held.command("add_note", sheet=held.sheet(), **facts))
    watch.until(notes=1)
    sent = [cell["sheet"] for message in watch.messages() for cell in message["cells"]]
    assert set(sent) == {held.sheet()}


def test_a_start_or_a_new_table_renews_the_whole_watch(house: PagesOf):
    held, watch = house.workshop, Watch(house)
    assert "rank" in watch.cell() and watch.cell()["rank"] == 9
    line = house.socket("secretariat")
    discussions = held.fresh(f"workshop:{held.id}")[1]["discussions"]
    first = next(d["id"] for d in discussions if d["topic"] == held.topics[0].id)
    line.send(held.command("start_discussion", discussion=first, minutes=None))
    watch.until(rank=1)
    line.send(held.command("add_table", table=held.runtime.new_id(), name=""))
    watch.line.until(lambda: any(len(m.get("tables", ())) == 3 for m in watch.messages()))


def test_the_secretariat_sees_all_topics_and_a_bound_moderator_the_own_one(house: PagesOf):
    held = house.workshop
    everything = Watch(house, "secretariat", f"watch:{held.id}")
    assert len(everything.cells) == 2 * len(held.topics)
    held.people["bound"] = held.somebody("moderator", topic=held.topics[0].id)
    assert len(Watch(house, "bound").cells) == 2
    line = house.socket("bound")
    for channel in (f"watch:{held.id}", f"watch:{held.topics[1].id}"):
        assert line.join(channel)["refused"]["code"] == "not_found"
    for who in ("rapporteur", "room"):
        assert house.socket(who).join(f"watch:{held.id}")["refused"]["code"] == "not_found"


def test_who_left_the_watch_is_told_nothing_more_and_nothing_is_computed(house: PagesOf):
    watch = Watch(house)
    watch.line.tell("leave", {"channel": watch.channel})
    gevent.sleep(0.1)
    before = len(watch.messages())
    gevent.sleep(0.1)
    assert len(watch.messages()) == before


def test_a_watch_survives_a_database_that_does_not_answer(
    house: PagesOf, monkeypatch: pytest.MonkeyPatch
):
    held, watch = house.workshop, Watch(house)

    def silent(*_: object) -> None:
        raise CannotStore("locked")

    facts = {"kind": "data", "subtopic": None, "position": "V", "note": held.runtime.new_id()}
    with monkeypatch.context() as planted:
        planted.setattr(watching.watch, "renewed", silent)
        house.socket("rapporteur").send(held.command("add_note", sheet=held.sheet(), **facts))
        gevent.sleep(0.1)
        assert "notes" not in watch.cell()
    watch.until(notes=1)
