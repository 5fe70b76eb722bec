"""What each screen listens to: its fresh state, and what events mean to it.

A live frame and a catch-up pass through the same projection; rows of the log never go out raw.
Entries of an immediate channel are either a change of a text or the whole new state of an item.
Coalesced channels (a board, a room screen) are only told that they are out of date; whoever
paces them reads the new states when it is time.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from discussion.domain.people import Actor
from discussion.errors import NotFound
from discussion.live.drafting_shapes import DRAFTING
from discussion.live.translation_shapes import TRANSLATING
from discussion.services import views
from discussion.services.drafting.views import drafting_changes, drafting_state
from discussion.services.priorities import board_marks
from discussion.services.programme.attribution import may_open_sheet
from discussion.services.synthesis.room import room_state, steering
from discussion.services.translations.sources import may_read
from discussion.services.translations.views import translation_changes, translations_state
from discussion.services.work import allow
from discussion.storage import contributions, log, programme, synthesis
from discussion.storage.database import Transaction
from discussion.storage.log import Event

Entry = dict[str, Any]

CATCH_UP_LIMIT = 2_000  # events; further behind, a screen starts afresh
CAUGHT_UP = ("board", "sheet", "points", "workshop", "drafting", "translations")
BOARD_CATCH_UP = 20_000  # events of the whole workshop looked through for a board
POLICY = "set_attribution"  # after it boards begin afresh: other notes may name countries
OF = "of"  # in what is kept of an edit of a translation: the text it is of
ALL_TABLES = "tables"  # stands among the ids of what changed when more than words did


@dataclass(frozen=True)
class Entries:
    """What a batch means to channels.

    ``immediate``: entries by channel, in order. ``dirty``: by coalesced channel, the ids of the
    items that changed.
    """

    immediate: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    dirty: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def followed_by(self, later: "Entries") -> "Entries":
        """Both, in order."""
        immediate = dict(self.immediate)
        for channel, entries in later.immediate.items():
            immediate[channel] = immediate.get(channel, ()) + entries
        dirty = dict(self.dirty)
        for channel, ids in later.dirty.items():
            dirty[channel] = dirty.get(channel, frozenset()) | ids
        return Entries(immediate, dirty)


def entries_of(transaction: Transaction, workshop: str, events: Sequence[Event]) -> Entries:
    """What events just written mean to every channel they touch."""
    touched: defaultdict[str, list[Event]] = defaultdict(list)
    dirty: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        for channel in _immediate(workshop, event):
            touched[channel].append(event)
        for channel in _coalesced(event):
            dirty[channel] |= {event.subject} if _is_typing(event) else {event.subject, ALL_TABLES}
    return Entries(
        {
            channel: _project(transaction, channel, happened)
            for channel, happened in touched.items()
        },
        {channel: frozenset(ids) for channel, ids in dirty.items()},
    )


def may_join(transaction: Transaction, actor: Actor, channel: str) -> None:
    """Asks whether an actor may listen to a channel; raises ``NotFound`` when not."""
    kind, _, subject = channel.partition(":")
    match kind:
        case "workshop":
            allow(actor, "see_programme", subject)
        case "sheet":
            sheet = programme.find_sheet(transaction, sheet=subject)
            if sheet is None:
                raise NotFound
            allow(actor, "see_sheet", sheet.workshop, table=sheet.table, topic=sheet.topic)
            if not may_open_sheet(transaction, actor, sheet):
                raise NotFound
        case "board" | "points" | "room":
            workshop = programme.topic_workshop(transaction, subject)
            if workshop is None:
                raise NotFound
            action = "see_room_screen" if kind == "room" else "see_board"
            allow(actor, action, workshop, topic=subject)
        case "drafting":
            allow(actor, "see_drafting", subject)
        case "translations":
            allow(actor, "see_translations", subject)
        case "watch":
            _may_watch(transaction, actor, subject)
        case _:
            raise NotFound


def position(transaction: Transaction, workshop: str) -> int:
    """The number of the last event of a workshop."""
    return programme.log_position(transaction, workshop)[0]


def fresh(
    transaction: Transaction, workshop: str, channel: str, first: int | None = None
) -> tuple[int, Entry]:
    """A channel's whole state and the number it stands at; one read transaction.

    ``first``: how many notes a board begins with; ``page`` has the rest.
    """
    kind, _, subject = channel.partition(":")
    number = position(transaction, workshop)
    match kind:
        case "workshop":
            return number, views.workshop_state(transaction, workshop)
        case "sheet":
            return number, views.sheet_state(transaction, subject)
        case "board":
            state = views.board_state(transaction, subject, first or views.EVERY_NOTE)
            return number, {**state, **_beside_notes(transaction, workshop, subject)}
        case "points":
            return number, views.points_state(transaction, subject)
        case "drafting":
            return number, drafting_state(transaction, subject)
        case "translations":
            return number, translations_state(transaction, subject)
        case _:
            return number, room_state(transaction, workshop, subject)


def page(transaction: Transaction, channel: str, before: str, limit: int) -> Entry:
    """So many notes of a board that were made before one of them, newest first."""
    kind, _, subject = channel.partition(":")
    if kind != "board":
        raise NotFound
    return views.board_page(transaction, subject, before=before, limit=limit)


def catch_up(
    transaction: Transaction, workshop: str, channel: str, since: int
) -> tuple[int, tuple[Entry, ...]] | None:
    """The entries after ``since`` and the number they reach; None when a fresh state is due."""
    kind, _, subject = channel.partition(":")
    number = programme.log_position(transaction, workshop)[0]
    if kind not in CAUGHT_UP or since > number:
        return None
    if kind == "board":
        return _board_since(transaction, workshop, subject, since, number)
    events = log.since(
        transaction,
        workshop,
        since,
        sheet=subject if kind == "sheet" else None,
        topic=subject if kind == "points" else None,
        limit=CATCH_UP_LIMIT + 1,
    )
    if len(events) > CATCH_UP_LIMIT:
        return None
    mine = [event for event in events if channel in _immediate(workshop, event)]
    return number, _project(transaction, channel, mine)


def _board_since(
    transaction: Transaction, workshop: str, topic: str, since: int, number: int
) -> tuple[int, tuple[Entry, ...]] | None:
    """What changed on a board in one entry: half a minute without Wi-Fi is no new 5 MB."""
    if number - since > BOARD_CATCH_UP or log.happened(transaction, workshop, since, POLICY):
        return None
    limit = CATCH_UP_LIMIT + 1
    ids = log.notes_since(transaction, workshop, since, topic, limit=limit)
    if len(ids) == limit:
        return None
    changes = views.board_changes(transaction, topic, frozenset(ids), tables=True)
    return number, ({**changes, **_beside_notes(transaction, workshop, topic)},)


def text_changes(
    transaction: Transaction, actor: Actor, text: str, since: int
) -> tuple[Entry, ...]:
    """The changes of one text after a version; raises ``NotFound`` unless the actor may see it."""
    note = contributions.find_note(transaction, text)
    if note is not None:
        said = note.contribution
        allow(actor, "see_sheet", note.workshop, table=said.table, topic=said.topic)
    else:
        may_read(transaction, actor, text)
    return tuple(_change(event) for event in log.edits_since(transaction, text, since))


def coalesced(transaction: Transaction, workshop: str, channel: str, ids: frozenset[str]) -> Entry:
    """The present state of what changed on a board, or of a whole room screen."""
    kind, _, subject = channel.partition(":")
    if kind == "room":
        return {"room": room_state(transaction, workshop, subject)}
    more = ALL_TABLES in ids
    changes = views.board_changes(transaction, subject, ids - {ALL_TABLES}, tables=more)
    return {**changes, **_beside_notes(transaction, workshop, subject)} if more else changes


def _beside_notes(transaction: Transaction, workshop: str, topic: str) -> Entry:
    """What a board is told of its topic beside notes and tables: the room screen, and marks."""
    marks = board_marks(transaction, topic)
    return {"room": steering(transaction, workshop, topic), "marks": marks}


def _may_watch(transaction: Transaction, actor: Actor, subject: str) -> None:
    """All tables of one topic, or of the whole workshop for whoever is bound to no topic."""
    workshop = programme.topic_workshop(transaction, subject)
    if workshop is None and actor.topic is not None:
        raise NotFound
    allow(actor, "see_watch", workshop or subject, topic=subject if workshop else None)


def _immediate(workshop: str, event: Event) -> tuple[str, ...]:
    if event.sheet is not None:
        return (f"sheet:{event.sheet}",)
    if event.topic is not None:
        return (f"points:{event.topic}",)
    if event.kind in TRANSLATING or _is_translating(event):
        return (f"translations:{workshop}",)
    if event.kind in DRAFTING or event.kind == "edit_text":
        return (f"drafting:{workshop}",)
    return (f"workshop:{workshop}",)


def _coalesced(event: Event) -> tuple[str, ...]:
    if event.kind == POLICY:
        return tuple(f"{on}:{topic}" for topic in event.facts["topics"] for on in ("board", "room"))
    if event.topic is None:
        return ()
    if event.sheet is not None and _is_typing(event):
        return (f"board:{event.topic}",)  # a room screen shows how many notes, not their words
    return (f"board:{event.topic}", f"room:{event.topic}")


def _project(transaction: Transaction, channel: str, events: Sequence[Event]) -> tuple[Entry, ...]:
    changes = tuple(_change(event) for event in events if event.kind == "edit_text")
    moved = dict.fromkeys(
        item for event in events if not _is_typing(event) for item in _touched(event)
    )
    return changes + _items(transaction, channel, tuple(moved))


def _touched(event: Event) -> tuple[str, ...]:
    """What an event changed: its subject, and the other points of a merge, a split and so on."""
    return (event.subject, *event.facts.get("points", ()))


def _is_typing(event: Event) -> bool:
    """Whether nothing but words changed."""
    return event.kind == "edit_text" and event.facts.keys() <= {"change", "typed_by", OF}


def _is_translating(event: Event) -> bool:
    """Whether somebody typed in a translation: only such an edit says what it is of."""
    return event.kind == "edit_text" and OF in event.facts


def _change(event: Event) -> Entry:
    return {
        "text": event.subject,
        "version": event.version,
        "change": event.facts.get("change"),
        "command": event.command,
    }


def _items(transaction: Transaction, channel: str, ids: tuple[str, ...]) -> tuple[Entry, ...]:
    if not ids:
        return ()
    kind, _, subject = channel.partition(":")
    match kind:
        case "sheet":
            notes = contributions.notes_by_id(transaction, ids)
            entries = tuple({"note": views.note_state(note)} for note in notes)
            whole = subject in ids
            return (
                (*entries, {"sheet": views.sheet_facts(transaction, subject)}) if whole else entries
            )
        case "points":
            found = synthesis.points_of_topic(transaction, subject)
            return tuple({"point": views.point_state(p)} for p in found if p.id in ids)
        case "drafting":
            return drafting_changes(transaction, frozenset(ids))
        case "translations":
            return translation_changes(transaction, frozenset(ids))
        case _:
            return tuple(views.workshop_changes(transaction, subject, frozenset(ids)))
