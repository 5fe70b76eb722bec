"""The proceedings, from the record's points and programme; it must not know any file format.

What happened in the room and nobody wrote down is left as a visible place for the secretariat;
nothing is invented for it. Persons other than the programme's speakers are never named.
"""

from collections.abc import Iterator

from discussion.documents.builders import wording
from discussion.documents.builders.annexes import write_annexes
from discussion.documents.builders.body import Body, listing, missing, said
from discussion.documents.builders.chapter import write_chapter
from discussion.documents.builders.cover import cover
from discussion.documents.builders.findings import Finding, findings, of_kinds, set_aside, strongest
from discussion.documents.builders.paragraphs import Item
from discussion.documents.builders.participants import attendance
from discussion.documents.phrases import capital, counted, joined, phrase, quoted
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
    programme, language = record.workshop.programme, record.written_in
    found = {topic.id: findings(record, topic) for topic in programme.topics}
    title = wording.document_title(DOCUMENT, language)
    status = phrase(language, "proceedings.status")
    named = phrase(language, "proceedings.draft") if stamp.draft else title
    body = Body(record, DOCUMENT)
    body.blocks.append(cover(programme, stamp, named, status, language))
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
    meta = wording.meta(record, stamp, DOCUMENT, title, status)
    return Document(meta, tuple(body.blocks)), tuple(body.generated)


def _front(body: Body, record: Record, stamp: EditionStamp) -> None:
    event = wording.event_of(record.workshop.programme, body.language)
    lines = [body.say("proceedings.disclaimer", event=event)] if stamp.draft else []
    lines += wording.attribution(record)
    for number, words in enumerate(lines, 1):
        body.blocks.append(Paragraph((Text(words),), f"front-{number}", SECRETARIAT, "note"))
    contents = TableOfContents(body.say("printed.contents"))
    body.blocks += [PageBreak(), contents, PageBreak()]


def _summary(body: Body, programme: Programme, found: Found) -> None:
    body.title(body.say("proceedings.summary"))
    for topic in programme.topics:
        words = body.say("body.topic", number=topic.number, title=body.own(topic.title))
        name: tuple[Inline, ...] = (Strong((Text(words),)),)
        stem = f"ES-{topic.number}"
        place = body.say("proceedings.summary_place", topic=topic.number)
        body.blocks.append(Paragraph(name, stem, PROGRAMME, "caption"))
        messages = _messages(body, found[topic.id])
        body.section(f"topic-{topic.id}-summary", stem, messages, unnumbered=place)


def _messages(body: Body, found: tuple[Finding, ...]) -> tuple[Paragraph, ...]:
    worthy = [f for f in found if f.point.kind not in _NOT_MESSAGES]
    if not worthy:
        return (Paragraph((Text(body.say("proceedings.none")),), "", SECRETARIAT, "note"),)
    return tuple(
        Paragraph((*f.statement, Text(f" ({f.strength})")), "", f.sources, "bullet")
        for f in strongest(worthy, MESSAGES)
    )


def _introduction(body: Body, record: Record) -> None:
    programme = record.workshop.programme
    body.chapter_heading(body.say("proceedings.introduction"))
    body.part_heading(body.say("proceedings.background"))
    body.section("background", "background", _background(body, programme))
    if programme.objectives:
        body.part_heading(body.say("proceedings.objectives"))
        aims = tuple(Item((Text(body.own(aim)),), PROGRAMME) for aim in programme.objectives)
        event = wording.event_of(programme, body.language)
        words = body.say("proceedings.objectives_of", event=event)
        body.section("objectives", "objectives", listing(body.language, words, PROGRAMME, aims))
    body.part_heading(body.say("proceedings.method"))
    body.section("method", "method", _method(body, record))


def _background(body: Body, programme: Programme) -> Iterator[Worded]:
    event = wording.event_of(programme, body.language)
    title = wording.titled(programme, body.language)
    known = wording.where_and_when(programme, body.language)
    venue = body.own(programme.venue or "")
    where_when = f" {known}" if known else ""
    where_when += body.say("proceedings.venue", venue=venue) if known and venue else ""
    held = body.say("proceedings.held", event=event, title=title, where_when=where_when)
    yield said(held, PROGRAMME)
    if programme.hosts:
        yield said(_organised(body, programme), PROGRAMME)
    for mandate in programme.mandate:
        words = wording.mandate_in_words(mandate, programme, body.language)
        yield said(body.say("proceedings.mandate", mandate=words), PROGRAMME)


def _organised(body: Body, programme: Programme) -> str:
    """By whom, and in which roles as far as the programme gives them."""
    key = "many" if len(programme.hosts) > 1 else "one"
    hosts = wording.hosts_in_full(programme, body.language)
    told = [body.say(f"proceedings.organised.{key}", hosts=hosts)]
    roles = [
        body.say("proceedings.role", host=host.name, role=body.own(host.role))
        for host in programme.hosts
        if host.role
    ]
    if roles:
        told.append(body.say("proceedings.roles", roles=body.say("semicolon").join(roles)))
    return " ".join(told)


