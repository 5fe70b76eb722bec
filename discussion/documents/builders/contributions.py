"""Every note as rows for people and as values for programs; it must not know file formats.

With a table's own report this is the only output that holds notes parked, ruled out or withdrawn.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from discussion.documents.listing import Column, Listing
from discussion.documents.phrases import PHRASES, phrase
from discussion.domain.countries import country_name
from discussion.domain.languages import written_from
from discussion.domain.programme import Subtopic, Topic
from discussion.domain.publications import EveryNote, NoteLine

SCHEMA = "discussion/contributions/1"
"""Name and version of the JSON form; docs/reference/contributions.md says what stands in it."""


def contributions_listing(notes: EveryNote) -> Listing:
    """The notes as rows for a spreadsheet, in the words people use, times in the workshop's own."""
    programme = notes.workshop.programme
    language, zone = programme.language, ZoneInfo(programme.timezone)
    told = _InWords(language, zone)
    return Listing(
        title=phrase(language, "notes.title"),
        about=_about(notes, told),
        columns=tuple(
            Column(phrase(language, f"notes.{name}"), width) for name, width, _ in _COLUMNS
        ),
        rows=(tuple(cell(told, line) for _, _, cell in _COLUMNS) for line in notes.lines),
        direction=written_from(language) if language in PHRASES else "ltr",
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


class _InWords:
    """What stands in the cells, in one language and a workshop's own time."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self.language = language
        self._zone = zone

    def say(self, key: str, **values: object) -> str:
        """A word or sentence of this listing."""
        return phrase(self.language, f"notes.{key}", **values)

    def of(self, subject: str, code: str | None) -> str:
        """The word for a code: a kind, a status, a reason; "" for none."""
        return phrase(self.language, f"{subject}.{code}") if code else ""

    def topic(self, line: NoteLine) -> str:
        """The topic, or the plenary."""
        return _topic(line.topic) if line.topic else self.say("plenary")

    def points(self, line: NoteLine) -> str:
        """Each point the note went into, with its state, on a line of its own."""
        return "\n".join(f"{p.statement} ({self.of('point', p.status)})" for p in line.points)

    def decision(self, line: NoteLine) -> str:
        """What was decided last, or that it was taken back."""
        if line.decision == "submitted":
            return self.say("taken_back")
        return self.of("note", line.decision)

    def decided_by(self, line: NoteLine) -> str:
        """``Moderator: her name``."""
        if line.decided_by is None:
            return ""
        role, name = line.decided_by.role, line.decided_by.name
        title = self.say(role) if role in _DECIDERS else role.capitalize()
        if not name or name in (title, role.capitalize()):
            return title
        return phrase(self.language, "labelled", label=title) + name

    def countries(self, line: NoteLine) -> str:
        """The names of the countries the note mentions."""
        names = (country_name(code, self.language) for code in line.note.countries)
        return phrase(self.language, "comma").join(names)

    def if_so(self, name: str, *, so: bool) -> str:
        """A word where a thing is so, nothing where it is not."""
        return self.say(f"yes_{name}") if so else ""

    def moment(self, moment: datetime | None) -> str:
        """``2025-07-08 18:30:05+08:00``: sorts as time does, and is whole without its column."""
        return moment.astimezone(self._zone).isoformat(" ", "seconds") if moment else ""


_DECIDERS = ("secretariat", "moderator")
_EXPLAINED = (
    ("for_whom", "for_whom_said"),
    ("decision", "decision_said"),
    ("before", "before_said"),
    ("points", "points_said"),
    ("agreed", "agreed_said"),
    ("late", "late_said"),
    ("read_back", "read_back_said"),
    ("times", "times_said"),
)


def _about(notes: EveryNote, told: _InWords) -> tuple[tuple[str, str], ...]:
    say = told.say
    title, moment = notes.workshop.programme.title, told.moment(notes.last_event_at)
    if notes.workshop.rehearsal:
        mark = phrase(told.language, "printed.rehearsal_mark")
        title = phrase(told.language, "labelled", label=mark) + title
    return (
        (say("workshop"), title),
        (say("of"), _topic(notes.topic) if notes.topic else say("every")),
        (say("as_of"), say("moment", moment=moment, number=notes.sequence)),
        (say("head"), notes.head),
        *((say(name), say(sentence)) for name, sentence in _EXPLAINED),
    )


def _subtopic(line: NoteLine) -> str:
    found = _subtopic_of(line)
    return f"{found.number}. {found.title}" if found else ""


_COLUMNS: tuple[tuple[str, int, Callable[[_InWords, NoteLine], str]], ...] = (
    ("topic", 30, _InWords.topic),
    ("subtopic", 24, lambda _, line: _subtopic(line)),
    ("table", 12, lambda _, line: line.table or ""),
    ("kind", 15, lambda told, line: told.of("kind", line.note.kind)),
    ("words", 60, lambda _, line: line.note.text),
    ("status", 16, lambda told, line: told.of("note", line.note.status)),
    ("reason", 24, lambda told, line: told.of("reason", line.note.reason)),
    ("remark", 24, lambda _, line: line.note.remark or ""),
    ("question", 30, lambda _, line: line.note.question or ""),
    ("answer", 30, lambda _, line: line.note.answer or ""),
    ("points", 50, _InWords.points),
    ("before", 40, lambda _, line: line.edited_from or ""),
    ("decision", 16, _InWords.decision),
    ("decided_by", 20, _InWords.decided_by),
    ("decided", 25, lambda told, line: told.moment(line.decided_at)),
    ("countries", 20, _InWords.countries),
    ("agreed", 10, lambda told, line: told.if_so("agreed", so=line.note.agreed)),
    ("said_by", 20, lambda _, line: line.note.said_by or ""),
    ("language", 10, lambda _, line: line.note.language),
    ("late", 6, lambda told, line: told.if_so("late", so=line.note.late)),
    ("read_back", 10, lambda told, line: told.if_so("read_back", so=line.note.read_back)),
    ("begun", 25, lambda told, line: told.moment(line.note.created_at)),
    ("typed", 25, lambda told, line: told.moment(line.typed_at)),
    ("submitted", 25, lambda told, line: told.moment(line.submitted_at)),
    ("note", 24, lambda _, line: line.note.id),
)
"""The columns for people in reading order: name, width in characters, what stands in the cell."""


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
