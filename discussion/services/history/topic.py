"""All that was done on a topic, newest first: decisions and sittings, sifted and page by page.

A page never looks through more of the log than fits between two keystrokes of a busy hour: where
little of what is asked for happened, it says how far back it looked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from discussion.domain.people import Actor
from discussion.domain.programme import Table
from discussion.domain.synthesis import DEEDS, deed_on
from discussion.services.history.looking import Looking, Sought
from discussion.services.history.sittings import PAUSE
from discussion.services.history.texts import words_at
from discussion.services.history.voices import Voices
from discussion.services.work import allow
from discussion.storage import history, log, programme, texts
from discussion.storage.database import Transaction
from discussion.storage.history import Trace
from discussion.storage.log import Event
from discussion.storage.texts import TypedText

ROWS = 50
QUOTED = 160  # code points of the words a row is about

_ON_NOTES = ("accept_note", "return_note", "park_note", "rule_out_note", "reconsider_note")
_BY_TABLES = ("answer_question", "withdraw_note", "restore_note", "read_back_sheet")
_ON_SHEETS = ("lock_sheet", "reopen_sheet")
_WORDS = "edit_text"
_NEXT = timedelta(microseconds=1)
_MARKS = {
    "open_marks": "opened a round of marks",
    "widen_marks": "let another number of phones take part in the round of marks",
    "close_marks": "closed the round of marks",
    "show_marks": "showed the sums of the round of marks to the room",
    "hide_marks": "took the sums of the round of marks off the room screen",
}
_REPLAYED = 4_000  # changes of texts that one page looks through for the words of then
_SAID = ("question", "answer", "remark")

ACTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "words": ("Writing", (_WORDS,)),
    "notes": ("Decisions on notes", _ON_NOTES),
    "tables": ("What tables did besides writing", _BY_TABLES),
    "points": ("Points", tuple(kind for kind in DEEDS if "point" in kind or "source" in kind)),
    "sheets": ("Sheets locked and opened", _ON_SHEETS),
    "undone": ("Decisions taken back", ("undo_decision",)),
    "marks": ("Rounds of marks", tuple(_MARKS)),
}
"""Kinds of acts that a history can be sifted by: words, and kinds of events."""

_DID = {
    **_MARKS,
    _WORDS: "wrote",
    "read_back_sheet": "read its notes back",
    "lock_sheet": "locked the sheet",
    "reopen_sheet": "opened the sheet again",
}
_ALL = tuple(dict.fromkeys(kind for _, kinds in ACTS.values() for kind in kinds))


@dataclass(frozen=True)
class Asked:
    """What of a topic's history is asked for; empty is everything."""

    who: str = ""  # name of somebody who is at no table
    table: int | None = None  # its number
    acts: str = ""  # of ACTS
    after: datetime | None = None
    until: datetime | None = None
    below: int | None = None  # only what has a smaller number: where the page before ended


@dataclass(frozen=True)
class Act:
    """One thing somebody did, or one sitting at a text, which stands where it ended."""

    number: int
    at: datetime
    who: str
    kind: str
    did: str
    subject: str  # id of a note, a point, a sheet or a round of marks
    of: str  # note | point | sheet | round
    version: int | None  # of the words, as they were left or decided on
    words: str  # of the note or point, as they were then
    now: str | None  # as they are, where that differs
    table: str | None  # name
    sheet: str | None
    said: tuple[str, ...] = ()  # the question, the answer, the remark
    reason: str | None = None


@dataclass(frozen=True)
class Page:
    """Some acts, newest first, and where the next page goes on; None at the end."""

    acts: tuple[Act, ...]
    names: tuple[str, ...]  # of people to choose from
    tables: tuple[Table, ...]
    below: int | None
    looked_back_to: datetime | None  # said where a page ends before it is full


def acts_of(transaction: Transaction, actor: Actor, topic: str, asked: Asked) -> Page:
    """A page of a topic's history; raises ``NotFound`` unless the actor may see it."""
    workshop = programme.topic_workshop(transaction, topic) or ""
    allow(actor, "see_topic_history", workshop, topic=topic)
    voices = Voices(transaction, actor)
    tables = programme.list_tables(transaction, workshop, removed=True)
    floor, below, top = _bounds(transaction, workshop, asked)
    looking = Looking(transaction, _sought(transaction, workshop, topic, asked, voices, tables))
    ends, rows = _Ends(voices), list[int]()
    for traces in looking.back(range(floor, top), below):
        rows += [trace.number for trace in ends.among(traces) if trace.number < below]
        if len(rows) > ROWS:
            break
    further = back = None
    if len(rows) > ROWS:
        further = rows[ROWS - 1]
    elif looking.tired:
        further = looking.reached
        back = history.moment_of(transaction, workshop, further)
    shown = _told(transaction, workshop, rows[:ROWS], voices)
    return Page(shown, voices.names(), tables, further, back)


