"""Stale state + missed events = fresh state, whatever the commands and whoever sleeps."""

from collections import Counter
from typing import Any

import pytest

from discussion.live.commands import COMMANDS
from discussion.services import channels
from tests.kit.house import Held
from tests.services.anybody import Room


def test_screens_that_listen_or_catch_up_show_what_a_fresh_one_shows(workshop: Held):
    done: Counter[str] = Counter()
    for seed in range(40):
        if seed >= 8 and set(done) == set(COMMANDS):
            break
        room = Room(workshop, seed)
        for _ in range(10):
            for _ in range(3):
                room.happens()
            room.compare()
        done += room.done
    assert not workshop.bugs
    never = set(COMMANDS) - set(done)
    assert not never, f"these never happened, so nothing was proved of them: {never}"


@pytest.mark.parametrize("lost", ["edit_text", "set_note_kind", "confirm_point", "lock_sheet"])
def test_a_projection_that_forgets_something_is_caught(
    workshop: Held, monkeypatch: pytest.MonkeyPatch, lost: str
):
    project = channels._project

    def forgets(transaction: Any, channel: str, events: Any) -> Any:
        return project(transaction, channel, [e for e in events if e.kind != lost])

    monkeypatch.setattr(channels, "_project", forgets)
    with pytest.raises(AssertionError, match=r"live|caught up|misses a change"):
        for seed in range(12):
            room = Room(workshop, seed)
            for _ in range(30):
                room.happens()
                room.compare()


def test_a_screen_too_far_behind_starts_afresh(workshop: Held, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(channels, "CATCH_UP_LIMIT", 3)
    channel, before = f"sheet:{workshop.sheet()}", workshop.fresh(f"sheet:{workshop.sheet()}")[0]
    workshop.write("one")
    with workshop.database.reading() as transaction:
        assert channels.catch_up(transaction, workshop.id, channel, before) is not None
        assert channels.catch_up(transaction, workshop.id, channel, before + 100) is None
    workshop.write("two")
    with workshop.database.reading() as transaction:
        assert channels.catch_up(transaction, workshop.id, channel, before) is None


def test_boards_and_room_screens_are_told_what_is_out_of_date(workshop: Held):
    note, topic = workshop.say("Something to read"), workshop.topics[0].id
    board, room = f"board:{topic}", f"room:{topic}"
    typing = workshop.command("edit_text", text=note, base=1, change=["More. "])
    batch = workshop.batch((workshop.actor("rapporteur"), typing))
    assert batch.entries.dirty == {board: {note}}, "a room screen shows no words of notes"
    moved = workshop.command("set_note_kind", note=note, value="data")
    batch = workshop.batch((workshop.actor("rapporteur"), moved))
    assert batch.entries.dirty == dict.fromkeys((board, room), {note, channels.ALL_TABLES})


def test_no_screen_is_told_who_typed(workshop: Held):
    workshop.accept("Said by somebody")
    who = workshop.actor("rapporteur")
    for channel in (f"sheet:{workshop.sheet()}", f"board:{workshop.topics[0].id}"):
        assert who.person not in str(workshop.fresh(channel))
        assert who.session not in str(workshop.fresh(channel))
