"""What became of what a table said, as a paper; it must not know any file format.

With the export of every note this is the only output that holds notes parked, ruled out or
withdrawn, and moderators' questions. Who may read which notes has been decided before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from discussion.documents.builders import wording
from discussion.documents.builders.cover import cover
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Cell,
    Document,
    Editorial,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    PageBreak,
    Paragraph,
    Row,
    Source,
    Strong,
    Table,
    Text,
)
from discussion.domain.contributions import KINDS
from discussion.domain.countries import country_name
from discussion.domain.drafting import day_in_words
from discussion.domain.outcome import OnTopic, Place, Said, Standing, TablePage
from discussion.domain.programme import Workshop
from discussion.domain.publications import EditionStamp, document_kind
from discussion.domain.synthesis import STATUS_WORDS

TITLE = "What became of what we said"
STATUS = (
    "For the table and for those who work with its notes. It also holds notes that were parked, "
    "ruled out or withdrawn, which stand in no other paper."
)
COLUMNS = ("No.", "Note", "What became of it")
_QUOTED_NOWHERE = ("proceedings", "guidelines")  # long, and in words of the house's own


def build_table_report(page: TablePage, stamp: EditionStamp) -> Document:
    """One table's notes with their decisions, and where its words went."""
    return build_table_reports((page,), stamp)


def build_table_reports(pages: Sequence[TablePage], stamp: EditionStamp) -> Document:
    """The same of several tables of one workshop, each on a page of its own; at least one."""
    workshop = pages[0].workshop
    title = f"{pages[0].table.name}: {TITLE}" if len(pages) == 1 else f"All tables: {TITLE}"
    blocks: list[Block] = [cover(workshop.programme, stamp, title, STATUS)]
    report = _Report(workshop)
    for place, page in enumerate(pages):
        if place or len(pages) > 1:
            blocks += [PageBreak(), report.heading(1, page.table.name)]
        for on in page.topics:
            blocks += report.topic(on, level=2 if len(pages) > 1 else 1)
    meta = wording.meta_of(workshop, stamp, "table-report", title, STATUS)
    as_of = f"As of {stamp.time_words}"  # nobody negotiates it: no line numbers
    return Document(replace(meta, stamp=as_of, draft=False), tuple(blocks))


class _Report:
    """What goes through the whole paper: the numbers of headings and notes, points told of."""

    def __init__(self, workshop: Workshop) -> None:
        self._zone = ZoneInfo(workshop.programme.timezone)
        self._headings = 0
        self._notes = 0
        self._told: dict[str, tuple[tuple[Place, ...], int]] = {}  # by point: places and note

    def heading(self, level: int, words: str) -> Heading:
        """The next heading."""
        self._headings += 1
        return Heading(level, (Text(words),), f"H-{self._headings}")

    def topic(self, on: OnTopic, *, level: int) -> Iterator[Block]:
        """A topic's notes under their count, in the order of the sheet."""
        topic, count = on.topic, on.count
        yield self.heading(level, f"Topic {topic.number}: {topic.title}")
        if not on.notes:
            yield Paragraph((Text(count.sentence),), f"H-{self._headings}-count", SECRETARIAT)
            return
        rest = f" {wording.capital(count.rest)}." if count.rest else ""
        subtopics = {subtopic.id: subtopic.title for subtopic in topic.subtopics}
        rows = tuple(self._row(note, subtopics, own=on.own) for note in on.notes)
        name = f"H-{self._headings}-notes"
        yield Table(f"{count.sentence}{rest}", COLUMNS, (6, 40, 54), rows, name)

    def _row(self, note: Said, subtopics: dict[str, str], *, own: bool) -> Row:
        self._notes += 1
        hidden = None if own else note.kept_back
        decided = self._decided(note, hidden)
        about = () if hidden else (_labelled("Noted as", "; ".join(_about(note, subtopics))),)
        return Row(
            (
                (Text(str(self._notes)),),
                _words(note, hidden),
                _lines([*decided, *self._standings(note), *about]),
            ),
            f"N-{self._notes}",
            (Source("notes", None, (note.id,)),),
            f"Note {self._notes}",
        )

    def _decided(self, note: Said, hidden: str | None) -> Iterator[Cell]:
        when = f", {self._moment(note.decided_at)}" if note.decided and note.decided_at else ""
        yield (Strong((Text(note.decision),)), Text(when))
        if note.why:
            remark = None if hidden else note.own_words_of_moderator
            yield _labelled("Reason", ". ".join(filter(None, (note.why, remark))))
        if note.question and not hidden:
            yield _labelled("Question", note.question)
            if note.answer is not None or note.status == "returned":
                yield _labelled("Answer", note.answer or "not given yet")

    def _standings(self, note: Said) -> Iterator[Cell]:
        """The points it went into, in the words they have now; told whole where first met."""
        for point in note.standings:
            words = Text(point.statement, point.language)
            said: Inline = words if point.statement.strip() else Editorial("no words yet")
            state = Text(f" ({STATUS_WORDS[point.status]}).")
            opening = (Emphasis((Text("Point: "),)), said, state)
            here = point.reached, self._notes
            before = self._told.setdefault(point.id, here)
            if before[0] != point.reached or before == here:
                yield (*opening, Text(_where(point)))
            else:
                link = Link((Text(f"note {before[1]}"),), f"#N-{before[1]}")
                yield (*opening, Text(" Where it went is said at "), link, Text("."))

    def _moment(self, at: datetime) -> str:
        local = at.astimezone(self._zone)
        return f"{day_in_words(local.date())}, {local:%H:%M}"


def _lines(lines: Sequence[Cell]) -> Cell:
    """The lines of a cell below one another."""
    told = [line for line in lines if line]
    return tuple(
        piece for n, line in enumerate(told) for piece in (*((LineBreak(),) if n else ()), *line)
    )


def _words(note: Said, hidden: str | None) -> tuple[Inline, ...]:
    if hidden:
        return (Editorial(hidden.rstrip(".")),)
    if not note.text.strip():
        return (Editorial("no words are left"),)
    return (Text(note.text, note.language),)


def _about(note: Said, subtopics: dict[str, str]) -> Iterator[str]:
    yield KINDS.get(note.kind, note.kind).lower()
    if note.subtopic in subtopics:
        yield subtopics[note.subtopic]
    named = [*map(country_name, note.countries), *filter(None, (note.said_by,))]
    if named:
        yield f"{', '.join(named)}{' (agreed to be named)' if note.agreed else ''}"
    if note.read_back:
        yield "one of the table's top points"
    if note.late:
        yield "late: written after the sheet was locked"


def _where(point: Standing) -> str:
    """``Declaration (ZERO), paragraph 12. Its words have changed since; ...``"""
    told = [
        _in_document(point, document, tuple(places))
        for document, places in groupby(point.reached, lambda place: place.document)
    ]
    told += [point.ahead] if point.ahead else []
    return "".join(f" {words}" for words in told)


def _in_document(point: Standing, document: str, places: tuple[Place, ...]) -> str:
    kind, topic = document_kind(document)
    title = kind.title if topic is None else f"{kind.title}, topic {topic}"
    spots = "; ".join(place.spot for place in places)
    changed = [p.words for p in places if not point.in_own_words(p)]
    quoted = f": “{changed[0]}”" if changed and document not in _QUOTED_NOWHERE else ""
    return f"{title} ({places[0].label}), {spots}{quoted}."


def _labelled(label: str, words: str) -> Cell:
    return (Emphasis((Text(f"{label}: "),)), Text(words))
