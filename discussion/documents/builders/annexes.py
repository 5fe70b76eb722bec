"""The annexes of the proceedings: the programme, and what each table handed in; not the body."""

from discussion.documents.builders import wording
from discussion.documents.builders.body import Body
from discussion.documents.builders.findings import table_name
from discussion.documents.tree import PROGRAMME, Row, Source, Text
from discussion.domain.contributions import Contribution
from discussion.domain.drafting import day_in_words
from discussion.domain.programme import ProgrammeItem, Topic
from discussion.domain.programme import Table as SeatedTable
from discussion.domain.publications import Record


def write_annexes(body: Body, record: Record) -> None:
    """Adds them; tables are listed only where they may be named."""
    programme = record.workshop.programme
    days = sorted({item.date for item in programme.items})
    if days:
        body.annex_heading(body.say("proceedings.programme"))
    for day in days:
        items = [item for item in programme.items if item.date == day]
        rows = tuple(_slot_row(body, item, f"A1-{day:%m%d}-{n}") for n, item in enumerate(items, 1))
        columns = ((body.say("programme.time"), 18), (body.say("proceedings.item"), 82))
        body.table(day_in_words(day, body.language), columns, rows, f"A1-{day:%m%d}")
    topics = tuple(t for t in programme.topics if record.attribution.publishes(t.id, "table"))
    if record.tables and topics:
        _tables(body, record, topics)


def _tables(body: Body, record: Record, topics: tuple[Topic, ...]) -> None:
    annex = body.annex_heading(body.say("proceedings.tables"))
    share = 70 // len(topics)
    counts = ((body.say("body.topic_short", number=topic.number), share) for topic in topics)
    notes: dict[str | None, list[Contribution]] = {}
    for note in record.accepted.values():
        notes.setdefault(note.table, []).append(note)
    rows = []
    for table in record.tables:
        name = table_name(table.name, body.language)
        place = body.say("proceedings.table_place", annex=annex, table=name)
        rows.append(_table_row(table, topics, notes.get(table.id, []), (name, place)))
    columns = ((body.say("proceedings.table"), 30), *counts)
    body.table(body.say("proceedings.tables_caption"), columns, tuple(rows), "A2")


def _slot_row(body: Body, item: ProgrammeItem, anchor: str) -> Row:
    programme, language = body.record.workshop.programme, body.language
    speaker = wording.speaker(item, programme, language)
    lines = [body.own(item.title), *filter(None, [speaker])]
    lines += [wording.part_in_words(part, programme, language) for part in item.parts]
    time = f"{item.start:%H:%M}–{item.end:%H:%M}"
    place = body.say("proceedings.programme_place", time=time)
    return Row(((Text(time),), (Text("\n".join(lines)),)), anchor, PROGRAMME, place)


def _table_row(
    table: SeatedTable, topics: tuple[Topic, ...], notes: list[Contribution], named: tuple[str, str]
) -> Row:
    """``named``: the table's name, and what the row is called."""
    name, place = named
    counts = (str(sum(note.topic == topic.id for note in notes)) for topic in topics)
    cells = ((Text(name),), *((Text(count),) for count in counts))
    sources = (Source("notes", None, tuple(note.id for note in notes)),)
    return Row(cells, f"A2-{table.number}", sources, place)
