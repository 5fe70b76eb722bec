"""A table of old numbers and new, as an annex and as rows; it must not know why they changed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from discussion.documents.phrases import phrase
from discussion.documents.tree import (
    SECRETARIAT,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
    paragraph_number,
)
from discussion.domain.drafting.numbering import Numbers, Renumbered, concordance

HEADER = ("before", "now", "what")
"""The columns of a concordance, for ``write_csv``."""

ANCHOR = "annex-numbers"


def numbers_in(document: Document) -> dict[str, str]:
    """The number of each operative paragraph, by everything it is known by."""
    return {key: number for keys, number in _numbered(document) for key in keys}


def since_held(document: Document, held: Numbers) -> tuple[Renumbered, ...]:
    """What came to and went from the numbers people hold; none of them ever changes in drafts."""
    before = {number: number for number in held.values()}
    now = {number: number for _, number in _numbered(document)}
    return concordance(before, now) if held else ()


def between(old: Document, new: Document) -> tuple[Renumbered, ...]:
    """Old number and new of every operative paragraph of two editions."""
    before, now = tuple(_numbered(old)), tuple(_numbered(new))
    known = {key: keys[0] for keys, _ in now for key in keys}
    named = {next((known[k] for k in keys if k in known), keys[0]): n for keys, n in before}
    return concordance(named, {keys[0]: number for keys, number in now})


def rows(lines: Iterable[Renumbered], language: str = "en") -> Iterator[tuple[object, ...]]:
    """The lines as cells under ``HEADER``."""
    return ((line.before, line.now, phrase(language, f"numbers.{line.what}")) for line in lines)


def with_concordance(document: Document, lines: tuple[Renumbered, ...], since: str) -> Document:
    """The document with the table as its last annex, where any number came, went or changed.

    ``since``: what the old numbers are those of.
    """
    if all(line.what == "same" for line in lines):
        return document
    language = document.meta.language
    told = (phrase(language, f"numbers.{line.what}") for line in lines)
    cells = (
        (line.before or "–", line.now or "–", words)
        for line, words in zip(lines, told, strict=True)
    )
    made = tuple(
        Row(tuple((Text(words),) for words in row), f"{ANCHOR}-{n}", SECRETARIAT)
        for n, row in enumerate(cells, 1)
    )
    heading = Heading(1, (Text(phrase(language, "numbers.annex")),), ANCHOR)
    table = Table(
        phrase(language, "numbers.table", since=since),
        tuple(phrase(language, f"numbers.{column}") for column in HEADER),
        (1, 1, 2),
        made,
        f"{ANCHOR}-table",
    )
    return replace(document, blocks=(*document.blocks, PageBreak(), heading, table))


def without_concordance(document: Document) -> Document:
    """The document as it is without that annex."""
    blocks = document.blocks
    if len(blocks) > 2 and isinstance(blocks[-2], Heading) and blocks[-2].anchor == ANCHOR:
        return replace(document, blocks=blocks[:-3])
    return document


def _numbered(document: Document) -> Iterator[tuple[tuple[str, ...], str]]:
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.keys and block.number is not None:
            yield block.keys, paragraph_number(block)
