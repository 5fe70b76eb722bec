"""The proceedings, from the record's points and programme; it must not know any file format.

What happened in the room and nobody wrote down is left as a visible place for the secretariat;
nothing is invented for it. Persons other than the programme's speakers are never named.
"""

from discussion.documents.builders import wording
from discussion.documents.builders.body import OPEN_CELL, Body
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
    Source,
    Strong,
    TableOfContents,
    Text,
)
from discussion.domain.contributions import Contribution
from discussion.domain.drafting import day_in_words
from discussion.domain.programme import Programme, ProgrammeItem, Topic
from discussion.domain.programme import Table as SeatedTable
from discussion.domain.publications import EditionStamp, Record

STATUS = "Draft for factual correction by participants."
DISCLAIMER = (
    "This draft is circulated for correction only. It records in summary form what the tables of "
    "the {event} wrote down; no delegation, institution or person is bound by a statement "
    "recorded in it."
)
MESSAGES = 3  # a topic, in the executive summary
_NOT_MESSAGES = ("question", "dissent", "data")

Found = dict[str, tuple[Finding, ...]]


def build_proceedings(record: Record, stamp: EditionStamp) -> Document:
    """The draft proceedings, with places for what only people who were there can write."""
    programme = record.workshop.programme
    found = {topic.id: findings(record, topic) for topic in programme.topics}
    title = wording.document_title("proceedings")
    body = Body()
    body.blocks.append(cover(programme, stamp, f"DRAFT {title}" if stamp.draft else title, STATUS))
    _front(body, record, stamp)
    _summary(body, programme, found)
    _introduction(body, record)
    _opening(body, programme)
    _overview(body, programme)
    places: dict[str, str] = {}
    for topic in programme.topics:
        aside = set_aside(record, topic)
        places |= write_chapter(body, record, topic, found[topic.id], aside)
    _plenary_and_closing(body, programme)
    _outcome(body, record)
    _follow_up(body, programme, found, places)
    _annexes(body, record)
    return Document(wording.meta(record, stamp, "proceedings", title, STATUS), tuple(body.blocks))


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
        body.blocks.append(Paragraph(name, f"ES-{topic.number}", PROGRAMME, "caption"))
        _messages(body, topic, found[topic.id])


def _messages(body: Body, topic: Topic, found: tuple[Finding, ...]) -> None:
    worthy = [f for f in found if f.point.kind not in _NOT_MESSAGES]
    if not worthy:
        words = "No point had been confirmed on this topic by the time of this edition."
        anchor = f"ES-{topic.number}.0"
        body.blocks.append(Paragraph((Text(words),), anchor, SECRETARIAT, "note"))
    for number, finding in enumerate(strongest(worthy, MESSAGES), 1):
        content = (*finding.statement, Text(f" ({finding.strength})"))
        anchor = f"ES-{topic.number}.{number}"
        place = f"Executive summary, topic {topic.number}, message {number}"
        body.blocks.append(Paragraph(content, anchor, finding.sources, "bullet", place=place))


def _introduction(body: Body, record: Record) -> None:
    programme = record.workshop.programme
    event = wording.event_word(programme)
    body.chapter_heading("Introduction")
    body.part_heading("Background")
    when, at = wording.held(programme), f", at {programme.venue}" if programme.venue else ""
    was = f" was {when}{at}" if when else " was held"
    body.say(f"The {event} on “{programme.title}”{was}.", PROGRAMME)
    if programme.hosts:
        verb = "co-organised" if len(programme.hosts) > 1 else "organised"
        roles = [f"{h.name}: {h.role}" for h in programme.hosts if h.role]
        tail = f" Their roles were given as follows: {'; '.join(roles)}." if roles else ""
        body.say(f"It was {verb} by {wording.hosts_in_full(programme)}.{tail}", PROGRAMME)
    for mandate in programme.mandate:
        body.say(f"It was held in follow-up to {wording.mandate_in_words(mandate)}.", PROGRAMME)
    if programme.objectives:
        body.part_heading("Objectives")
        aims = tuple(Item((Text(aim),), PROGRAMME) for aim in programme.objectives)
        body.say(f"The programme set the following objectives for the {event}:", PROGRAMME, aims)
    _method(body, record)


def _method(body: Body, record: Record) -> None:
    programme = record.workshop.programme
    body.part_heading("Method, partners and attendance")
    if programme.method:
        body.say(f"The programme described the method as follows: “{programme.method}”.", PROGRAMME)
    count = len(record.tables)
    if count:
        body.say(
            f"Participants were seated at {wording.counted(count, 'table')}. Each table wrote down "
            "its ideas as notes while it spoke; moderators reviewed the notes and grouped them "
            "into the points reported below. The notes remain on record unchanged.",
            SECRETARIAT,
        )
    if programme.invited_international:
        invited = wording.joined(programme.invited_international)
        body.say(f"The following international institutions were invited: {invited}.", PROGRAMME)
    if programme.participants:
        groups = tuple(Item((Text(group),), PROGRAMME) for group in programme.participants)
        body.say("The programme foresaw the following participants:", PROGRAMME, groups)
    if record.participants:
        came = wording.capital(attendance(record.participants))
        body.say(f"{came} took part.", SECRETARIAT)
    else:
        body.missing("number of participants and of countries represented.")


