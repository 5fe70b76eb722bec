"""What was decided on one note or point, by whom and when, with the words as they were then.

For whoever may see the board, the chair among them: it names who decided. What tables did is told
of the table, never of the person who typed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from discussion.domain.contributions import Contribution
from discussion.domain.people import Actor
from discussion.domain.synthesis import DEEDS, Point, deed_on
from discussion.errors import NotFound
from discussion.live.changes import apply
from discussion.services.synthesis.undoing import UNDOABLE
from discussion.services.work import SYSTEM, allow
from discussion.storage import contributions, log, people, synthesis
from discussion.storage.database import Transaction
from discussion.storage.log import Event

State = dict[str, Any]

_OF_TABLES = frozenset({"submit_note", "answer_question", "withdraw_note", "restore_note"})


@dataclass(frozen=True)
class Deed:
    """One thing that was done to a note or point, and its words at that moment."""

    event: Event
    words: str | None  # None where only the other point of two is told of
    undone: bool = False


def history_of(transaction: Transaction, actor: Actor, item: str) -> State:
    """The decisions on a note or point, oldest first; raises ``NotFound`` unless it is seen."""
    note = contributions.find_note(transaction, item)
    if note is not None:
        said = note.contribution
        allow(actor, "see_board", note.workshop, table=said.table, topic=said.topic)
        return _told(transaction, actor, item, _of_note(transaction, note.workshop, said))
    found = synthesis.find_point(transaction, item)
    if found is None:
        raise NotFound
    allow(actor, "see_board", found[0], topic=found[1].topic)
    return _told(transaction, actor, item, _of_point(transaction, *found))


def _of_note(transaction: Transaction, workshop: str, note: Contribution) -> list[Deed]:
    """What was done to the note, and how it came to the points that rest on it now."""
    grouped = [number for _, number in synthesis.rows_of_note(transaction, note.id)]
    elsewhere = log.events_numbered(transaction, workshop, grouped)
    return _with_words(log.history(transaction, note.id), "", elsewhere)


def _of_point(transaction: Transaction, workshop: str, point: Point) -> list[Deed]:
    """What was done to the point, and where its sources came from that others brought."""
    numbers = {number for _, number in synthesis.source_rows(transaction, point.id)}
    for merged in synthesis.points_merged_into(transaction, point.id):
        found = synthesis.find_point(transaction, merged)
        numbers |= {found[1].settled} if found else set()
    events = log.history(transaction, point.id)
    others = log.events_numbered(transaction, workshop, sorted(numbers))
    elsewhere = [event for event in others if event.subject != point.id]
    first = events[0].facts.get("statement", "") if events else ""
    return _with_words(events, first, elsewhere)


def _with_words(events: Sequence[Event], first: str, elsewhere: Iterable[Event]) -> list[Deed]:
    """Each decision with the words it was taken on; typing is followed, not told."""
    words, deeds, whole = first, list[Deed](), True
    for event in events:
        if event.kind == "edit_text":
            whole = whole and "change" in event.facts
            words = apply(words, event.facts["change"]) if whole else words
        if event.kind in DEEDS and (event.kind != "edit_text" or "status" in event.facts):
            deeds.append(Deed(event, words if whole else None))
    undone = {d.event.facts.get("undone") for d in deeds}
    deeds += [Deed(event, None) for event in elsewhere]
    deeds.sort(key=lambda deed: deed.event.number)
    return [replace(deed, undone=deed.event.command in undone) for deed in deeds]


def _told(transaction: Transaction, actor: Actor, item: str, deeds: Sequence[Deed]) -> State:
    names = people.names(transaction, {deed.event.person for deed in deeds})
    others = [_other(transaction, item, deed.event) for deed in deeds]
    told = zip(deeds, others, strict=True)
    of = "point" if synthesis.find_point(transaction, item) else "note"
    return {"deeds": [_deed(deed, actor, names, of) | {"other": other} for deed, other in told]}


def _other(transaction: Transaction, item: str, event: Event) -> str | None:
    """The words, as they are now, of the other point of a merge, a split and so on."""
    others = [p for p in (event.subject, *event.facts.get("points", ())) if p != item]
    found = synthesis.find_point(transaction, others[0]) if others else None
    return None if found is None else found[1].statement


def _deed(deed: Deed, actor: Actor, names: dict[str, str], of: str) -> State:
    event, facts = deed.event, deed.event.facts
    by_table = event.kind in _OF_TABLES or (event.kind == "edit_text" and event.sheet is not None)
    mine = event.person == actor.person and event.kind in UNDOABLE and not deed.undone
    return {
        "number": event.number,
        "at": event.at.isoformat(),
        "who": "The table" if by_table else _who(event, names),
        "kind": event.kind,
        "did": deed_on(event.kind, of),
        "undid": deed_on(facts.get("deed", ""), of),
        "words": deed.words,
        "question": facts.get("question") if event.kind == "return_note" else None,
        "answer": facts.get("answer") if event.kind == "answer_question" else None,
        "reason": facts.get("reason"),
        "remark": facts.get("remark"),
        "notes": sorted({note for notes in facts.get("joined", {}).values() for note in notes}),
        "undone": deed.undone,
        "decision": event.command if mine else None,
    }


def _who(event: Event, names: dict[str, str]) -> str:
    return "Nobody, by itself" if event.person == SYSTEM else names.get(event.person, "Somebody")
