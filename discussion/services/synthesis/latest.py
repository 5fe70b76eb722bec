"""What somebody decided last on a topic and can take back, for a board opened anew; read only."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from discussion.domain.people import Actor
from discussion.domain.synthesis import deed_on
from discussion.services.synthesis.undoing import UNDOABLE
from discussion.storage import history, log, programme
from discussion.storage.database import Transaction
from discussion.storage.log import Event

KEPT = 100  # decisions, as many as a board keeps by itself
LOOKED_BACK = 20_000  # events of the log
TOGETHER = timedelta(milliseconds=100)  # nobody decides twice within it: those were one bulk

Done = dict[str, Any]


def decided_last(transaction: Transaction, actor: Actor, topic: str) -> list[Done]:
    """The actor's own latest decisions that still stand, oldest first, as boards keep them.

    Each says in ``words`` what was done, by which ``commands``, when (``at``, milliseconds since
    1970), and on which ``notes`` with the status they had before. Whether one can still be taken
    back is asked when somebody does so.
    """
    top = programme.log_position(transaction, actor.workshop)[0] + 1
    traces = history.done_on_topic(
        transaction,
        topic,
        span=range(max(1, top - LOOKED_BACK), top),
        kinds=UNDOABLE | {"undo_decision"},
        by={actor.person},
        limit=2 * KEPT,  # at most half of them take back the others
    )
    numbers = [trace.number for trace in traces]
    events = log.events_numbered(transaction, actor.workshop, numbers)
    undone = {event.facts.get("undone") for event in events if event.kind == "undo_decision"}
    standing = [e for e in events if e.kind in UNDOABLE and e.command not in undone]
    return [_told(bulk) for bulk in _bulks(standing[-KEPT:])]


def _bulks(events: Iterable[Event]) -> list[list[Event]]:
    """Notes decided on alike and at once are taken back at once."""
    bulks: list[list[Event]] = []
    for event in events:
        last = bulks[-1][-1] if bulks else None
        alike = last and _on_a_note(last) and (last.kind, last.topic) == (event.kind, event.topic)
        if last and alike and event.at - last.at <= TOGETHER:
            bulks[-1].append(event)
        else:
            bulks.append([event])
    return bulks


def _told(bulk: list[Event]) -> Done:
    of_notes = _on_a_note(bulk[0])
    words = deed_on(bulk[0].kind, "note" if of_notes else "point")
    if len(bulk) > 1:
        words = words.replace("the note", f"{len(bulk)} notes")
    return {
        "words": words,
        "commands": [event.command for event in bulk],
        "notes": [_as_before(event) for event in bulk] if of_notes else [],
        "at": round(bulk[-1].at.timestamp() * 1000),
    }


def _on_a_note(event: Event) -> bool:
    return event.sheet is not None


def _as_before(event: Event) -> Mapping[str, Any]:
    return {"id": event.subject, "status": event.facts.get("was", {}).get("status")}
