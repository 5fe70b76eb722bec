"""The items of a programme file: their times, kinds, topics and parts; nothing about the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from discussion.domain.programme import ITEM_KINDS, ProgrammeItem, ProgrammePart
from discussion.domain.programme_file.fields import NAME_LIMIT, TITLE_LIMIT, WORD_LIMIT, Fields
from discussion.domain.programme_file.problems import quoted
from discussion.domain.programme_file.shape import (
    ABOUT_A_TOPIC,
    ITEM_KEYS,
    MOST_ITEMS,
    MOST_PARTIES,
    MOST_PARTS,
    OVERNIGHT,
    PART_KEYS,
)


@dataclass(frozen=True)
class _Slot:
    entry: Fields
    date: date | None
    start: time | None


def read_items(
    top: Fields, topics: frozenset[int], dates: tuple[date, ...], make_id: Callable[[], str]
) -> tuple[ProgrammeItem, ...]:
    slots = tuple(
        _Slot(entry, entry.day("date"), entry.clock("start"))
        for entry in top.objects("programme", MOST_ITEMS, known=ITEM_KEYS)
    )
    for slot in slots:
        if slot.date is not None and dates and slot.date not in dates:
            message = f"{slot.date.isoformat()} is not one of the workshop's dates."
            slot.entry.problem("date", f"{message} Correct it, or add it to dates.")
    return tuple(_item(slot, _end(slot, slots), topics, make_id) for slot in slots)


def _item(
    slot: _Slot, end: time | None, topics: frozenset[int], make_id: Callable[[], str]
) -> ProgrammeItem:
    entry = slot.entry
    kind = _kind(entry)
    start = slot.start or time()
    return ProgrammeItem(
        id=make_id(),
        date=slot.date or date.min,
        start=start,
        end=end or time(),
        ends_next_day=end is not None and end < start,
        title=entry.needed_text("title", TITLE_LIMIT),
        kind=kind,
        topic=_topic_of(entry, kind, topics),
        parts=tuple(_part(p) for p in entry.objects("items", MOST_PARTS, known=PART_KEYS)),
        speaker=entry.text("speaker", NAME_LIMIT),
        function=entry.text("function", NAME_LIMIT),
        tbc=entry.flag("tbc"),
    )


def _end(slot: _Slot, slots: Sequence[_Slot]) -> time | None:
    if not slot.entry.has("end"):
        return _end_by_the_next(slot, slots)
    end = slot.entry.clock("end")
    if end is None or slot.start is None:
        return end
    if end == slot.start:
        slot.entry.problem("end", "The item ends when it starts. Give it a length.")
    elif end < slot.start and _overnight(slot.start, end) > OVERNIGHT:
        message = f"The end ({end:%H:%M}) is before the start ({slot.start:%H:%M})."
        slot.entry.problem("end", f"{message} Past midnight, an item lasts six hours at most.")
    return end


def _end_by_the_next(slot: _Slot, slots: Sequence[_Slot]) -> time | None:
    if slot.date is None or slot.start is None:
        return None
    later = [s.start for s in slots if s.date == slot.date and s.start and s.start > slot.start]
    if not later:
        message = "Write when it ends: nothing follows on that day to tell it by."
        slot.entry.problem("end", message)
    return min(later, default=None)


def _overnight(start: time, end: time) -> timedelta:
    day = date(2000, 1, 1)
    return datetime.combine(day + timedelta(days=1), end) - datetime.combine(day, start)


def _kind(entry: Fields) -> str:
    kind = entry.needed_text("kind", WORD_LIMIT)
    if kind and kind not in ITEM_KINDS:
        message = f"{quoted(kind)} is not a kind of item. Kinds are: {', '.join(ITEM_KINDS)}."
        entry.problem("kind", message)
    return kind


def _topic_of(entry: Fields, kind: str, topics: frozenset[int]) -> int | None:
    if kind in ABOUT_A_TOPIC and not entry.has("topic"):
        message = f"An item of the kind {kind} needs the number of its topic."
        entry.problem("topic", f"{message} Without a topic, use presentation or plenary.")
    number = entry.number("topic")
    if number is not None and number not in topics:
        entry.problem("topic", f"There is no topic {number} in this file.")
    return number


def _part(entry: Fields) -> ProgrammePart:
    return ProgrammePart(
        title=entry.needed_text("t", TITLE_LIMIT),
        speaker=entry.text("speaker", NAME_LIMIT),
        function=entry.text("function", NAME_LIMIT),
        tbc=entry.flag("tbc"),
        parties=entry.texts("parties", NAME_LIMIT, MOST_PARTIES),
    )
