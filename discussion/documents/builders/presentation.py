"""The Day 2 slides of one topic, from the record's points; it must not know any file format.

Every accepted point appears on a slide, cut to a readable length, and whole in the notes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from discussion.documents.builders import wording
from discussion.documents.builders.declaration import build_declaration, paragraphs_of_points
from discussion.documents.builders.findings import (
    Finding,
    by_subtopic,
    findings,
    named_tables,
    of_kinds,
    strongest,
)
from discussion.documents.builders.slide_text import (
    cut,
    draft_paragraphs,
    first_words,
    note_on,
    paged,
    words_for,
)
from discussion.documents.deck import (
    Bullet,
    BulletSlide,
    ChartSlide,
    Deck,
    FigureSlide,
    Slide,
    Strength,
    TitleSlide,
)
from discussion.documents.tree import PROGRAMME, SECRETARIAT, Document
from discussion.domain.attribution import allows
from discussion.domain.contributions import KINDS
from discussion.domain.drafting import day_in_words, days_in_words
from discussion.domain.programme import Programme, Subtopic, Topic
from discussion.domain.publications import EditionStamp, Record, notes_for_outputs

ACCENTS = ("1F5C99", "8A3B12", "1E6B4A", "6B3A82", "7A5A00", "8C2F4B")
"""A colour for each topic, repeated after six; all dark enough for white text on them."""

BULLETS = 5  # a slide
STATUS = "Not agreed text"

_Group = tuple[Subtopic | None, tuple[Finding, ...]]

_PRACTICES = ("good_practice",)
_RECOMMENDED = ("recommendation", "commitment")
_OPEN = ("question", "dissent")
_ELSEWHERE = (*_PRACTICES, *_RECOMMENDED, *_OPEN)  # every other kind is a finding


def build_presentation(record: Record, stamp: EditionStamp, *, topic_number: int) -> Deck:
    """The slides of a topic; raises KeyError when the programme has no topic of that number."""
    topic = record.topic(topic_number)
    found = findings(record, topic)
    draft = build_declaration(record, stamp)
    title = f"Topic {topic.number}: {topic.title}"
    slides = (
        *_before(record, topic, found),
        *_findings(topic, found),
        *_practices(of_kinds(found, *_PRACTICES)),
        *_most_raised(of_kinds(found, "challenge")),
        *_recommended(of_kinds(found, *_RECOMMENDED), draft),
        *_open(of_kinds(found, *_OPEN)),
        *draft_paragraphs(draft, _ids(found)),
        _next_steps(record.workshop.programme, draft),
    )
    return Deck(
        wording.meta(record, stamp, f"presentation-topic-{topic.number}", title, STATUS),
        ACCENTS[(topic.number - 1) % len(ACCENTS)],
        tuple(slides),
        record.address,
    )


def _before(record: Record, topic: Topic, found: tuple[Finding, ...]) -> Iterator[Slide]:
    """Title, mandate and question, who contributed, map of subtopics."""
    programme = record.workshop.programme
    yield _title(programme, topic)
    yield _mandate(programme, topic)
    yield _contributors(record, topic, found)
    if topic.subtopics:
        yield _map(record, topic, found)


def _title(programme: Programme, topic: Topic) -> TitleSlide:
    items = wording.items_of(programme, "day2_presentation", topic.number)
    presenter = wording.speaker(items[0]) if items else ""
    when = wording.slot(items[0]) if items else ""
    lines = (
        "Results of the group discussions",
        programme.title,
        ", ".join(filter(None, (wording.place(programme), days_in_words(programme.dates)))),
        f"Presenter: {presenter or '[to be named]'}",
    )
    notes = (f"This presentation was scheduled {when}.",) if when else ()
    return TitleSlide("S-title", f"Topic {topic.number}: {topic.title}", lines, notes)


def _mandate(programme: Programme, topic: Topic) -> BulletSlide:
    asked = f"Challenges, success factors and alternative methods in “{topic.title}”"
    bullets = [
        ("Mandate", f"In follow-up to {wording.mandate_in_words(mandate)}")
        for mandate in programme.mandate[:2]
    ]
    bullets.append(("What the tables were asked about", asked))
    event = wording.event_word(programme)
    bullets += [(f"Objective of the {event}", aim) for aim in programme.objectives[:2]]
    made = tuple(
        Bullet(first_words(words, 24), f"S-mandate-B{n}", PROGRAMME, label)
        for n, (label, words) in enumerate(bullets[:BULLETS], 1)
    )
    notes = tuple(f"{label}: {words}" for label, words in bullets)
    return BulletSlide("S-mandate", "Mandate and question", made, notes)


def _contributors(record: Record, topic: Topic, found: tuple[Finding, ...]) -> FigureSlide:
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
    return FigureSlide("S-who", "Who contributed", tuple(figures), cut(line, 220), tuple(said))


def _map(record: Record, topic: Topic, found: tuple[Finding, ...]) -> ChartSlide:
    notes = notes_for_outputs(record, topic.id)
    behind = {note.id: f.subtopic for f in found for note in f.notes}
    names = tuple(f"{s.number}. {s.title}" for s in topic.subtopics)
    points = tuple(sum(f.subtopic == s for f in found) for s in topic.subtopics)
    counted = tuple(
        sum(behind.get(n.id) == s if n.id in behind else n.subtopic == s.id for n in notes)
        for s in topic.subtopics
    )
    lines = tuple(
        f"{name}: {a} notes, {b} points" for name, a, b in zip(names, counted, points, strict=True)
    )
    series = (("Notes accepted", counted), ("Points confirmed", points))
    return ChartSlide("S-map", "Map of the subtopics", names, series, "; ".join(lines), lines)


def _findings(topic: Topic, found: tuple[Finding, ...]) -> Iterator[Slide]:
    """Findings by subtopic, neighbouring subtopics together where there are many."""
    kinds = [f for f in found if f.point.kind not in _ELSEWHERE]
    if not found:
        line = "No point has been confirmed on this topic yet"
        bullet = Bullet(line, "S-findings-B1", SECRETARIAT)
        yield BulletSlide("S-findings", "Findings", (bullet,), (f"{line}.",))
    pages = _packed(by_subtopic(topic, kinds))
    together = [page for page in pages if len(page) > 1]
    for index, page in enumerate(pages):
        subtopic = page[0][0]
        inside = [finding for _, group in page for finding in group]
        anchor = f"S-findings-{index + 1}"
        if len(page) == 1:
            title = subtopic.title if subtopic else "The topic as a whole"
            yield from _slides(anchor, title, inside, _kind_label)
        else:
            count = f" ({together.index(page) + 1} of {len(together)})"
            title = f"Findings{count if len(together) > 1 else ''}"
            yield from _slides(anchor, title, inside, _full_label)


def _practices(found: tuple[Finding, ...]) -> Iterator[Slide]:
    def label(finding: Finding) -> str:
        return ", ".join(finding.named) or _subtopic_label(finding)

    countries = any(finding.countries for finding in found)
    title = "Country practices" if countries else "Good practices"
    yield from _slides("S-practices", title, found, label)


def _most_raised(found: tuple[Finding, ...]) -> Iterator[Slide]:
    """The challenges once more, by how widely they were raised; the others stand above."""
    if len(found) > 1:
        title = "Challenges most widely raised"
        yield from _slides("S-challenges", title, strongest(found, BULLETS), _subtopic_label)


def _recommended(found: tuple[Finding, ...], draft: Document) -> Iterator[Slide]:
    places = paragraphs_of_points(draft)

    def label(finding: Finding) -> str:
        kind = "" if finding.point.kind == "recommendation" else _kind_label(finding)
        return " · ".join(filter(None, (f"→ {places.get(finding.point.id, '')}", kind)))

    yield from _slides("S-recommendations", "Recommendations and commitments", found, label)


def _open(found: tuple[Finding, ...]) -> Iterator[Slide]:
    if found:
        yield from _slides("S-open", "What is still open", found, _kind_label)
        return
    words = "No question or differing view stands as a point of this topic"
    bullet = Bullet(words, "S-open-B1", SECRETARIAT)
    yield BulletSlide("S-open", "What is still open", (bullet,), (f"{words}.",))


def _next_steps(programme: Programme, draft: Document) -> BulletSlide:
    steps = [
        "Comments on the draft paragraphs: to the secretariat [by when: to be completed]",
        f"Draft text: {draft.meta.title}, as of the time below",
    ]
    for item in wording.items_of(programme, "closing"):
        steps.append(f"{item.title}: {day_in_words(item.date)}, {item.start:%H:%M}")
    bullets = tuple(
        Bullet(words, f"S-next-B{n}", SECRETARIAT) for n, words in enumerate(steps[:BULLETS], 1)
    )
    return BulletSlide("S-next", "Next steps", bullets, tuple(steps))


def _slides(
    anchor: str, title: str, found: Sequence[Finding], label: Callable[[Finding], str]
) -> Iterator[BulletSlide]:
    """As many slides as the findings need, at most five bullets each, titled "(2 of 3)"."""
    pages = paged(found, BULLETS)
    for number, page in enumerate(pages, 1):
        name = f"{anchor}-{number}" if len(pages) > 1 else anchor
        bullets = tuple(
            Bullet(
                words=first_words(finding.point.statement, words_for(len(page))),
                anchor=f"{name}-B{n}",
                sources=finding.sources,
                label=label(finding),
                strength=Strength(finding.strength, len(finding.tables), finding.discussing),
            )
            for n, finding in enumerate(page, 1)
        )
        heading = f"{title} ({number} of {len(pages)})" if len(pages) > 1 else title
        notes = tuple(note_on(finding, n) for n, finding in enumerate(page, 1))
        yield BulletSlide(name, heading, bullets, notes)


def _packed(groups: Sequence[_Group]) -> list[list[_Group]]:
    """Neighbouring subtopics together as long as all their findings fit one slide."""
    pages: list[list[_Group]] = []
    for group in groups:
        room = BULLETS - sum(len(found) for _, found in pages[-1]) if pages else 0
        if len(group[1]) <= room:
            pages[-1].append(group)
        else:
            pages.append([group])
    return pages


def _kind_label(finding: Finding) -> str:
    return KINDS.get(finding.point.kind, finding.point.kind)


def _full_label(finding: Finding) -> str:
    return " · ".join(filter(None, (_subtopic_label(finding), _kind_label(finding))))


def _subtopic_label(finding: Finding) -> str:
    return finding.subtopic.title if finding.subtopic else ""


def _ids(found: Iterable[Finding]) -> frozenset[str]:
    return frozenset(finding.point.id for finding in found)
