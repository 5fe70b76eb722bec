"""Texts cut to the size of a slide, and their whole wording for the notes; not their choice."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from discussion.documents.builders.findings import Finding, named_tables
from discussion.documents.builders.slide_lines import Lines
from discussion.documents.deck import Bullet, TextSlide
from discussion.documents.tree import (
    Document,
    ListItem,
    Numbering,
    Paragraph,
    item_number,
    paragraph_label,
    plain,
)

_T = TypeVar("_T")

BULLETS = 5  # a slide
WORDS = 12  # of a bullet on a full slide
ROOM = {1: 40, 2: 40, 3: 40, 4: 18}  # words of a bullet where fewer share the slide
LETTERS = 110  # of a bullet, for languages with long words or none between spaces
_NOT_LAST = frozenset(
    word
    for words in (
        "a an the and or of to with who that in for on by",
        "le la les un une des de du et ou à au aux en sur par pour que qui dans avec",
        "في من إلى على عن أو مع التي الذي",
    )
    for word in words.split()
)
_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
TEXT_LETTERS = 430  # of a slide read aloud at 24 points
TEXT_SLIDES = 3  # of draft paragraphs; the others are named on the last


def first_words(words: str, limit: int = WORDS) -> str:
    """The first words, with an ellipsis where more follow; lines become one line."""
    said = _SPACES.split(words.strip())
    if len(said) <= limit + 2 and len(" ".join(said)) <= LETTERS * limit // WORDS:
        return " ".join(said)
    kept = said[:limit]
    while len(kept) > 1 and kept[-1].casefold() in _NOT_LAST:
        kept.pop()
    return cut(" ".join(kept), LETTERS * limit // WORDS, more=len(said) > limit)


def words_for(bullets: int) -> int:
    """How many words each of that many bullets may have: none is cut while there is room."""
    return ROOM.get(bullets, WORDS)


def cut(words: str, letters_: int, *, more: bool = False) -> str:
    """At most that many letters, cut at a space; an ellipsis when something is left out."""
    if len(words) <= letters_:
        return f"{words.rstrip(',;:')}\u00a0…" if more else words
    kept, _, _ = words[: letters_ + 1].rpartition(" ")
    return f"{(kept or words[:letters_]).rstrip(',;: ')}\u00a0…"


def paged(items: Sequence[_T], size: int) -> list[Sequence[_T]]:
    """The items in pages of nearly equal length, none longer than ``size``."""
    if not items:
        return []
    count = -(-len(items) // size)
    length, longer = divmod(len(items), count)
    pages, start = [], 0
    for index in range(count):
        end = start + length + (index < longer)
        pages.append(items[start:end])
        start = end
    return pages


def note_on(finding: Finding, number: int, lines: Lines, *, edited: bool) -> str:
    """A bullet for who speaks: the whole statement, how strong it is, and what it rests on.

    ``edited``: somebody worded it for the slide, which the speaker is told.
    """
    comma = lines.say("comma")
    told = [lines.say("slides.edited")] if edited else []
    told.append(_raised(finding, lines))
    if finding.persons:
        told.append(lines.say("slides.said_by", persons=comma.join(finding.persons)))
    notes = comma.join(note.id for note in finding.notes) or lines.say("slides.none")
    told.append(lines.say("slides.sources", notes=notes))
    words = lines.marked(finding.said.words, finding.said)
    said = lines.say("slides.note", number=number, words=words)
    return "\n".join((said, *(f"    {each}" for each in told)))


def _raised(finding: Finding, lines: Lines) -> str:
    numbers = {"raising": finding.raising, "discussing": finding.discussing}
    count = lines.say("slides.of_tables", **numbers)
    said = {"strength": finding.strength, "count": count}
    if finding.raising and not finding.tables:
        return lines.say("slides.raised", **said)
    tables = named_tables(finding.tables, lines.language)
    tables = tables or lines.say("strength.none")
    return lines.say("slides.raised_named", tables=tables, **said)


def draft_paragraphs(draft: Document, points: frozenset[str], lines: Lines) -> Iterator[TextSlide]:
    """The topic's draft paragraphs for reading aloud; what does not fit is named at the end."""
    pages = _filled(list(_lines(draft, points)))
    shown, left = pages[:TEXT_SLIDES], [line for page in pages[TEXT_SLIDES:] for line in page]
    for number, page in enumerate(shown, 1):
        last = number == len(shown) and left
        further = (_further(left, draft, lines),) if last else ()
        words = lines.line("draft", lines.say("slides.drafts"), f"S-draft-{number}")
        title = of_several(words, (number, len(shown)), lines)
        bullets = tuple(
            Bullet(cut(words, TEXT_LETTERS), f"S-draft-{number}-B{n}", block.sources, place)
            for n, (place, words, block) in enumerate(page, 1)
        )
        notes = tuple(f"{words} ({block.anchor})" for _, words, block in page)
        yield TextSlide(f"S-draft-{number}", title, (*bullets, *further), notes)


_Line = tuple[str, str, Paragraph | ListItem]


def _lines(draft: Document, points: frozenset[str]) -> Iterator[_Line]:
    for block in draft.blocks:
        if not isinstance(block, Paragraph | ListItem) or not block.anchor.startswith("OP-"):
            continue
        if any(source.point in points for source in block.sources):
            yield _number(block, draft.meta.numbering), plain(block.content), block


def _number(block: Paragraph | ListItem, numbering: Numbering) -> str:
    if isinstance(block, ListItem):
        return item_number(block, numbering)
    return paragraph_label(block, numbering)


def _filled(lines: list[_Line]) -> list[list[_Line]]:
    """Lines by slide: a new one when it is full, and none that ends in a lone opening."""
    pages: list[list[_Line]] = []
    used = TEXT_LETTERS
    for index, line in enumerate(lines):
        need = min(len(line[1]), TEXT_LETTERS)
        opens = isinstance(line[2], Paragraph) and index + 1 < len(lines)
        after = lines[index + 1][1] if opens and isinstance(lines[index + 1][2], ListItem) else ""
        if used + need + min(len(after), TEXT_LETTERS - need) > TEXT_LETTERS:
            pages.append([])
            used = 0
        pages[-1].append(line)
        used += need
    return pages


def of_several(title: str, of: tuple[int, int], lines: Lines) -> str:
    """``Findings (2 of 3)``; a title alone where there is no other."""
    number, count = of
    return (
        lines.say("slides.of_several", title=title, number=number, count=count)
        if count > 1
        else title
    )


def _further(left: list[_Line], draft: Document, lines: Lines) -> Bullet:
    anchors = [block.anchor for _, _, block in left]
    span = anchors[0]
    if len(anchors) > 1:
        span = lines.say("slides.span", first=anchors[0], last=anchors[-1])
    words = lines.say("slides.further", span=span, title=draft.meta.title)
    sources = tuple(source for _, _, block in left for source in block.sources)
    return Bullet(words, "S-draft-further", sources)
