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
from discussion.documents.builders.findings import table_name
from discussion.documents.phrases import capital, counted, phrase, quoted
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
from discussion.domain.countries import country_name
from discussion.domain.drafting import day_in_words
from discussion.domain.outcome import Count, Note, OnTopic, Place, Standing, TablePage
from discussion.domain.programme import Workshop
from discussion.domain.publications import EditionStamp, document_kind

_QUOTED_NOWHERE = ("proceedings", "guidelines")  # long, and in words of the house's own


def build_table_reports(pages: Sequence[TablePage], stamp: EditionStamp) -> Document:
    """Tables' notes with their decisions, and where their words went; at least one table's.

    All are of one workshop; of several, each begins a page.
    """
    workshop = pages[0].workshop
    report = _Report(workshop)
    say, language = report.say, workshop.programme.language
    name = say("title")
    title = (
        say("one", table=table_name(pages[0].table.name, language), title=name)
        if len(pages) == 1
        else say("all", title=name)
    )
    status = say("status")
    blocks: list[Block] = [cover(workshop.programme, stamp, title, status, language)]
    for place, page in enumerate(pages):
        if place or len(pages) > 1:
            blocks += [PageBreak(), report.heading(1, table_name(page.table.name, language))]
        for on in page.topics:
            blocks += report.topic(on, level=2 if len(pages) > 1 else 1)
    meta = wording.meta_of(workshop, stamp, "table-report", title, status, language)
    as_of = say("as_of", time=wording.stamp_time(stamp, language))  # nobody negotiates it
    return Document(replace(meta, stamp=as_of, draft=False), tuple(blocks))


