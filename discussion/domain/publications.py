"""What leaves the house: documents, their editions, and the Record every edition is built from."""

from dataclasses import dataclass
from datetime import datetime

from discussion.domain.contributions import Contribution
from discussion.domain.programme import Discussion, Table, Topic, Workshop
from discussion.domain.synthesis import IN_OUTPUTS, Point


@dataclass(frozen=True)
class Record:
    """Everything an edition is built from, read in one transaction."""

    workshop: Workshop
    tables: tuple[Table, ...]
    discussions: tuple[Discussion, ...]
    contributions: tuple[Contribution, ...]
    points: tuple[Point, ...]
    sequence: int  # of the workshop's last event
    head: str  # hex of the log's hash chain at that event
    last_event_at: datetime  # time of that event; the stamp printed on drafts

    def topic(self, number: int) -> Topic:
        """The topic with that number; raises KeyError when there is none."""
        for topic in self.workshop.programme.topics:
            if topic.number == number:
                return topic
        raise KeyError(number)


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
    """The points parked or noted only, for the proceedings' section that lists them."""
    return _ordered(
        p for p in record.points if p.topic == topic and p.status in ("parked", "noted_only")
    )


def notes_for_outputs(record: Record, topic: str) -> tuple[Contribution, ...]:
    """The accepted notes of a topic; parked, out of scope and withdrawn ones reach no output."""
    return tuple(c for c in record.contributions if c.topic == topic and c.status == "accepted")


def tables_discussing(record: Record, topic: str) -> int:
    """How many tables have a submitted (or since decided) note on the topic."""
    silent = ("writing", "withdrawn")
    return len(
        {c.table for c in record.contributions if c.topic == topic and c.status not in silent}
        - {None}
    )


def tables_raising(record: Record, point: Point) -> tuple[str, ...]:
    """Ids of the tables whose accepted notes the point is based on, without repeats."""
    accepted = {c.id: c for c in record.contributions if c.status == "accepted"}
    tables = (accepted[s].table for s in point.sources if s in accepted)
    return tuple(dict.fromkeys(t for t in tables if t is not None))


def _ordered(points: object) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda p: (p.position.encode(), p.id)))  # type: ignore[call-overload]
