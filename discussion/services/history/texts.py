"""Every version of one text, for whoever may see it: who wrote when, and what it said then.

A text is a note, a point's statement, a paragraph of the declaration, a passage of another
document or a translation of one of these; whatever else becomes one has its home told here.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from discussion.domain.drafting.paragraphs import Paragraph
from discussion.domain.drafting.passages import Passage
from discussion.domain.people import Actor, Subject, may, may_write
from discussion.domain.synthesis import GONE, WORDS_STAND, Point
from discussion.errors import NotFound
from discussion.live.changes import apply
from discussion.services.history.sittings import Sitting, sittings
from discussion.services.history.voices import Voices
from discussion.services.programme.attribution import may_open_sheet
from discussion.services.translations.sources import source_of
from discussion.services.work import allow
from discussion.storage import (
    contributions,
    drafting,
    log,
    programme,
    synthesis,
    translations,
)
from discussion.storage.database import Transaction
from discussion.storage.log import Event

State = dict[str, Any]

_FIRST_WORDS = {
    "add_point": "statement",
    "add_paragraph": "words",
    "begin_passage": "made",
    "add_translation": "words",
}
"""What the words a text is begun with are called, by what begins it."""


@dataclass(frozen=True)
class Home:
    """Where a text stands, and what its reader may do with it."""

    text: str
    of: str  # note | point | paragraph | passage | translation
    workshop: str
    words: str
    version: int
    channel: str | None  # that brings its changes; None where the reader may not open its sheet
    restores: bool  # whether the reader may bring former words back
    sheet: str | None = None  # of a note, if the reader may open it
    table: str | None = None
    topic: str | None = None
    document: str | None = None  # of a paragraph or passage, its document's key
    source: str | None = None  # of a translation, the text it is of
    language: str | None = None  # and the language it is in


def home_of(transaction: Transaction, actor: Actor, text: str) -> Home:
    """Where a text stands; raises ``NotFound`` unless the actor may see all its words."""
    note = contributions.find_note(transaction, text)
    if note is not None:
        said = note.contribution
        place = {"table": said.table, "topic": said.topic}
        allow(actor, "see_sheet", note.workshop, **place)
        edits = may(actor, "edit_note", Subject(note.workshop, **place))
        own = actor.table is not None and actor.table == said.table
        held = programme.find_sheet(transaction, sheet=said.sheet)
        opens = held is not None and may_open_sheet(transaction, actor, held)
        return Home(
            text=text,
            of="note",
            workshop=note.workshop,
            words=said.text,
            version=said.version,
            channel=f"sheet:{said.sheet}" if opens else None,
            restores=edits and own and said.status != "withdrawn",
            sheet=said.sheet if opens else None,
            **place,
        )
    found = synthesis.find_point(transaction, text)
    if found is not None:
        return _home_of_point(actor, *found)
    return _home_of_drafted(transaction, actor, text)


def history_of(transaction: Transaction, actor: Actor, text: str) -> State:
    """A text's sittings, oldest first, each with all it changed as one change.

    ``first`` are the words of version 0, on which the first change was made.
    """
    home = home_of(transaction, actor, text)
    events = log.history(transaction, text)
    edits = [event for event in events if event.kind == "edit_text"]
    voices = Voices(transaction, actor)
    name = table_name(transaction, home.workshop, home.table)
    return {
        "text": text,
        "version": home.version,
        "words": home.words,
        "restores": home.restores,
        "first": _first(events),
        "sittings": [_told(one, voices, name) for one in sittings(edits, voices.of)],
    }


def words_at(events: Sequence[Event], wanted: Collection[int]) -> dict[int, str]:
    """What a text said when events of these numbers had happened, from all edits of it.

    Where an edit is not kept any more, nothing is told from there on.
    """
    words: str = _first(events)["words"]
    told = dict[int, str]()
    waiting = sorted(wanted)
    for event in events:
        while waiting and waiting[0] < event.number:
            told[waiting.pop(0)] = words
        if event.kind != "edit_text":
            continue
        if "change" not in event.facts:
            return told
        words = apply(words, event.facts["change"])
    told.update((number, words) for number in waiting)
    return told


def table_name(transaction: Transaction, workshop: str, table: str | None) -> str | None:
    """A table's name, also when it is at work no more."""
    held = programme.list_tables(transaction, workshop, removed=True) if table else ()
    return next((t.name for t in held if t.id == table), None)


def _home_of_point(actor: Actor, workshop: str, point: Point) -> Home:
    allow(actor, "see_board", workshop, topic=point.topic)
    edits = may(actor, "edit_point", Subject(workshop, topic=point.topic))
    return Home(
        text=point.id,
        of="point",
        workshop=workshop,
        words=point.statement,
        version=point.version,
        channel=f"points:{point.topic}",
        restores=edits and point.status not in GONE | WORDS_STAND,
        topic=point.topic,
    )


def _home_of_drafted(transaction: Transaction, actor: Actor, text: str) -> Home:
    """Where a paragraph of the declaration or a passage of another document stands."""
    paragraph = drafting.find_paragraph(transaction, text)
    if paragraph is not None:
        workshop, kept = paragraph
        home = _drafted(actor, workshop, kept, kept.topic)
        out = kept.status == "removed"
        return replace(home, document="declaration", restores=home.restores and not out)
    passage = drafting.find_passage(transaction, text)
    if passage is None:
        return _home_of_translation(transaction, actor, text)
    workshop, topic, begun = passage
    return replace(_drafted(actor, workshop, begun, topic), document=begun.document)


def _home_of_translation(transaction: Transaction, actor: Actor, text: str) -> Home:
    found = translations.find_translation(transaction, text)
    source = source_of(transaction, found[1].of) if found else None
    if found is None or source is None:
        raise NotFound
    workshop, rendering = found
    allow(actor, "see_translations", workshop)
    edits = may_write(actor, "edit_translation", Subject(workshop, topic=source.topic))
    return Home(
        text=text,
        of="translation",
        workshop=workshop,
        words=rendering.text,
        version=rendering.version,
        channel=f"translations:{workshop}",
        restores=edits and rendering.status != "removed",
        topic=source.topic,
        source=rendering.of,
        language=rendering.language,
    )


def _drafted(actor: Actor, workshop: str, kept: Paragraph | Passage, topic: str | None) -> Home:
    allow(actor, "see_drafting", workshop)
    kind = "paragraph" if isinstance(kept, Paragraph) else "passage"
    return Home(
        text=kept.id,
        of=kind,
        workshop=workshop,
        words=kept.text,
        version=kept.version,
        channel=f"drafting:{workshop}",
        restores=may_write(actor, f"edit_{kind}", Subject(workshop, topic=topic)),
        topic=topic,
    )


def _first(events: Sequence[Event]) -> State:
    """Most are made with words; a note, and a point split off another, begins empty."""
    begun = events[0] if events else None
    named = _FIRST_WORDS.get(begun.kind) if begun else None
    return {
        "words": begun.facts.get(named, "") if begun and named else "",
        "at": begun.at.isoformat() if begun else None,
    }


def _told(sitting: Sitting, voices: Voices, table: str | None) -> State:
    return {
        "who": voices.all_told(sitting.voices, table),
        "first": sitting.first,
        "last": sitting.last,
        "began": sitting.began.isoformat(),
        "ended": sitting.ended.isoformat(),
        "change": sitting.change,
    }
