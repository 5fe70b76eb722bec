"""The numbered body of a report as it is being put together; it must not know its subject."""

from dataclasses import dataclass, field

from discussion.documents.builders.paragraphs import Item, list_items
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Editorial,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Row,
    Source,
    Table,
    Text,
    roman,
)

TO_COMPLETE = "To be completed by the secretariat: {what}"


@dataclass
class Body:
    """Blocks so far; headings are numbered 1, 1.1 and paragraphs 1 to n through the whole."""

    blocks: list[Block] = field(default_factory=list)
    chapter: int = 0
    part: int = 0
    paragraph: int = 0
    unnumbered: int = 0
    annex: int = 0

    def chapter_heading(self, title: str) -> None:
        """A numbered heading of the first level."""
        self.chapter, self.part = self.chapter + 1, 0
        number = str(self.chapter)
        self.blocks.append(Heading(1, (Text(title),), f"C-{number}", number))

    def part_heading(self, title: str) -> None:
        """A numbered heading inside the chapter."""
        self.part += 1
        number = f"{self.chapter}.{self.part}"
        self.blocks.append(Heading(2, (Text(title),), f"C-{number}", number))

    def title(self, title: str) -> None:
        """A heading of the first level without a number: the summary."""
        self.unnumbered += 1
        self.blocks.append(Heading(1, (Text(title),), f"H-{self.unnumbered}"))

    def annex_heading(self, title: str) -> str:
        """The heading of the next annex, on a new page; its number is handed back: Annex I."""
        self.annex += 1
        number = f"Annex {roman(self.annex)[1:-1].upper()}"
        self.blocks += [PageBreak(), Heading(1, (Text(title),), f"A-{self.annex}", number)]
        return number

    def say(
        self,
        words: str | tuple[Inline, ...],
        sources: tuple[Source, ...],
        items: tuple[Item, ...] = (),
    ) -> Paragraph:
        """The next numbered paragraph, with its sub-paragraphs; it is handed back."""
        self.paragraph += 1
        content = (Text(words),) if isinstance(words, str) else words
        made = Paragraph(
            content,
            f"P-{self.paragraph:03d}",
            sources,
            number=self.paragraph,
            place=f"Paragraph {self.paragraph}",
        )
        self.blocks.append(made)
        self.blocks += list_items(items, made, last=".")
        return made

    def missing(self, what: str, before: str = "") -> None:
        """A numbered paragraph that shows what people still have to write."""
        opening: tuple[Inline, ...] = (Text(f"{before} "),) if before else ()
        self.say((*opening, to_complete(what)), SECRETARIAT)

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


OPEN_CELL = Editorial("to be completed")
"""The same inside a table, where its column says what is missing."""


def to_complete(what: str) -> Editorial:
    """The visible place of words that only people can write."""
    return Editorial(TO_COMPLETE.format(what=what))