class _Report:
    """What goes through the whole paper: the numbers of headings and notes, points told of."""

    def __init__(self, workshop: Workshop) -> None:
        self._language = workshop.programme.language
        self._zone = ZoneInfo(workshop.programme.timezone)
        self._headings = 0
        self._notes = 0
        self._told: dict[str, tuple[tuple[Place, ...], int]] = {}  # by point: places and note

    def say(self, key: str, **values: object) -> str:
        """A sentence of these reports."""
        return phrase(self._language, f"report.{key}", **values)

    def heading(self, level: int, words: str) -> Heading:
        """The next heading."""
        self._headings += 1
        return Heading(level, (Text(words),), f"H-{self._headings}")

    def topic(self, on: OnTopic, *, level: int) -> Iterator[Block]:
        """A topic's notes under their count, in the order of the sheet."""
        topic = on.topic
        title = phrase(self._language, "body.topic", number=topic.number, title=topic.title)
        yield self.heading(level, title)
        told = self._counted(on.count)
        if not on.notes:
            yield Paragraph((Text(told),), f"H-{self._headings}-count", SECRETARIAT)
            return
        subtopics = {subtopic.id: subtopic.title for subtopic in topic.subtopics}
        rows = tuple(self._row(note, subtopics, own=on.own) for note in on.notes)
        columns = tuple(self.say(key) for key in ("number", "note", "became"))
        yield Table(told, columns, (6, 40, 54), rows, f"H-{self._headings}-notes")

    def _counted(self, count: Count) -> str:
        """How many notes there are and where they stand, then what became of the others."""
        told = [self._standing(count)]
        others = [self.say(f"rest.{what}", number=number) for what, number in count.others]
        if others:
            rest = phrase(self._language, "comma").join(others)
            told.append(phrase(self._language, "sentence", words=capital(rest)))
        return " ".join(told)

    def _standing(self, count: Count) -> str:
        if not count.said:
            return self.say("count.none")
        notes = counted(self._language, count.said, "note")
        if not count.standing:
            return self.say("count.unsaid", notes=capital(notes))
        points = counted(self._language, count.points, "point", oblique=True)
        if count.standing == 1:
            return self.say("count.one", notes=notes, points=points)
        return self.say("count.many", number=count.standing, notes=notes, points=points)

    def _row(self, note: Note, subtopics: dict[str, str], *, own: bool) -> Row:
        self._notes += 1
        hidden = None if own else note.silence
        decided = self._decided(note, hidden)
        noted = () if hidden else (self._labelled("noted_as", self._about(note, subtopics)),)
        return Row(
            (
                (Text(str(self._notes)),),
                self._words(note, hidden),
                _lines([*decided, *self._standings(note), *noted]),
            ),
            f"N-{self._notes}",
            (Source("notes", None, (note.id,)),),
            self.say("note_place", number=self._notes),
        )

    def _words(self, note: Note, hidden: str | None) -> tuple[Inline, ...]:
        if hidden:
            return (Editorial(phrase(self._language, f"kept.{hidden}")),)
        if not note.text.strip():
            return (Editorial(self.say("no_words_left")),)
        return (Text(note.text, note.language),)

    def _decided(self, note: Note, hidden: str | None) -> Iterator[Cell]:
        decision = phrase(self._language, f"became.{note.verdict}")
        when = self._moment(note.decided_at) if note.decided and note.decided_at else ""
        comma = phrase(self._language, "comma")
        yield (Strong((Text(decision),)), Text(f"{comma}{when}" if when else ""))
        if note.why:
            reason = phrase(self._language, f"reason.{note.reason}")
            remark = None if hidden else note.own_words_of_moderator
            yield self._labelled("reason", ". ".join(filter(None, (reason, remark))))
        if note.question and not hidden:
            yield self._labelled("question", note.question)
            if note.answer is not None or note.status == "returned":
                yield self._labelled("answer", note.answer or self.say("no_answer"))

    def _standings(self, note: Note) -> Iterator[Cell]:
        """The points it went into, in the words they have now; told whole where first met."""
        for point in note.standings:
            words = Text(point.statement, point.language)
            unsaid = Editorial(self.say("no_words_yet"))
            said: Inline = words if point.statement.strip() else unsaid
            state = Text(f" ({phrase(self._language, f'point.{point.status}')}).")
            opening = (self._label("point"), said, state)
            here = point.reached, self._notes
            before = self._told.setdefault(point.id, here)
            if before[0] != point.reached or before == here:
                yield (*opening, Text(self._where(point)))
            else:
                yield (*opening, Text(" "), *self._see(before[1]))

    def _see(self, note: int) -> tuple[Inline, ...]:
        """Where it was told before, as a sentence with a link in it."""
        before, after = self.say("see", note="\0").split("\0")
        link = Link((Text(self.say("note_link", number=note)),), f"#N-{note}")
        return (Text(before), link, Text(after))

    def _where(self, point: Standing) -> str:
        """``Declaration (ZERO), paragraph 12. Its words have changed since; ...``"""
        told = [
            self._in_document(point, document, tuple(places))
            for document, places in groupby(point.reached, lambda place: place.document)
        ]
        told += [phrase(self._language, f"ahead.{point.coming}")] if point.coming else []
        return "".join(f" {words}" for words in told)

    def _in_document(self, point: Standing, document: str, places: tuple[Place, ...]) -> str:
        name, label = self._title(document), places[0].label
        spots = phrase(self._language, "semicolon").join(place.spot for place in places)
        changed = [p.words for p in places if not point.in_own_words(p)]
        if not changed or document in _QUOTED_NOWHERE:
            return self.say("stands_in", document=name, label=label, spots=spots)
        words = quoted(self._language, changed[0])
        return self.say("stands_as", document=name, label=label, spots=spots, words=words)

    def _title(self, document: str) -> str:
        topic = document_kind(document)[1]
        if topic is None:
            return phrase(self._language, f"title.{document}")
        title = phrase(self._language, f"title.{document.rpartition('-')[0]}")
        return self.say("document_topic", document=title, number=topic)

    def _about(self, note: Note, subtopics: dict[str, str]) -> str:
        return phrase(self._language, "semicolon").join(self._facts(note, subtopics))

    def _facts(self, note: Note, subtopics: dict[str, str]) -> Iterator[str]:
        yield phrase(self._language, f"kind.{note.kind}").lower()
        if note.subtopic in subtopics:
            yield subtopics[note.subtopic]
        countries = (country_name(code, self._language) for code in note.countries)
        named = [*countries, *filter(None, (note.said_by,))]
        if named:
            names = phrase(self._language, "comma").join(named)
            yield self.say("agreed", names=names) if note.agreed else names
        if note.read_back:
            yield self.say("top")
        if note.late:
            yield self.say("late")

    def _labelled(self, key: str, words: str) -> Cell:
        return (self._label(key), Text(words))

    def _label(self, key: str) -> Emphasis:
        return Emphasis((Text(phrase(self._language, "labelled", label=self.say(key))),))

    def _moment(self, at: datetime) -> str:
        local = at.astimezone(self._zone)
        day = day_in_words(local.date(), self._language)
        return self.say("moment", day=day, time=f"{local:%H:%M}")


def _lines(lines: Sequence[Cell]) -> Cell:
    """The lines of a cell below one another."""
    told = [line for line in lines if line]
    return tuple(
        piece for n, line in enumerate(told) for piece in (*((LineBreak(),) if n else ()), *line)
    )
