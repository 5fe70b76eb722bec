"""The numbered body of a report as it is being put together; it must not know its subject."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import assert_never

from discussion.documents.builders import wording
from discussion.documents.builders.gaps import open_cell, to_complete
from discussion.documents.builders.handwritten import anchored, as_written, marked, sources_of
from discussion.documents.builders.paragraphs import Item, list_items
from discussion.documents.builders.spoken import said_by_hand
from discussion.documents.narrative import write_markdown
from discussion.documents.phrases import phrase
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Heading,
    Inline,
    LineBreak,
    ListItem,
    Numbering,
    PageBreak,
    Paragraph,
    Row,
    Source,
    Table,
    Text,
    Worded,
    below,
    item_number,
    items_in,
    plain,
    roman,
)
from discussion.domain.drafting.passages import Generated, words_for
from discussion.domain.publications import Record


@dataclass
class Body:
    """Blocks so far; headings are numbered 1, 1.1 and paragraphs 1 to n through the whole.

    Where they are not ``counted``, paragraphs have no numbers of their own.
    ``generated`` is what the sections written so far say by themselves, whatever people wrote.
    """

    record: Record
    document: str
    counted: bool = True
    blocks: list[Block] = field(default_factory=list)
    generated: list[Generated] = field(default_factory=list)
    chapter: int = 0
    part: int = 0
    paragraph: int = 0
    unnumbered: int = 0
    annex: int = 0
    heading: str = ""  # the last one of the report's own, with its number
    level: int = 0  # of that heading
    place: str = ""  # where the last words stand, for people

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.record.written_in

    @property
    def numbering(self) -> Numbering:
        """How its sub-paragraphs are lettered."""
        return Numbering(items=items_in(self.language))

    def say(self, key: str, /, **values: object) -> str:
        """A sentence in that language."""
        return phrase(self.language, key, **values)

    def own(self, words: str) -> str:
        """Words of the programme in that language, if its file has them in it."""
        return wording.own(self.record.workshop.programme, words, self.language)

    def chapter_heading(self, title: str) -> None:
        """A numbered heading of the first level."""
        self.chapter, self.part = self.chapter + 1, 0
        number = str(self.chapter)
        self.head(Heading(1, (Text(title),), f"C-{number}", number))

    def part_heading(self, title: str) -> None:
        """A numbered heading inside the chapter."""
        self.part += 1
        number = f"{self.chapter}.{self.part}"
        self.head(Heading(2, (Text(title),), f"C-{number}", number))

    def title(self, title: str) -> None:
        """A heading of the first level without a number: the summary."""
        self.unnumbered += 1
        self.head(Heading(1, (Text(title),), f"H-{self.unnumbered}"))

    def annex_heading(self, title: str) -> str:
        """The heading of the next annex, on a new page; its number is handed back: Annex I."""
        self.annex += 1
        own = str(self.annex) if self.language == "ar" else roman(self.annex)[1:-1].upper()
        number = self.say("body.annex", number=own)
        self.blocks.append(PageBreak())
        self.head(Heading(1, (Text(title),), f"A-{self.annex}", number))
        return number

    def head(self, heading: Heading) -> None:
        """A heading with a number and anchor of its document's own."""
        self.blocks.append(heading)
        self.level = heading.level
        self.heading = f"{heading.number} {plain(heading.content)}".strip()
        self.place = self.heading

    def section(
        self, slot: str, stem: str, prose: Iterable[Worded], *, unnumbered: str = ""
    ) -> None:
        """A run of prose that people may write in: the words given, or theirs.

        ``slot`` tells it from every other whatever changes around it, ``stem`` begins the anchors
        of its blocks. Outside of the numbered body ``unnumbered`` says where it stands.
        """
        blocks = anchored(prose, stem)
        points = dict.fromkeys(s.point for b in blocks for s in sources_of(b) if s.point)
        title, words = unnumbered or self.heading, write_markdown(blocks)
        made = Generated(slot, title, "markdown", words, tuple(points))
        self._lay(self._worded(made, blocks, stem), unnumbered)

    def introduce(self, slot: str, stem: str, prose: Iterable[Worded], *, about: str = "") -> None:
        """A section that a list or table follows, which must not stand there unannounced.

        ``about`` tells it from others under the same heading. Its words are the same whichever
        points follow, so that new ones leave nobody's behind.
        """
        blocks = anchored(prose, stem)
        title = self.say("labelled", label=self.heading) + about
        title = title if about else self.heading
        made = Generated(slot, title, "markdown", write_markdown(blocks), needed=True)
        self._lay(self._worded(made, blocks, stem, founded=False) or blocks, "")

    def gap(self, slot: str, title: str, point: str) -> tuple[Inline, ...]:
        """What only people can say of a point, in a cell or after a label: open until they have.

        Their paragraphs and items become lines of that one place.
        """
        place = anchored((said((open_cell(self.language),), SECRETARIAT),), slot)
        made = Generated(slot, title, "markdown", write_markdown(place), (point,), needed=True)
        lines: list[Inline] = []
        for block in self._worded(made, place, slot, founded=False) or place:
            lines += [*((LineBreak(),) if lines else ()), *block.content]
        return tuple(lines)

    def listed(self, items: tuple[Item, ...], stem: str) -> list[str]:
        """Sub-paragraphs below what was said last; their anchors are handed back.

        They go on counting where somebody has ended those words with a list.
        """
        start, above = self._counted(), Paragraph((), stem, ())
        listed = list_items(items, above, last=".", language=self.language)
        made = [block for block in listed if isinstance(block, ListItem)]
        for item in made:
            placed = replace(item, number=item.number + start)
            self.blocks.append(replace(placed, place=self._below(self.place, placed)))
        return [item.anchor for item in made]

    def table(
        self,
        caption: str,
        columns: tuple[tuple[str, int], ...],
        rows: tuple[Row, ...],
        anchor: str,
    ) -> None:
        """A table; ``columns`` are (heading, share of the line)."""
        header, widths = tuple(name for name, _ in columns), tuple(width for _, width in columns)
        self.blocks.append(Table(caption, header, widths, rows, anchor))

    def _worded(
        self, made: Generated, blocks: tuple[Worded, ...], stem: str, *, founded: bool = True
    ) -> tuple[Worded, ...]:
        """What stands at a place: what is generated there, or what people wrote instead.

        In another language than they write in, their words are translated, or marked.
        """
        self.generated.append(made)
        passage = self.record.passages.get((self.document, made.slot))
        words = words_for(passage, made)
        if passage is None or words == made.words:
            return blocks
        told = said_by_hand(self.record, passage.id, words)
        written = as_written(blocks, told.words, stem, founded=founded)
        return marked(written, told.mark)

    def _below(self, place: str, item: ListItem) -> str:
        return below(place, item_number(item, self.numbering), self.numbering)

    def _counted(self) -> int:
        """How far a list has counted that is still open."""
        counted = 0
        for block in reversed(self.blocks):
            if not isinstance(block, ListItem):
                break
            counted = max(counted, block.number if block.level == 1 else 0)
        return counted

    def _lay(self, blocks: Iterable[Worded], unnumbered: str) -> None:
        """Blocks in their places: numbers run through whatever people have written."""
        above = self.place
        for number, block in enumerate(blocks, 1):
            match block:
                case Heading():  # one level is never left out
                    self.blocks.append(replace(block, level=self.level + 1))
                case ListItem(level=1):
                    above = self._below(self.place, block)
                    self.blocks.append(replace(block, place=above))
                case ListItem():
                    self.blocks.append(replace(block, place=self._below(above, block)))
                case Paragraph(style="body") if self.counted and not unnumbered:
                    self.paragraph += 1
                    above = self.place = self.say("body.paragraph", number=self.paragraph)
                    self.blocks.append(replace(block, number=self.paragraph, place=self.place))
                case Paragraph():
                    told = self.say("body.message", place=unnumbered, number=number)
                    place = told if unnumbered else self.place
                    self.blocks.append(replace(block, place=place))
                case _:
                    assert_never(block)


def said(words: str | tuple[Inline, ...], sources: tuple[Source, ...]) -> Paragraph:
    """A paragraph of a section; its number and anchor come with its place."""
    return Paragraph((Text(words),) if isinstance(words, str) else words, "", sources)


def listing(
    language: str, words: str, sources: tuple[Source, ...], items: tuple[Item, ...]
) -> tuple[Worded, ...]:
    """A paragraph of a section with its sub-paragraphs, ended as a list is."""
    above = said(words, sources)
    listed = list_items(items, above, last=".", language=language)
    return above, *(block for block in listed if isinstance(block, ListItem))


def missing(language: str, what: str) -> Paragraph:
    """A paragraph that shows what people still have to write."""
    return said((to_complete(language, what),), SECRETARIAT)
