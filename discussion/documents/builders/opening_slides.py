"""The slides before a topic's points: title, mandate and question, who contributed, the map.

They count and name; what points say they do not know.
"""

from collections.abc import Iterator

from discussion.documents.builders import wording
from discussion.documents.builders.findings import Finding, named_tables
from discussion.documents.builders.slide_lines import PRESENTER, Lines
from discussion.documents.builders.slide_text import BULLETS, cut, first_words
from discussion.documents.deck import (
    Bullet,
    BulletSlide,
    ChartSlide,
    FigureSlide,
    Slide,
    TitleSlide,
)
from discussion.documents.tree import PROGRAMME
from discussion.domain.attribution import allows
from discussion.domain.drafting import days_in_words
from discussion.domain.programme import Programme, Topic
from discussion.domain.publications import Record, notes_for_outputs


def opening_slides(
    record: Record, topic: Topic, found: tuple[Finding, ...], lines: Lines
) -> Iterator[Slide]:
    """The slides in their order; the map only where the topic has parts."""
    programme = record.workshop.programme
    yield _title(programme, topic, lines)
    yield _mandate(programme, topic, lines)
    yield _contributors(record, topic, found, lines)
    if topic.subtopics:
        yield _map(record, topic, found, lines)


def _title(programme: Programme, topic: Topic, lines: Lines) -> TitleSlide:
    items = wording.items_of(programme, "day2_presentation", topic.number)
    presenter = wording.speaker(items[0]) if items else ""
    when = wording.slot(items[0]) if items else ""
    title = lines.line("title", f"Topic {topic.number}: {topic.title}", "S-title")
    below = (
        "Results of the group discussions",
        programme.title,
        ", ".join(filter(None, (wording.place(programme), days_in_words(programme.dates)))),
        lines.line("presenter", f"Presenter: {presenter or '[to be named]'}", PRESENTER),
    )
    notes = (f"This presentation was scheduled {when}.",) if when else ()
    return TitleSlide("S-title", title, below, notes)


def _mandate(programme: Programme, topic: Topic, lines: Lines) -> BulletSlide:
    asked = f"Challenges, success factors and alternative methods in “{topic.title}”"
    event = wording.event_word(programme)
    bullets = [
        *(
            (f"mandate-{n}", "Mandate", f"In follow-up to {wording.mandate_in_words(mandate)}")
            for n, mandate in enumerate(programme.mandate[:2], 1)
        ),
        ("question", "What the tables were asked about", asked),
        *(
            (f"objective-{n}", f"Objective of the {event}", aim)
            for n, aim in enumerate(programme.objectives[:2], 1)
        ),
    ]
    made = tuple(
        Bullet(
            lines.line(slot, first_words(words, 24), f"S-{slot}", whole=words),
            f"S-{slot}",
            PROGRAMME,
            label,
        )
        for slot, label, words in bullets[:BULLETS]
    )
    notes = tuple(f"{label}: {words}" for _, label, words in bullets)
    title = lines.line("mandate", "Mandate and question", "S-mandate")
    return BulletSlide("S-mandate", title, made, notes)


def _contributors(
    record: Record, topic: Topic, found: tuple[Finding, ...], lines: Lines
) -> FigureSlide:
    notes = notes_for_outputs(record, topic.id)
    level = record.attribution.on(topic.id).published
    writing = {note.table for note in notes} - {None}
    wrote = tuple(table.name for table in record.tables if table.id in writing)
    countries = sorted({country for finding in found for country in finding.countries})
    figures = [
        (str(len(writing)), "table contributed" if len(writing) == 1 else "tables contributed"),
        (str(len(notes)), "note accepted" if len(notes) == 1 else "notes accepted"),
        (str(len(found)), "point confirmed" if len(found) == 1 else "points confirmed"),
    ]
    said = []
    if allows(level, "table"):
        said.append(f"Tables whose notes were accepted: {named_tables(wrote) or 'none yet'}.")
    if allows(level, "country"):
        named = "country named" if len(countries) == 1 else "countries named"
        figures.append((str(len(countries)), named))
        said.append(f"Countries named with agreement: {', '.join(countries) or 'none yet'}.")
        said.append("A country is named because a note mentions it; nothing is said in its name.")
    line = f"Countries named: {', '.join(countries)}" if countries else ""
    title = lines.line("who", "Who contributed", "S-who")
    return FigureSlide("S-who", title, tuple(figures), cut(line, 220), tuple(said))


def _map(record: Record, topic: Topic, found: tuple[Finding, ...], lines: Lines) -> ChartSlide:
    notes = notes_for_outputs(record, topic.id)
    behind = {note.id: f.subtopic for f in found for note in f.notes}
    names = tuple(f"{s.number}. {s.title}" for s in topic.subtopics)
    points = tuple(sum(f.subtopic == s for f in found) for s in topic.subtopics)
    counted = tuple(
        sum(behind.get(n.id) == s if n.id in behind else n.subtopic == s.id for n in notes)
        for s in topic.subtopics
    )
    told = tuple(
        f"{name}: {a} notes, {b} points" for name, a, b in zip(names, counted, points, strict=True)
    )
    series = (("Notes accepted", counted), ("Points confirmed", points))
    title = lines.line("map", "Map of the subtopics", "S-map")
    return ChartSlide("S-map", title, names, series, "; ".join(told), told)
