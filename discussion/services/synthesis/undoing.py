"""Taking back one's own decision: what was is put back, where all is still as it was left.

It is no move of a life-cycle and asks no table of moves. Nobody's later decision is undone with
it: then it is refused, with who did what since.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from discussion.domain.people import Actor
from discussion.domain.synthesis import DEEDS, GONE
from discussion.errors import NotFound, Refused
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import contributions as notes
from discussion.storage import log, people, synthesis
from discussion.storage.log import Event

_ON_NOTES = frozenset(
    {"accept_note", "return_note", "park_note", "rule_out_note", "reconsider_note"}
)
_BY_TABLES = frozenset({"withdraw_note", "restore_note", "answer_question", "edit_text"})
_SETTLING = frozenset(
    {
        "confirm_point",
        "propose_point",
        "note_only_point",
        "park_point",
        "merge_point",
        "separate_point",
        "remove_point",
        "restore_point",
    }
)
_REGROUPING = frozenset(
    {
        "add_source",
        "add_sources",
        "remove_source",
        "move_sources",
        "split_point",
        "merge_point",
        "separate_point",
    }
)
_SORTING = frozenset({"set_point_kind", "set_point_subtopic", "move_point"})
_BUILDING = _SETTLING | _REGROUPING | {"edit_text"}
UNDOABLE = _ON_NOTES | _SETTLING | _REGROUPING | _SORTING | {"add_point"}
"""Kinds of events that whoever decided them can take back."""


def undo_decision(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Takes back a decision of one's own; the event says which one and of what kind it was.

    Raises ``not_your_decision``, ``undone_already``, ``undo_not_possible`` for one taken before
    its event said what was before, and ``decided_since`` with who did what meanwhile.
    """
    event = log.find_event(work.transaction, work.workshop, facts["decision"])
    if event is None or event.kind not in UNDOABLE:
        raise NotFound
    allow(actor, "undo_decision", work.workshop, topic=event.topic)
    if event.person != actor.person:
        raise Refused("not_your_decision")
    if not {"was", "joined", "left"} & set(event.facts):
        raise Refused("undo_not_possible")
    _nobody_since(work, event)
    if event.kind in _ON_NOTES:
        _note_put_back(work, event)
    else:
        _points_put_back(work, event)
    touched = [p for p in _points(event) if p != event.subject]
    undone = {"undone": event.command, "deed": event.kind, "points": touched}
    return Happened(event.subject, event.sheet, event.topic, payload=undone)


def _nobody_since(work: Work, event: Event) -> None:
    made = event.facts.get("made")
    for subject in dict.fromkeys((event.subject, made or event.subject)):
        kinds = {"undo_decision"} | _rivals(event) | (_BUILDING if subject == made else set())
        later = log.history(work.transaction, subject, after=event.number, kinds=kinds)
        undone = {one.facts.get("undone") for one in later if one.kind == "undo_decision"}
        if event.command in undone:
            raise Refused("undone_already")
        for one in reversed(later):
            if one.command in undone:
                continue
            if _stands_in_the_way(event, one) or (subject == made and _builds_on(event, one)):
                raise _decided_since(work, one)


def _rivals(event: Event) -> frozenset[str]:
    """Kinds of later events that may decide on what an event decided on."""
    if event.kind in _ON_NOTES:
        return _ON_NOTES | _BY_TABLES
    if event.kind in _SORTING:
        return frozenset({event.kind})
    return _SETTLING if event.kind in _SETTLING else _REGROUPING


def _stands_in_the_way(event: Event, later: Event) -> bool:
    """Whether a later event decided on what the first one decided on."""
    if later.kind not in _rivals(event):
        return False
    if later.kind == "edit_text":
        return "status" in later.facts  # words that took a note's state with them
    return _rivals(event) != _REGROUPING or bool(_notes(event) & _notes(later))


def _builds_on(event: Event, later: Event) -> bool:
    """Whether somebody has worked on a point since it was made."""
    return later.kind in _BUILDING and (later.kind != "edit_text" or later.person != event.person)


