"""Every note as rows for people and as values for programs; it must not know file formats.

With a table's own report this is the only output that holds notes parked, ruled out or withdrawn.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from discussion.documents.listing import Column, Listing
from discussion.domain import synthesis
from discussion.domain.contributions import KINDS, REASONS, STATUS_WORDS
from discussion.domain.countries import country_name
from discussion.domain.programme import Subtopic, Topic
from discussion.domain.publications import EveryNote, NoteLine

SCHEMA = "discussion/contributions/1"
"""Name and version of the JSON form; docs/reference/contributions.md says what stands in it."""


def contributions_listing(notes: EveryNote) -> Listing:
    """The notes as rows for a spreadsheet, in the words people use, times in the workshop's own."""
    programme = notes.workshop.programme
    zone = ZoneInfo(programme.timezone)
    return Listing(
        title="Every note",
        about=_about(notes, zone),
        columns=tuple(Column(title, width) for title, width, _ in _COLUMNS),
        rows=(tuple(cell(line, zone) for _, _, cell in _COLUMNS) for line in notes.lines),
        direction="rtl" if programme.language == "ar" else "ltr",
        made=notes.last_event_at,
    )


def contributions_head(notes: EveryNote) -> dict[str, Any]:
    """What the JSON form says before its notes: which workshop, which moment, which topics."""
    workshop, programme = notes.workshop, notes.workshop.programme
    return {
        "schema": SCHEMA,
        "workshop": {
            "id": workshop.id,
            "title": programme.title,
            "timezone": programme.timezone,
            "rehearsal": workshop.rehearsal,
        },
        "topic": notes.topic.number if notes.topic else None,
        "topics": [
            {
                "number": topic.number,
                "title": topic.title,
                "subtopics": [{"number": s.number, "title": s.title} for s in topic.subtopics],
            }
            for topic in programme.topics
        ],
        "sequence": notes.sequence,
        "head": notes.head,
        "as_of": notes.last_event_at.isoformat(),
    }


def contributions_values(notes: EveryNote) -> Iterator[dict[str, Any]]:
    """The notes as plain values for the JSON form: codes, not words; times in UTC."""
    return (_values(line) for line in notes.lines)


def _about(notes: EveryNote, zone: ZoneInfo) -> tuple[tuple[str, str], ...]:
    title = notes.workshop.programme.title
    topic = _topic(notes.topic) if notes.topic else "Every topic, and the plenary"
    return (
        ("Workshop", f"REHEARSAL: {title}" if notes.workshop.rehearsal else title),
        ("Notes of", topic),
        ("As of", f"{_moment(notes.last_event_at, zone)}, event {notes.sequence} of the log"),
        ("Head of the log there", notes.head),
        *_HOW_TO_READ,
    )


_HOW_TO_READ = (
    (
        "For whom",
        "The secretariat and the moderators. Notes that were parked, ruled out or withdrawn stand"
        " here and in their own table's report, and may stand in no other paper.",
    ),
    (
        "Decision",
        "What the last decision made of the note. If the table changed the words afterwards, the"
        " status is submitted again: the note waits for another decision.",
    ),
    (
        "Words before",
        "What the note said when it was last decided on, if it says another thing now.",
    ),
    ("Points", "The points the note is a source of, as they read now, each with its state."),
    (
        "Agreed",
        "The delegate agrees to be named with the note: the countries and the name beside it may be"
        " published as far as the workshop publishes them at all, and without it never.",
    ),
    ("Late", "Words came after the sheet was locked."),
    ("Read back", "The table confirmed it as one of its three to five."),
    ("Times", "The workshop's own time, with its distance from UTC."),
)


def _subtopic(line: NoteLine, _zone: ZoneInfo) -> str:
    found = _subtopic_of(line)
    return f"{found.number}. {found.title}" if found else ""


def _points(line: NoteLine, _zone: ZoneInfo) -> str:
    return "\n".join(
        f"{point.statement} ({synthesis.STATUS_WORDS[point.status]})" for point in line.points
    )


def _decision(line: NoteLine, _zone: ZoneInfo) -> str:
    return (
        "taken back" if line.decision == "submitted" else STATUS_WORDS.get(line.decision or "", "")
    )


