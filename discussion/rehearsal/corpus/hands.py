"""Notes with their fates, gathered in the hands of tables; it knows no programme and no words."""

from dataclasses import dataclass

from discussion.rehearsal.corpus.values import Note, Verdict


@dataclass(frozen=True)
class Card:
    """A note with its fate, ready to be dealt; the verdict's note key is filled in on dealing."""

    note: Note
    fate: Verdict
    once: bool  # dealt to one table at the most


@dataclass(frozen=True)
class Hand:
    """What one table has been dealt on one topic."""

    table: int
    quota: int
    cards: list[Card]

    @property
    def open(self) -> bool:
        """Whether the table takes another note."""
        return len(self.cards) < self.quota


def point_key(topic: int, number: int) -> str:
    """The key of a topic's point, by which verdicts name it."""
    return f"{topic}.{number:02}"


def said_elsewhere(note: Note) -> Card:
    """A note in which a table repeats itself."""
    return Card(note, Verdict(note="", decision="park", reason="said_elsewhere"), once=True)
