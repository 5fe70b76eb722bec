"""A sheet as it came about, change by change, out of the log; it names nobody.

What is told is what changed: words as changes of texts, all else as the fields a note or the
sheet has from then on. Whoever plays it puts one after the other; the last is the present sheet.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from discussion.domain.contributions import CONTRIBUTION, SHEET
from discussion.domain.people import Actor, Subject, may
from discussion.domain.synthesis import DEEDS
from discussion.errors import NotFound
from discussion.services.programme import plan
from discussion.services.programme.attribution import may_open_sheet, opens_sheets
from discussion.services.work import allow
from discussion.storage import log, programme
from discussion.storage.database import Transaction
from discussion.storage.log import Event
from discussion.storage.programme import Sheet

Frame = dict[str, Any]

AT_ONCE = 1_500  # events read for one part of a film: 15 ms

FIELDS = (
    "kind",
    "subtopic",
    "countries",
    "status",
    "position",
    "question",
    "answer",
    "reason",
    "remark",
    "late",
)
"""What a film tells of a note besides its words."""

DID: dict[str, str] = {
    **{kind: DEEDS[kind] for kind in DEEDS if kind.endswith("_note") or kind == "undo_decision"},
    "answer_question": DEEDS["answer_question"],
    "add_note": "began a note",
    "edit_text": "wrote",
    "set_note_kind": "said what kind it is",
    "set_note_subtopic": "chose its subtopic",
    "set_note_countries": "chose its countries",
    "set_note_agreement": "said who agrees to be named",
    "move_note": "moved it",
    "read_back_sheet": "read back",
    "lock_sheet": "locked the sheet",
    "reopen_sheet": "opened the sheet again",
}
"""What happened in a frame, in words, by kind of event."""


def sheet_to_play(transaction: Transaction, actor: Actor, sheet: str) -> Sheet:
    """The sheet; raises ``NotFound`` unless the actor may see it as it is now."""
    held = programme.find_sheet(transaction, sheet=sheet)
    if held is None:
        raise NotFound
    allow(actor, "see_sheet", held.workshop, table=held.table, topic=held.topic)
    if not may_open_sheet(transaction, actor, held):
        raise NotFound
    return held


def sheets_to_play(transaction: Transaction, actor: Actor, table: str) -> Mapping[str, str]:
    """Those of a table's sheets that the actor may see played, by topic id."""
    found = plan.sheets_by_topic(transaction, actor.workshop, table)
    subject = partial(Subject, actor.workshop, table)
    return {
        topic: sheet
        for topic, sheet in found.items()
        if may(actor, "see_sheet", subject(topic))
        and (actor.table == table or opens_sheets(transaction, actor, topic))
    }


def film_of(transaction: Transaction, actor: Actor, sheet: str, *, after: int = 0) -> Frame:
    """A part of a sheet's film: the frames after an event's number, and where the next begins.

    ``next`` is None at the end. A frame says when (milliseconds since 1970), what kind of event,
    which ``note`` (None: the sheet itself), and its ``change`` of words or the fields it ``sets``.
    """
    held = sheet_to_play(transaction, actor, sheet)
    events = log.since(transaction, held.workshop, after, sheet=sheet, limit=AT_ONCE)
    past = [e for e in log.history(transaction, sheet) if e.number <= after] if after else []
    state = _state(past)
    frames = []
    for event in events:
        state = _state((event,), state) if event.subject == sheet else state
        frames.append(_frame(transaction, held, event, state))
    return {"frames": frames, "next": events[-1].number if len(events) == AT_ONCE else None}


def _frame(transaction: Transaction, sheet: Sheet, event: Event, state: str) -> Frame:
    of_sheet = event.subject == sheet.id
    frame: Frame = {"at": round(event.at.timestamp() * 1000), "do": event.kind}
    if not of_sheet:
        frame["note"] = event.subject
    if "change" in event.facts:
        frame["change"] = event.facts["change"]
    sets = _of_sheet(event, state) if of_sheet else _of_note(transaction, sheet, event, state)
    return {**frame, "sets": sets} if sets else frame


def _of_sheet(event: Event, state: str) -> Frame:
    chosen = event.facts.get("notes")
    return {"state": state} | ({} if chosen is None else {"read_back": chosen})


def _of_note(transaction: Transaction, sheet: Sheet, event: Event, state: str) -> Frame:
    facts = event.facts
    if event.kind == "add_note":
        begun = {"status": CONTRIBUTION.start, "countries": [], "late": state == "locked"}
        facts = {**facts, **begun}
    if event.kind == "undo_decision":
        undone = log.find_event(transaction, sheet.workshop, facts["undone"])
        facts = undone.facts.get("was", {}) if undone else {}
    return {name: facts[name] for name in FIELDS if name in facts}


def _state(events: Sequence[Event], state: str = SHEET.start) -> str:
    """The sheet's state after these events on it."""
    for event in events:
        if event.kind == "read_back_sheet":
            state = SHEET.after("read_back", "open")
        state = event.facts.get("state", state)
    return state
