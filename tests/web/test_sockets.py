"""Live connections: who gets in, what they hear and when it ends."""

import json
import logging
from types import SimpleNamespace
from typing import Any

import gevent
import pytest

from discussion.services import people
from discussion.storage.database import CannotStore
from discussion.web import sockets
from discussion.web.live import fanout, pump
from discussion.web.security import COOKIE, csrf_token
from tests.kit.house import Held, Line, PagesOf, RefusedAtTheDoor
from tests.kit.house.runtime import SECRET


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks around every few seconds looks a hundred times as often."""
    monkeypatch.setattr(fanout, "LOOK_AGAIN", fanout.LOOK_AGAIN / 100)
    monkeypatch.setattr(pump, "QUIET_EVERY", pump.QUIET_EVERY / 100)


def adding(held: Held, table: int = 1) -> dict[str, Any]:
    """The message that adds a note to a table's sheet."""
    facts = {"kind": "data", "subtopic": None, "position": "V", "note": held.runtime.new_id()}
    return held.command("add_note", sheet=held.sheet(table), **facts)


def test_words_reach_everybody_at_the_table_and_nobody_else(house: PagesOf):
    held = house.workshop
    writer, reader, other = (house.socket(w) for w in ("rapporteur", "moderator", "second"))
    reader.join(f"sheet:{held.sheet()}")
    other.join(f"sheet:{held.sheet(2)}")
    message = adding(held)
    typing = held.command("edit_text", text=message["note"], base=0, change=["Words"])
    answers = writer.send(message, typing)
    assert [answer["version"] for answer in answers] == [None, 1]
    reader.until(lambda: bool(reader.frames))
    frame = reader.frames[0]
    assert (frame["from"], frame["to"]) == (answers[0]["number"] - 1, answers[1]["number"])
    assert frame["entries"][-1]["note"]["text"] == "Words"
    assert not other.frames and not writer.frames


def test_a_board_is_told_at_its_own_pace_with_whole_notes(house: PagesOf):
    held, board = house.workshop, f"board:{house.workshop.topics[0].id}"
    moderator, writer = house.socket("moderator"), house.socket("rapporteur")
    joined = moderator.join(board)
    message = adding(held)
    writer.send(message)
    for base, letter in enumerate("word"):
        facts = {"text": message["note"], "base": base, "change": [base, letter]}
        facts["change"] = [letter] if base == 0 else facts["change"]
        writer.send(held.command("edit_text", **facts))
    moderator.until(lambda: said(moderator, board) == ["word"])
    assert len(moderator.hears(board)) <= 3
    assert moderator.hears(board)[0]["from"] <= joined["to"]


def test_a_board_asks_for_its_notes_page_by_page(house: PagesOf):
    held, board = house.workshop, f"board:{house.workshop.topics[0].id}"
    notes = [held.say(words) for words in ("one", "two", "three")]
    line, table = house.socket("moderator"), house.socket("rapporteur")
    state = line.ask("join", {"channel": board, "first": 2})["state"]
    asked = {"channel": board, "first": 2, "before": state["rest"]}
    page = line.ask("more", asked)
    assert page["rest"] is None and len(state["notes"]) == 2
    assert {note["id"] for note in (*state["notes"], *page["notes"])} == set(notes)
    assert table.ask("more", asked)["refused"]["code"] == "not_found"
    for wrong in (
        {"first": 0},
        {"first": sockets.BOARD_PAGE + 1},
        {"before": None},
        {"first": 2.5},
    ):
        assert line.ask("more", {**asked, **wrong})["refused"]["code"] == "malformed"
    assert line.ask("more", [])["refused"]["code"] == "malformed"


def test_who_was_away_gets_what_was_missed_or_a_fresh_state(house: PagesOf):
    held, channel = house.workshop, f"sheet:{house.workshop.sheet()}"
    line = house.socket("rapporteur")
    number = line.join(channel)["to"]
    line.close()
    note = held.write("While away")
    back = house.socket("rapporteur").join(channel, since=number)
    assert back["from"] == number and back["entries"][-1]["note"]["id"] == note
    assert "state" in house.socket("rapporteur").join(channel, since=10**9)
    again = house.socket("rapporteur").ask("changes", {"text": note, "since": 0})
    assert [change["change"] for change in again["changes"]] == [["While away"]]


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://127.0.0.1:8001"])
def test_a_page_of_another_site_gets_no_connection(house: PagesOf, origin: str | None):
    with pytest.raises(RefusedAtTheDoor, match="forbidden_origin"):
        house.socket("rapporteur", origin=origin)


