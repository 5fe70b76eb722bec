"""One topic's chapter of the proceedings, in the past tense and third person.

It must not know the other chapters; what it says of tables is counted, never judged.
"""

from collections.abc import Iterable, Iterator

from discussion.documents.builders import wording
from discussion.documents.builders.body import Body, listing, missing, said
from discussion.documents.builders.findings import Finding, by_subtopic, named_tables, of_kinds
from discussion.documents.builders.paragraphs import Item
from discussion.documents.phrases import capital, counted
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
from discussion.domain.programme import Programme, Topic
from discussion.domain.publications import Record, notes_for_outputs, tables_discussing

MANY_TABLES = 12  # above this, a table's cell counts tables instead of naming them

_LISTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("challenges", "challenges", ("challenge",)),
    ("success", "factors", ("success_factor", "alternative_method")),
)
_REF, _NAMED, _STRENGTH = 19, 15, 13  # shares of a line; the point takes the rest
_WHO = ("country", "person")


def write_chapter(
    body: Body,
    record: Record,
    topic: Topic,
    found: tuple[Finding, ...],
    aside: tuple[Finding, ...],
) -> dict[str, str]:
    """Adds the chapter; hands back where each recommendation stands, point id -> anchor."""
    chapter = _Chapter(body, topic, found)
    body.chapter_heading(body.say("body.topic", number=topic.number, title=body.own(topic.title)))
    _presentation(chapter, record.workshop.programme)
    _discussion(chapter, record)
    level = record.attribution.on(topic.id).published
    _findings(chapter, level)
    for part, name, kinds in _LISTS:
        body.part_heading(body.say(f"chapter.{name}"))
        chapter.listed(part, of_kinds(found, *kinds), f"chapter.{name}_said")
    _practices(chapter, of_kinds(found, "good_practice"), level)
    body.part_heading(body.say("chapter.recommendations"))
    recommended, said_so = of_kinds(found, "recommendation"), "chapter.recommendations_said"
    places = chapter.listed("recommendations", recommended, said_so)
    if committed := of_kinds(found, "commitment"):
        about = "chapter.commitments"
        places |= chapter.listed("commitments", committed, f"{about}_said", about=about)
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

    def introduce(self, part: str, key: str) -> None:
        """The same above a list or table; ``key`` is that of its sentence."""
        words = said(self.body.say(key), SECRETARIAT)
        self.body.introduce(*self._named(part), (words,))

    def listed(
        self, part: str, found: tuple[Finding, ...], key: str, *, about: str = ""
    ) -> dict[str, str]:
        """The points below words that people may change; where each stands is handed back."""
        slot, stem = self._named(part)
        if not found:
            self.introduce(part, "chapter.nothing")
            return {}
        sources = tuple(source for f in found for source in f.sources)
        words, named = self.body.say(key), self.body.say(about) if about else ""
        self.body.introduce(slot, stem, (said(words, sources),), about=named)
        items = tuple(Item(self._with_reference(f), f.sources) for f in found)
        anchors = self.body.listed(items, stem)
        return {f.point.id: anchor for f, anchor in zip(found, anchors, strict=True)}

    def _named(self, part: str) -> tuple[str, str]:
        """What the section is kept by, and what its anchors begin with."""
        return f"topic-{self.topic.id}-{part}", f"T{self.topic.number}-{part}"

    def _with_reference(self, finding: Finding) -> tuple[Inline, ...]:
        """The statement with the finding it stands for and its strength in a word."""
        if finding.point.id not in self.refs:
            word = self.body.say(f"point.{finding.point.status}")
            return (*finding.statement, Text(f" ({word})"))
        ref = self.refs[finding.point.id]
        told = self.body.say("chapter.reference", ref="\0", strength=finding.strength)
        before, after = told.split("\0")
        link = Link((Text(ref),), f"#{ref}")
        return (*finding.statement, Text(before), link, Text(after))


def _presentation(chapter: _Chapter, programme: Programme) -> None:
    body, number = chapter.body, chapter.topic.number
    body.part_heading(body.say("chapter.presentation"))
    blocks = []
    for item in wording.items_of(programme, "topic_presentation", number):
        told = [body.say("chapter.presented", when=wording.slot(item, body.language))]
        who = wording.speaker(item, programme, body.language)
        told += [body.say("chapter.presenter", speaker=who)] if who else []
        blocks.append(said(" ".join(told), PROGRAMME))
    summary = missing(body.language, body.say("proceedings.presentation_open"))
    chapter.section("presentation", (*blocks, summary))


def _discussion(chapter: _Chapter, record: Record) -> None:
    chapter.body.part_heading(chapter.body.say("chapter.discussion"))
    chapter.section("discussion", _discussed(chapter.body, chapter.topic, record))


def _discussed(body: Body, topic: Topic, record: Record) -> Iterator[Worded]:
    for item in wording.items_of(record.workshop.programme, "group_discussion", topic.number):
        when = wording.slot(item, body.language)
        yield said(body.say("chapter.discussion_scheduled", when=when), PROGRAMME)
    notes = notes_for_outputs(record, topic.id)
    count = tables_discussing(record, topic.id)
    if not count:
        yield said(body.say("chapter.no_notes"), SECRETARIAT)
    else:
        source = (Source("notes", None, tuple(note.id for note in notes)),)
        yield said(_handed_in(body, count, len(notes)), source)
    if topic.subtopics:
        titles = (body.own(subtopic.title) for subtopic in topic.subtopics)
        parts = tuple(Item((Text(title),), PROGRAMME) for title in titles)
        yield from listing(body.language, body.say("chapter.subtopics"), PROGRAMME, parts)


