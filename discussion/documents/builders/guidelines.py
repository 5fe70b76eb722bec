"""The guidelines, from the record's recommendations and what stands beside them.

Each recommendation is one guideline; challenges and good practices of its subtopic say why and
how. What nobody at a table said is left as a visible place, nothing is invented for it. It must
not know any file format.
"""

from collections.abc import Iterable, Iterator

from discussion.documents.builders import wording
from discussion.documents.builders.body import OPEN_CELL, to_complete
from discussion.documents.builders.cover import cover
from discussion.documents.builders.declaration import section_letter
from discussion.documents.builders.findings import Finding, by_subtopic, findings, of_kinds
from discussion.documents.tree import (
    PROGRAMME,
    SECRETARIAT,
    Block,
    Document,
    Heading,
    Inline,
    Link,
    PageBreak,
    Paragraph,
    Row,
    Source,
    Strong,
    Table,
    TableOfContents,
    Text,
)
from discussion.domain.programme import Programme, Topic
from discussion.domain.publications import EditionStamp, Record

STATUS = "Voluntary and non-binding. Draft for consultation."
VOLUNTARY = (
    "These guidelines are voluntary and non-binding. They gather what the tables of the {event} "
    "recommended to one another; they create no obligation and replace no national law or policy."
)
WHY = 3  # challenges and examples at most under one guideline


def build_guidelines(record: Record, stamp: EditionStamp) -> Document:
    """The draft guidelines; parts A, B, C are the topics, guidelines count through each part."""
    programme = record.workshop.programme
    title = wording.document_title("guidelines")
    numbered = tuple(
        (letter, topic, _numbered(letter, findings(record, topic)))
        for topic in programme.topics
        for letter in (section_letter(topic.number - 1),)
    )
    blocks: list[Block] = [
        cover(programme, stamp, f"DRAFT {title}" if stamp.draft else title, STATUS),
        PageBreak(),
        TableOfContents("Contents"),
        PageBreak(),
        *_front(programme),
    ]
    for letter, topic, guidelines in numbered:
        blocks += _part(letter, topic, findings(record, topic), guidelines)
    blocks += _implementation()
    blocks += _checklist([one for _, _, guidelines in numbered for one in guidelines])
    meta = wording.meta(record, stamp, "guidelines", title, STATUS)
    return Document(meta, tuple(blocks))


Guideline = tuple[str, Finding]
"""A number such as ``C.3`` and the recommendation that has it."""

Told = tuple[Finding, tuple[Inline, ...]]
"""A point and what is printed of it."""


def _numbered(letter: str, found: tuple[Finding, ...]) -> tuple[Guideline, ...]:
    recommended = of_kinds(found, "recommendation")
    return tuple((f"{letter}.{n}", finding) for n, finding in enumerate(recommended, 1))


def _front(programme: Programme) -> Iterator[Block]:
    event = wording.event_word(programme)
    yield Heading(1, (Text("Status, purpose and scope"),), "G-1", "1")
    yield _said("G-1-status", VOLUNTARY.format(event=event))
    held = wording.held(programme)
    occasion = f"the {event} on “{programme.title}”{f', {held}' if held else ''}"
    yield _said("G-1-origin", f"They arose from {occasion}.", PROGRAMME)
    if programme.participants:
        groups = wording.joined(programme.participants)
        yield _said("G-1-whom", f"They address whom the programme addressed: {groups}.", PROGRAMME)
    yield _open("G-1-scope", "scope, and whom the guidelines address")
    yield Heading(1, (Text("Terms"),), "G-2", "2")
    yield _open("G-2-terms", "terms used, each with its meaning")
    yield Heading(1, (Text("Principles"),), "G-3", "3")
    yield _open("G-3-principles", "five to seven principles that hold for all parts")


def _part(
    letter: str, topic: Topic, found: tuple[Finding, ...], guidelines: tuple[Guideline, ...]
) -> Iterator[Block]:
    yield Heading(1, (Text(topic.title),), f"G-{letter}", f"Part {letter}")
    if not guidelines:
        words = "No recommendation had been confirmed on this topic by the time of this edition."
        yield _said(f"G-{letter}-none", words)
    numbers = {finding.point.id: number for number, finding in guidelines}
    for subtopic, group in by_subtopic(topic, found):
        recommended = of_kinds(group, "recommendation")
        if not recommended:
            continue
        name = subtopic.title if subtopic else "The topic as a whole"
        place = subtopic.number if subtopic else 0
        yield Heading(2, (Text(name),), f"G-{letter}-S{place}")
        for finding in recommended:
            yield from _guideline(numbers[finding.point.id], finding, group)


def _guideline(number: str, finding: Finding, group: tuple[Finding, ...]) -> Iterator[Block]:
    anchor, place = f"G-{number}", f"Guideline {number}"
    statement: tuple[Inline, ...] = (Strong((Text(f"{number}. "), *finding.statement)),)
    yield Paragraph(statement, anchor, finding.sources, "caption", place=place)
    challenges = of_kinds(group, "challenge")[:WHY]
    told = [(one, one.statement) for one in challenges]
    yield from _told("Why", f"{anchor}-why", place, told) or (_line("Why", f"{anchor}-why"),)
    yield _line("Steps by actor", f"{anchor}-steps")
    examples = [f for f in of_kinds(group, "good_practice") if f.countries][:WHY]
    told = [(one, (*one.statement, Text(f" ({', '.join(one.countries)})"))) for one in examples]
    yield from _told("Example", f"{anchor}-example", place, told)
    yield _line("Indicator", f"{anchor}-indicator")
    words = f"Raised by {finding.strength} that discussed the topic."
    content = (Strong((Text("Basis: "),)), Text(words))
    yield Paragraph(content, f"{anchor}-basis", finding.sources, "bullet", place=place)


def _told(label: str, anchor: str, place: str, told: Iterable[Told]) -> list[Block]:
    """What other points of the subtopic say to it, a line each."""
    return [
        Paragraph(
            (Strong((Text(f"{label}: "),)), *words),
            f"{anchor}-{n}",
            one.sources,
            "bullet",
            place=place,
        )
        for n, (one, words) in enumerate(told, 1)
    ]


def _implementation() -> Iterator[Block]:
    yield Heading(1, (Text("Implementation and review"),), "G-4", "4")
    yield _open("G-4-focal", "focal points and how experience is shared")
    yield _open("G-4-review", "when and by whom the guidelines are reviewed")


def _checklist(guidelines: list[Guideline]) -> Iterator[Block]:
    """Where a service stands, guideline by guideline, to be filled in by itself."""
    if not guidelines:
        return
    yield PageBreak()
    yield Heading(1, (Text("Self-assessment checklist"),), "G-5", "Annex")
    rows = tuple(
        Row(
            ((Link((Text(number),), f"#G-{number}"),), finding.statement, (), (), ()),
            f"G-{number}-check",
            finding.sources,
            f"Checklist {number}",
        )
        for number, finding in guidelines
    )
    header = ("No.", "Guideline", "In place", "In part", "Not yet")
    yield Table("Where we stand", header, (9, 55, 12, 12, 12), rows, "G-checklist")


def _line(label: str, anchor: str) -> Paragraph:
    content = (Strong((Text(f"{label}: "),)), OPEN_CELL)
    return Paragraph(content, anchor, SECRETARIAT, "bullet")


def _open(anchor: str, what: str) -> Paragraph:
    return Paragraph((to_complete(f"{what}."),), anchor, SECRETARIAT)


def _said(anchor: str, words: str, sources: tuple[Source, ...] = SECRETARIAT) -> Paragraph:
    return Paragraph((Text(words),), anchor, sources)
