"""Paragraphs as a declaration prints them: numbers, end marks, sources and marks in the margin.

It must not know who wrote them or what they are about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from discussion.documents.builders.findings import remark_on
from discussion.documents.builders.marked import Naming, Voice, inlines, opened
from discussion.documents.builders.paragraphs import (
    Item,
    ended,
    ends_of,
    fits_the_line,
    list_items,
)
from discussion.documents.builders.spoken import Called, said_of
from discussion.documents.phrases import counted, framed, phrase
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Editorial,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Source,
    Text,
)
from discussion.domain.attribution import parties_shown
from discussion.domain.drafting import paragraphs
from discussion.domain.drafting.numbering import Number, numbered
from discussion.domain.drafting.outcomes import OUTCOMES
from discussion.domain.drafting.profiles import Profile
from discussion.domain.publications import (
    Record,
    notes_behind,
    points_for_outputs,
    tables_discussing,
    tables_raising,
)
from discussion.domain.synthesis import Point

Kept = paragraphs.Paragraph

_FULL_STOP = Text(".")
_OPERATIVE = "OP-"


@dataclass
class Draft:
    """The blocks so far, with the numbers that the next paragraph depends on."""

    record: Record
    called: Called = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    preambular: int = 0
    operative: int = 0
    numbers: Mapping[str, Number] = field(default_factory=dict)

    def __post_init__(self) -> None:
        topics = self.record.workshop.programme.topics
        told = (p for topic in topics for p in points_for_outputs(self.record, topic.id))
        self._points = {point.id: point for point in told}
        self.language = framed(self.record.written_in)
        self._discussing = {topic.id: tables_discussing(self.record, topic.id) for topic in topics}

    @property
    def profile(self) -> Profile:
        """How it is punctuated and who speaks; a chair's summary is a row of sentences."""
        if not OUTCOMES[self.record.outcome].past:
            return self.record.profile
        return replace(
            self.record.profile,
            preambular_end=".",
            last_preambular_end=".",
            operative_end=".",
            hereby="",
        )

    def say(self, key: str, **values: object) -> str:
        """The phrase of that key in the document's language."""
        return phrase(self.language, key, **values)

    def section(self, title: str, anchor: str, number: str = "") -> None:
        """A heading."""
        self.blocks.append(Heading(1, (Text(title),), anchor, number))

    def note(self, words: str, anchor: str) -> None:
        """A remark of the makers that stands alone."""
        self.blocks.append(Paragraph((Editorial(words),), anchor, SECRETARIAT, "note"))

    def preamble(self, kept: Sequence[Kept]) -> None:
        """The preambular paragraphs; the last one may end in its own way."""
        groups = tuple(_grouped(kept))
        for place, (head, items) in enumerate(groups, 1):
            self.preambular += 1
            end = self.profile.preambular_end
            end = end if place < len(groups) else self.profile.last_preambular_end
            shape = Paragraph(
                (),
                f"PP-{self.preambular:02d}",
                self._sources((head, *items)),
                style="preambular",
                place=self.say("place.preambular", number=self.preambular),
                keys=_keys(head),
            )
            self._add(shape, head, items, end, first=place == 1)

    def count(self, sections: Sequence[Sequence[Kept]]) -> None:
        """Numbers all operative paragraphs through, but for those that have a number already."""
        heads = [head for kept in sections for head, _ in _grouped(kept)]
        numbers = numbered([_keys(head) for head in heads], self.record.numbers)
        self.numbers = {head.id: number for head, number in zip(heads, numbers, strict=True)}

    def operate(self, kept: Sequence[Kept]) -> None:
        """Operative paragraphs, under the numbers they were given."""
        for head, items in _grouped(kept):
            self.operative += 1
            number = self.numbers[head.id]
            suffix = number.suffix.replace(" ", "-")
            shape = Paragraph(
                (),
                f"{_OPERATIVE}{number.number:02d}{suffix}",
                self._sources((head, *items)),
                style="operative",
                number=number.number,
                suffix=number.suffix,
                place=self.say("place.operative", number=number),
                keys=_keys(head),
            )
            self._add(shape, head, items, self.profile.operative_end)

    def finished(self) -> tuple[Block, ...]:
        """The blocks: one full stop ends all; a profile may want no numbers."""
        operative = [n for n, block in enumerate(self.blocks) if _is_operative(block)]
        if operative:
            self.blocks[operative[-1]] = _with_full_stop(self.blocks[operative[-1]], self.profile)
        alone = self.operative == 1 and not self.profile.single_numbered
        if alone or not self.profile.numbers:
            self.blocks = [_unnumbered(block) for block in self.blocks]
        return tuple(self.blocks)

    def _add(
        self,
        shape: Paragraph,
        head: Kept,
        items: Sequence[Kept],
        end: str,
        *,
        first: bool = False,
    ) -> None:
        content = self._opened(head, first=first)
        listed = tuple(self._item(kept) for kept in items)
        raised = self._raised((head,))
        if len(listed) == 1 and self._fits_the_line(items[0]):
            raised = " · ".join(filter(None, (raised, listed[0].mark)))
            stated = ended(listed[0].content, end, self.language)
            content = (*ended(content, ":", self.language), Text(" "), *stated)
            listed = ()
        else:
            content = ended(content, ":" if listed else end, self.language)
        mark = " · ".join(filter(None, (shape.anchor, raised)))
        self.blocks.append(replace(shape, content=content, mark=mark))
        usual, language = self.profile.item_end, self.language
        self.blocks += list_items(listed, shape, end=usual, last=end, language=language)

    def _fits_the_line(self, kept: Kept) -> bool:
        """Decided by the words at home, so that every language has the same sub-paragraphs."""
        point = next(iter(self._resting_on(kept)), None)
        words = kept.text if self.record.paragraphs or point is None else point.statement
        return fits_the_line(words, framed(self.record.workshop.programme.language))

    def _opened(self, kept: Kept, *, first: bool) -> tuple[Inline, ...]:
        said = said_of(self.record, kept, self.called)
        voice = Voice(self.profile, said.language or self.language, first=first)
        naming, language = self._naming(kept), said.language or None
        content = opened(said.words, kept.part, voice, naming, language=language)
        return (*content, *remark_on(said, self.language))

    def _item(self, kept: Kept) -> Item:
        said = said_of(self.record, kept, self.called)
        worded = inlines(said.words, self._naming(kept), language=said.language or None)
        content = (*worded, *remark_on(said, self.language))
        return Item(content, self._sources((kept,)), self._raised((kept,)), kept.level)

    def _naming(self, kept: Kept) -> Naming:
        every = [topic.id for topic in self.record.workshop.programme.topics]
        level = self.record.attribution.published_of(kept.topic, every)
        tables = [table.name for table in self.record.tables]
        return Naming(lambda parties: parties_shown(level, parties, tables), self.say("not_named"))

    def _sources(self, kept: Sequence[Kept]) -> tuple[Source, ...]:
        points = [point for one in kept for point in self._resting_on(one)]
        if points:
            return tuple(
                Source("notes", p.id, tuple(n.id for n in notes_behind(self.record, p)))
                for p in points
            )
        origin = kept[0].origin
        return (Source("secretariat text" if origin == "notes" else origin),)

    def _resting_on(self, kept: Kept) -> list[Point]:
        return [self._points[point] for point in kept.points if point in self._points]

    def _raised(self, kept: Sequence[Kept]) -> str:
        """How widely it was raised, for the draft's margin; never words of the declaration."""
        points = [point for one in kept for point in self._resting_on(one)]
        tables = {t for point in points for t in tables_raising(self.record, point)}
        if tables:
            most = max(self._discussing[p.topic] for p in points)
            every = counted(self.language, most, "table", oblique=True, figures=True)
            return self.say("raised", raising=len(tables), tables=every)
        own = points or any(one.slot is None for one in kept)
        return self.say("secretariat") if own else ""


def _grouped(kept: Sequence[Kept]) -> Iterator[tuple[Kept, tuple[Kept, ...]]]:
    """Each paragraph with the sub-paragraphs below it; one that stands below nothing is one."""
    head, items = None, list[Kept]()
    for one in kept:
        if head is None:
            head = one
        elif one.level:
            items.append(one)
        else:
            yield head, tuple(items)
            head, items = one, []
    if head is not None:
        yield head, tuple(items)


def _keys(kept: Kept) -> tuple[str, ...]:
    """By what other editions know it: taken over or written by hand, then what calls for it."""
    return tuple(dict.fromkeys(filter(None, (kept.id, kept.slot))))


def _is_operative(block: Block) -> bool:
    return isinstance(block, ListItem | Paragraph) and block.anchor.startswith(_OPERATIVE)


def _with_full_stop(block: Block, profile: Profile) -> Block:
    assert isinstance(block, ListItem | Paragraph)
    usual = (profile.operative_end, profile.item_end)
    ends = [Text(written) for end in usual for written in ends_of(end)]
    content = tuple(_FULL_STOP if inline in ends else inline for inline in block.content)
    return replace(block, content=content)


def _unnumbered(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.style == "operative":
        return replace(block, number=None)
    return block
