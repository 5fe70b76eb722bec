"""The programme as a paper, as rows and as a calendar; it must not know any file format.

It says what the programme file says, and nothing of what was said at the tables.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from discussion.documents.builders import wording
from discussion.documents.builders.cover import cover
from discussion.documents.calendar import Calendar, Session
from discussion.documents.phrases import city, joined, phrase
from discussion.documents.tree import (
    PROGRAMME,
    SECRETARIAT,
    Block,
    Document,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from discussion.domain.drafting import day_in_words
from discussion.domain.programme import Programme, ProgrammeItem, Topic, Workshop
from discussion.domain.publications import EditionStamp, Record

HEADER = ("date", "start", "end", "ends next day", "title", "kind", "topic", "speaker", "details")
"""The columns of the programme's rows, for ``write_csv``."""


def build_programme(record: Record, stamp: EditionStamp) -> Document:
    """The programme, day by day, with speakers, parts and subtopics as the file has them."""
    programme, language = record.workshop.programme, record.written_in
    title = phrase(language, "title.programme")
    status = phrase(language, "programme.provisional") if _provisional(programme) else ""
    blocks: list[Block] = [
        cover(programme, stamp, title, status, language),
        *_about(programme, language),
    ]
    days = sorted({item.date for item in programme.items})
    if days:
        place = city(language, programme.timezone.rpartition("/")[2].replace("_", " "))
        words = phrase(language, "programme.zone", place=place)
        blocks.append(Paragraph((Text(words),), "times", SECRETARIAT, "note"))
    paper = _Paper(programme, language)
    for number, day in enumerate(days, 1):
        heading = phrase(language, "programme.day", number=number)
        blocks.append(Heading(1, (Text(heading),), f"D-{number}"))
        blocks.append(paper.day(day, number))
    meta = wording.meta(record, stamp, "programme", title, status)
    return Document(replace(meta, draft=False), tuple(blocks))  # nobody negotiates it


def programme_calendar(workshop: Workshop, made: datetime) -> Calendar:
    """Every item as a session, by its own id for ever; a rehearsal's titles say so."""
    programme, language = workshop.programme, workshop.programme.language
    name = _rehearsed(programme.title, workshop)
    place = ", ".join(filter(None, (programme.venue, wording.place(programme, language))))
    zone = ZoneInfo(programme.timezone)
    return Calendar(
        name=name,
        zone=programme.timezone,
        made=made,
        sessions=tuple(
            Session(
                uid=f"{item.id}-{workshop.id}",
                starts=_moment(item.date, item.start, zone),
                ends=_end(item, zone),
                title=_rehearsed(_title(item, programme, language), workshop),
                words="\n".join((*_said(item, programme, language), name)),
                place=place,
                tentative=_provisional(programme),
            )
            for item in programme.items
        ),
    )


def programme_rows(programme: Programme) -> Iterator[tuple[object, ...]]:
    """The items as cells under ``HEADER``, in the programme's order and its own times."""
    language = programme.language
    for item in programme.items:
        yield (
            item.date.isoformat(),
            f"{item.start:%H:%M}",
            f"{item.end:%H:%M}",
            "next day" if item.ends_next_day else "",
            _title(item, programme, language),
            item.kind,
            item.topic,
            wording.speaker(item, programme, language),
            "\n".join(wording.part_in_words(part, programme, language) for part in item.parts),
        )


def _about(programme: Programme, language: str) -> Iterator[Block]:
    told = (
        ("venue", wording.own(programme, programme.venue or "", language)),
        ("invited", _all_invited(programme, language)),
    )
    for key, words in told:
        if words:
            label = phrase(language, "labelled", label=phrase(language, f"programme.{key}"))
            content = (Strong((Text(label),)), Text(words))
            yield Paragraph(content, f"about-{key}", PROGRAMME)


