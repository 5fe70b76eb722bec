"""A proceedings of two hundred pages, as our tree and as Markdown; the same words in both."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from random import Random

from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Document,
    Emphasis,
    Heading,
    Inline,
    Meta,
    Paragraph,
    Row,
    Table,
    Text,
    normal,
)
from discussion.rehearsal.corpus.library import written_topics

PARAGRAPHS, HEADINGS, TABLES = 5_000, 100, 40
ROWS, COLUMNS = 12, 4
META = Meta(
    document="proceedings",
    title="Proceedings",
    symbol="BENCH/PROC/ZERO",
    stamp="",
    status="",
    language="en",
    created=datetime(2025, 7, 9, 12, tzinfo=UTC),
    creator="Bench",
    subject="",
    draft=False,
    rehearsal=False,
)


def proceedings() -> Document:
    """Numbered paragraphs under numbered headings, a table with a heading row in between."""
    return Document(META, tuple(_blocks(Random(1))))


def markdown(document: Document) -> str:
    """The same document for pandoc: its headings, paragraphs in one numbered list, pipe tables."""
    return "\n\n".join(_markdown(block) for block in document.blocks) + "\n"


def english() -> list[str]:
    """Sentences of the rehearsal's library that have no sign of another alphabet."""
    said = (
        note.text for topic in written_topics() for point in topic.points for note in point.notes
    )
    return [" ".join(words.split()) for words in said if words.isascii()]


def escaped(words: str) -> str:
    """Words that Markdown takes for words alone."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]<>#|~$^@" else c for c in words)


def _blocks(chance: Random) -> Iterator[Block]:
    said = english()
    tables, headings = count(1), count(1)
    for number in range(1, PARAGRAPHS + 1):
        if (number - 1) % (PARAGRAPHS // HEADINGS) == 0:
            chapter = next(headings)
            yield Heading(1, (Text(f"Chapter {chapter}"),), f"C-{chapter}", str(chapter))
        if number % (PARAGRAPHS // TABLES) == 0:
            yield _table(next(tables), chance, said)
        yield Paragraph(_line(chance, said), f"P-{number:04d}", SECRETARIAT, number=number)


def _line(chance: Random, said: Sequence[str]) -> tuple[Inline, ...]:
    """A sentence or two, its first word set apart."""
    first, _, others = chance.choice(said).partition(" ")
    return normal((Emphasis((Text(first),)), Text(f" {others} {chance.choice(said)}")))


def _table(number: int, chance: Random, said: Sequence[str]) -> Table:
    rows = tuple(
        Row(
            tuple((Text(chance.choice(said)),) for _ in range(COLUMNS)),
            f"T{number}-{row}",
            SECRETARIAT,
        )
        for row in range(1, ROWS + 1)
    )
    header = tuple(f"Column {column}" for column in range(1, COLUMNS + 1))
    return Table(f"Table {number}", header, (1,) * COLUMNS, rows, f"T{number}")


def _markdown(block: Block) -> str:
    match block:
        case Heading(content=content):
            return f"# {_words(content)}"
        case Paragraph(content=content, number=number):
            return f"{number}. {_words(content)}"
        case Table(caption=caption, header=header, rows=rows):
            lines = [header, ("---",) * len(header)]
            lines += [tuple(_words(cell) for cell in row.cells) for row in rows]
            shown = "\n".join(f"| {' | '.join(line)} |" for line in lines)
            return f"{shown}\n\n: {caption}"
        case _:
            raise ValueError(f"no {type(block).__name__} in this text")


def _words(content: tuple[Inline, ...]) -> str:
    return "".join(
        f"*{_words(inline.content)}*" if isinstance(inline, Emphasis) else escaped(_said(inline))
        for inline in content
    )


def _said(inline: Inline) -> str:
    assert isinstance(inline, Text), "only words and emphasis stand in this text"
    return inline.words
