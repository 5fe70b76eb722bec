"""Points as documents show them: with their notes, tables, countries and strength in a word.

Whom it may name the record says. It must not choose points or notes of its own: the filters of
``domain.publications`` do.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discussion.documents.phrases import framed, joined, phrase
from discussion.documents.tree import Editorial, Inline, Source, Text
from discussion.domain.contributions import Contribution
from discussion.domain.countries import alphabetical, country_name
from discussion.domain.programme import Subtopic, Topic
from discussion.domain.publications import (
    Record,
    notes_behind,
    points_for_outputs,
    points_set_aside,
    tables_discussing,
    tables_raising,
)
from discussion.domain.synthesis import Point, strength_of
from discussion.domain.translations import Said, said_in


@dataclass(frozen=True)
class Finding:
    """One point of a topic and what stands behind it."""

    point: Point
    subtopic: Subtopic | None
    notes: tuple[Contribution, ...]
    tables: tuple[str, ...]  # names, in the tables' order; none where tables are not named
    raising: int  # how many tables' notes say it
    discussing: int  # tables with a submitted note on the topic
    countries: tuple[str, ...]  # names of those the notes mention, in alphabetical order
    persons: tuple[str, ...]  # delegates who agreed to be named, likewise
    said: Said  # the statement as the document says it
    language: str  # of the document

    @property
    def translate(self) -> bool:
        """Whether somebody must still see to the statement's translation."""
        return bool(self.said.mark)

    @property
    def strength(self) -> str:
        """``most tables``."""
        return phrase(self.language, f"strength.{strength_of(self.raising, self.discussing)}")

    @property
    def named(self) -> tuple[str, ...]:
        """The countries, then the delegates, that may be named with it."""
        return (*self.countries, *self.persons)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The point with its notes, for a paragraph's sources."""
        return (Source("notes", self.point.id, tuple(note.id for note in self.notes)),)

    @property
    def statement(self) -> tuple[Inline, ...]:
        """The statement as it was confirmed or translated, and what is still to be done of that."""
        return marked(self.said, self.language)


def marked(said: Said, language: str) -> tuple[Inline, ...]:
    """Words as a document in that language says them, with what a draft says of them."""
    words: tuple[Inline, ...] = (Text(said.words, said.language),)
    return (*words, *remark_on(said, language))


def remark_on(said: Said, language: str) -> tuple[Inline, ...]:
    """What a draft says of words that are not yet as they must be."""
    return (Text(" "), Editorial(phrase(language, f"mark.{said.mark}"))) if said.mark else ()


def findings(record: Record, topic: Topic) -> tuple[Finding, ...]:
    """The topic's points for outputs: by subtopic as in the programme, then in their order."""
    return _as_findings(record, topic, points_for_outputs(record, topic.id))


def set_aside(record: Record, topic: Topic) -> tuple[Finding, ...]:
    """The topic's points parked or noted only; for one section of the proceedings alone."""
    return _as_findings(record, topic, points_set_aside(record, topic.id))


def of_kinds(found: Iterable[Finding], *kinds: str) -> tuple[Finding, ...]:
    """Those of the given kinds, in the order they had."""
    return tuple(finding for finding in found if finding.point.kind in kinds)


def strongest(found: Iterable[Finding], limit: int) -> tuple[Finding, ...]:
    """Those raised by most tables first, ties in the order they had."""
    return tuple(sorted(found, key=lambda finding: -finding.raising)[:limit])


def by_subtopic(
    topic: Topic, found: Iterable[Finding]
) -> tuple[tuple[Subtopic | None, tuple[Finding, ...]], ...]:
    """The findings of each subtopic that has any; those of the topic as a whole come last."""
    whole = tuple(found)
    groups = [
        (subtopic, tuple(f for f in whole if f.subtopic == subtopic))
        for subtopic in (*topic.subtopics, None)
    ]
    return tuple((subtopic, group) for subtopic, group in groups if group)


def named_tables(names: tuple[str, ...], language: str = "en") -> str:
    """``Tables 1–3 and 5`` where all are called by a number, else the names one by one."""
    numbered = [int(found.group(1)) for name in names if (found := _NUMBERED.fullmatch(name))]
    if len(names) > 1 and len(numbered) == len(names):
        return phrase(language, "tables", numbers=joined(language, _spans(numbered, language)))
    return joined(language, [table_name(name, language) for name in names])


def _spans(numbers: Sequence[int], language: str) -> list[str]:
    """Three in a row and more are said by the first and the last of them."""
    rows: list[list[int]] = []
    for number in numbers:
        if rows and rows[-1][-1] + 1 == number:
            rows[-1].append(number)
        else:
            rows.append([number])
    said: list[str] = []
    for row in rows:
        if len(row) > 2:
            said.append(phrase(language, "tables.span", first=row[0], last=row[-1]))
        else:
            said += map(str, row)
    return said


def table_name(name: str, language: str) -> str:
    """``Table 4`` as the language says it; a name that somebody gave stays as it is."""
    found = _NUMBERED.fullmatch(name)
    return phrase(language, "table", number=found.group(1)) if found else name


_NUMBERED = re.compile(r"Table (\d+)")


def _as_findings(record: Record, topic: Topic, points: tuple[Point, ...]) -> tuple[Finding, ...]:
    names = {table.id: (table.number, table.name) for table in record.tables}
    subtopics = {subtopic.id: subtopic for subtopic in topic.subtopics}
    discussing = tables_discussing(record, topic.id)
    made = (_finding(record, point, subtopics, names, discussing) for point in points)
    last = len(topic.subtopics) + 1
    return tuple(sorted(made, key=lambda f: f.subtopic.number if f.subtopic else last))


def _finding(
    record: Record,
    point: Point,
    subtopics: dict[str, Subtopic],
    names: dict[str, tuple[int, str]],
    discussing: int,
) -> Finding:
    notes = notes_behind(record, point)
    raising = tables_raising(record, point)
    named = sorted(names[table] for table in raising if table in names)
    language = framed(record.written_in)
    mentioned = {country_name(code, language) for note in notes for code in note.countries}
    persons = {note.said_by for note in notes if note.said_by}
    return Finding(
        point=point,
        subtopic=subtopics.get(point.subtopic or ""),
        notes=notes,
        tables=tuple(name for _, name in named),
        raising=len(raising),
        discussing=discussing,
        countries=tuple(sorted(mentioned, key=_alphabet)),
        persons=tuple(sorted(persons, key=_alphabet)),
        said=said_in(record, point.id, point.statement, point.language),
        language=language,
    )


def _alphabet(name: str) -> tuple[str, str]:
    """By the alphabet of the name's letters; accents count only where nothing else differs."""
    return alphabetical(name), name