def _all_invited(programme: Programme, language: str) -> str:
    invited = programme.invited_international
    return joined(language, [wording.own(programme, name, language) for name in invited])


class _Paper:
    """The days as tables in one language."""

    def __init__(self, programme: Programme, language: str) -> None:
        self._programme = programme
        self._firsts = _first_items(programme)
        self._language = language

    def day(self, day: date, number: int) -> Table:
        """A day's sessions, one row each."""
        items = [item for item in self._programme.items if item.date == day]
        rows = tuple(self._row(item, number, place) for place, item in enumerate(items, 1))
        weekday = phrase(self._language, f"weekday.{day.weekday()}")
        said = day_in_words(day, self._language)
        caption = self._say("date", weekday=weekday, day=said)
        header = (self._say("time"), self._say("session"))
        return Table(caption, header, (20, 80), rows, f"D-{number}-table")

    def _row(self, item: ProgrammeItem, number: int, place: int) -> Row:
        starts = f"{item.start:%H:%M}"
        return Row(
            ((Text(self._hours(item)),), tuple(self._lines(item))),
            f"D-{number}.{place}",
            PROGRAMME,
            self._say("day_place", number=number, time=starts),
        )

    def _hours(self, item: ProgrammeItem) -> str:
        hours = f"{item.start:%H:%M}–{item.end:%H:%M}"
        return self._say("next_day", hours=hours) if item.ends_next_day else hours

    def _lines(self, item: ProgrammeItem) -> Iterator[Inline]:
        programme, language = self._programme, self._language
        yield Strong((Text(_title(item, programme, language)),))
        said = _said(item, programme, language)
        topic = self._firsts.get(item.id)
        if topic is not None:
            titles = (
                (s.number, wording.own(programme, s.title, language)) for s in topic.subtopics
            )
            said += tuple(f"{topic.number}.{number} {title}" for number, title in titles)
        for words in said:
            yield LineBreak()
            yield Text(words)

    def _say(self, key: str, **values: object) -> str:
        return phrase(self._language, f"programme.{key}", **values)


def _said(item: ProgrammeItem, programme: Programme, language: str) -> tuple[str, ...]:
    """Who speaks, then what its parts are, a line each."""
    speaker = wording.speaker(item, programme, language)
    parts = (wording.part_in_words(part, programme, language) for part in item.parts)
    return (*filter(None, (speaker,)), *parts)


def _title(item: ProgrammeItem, programme: Programme, language: str) -> str:
    title = wording.own(programme, item.title, language)
    unsure = item.tbc and not (item.speaker or item.function)
    return phrase(language, "tbc", words=title) if unsure else title


def _first_items(programme: Programme) -> dict[str, Topic]:
    """The first item about each topic: there its subtopics are listed."""
    firsts: dict[int, str] = {}
    for item in programme.items:
        if item.topic is not None:
            firsts.setdefault(item.topic, item.id)
    return {firsts[t.number]: t for t in programme.topics if t.number in firsts}


def _provisional(programme: Programme) -> bool:
    """Whether the programme calls itself a draft, or anybody in it is still to be confirmed."""
    unsure = any(item.tbc or any(p.tbc for p in item.parts) for item in programme.items)
    return unsure or (programme.status or "").casefold() in ("draft", "provisional", "tentative")


def _rehearsed(title: str, workshop: Workshop) -> str:
    if not workshop.rehearsal:
        return title
    language = workshop.programme.language
    mark = phrase(language, "printed.rehearsal_mark")
    return phrase(language, "labelled", label=mark) + title


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone)


def _end(item: ProgrammeItem, zone: ZoneInfo) -> datetime:
    """On a night when clocks go forward an hour is missing, and the end still comes after."""
    day = item.date + timedelta(days=1) if item.ends_next_day else item.date
    starts, ends = _moment(item.date, item.start, zone), _moment(day, item.end, zone)
    return max(ends, starts + timedelta(minutes=1), key=datetime.timestamp)
