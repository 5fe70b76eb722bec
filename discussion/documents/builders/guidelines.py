"""The guidelines, from the record's recommendations and what stands beside them.

Each recommendation is one guideline; challenges and good practices of its subtopic say why and
how. What nobody at a table said is left as a visible place, nothing is invented for it. It must
not know any file format.
"""

from collections.abc import Iterable, Iterator

from discussion.documents.builders import wording
from discussion.documents.builders.cover import cover
from discussion.documents.builders.declaration import section_letter
from discussion.documents.builders.findings import Finding, by_subtopic, findings, of_kinds
from discussion.documents.builders.gaps import open_cell, to_complete
from discussion.documents.phrases import joined, phrase
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

WHY = 3  # challenges and examples at most under one guideline

Guideline = tuple[str, Finding]
"""A number such as ``C.3`` and the recommendation that has it."""

Told = tuple[Finding, tuple[Inline, ...]]
"""A point and what is printed of it."""


def build_guidelines(record: Record, stamp: EditionStamp) -> Document:
    """The draft guidelines; parts A, B, C are the topics, guidelines count through each part."""
    programme, language = record.workshop.programme, record.written_in
    title, status = phrase(language, "title.guidelines"), phrase(language, "guidelines.status")
    named = phrase(language, "guidelines.draft") if stamp.draft else title
    blocks: list[Block] = [
        cover(programme, stamp, named, status, language),
        PageBreak(),
        TableOfContents(phrase(language, "printed.contents")),
        PageBreak(),
        *_front(record),
    ]
    every: list[Guideline] = []
    for topic in programme.topics:
        part = _Part(programme, language, section_letter(topic.number - 1), topic)
        blocks += part.blocks(findings(record, topic))
        every += part.guidelines
    blocks += _implementation(language)
    blocks += _checklist(language, every)
    return Document(wording.meta(record, stamp, "guidelines", title, status), tuple(blocks))


def _front(record: Record) -> Iterator[Block]:
    programme, language = record.workshop.programme, record.written_in
    event = wording.event_of(programme, language)
    yield Heading(1, (Text(phrase(language, "guidelines.purpose")),), "G-1", "1")
    yield _said("G-1-status", phrase(language, "guidelines.voluntary", event=event))
    title, held = wording.titled(programme, language), wording.held(programme, language)
    tail = phrase(language, "opening.held", held=held) if held else ""
    arose = phrase(language, "guidelines.origin", event=event, title=title, held=tail)
    yield _said("G-1-origin", arose, PROGRAMME)
    if programme.participants:
        named = [wording.own(programme, group, language) for group in programme.participants]
        groups = joined(language, named)
        whom = phrase(language, "guidelines.whom", groups=groups)
        yield _said("G-1-whom", whom, PROGRAMME)
    yield _open(language, "G-1-scope", "guidelines.scope_open")
    yield Heading(1, (Text(phrase(language, "guidelines.terms")),), "G-2", "2")
    yield _open(language, "G-2-terms", "guidelines.terms_open")
    yield Heading(1, (Text(phrase(language, "guidelines.principles")),), "G-3", "3")
    yield _open(language, "G-3-principles", "guidelines.principles_open")


