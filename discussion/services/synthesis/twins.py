"""What says nearly the same as a note, among the notes and points of its topic; decides nothing.

A topic's words are read once and kept up to date from the log. It must not know who asks, nor how
long it may take: whoever uses it lets it work beside everything else.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from discussion.domain.attribution import kept_from_boards
from discussion.domain.likeness import Twin, Twins
from discussion.services.views import State
from discussion.storage import log, programme
from discussion.storage.database import Database, Transaction
from discussion.storage.synthesis.twins import (
    Words,
    newest_words,
    words_of_notes,
    words_of_points,
)

NOTES_OF_A_TOPIC = 25_000  # the newest, twice the largest topic
CHANGED_AT_ONCE = 2_000  # notes; of more all are read again
POINTS_TOLD = 4
NOTES_TOLD = 12  # some of them perhaps of the same table, which stand last
FOLDED = 5_000  # notes

Pause = Callable[[], None]


@dataclass
class Topic:
    """The words of one topic, as far as its workshop's log was read."""

    workshop: str
    id: str
    number: int = -1  # of the log; nothing is read yet
    named: bool = True  # whether boards may know which countries were chosen beside a note
    notes: Twins = field(default_factory=Twins)
    points: Twins = field(default_factory=Twins)

    def __len__(self) -> int:
        return len(self.notes) + len(self.points)


def renew(database: Database, topic: Topic, pause: Pause) -> None:
    """Reads what was said, changed or withdrawn since; ``pause`` is called between two texts."""
    with database.reading() as transaction:
        number = programme.log_position(transaction, topic.workshop)[0]
        if number == topic.number:
            return
        named = "countries" not in kept_from_boards(programme.policy_on(transaction, topic.id))
        if named != topic.named:
            topic.number = -1  # what was read says more, or less, than may be told now
        gone, words = _changed(transaction, topic)
        points = words_of_points(transaction, topic.id)
    for id in gone:
        topic.notes.drop(id)
    topic.named = named
    _put(topic.notes, words if named else [replace(note, countries=()) for note in words], pause)
    for id in topic.points.ids() - {point.id for point in points}:
        topic.points.drop(id)
    _put(topic.points, points, pause)
    topic.number = number


def twins_of(topic: Topic, note: str) -> State:
    """The points and notes that say nearly the same as a note, the best first.

    ``known`` is false of a note that nobody has said yet: it is still being written.
    """
    if note not in topic.notes:
        return {"known": False, "points": [], "notes": []}
    points = topic.points.like(*topic.notes.words(note), limit=POINTS_TOLD)
    notes = topic.notes.of(note, NOTES_TOLD)
    return {
        "known": True,
        "points": [_told(twin) for twin in points],
        "notes": [_told(twin) for twin in notes],
    }


def folds(topic: Topic, known: int | None = None) -> State:
    """Notes that say the same, two or more in a group, and a mark of them all.

    Only the mark where it is the ``known`` one: whoever has it knows the groups.
    """
    groups = topic.notes.same()
    mark = hash(groups) % 2**52
    if mark == known:
        return {"mark": mark}
    told: list[list[str]] = []
    left = FOLDED
    for group in groups:
        left -= len(group)
        if left < 0:
            break
        told.append(list(group))
    return {"mark": mark, "groups": told}


def _changed(transaction: Transaction, topic: Topic) -> tuple[frozenset[str], list[Words]]:
    """Notes that are said no more, and the words of those that are, or say something else now."""
    if topic.number >= 0:
        ids = log.notes_since(
            transaction, topic.workshop, topic.number, topic.id, limit=CHANGED_AT_ONCE + 1
        )
        if len(ids) <= CHANGED_AT_ONCE:
            words = words_of_notes(transaction, topic.id, ids)
            return frozenset(ids) - {note.id for note in words}, words
    words = newest_words(transaction, topic.id, limit=NOTES_OF_A_TOPIC)
    return topic.notes.ids() - {note.id for note in words}, words


def _put(into: Twins, words: list[Words], pause: Pause) -> None:
    for each in words:
        if each.text.strip():
            into.put(each.id, each.text, each.countries)
        else:
            into.drop(each.id)
        pause()


def _told(twin: Twin) -> State:
    """A twin as a screen shows it; its text is shown as it is at the board."""
    return {
        "id": twin.id,
        "score": twin.score,
        "turned": twin.turned,
        "alters": [[a.kind, list(a.before), list(a.after)] for a in twin.alters],
        "words": [[piece.sort, piece.text] for piece in twin.words],
    }
