"""A workshop small enough to be read whole in every form: what golden files are made of.

Two topics, three tables, a few points in three languages; a declaration with words that are not
agreed; one participant who is named and two who are not. Not a test itself.
"""

from dataclasses import replace
from datetime import timedelta

from discussion.documents.builders.called_for import as_if_kept, paragraphs_called_for
from discussion.domain.contributions import Contribution
from discussion.domain.drafting.paragraphs import Paragraph
from discussion.domain.outcome import Note, OnTopic, Place, Standing, TablePage, count_of
from discussion.domain.participants import Participant
from discussion.domain.programme import Programme, Topic
from discussion.domain.publications import Decider, EveryNote, NoteLine, Record
from discussion.domain.synthesis import Point
from discussion.domain.translations import Translation
from tests.documents.sample import EVENING, sample_record

TABLES = 3
POINTS = ("00", "01", "02", "08", "09", "13", "14", "17", "21", "28")
"""Of the large sample: two kinds of practice, a dissent, one set aside, French and Arabic ones."""

BEFORE = ("02", "21")
"""Points whose words were others when the first edition went out."""

FRENCH = "Les services publics de l'emploi mettent à l'essai les outils d'orientation."
ARABIC = "تختبر خدمات التشغيل العمومية أدوات التوجيه المهني قبل استعمالها."

PEOPLE = (
    Participant("A. Delegate", "Director", "Employment Service", "MY", "country", True),
    Participant("Not Named", "Adviser", "Employment Service", "MY", "country", False),
    Participant("Nor Named", "Observer", "International Body", "", "organisation", False),
)


def small_record() -> Record:
    """The whole of it, as it stands at the end."""
    record = _without_paragraphs()
    return replace(
        record,
        paragraphs=_edited(as_if_kept(paragraphs_called_for(record))),
        participants=PEOPLE,
        translations={
            "point-02": {"fr": Translation(FRENCH, stale=False), "ar": Translation(ARABIC, True)}
        },
    )


def earlier_record() -> Record:
    """The same when its first edition was made: some points said less, one was not there."""
    record = _without_paragraphs()
    points = tuple(
        replace(p, statement=f"{p.statement.partition(' ')[0]} wait") if p.id[-2:] in BEFORE else p
        for p in record.points
        if p.id != "point-28"
    )
    return replace(record, points=points, last_event_at=EVENING - timedelta(hours=3))


def every_note(record: Record) -> EveryNote:
    """All notes of it with what was decided, as the list of contributions has them."""
    topics = {topic.id: topic for topic in record.workshop.programme.topics}
    lines = (
        NoteLine(
            note=note,
            topic=topics[note.topic or ""],
            table=f"Table {(note.table or '')[1:]}",
            typed_at=EVENING,
            submitted_at=EVENING,
            decision=note.status,
            decided_by=Decider("moderator", "Moderator 1"),
            decided_at=EVENING,
            edited_from=None,
            points=tuple(p for p in record.points if note.id in p.sources),
        )
        for note in record.contributions
    )
    return EveryNote(record.workshop, None, record.sequence, record.head, EVENING, lines)


def table_page(record: Record) -> TablePage:
    """What became of what the first table said."""
    notes = [note for note in record.contributions if note.table == "t1"]
    topics = tuple(
        OnTopic(topic, count_of(said), said, own=True)
        for topic in record.workshop.programme.topics
        for said in [tuple(_said(record, note) for note in notes if note.topic == topic.id)]
    )
    return TablePage(record.workshop, record.tables[0], topics, EVENING)


def _without_paragraphs() -> Record:
    whole = sample_record()
    programme = _programme(whole.workshop.programme)
    topics = {topic.id for topic in programme.topics}
    notes = tuple(
        note
        for note in whole.contributions
        if note.topic in topics and note.table in {f"t{n}" for n in range(1, TABLES + 1)}
    )
    held = {note.id for note in notes}
    points = tuple(
        replace(point, sources=tuple(s for s in point.sources if s in held))
        for point in whole.points
        if point.id[-2:] in POINTS
    )
    used = {source for point in points for source in point.sources}
    return replace(
        whole,
        workshop=replace(whole.workshop, programme=programme),
        tables=whole.tables[:TABLES],
        discussions=whole.discussions[:2],
        contributions=tuple(n for n in notes if n.id in used or n.id.startswith("secret")),
        points=points,
    )


def _programme(whole: Programme) -> Programme:
    topics = tuple(_topic(topic) for topic in whole.topics[:2])
    seen: dict[tuple[object, ...], object] = {}
    for item in whole.items:  # the first of each day and kind
        if item.topic in (None, 1, 2):
            seen.setdefault((item.date, item.kind, item.topic), replace(item, parts=item.parts[:2]))
    return replace(
        whole,
        topics=topics,
        items=tuple(seen.values()),
        objectives=whole.objectives[:2],
        participants=whole.participants[:1],
        invited_international=whole.invited_international[:2],
    )


def _topic(topic: Topic) -> Topic:
    return replace(topic, subtopics=topic.subtopics[:4])


def _edited(called: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Somebody has worked on three paragraphs; nobody agrees yet."""
    edits = {
        "point-02": " [before they are used]{MY, Table 2: cost}",
        "point-21": " [at the source | in a *shared* register]",
    }
    worked = [
        replace(each, text=each.text.rstrip(" ;.") + edits[each.points[0]])
        if each.points and each.points[0] in edits
        else each
        for each in called
    ]
    position = max(each.position for each in called if each.section == "general")
    own = Paragraph("own", "general", None, 0, f"{position}V", "*Agree* to meet again", 0, "en")
    return (*worked, own)


def _said(record: Record, note: Contribution) -> Note:
    standings = tuple(
        Standing(p.id, p.statement, p.version, p.status, 1, (_place(p),))
        for p in record.points
        if note.id in p.sources
    )
    return Note(
        standings=standings,
        id=note.id,
        topic=note.topic or "",
        text=note.text,
        kind=note.kind or "",
        subtopic=note.subtopic,
        countries=note.countries,
        status=note.status,
        question=note.question,
        answer=note.answer,
        reason=note.reason,
        remark=note.remark,
        late=note.late,
        read_back=note.read_back,
        decided_status=note.status,
        decided_at=EVENING,
    )


def _place(point: Point) -> Place:
    return Place("declaration", "ZERO", 4000, "Paragraph 3", f"{point.statement};", point.version)