def _opening(body: Body, programme: Programme) -> None:
    for item in wording.items_of(programme, "opening"):
        body.chapter_heading(item.title)
        body.say(f"The session was scheduled {wording.slot(item)}.", PROGRAMME)
        _parts(body, item)


def _parts(body: Body, item: ProgrammeItem) -> None:
    """What the programme lists inside a session, and a place for every speech's summary."""
    if not item.parts:
        body.missing(f"summary of “{item.title}”.")
        return
    parts = tuple(Item((Text(wording.part_in_words(part)),), PROGRAMME) for part in item.parts)
    body.say("It had the following on its programme:", PROGRAMME, parts)
    for part in item.parts:
        if part.speaker:
            body.missing(f"summary of {part.title} by {wording.speaker(part)}, as delivered.")


def _overview(body: Body, programme: Programme) -> None:
    for item in wording.items_of(programme, "presentation"):
        body.chapter_heading(item.title)
        who = wording.speaker(item)
        by = f" by {who}" if who else ""
        body.say(f"This presentation{by} was scheduled {wording.slot(item)}.", PROGRAMME)
        body.missing("presenter and summary of the presentation as given.")


def _plenary_and_closing(body: Body, programme: Programme) -> None:
    for kind in ("plenary", "drafting", "closing"):
        for item in wording.items_of(programme, kind):
            body.chapter_heading(item.title)
            body.say(f"The session was scheduled {wording.slot(item)}.", PROGRAMME)
            _parts(body, item)


def _outcome(body: Body, record: Record) -> None:
    body.chapter_heading("Outcome")
    title = wording.outcome_title(record)
    body.say(
        f"A draft of the {title} was prepared from the points reported above; it is issued as a "
        "document of its own.",
        SECRETARIAT,
    )
    body.missing("whether, when and in what form the outcome was adopted.")


def _follow_up(body: Body, programme: Programme, found: Found, places: dict[str, str]) -> None:
    body.chapter_heading("Follow-up")
    every = [f for topic in programme.topics for f in found[topic.id]]
    actions = of_kinds(every, "recommendation", "commitment")
    if not actions:
        body.say("No recommendation or commitment had been confirmed yet.", SECRETARIAT)
        return
    body.say(
        "The table below lists what the recommendations and commitments call for.", SECRETARIAT
    )
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


def _annexes(body: Body, record: Record) -> None:
    programme = record.workshop.programme
    days = sorted({item.date for item in programme.items})
    if days:
        body.annex_heading("Programme")
    for day in days:
        items = [item for item in programme.items if item.date == day]
        rows = tuple(_slot_row(item, f"A1-{day:%m%d}-{n}") for n, item in enumerate(items, 1))
        columns = (("Time", 18), ("Item", 82))
        body.table(day_in_words(day), columns, rows, f"A1-{day:%m%d}")
    topics = tuple(t for t in programme.topics if record.attribution.publishes(t.id, "table"))
    if not record.tables or not topics:
        return
    annex = body.annex_heading("Tables and their accepted notes")
    share = 70 // len(topics)
    counts = ((f"Topic {topic.number}", share) for topic in topics)
    notes: dict[str | None, list[Contribution]] = {}
    for note in record.accepted.values():
        notes.setdefault(note.table, []).append(note)
    tables = tuple(
        _table_row(table, topics, notes.get(table.id, []), annex) for table in record.tables
    )
    body.table("Accepted notes by table and topic", (("Table", 30), *counts), tables, "A2")


def _slot_row(item: ProgrammeItem, anchor: str) -> Row:
    lines = [item.title, *filter(None, [wording.speaker(item)])]
    lines += [wording.part_in_words(part) for part in item.parts]
    time = f"{item.start:%H:%M}–{item.end:%H:%M}"
    return Row(((Text(time),), (Text("\n".join(lines)),)), anchor, PROGRAMME, f"Programme, {time}")


def _table_row(
    table: SeatedTable, topics: tuple[Topic, ...], notes: list[Contribution], annex: str
) -> Row:
    counts = (str(sum(note.topic == topic.id for note in notes)) for topic in topics)
    cells = ((Text(table.name),), *((Text(count),) for count in counts))
    sources = (Source("notes", None, tuple(note.id for note in notes)),)
    return Row(cells, f"A2-{table.number}", sources, f"{annex}, {table.name}")
