"""The Record that every edition is built from, and what of it reaches an output."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from discussion.domain.attribution import Attribution
from discussion.domain.contributions import UNSAID, Contribution
from discussion.domain.drafting.numbering import Numbers
from discussion.domain.drafting.paragraphs import Paragraph
from discussion.domain.drafting.passages import Passage
from discussion.domain.drafting.profiles import OIC, Profile
from discussion.domain.participants import Participant
from discussion.domain.programme import Discussion, Table, Topic, Workshop
from discussion.domain.synthesis import IN_OUTPUTS, Point, objects
from discussion.domain.translations import Translations


@dataclass(frozen=True)
class Record:
    """Everything an edition is built from, read in one transaction; it holds no more of whose words
    the notes are than may be published."""

    workshop: Workshop
    tables: tuple[Table, ...]
    discussions: tuple[Discussion, ...]
    contributions: tuple[Contribution, ...]
    points: tuple[Point, ...]
    sequence: int  # of the workshop's last event
    head: str  # hex of the log's hash chain at that event
    last_event_at: datetime  # time of that event; the stamp printed on drafts
    attribution: Attribution = Attribution()
    paragraphs: tuple[Paragraph, ...] = ()  # of the declaration; none: it is made of the points
    profile: Profile = OIC
    numbers: Numbers = field(default_factory=dict)  # of paragraphs, as people hold them already
    participants: tuple[Participant, ...] = ()  # nameless unless they agreed to be named
    outcome: str = "declaration"  # of OUTCOMES: what the text is to be
    address: str = ""  # where everybody may read what became of what was said
    language: str = ""  # that the document is built in; "": the workshop's own
    passages: Mapping[tuple[str, str], Passage] = field(default_factory=dict)  # document, slot
    translations: Translations = field(default_factory=dict)  # by id of a text, then language

    @property
    def written_in(self) -> str:
        """The language of the document; its frames are English where there are no others."""
        return self.language or self.workshop.programme.language

    @cached_property
    def accepted(self) -> Mapping[str, Contribution]:
        """Accepted notes by id; no other note may reach an output."""
        return {c.id: c for c in self.contributions if c.status == "accepted"}

    def topic(self, number: int) -> Topic:
        """The topic with that number; raises KeyError when there is none."""
        for topic in self.workshop.programme.topics:
            if topic.number == number:
                return topic
        raise KeyError(number)


@dataclass(frozen=True)
class Decider:
    """Who decided on a note: a moderator or the secretariat, in the words of their sign-in."""

    role: str
    name: str


@dataclass(frozen=True)
class NoteLine:
    """One note with what was decided on it and what became of it; who typed it stays inside."""

    note: Contribution
    topic: Topic | None  # None: said in plenary
    table: str | None  # its name; None in plenary
    typed_at: datetime
    submitted_at: datetime | None
    decision: str | None  # the status the last decision led to; "submitted": it was taken back
    decided_by: Decider | None
    decided_at: datetime | None
    edited_from: str | None  # the words last decided on that are not the note's any more
    points: tuple[Point, ...]  # that it is a source of


@dataclass(frozen=True)
class EveryNote:
    """All notes of a workshop or of one topic, of one moment; never all in memory at once."""

    workshop: Workshop
    topic: Topic | None  # None: every topic and the plenary
    sequence: int  # of the workshop's last event
    head: str  # hex of the log's hash chain at that event
    last_event_at: datetime
    lines: Iterator[NoteLine]  # by topic, table and place on the sheet; to be read once


@dataclass(frozen=True)
class SourceLine:
    """One row of a provenance table: a place in an output and one note it rests on."""

    document: str  # as in DOCUMENTS
    anchor: str  # stable id of the paragraph, bullet or row: OP-12, S05-B2, T1-F03
    place: str  # for people: "Paragraph 12", "Slide 5, bullet 2"
    words: str  # the output's words at that place
    point: str | None
    note: str | None
    note_words: str | None
    table: str | None  # the table's name
    topic: int | None
    origin: str  # "notes", "programme" or "secretariat text"


def points_for_outputs(record: Record, topic: str) -> tuple[Point, ...]:
    """The points of a topic that reach findings, slides and the declaration, in their order.

    The one filter that serves every output, together with ``notes_for_outputs``.
    """
    return _ordered(p for p in record.points if p.topic == topic and p.status in IN_OUTPUTS)


def points_set_aside(record: Record, topic: str) -> tuple[Point, ...]:
    """The points parked or noted only, for the proceedings' section that lists them.

    A point set aside before anybody wrote its statement says nothing and is left out.
    """
    aside = (p for p in record.points if p.topic == topic and p.status in ("parked", "noted_only"))
    return _ordered(p for p in aside if p.statement.strip())


def notes_for_outputs(record: Record, topic: str) -> tuple[Contribution, ...]:
    """The accepted notes of a topic; parked, out of scope and withdrawn ones reach no output."""
    return tuple(c for c in record.accepted.values() if c.topic == topic)


def notes_behind(record: Record, point: Point) -> tuple[Contribution, ...]:
    """The accepted notes a point is based on, in the order they were added, without repeats."""
    ids = dict.fromkeys(point.sources)
    return tuple(record.accepted[i] for i in ids if i in record.accepted)


def tables_discussing(record: Record, topic: str) -> int:
    """How many tables have a submitted (or since decided) note on the topic."""
    return len(
        {c.table for c in record.contributions if c.topic == topic and c.status not in UNSAID}
        - {None}
    )


def tables_raising(record: Record, point: Point) -> tuple[str, ...]:
    """Ids of the tables whose accepted notes say what the point says, without repeats.

    A dissent among a point's sources stands beside its strength and is none of it.
    """
    said = (n for n in notes_behind(record, point) if not objects(point.kind, n.kind))
    tables = (note.table for note in said)
    return tuple(dict.fromkeys(t for t in tables if t is not None))


def _ordered(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda p: (p.position.encode(), p.id)))
