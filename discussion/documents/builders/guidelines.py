"""The guidelines, from the record's recommendations and what stands beside them.

Each recommendation is one guideline; challenges and good practices of its subtopic say why and
how. What nobody at a table said is left as a visible place, nothing is invented for it. It must
not know any file format.
"""

from collections.abc import Iterable, Iterator

from discussion.documents.builders import wording
from discussion.documents.builders.body import Body, listing, missing, said
from discussion.documents.builders.cover import cover
from discussion.documents.builders.declaration import section_letter
from discussion.documents.builders.findings import Finding, by_subtopic, findings, of_kinds
from discussion.documents.builders.paragraphs import Item
from discussion.documents.phrases import phrase
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
    Strong,
    Table,
    TableOfContents,
    Text,
    Worded,
    abjad,
)
from discussion.domain.drafting.passages import Generated
from discussion.domain.programme import Programme, Topic
from discussion.domain.publications import EditionStamp, Record

DOCUMENT = "guidelines"
WHY = 3  # challenges and examples at most under one guideline

Guideline = tuple[str, Finding]
"""A number such as ``C.3`` and the recommendation that has it."""

Told = tuple[Finding, tuple[Inline, ...]]
"""A point and what is printed of it."""


def build_guidelines(record: Record, stamp: EditionStamp) -> Document:
    """The draft guidelines; parts A, B, C are the topics, guidelines count through each part.

    What people have written in the place of generated words stands as they wrote it.
    """
    return write_guidelines(record, stamp)[0]


def write_guidelines(record: Record, stamp: EditionStamp) -> tuple[Document, tuple[Generated, ...]]:
    """The same, and what is generated at each of its places in which people may write."""
    programme, language = record.workshop.programme, record.written_in
    title, status = phrase(language, "title.guidelines"), phrase(language, "guidelines.status")
    named = phrase(language, "guidelines.draft") if stamp.draft else title
    body = Body(record, DOCUMENT, counted=False)
    contents = TableOfContents(phrase(language, "printed.contents"))
    body.blocks.append(cover(programme, stamp, named, status, language))
    body.blocks += [PageBreak(), contents, PageBreak()]
    _front(body, programme)
    every: list[Guideline] = []
    for topic in programme.topics:
        part = _Part(body, section_letter(topic.number - 1), topic)
        part.write(findings(record, topic))
        every += part.guidelines
    review = (missing(language, body.say(f"guidelines.{key}_open")) for key in ("focal", "review"))
    _chapter(body, "4", "review", *review)
    body.blocks += _checklist(language, every)
    meta = wording.meta(record, stamp, DOCUMENT, title, status)
    return Document(meta, tuple(body.blocks)), tuple(body.generated)


def _front(body: Body, programme: Programme) -> None:
    _chapter(body, "1", "purpose", *_purpose(body, programme))
    for number, slot in (("2", "terms"), ("3", "principles")):
        _chapter(body, number, slot, missing(body.language, body.say(f"guidelines.{slot}_open")))


def _chapter(body: Body, number: str, slot: str, *prose: Worded) -> None:
    body.head(Heading(1, (Text(body.say(f"guidelines.{slot}")),), f"G-{number}", number))
    body.section(slot, f"G-{number}-{slot}", prose)


def _purpose(body: Body, programme: Programme) -> Iterator[Worded]:
    language = body.language
    event = wording.event_of(programme, language)
    yield said(body.say("guidelines.voluntary", event=event), SECRETARIAT)
    title, held = wording.titled(programme, language), wording.held(programme, language)
    tail = body.say("opening.held", held=held) if held else ""
    yield said(body.say("guidelines.origin", event=event, title=title, held=tail), PROGRAMME)
    if programme.participants:
        groups = tuple(Item((Text(body.own(name)),), PROGRAMME) for name in programme.participants)
        yield from listing(language, body.say("guidelines.whom"), PROGRAMME, groups)
    yield missing(language, body.say("guidelines.scope_open"))


