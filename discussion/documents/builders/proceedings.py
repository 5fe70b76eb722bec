"""The proceedings, from the record's points and programme; it must not know any file format.

What happened in the room and nobody wrote down is left as a visible place for the secretariat;
nothing is invented for it. Persons other than the programme's speakers are never named.
"""

from collections.abc import Iterator

from discussion.documents.builders import wording
from discussion.documents.builders.annexes import write_annexes
from discussion.documents.builders.body import OPEN_CELL, Body, listing, missing, said
from discussion.documents.builders.chapter import write_chapter
from discussion.documents.builders.cover import cover
from discussion.documents.builders.findings import Finding, findings, of_kinds, set_aside, strongest
from discussion.documents.builders.paragraphs import Item
from discussion.documents.builders.participants import attendance
from discussion.documents.tree import (
    PROGRAMME,
    SECRETARIAT,
    Document,
    Inline,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Strong,
    TableOfContents,
    Text,
    Worded,
)
from discussion.domain.drafting.passages import Generated
from discussion.domain.programme import Programme, ProgrammeItem
from discussion.domain.publications import EditionStamp, Record

STATUS = "Draft for factual correction by participants."
DISCLAIMER = (
    "This draft is circulated for correction only. It records in summary form what the tables of "
    "the {event} wrote down; no delegation, institution or person is bound by a statement "
    "recorded in it."
)
DOCUMENT = "proceedings"
MESSAGES = 3  # a topic, in the executive summary
_NOT_MESSAGES = ("question", "dissent", "data")

Found = dict[str, tuple[Finding, ...]]


def build_proceedings(record: Record, stamp: EditionStamp) -> Document:
    """The draft proceedings, with places for what only people who were there can write.

    What people have written in the place of generated words stands as they wrote it.
    """
    return write_proceedings(record, stamp)[0]


def write_proceedings(
    record: Record, stamp: EditionStamp
) -> tuple[Document, tuple[Generated, ...]]:
    """The same, and what is generated at each of its places in which people may write."""
    programme = record.workshop.programme
    found = {topic.id: findings(record, topic) for topic in programme.topics}
    title = wording.document_title(DOCUMENT)
    body = Body(record, DOCUMENT)
    body.blocks.append(cover(programme, stamp, f"DRAFT {title}" if stamp.draft else title, STATUS))
    _front(body, record, stamp)
    _summary(body, programme, found)
    _introduction(body, record)
    _sessions(body, programme, "opening")
    _overview(body, programme)
    places: dict[str, str] = {}
    for topic in programme.topics:
        aside = set_aside(record, topic)
        places |= write_chapter(body, record, topic, found[topic.id], aside)
    _sessions(body, programme, "plenary", "drafting", "closing")
    _outcome(body, record)
    _follow_up(body, programme, found, places)
    write_annexes(body, record)
    meta = wording.meta(record, stamp, DOCUMENT, title, STATUS)
    return Document(meta, tuple(body.blocks)), tuple(body.generated)


def _front(body: Body, record: Record, stamp: EditionStamp) -> None:
    event = wording.event_word(record.workshop.programme)
    lines = [DISCLAIMER.format(event=event)] if stamp.draft else []
    lines += wording.attribution(record)
    for number, words in enumerate(lines, 1):
        body.blocks.append(Paragraph((Text(words),), f"front-{number}", SECRETARIAT, "note"))
    body.blocks += [PageBreak(), TableOfContents("Contents"), PageBreak()]


def _summary(body: Body, programme: Programme, found: Found) -> None:
    body.title("Executive summary")
    for topic in programme.topics:
        name: tuple[Inline, ...] = (Strong((Text(f"Topic {topic.number}: {topic.title}"),)),)
        stem, place = f"ES-{topic.number}", f"Executive summary, topic {topic.number}"
        body.blocks.append(Paragraph(name, stem, PROGRAMME, "caption"))
        messages = _messages(found[topic.id])
        body.section(f"topic-{topic.id}-summary", stem, messages, unnumbered=place)


def _messages(found: tuple[Finding, ...]) -> tuple[Paragraph, ...]:
    worthy = [f for f in found if f.point.kind not in _NOT_MESSAGES]
    if not worthy:
        words = "No point had been confirmed on this topic by the time of this edition."
        return (Paragraph((Text(words),), "", SECRETARIAT, "note"),)
    return tuple(
        Paragraph((*f.statement, Text(f" ({f.strength})")), "", f.sources, "bullet")
        for f in strongest(worthy, MESSAGES)
    )


def _introduction(body: Body, record: Record) -> None:
    programme = record.workshop.programme
    body.chapter_heading("Introduction")
    body.part_heading("Background")
    body.section("background", "background", _background(programme))
    if programme.objectives:
        body.part_heading("Objectives")
        aims = tuple(Item((Text(aim),), PROGRAMME) for aim in programme.objectives)
        event = wording.event_word(programme)
        words = f"The programme set the following objectives for the {event}:"
        body.section("objectives", "objectives", listing(words, PROGRAMME, aims))
    body.part_heading("Method, partners and attendance")
    body.section("method", "method", _method(record))