def _decided_by(line: NoteLine, _zone: ZoneInfo) -> str:
    if line.decided_by is None:
        return ""
    role, name = line.decided_by.role.capitalize(), line.decided_by.name
    return f"{role}: {name}" if name and name != role else role


_COLUMNS: tuple[tuple[str, int, Callable[[NoteLine, ZoneInfo], str]], ...] = (
    ("Topic", 30, lambda line, _: _topic(line.topic) if line.topic else "Plenary"),
    ("Subtopic", 24, _subtopic),
    ("Table", 12, lambda line, _: line.table or ""),
    ("Kind", 15, lambda line, _: KINDS[line.note.kind]),
    ("Words", 60, lambda line, _: line.note.text),
    ("Status", 16, lambda line, _: STATUS_WORDS[line.note.status]),
    ("Reason", 24, lambda line, _: REASONS[line.note.reason] if line.note.reason else ""),
    ("Moderator's remark", 24, lambda line, _: line.note.remark or ""),
    ("Question", 30, lambda line, _: line.note.question or ""),
    ("Answer", 30, lambda line, _: line.note.answer or ""),
    ("Points", 50, _points),
    ("Words before", 40, lambda line, _: line.edited_from or ""),
    ("Decision", 16, _decision),
    ("Decided by", 20, _decided_by),
    ("Decided", 25, lambda line, zone: _moment(line.decided_at, zone)),
    ("Countries", 20, lambda line, _: ", ".join(map(country_name, line.note.countries))),
    ("Agreed", 10, lambda line, _: "agreed" if line.note.agreed else ""),
    ("Said by", 20, lambda line, _: line.note.said_by or ""),
    ("Language", 10, lambda line, _: line.note.language),
    ("Late", 6, lambda line, _: "late" if line.note.late else ""),
    ("Read back", 10, lambda line, _: "read back" if line.note.read_back else ""),
    ("Begun", 25, lambda line, zone: _moment(line.note.created_at, zone)),
    ("Last typed", 25, lambda line, zone: _moment(line.typed_at, zone)),
    ("Submitted", 25, lambda line, zone: _moment(line.submitted_at, zone)),
    ("Note", 24, lambda line, _: line.note.id),
)
"""The columns for people in reading order: title, width in characters, what stands in the cell."""


def _values(line: NoteLine) -> dict[str, Any]:
    note, subtopic = line.note, _subtopic_of(line)
    return {
        "id": note.id,
        "topic": line.topic.number if line.topic else None,
        "subtopic": subtopic.number if subtopic else None,
        "table": line.table,
        "kind": note.kind,
        "words": note.text,
        "language": note.language,
        "countries": list(note.countries),
        "agreed": note.agreed,
        "said_by": note.said_by,
        "status": note.status,
        "reason": note.reason,
        "remark": note.remark,
        "question": note.question,
        "answer": note.answer,
        "decision": _decision_values(line),
        "edited_from": line.edited_from,
        "points": [
            {"id": point.id, "statement": point.statement, "status": point.status}
            for point in line.points
        ],
        "late": note.late,
        "read_back": note.read_back,
        "begun_at": note.created_at.isoformat(),
        "typed_at": line.typed_at.isoformat(),
        "submitted_at": line.submitted_at.isoformat() if line.submitted_at else None,
    }


def _decision_values(line: NoteLine) -> dict[str, Any] | None:
    if line.decided_at is None:
        return None
    by = line.decided_by
    return {
        "status": line.decision,
        "role": by.role if by else None,
        "name": by.name if by else None,
        "at": line.decided_at.isoformat(),
    }


def _topic(topic: Topic) -> str:
    return f"{topic.number}. {topic.title}"


def _subtopic_of(line: NoteLine) -> Subtopic | None:
    held = line.topic.subtopics if line.topic else ()
    return next((s for s in held if s.id == line.note.subtopic), None)


def _moment(moment: datetime | None, zone: ZoneInfo) -> str:
    """``2025-07-08 18:30:05+08:00``: sorts as time does, and is whole without its column."""
    return moment.astimezone(zone).isoformat(" ", "seconds") if moment else ""
