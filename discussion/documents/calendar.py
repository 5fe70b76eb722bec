"""Sessions for people's calendars; it must not know file formats or workshops."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Session:
    """One entry of a calendar."""

    uid: str  # the same each time it is written, of no other session anywhere
    starts: datetime  # aware
    ends: datetime  # aware, later
    title: str
    words: str  # what is said in it and by whom; lines
    place: str
    tentative: bool  # whether it may still change


@dataclass(frozen=True)
class Calendar:
    """All sessions of one event."""

    name: str
    zone: str  # IANA name of the time zone of the place
    made: datetime  # the moment it tells of; aware
    sessions: tuple[Session, ...]
