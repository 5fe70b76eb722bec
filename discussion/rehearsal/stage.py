"""The script set on a server's workshop: which id stands for which note, point and sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from discussion.live.positions import spread
from discussion.rehearsal.corpus import Deal, PlannedPoint, Script, Verdict
from discussion.rehearsal.texts import new_id

SHARED_LENGTH = 40  # code points; a shorter note is typed before a second person sees it


@dataclass(frozen=True)
class TopicPlace:
    """A topic as the server knows it."""

    id: str
    number: int
    subtopics: Mapping[int, str]  # id by number
    sheets: Mapping[int, str]  # id by table number
    discussions: tuple[str, ...]  # ids


@dataclass(frozen=True)
class Stage:
    """The script with ids for everything in it. All ids of notes and points are made here."""

    script: Script
    rapporteurs: int  # at each table
    topics: Mapping[int, TopicPlace]  # by number
    notes: Mapping[str, str]  # id by key
    points: Mapping[str, str]  # id by key
    positions: Mapping[str, str]  # by key of notes and points
    verdicts: Mapping[str, Verdict]  # by key of notes
    deals: Mapping[str, Deal] = field(default_factory=dict)  # by id of the note

    def own(self, table: int, rapporteur: int, topic: int) -> tuple[Deal, ...]:
        """What one rapporteur types on one topic; a note typed with somebody comes first."""
        shared = self.shared(table, topic)
        mine = [d for d in self.script.sheet(table, topic) if d.rapporteur == rapporteur]
        return tuple(sorted(mine, key=lambda deal: deal is not shared))

    def shared(self, table: int, topic: int) -> Deal | None:
        """The note of a sheet that two rapporteurs type at once; None with one rapporteur."""
        if self.rapporteurs < 2:
            return None
        deals = self.script.sheet(table, topic)
        long = (deal for deal in deals if len(deal.note.text) >= SHARED_LENGTH)
        return next(long, None)

    def second_hand(self, deal: Deal) -> int:
        """Who types the beginning of a shared note, while its own rapporteur types the rest."""
        return deal.rapporteur % self.rapporteurs + 1

    def read_back(self, table: int, topic: int) -> tuple[str, ...]:
        """Keys of the notes a table confirms."""
        reads = self.script.read_backs
        return next((r.notes for r in reads if (r.table, r.topic) == (table, topic)), ())

    def subtopic(self, topic: int, number: int | None) -> str | None:
        """The id of a subtopic."""
        return None if number is None else self.topics[topic].subtopics.get(number)

    def points_of(self, topic: int) -> tuple[PlannedPoint, ...]:
        """The points of a topic in their order."""
        return self.script.points_of(topic)


def stage_for(script: Script, rapporteurs: int, topics: Mapping[int, TopicPlace]) -> Stage:
    """The script set on a workshop."""
    notes = {deal.note.key: new_id() for deal in script.deals}
    return Stage(
        script=script,
        rapporteurs=rapporteurs,
        topics=topics,
        notes=notes,
        points={point.key: new_id() for point in script.points},
        positions=_positions(script, topics),
        verdicts={verdict.note: verdict for verdict in script.verdicts},
        deals={notes[deal.note.key]: deal for deal in script.deals},
    )


def _positions(script: Script, topics: Mapping[int, TopicPlace]) -> dict[str, str]:
    positions: dict[str, str] = {}
    tables = sorted({deal.table for deal in script.deals})
    for topic in topics:
        rows: list[list[Any]] = [[p.key for p in script.points_of(topic)]]
        rows += [[d.note.key for d in script.sheet(table, topic)] for table in tables]
        for keys in rows:
            positions.update(zip(keys, spread(len(keys)), strict=True) if keys else ())
    return positions


def halves(text: str) -> tuple[str, str]:
    """A text cut before a word near its middle; both parts together are the text."""
    middle = text.find(" ", len(text) // 2)
    middle = len(text) // 2 if middle < 0 else middle
    return text[:middle], text[middle:]