def _method(body: Body, record: Record) -> Iterator[Worded]:
    programme, language = record.workshop.programme, body.language
    if programme.method:
        method = quoted(language, body.own(programme.method))
        yield said(body.say("proceedings.method_said", method=method), PROGRAMME)
    if record.tables:
        tables = counted(language, len(record.tables), "table")
        yield said(body.say("proceedings.seated", tables=tables), SECRETARIAT)
    if programme.invited_international:
        invited = joined(language, [body.own(name) for name in programme.invited_international])
        yield said(body.say("proceedings.invited", invited=invited), PROGRAMME)
    if programme.participants:
        groups = tuple(Item((Text(body.own(name)),), PROGRAMME) for name in programme.participants)
        yield from listing(language, body.say("proceedings.foreseen"), PROGRAMME, groups)
    if record.participants:
        came = attendance(record.participants, language)
        yield said(capital(body.say("proceedings.took_part", people=came)), SECRETARIAT)
    else:
        yield missing(language, body.say("proceedings.attendance_open"))


def _sessions(body: Body, programme: Programme, *kinds: str) -> None:
    """A chapter for each session of those kinds."""
    for kind in kinds:
        for number, item in enumerate(wording.items_of(programme, kind), 1):
            body.chapter_heading(body.own(item.title))
            body.section(f"item-{item.id}", f"{kind}-{number}", _session(body, item))


def _session(body: Body, item: ProgrammeItem) -> Iterator[Worded]:
    """What the programme lists inside a session, and a place for every speech's summary."""
    programme, language = body.record.workshop.programme, body.language
    yield said(body.say("body.scheduled", when=wording.slot(item, language)), PROGRAMME)
    if not item.parts:
        title = quoted(language, body.own(item.title))
        yield missing(language, body.say("proceedings.summary_of", title=title))
        return
    listed = (wording.part_in_words(part, programme, language) for part in item.parts)
    parts = tuple(Item((Text(words),), PROGRAMME) for words in listed)
    yield from listing(language, body.say("proceedings.on_programme"), PROGRAMME, parts)
    for part in item.parts:
        if part.speaker:
            title, speaker = body.own(part.title), wording.speaker(part, programme, language)
            delivered = body.say("proceedings.delivered", title=title, speaker=speaker)
            yield missing(language, delivered)


def _overview(body: Body, programme: Programme) -> None:
    for number, item in enumerate(wording.items_of(programme, "presentation"), 1):
        body.chapter_heading(body.own(item.title))
        who = wording.speaker(item, programme, body.language)
        when = wording.slot(item, body.language)
        scheduled = body.say("proceedings.presented", when=when)
        if who:
            scheduled = body.say("proceedings.presented_by", speaker=who, when=when)
        summary = missing(body.language, body.say("proceedings.presentation_open"))
        stem = f"presentation-{number}"
        body.section(f"item-{item.id}", stem, (said(scheduled, PROGRAMME), summary))


def _outcome(body: Body, record: Record) -> None:
    body.chapter_heading(body.say("proceedings.outcome"))
    title = wording.outcome_title(record)
    prepared = said(body.say("proceedings.outcome_said", title=title), SECRETARIAT)
    adopted = missing(body.language, body.say("proceedings.outcome_open"))
    body.section("outcome", "outcome", (prepared, adopted))


def _follow_up(body: Body, programme: Programme, found: Found, places: dict[str, str]) -> None:
    body.chapter_heading(body.say("proceedings.follow_up"))
    every = [f for topic in programme.topics for f in found[topic.id]]
    actions = of_kinds(every, "recommendation", "commitment")
    words = body.say("proceedings.follow_up_said" if actions else "proceedings.follow_up_none")
    body.introduce("follow-up", "follow-up", (said(words, SECRETARIAT),))
    if not actions:
        return
    shares = (("action", 52), ("who", 16), ("when", 16), ("paragraph", 16))
    columns = tuple((body.say(f"proceedings.{name}"), share) for name, share in shares)
    rows = []
    for number, finding in enumerate(actions, 1):
        point, anchor = finding.point.id, places[finding.point.id]
        place = body.say("proceedings.follow_up_place", number=number)
        label = body.say("labelled", label=place)
        who, when = (
            body.gap(f"follow-up-{point}-{cell}", label + body.say(f"proceedings.{cell}"), point)
            for cell in ("who", "when")
        )
        cells = (finding.statement, who, when, (Reference(anchor),))
        rows.append(Row(cells, f"F-{number:02d}", finding.sources, place))
    body.table(body.say("proceedings.matrix"), columns, tuple(rows), "follow-up")
