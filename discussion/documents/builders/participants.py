"""The list of participants as a paper and as rows; it must not know any file format.

The record holds no more of anybody than may be published: who has not agreed is only counted.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from discussion.documents.builders import wording
from discussion.documents.builders.cover import cover
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Cell,
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
from discussion.domain.participants import GROUPS, Participant, in_order, place_of
from discussion.domain.publications import DOCUMENTS, EditionStamp, Record

STATUS = "Corrections are to be sent to the secretariat."
HEADER = ("group", "country or organisation", "name", "function", "institution", "not named")
"""The columns of the list's rows, for ``write_csv``."""

Place = tuple[str, tuple[Participant, ...]]
"""A country or organisation and who attends for it."""


def build_participants(record: Record, stamp: EditionStamp) -> Document:
    """Countries by the alphabet of the workshop's language, organisations, hosts."""
    programme = record.workshop.programme
    title = DOCUMENTS["participants"].title
    blocks: list[Block] = [cover(programme, stamp, title, STATUS)]
    blocks.append(Paragraph((Text(_counted(record.participants)),), "count", SECRETARIAT))
    for group, places in _grouped(record):
        blocks.append(Heading(1, (Text(GROUPS[group]),), group))
        rows = tuple(_row(group, n, place) for n, place in enumerate(places, 1))
        title_of_first = "Country" if group == "country" else "Organisation"
        header = (title_of_first, "Participants")
        blocks.append(Table(_total(places), header, (30, 70), rows, f"{group}-table"))
    meta = wording.meta(record, stamp, "participants", title, STATUS)
    return Document(replace(meta, draft=False), tuple(blocks))  # nobody negotiates it


def participants_rows(record: Record) -> Iterator[tuple[object, ...]]:
    """The same as cells under ``HEADER``: a row for each person named, and one for the others."""
    for group, places in _grouped(record):
        for name, people in places:
            for one in people:
                if one.name:
                    yield GROUPS[group], name, one.name, one.function, one.institution, ""
            if unnamed := sum(not one.name for one in people):
                yield GROUPS[group], name, "", "", "", unnamed


def attendance(people: tuple[Participant, ...]) -> str:
    """``42 participants from 17 countries and three organisations``; hosts are participants."""
    countries = len({one.country for one in people if one.group == "country"})
    others = len({one.comes_from for one in people if one.group == "organisation"})
    told = ["one country" if countries == 1 else f"{_number(countries)} countries"]
    told = [*(told if countries else ()), *([_organisations(others)] if others else ())]
    return f"{_people(len(people))}{f' from {wording.joined(told)}' if told else ''}"


def _counted(people: tuple[Participant, ...]) -> str:
    if not people:
        return "No list of participants has been given yet."
    words = f"{wording.capital(attendance(people))}."
    unnamed = sum(not one.name for one in people)
    if unnamed:
        verb = "is" if unnamed == 1 else "are"
        words += f" {wording.capital(_people(unnamed))} {verb} counted and not named."
    return words


def _grouped(record: Record) -> Iterator[tuple[str, tuple[Place, ...]]]:
    language = record.workshop.programme.language
    people = in_order(record.participants, language)
    for group, members in groupby(people, lambda one: one.group):
        found = groupby(members, lambda one: place_of(one, language))
        yield group, tuple((name, tuple(each)) for name, each in found)


def _row(group: str, number: int, place: Place) -> Row:
    name, people = place
    named = [one for one in people if one.name]
    lines: list[Cell] = [_line(one, group) for one in named]
    unnamed = len(people) - len(named)
    if unnamed:
        others = wording.counted(unnamed, "other")
        lines.append((Text(f"and {others}" if named else wording.capital(_people(unnamed))),))
    return Row(
        ((Strong((Text(name),)),), _below(lines)),
        f"{group}-{number}",
        SECRETARIAT,
        f"{GROUPS[group]}, {name}",
    )


def _line(one: Participant, group: str) -> Cell:
    """A name, then what its bearer does and where, as far as the first column does not say it."""
    where = one.institution if group == "country" else ""
    about = ", ".join(filter(None, (one.function, where)))
    return (Strong((Text(one.name),)), *((Text(f", {about}"),) if about else ()))


def _below(lines: list[Cell]) -> Cell:
    pieces: list[Inline] = []
    for line in lines:
        pieces += [*((LineBreak(),) if pieces else ()), *line]
    return tuple(pieces)


def _total(places: tuple[Place, ...]) -> str:
    return wording.capital(_people(sum(len(people) for _, people in places)))


def _people(number: int) -> str:
    return wording.counted(number, "participant")


def _organisations(number: int) -> str:
    return wording.counted(number, "organisation")


def _number(number: int) -> str:
    return wording.counted(number, "").removesuffix("s").strip()
