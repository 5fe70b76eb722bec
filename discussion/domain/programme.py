"""The workshop as its programme has it: items, topics, subtopics, discussions and tables."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from discussion.domain.moves import LifeCycle, move

ITEM_KINDS = (
    "logistics",
    "opening",
    "presentation",
    "topic_presentation",
    "group_discussion",
    "day2_presentation",
    "plenary",
    "drafting",
    "closing",
)

DISCUSSION = LifeCycle(
    subject="discussion",
    start="planned",
    moves={
        "start": move("planned", "closed", to="running"),
        "extend": move("running", to="running"),
        "close": move("running", to="closed"),
    },
)
"""Planned times only suggest; "on now", clocks, reminders and locks follow this alone."""


@dataclass(frozen=True)
class Host:
    """An organisation that holds the workshop."""

    name: str
    full: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class Mandate:
    """A document the workshop rests on, with who adopted it, where and when."""

    title: str
    adopted_by: str | None = None
    place: str | None = None
    dates: tuple[date, ...] = ()


@dataclass(frozen=True)
class Subtopic:
    """A part of a topic, numbered from 1 in the programme's order."""

    id: str
    number: int
    title: str


@dataclass(frozen=True)
class Topic:
    """A subject that tables discuss."""

    id: str
    number: int
    title: str
    subtopics: tuple[Subtopic, ...] = ()


@dataclass(frozen=True)
class ProgrammePart:
    """One line inside a programme item: a speech, a signing, a recitation."""

    title: str
    speaker: str | None = None
    function: str | None = None
    tbc: bool = False  # "to be confirmed", printed as such until it is
    parties: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProgrammeItem:
    """One slot of the programme, in local time of the workshop."""

    id: str
    date: date
    start: time
    end: time
    ends_next_day: bool
    title: str
    kind: str  # one of ITEM_KINDS
    topic: int | None = None  # topic number
    parts: tuple[ProgrammePart, ...] = ()
    speaker: str | None = None
    function: str | None = None
    tbc: bool = False


@dataclass(frozen=True)
class Term:
    """Words of the programme in other languages: a title, a name, an aim. None: not in that one."""

    of: str
    en: str | None = None
    fr: str | None = None
    ar: str | None = None


@dataclass(frozen=True)
class Programme:
    """Everything a programme file says of a workshop."""

    title: str
    type: str
    status: str | None
    dates: tuple[date, ...]
    venue: str | None
    city: str | None
    country: str | None  # ISO 3166-1 alpha-2
    timezone: str
    language: str
    hosts: tuple[Host, ...]
    invited_international: tuple[str, ...]
    topics: tuple[Topic, ...]
    items: tuple[ProgrammeItem, ...]
    objectives: tuple[str, ...]
    mandate: tuple[Mandate, ...]
    participants: tuple[str, ...]
    method: str | None
    extra: dict[str, Any] = field(default_factory=dict)  # unknown top-level keys, kept as given
    translations: tuple[Term, ...] = ()  # of the words above

    def in_language(self, words: str, language: str) -> str | None:
        """The programme's words in a language, as its own list of translations has them."""
        if language == self.language:
            return words
        return next((getattr(t, language, None) for t in self.translations if t.of == words), None)


@dataclass(frozen=True)
class Workshop:
    """A workshop being held; ``rehearsal`` is printed on every page and document."""

    id: str
    programme: Programme
    rehearsal: bool = False


@dataclass(frozen=True)
class Table:
    """People round a table."""

    id: str
    number: int
    name: str


@dataclass(frozen=True)
class Discussion:
    """A programme item at which tables discuss a topic."""

    id: str
    item: str  # programme item id
    topic: str  # topic id
    state: str  # of DISCUSSION
    planned_minutes: int
    started_at: datetime | None = None
    ends_at: datetime | None = None  # when the clock reaches zero; extending moves it
    closed_at: datetime | None = None