class _Part:
    """A topic's guidelines, numbered through, with what other points of its subtopics say."""

    def __init__(self, programme: Programme, language: str, letter: str, topic: Topic) -> None:
        self._programme = programme
        self._language = language
        self._letter = letter
        self._topic = topic
        self.guidelines: tuple[Guideline, ...] = ()

    def blocks(self, found: tuple[Finding, ...]) -> Iterator[Block]:
        """The part's heading, and its guidelines by subtopic."""
        letter, title = self._letter, self._own(self._topic.title)
        recommended = of_kinds(found, "recommendation")
        self.guidelines = tuple((f"{letter}.{n}", one) for n, one in enumerate(recommended, 1))
        yield Heading(1, (Text(title),), f"G-{letter}", self._say("part", letter=letter))
        if not self.guidelines:
            yield _said(f"G-{letter}-none", self._say("none"))
        numbers = {finding.point.id: number for number, finding in self.guidelines}
        for subtopic, group in by_subtopic(self._topic, found):
            recommended = of_kinds(group, "recommendation")
            if not recommended:
                continue
            whole = phrase(self._language, "body.whole_topic")
            name = self._own(subtopic.title) if subtopic else whole
            place = subtopic.number if subtopic else 0
            yield Heading(2, (Text(name),), f"G-{letter}-S{place}")
            for finding in recommended:
                yield from self._guideline(numbers[finding.point.id], finding, group)

    def _guideline(
        self, number: str, finding: Finding, group: tuple[Finding, ...]
    ) -> Iterator[Block]:
        anchor, place = f"G-{number}", self._say("place", number=number)
        statement: tuple[Inline, ...] = (Strong((Text(f"{number}. "), *finding.statement)),)
        yield Paragraph(statement, anchor, finding.sources, "caption", place=place)
        challenges = of_kinds(group, "challenge")[:WHY]
        whys = [(one, one.statement) for one in challenges]
        yield from self._told("why", anchor, place, whys) or (self._line("why", anchor),)
        yield self._line("steps", anchor)
        examples = [f for f in of_kinds(group, "good_practice") if f.countries][:WHY]
        named = [(one, (*one.statement, Text(f" ({self._listed(one)})"))) for one in examples]
        yield from self._told("example", anchor, place, named)
        yield self._line("indicator", anchor)
        raised = Text(self._say("raised", strength=finding.strength))
        basis = (*self._label("basis"), raised)
        yield Paragraph(basis, f"{anchor}-basis", finding.sources, "bullet", place=place)

    def _told(self, what: str, anchor: str, place: str, told: Iterable[Told]) -> list[Block]:
        """What other points of the subtopic say to it, a line each."""
        label = self._label(what)
        return [
            Paragraph(
                (*label, *words),
                f"{anchor}-{what}-{n}",
                one.sources,
                "bullet",
                place=place,
            )
            for n, (one, words) in enumerate(told, 1)
        ]

    def _line(self, what: str, anchor: str) -> Paragraph:
        content = (*self._label(what), open_cell(self._language))
        return Paragraph(content, f"{anchor}-{what}", SECRETARIAT, "bullet")

    def _label(self, what: str) -> tuple[Inline, ...]:
        return (Strong((Text(phrase(self._language, "labelled", label=self._say(what))),)),)

    def _listed(self, finding: Finding) -> str:
        return phrase(self._language, "comma").join(finding.countries)

    def _own(self, words: str) -> str:
        return wording.own(self._programme, words, self._language)

    def _say(self, key: str, **values: object) -> str:
        return phrase(self._language, f"guidelines.{key}", **values)


def _implementation(language: str) -> Iterator[Block]:
    yield Heading(1, (Text(phrase(language, "guidelines.review")),), "G-4", "4")
    yield _open(language, "G-4-focal", "guidelines.focal_open")
    yield _open(language, "G-4-review", "guidelines.review_open")


def _checklist(language: str, guidelines: list[Guideline]) -> Iterator[Block]:
    """Where a service stands, guideline by guideline, to be filled in by itself."""
    if not guidelines:
        return
    yield PageBreak()
    title, annex = (phrase(language, f"guidelines.{key}") for key in ("checklist", "annex"))
    yield Heading(1, (Text(title),), "G-5", annex)
    rows = tuple(
        Row(
            ((Link((Text(number),), f"#G-{number}"),), finding.statement, (), (), ()),
            f"G-{number}-check",
            finding.sources,
            phrase(language, "guidelines.checklist_place", number=number),
        )
        for number, finding in guidelines
    )
    columns = ("number", "one", "in_place", "in_part", "not_yet")
    header = tuple(phrase(language, f"guidelines.{column}") for column in columns)
    caption = phrase(language, "guidelines.stand")
    yield Table(caption, header, (9, 55, 12, 12, 12), rows, "G-checklist")


def _open(language: str, anchor: str, key: str) -> Paragraph:
    return Paragraph((to_complete(language, phrase(language, key)),), anchor, SECRETARIAT)


def _said(anchor: str, words: str, sources: tuple[Source, ...] = SECRETARIAT) -> Paragraph:
    return Paragraph((Text(words),), anchor, sources)