def _handed_in(body: Body, tables: int, notes: int) -> str:
    """How many tables discussed the topic, and how many of their notes were accepted."""
    who, what = (
        counted(body.language, number, thing)
        for number, thing in ((tables, "table"), (notes, "note"))
    )
    several = "one" if tables == 1 else "many"
    discussed = capital(body.say(f"chapter.discussed.{several}", tables=who))
    key = "many" if notes > 1 else "one" if notes else "none"
    return f"{discussed} {capital(body.say(f'chapter.accepted.{key}', notes=what))}"


def _findings(chapter: _Chapter, level: str) -> None:
    body, topic = chapter.body, chapter.topic
    body.part_heading(body.say("chapter.findings"))
    if not chapter.found:
        chapter.introduce("findings", "proceedings.none")
        return
    told = ".who" if level in _WHO else ".table" if allows(level, "table") else ""
    chapter.introduce("findings", f"chapter.findings_said{told}")
    for subtopic, group in by_subtopic(topic, chapter.found):
        name = body.own(subtopic.title) if subtopic else body.say("body.whole_topic")
        number = subtopic.number if subtopic else 0
        rows = tuple(
            _row(body, finding, chapter.refs[finding.point.id], level) for finding in group
        )
        body.table(name, _columns(body, level), rows, f"T{topic.number}-S{number}")


def _columns(body: Body, level: str) -> tuple[tuple[str, int], ...]:
    """What is told of each finding, as far as it may be published."""
    tables = (("raised_by", _NAMED),) if allows(level, "table") else ()
    who = ((f"who.{level}", _NAMED),) if level in _WHO else ()
    point = 100 - _REF - _STRENGTH - _NAMED * len((*tables, *who))
    columns = (("ref", _REF), ("point", point), *tables, *who, ("strength", _STRENGTH))
    return tuple((body.say(f"chapter.{name}"), share) for name, share in columns)


def _row(body: Body, finding: Finding, ref: str, level: str) -> Row:
    kind = body.say(f"kind.{finding.point.kind}")
    many = finding.raising > MANY_TABLES
    counting = counted(body.language, finding.raising, "table")
    tables = counting if many else named_tables(finding.tables, body.language)
    cells: list[tuple[Inline, ...]] = [
        (Text(ref), LineBreak(), Emphasis((Text(kind),))),
        finding.statement,
    ]
    if allows(level, "table"):
        cells.append((Text(tables or "–"),))
    if level in _WHO:
        cells.append((Text(body.say("comma").join(finding.named) or "–"),))
    cells.append((Text(finding.strength),))
    place = body.say("chapter.finding_place", ref=ref)
    return Row(tuple(cells), ref, finding.sources, place)


def _practices(chapter: _Chapter, found: tuple[Finding, ...], level: str) -> None:
    body = chapter.body
    body.part_heading(body.say("chapter.practices"))
    chapter.introduce("practices", "chapter.practices_said" if found else "chapter.nothing")
    if not found:
        return
    who = ((f"who.{level}", 20),) if level in _WHO else ()
    shares = (("ref", 12), ("practice", 42 if who else 62), *who, ("result", 26))
    columns = tuple((body.say(f"chapter.{name}"), share) for name, share in shares)
    rows = []
    for finding in found:
        ref = chapter.refs[finding.point.id]
        link = (Link((Text(ref),), f"#{ref}"),)
        named = ((Text(body.say("comma").join(finding.named) or "–"),),) if who else ()
        place = body.say("chapter.practice_place", ref=ref)
        title = body.say("labelled", label=place) + body.say("chapter.result")
        result = body.gap(f"practice-{finding.point.id}", title, finding.point.id)
        cells = (link, finding.statement, *named, result)
        rows.append(Row(cells, f"{ref}-G", finding.sources, place))
    anchor = f"T{chapter.topic.number}-G"
    body.table(body.say("chapter.practices"), columns, tuple(rows), anchor)


def _not_agreed(chapter: _Chapter, aside: tuple[Finding, ...]) -> None:
    chapter.body.part_heading(chapter.body.say("chapter.not_agreed"))
    there = [(kind, of_kinds(chapter.found, kind)) for kind in ("dissent", "question", "data")]
    for kind, found in there:
        if found:
            chapter.listed(kind, found, f"chapter.{kind}_said", about=f"chapter.{kind}")
    if aside:
        chapter.listed("aside", aside, "chapter.aside_said", about="chapter.aside")
    elif not any(found for _, found in there):
        words = said(chapter.body.say("chapter.no_such"), SECRETARIAT)
        chapter.section("not-agreed", (words,))


def _second_day(chapter: _Chapter, programme: Programme) -> None:
    body = chapter.body
    body.part_heading(body.say("chapter.second_day"))
    items = wording.items_of(programme, "day2_presentation", chapter.topic.number)
    times = (wording.slot(item, body.language) for item in items)
    blocks = tuple(said(body.say("chapter.results_presented", when=at), PROGRAMME) for at in times)
    questions = missing(body.language, body.say("chapter.second_day_open"))
    chapter.section("results", (*blocks, questions))
