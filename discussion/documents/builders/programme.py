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
from discussion.domain.programme import Programme, ProgrammeItem, ProgrammePart, Topic, Workshop
from discussion.domain.publications import DOCUMENTS, EditionStamp, Record

PROVISIONAL = "Provisional. What is marked (tbc) is still to be confirmed."
HEADER = ("date", "start", "end", "ends next day", "title", "kind", "topic", "speaker", "details")
"""The columns of the programme's rows, for ``write_csv``."""


def build_programme(record: Record, stamp: EditionStamp) -> Document:
    """The programme, day by day, with speakers, parts and subtopics as the file has them."""
    programme = record.workshop.programme
    title = DOCUMENTS["programme"].title
    status = PROVISIONAL if _provisional(programme) else ""
    blocks: list[Block] = [cover(programme, stamp, title, status), *_about(programme)]
    days = sorted({item.date for item in programme.items})
    firsts = _first_items(programme)
    for number, day in enumerate(days, 1):
        blocks.append(Heading(1, (Text(f"Day {number}"),), f"D-{number}"))
        blocks.append(_day(programme, day, number, firsts))
    if days:
        zone = programme.timezone.replace("_", " ")
        words = f"All times are those of {zone}."
        blocks.append(Paragraph((Text(words),), "times", SECRETARIAT, "note"))
    meta = wording.meta(record, stamp, "programme", title, status)
    return Document(replace(meta, draft=False), tuple(blocks))  # nobody negotiates it


def programme_calendar(workshop: Workshop, made: datetime) -> Calendar:
    """Every item as a session, by its own id for ever; a rehearsal's titles say so."""
    programme = workshop.programme
    name = _rehearsed(programme.title, workshop)
    place = ", ".join(filter(None, (programme.venue, wording.place(programme))))
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
                title=_rehearsed(_title(item), workshop),
                words="\n".join((*_said(item), name)),
                place=place,
                tentative=_provisional(programme),
            )
            for item in programme.items
        ),
    )


def programme_rows(programme: Programme) -> Iterator[tuple[object, ...]]:
    """The items as cells under ``HEADER``, in the programme's order and its own times."""
    for item in programme.items:
        yield (
            item.date.isoformat(),
            f"{item.start:%H:%M}",
            f"{item.end:%H:%M}",
            "next day" if item.ends_next_day else "",
            _title(item),
            item.kind,
            item.topic,
            wording.speaker(item),
            "\n".join(wording.part_in_words(part) for part in item.parts),
        )


def _about(programme: Programme) -> Iterator[Block]:
    told = (
        ("Venue", programme.venue or ""),
        ("Invited", wording.joined(programme.invited_international)),
    )
    for label, words in told:
        if words:
            content = (Strong((Text(f"{label}: "),)), Text(words))
            yield Paragraph(content, f"about-{label.lower()}", PROGRAMME)


def _day(programme: Programme, day: date, number: int, firsts: dict[str, Topic]) -> Table:
    items = [item for item in programme.items if item.date == day]
    rows = tuple(
        Row(
            ((Text(_hours(item)),), tuple(_lines(item, firsts.get(item.id)))),
            f"D-{number}.{place}",
            PROGRAMME,
            f"Day {number}, {item.start:%H:%M}",
        )
        for place, item in enumerate(items, 1)
    )
    caption = f"{day:%A}, {day_in_words(day)}"
    return Table(caption, ("Time", "Session"), (20, 80), rows, f"D-{number}-table")


def _lines(item: ProgrammeItem, topic: Topic | None) -> Iterator[Inline]:
    yield Strong((Text(_title(item)),))
    said = _said(item)
    if topic is not None:
        said += tuple(f"{topic.number}.{s.number} {s.title}" for s in topic.subtopics)
    for words in said:
        yield LineBreak()
        yield Text(words)


def _said(item: ProgrammeItem) -> tuple[str, ...]:
    """Who speaks, then what its parts are, a line each."""
    speaker = wording.speaker(item)
    parts: tuple[ProgrammePart, ...] = item.parts
    return (*filter(None, (speaker,)), *(wording.part_in_words(part) for part in parts))


def _title(item: ProgrammeItem) -> str:
    return f"{item.title} (tbc)" if item.tbc and not wording.speaker(item) else item.title


def _hours(item: ProgrammeItem) -> str:
    return f"{item.start:%H:%M}–{item.end:%H:%M}{' (next day)' if item.ends_next_day else ''}"


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
    return f"REHEARSAL: {title}" if workshop.rehearsal else title


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone)


def _end(item: ProgrammeItem, zone: ZoneInfo) -> datetime:
    """On a night when clocks go forward an hour is missing, and the end still comes after."""
    day = item.date + timedelta(days=1) if item.ends_next_day else item.date
    starts, ends = _moment(item.date, item.start, zone), _moment(day, item.end, zone)
    return max(ends, starts + timedelta(minutes=1), key=datetime.timestamp)
