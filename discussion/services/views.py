"""The states screens show, as plain JSON values; must not know how they travel."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from discussion.domain.attribution import kept_from_boards
from discussion.domain.languages import language_of
from discussion.domain.programme import Discussion, Table, Topic
from discussion.domain.synthesis import Point
from discussion.storage import contributions, programme, synthesis
from discussion.storage.contributions import Note
from discussion.storage.database import Transaction

State = dict[str, Any]

EVERY_NOTE = 1_000_000


def workshop_state(transaction: Transaction, workshop: str) -> State:
    """The discussions with their clocks, and the tables."""
    return {
        "discussions": [
            discussion_state(d) for d in programme.list_discussions(transaction, workshop)
        ],
        "tables": [table_state(t) for t in programme.list_tables(transaction, workshop)],
    }


def workshop_changes(
    transaction: Transaction, workshop: str, ids: frozenset[str]
) -> tuple[State, ...]:
    """The present state of those discussions and tables; removed tables say so."""
    held = programme.list_discussions(transaction, workshop)
    present = {t.id for t in programme.list_tables(transaction, workshop)}
    tables = programme.list_tables(transaction, workshop, removed=True)
    return (
        *({"discussion": discussion_state(d)} for d in held if d.id in ids),
        *(
            {"table": {**table_state(t), "removed": t.id not in present}}
            for t in tables
            if t.id in ids
        ),
    )


def discussion_state(discussion: Discussion) -> State:
    """A discussion's state and clock."""
    return {
        "id": discussion.id,
        "item": discussion.item,
        "topic": discussion.topic,
        "state": discussion.state,
        "planned_minutes": discussion.planned_minutes,
        "started_at": moment(discussion.started_at),
        "ends_at": moment(discussion.ends_at),
        "closed_at": moment(discussion.closed_at),
    }


def table_state(table: Table) -> State:
    """A table's number and name."""
    return {"id": table.id, "number": table.number, "name": table.name}


def sheet_state(transaction: Transaction, sheet: str) -> State:
    """A sheet with all its notes."""
    notes = contributions.notes_of_sheet(transaction, sheet)
    return {
        "sheet": sheet_facts(transaction, sheet),
        "notes": [note_state(note) for note in notes],
    }


def sheet_facts(transaction: Transaction, sheet: str) -> State:
    """Where a sheet stands, and which of its notes the table confirmed."""
    held = programme.find_sheet(transaction, sheet=sheet)
    if held is None:
        return {}
    return {
        "id": held.id,
        "table": held.table,
        "topic": held.topic,
        "item": held.item,
        "state": held.state,
        "read_back": list(contributions.read_back_notes(transaction, sheet)),
    }


def note_state(note: Note) -> State:
    """A note as its table sees it: who typed is not told.

    Its words come with their version: a screen that follows the text already ignores them.
    """
    said = note.contribution
    return {
        "id": said.id,
        "sheet": said.sheet,
        "table": said.table,
        "text": said.text,
        "version": said.version,
        "kind": said.kind,
        "subtopic": said.subtopic,
        "countries": list(said.countries),
        "agreed": said.agreed,
        "said_by": said.said_by,
        "agreement_ended": said.agreement_ended,
        "agreement_lost_by": said.agreement_lost_by,
        "status": said.status,
        "position": said.position,
        "question": said.question,
        "answer": said.answer,
        "reason": said.reason,
        "remark": said.remark,
        "late": said.late,
        "read_back": said.read_back,
        "language": said.language,
        "decided_text": note.decided_text,
        "decided_status": note.decided_status,
        "created_at": moment(said.created_at),
        "typed_at": moment(note.typed_at),
    }


def board_state(transaction: Transaction, topic: str, first: int = EVERY_NOTE) -> State:
    """A topic's newest notes, where more follow the ``rest`` to ask on from, and its tables.

    Tables say how many of their notes are in which state, so a board can count what it has not
    been told yet.
    """
    page = board_page(transaction, topic, before=None, limit=first)
    return {
        **{name: value for name, value in page.items() if value is not None},
        "tables": tables_strip(transaction, topic),
    }


def board_page(transaction: Transaction, topic: str, *, before: str | None, limit: int) -> State:
    """So many of a topic's notes, newest first, and the last one's id in ``rest`` if more follow.

    ``before``: the note of this topic that the page before ended with.
    """
    notes = contributions.plain_page(transaction, topic, before=before, limit=limit)
    kept = kept_from_boards(programme.policy_on(transaction, topic))
    return {
        "notes": [_board_note(note, kept) for note in notes],
        "rest": notes[-1]["id"] if len(notes) == limit else None,
    }


def board_changes(
    transaction: Transaction, topic: str, ids: frozenset[str], *, tables: bool
) -> State:
    """The whole new state of those notes, and of the tables' strip if ``tables``.

    ``ids`` may then name sheets as well: reading back changes several of their notes at once.
    Boards are told of everybody's typing several times a second, and of twelve thousand notes
    when they open, so nothing is made of a row that would only be unmade again.
    """
    if tables:
        ids = contributions.with_notes_of_sheets(transaction, ids)
    notes = contributions.plain_notes(transaction, topic, ids)
    kept = kept_from_boards(programme.policy_on(transaction, topic))
    return {
        "notes": [_board_note(note, kept) for note in notes],
        "tables": tables_strip(transaction, topic) if tables else [],
    }


def _board_note(note: State, kept: Iterable[str]) -> State:
    """What ``note_state`` says and who decided, without its place and without what is empty.

    ``kept``: what the policy keeps from boards.
    """
    for fact in kept:
        note.pop(fact, None)
    return {**note, "language": language_of(note["text"])}


def tables_strip(transaction: Transaction, topic: str) -> list[State]:
    """Per table: its sheet's state, and how many of its notes are in which state."""
    counts = contributions.counts_by_table(transaction, topic)
    return [
        {
            "id": table,
            "number": number,
            "name": name,
            "sheet": sheet,
            "state": state,
            "counts": counts.get(table, {}),
        }
        for table, number, name, sheet, state in programme.tables_on_topic(transaction, topic)
    ]


def points_state(transaction: Transaction, topic: str) -> State:
    """The points of a topic in their order."""
    return {"points": [point_state(p) for p in synthesis.points_of_topic(transaction, topic)]}


def point_state(point: Point) -> State:
    """A point as moderators see it; its words come with their version, as a note's do."""
    return {
        "id": point.id,
        "topic": point.topic,
        "subtopic": point.subtopic,
        "kind": point.kind,
        "text": point.statement,
        "version": point.version,
        "status": point.status,
        "position": point.position,
        "sources": list(point.sources),
        "merged_into": point.merged_into,
        "language": point.language,
    }


def topic_facts(topic: Topic) -> State:
    """A topic with its subtopics, for a page's data."""
    return {
        "id": topic.id,
        "number": topic.number,
        "title": topic.title,
        "subtopics": [{"id": s.id, "number": s.number, "title": s.title} for s in topic.subtopics],
    }


def moment(at: datetime | None) -> str | None:
    """A moment as screens are told it."""
    return None if at is None else at.isoformat()
