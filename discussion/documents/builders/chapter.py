"""One topic's chapter of the proceedings, in the past tense and third person.

It must not know the other chapters; what it says of tables is counted, never judged.
"""

from discussion.documents.builders import wording
from discussion.documents.builders.body import OPEN_CELL, Body
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
)
from discussion.domain.attribution import allows
from discussion.domain.contributions import KINDS
from discussion.domain.programme import Programme, Topic
from discussion.domain.publications import Record, notes_for_outputs, tables_discussing

MANY_TABLES = 12  # above this, a table's cell counts tables instead of naming them

_LISTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("Challenges", ("challenge",), "The following challenges were identified:"),
    (
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
    programme = record.workshop.programme
    refs = {f.point.id: f"T{topic.number}-F{n:02d}" for n, f in enumerate(found, 1)}
    body.chapter_heading(f"Topic {topic.number}: {topic.title}")
    _presentation(body, programme, topic)
    _discussion(body, record, topic)
    level = record.attribution.on(topic.id).published
    _findings(body, topic, found, refs, level)
    for title, kinds, words in _LISTS:
        body.part_heading(title)
        _listed(body, of_kinds(found, *kinds), refs, words)
    _practices(body, topic, of_kinds(found, "good_practice"), refs, level)
    body.part_heading("Recommendations and commitments")
    words = "The following recommendations were made:"
    places = _listed(body, of_kinds(found, "recommendation"), refs, words)
    words = "The following commitments were expressed:"
    if of_kinds(found, "commitment"):
        places |= _listed(body, of_kinds(found, "commitment"), refs, words)
    _not_agreed(body, found, aside, refs)
    _second_day(body, programme, topic)
    return places


def _presentation(body: Body, programme: Programme, topic: Topic) -> None:
    body.part_heading("Presentation of the topic")
    items = wording.items_of(programme, "topic_presentation", topic.number)
    for item in items:
        who = wording.speaker(item)
        by = f" It was to be given by {who}." if who else ""
        body.say(f"The topic was presented {wording.slot(item)}.{by}", PROGRAMME)
    body.missing("presenter and summary of the presentation as given.")


def _discussion(body: Body, record: Record, topic: Topic) -> None:
    body.part_heading("Group discussion")
    for item in wording.items_of(record.workshop.programme, "group_discussion", topic.number):
        body.say(f"The group discussion was scheduled {wording.slot(item)}.", PROGRAMME)
    notes = notes_for_outputs(record, topic.id)
    count = tables_discussing(record, topic.id)
    if not count:
        body.say(
            "No table had submitted a note on this topic by the time of this edition.", SECRETARIAT
        )
    else:
        tables = wording.capital(wording.counted(count, "table"))
        were = "was" if len(notes) == 1 else "were"
        taken = f"{wording.capital(wording.counted(len(notes), 'note'))} {were}"
        source = (Source("notes", None, tuple(note.id for note in notes)),)
        body.say(
            f"{tables} discussed the topic and handed in notes. {taken} accepted and "
            "served as the basis of the findings below.",
            source,
        )
    if topic.subtopics:
        parts = tuple(Item((Text(subtopic.title),), PROGRAMME) for subtopic in topic.subtopics)
        body.say("The tables were invited to consider the following subtopics:", PROGRAMME, parts)


def _findings(
    body: Body, topic: Topic, found: tuple[Finding, ...], refs: dict[str, str], level: str
) -> None:
    body.part_heading("Findings by subtopic")
    if not found:
        body.say(
            "No point had been confirmed on this topic by the time of this edition.", SECRETARIAT
        )
        return
    tables = "the tables whose notes it is based on, " if allows(level, "table") else ""
    who = "whoever agreed to be named with these notes, " if level in _WHO else ""
    body.say(
        f"The tables below give each point in the words in which it was confirmed, {tables}{who}"
        "and how widely it was raised. How widely a point was raised says nothing about agreement.",
        SECRETARIAT,
    )
    for subtopic, group in by_subtopic(topic, found):
        name = subtopic.title if subtopic else "The topic as a whole"
        number = subtopic.number if subtopic else 0
        rows = tuple(_row(finding, refs[finding.point.id], level) for finding in group)
        body.table(name, _columns(level), rows, f"T{topic.number}-S{number}")


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


def _listed(
    body: Body, found: tuple[Finding, ...], refs: dict[str, str], words: str
) -> dict[str, str]:
    if not found:
        body.say("None had been confirmed by the time of this edition.", SECRETARIAT)
        return {}
    items = tuple(Item(_with_reference(f, refs), f.sources) for f in found)
    sources = tuple(source for f in found for source in f.sources)
    above = len(body.blocks)
    body.say(words, sources, items)
    listed = body.blocks[above + 1 :]
    return {
        finding.point.id: block.anchor
        for finding, block in zip(found, listed, strict=True)
        if hasattr(block, "anchor")
    }


def _with_reference(finding: Finding, refs: dict[str, str]) -> tuple[Inline, ...]:
    """The statement with the finding it stands for and its strength in a word."""
    ref = refs[finding.point.id]
    link = Link((Text(ref),), f"#{ref}")
    return (*finding.statement, Text(" ("), link, Text(f", {finding.strength})"))


def _practices(
    body: Body, topic: Topic, found: tuple[Finding, ...], refs: dict[str, str], level: str
) -> None:
    body.part_heading("Good practices")
    if not found:
        body.say("None had been confirmed by the time of this edition.", SECRETARIAT)
        return
    body.say("The following good practices were described at the tables:", SECRETARIAT)
    who = ((_WHO[level], 20),) if level in _WHO else ()
    columns = (("Ref.", 9), ("Practice", 43 if who else 63), *who, ("Result and contact", 28))
    rows = []
    for finding in found:
        ref = refs[finding.point.id]
        link = (Link((Text(ref),), f"#{ref}"),)
        named = ((Text(", ".join(finding.named) or "–"),),) if who else ()
        cells = (link, finding.statement, *named, (OPEN_CELL,))
        rows.append(Row(cells, f"{ref}-G", finding.sources, f"Good practice {ref}"))
    body.table("Good practices", columns, tuple(rows), f"T{topic.number}-G")


def _not_agreed(
    body: Body,
    found: tuple[Finding, ...],
    aside: tuple[Finding, ...],
    refs: dict[str, str],
) -> None:
    body.part_heading("Points not agreed and points set aside")
    sections = (
        ("dissent", "The following views differed from those of other tables:"),
        ("question", "The following questions remained open:"),
        ("data", "The following data were mentioned and remained to be verified:"),
    )
    said = False
    for kind, words in sections:
        if of_kinds(found, kind):
            _listed(body, of_kinds(found, kind), refs, words)
            said = True
    if aside:
        items = tuple(Item((*f.statement, Text(f" ({_aside_word(f)})")), f.sources) for f in aside)
        sources = tuple(source for f in aside for source in f.sources)
        body.say("The following points were set aside and appear here alone:", sources, items)
    elif not said:
        body.say("No such point was on record at the time of this edition.", SECRETARIAT)


def _aside_word(finding: Finding) -> str:
    return "parked" if finding.point.status == "parked" else "noted only"


def _second_day(body: Body, programme: Programme, topic: Topic) -> None:
    body.part_heading("Presentation of the results and questions")
    for item in wording.items_of(programme, "day2_presentation", topic.number):
        body.say(f"The results were presented {wording.slot(item)}.", PROGRAMME)
    body.missing("presenter, questions from the floor and answers.")
