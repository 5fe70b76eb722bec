"""The list of participants as a paper and as rows; it must not know any file format.

The record holds no more of anybody than may be published: who has not agreed is only counted.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from discussion.documents.builders import wording
from discussion.documents.builders.cover import cover
from discussion.documents.phrases import capital, counted, joined, phrase
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
from discussion.domain.publications import EditionStamp, Record

HEADER = ("group", "country or organisation", "name", "function", "institution", "not named")
"""The columns of the list's rows, for ``write_csv``."""

Place = tuple[str, tuple[Participant, ...]]
"""A country or organisation and who attends for it."""


def build_participants(record: Record, stamp: EditionStamp) -> Document:
    """Countries by the alphabet of the document's language, organisations, hosts."""
    programme, language = record.workshop.programme, record.written_in
    title, status = phrase(language, "title.participants"), phrase(language, "participants.status")
    blocks: list[Block] = [cover(programme, stamp, title, status, language)]
    came = _counted(record.participants, language)
    blocks.append(Paragraph((Text(came),), "count", SECRETARIAT))
    for group, places in _grouped(record, language):
        blocks.append(Heading(1, (Text(phrase(language, f"participants.{group}")),), group))
        rows = tuple(_row(language, group, n, place) for n, place in enumerate(places, 1))
        first = "one_country" if group == "country" else "one_organisation"
        header = tuple(phrase(language, f"participants.{key}") for key in (first, "column"))
        caption = _total(places, language)
        blocks.append(Table(caption, header, (30, 70), rows, f"{group}-table"))
    meta = wording.meta(record, stamp, "participants", title, status)
    return Document(replace(meta, draft=False), tuple(blocks))  # nobody negotiates it


def participants_rows(record: Record) -> Iterator[tuple[object, ...]]:
    """The same as cells under ``HEADER``: a row for each person named, and one for the others.

    Programs read them: groups go by their English names in every language.
    """
    for group, places in _grouped(record, record.written_in):
        for name, people in places:
            for one in people:
                if one.name:
                    yield GROUPS[group], name, one.name, one.function, one.institution, ""
            if unnamed := sum(not one.name for one in people):
                yield GROUPS[group], name, "", "", "", unnamed


def attendance(people: tuple[Participant, ...], language: str) -> str:
    """``42 participants from 17 countries and three organisations``; hosts are participants."""
    countries = len({one.country for one in people if one.group == "country"})
    others = len({one.comes_from for one in people if one.group == "organisation"})
    came = counted(language, len(people), "participant")
    told = [
        counted(language, number, thing, oblique=True)
        for number, thing in ((countries, "country"), (others, "organisation"))
        if number
    ]
    if not told:
        return came
    places = joined(language, told)
    return phrase(language, "participants.attendance", people=came, places=places)


def _counted(people: tuple[Participant, ...], language: str) -> str:
    if not people:
        return phrase(language, "participants.none")
    came = capital(attendance(people, language))
    unnamed = sum(not one.name for one in people)
    told = [phrase(language, "sentence", words=came)]
    if unnamed:
        many = "one" if unnamed == 1 else "many"
        who = capital(counted(language, unnamed, "participant"))
        told.append(phrase(language, f"participants.unnamed.{many}", people=who))
    return " ".join(told)


def _grouped(record: Record, language: str) -> Iterator[tuple[str, tuple[Place, ...]]]:
    people = in_order(record.participants, language)
    for group, members in groupby(people, lambda one: one.group):
        found = groupby(members, lambda one: place_of(one, language))
        yield group, tuple((name, tuple(each)) for name, each in found)


def _row(language: str, group: str, number: int, place: Place) -> Row:
    name, people = place
    named = [one for one in people if one.name]
    lines: list[Cell] = [_line(language, one, group) for one in named]
    unnamed = len(people) - len(named)
    if unnamed:
        lines.append((Text(_others(language, unnamed, alone=not named)),))
    where = phrase(language, f"participants.{group}")
    return Row(
        ((Strong((Text(name),)),), _below(lines)),
        f"{group}-{number}",
        SECRETARIAT,
        phrase(language, "participants.place", group=where, name=name),
    )


def _others(language: str, number: int, *, alone: bool) -> str:
    if alone:
        return capital(counted(language, number, "participant"))
    others = counted(language, number, "other participant")
    return phrase(language, "participants.others", others=others)


def _line(language: str, one: Participant, group: str) -> Cell:
    """A name, then what its bearer does and where, as far as the first column does not say it."""
    where = one.institution if group == "country" else ""
    comma = phrase(language, "comma")
    about = comma.join(filter(None, (one.function, where)))
    return (Strong((Text(one.name),)), *((Text(f"{comma}{about}"),) if about else ()))


def _below(lines: list[Cell]) -> Cell:
    pieces: list[Inline] = []
    for line in lines:
        pieces += [*((LineBreak(),) if pieces else ()), *line]
    return tuple(pieces)


def _total(places: tuple[Place, ...], language: str) -> str:
    number = sum(len(people) for _, people in places)
    return capital(counted(language, number, "participant"))
