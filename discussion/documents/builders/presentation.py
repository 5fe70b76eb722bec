"""The Day 2 slides of one topic, from the record's points; it must not know any file format.

Every accepted point appears on a slide, cut to a readable length unless somebody worded it for
the slide, and whole in the notes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from discussion.documents.builders import wording
from discussion.documents.builders.declaration import build_declaration, paragraphs_of_points
from discussion.documents.builders.findings import (
    Finding,
    by_subtopic,
    findings,
    of_kinds,
    strongest,
)
from discussion.documents.builders.opening_slides import opening_slides
from discussion.documents.builders.slide_lines import Lines
from discussion.documents.builders.slide_text import (
    BULLETS,
    draft_paragraphs,
    first_words,
    note_on,
    of_several,
    paged,
    words_for,
)
from discussion.documents.deck import Bullet, BulletSlide, Deck, Slide, Strength
from discussion.documents.tree import SECRETARIAT, Document
from discussion.domain.drafting import day_in_words
from discussion.domain.drafting.passages import Generated
from discussion.domain.programme import Programme, Subtopic, Topic
from discussion.domain.publications import EditionStamp, Record

ACCENTS = ("1F5C99", "8A3B12", "1E6B4A", "6B3A82", "7A5A00", "8C2F4B")
"""A colour for each topic, repeated after six; all dark enough for white text on them."""

_Group = tuple[Subtopic | None, tuple[Finding, ...]]

_PRACTICES = ("good_practice",)
_RECOMMENDED = ("recommendation", "commitment")
_OPEN = ("question", "dissent")
_ELSEWHERE = (*_PRACTICES, *_RECOMMENDED, *_OPEN)  # every other kind is a finding


def build_presentation(record: Record, stamp: EditionStamp, *, topic_number: int) -> Deck:
    """The slides of a topic; raises KeyError when the programme has no topic of that number.

    What people have written in the place of a line of it stands as they wrote it.
    """
    return write_presentation(record, stamp, topic_number=topic_number)[0]


def write_presentation(
    record: Record, stamp: EditionStamp, *, topic_number: int
) -> tuple[Deck, tuple[Generated, ...]]:
    """The same, and what is generated at each of its places in which people may write."""
    topic = record.topic(topic_number)
    document = f"presentation-topic-{topic.number}"
    found = findings(record, topic)
    draft = build_declaration(record, stamp)
    lines = Lines(record, document)
    slides = (
        *opening_slides(record, topic, found, lines),
        *_findings(topic, found, lines),
        *_practices(of_kinds(found, *_PRACTICES), lines),
        *_most_raised(of_kinds(found, "challenge"), lines),
        *_recommended(of_kinds(found, *_RECOMMENDED), draft, lines),
        *_open(of_kinds(found, *_OPEN), lines),
        *draft_paragraphs(draft, _ids(found), lines),
        _next_steps(record.workshop.programme, draft, lines),
    )
    title = lines.say("body.topic", number=topic.number, title=lines.own(topic.title))
    meta = wording.meta(record, stamp, document, title, lines.say("slides.status"))
    accent = ACCENTS[(topic.number - 1) % len(ACCENTS)]
    return Deck(meta, accent, slides, record.address), lines.generated(slides)


def _findings(topic: Topic, found: tuple[Finding, ...], lines: Lines) -> Iterator[Slide]:
    """Findings by subtopic, neighbouring subtopics together where there are many."""
    kinds = [f for f in found if f.point.kind not in _ELSEWHERE]
    if not found:
        words = lines.say("slides.no_finding")
        yield _one_line("findings", lines.say("slides.findings"), "no-point", words, lines)
    pages = _packed(by_subtopic(topic, kinds))
    together = [page for page in pages if len(page) > 1]
    for index, page in enumerate(pages):
        subtopic = page[0][0]
        inside = [finding for _, group in page for finding in group]
        family = _Family("findings", f"S-findings-{index + 1}", lines)
        if len(page) == 1:
            name = lines.own(subtopic.title) if subtopic else lines.say("body.whole_topic")
            slot = f"findings-{subtopic.id if subtopic else 'whole'}"
            yield from family.slides((slot, name), inside, family.kind)
        else:
            count = (together.index(page) + 1, len(together))
            words = lines.say("slides.findings")
            yield from family.slides(("findings", words), inside, family.full, count)


def _practices(found: tuple[Finding, ...], lines: Lines) -> Iterator[Slide]:
    family = _Family("practices", "S-practices", lines)

    def label(finding: Finding) -> str:
        return lines.say("comma").join(finding.named) or family.subtopic(finding)

    countries = any(finding.countries for finding in found)
    title = lines.say("slides.practices" if countries else "slides.good_practices")
    yield from family.slides(("practices", title), found, label)


def _most_raised(found: tuple[Finding, ...], lines: Lines) -> Iterator[Slide]:
    """The challenges once more, by how widely they were raised; the others stand above."""
    if len(found) > 1:
        family = _Family("challenges", "S-challenges", lines)
        title = ("challenges", lines.say("slides.challenges"))
        yield from family.slides(title, strongest(found, BULLETS), family.subtopic)


def _recommended(found: tuple[Finding, ...], draft: Document, lines: Lines) -> Iterator[Slide]:
    places = paragraphs_of_points(draft)
    family = _Family("recommendations", "S-recommendations", lines)

    def label(finding: Finding) -> str:
        kind = "" if finding.point.kind == "recommendation" else family.kind(finding)
        place = lines.say("slides.goes_to", place=places.get(finding.point.id, ""))
        return " · ".join(filter(None, (place, kind)))

    title = ("recommendations", lines.say("slides.recommendations"))
    yield from family.slides(title, found, label)


def _open(found: tuple[Finding, ...], lines: Lines) -> Iterator[Slide]:
    title = lines.say("slides.open")
    if found:
        family = _Family("open", "S-open", lines)
        yield from family.slides(("open", title), found, family.kind)
        return
    words = lines.say("slides.nothing_open")
    yield _one_line("open", title, "none-open", words, lines)


def _one_line(slot: str, title: str, below: str, words: str, lines: Lines) -> BulletSlide:
    """A slide that says that there is nothing yet."""
    anchor = f"S-{slot}"
    heading = lines.line(slot, title, anchor)
    bullet = Bullet(lines.line(below, words, f"S-{below}"), f"S-{below}", SECRETARIAT)
    return BulletSlide(anchor, heading, (bullet,), (lines.say("sentence", words=words),))


def _next_steps(programme: Programme, draft: Document, lines: Lines) -> BulletSlide:
    steps = [
        ("comments", lines.say("slides.comments")),
        ("draft-text", lines.say("slides.draft_text", title=draft.meta.title)),
    ]
    for item in wording.items_of(programme, "closing"):
        day, title = day_in_words(item.date, lines.language), lines.own(item.title)
        words = lines.say("slides.closing", title=title, day=day, time=f"{item.start:%H:%M}")
        steps.append((f"closing-{item.id}", words))
    bullets = tuple(
        Bullet(lines.line(slot, words, f"S-{slot}"), f"S-{slot}", SECRETARIAT)
        for slot, words in steps[:BULLETS]
    )
    title = lines.line("next", lines.say("slides.next"), "S-next")
    return BulletSlide("S-next", title, bullets, tuple(words for _, words in steps))


class _Family:
    """Slides of one kind of points; on each a point's words are edited where they stand."""

    def __init__(self, name: str, anchor: str, lines: Lines) -> None:
        self._name = name
        self._anchor = anchor
        self._lines = lines

    def slides(
        self,
        title: tuple[str, str],
        found: Sequence[Finding],
        label: Callable[[Finding], str],
        count: tuple[int, int] = (1, 1),
    ) -> Iterator[BulletSlide]:
        """As many as the findings need, at most five bullets each, titled "(2 of 3)".

        ``title`` is its slot and its words; ``count`` says which of how many such groups it is.
        """
        pages = paged(found, BULLETS)
        for number, page in enumerate(pages, 1):
            anchor = f"{self._anchor}-{number}" if len(pages) > 1 else self._anchor
            of = (number, len(pages)) if len(pages) > 1 else count
            words = self._lines.line(*title, anchor)
            heading = of_several(words, of, self._lines)
            bullets = tuple(self._bullet(each, len(page), label(each)) for each in page)
            notes = tuple(self._note(each, n) for n, each in enumerate(page, 1))
            yield BulletSlide(anchor, heading, bullets, notes)

    def _bullet(self, finding: Finding, sharing: int, label: str) -> Bullet:
        slot, statement = self._slot(finding), finding.said.words
        cut = first_words(statement, words_for(sharing))
        points = (finding.point.id,)
        words = self._lines.line(slot, cut, f"S-{slot}", points=points, whole=statement)
        mark = "" if words != cut else self._lines.remark(finding.said)
        return Bullet(
            words=words,
            anchor=f"S-{slot}",
            sources=finding.sources,
            label=" · ".join(filter(None, (label, mark))),
            strength=Strength(finding.strength, len(finding.tables), finding.discussing),
        )

    def _note(self, finding: Finding, number: int) -> str:
        edited = self._lines.edited(self._slot(finding))
        return note_on(finding, number, self._lines, edited=edited)

    def kind(self, finding: Finding) -> str:
        """What kind of point it is."""
        return self._lines.say(f"kind.{finding.point.kind}")

    def subtopic(self, finding: Finding) -> str:
        """Its subtopic; "" for a point of the topic as a whole."""
        return self._lines.own(finding.subtopic.title) if finding.subtopic else ""

    def full(self, finding: Finding) -> str:
        """Both of them."""
        return " · ".join(filter(None, (self.subtopic(finding), self.kind(finding))))

    def _slot(self, finding: Finding) -> str:
        return f"{self._name}-{finding.point.id}"


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


def _ids(found: Iterable[Finding]) -> frozenset[str]:
    return frozenset(finding.point.id for finding in found)
