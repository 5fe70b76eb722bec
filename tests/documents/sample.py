"""A made-up record of the Kuala Lumpur programme to build documents from; not a test itself."""

from datetime import UTC, datetime
from itertools import count

from discussion import samples
from discussion.domain.attribution import Attribution, Policy
from discussion.domain.contributions import Contribution
from discussion.domain.programme import Discussion, Programme, Table, Topic, Workshop
from discussion.domain.programme_file import read_programme
from discussion.domain.publications import EditionStamp, Record, suggested_symbol
from discussion.domain.synthesis import Point
from tests.documents.sample_points import POINTS, SECRET_NOTES, SamplePoint

EVENING = datetime(2025, 7, 8, 10, 30, tzinfo=UTC)  # 18:30 in Kuala Lumpur
TABLES = 9
COUNTRIES_NAMED = Attribution(Policy(published="country"))


def kuala_lumpur() -> Programme:
    """The sample programme that ships."""
    ids = count(1)
    return read_programme(samples.KUALA_LUMPUR.read_bytes(), make_id=lambda: f"id{next(ids)}")


def sample_record(*, rehearsal: bool = False) -> Record:
    """Nine tables, three topics, notes and points; parked, withdrawn and returned notes too."""
    programme = kuala_lumpur()
    points, notes = [], []
    for index, sample in enumerate(POINTS):
        topic = programme.topics[sample.topic - 1]
        made = _notes(sample, topic, index)
        notes += made
        points.append(_point(sample, topic, index, tuple(note.id for note in made)))
    for index, (topic, status, words) in enumerate(SECRET_NOTES):
        note = _note(f"secret-{index}", programme.topics[topic - 1], 1, words, status=status)
        notes.append(note)
    return empty_record(programme, rehearsal=rehearsal, notes=tuple(notes), points=tuple(points))


def empty_record(
    programme: Programme,
    *,
    rehearsal: bool = False,
    notes: tuple[Contribution, ...] = (),
    points: tuple[Point, ...] = (),
    attribution: Attribution = COUNTRIES_NAMED,
) -> Record:
    """A record of that programme with the given notes and points; countries are named."""
    return Record(
        workshop=Workshop("w1", programme, rehearsal),
        tables=tuple(Table(f"t{n}", n, f"Table {n}") for n in range(1, TABLES + 1)),
        discussions=tuple(
            Discussion(f"d{topic.number}", "item", topic.id, "closed", 60)
            for topic in programme.topics
        ),
        contributions=notes,
        points=points,
        sequence=4711,
        head="ab" * 32,
        last_event_at=EVENING,
        attribution=attribution,
    )


def stamp_for(programme: Programme, document: str, number: int = 0) -> EditionStamp:
    """The stamp of a draft made on the evening of the first day."""
    label = "ZERO" if number == 0 else f"REV.{number}"
    symbol = suggested_symbol(programme, document, label)
    return EditionStamp(symbol, label, number, EVENING, programme.timezone)


def _point(sample: SamplePoint, topic: Topic, index: int, sources: tuple[str, ...]) -> Point:
    return Point(
        id=f"point-{index:02d}",
        topic=topic.id,
        subtopic=topic.subtopics[sample.subtopic - 1].id if sample.subtopic else None,
        kind=sample.kind,
        statement=sample.statement,
        version=1,
        status=sample.status,
        position=f"a{index:03d}",
        sources=sources,
        language=sample.language,
    )


def _notes(sample: SamplePoint, topic: Topic, index: int) -> list[Contribution]:
    return [
        _note(
            f"note-{index:02d}-{table}",
            topic,
            table,
            f"{sample.statement} (as table {table} wrote it)",
            countries=sample.countries if table == sample.tables[0] else (),
            language=sample.language,
        )
        for table in sample.tables
    ]


def _note(
    id_: str,
    topic: Topic,
    table: int,
    text: str,
    *,
    status: str = "accepted",
    countries: tuple[str, ...] = (),
    language: str = "en",
) -> Contribution:
    return Contribution(
        id=id_,
        sheet=f"s{table}-{topic.number}",
        table=f"t{table}",
        topic=topic.id,
        text=text,
        version=1,
        kind="recommendation",
        subtopic=None,
        countries=countries,
        status=status,
        position="a",
        question="QUESTION-OF-MODERATOR",
        answer="ANSWER-OF-TABLE",
        reason=None,
        remark="REMARK-OF-MODERATOR",
        late=False,
        read_back=False,
        language=language,
        created_at=EVENING,
        agreed=bool(countries),
    )
