"""A deck of sixty slides, as our tree and as Markdown; the same words in both.

Charts are left out: pandoc has none.
"""

import json
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from bench.documents.text import META, english, escaped
from discussion.documents.deck import (
    Bullet,
    BulletSlide,
    Deck,
    Slide,
    TableSlide,
    TextSlide,
    TitleSlide,
)
from discussion.documents.tree import SECRETARIAT

SLIDES = 60
BULLETS, ROWS, COLUMNS, PARAGRAPHS, NOTES = 5, 6, 4, 3, 2
WIDTH = 80  # characters of a bullet
HEADER = tuple(f"Column {column}" for column in range(1, COLUMNS + 1))

Plain = Mapping[str, Any]
"""A slide as JSON: its title, its notes, and one of lines, bullets, rows or paragraphs."""


def sixty_slides() -> tuple[Plain, ...]:
    """A title, then bullets for the most part, tables and paragraphs to be read aloud."""
    return tuple(_slides(Random(2)))


def deck_of(slides: tuple[Plain, ...]) -> Deck:
    """The deck as our writer takes it."""
    return Deck(META, "1F5C99", tuple(_slide(f"S-{n}", one) for n, one in enumerate(slides, 1)))


def deck_as_json(slides: tuple[Plain, ...]) -> str:
    """The deck in the plain form that the child reads."""
    return json.dumps(slides)


def deck_as_markdown(slides: tuple[Plain, ...]) -> str:
    """The deck for pandoc; its title slide comes of a title block."""
    first, *others = slides
    head = [f"% {escaped(first['title'])}", *(f"% {escaped(line)}" for line in first["lines"])]
    return "\n\n".join(("\n".join(head), *(_markdown(slide) for slide in others))) + "\n"


def lines_of(slide: Plain) -> tuple[str, ...]:
    """All that is to be read on a slide."""
    rows = (HEADER, *slide["rows"]) if "rows" in slide else ()
    told = (slide.get("lines", ()), slide.get("bullets", ()), slide.get("paragraphs", ()), *rows)
    return (slide["title"], *(line for lines in told for line in lines))


def _slides(chance: Random) -> Iterator[Plain]:
    said = english()
    short = [words[:WIDTH].strip() for words in said]

    def some(words: list[str], count: int) -> list[str]:
        return [chance.choice(words) for _ in range(count)]

    yield {"title": "Sixty slides", "lines": some(short, 1), "notes": []}
    for number in range(2, SLIDES + 1):
        head = {"title": f"Slide {number}", "notes": some(said, NOTES)}
        if number % 6 == 0:
            yield {**head, "rows": [some(short, COLUMNS) for _ in range(ROWS)]}
        elif number % 10 == 5:
            yield {**head, "paragraphs": some(said, PARAGRAPHS)}
        else:
            yield {**head, "bullets": some(short, BULLETS)}


def _slide(anchor: str, slide: Plain) -> Slide:
    title, notes = slide["title"], tuple(slide["notes"])
    match slide:
        case {"lines": lines}:
            return TitleSlide(anchor, title, tuple(lines), notes)
        case {"rows": rows}:
            cells = tuple(tuple(row) for row in rows)
            return TableSlide(anchor, title, HEADER, (1,) * COLUMNS, cells, notes)
        case {"paragraphs": paragraphs}:
            return TextSlide(anchor, title, _bullets(anchor, paragraphs), notes)
        case _:
            return BulletSlide(anchor, title, _bullets(anchor, slide["bullets"]), notes)


def _bullets(anchor: str, lines: list[str]) -> tuple[Bullet, ...]:
    return tuple(Bullet(line, f"{anchor}-{n}", SECRETARIAT) for n, line in enumerate(lines, 1))


def _markdown(slide: Plain) -> str:
    notes = "\n\n".join(map(escaped, slide["notes"]))
    return f"# {escaped(slide['title'])}\n\n{_body(slide)}\n\n::: notes\n{notes}\n:::"


def _body(slide: Plain) -> str:
    match slide:
        case {"rows": rows}:
            lines = [HEADER, ("---",) * COLUMNS, *(tuple(map(escaped, row)) for row in rows)]
            return "\n".join(f"| {' | '.join(line)} |" for line in lines)
        case {"paragraphs": paragraphs}:
            return "\n\n".join(map(escaped, paragraphs))
        case _:
            return "\n".join(f"- {escaped(line)}" for line in slide["bullets"])
