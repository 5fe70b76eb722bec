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
    paged,
    words_for,
)
from discussion.documents.deck import Bullet, BulletSlide, Deck, Slide, Strength
from discussion.documents.tree import SECRETARIAT, Document
from discussion.domain.contributions import KINDS
from discussion.domain.drafting import day_in_words
from discussion.domain.drafting.passages import Generated
from discussion.domain.programme import Programme, Subtopic, Topic
from discussion.domain.publications import EditionStamp, Record

ACCENTS = ("1F5C99", "8A3B12", "1E6B4A", "6B3A82", "7A5A00", "8C2F4B")
"""A colour for each topic, repeated after six; all dark enough for white text on them."""

STATUS = "Not agreed text"

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
    title = f"Topic {topic.number}: {topic.title}"
    meta = wording.meta(record, stamp, document, title, STATUS)
    accent = ACCENTS[(topic.number - 1) % len(ACCENTS)]
    return Deck(meta, accent, slides, record.address), lines.generated(slides)


def _findings(topic: Topic, found: tuple[Finding, ...], lines: Lines) -> Iterator[Slide]:
    """Findings by subtopic, neighbouring subtopics together where there are many."""
    kinds = [f for f in found if f.point.kind not in _ELSEWHERE]
    if not found:
        words = "No point has been confirmed on this topic yet"
        yield _one_line("findings", "Findings", "no-point", words, lines)
    pages = _packed(by_subtopic(topic, kinds))
    together = [page for page in pages if len(page) > 1]
    for index, page in enumerate(pages):
        subtopic = page[0][0]
        inside = [finding for _, group in page for finding in group]
        family = _Family("findings", f"S-findings-{index + 1}", lines)
        if len(page) == 1:
            name = subtopic.title if subtopic else "The topic as a whole"
            slot = f"findings-{subtopic.id if subtopic else 'whole'}"
            yield from family.slides((slot, name), inside, _kind_label)
        else:
            count = (together.index(page) + 1, len(together))
            yield from family.slides(("findings", "Findings"), inside, _full_label, count)


def _practices(found: tuple[Finding, ...], lines: Lines) -> Iterator[Slide]:
    def label(finding: Finding) -> str:
        return ", ".join(finding.named) or _subtopic_label(finding)

    countries = any(finding.countries for finding in found)
    title = "Country practices" if countries else "Good practices"
    yield from _Family("practices", "S-practices", lines).slides(("practices", title), found, label)


def _most_raised(found: tuple[Finding, ...], lines: Lines) -> Iterator[Slide]:
    """The challenges once more, by how widely they were raised; the others stand above."""
    if len(found) > 1:
        family = _Family("challenges", "S-challenges", lines)
        title = ("challenges", "Challenges most widely raised")
        yield from family.slides(title, strongest(found, BULLETS), _subtopic_label)


def _recommended(found: tuple[Finding, ...], draft: Document, lines: Lines) -> Iterator[Slide]:
    places = paragraphs_of_points(draft)

    def label(finding: Finding) -> str:
        kind = "" if finding.point.kind == "recommendation" else _kind_label(finding)
        return " · ".join(filter(None, (f"→ {places.get(finding.point.id, '')}", kind)))

    family = _Family("recommendations", "S-recommendations", lines)
    title = ("recommendations", "Recommendations and commitments")
    yield from family.slides(title, found, label)


def _open(found: tuple[Finding, ...], lines: Lines) -> Iterator[Slide]:
    title = "What is still open"
    if found:
        yield from _Family("open", "S-open", lines).slides(("open", title), found, _kind_label)
        return
    words = "No question or differing view stands as a point of this topic"
    yield _one_line("open", title, "none-open", words, lines)


def _one_line(slot: str, title: str, below: str, words: str, lines: Lines) -> BulletSlide:
    """A slide that says that there is nothing yet."""
    anchor = f"S-{slot}"
    heading = lines.line(slot, title, anchor)
    bullet = Bullet(lines.line(below, words, f"S-{below}"), f"S-{below}", SECRETARIAT)
    return BulletSlide(anchor, heading, (bullet,), (f"{words}.",))


def _next_steps(programme: Programme, draft: Document, lines: Lines) -> BulletSlide:
    steps = [
        (
            "comments",
            "Comments on the draft paragraphs: to the secretariat [by when: to be completed]",
        ),
        ("draft-text", f"Draft text: {draft.meta.title}, as of the time below"),
    ]
    for item in wording.items_of(programme, "closing"):
        when = f"{day_in_words(item.date)}, {item.start:%H:%M}"
        steps.append((f"closing-{item.id}", f"{item.title}: {when}"))
    bullets = tuple(
        Bullet(lines.line(slot, words, f"S-{slot}"), f"S-{slot}", SECRETARIAT)
        for slot, words in steps[:BULLETS]
    )
    title = lines.line("next", "Next steps", "S-next")
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
            heading = f"{words} ({of[0]} of {of[1]})" if of[1] > 1 else words
            bullets = tuple(self._bullet(each, len(page), label(each)) for each in page)
            notes = tuple(self._note(each, n) for n, each in enumerate(page, 1))
            yield BulletSlide(anchor, heading, bullets, notes)

    def _bullet(self, finding: Finding, sharing: int, label: str) -> Bullet:
        slot, statement = self._slot(finding), finding.point.statement
        words = first_words(statement, words_for(sharing))
        points = (finding.point.id,)
        return Bullet(
            words=self._lines.line(slot, words, f"S-{slot}", points=points, whole=statement),
            anchor=f"S-{slot}",
            sources=finding.sources,
            label=label,
            strength=Strength(finding.strength, len(finding.tables), finding.discussing),
        )

    def _note(self, finding: Finding, number: int) -> str:
        return note_on(finding, number, edited=self._lines.edited(self._slot(finding)))

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


def _kind_label(finding: Finding) -> str:
    return KINDS.get(finding.point.kind, finding.point.kind)


def _full_label(finding: Finding) -> str:
    return " · ".join(filter(None, (_subtopic_label(finding), _kind_label(finding))))


def _subtopic_label(finding: Finding) -> str:
    return finding.subtopic.title if finding.subtopic else ""


def _ids(found: Iterable[Finding]) -> frozenset[str]:
    return frozenset(finding.point.id for finding in found)