@pytest.mark.parametrize("cookie", ["", "x=y", f"{COOKIE}=", f"{COOKIE}=unknown", "\x00=;;="])
def test_without_a_session_nobody_gets_a_connection(house: PagesOf, cookie: str):
    with pytest.raises(RefusedAtTheDoor, match="signed_out"):
        house.socket("rapporteur", cookie=cookie)


def test_a_cookie_of_another_program_does_no_harm(house: PagesOf):
    secret = house.workshop.people["rapporteur"].secret
    assert house.socket("rapporteur", cookie=f"odd[name]=1; a@b=2; {COOKIE}={secret}").open


@pytest.mark.parametrize("token", ["", "x", None, 5, ["x"], csrf_token(SECRET, "another")])
def test_without_the_pages_token_nobody_gets_a_connection(house: PagesOf, token: Any):
    secret = house.workshop.people["rapporteur"].secret
    with pytest.raises(RefusedAtTheDoor, match="csrf"):
        Line(house.app, secret, token)


def sign_out(house: PagesOf) -> None:
    house.visitor("rapporteur").post("/out")


def reissue(house: PagesOf) -> None:
    table = house.workshop.tables[0].id
    house.visitor("secretariat").post(f"/tables/{table}", {"do": "reissue"})


def reissue_over_a_socket(house: PagesOf) -> None:
    command = house.workshop.command("reissue_card", table=house.workshop.tables[0].id)
    house.socket("secretariat").send(command)


def run_out(house: PagesOf) -> None:
    house.workshop.clock.advance(hours=14)


def ended_elsewhere(house: PagesOf) -> None:
    held = house.workshop
    people.sign_out(held.database, held.runtime, held.actor("rapporteur"))


@pytest.mark.parametrize(
    "end", [sign_out, reissue, reissue_over_a_socket, run_out, ended_elsewhere]
)
def test_a_connection_ends_with_its_session_and_says_so(house: PagesOf, end: Any):
    held, line = house.workshop, house.socket("rapporteur")
    line.join(f"sheet:{held.sheet()}")
    before = held.fresh(f"sheet:{held.sheet()}")[1]["notes"]
    end(house)
    line.tell("commands", [adding(held)])
    line.until(lambda: not line.open)
    assert ("signed_out", {}) in line.events
    assert held.fresh(f"sheet:{held.sheet()}")[1]["notes"] == before
    with pytest.raises(RefusedAtTheDoor, match="signed_out"):
        house.socket("rapporteur")


def test_looking_for_ended_sessions_meets_the_promise_of_five_seconds():
    assert fanout.LOOK_AGAIN * 100 + 1 < 5


def test_a_note_left_alone_is_submitted_and_everybody_hears_of_it(house: PagesOf):
    held, line = house.workshop, house.socket("rapporteur")
    line.join(f"sheet:{held.sheet()}")
    note = held.write("The tablet died here")
    held.clock.advance(21)
    line.until(lambda: held.note(note).contribution.status == "submitted")
    line.until(lambda: bool(line.frames))
    assert line.frames[-1]["entries"][-1]["note"]["status"] == "submitted"


def test_when_nothing_can_be_stored_the_sender_is_told_and_nobody_else(
    house: PagesOf, monkeypatch: pytest.MonkeyPatch
):
    held, line, other = house.workshop, house.socket("rapporteur"), house.socket("second")

    def full(*_: object) -> None:
        raise CannotStore("database or disk is full")

    message = adding(held)
    with monkeypatch.context() as planted:
        planted.setattr(pump, "run_batch", full)
        line.tell("commands", [message])
        line.until(lambda: any(name == "not_stored" for name, _ in line.events))
        form = house.visitor("secretariat").post("/tables")
        assert form.status_code == 503
    assert not line.answers and not other.events
    assert line.send(message)[0]["number"]


