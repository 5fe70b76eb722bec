"""A Deck as a PowerPoint file; it must not know workshops, only the deck."""

import io
from functools import cache
from typing import Any, assert_never

import pptx

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
    HouseStyleIncomplete,
    fill_properties,
    house_style,
    same_bytes,
    xml_safe,
)
from discussion.documents.writers.pptx.bodies import (
    write_bullets,
    write_chart,
    write_figures,
    write_table,
    write_text,
)
from discussion.documents.writers.pptx.shapes import fill_title, footer, opening_band

HOUSE_STYLE = "slides.pptx"
OPENING, CONTENT = "Opening", "Content"


def write_pptx(deck: Deck) -> bytes:
    """The deck as the bytes of a ``.pptx``; the same deck gives the same bytes.

    Raises HouseStyleIncomplete when ``templates/office/slides.pptx`` lacks a layout.
    """
    show = pptx.Presentation(io.BytesIO(_house_style()))
    layouts = {layout.name: layout for layout in show.slide_layouts}
    missing = [name for name in (OPENING, CONTENT) if name not in layouts]
    if missing:
        raise HouseStyleIncomplete(HOUSE_STYLE, ", ".join(missing))
    for number, slide in enumerate(deck.slides, 1):
        layout = layouts[OPENING if isinstance(slide, TitleSlide) else CONTENT]
        page = show.slides.add_slide(layout)
        _write(page, slide, deck)
        footer(page, deck, f"{number} / {len(deck.slides)}")
        if slide.notes:
            page.notes_slide.notes_text_frame.text = xml_safe("\n\n".join(slide.notes))
    fill_properties(show.core_properties, deck.meta)
    saved = io.BytesIO()
    show.save(saved)
    return same_bytes(saved.getvalue())


def _write(page: Any, slide: Slide, deck: Deck) -> None:
    match slide:
        case TitleSlide():
            opening_band(page, slide, deck.accent)
        case BulletSlide():
            fill_title(page, slide.title, deck.accent)
            write_bullets(page, slide, deck.accent)
        case FigureSlide():
            fill_title(page, slide.title, deck.accent)
            write_figures(page, slide, deck.accent)
        case ChartSlide():
            fill_title(page, slide.title, deck.accent)
            write_chart(page, slide, deck.accent)
        case TableSlide():
            fill_title(page, slide.title, deck.accent)
            write_table(page, slide, deck.accent)
        case TextSlide():
            fill_title(page, slide.title, deck.accent)
            write_text(page, slide, deck.accent)
        case _:
            assert_never(slide)


@cache
def _house_style() -> bytes:
    return house_style(HOUSE_STYLE).read_bytes()
