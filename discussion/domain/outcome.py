"""What became of what tables said: counts, decisions in words, and who may read them."""

from dataclasses import dataclass
from datetime import datetime

from discussion.domain.contributions import REASONS, UNSAID
from discussion.domain.languages import language_of
from discussion.domain.programme import Table, Topic, Workshop
from discussion.domain.synthesis import IN_OUTPUTS

READERS: dict[str, str] = {
    "tables": "Each table its own page, with its card or code",
    "everybody": "Everybody who has the address, without signing in",
}
"""Who may read the tables' pages, as the secretariat chooses; the first is the default."""

SET_ASIDE = frozenset({"parked", "out_of_scope"})

DECISIONS: dict[str, str] = {
    "writing": "Still being written",
    "unread": "Not read yet",
    "answered": "Answered, and not read again yet",
    "again": "Taken up again, and not decided yet",
    "since_accepted": "Changed since it was accepted, and not read again yet",
    "since_returned": "Changed since it was returned with a question, and not read again yet",
    "since_parked": "Changed since it was parked, and not read again yet",
    "since_out_of_scope": "Changed since it was found out of scope, and not read again yet",
    "accepted": "Accepted",
    "alone": "Accepted; it stands in no point yet",
    "returned": "Returned with a question",
    "parked": "Parked",
    "out_of_scope": "Out of scope",
    "withdrawn": "Withdrawn by the table",
}
"""What was decided on a note, plainly so where nothing is decided yet."""

AHEAD: dict[str, str] = {
    "proposed": "Not confirmed yet: documents take it up once it is.",
    "aside": "Set aside: the proceedings list it among such points, other documents do not.",
    "reworded": "Its words have changed since; the next edition will show them.",
    "took_others": "Other points were merged into it; earlier documents show them as they were.",
    "joined_later": "This note joined the point after the newest documents were built.",
    "nowhere": "In no document yet: the next ones built take it up.",
}
"""What is still to come for a point."""

KEPT_BACK: dict[str, str] = {
    "writing": "Its words are not handed in yet.",
    "withdrawn": "Its words stay with the table.",
    "named_person": "Its words stay with the table, since they name somebody.",
}
"""Why strangers are not shown the words of a note."""

_OTHERS = {
    "unread": "not read yet",
    "returned": "waiting for the table's answer",
    "accepted": "accepted, in no point yet",
    "parked": "parked",
    "out_of_scope": "out of scope",
}


@dataclass(frozen=True)
class Place:
    """Where a point stands in the newest edition of one document."""

    document: str  # as in publications.DOCUMENTS, with -N for topic N
    label: str  # of the edition: ZERO, REV.1, ...
    sequence: int  # of the last event the edition knows
    where: str  # for people: "Paragraph 12", "Slide 5, bullet 2"
    words: str  # the edition's words there
    version: int  # of the point's statement that they were made from

    @property
    def spot(self) -> str:
        """``paragraph 12``: where it is, inside a sentence."""
        return self.where[:1].lower() + self.where[1:]


@dataclass(frozen=True)
class Standing:
    """A point that an accepted note stands in."""

    id: str
    statement: str
    version: int
    status: str
    added: int  # number of the event by which the note joined the point
    places: tuple[Place, ...]
    took_others: bool = False  # other points were merged into it

    @property
    def reached(self) -> tuple[Place, ...]:
        """The places that were built with this note among the point's sources."""
        return tuple(p for p in self.places if p.sequence >= self.added)

    @property
    def joined_later(self) -> bool:
        """Whether a document took the point up before this note was one of its sources."""
        return any(p.sequence < self.added for p in self.places)

    @property
    def reworded(self) -> bool:
        """Whether the statement has changed since a document took it up."""
        return any(p.version != self.version for p in self.reached)

    def in_own_words(self, place: Place) -> bool:
        """Whether a document says there what the point says, but for the mark at its end."""
        return place.words.rstrip(" ;.") == self.statement.strip().rstrip(" ;.")

    @property
    def ahead(self) -> str | None:
        """What is still to come for the point, in words; None when it stands as documents say."""
        return AHEAD.get(self.coming or "")

    @property
    def coming(self) -> str | None:
        """The same as a key of ``AHEAD``."""
        if self.status == "proposed":
            return "proposed"
        if self.status not in IN_OUTPUTS:
            return "aside"
        if self.reworded:
            return "reworded"
        if self.reached:
            return None
        if self.took_others:
            return "took_others"
        return "joined_later" if self.joined_later else "nowhere"

    @property
    def language(self) -> str:
        """The statement's language, as far as its letters tell."""
        return language_of(self.statement)


