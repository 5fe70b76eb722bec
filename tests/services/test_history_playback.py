"""A sheet played back: frame after frame it becomes the sheet it is, whatever was done on it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discussion.errors import NotFound
from discussion.live.changes import apply, normalise
from discussion.services.history import playback
from discussion.services.history.playback import FIELDS
from tests.kit.house import Held


def frames(held: Held, *, by: str = "rapporteur", sheet: str | None = None) -> list[dict[str, Any]]:
    """A sheet's whole film, part by part."""
    found: list[dict[str, Any]] = []
    after: int | None = 0
    while after is not None:
        with held.database.reading() as transaction:
            part = playback.film_of(transaction, held.actor(by), sheet or held.sheet(), after=after)
        found += part["frames"]
        after = part["next"]
    return found


def played(held: Held) -> dict[str, Any]:
    """What stands on the sheet after the last frame, as a page would have it."""
    notes: dict[str, dict[str, Any]] = {}
    sheet: dict[str, Any] = {"state": "open", "read_back": []}
    for frame in frames(held):
        if "note" not in frame:
            sheet |= frame["sets"]
            continue
        note = notes.setdefault(frame["note"], {"id": frame["note"], "text": ""})
        note |= frame.get("sets", {})
        note["text"] = apply(note["text"], frame.get("change", []))
    for note in notes.values():
        note["read_back"] = note["id"] in sheet["read_back"]
    return {**sheet, "read_back": set(sheet["read_back"]), "notes": notes}


def present(held: Held) -> dict[str, Any]:
    """The same of the sheet as it is kept."""
    state = held.fresh(f"sheet:{held.sheet()}")[1]
    told = ("id", "text", "read_back", *FIELDS)
    return {
        "state": state["sheet"]["state"],
        "read_back": set(state["sheet"]["read_back"]),
        "notes": {note["id"]: {name: note[name] for name in told} for note in state["notes"]},
    }


def same(film: dict[str, Any], now: dict[str, Any]) -> None:
    """What a frame never told of is empty."""
    assert film.keys() == now.keys() and film["notes"].keys() == now["notes"].keys()
    assert {**film, "notes": None} == {**now, "notes": None}
    for key, note in now["notes"].items():
        assert {name: film["notes"][key].get(name) for name in note} == note


def test_the_last_frame_is_the_present_sheet(workshop: Held):
    table, moderator = workshop.actor("rapporteur"), workshop.actor("moderator")
    first, second, third = (workshop.say(words) for words in ("One", "Two", "Three"))
    workshop.act(table, "move_note", note=third, value="A")
    workshop.act(table, "set_note_kind", note=first, value="data")
    workshop.act(table, "set_note_countries", note=first, value=["MY"])
    workshop.decide(first, "return", question="Which?")
    workshop.act(table, "answer_question", note=first, answer="All")
    workshop.decide(second, "park", reason="unclear", remark="Later")
    said = workshop.note(third).contribution
    seen = {"note": third, "version": said.version, "state": said.status}
    ruled_out = workshop.command("rule_out_note", **seen, reason="other_topic", remark=None)
    assert workshop.batch((moderator, ruled_out)).answers[0].refusal is None
    workshop.act(moderator, "undo_decision", decision=ruled_out["id"])
    workshop.act(table, "read_back_sheet", sheet=workshop.sheet(), notes=[first, second, third])
    workshop.type(second, "More than ")
    workshop.act(moderator, "lock_sheet", sheet=workshop.sheet())
    workshop.say("Late")
    workshop.act(table, "set_note_kind", note=third, value="question")
    same(played(workshop), present(workshop))


def test_a_film_in_parts_is_the_film(workshop: Held, monkeypatch: pytest.MonkeyPatch):
    note = workshop.say("One")
    workshop.act(workshop.actor("moderator"), "lock_sheet", sheet=workshop.sheet())
    workshop.decide(note, "accept")
    workshop.say("Two")
    whole = frames(workshop)
    monkeypatch.setattr(playback, "AT_ONCE", 2)
    assert frames(workshop) == whole
    same(played(workshop), present(workshop))


def test_a_film_names_nobody(workshop: Held):
    note = workshop.say("One")
    workshop.decide(note, "accept")
    told = str(frames(workshop))
    for who in ("rapporteur", "moderator"):
        assert workshop.actor(who).person not in told
        assert workshop.actor(who).name not in told


def test_whoever_sees_the_sheet_plays_it_and_nobody_else(workshop: Held):
    workshop.say("One")
    for by in ("rapporteur", "moderator", "secretariat"):
        assert frames(workshop, by=by)
    for by in ("second", "chair", "room"):
        with pytest.raises(NotFound):
            frames(workshop, by=by)
    with pytest.raises(NotFound):
        frames(workshop, sheet="nothingatall")


ACTS = ("write", "type", "kind", "move", "withdraw", "restore", "submit", "lock", "reopen", "park")
STEP = st.tuples(st.sampled_from(ACTS), st.integers(0, 3), st.integers(0, 5))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, max_size=15))
def test_whatever_is_done_the_film_ends_with_the_sheet(workshop: Held, steps):
    notes = [workshop.write("One")]
    for act, which, number in steps:
        note = notes[which % len(notes)]
        said = workshop.note(note).contribution
        seen = {"note": note, "version": said.version, "state": said.status}
        facts: dict[str, tuple[str, str, dict[str, Any]]] = {
            "type": (
                "rapporteur",
                "edit_text",
                {
                    "text": note,
                    "base": said.version,
                    "change": normalise([min(number, len(said.text)), "x"]),
                },
            ),
            "kind": ("rapporteur", "set_note_kind", {"note": note, "value": "data"}),
            "move": ("rapporteur", "move_note", {"note": note, "value": "BCDEFG"[number]}),
            "withdraw": ("rapporteur", "withdraw_note", {"note": note}),
            "restore": ("rapporteur", "restore_note", {"note": note}),
            "submit": ("rapporteur", "submit_note", {"note": note}),
            "lock": ("moderator", "lock_sheet", {"sheet": workshop.sheet()}),
            "reopen": ("moderator", "reopen_sheet", {"sheet": workshop.sheet()}),
            "park": ("moderator", "park_note", {**seen, "reason": "unclear", "remark": None}),
        }
        if act == "write":
            notes.append(workshop.write("x" * number))
            continue
        by, kind, told = facts[act]
        workshop.batch((workshop.actor(by), workshop.command(kind, **told)))
    assert not workshop.bugs
    same(played(workshop), present(workshop))


def test_the_law_notices_a_film_that_forgets_who_was_late(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(playback, "FIELDS", tuple(name for name in FIELDS if name != "late"))
    workshop.act(workshop.actor("moderator"), "lock_sheet", sheet=workshop.sheet())
    workshop.say("Late")
    with pytest.raises(AssertionError):
        same(played(workshop), present(workshop))