def _background(programme: Programme) -> Iterator[Worded]:
    event = wording.event_word(programme)
    when, at = wording.held(programme), f", at {programme.venue}" if programme.venue else ""
    was = f" was {when}{at}" if when else " was held"
    yield said(f"The {event} on “{programme.title}”{was}.", PROGRAMME)
    if programme.hosts:
        verb = "co-organised" if len(programme.hosts) > 1 else "organised"
        roles = [f"{h.name}: {h.role}" for h in programme.hosts if h.role]
        tail = f" Their roles were given as follows: {'; '.join(roles)}." if roles else ""
        yield said(f"It was {verb} by {wording.hosts_in_full(programme)}.{tail}", PROGRAMME)
    for mandate in programme.mandate:
        yield said(f"It was held in follow-up to {wording.mandate_in_words(mandate)}.", PROGRAMME)


def _method(record: Record) -> Iterator[Worded]:
    programme = record.workshop.programme
    if programme.method:
        yield said(
            f"The programme described the method as follows: “{programme.method}”.", PROGRAMME
        )
    count = len(record.tables)
    if count:
        yield said(
            f"Participants were seated at {wording.counted(count, 'table')}. Each table wrote down "
            "its ideas as notes while it spoke; moderators reviewed the notes and grouped them "
            "into the points reported below. The notes remain on record unchanged.",
            SECRETARIAT,
        )
    if programme.invited_international:
        invited = wording.joined(programme.invited_international)
        yield said(f"The following international institutions were invited: {invited}.", PROGRAMME)
    if programme.participants:
        groups = tuple(Item((Text(group),), PROGRAMME) for group in programme.participants)
        yield from listing("The programme foresaw the following participants:", PROGRAMME, groups)
    if record.participants:
        came = wording.capital(attendance(record.participants, "en"))
        yield said(f"{came} took part.", SECRETARIAT)
    else:
        yield missing("number of participants and of countries represented.")


def _sessions(body: Body, programme: Programme, *kinds: str) -> None:
    """A chapter for each session of those kinds."""
    for kind in kinds:
        for number, item in enumerate(wording.items_of(programme, kind), 1):
            body.chapter_heading(item.title)
            body.section(f"item-{item.id}", f"{kind}-{number}", _session(item))


def _session(item: ProgrammeItem) -> Iterator[Worded]:
    """What the programme lists inside a session, and a place for every speech's summary."""
    yield said(f"The session was scheduled {wording.slot(item)}.", PROGRAMME)
    if not item.parts:
        yield missing(f"summary of “{item.title}”.")
        return
    parts = tuple(Item((Text(wording.part_in_words(part)),), PROGRAMME) for part in item.parts)
    yield from listing("It had the following on its programme:", PROGRAMME, parts)
    for part in item.parts:
        if part.speaker:
            yield missing(f"summary of {part.title} by {wording.speaker(part)}, as delivered.")


def _overview(body: Body, programme: Programme) -> None:
    for number, item in enumerate(wording.items_of(programme, "presentation"), 1):
        body.chapter_heading(item.title)
        who = wording.speaker(item)
        by = f" by {who}" if who else ""
        scheduled = f"This presentation{by} was scheduled {wording.slot(item)}."
        summary = missing("presenter and summary of the presentation as given.")
        stem = f"presentation-{number}"
        body.section(f"item-{item.id}", stem, (said(scheduled, PROGRAMME), summary))


def _outcome(body: Body, record: Record) -> None:
    body.chapter_heading("Outcome")
    prepared = said(
        f"A draft of the {wording.outcome_title(record)} was prepared from the points reported "
        "above; it is issued as a document of its own.",
        SECRETARIAT,
    )
    adopted = missing("whether, when and in what form the outcome was adopted.")
    body.section("outcome", "outcome", (prepared, adopted))


def _follow_up(body: Body, programme: Programme, found: Found, places: dict[str, str]) -> None:
    body.chapter_heading("Follow-up")
    every = [f for topic in programme.topics for f in found[topic.id]]
    actions = of_kinds(every, "recommendation", "commitment")
    words = "No recommendation or commitment had been confirmed yet."
    if actions:
        words = "The table below lists what the recommendations and commitments call for."
    body.introduce("follow-up", "follow-up", (said(words, SECRETARIAT),))
    if not actions:
        return
    columns = (("Action", 52), ("Who", 16), ("When", 16), ("Paragraph", 16))
    rows = []
    for number, finding in enumerate(actions, 1):
        anchor = places[finding.point.id]
        row = f"F-{number:02d}"
        rows.append(
            Row(
                (finding.statement, (OPEN_CELL,), (OPEN_CELL,), (Reference(anchor),)),
                row,
                finding.sources,
                f"Follow-up {number}",
            )
        )
    body.table("Follow-up matrix", columns, tuple(rows), "follow-up")