class _Part:
    """A topic's guidelines, numbered through, with what other points of its subtopics say."""

    def __init__(self, body: Body, letter: str, topic: Topic) -> None:
        self._body = body
        self._letter = letter
        self._topic = topic
        self.guidelines: tuple[Guideline, ...] = ()

    def write(self, found: tuple[Finding, ...]) -> None:
        """The part's heading, and its guidelines by subtopic."""
        body, letter = self._body, self._letter
        recommended = of_kinds(found, "recommendation")
        self.guidelines = tuple((f"{letter}.{n}", one) for n, one in enumerate(recommended, 1))
        title = body.own(self._topic.title)
        part = self._say("part", letter=_printed(letter, body.language))
        body.head(Heading(1, (Text(title),), f"G-{letter}", part))
        if not self.guidelines:
            none = (Text(self._say("none")),)
            body.blocks.append(Paragraph(none, f"G-{letter}-none", SECRETARIAT))
        numbers = {finding.point.id: number for number, finding in self.guidelines}
        for subtopic, group in by_subtopic(self._topic, found):
            recommended = of_kinds(group, "recommendation")
            if not recommended:
                continue
            name = body.own(subtopic.title) if subtopic else body.say("body.whole_topic")
            place = subtopic.number if subtopic else 0
            body.head(Heading(2, (Text(name),), f"G-{letter}-S{place}"))
            for finding in recommended:
                body.blocks += self._guideline(numbers[finding.point.id], finding, group)

    def _guideline(
        self, number: str, finding: Finding, group: tuple[Finding, ...]
    ) -> Iterator[Block]:
        shown = _printed(number, self._body.language)
        anchor, place = f"G-{number}", self._say("place", number=shown)
        statement: tuple[Inline, ...] = (Strong((Text(f"{shown}. "), *finding.statement)),)
        yield Paragraph(statement, anchor, finding.sources, "caption", place=place)
        challenges = of_kinds(group, "challenge")[:WHY]
        whys = [(one, one.statement) for one in challenges]
        yield from self._told("why", anchor, place, whys) or (self._line("why", number, finding),)
        yield self._line("steps", number, finding)
        examples = [f for f in of_kinds(group, "good_practice") if f.countries][:WHY]
        named = [(one, (*one.statement, Text(f" ({self._listed(one)})"))) for one in examples]
        yield from self._told("example", anchor, place, named)
        yield self._line("indicator", number, finding)
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

    def _line(self, what: str, number: str, finding: Finding) -> Paragraph:
        """A line that people fill in."""
        shown, point = _printed(number, self._body.language), finding.point.id
        place = self._say("place", number=shown)
        title = self._body.say("labelled", label=place) + self._say(what)
        content = (*self._label(what), *self._body.gap(f"{what}-{point}", title, point))
        return Paragraph(content, f"G-{number}-{what}", SECRETARIAT, "bullet", place=place)

    def _label(self, what: str) -> tuple[Inline, ...]:
        return (Strong((Text(self._body.say("labelled", label=self._say(what))),)),)

    def _listed(self, finding: Finding) -> str:
        return self._body.say("comma").join(finding.countries)

    def _say(self, key: str, **values: object) -> str:
        return self._body.say(f"guidelines.{key}", **values)


def _checklist(language: str, guidelines: list[Guideline]) -> Iterator[Block]:
    """Where a service stands, guideline by guideline, to be filled in by itself."""
    if not guidelines:
        return
    yield PageBreak()
    title, annex = (phrase(language, f"guidelines.{key}") for key in ("checklist", "annex"))
    yield Heading(1, (Text(title),), "G-5", annex)
    rows = tuple(
        Row(
            ((Link((Text(shown),), f"#G-{number}"),), finding.statement, (), (), ()),
            f"G-{number}-check",
            finding.sources,
            phrase(language, "guidelines.checklist_place", number=shown),
        )
        for number, finding in guidelines
        for shown in (_printed(number, language),)
    )
    columns = ("number", "one", "in_place", "in_part", "not_yet")
    header = tuple(phrase(language, f"guidelines.{column}") for column in columns)
    caption = phrase(language, "guidelines.stand")
    yield Table(caption, header, (9, 55, 12, 12, 12), rows, "G-checklist")


def _printed(number: str, language: str) -> str:
    """``C.3`` as a language prints it: a line that began with a Latin letter would run from it."""
    letter, dot, place = number.partition(".")
    if language != "ar" or len(letter) > 1:
        return number
    own = abjad(ord(letter) - ord("A") + 1)[1:-1]
    return f"{own}{dot and '-'}{place}"
