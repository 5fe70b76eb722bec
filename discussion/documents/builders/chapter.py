"""One topic's chapter of the proceedings, in the past tense and third person.

It must not know the other chapters; what it says of tables is counted, never judged.
"""

from collections.abc import Iterable, Iterator

from discussion.documents.builders import wording
from discussion.documents.builders.body import OPEN_CELL, Body, listing, missing, said
from discussion.documents.builders.findings import Finding, by_subtopic, named_tables, of_kinds
from discussion.documents.builders.paragraphs import Item
from discussion.documents.tree import (
    PROGRAMME,
    SECRETARIAT,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Row,
    Source,
    Text,
    Worded,
)
from discussion.domain.attribution import allows
from discussion.domain.contributions import KINDS
from discussion.domain.programme import Programme, Topic
from discussion.domain.publications import Record, notes_for_outputs, tables_discussing

MANY_TABLES = 12  # above this, a table's cell counts tables instead of naming them

_LISTS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("challenges", "Challenges", ("challenge",), "The following challenges were identified:"),
    (
        "success",
        "Success factors and alternative methods",
        ("success_factor", "alternative_method"),
        "The following factors of success and alternative methods were put forward:",
    ),
)
_REF, _NAMED, _STRENGTH = 19, 15, 13  # shares of a line; the point takes the rest
_WHO = {"country": "Countries", "person": "Countries and persons"}


def write_chapter(
    body: Body,
    record: Record,
    topic: Topic,
    found: tuple[Finding, ...],
    aside: tuple[Finding, ...],
) -> dict[str, str]:
    """Adds the chapter; hands back where each recommendation stands, point id -> anchor."""
    chapter = _Chapter(body, topic, found)
    body.chapter_heading(f"Topic {topic.number}: {topic.title}")
    _presentation(chapter, record.workshop.programme)
    _discussion(chapter, record)
    level = record.attribution.on(topic.id).published
    _findings(chapter, level)
    for part, title, kinds, words in _LISTS:
        body.part_heading(title)
        chapter.listed(part, of_kinds(found, *kinds), words)
    _practices(chapter, of_kinds(found, "good_practice"), level)
    body.part_heading("Recommendations and commitments")
    words = "The following recommendations were made:"
    places = chapter.listed("recommendations", of_kinds(found, "recommendation"), words)
    words = "The following commitments were expressed:"
    if committed := of_kinds(found, "commitment"):
        places |= chapter.listed("commitments", committed, words, about="commitments")
    _not_agreed(chapter, aside)
    _second_day(chapter, record.workshop.programme)
    return places


class _Chapter:
    """The chapter that is being written: its topic, and how its findings are referred to."""

    def __init__(self, body: Body, topic: Topic, found: tuple[Finding, ...]) -> None:
        self.body = body
        self.topic = topic
        self.found = found
        self.refs = {f.point.id: f"T{topic.number}-F{n:02d}" for n, f in enumerate(found, 1)}

    def section(self, part: str, blocks: Iterable[Worded]) -> None:
        """A run of prose in which people may write; ``part`` tells it from the others."""
        self.body.section(*self._named(part), blocks)

    def introduce(self, part: str, words: str, *, about: str = "") -> None:
        """The same above a list or table."""
        self.body.introduce(*self._named(part), (said(words, SECRETARIAT),), about=about)

    def listed(
        self, part: str, found: tuple[Finding, ...], words: str, *, about: str = ""
    ) -> dict[str, str]:
        """The points below words that people may change; where each stands is handed back."""
        slot, stem = self._named(part)
        if not found:
            self.introduce(part, "None had been confirmed by the time of this edition.")
            return {}
        sources = tuple(source for f in found for source in f.sources)
        self.body.introduce(slot, stem, (said(words, sources),), about=about)
        items = tuple(Item(self._with_reference(f), f.sources) for f in found)
        anchors = self.body.listed(items, stem)
        return {f.point.id: anchor for f, anchor in zip(found, anchors, strict=True)}

    def _named(self, part: str) -> tuple[str, str]:
        """What the section is kept by, and what its anchors begin with."""
        return f"topic-{self.topic.id}-{part}", f"T{self.topic.number}-{part}"

    def _with_reference(self, finding: Finding) -> tuple[Inline, ...]:
        """The statement with the finding it stands for and its strength in a word."""
        if finding.point.id not in self.refs:
            return (*finding.statement, Text(f" ({_aside_word(finding)})"))
        ref = self.refs[finding.point.id]
        link = Link((Text(ref),), f"#{ref}")
        return (*finding.statement, Text(" ("), link, Text(f", {finding.strength})"))


def _presentation(chapter: _Chapter, programme: Programme) -> None:
    chapter.body.part_heading("Presentation of the topic")
    items = wording.items_of(programme, "topic_presentation", chapter.topic.number)
    blocks = []
    for item in items:
        who = wording.speaker(item)
        by = f" It was to be given by {who}." if who else ""
        blocks.append(said(f"The topic was presented {wording.slot(item)}.{by}", PROGRAMME))
    summary = missing("presenter and summary of the presentation as given.")
    chapter.section("presentation", (*blocks, summary))


def _discussion(chapter: _Chapter, record: Record) -> None:
    chapter.body.part_heading("Group discussion")
    chapter.section("discussion", _discussed(chapter.topic, record))


