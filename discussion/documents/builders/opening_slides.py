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
from discussion.documents.phrases import quoted
from discussion.documents.tree import PROGRAMME
from discussion.domain.attribution import allows
from discussion.domain.countries import alphabetical
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
    language = lines.language
    items = wording.items_of(programme, "day2_presentation", topic.number)
    presenter = wording.speaker(items[0], programme, language) if items else ""
    named = lines.say("slides.presenter", speaker=presenter or lines.say("slides.unnamed"))
    words = lines.say("body.topic", number=topic.number, title=lines.own(topic.title))
    days = days_in_words(programme.dates, language)
    place = lines.say("comma").join(filter(None, (wording.place(programme, language), days)))
    title = lines.line("title", words, "S-title")
    below = (
        lines.say("slides.results"),
        lines.own(programme.title),
        place,
        lines.line("presenter", named, PRESENTER),
    )
    when = wording.slot(items[0], language) if items else ""
    notes = (lines.say("proceedings.presented", when=when),) if when else ()
    return TitleSlide("S-title", title, below, notes)


def _mandate(programme: Programme, topic: Topic, lines: Lines) -> BulletSlide:
    bullets = tuple(_asked(programme, topic, lines))
    made = tuple(
        Bullet(
            lines.line(slot, first_words(words, 24), f"S-{slot}", whole=words),
            f"S-{slot}",
            PROGRAMME,
            label,
        )
        for slot, label, words in bullets[:BULLETS]
    )
    notes = tuple(lines.say("labelled", label=label) + words for _, label, words in bullets)
    title = lines.line("mandate", lines.say("slides.mandate"), "S-mandate")
    return BulletSlide("S-mandate", title, made, notes)


def _asked(programme: Programme, topic: Topic, lines: Lines) -> Iterator[tuple[str, str, str]]:
    """What the tables worked under and were asked: a slot, a label and words each."""
    for number, mandate in enumerate(programme.mandate[:2], 1):
        said = wording.mandate_in_words(mandate, programme, lines.language)
        words = lines.say("slides.mandate_said", mandate=said)
        yield f"mandate-{number}", lines.say("slides.mandate_label"), words
    title = quoted(lines.language, lines.own(topic.title))
    yield "question", lines.say("slides.asked_label"), lines.say("slides.asked", title=title)
    event = wording.event_of(programme, lines.language)
    label = lines.say("slides.objective_label", event=event)
    for number, aim in enumerate(programme.objectives[:2], 1):
        yield f"objective-{number}", label, lines.own(aim)


def _contributors(
    record: Record, topic: Topic, found: tuple[Finding, ...], lines: Lines
) -> FigureSlide:
    notes = notes_for_outputs(record, topic.id)
    level = record.attribution.on(topic.id).published
    writing = {note.table for note in notes} - {None}
    countries = tuple(dict.fromkeys(c for finding in found for c in finding.countries))
    countries = tuple(sorted(countries, key=alphabetical))
    told = [("tables", len(writing)), ("notes", len(notes)), ("points", len(found))]
    said = []
    none, comma = lines.say("slides.none_yet"), lines.say("comma")
    if allows(level, "table"):
        wrote = tuple(table.name for table in record.tables if table.id in writing)
        tables = named_tables(wrote, lines.language) or none
        said.append(lines.say("slides.tables_named", tables=tables))
    if allows(level, "country"):
        told.append(("countries", len(countries)))
        said.append(lines.say("slides.countries_named", countries=comma.join(countries) or none))
        said.append(lines.say("slides.country_because"))
    named = comma.join(countries)
    line = lines.say("slides.countries_line", countries=named) if countries else ""
    figures = tuple(
        (str(number), lines.say(f"slides.{what}.{'one' if number == 1 else 'many'}"))
        for what, number in told
    )
    title = lines.line("who", lines.say("slides.who"), "S-who")
    return FigureSlide("S-who", title, figures, cut(line, 220), tuple(said))


def _map(record: Record, topic: Topic, found: tuple[Finding, ...], lines: Lines) -> ChartSlide:
    notes = notes_for_outputs(record, topic.id)
    behind = {note.id: f.subtopic for f in found for note in f.notes}
    names = tuple(f"{s.number}. {lines.own(s.title)}" for s in topic.subtopics)
    points = tuple(sum(f.subtopic == s for f in found) for s in topic.subtopics)
    counted = tuple(
        sum(behind.get(n.id) == s if n.id in behind else n.subtopic == s.id for n in notes)
        for s in topic.subtopics
    )
    told = tuple(
        lines.say("slides.map_line", subtopic=name, notes=a, points=b)
        for name, a, b in zip(names, counted, points, strict=True)
    )
    series = (
        (lines.say("slides.notes_series"), counted),
        (lines.say("slides.points_series"), points),
    )
    title = lines.line("map", lines.say("slides.map"), "S-map")
    return ChartSlide("S-map", title, names, series, lines.say("semicolon").join(told), told)
