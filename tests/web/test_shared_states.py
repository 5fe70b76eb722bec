"""A state is read once for all who join before it changes, and never after it has changed."""

from typing import Any

import pytest

from discussion.services import channels
from tests.kit.house import Held, PagesOf


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The channels whose state was read, one by one."""
    told: list[str] = []
    fresh = channels.fresh

    def counted(transaction: Any, workshop: str, channel: str, *more: Any) -> Any:
        told.append(channel)
        return fresh(transaction, workshop, channel, *more)

    monkeypatch.setattr(channels, "fresh", counted)
    return told


def words_on(house: PagesOf, who: str) -> set[str]:
    """What somebody finds who joins table 1's sheet now."""
    state = house.socket(who).join(f"sheet:{house.workshop.sheet()}")["state"]
    return {note["text"] for note in state["notes"]}


def test_a_ballroom_that_comes_back_reads_a_state_once(house: PagesOf, read: list[str]):
    house.workshop.say("There before")
    everybody = ["rapporteur", "moderator", "secretariat"]
    assert [words_on(house, who) for who in everybody] == [{"There before"}] * 3
    assert read == [f"sheet:{house.workshop.sheet()}"]


def test_whoever_joins_after_a_change_finds_it(house: PagesOf):
    held: Held = house.workshop
    writer, note = house.socket("rapporteur"), held.say("First")
    assert words_on(house, "moderator") == {"First"}
    for version, words in ((1, "second "), (2, "third ")):
        facts = {"text": note, "base": version, "change": [words]}
        writer.send(held.command("edit_text", **facts))
        assert words_on(house, "moderator") == {held.note(note).contribution.text}


def test_what_was_written_past_the_line_is_found_too(house: PagesOf):
    held: Held = house.workshop
    elsewhere, note = house.socket("second"), held.say("First")
    there = held.say("At another table", by="second")
    assert words_on(house, "moderator") == {"First"}
    held.type(note, "past the line ")  # as another program does that has the database open
    assert words_on(house, "moderator") == {"past the line First"}
    held.type(note, "and again ")
    elsewhere.send(held.command("set_note_kind", note=there, value="data"))
    assert words_on(house, "moderator") == {"and again past the line First"}