def _discussed(topic: Topic, record: Record) -> Iterator[Worded]:
    for item in wording.items_of(record.workshop.programme, "group_discussion", topic.number):
        yield said(f"The group discussion was scheduled {wording.slot(item)}.", PROGRAMME)
    notes = notes_for_outputs(record, topic.id)
    count = tables_discussing(record, topic.id)
    if not count:
        yield said(
            "No table had submitted a note on this topic by the time of this edition.", SECRETARIAT
        )
    else:
        tables = wording.capital(wording.counted(count, "table"))
        were = "was" if len(notes) == 1 else "were"
        taken = f"{wording.capital(wording.counted(len(notes), 'note'))} {were}"
        source = (Source("notes", None, tuple(note.id for note in notes)),)
        yield said(
            f"{tables} discussed the topic and handed in notes. {taken} accepted and "
            "served as the basis of the findings below.",
            source,
        )
    if topic.subtopics:
        parts = tuple(Item((Text(subtopic.title),), PROGRAMME) for subtopic in topic.subtopics)
        words = "The tables were invited to consider the following subtopics:"
        yield from listing(words, PROGRAMME, parts)


def _findings(chapter: _Chapter, level: str) -> None:
    chapter.body.part_heading("Findings by subtopic")
    if not chapter.found:
        words = "No point had been confirmed on this topic by the time of this edition."
        chapter.introduce("findings", words)
        return
    tables = "the tables whose notes it is based on, " if allows(level, "table") else ""
    who = "whoever agreed to be named with these notes, " if level in _WHO else ""
    chapter.introduce(
        "findings",
        f"The tables below give each point in the words in which it was confirmed, {tables}{who}"
        "and how widely it was raised. How widely a point was raised says nothing about agreement.",
    )
    topic = chapter.topic
    for subtopic, group in by_subtopic(topic, chapter.found):
        name = subtopic.title if subtopic else "The topic as a whole"
        number = subtopic.number if subtopic else 0
        rows = tuple(_row(finding, chapter.refs[finding.point.id], level) for finding in group)
        chapter.body.table(name, _columns(level), rows, f"T{topic.number}-S{number}")


def _columns(level: str) -> tuple[tuple[str, int], ...]:
    """What is told of each finding, as far as it may be published."""
    tables = (("Raised by", _NAMED),) if allows(level, "table") else ()
    who = ((_WHO[level], _NAMED),) if level in _WHO else ()
    point = 100 - _REF - _STRENGTH - _NAMED * len((*tables, *who))
    return (("Ref.", _REF), ("Point", point), *tables, *who, ("Strength", _STRENGTH))


def _row(finding: Finding, ref: str, level: str) -> Row:
    kind = KINDS.get(finding.point.kind, finding.point.kind)
    many = finding.raising > MANY_TABLES
    tables = f"{finding.raising} tables" if many else named_tables(finding.tables)
    cells: list[tuple[Inline, ...]] = [
        (Text(ref), LineBreak(), Emphasis((Text(kind),))),
        finding.statement,
    ]
    if allows(level, "table"):
        cells.append((Text(tables or "–"),))
    if level in _WHO:
        cells.append((Text(", ".join(finding.named) or "–"),))
    cells.append((Text(finding.strength),))
    return Row(tuple(cells), ref, finding.sources, f"Finding {ref}")


def _practices(chapter: _Chapter, found: tuple[Finding, ...], level: str) -> None:
    chapter.body.part_heading("Good practices")
    if not found:
        chapter.introduce("practices", "None had been confirmed by the time of this edition.")
        return
    chapter.introduce("practices", "The following good practices were described at the tables:")
    who = ((_WHO[level], 20),) if level in _WHO else ()
    columns = (("Ref.", 9), ("Practice", 43 if who else 63), *who, ("Result and contact", 28))
    rows = []
    for finding in found:
        ref = chapter.refs[finding.point.id]
        link = (Link((Text(ref),), f"#{ref}"),)
        named = ((Text(", ".join(finding.named) or "–"),),) if who else ()
        cells = (link, finding.statement, *named, (OPEN_CELL,))
        rows.append(Row(cells, f"{ref}-G", finding.sources, f"Good practice {ref}"))
    anchor = f"T{chapter.topic.number}-G"
    chapter.body.table("Good practices", columns, tuple(rows), anchor)


_NOT_AGREED = (
    ("dissent", "differing views", "The following views differed from those of other tables:"),
    ("question", "open questions", "The following questions remained open:"),
    ("data", "data", "The following data were mentioned and remained to be verified:"),
)


def _not_agreed(chapter: _Chapter, aside: tuple[Finding, ...]) -> None:
    chapter.body.part_heading("Points not agreed and points set aside")
    there = [(each, of_kinds(chapter.found, each[0])) for each in _NOT_AGREED]
    for (kind, about, words), found in there:
        if found:
            chapter.listed(kind, found, words, about=about)
    if aside:
        words = "The following points were set aside and appear here alone:"
        chapter.listed("aside", aside, words, about="points set aside")
    elif not any(found for _, found in there):
        words = "No such point was on record at the time of this edition."
        chapter.section("not-agreed", (said(words, SECRETARIAT),))


def _aside_word(finding: Finding) -> str:
    return "parked" if finding.point.status == "parked" else "noted only"


def _second_day(chapter: _Chapter, programme: Programme) -> None:
    chapter.body.part_heading("Presentation of the results and questions")
    items = wording.items_of(programme, "day2_presentation", chapter.topic.number)
    scheduled = (f"The results were presented {wording.slot(item)}." for item in items)
    blocks = tuple(said(words, PROGRAMME) for words in scheduled)
    questions = missing("presenter, questions from the floor and answers.")
    chapter.section("results", (*blocks, questions))