@dataclass(frozen=True)
class Note:
    """A note with what became of it."""

    id: str
    topic: str
    text: str
    kind: str
    subtopic: str | None
    countries: tuple[str, ...]
    status: str
    question: str | None
    answer: str | None
    reason: str | None  # code out of REASONS
    remark: str | None
    late: bool
    read_back: bool
    decided_status: str | None
    decided_at: datetime | None
    standings: tuple[Standing, ...] = ()
    agreed: bool = False  # the delegate, to be named with it
    said_by: str | None = None

    @property
    def language(self) -> str:
        """The words' language, as far as their letters tell."""
        return language_of(self.text)

    @property
    def decision(self) -> str:
        """What was decided, in words; plainly so where nothing is decided yet."""
        return DECISIONS[self.verdict]

    @property
    def verdict(self) -> str:
        """The same as a key of ``DECISIONS``."""
        if self.status == "submitted":
            return self._undecided()
        if self.status == "accepted" and not self.standings:
            return "alone"
        return self.status

    @property
    def decided(self) -> bool:
        """Whether the last decision still holds."""
        return self.decided_at is not None and self.status == self.decided_status != "submitted"

    @property
    def why(self) -> str | None:
        """The agreed reason a note was set aside for."""
        return REASONS.get(self.reason or "") if self.status in SET_ASIDE else None

    @property
    def own_words_of_moderator(self) -> str | None:
        """What the moderator added to the reason."""
        return self.remark if self.status in SET_ASIDE else None

    @property
    def kept_back(self) -> str | None:
        """Why strangers are not shown the words; None when they are."""
        return KEPT_BACK.get(self.silence or "")

    @property
    def silence(self) -> str | None:
        """The same as a key of ``KEPT_BACK``."""
        if self.status in ("writing", "withdrawn"):
            return self.status
        named = self.status in SET_ASIDE and self.reason == "named_person"
        return "named_person" if named else None

    def _undecided(self) -> str:
        if self.answer is not None:
            return "answered"
        if self.decided_status is None:
            return "unread"
        return "again" if self.decided_status == "submitted" else f"since_{self.decided_status}"


@dataclass(frozen=True)
class Count:
    """How a table's notes on a topic stand, in numbers."""

    said: int = 0  # notes handed in and not taken back
    standing: int = 0  # accepted notes that stand in at least one point
    points: int = 0  # different points they stand in
    accepted: int = 0
    unread: int = 0  # waiting for a moderator
    returned: int = 0  # waiting for the table
    parked: int = 0
    out_of_scope: int = 0
    late: int = 0

    @property
    def sentence(self) -> str:
        """``12 of 14 notes stand in 5 points.``"""
        if not self.said:
            return "No notes."
        if not self.standing:
            return f"{counted(self.said, 'note')}, none of them in a point yet."
        stand = "stands" if self.standing == 1 else "stand"
        points = counted(self.points, "point")
        return f"{self.standing} of {counted(self.said, 'note')} {stand} in {points}."

    @property
    def rest(self) -> str:
        """What became of the others: ``2 not read yet, 1 parked``; "" when there are none."""
        return ", ".join(f"{number} {_OTHERS[what]}" for what, number in self.others)

    @property
    def others(self) -> tuple[tuple[str, int], ...]:
        """The same as numbers, with keys to be worded by; none of them is zero."""
        every = (
            ("unread", self.unread),
            ("returned", self.returned),
            ("accepted", self.accepted - self.standing),
            ("parked", self.parked),
            ("out_of_scope", self.out_of_scope),
        )
        return tuple((what, number) for what, number in every if number)


@dataclass(frozen=True)
class OnTopic:
    """A table's notes on one topic."""

    topic: Topic
    count: Count
    notes: tuple[Note, ...]
    own: bool  # read by the table or who works with its notes; a stranger is not shown all words


@dataclass(frozen=True)
class TablePage:
    """What became of one table's notes."""

    workshop: Workshop
    table: Table
    topics: tuple[OnTopic, ...]
    read_at: datetime


def count_of(notes: tuple[Note, ...]) -> Count:
    """The numbers of some notes."""
    said = [note for note in notes if note.status not in UNSAID]
    return Count(
        said=len(said),
        standing=sum(bool(note.standings) for note in said),
        points=len({s.id for note in said for s in note.standings}),
        accepted=_with(said, "accepted"),
        unread=_with(said, "submitted"),
        returned=_with(said, "returned"),
        parked=_with(said, "parked"),
        out_of_scope=_with(said, "out_of_scope"),
        late=sum(note.late for note in said),
    )


def counted(number: int, thing: str) -> str:
    """``1 note``, ``2 notes``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _with(notes: list[Note], status: str) -> int:
    return sum(note.status == status for note in notes)