def _bounds(transaction: Transaction, workshop: str, asked: Asked) -> tuple[int, int, int]:
    """The numbers a page is made of, from and below; and from where it looks back.

    That is a pause above: what was typed there shows which sittings ended below and which did not.
    """
    last = programme.log_position(transaction, workshop)[0]
    floor, below = 1, min(asked.below or last + 1, last + 1)
    if asked.after is not None:
        floor = history.number_before(transaction, workshop, asked.after, last=last) + 1
    if asked.until is not None:
        until = history.number_before(transaction, workshop, asked.until, last=last)
        below = min(below, until + 1)
    edge = history.moment_of(transaction, workshop, below - 1)
    top = below
    if edge is not None:
        top = history.number_before(transaction, workshop, edge + PAUSE + _NEXT, last=last) + 1
    return floor, below, top


def _sought(
    transaction: Transaction,
    workshop: str,
    topic: str,
    asked: Asked,
    voices: Voices,
    tables: Sequence[Table],
) -> Sought:
    sheet = None
    if asked.table is not None:
        table = next((t.id for t in tables if t.number == asked.table), "")
        found = programme.find_sheet(transaction, table=table, topic=topic)
        sheet = found.id if found else ""
    return Sought(
        workshop=workshop,
        topic=topic,
        sheet=sheet,
        kinds=ACTS[asked.acts][1] if asked.acts in ACTS else _ALL,
        by=voices.named(asked.who) if asked.who else None,
    )


class _Ends:
    """Of events newest first, those that end something: of each sitting its last edit."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._earliest: dict[tuple[str, str], datetime] = {}  # of a text and a voice, so far

    def among(self, traces: Sequence[Trace]) -> Iterator[Trace]:
        """Those of some that follow the ones asked about before."""
        for trace in traces:
            if trace.kind == _WORDS:
                key = (trace.subject, self._voices.of(trace))
                after, self._earliest[key] = self._earliest.get(key), trace.at
                if after is not None and after - trace.at <= PAUSE:
                    continue
            yield trace


def _told(
    transaction: Transaction, workshop: str, numbers: Sequence[int], voices: Voices
) -> tuple[Act, ...]:
    events = log.events_numbered(transaction, workshop, numbers)[::-1] if numbers else ()
    found = texts.typed_texts(transaction, {event.subject for event in events}) if events else ()
    about = {text.id: text for text in found}
    sheets = {event.sheet for event in events if event.sheet}
    names = history.table_names(transaction, sheets)
    then = _words_then(transaction, events, found)
    return tuple(
        _act(event, about.get(event.subject), then.get(event.number), names, voices)
        for event in events
    )


def _words_then(
    transaction: Transaction, events: Sequence[Event], found: Sequence[TypedText]
) -> dict[int, str]:
    """What the texts said when these events happened, as far as a page has the time to look."""
    then, left = dict[int, str](), _REPLAYED
    for text in sorted(found, key=lambda one: one.version):
        wanted = {event.number for event in events if event.subject == text.id}
        left -= text.version
        if left >= 0 and text.version:
            kinds = ("edit_text", "add_point")
            then |= words_at(log.history(transaction, text.id, kinds=kinds), wanted)
    return then


def _act(
    event: Event,
    text: TypedText | None,
    then: str | None,
    names: Mapping[str, str],
    voices: Voices,
) -> Act:
    facts = event.facts
    table = names.get(event.sheet or "")
    of = _of(event, text)
    undone = deed_on(facts.get("deed", ""), of)
    did = _DID.get(event.kind) or deed_on(event.kind, of)
    words = _quoted(text.content) if text else ""
    said = words if then is None else _quoted(then)
    return Act(
        number=event.number,
        at=event.at,
        who=voices.told(voices.of(event), table),
        kind=event.kind,
        did=f"{did}: {undone}" if undone else did,
        subject=event.subject,
        of=of,
        version=event.version if event.kind == _WORDS else facts.get("version"),
        words=said,
        now=words if words != said else None,
        table=table,
        sheet=event.sheet,
        said=tuple(facts[name] for name in _SAID if facts.get(name)),
        reason=facts.get("reason"),
    )


def _of(event: Event, text: TypedText | None) -> str:
    if text is not None:
        return "point" if text.point else "note"
    return "round" if event.kind in _MARKS else "sheet"


def _quoted(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= QUOTED else f"{words[: QUOTED - 1].rstrip()}…"
