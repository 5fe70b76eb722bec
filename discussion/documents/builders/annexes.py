"""The annexes of the proceedings: the programme, and what each table handed in; not the body."""

from discussion.documents.builders import wording
from discussion.documents.builders.body import Body
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
