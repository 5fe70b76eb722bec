"""What a rehearsal is made of, as values; it must not know where the words come from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """One idea as a rapporteur types it; ``topic`` and ``subtopic`` are the programme's numbers."""

    key: str
    topic: int
    subtopic: int | None
    kind: str  # one of KINDS
    text: str
    countries: tuple[str, ...]  # ISO 3166-1 alpha-2
    language: str  # ISO 639-1
    twin: str | None  # notes with one twin key say the same idea, or nearly so


@dataclass(frozen=True)
class Deal:
    """A note put into the hands of one rapporteur; ``note.key`` is unique in the script."""

    table: int  # from 1
    rapporteur: int  # from 1, at that table
    base: str  # key of the note it was made from; tables share a base, not a note
    note: Note


@dataclass(frozen=True)
class Verdict:
    """What the moderator decides about a dealt note.

    ``decision`` and ``then`` are moves of the CONTRIBUTION life-cycle. A note sent back with a
    question has no ``answer`` when its table never answers, and stays returned; after an answer
    ``then`` is the second decision. Whichever decision comes last, a ``reason`` goes with it
    when it is against the note, and a ``point`` when it is for it.
    """

    note: str  # key of the dealt note
    decision: str  # "accept", "return", "park" or "rule_out"
    point: str | None = None  # key of the one point the note goes into
    reason: str | None = None  # code out of REASONS
    remark: str | None = None  # the moderator's own words beside the reason
    question: str | None = None
    answer: str | None = None
    then: str | None = None  # "accept", "park" or None

    @property
    def outcome(self) -> str:
        """The state the note ends in, out of the CONTRIBUTION life-cycle's states."""
        return {
            "accept": "accepted",
            "return": "returned",
            "park": "parked",
            "rule_out": "out_of_scope",
        }[self.then or self.decision]


@dataclass(frozen=True)
class PlannedPoint:
    """A point the moderators arrive at; its statement has no final full stop."""

    key: str
    topic: int
    subtopic: int | None
    kind: str
    statement: str
    language: str
    status: str  # "confirmed" or "noted_only"
    sources: tuple[str, ...]  # keys of dealt notes


@dataclass(frozen=True)
class ReadBack:
    """The notes a table confirms as its top ones before a discussion ends."""

    table: int
    topic: int
    notes: tuple[str, ...]  # keys of dealt notes


@dataclass(frozen=True)
class Script:
    """A whole workshop's words: who types what, what becomes of it, what is arrived at."""

    deals: tuple[Deal, ...]  # by topic, then by table, then in typing order
    verdicts: tuple[Verdict, ...]  # one for each deal, in the same order
    points: tuple[PlannedPoint, ...]
    read_backs: tuple[ReadBack, ...]

    def sheet(self, table: int, topic: int) -> tuple[Deal, ...]:
        """What one table types on one topic, in typing order."""
        return tuple(d for d in self.deals if d.table == table and d.note.topic == topic)

    def points_of(self, topic: int) -> tuple[PlannedPoint, ...]:
        """The points of a topic, in the order a moderator would list them."""
        return tuple(p for p in self.points if p.topic == topic)
