"""The written topics, read from the JSON files beside this module; it deals nothing to anybody."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_FILES = ("career_guidance.json", "job_portals.json", "job_scams.json")


@dataclass(frozen=True)
class WrittenNote:
    """A note as the corpus has it, with the fate its moderator will give it."""

    text: str
    kind: str
    subtopic: int | None  # number within the written topic
    language: str
    countries: tuple[str, ...]
    twin: str | None
    decision: str
    reason: str | None
    remark: str | None
    question: str | None
    answer: str | None
    then: str | None


@dataclass(frozen=True)
class WrittenPoint:
    """A statement with the notes it rests on."""

    statement: str
    kind: str
    subtopic: int
    status: str
    notes: tuple[WrittenNote, ...]


@dataclass(frozen=True)
class WrittenTopic:
    """One topic of the sample workshop with all its words."""

    title: str
    subtopics: tuple[str, ...]
    points: tuple[WrittenPoint, ...]
    aside: tuple[WrittenNote, ...]  # parked, ruled out, or returned for good

    @property
    def notes(self) -> tuple[WrittenNote, ...]:
        """Every note of the topic, those of points first."""
        return tuple(n for p in self.points for n in p.notes) + self.aside


@cache
def written_topics() -> tuple[WrittenTopic, ...]:
    """The topics the corpus has words for, in the sample programme's order."""
    return tuple(_topic(_read(name)) for name in _FILES)


@cache
def translations() -> dict[str, dict[str, str]]:
    """What statements of written points say in other languages: by statement, then language."""
    return _read("translations.json")


@cache
def plain_words() -> dict[str, Any]:
    """The sentences from which notes for any other topic are made."""
    return _read("plain.json")


def _read(name: str) -> dict[str, Any]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def _topic(data: dict[str, Any]) -> WrittenTopic:
    return WrittenTopic(
        title=data["title"],
        subtopics=tuple(data["subtopics"]),
        points=tuple(_point(point) for point in data["points"]),
        aside=tuple(_note(note, subtopic=None) for note in data["aside"]),
    )


def _point(data: dict[str, Any]) -> WrittenPoint:
    return WrittenPoint(
        statement=data["statement"],
        kind=data["kind"],
        subtopic=data["subtopic"],
        status=data.get("status", "confirmed"),
        notes=tuple(_note(note, subtopic=data["subtopic"]) for note in data["notes"]),
    )


def _note(data: dict[str, Any], *, subtopic: int | None) -> WrittenNote:
    # A note inside a point takes the point's subtopic, unless it names another or none.
    in_point = "decision" not in data
    asked = "question" in data and in_point
    return WrittenNote(
        text=data["text"],
        kind=data["kind"],
        subtopic=data.get("subtopic", subtopic),
        language=data.get("language", "en"),
        countries=tuple(data.get("countries", ())),
        twin=data.get("twin"),
        decision="return" if asked else data.get("decision", "accept"),
        reason=data.get("reason"),
        remark=data.get("remark"),
        question=data.get("question"),
        answer=data.get("answer"),
        then="accept" if asked else data.get("then"),
    )