def _note_put_back(work: Work, event: Event) -> None:
    note = notes.find_note(work.transaction, event.subject)
    was, now = event.facts["was"], event.facts["now"]
    rows = synthesis.rows_of_note(work.transaction, event.subject)
    grouped = [number for _, number in rows if number > event.number]
    if grouped:
        raise _decided_since(work, *_numbered(work, grouped[-1]))
    if note is None or note.contribution.status != now["status"]:
        raise _decided_since(work)
    if note.decided_at != datetime.fromisoformat(now["decided_at"]):
        raise _decided_since(work)
    before = was["decided_at"] and datetime.fromisoformat(was["decided_at"])
    notes.write_note(work.transaction, event.subject, **{**was, "decided_at": before})


def _points_put_back(work: Work, event: Event) -> None:
    facts, number = event.facts, event.number
    joined: Mapping[str, list[str]] = facts.get("joined", {})
    left: Mapping[str, list[tuple[str, int]]] = facts.get("left", {})
    for point in _points(event):
        rows = dict(synthesis.source_rows(work.transaction, point))
        mine = joined.get(point, [])
        others = any(n not in mine for n in rows) and point == facts.get("made")
        moved = any(rows.get(note) != number for note in mine)
        if moved or others or any(note in rows for note, _ in left.get(point, ())):
            raise _decided_since(work)
        _as_it_was_left(work, event, point)
        _nothing_came_with_a_merge(work, event, point, set(mine))
    for point, mine in joined.items():
        synthesis.remove_sources(work.transaction, point, mine)
    for point, gone in left.items():
        synthesis.put_back_sources(work.transaction, point, [(n, at) for n, at in gone])
    if "was" in facts:
        synthesis.write_point(work.transaction, event.subject, **facts["was"])
    if "made" in facts:
        fields: dict[str, Any] = {"status": "removed", "settled": work.number}
        synthesis.write_point(work.transaction, facts["made"], **fields)


def _as_it_was_left(work: Work, event: Event, point_id: str) -> None:
    """Raises ``decided_since`` when a point is not as the event left it, or is gone since."""
    found = synthesis.find_point(work.transaction, point_id)
    now = event.facts.get("now", {}) if point_id == event.subject else {}
    if found is None or any(getattr(found[1], name) != value for name, value in now.items()):
        raise _decided_since(work)
    if found[1].status in GONE and "status" not in now:
        raise _decided_since(work, *_numbered(work, found[1].settled))


def _nothing_came_with_a_merge(work: Work, event: Event, point: str, mine: set[str]) -> None:
    """Raises ``decided_since`` when a point merged since rests on a note that would go."""
    for merged in synthesis.points_merged_into(work.transaction, point):
        found = synthesis.find_point(work.transaction, merged)
        if found is None or found[1].settled <= event.number:
            continue
        merge = _numbered(work, found[1].settled)
        brought = {note for one in merge for note, _ in one.facts.get("left", {}).get(merged, ())}
        if point == event.facts.get("made") or brought & mine:
            raise _decided_since(work, *merge)


def _points(event: Event) -> tuple[str, ...]:
    """Every point that a decision touched."""
    if event.kind in _ON_NOTES:
        return ()
    return tuple(dict.fromkeys((event.subject, *event.facts.get("points", ()))))


def _notes(event: Event) -> set[str]:
    """The notes that a decision moved."""
    joined = (note for notes in event.facts.get("joined", {}).values() for note in notes)
    left = (row[0] for rows in event.facts.get("left", {}).values() for row in rows)
    named = event.facts.get("note")
    return {*joined, *left, *([named] if named else ())}


def _numbered(work: Work, number: int) -> tuple[Event, ...]:
    return log.events_numbered(work.transaction, work.workshop, [number])


def _decided_since(work: Work, later: Event | None = None) -> Refused:
    """Who did what since; a table is not named by the person who typed."""
    if later is None:
        return Refused("decided_since", who="Somebody", what="decided on it")
    if later.kind in _BY_TABLES and later.sheet is not None:
        who = "The table"
    else:
        who = people.names(work.transaction, [later.person]).get(later.person, "Somebody")
    return Refused("decided_since", who=who, what=DEEDS.get(later.kind, "decided on it"))