def test_a_bug_while_handing_on_stops_nobodys_writing(
    house: PagesOf, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    held, line = house.workshop, house.socket("rapporteur")
    with monkeypatch.context() as planted, caplog.at_level(logging.CRITICAL):
        planted.setattr(fanout.FanOut, "_worded", lambda *_: 1 / 0)
        line.tell("commands", [adding(held)])
        line.until(lambda: len(held.fresh(f"sheet:{held.sheet()}")[1]["notes"]) == 1)
        gevent.sleep(0.01)
    assert line.send(adding(held))[0]["number"]


@pytest.fixture
def no_time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection's allowance does not fill up again."""
    monkeypatch.setattr(sockets, "time", SimpleNamespace(monotonic=lambda: 0.0))


@pytest.mark.usefixtures("no_time_passes")
def test_a_client_that_sends_too_much_is_slowed_and_nothing_is_lost(house: PagesOf):
    held, line = house.workshop, house.socket("rapporteur")
    flood = [adding(held) for _ in range(201)]
    first, rest = flood[:150], flood[150:200]
    assert all("number" in answer for answer in line.send(*first))
    assert all("number" in answer for answer in line.send(*rest))
    slowed = line.send(flood[200], flood[0])
    assert [answer["refused"]["code"] for answer in slowed] == ["too_often"] * 2
    other = house.socket("second")
    assert "number" in other.send(adding(held, 2))[0]


def test_one_connection_listens_to_a_bounded_number_of_channels(house: PagesOf):
    held, line = house.workshop, house.socket("secretariat")
    topics, sheets = held.topics, [held.sheet(t, n) for t in (1, 2) for n in (1, 2, 3)]
    channels = [f"sheet:{s}" for s in sheets] + [f"board:{t.id}" for t in topics]
    answers = [line.join(channel) for channel in channels]
    assert ["refused" in answer for answer in answers] == [False] * sockets.CHANNEL_LIMIT + [True]
    line.tell("leave", {"channel": channels[0]})
    assert "state" in line.join(channels[-1])


def test_who_left_a_channel_hears_no_more_of_it(house: PagesOf):
    held, line = house.workshop, house.socket("moderator")
    channel = f"sheet:{held.sheet()}"
    line.join(channel)
    line.tell("leave", {"channel": channel})
    house.socket("rapporteur").send(adding(held))
    assert not line.frames


@pytest.mark.usefixtures("no_time_passes")
def test_questions_are_bounded_like_commands(house: PagesOf):
    line, channel = house.socket("rapporteur"), f"sheet:{house.workshop.sheet()}"
    answers = [line.join(channel) for _ in range(201)]
    assert ["refused" in answer for answer in answers] == [False] * 200 + [True]
    assert answers[-1]["refused"]["code"] == "too_often"


@pytest.mark.usefixtures("no_time_passes")
def test_a_moderator_may_read_a_full_board_and_take_back_a_bulk_without_a_pause(house: PagesOf):
    held, line = house.workshop, house.socket("moderator")
    nothing = {"decision": held.runtime.new_id()}
    codes = []
    for _ in range(6):
        bulk = [held.command("undo_decision", **nothing) for _ in range(200)]
        codes.append({answer["refused"]["code"] for answer in line.send(*bulk)})
    assert codes == [{"not_found"}] * 5 + [{"too_often"}], "five times what a table may"


def test_a_refusal_brings_a_whole_sentence(house: PagesOf):
    held = house.workshop
    refused = house.socket("rapporteur").send(adding(held, 2))[0]["refused"]
    assert refused["code"] == "not_found"
    assert all(refused[part].strip() for part in ("title", "what", "safe", "do"))
    assert "…" not in json.dumps(refused, ensure_ascii=False)


def said(line: Line, channel: str) -> list[str]:
    """The words of all notes in the last frame of a board."""
    frames = line.hears(channel)
    return [note["text"] for note in frames[-1]["entries"][0]["notes"]] if frames else []
