"""A Deck as a PowerPoint file; it must not know workshops, only the deck."""

import io
from functools import cache
from typing import Any, assert_never

from discussion.documents.deck import (
    BulletSlide,
    ChartSlide,
    Deck,
    FigureSlide,
    Slide,
    TableSlide,
    TextSlide,
    TitleSlide,
)
from discussion.documents.writers.package import (
    fill_properties,
    house_style,
    same_bytes,
)
from discussion.documents.writers.pptx.bodies import (
    write_bullets,
    write_chart,
    write_figures,
    write_table,
    write_text,
)
from discussion.documents.writers.pptx.house import HOUSE_STYLE, Room, SlideStyle, open_style
from discussion.documents.writers.pptx.notes import Notes
from discussion.documents.writers.pptx.shapes import Look, fill_opening, fill_title, footer
from discussion.documents.writers.pptx.way_in import WAY_IN, write_way_in
from discussion.domain.languages import written_from


def write_pptx(deck: Deck, style: bytes | None = None) -> bytes:
    """The deck as the bytes of a ``.pptx``; the same deck gives the same bytes.

    ``style`` is a PowerPoint file to be followed instead of ``templates/office/slides.pptx``.
    Raises HouseStyleIncomplete when it lacks a layout.
    """
    house = open_style(_house_style() if style is None else style)
    look = Look(deck.accent, turned=written_from(deck.meta.language) == "rtl")
    notes = Notes()
    for number, slide in enumerate(deck.slides, 1):
        opening = isinstance(slide, TitleSlide)
        page = house.show.slides.add_slide(house.opening if opening else house.content)
        room = house.body
        if deck.address and (opening or number == len(deck.slides)):
            write_way_in(page, deck, room)
            room = room.above(WAY_IN)
        _write(page, slide, look, house, room)
        footer(page, deck, f"{number} / {len(deck.slides)}", house)
        if slide.notes:
            notes.write(page, slide.notes)
    fill_properties(house.show.core_properties, deck.meta)
    saved = io.BytesIO()
    house.show.save(saved)
    return same_bytes(saved.getvalue())


def _write(page: Any, slide: Slide, look: Look, house: SlideStyle, room: Room) -> None:
    match slide:
        case TitleSlide():
            fill_opening(page, slide, look, house.band, room.bottom)
            return
        case BulletSlide():
            write_bullets(page, slide, look, room)
        case FigureSlide():
            write_figures(page, slide, look, room)
        case ChartSlide():
            write_chart(page, slide, look, room)
        case TableSlide():
            write_table(page, slide, look, room)
        case TextSlide():
            write_text(page, slide, look, room)
        case _:
            assert_never(slide)
    fill_title(page, slide.title, look.accent)


@cache
def _house_style() -> bytes:
    return house_style(HOUSE_STYLE).read_bytes()
