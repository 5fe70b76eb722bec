"""What every slide has round its body: title, accent, footer; and text set in its direction."""

from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsuri
from pptx.util import Emu, Inches, Pt

from discussion.documents.deck import Deck, TitleSlide
from discussion.documents.direction import runs_right_to_left
from discussion.documents.phrases import phrase
from discussion.documents.writers.package import xml_safe
from discussion.documents.writers.pptx.house import Room, SlideStyle
from discussion.domain.languages import written_from

INK, GREY = "ink", "grey"
"""Colours of text that are the house style's own, so that they can be read on its ground."""


@dataclass(frozen=True)
class Look:
    """What all slides of a deck have in common."""

    accent: str  # RRGGBB
    turned: bool  # whether lines begin on the right


def fill_title(page: Any, title: str, accent: str) -> None:
    """The slide's title with a thin rule of the topic's colour under it."""
    shape = page.shapes.title
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
    frame.margin_left = frame.margin_right = Emu(0)
    size = 30 if len(title) <= 60 else 24
    write_line(frame.paragraphs[0], title, size=size, bold=True, colour=None)
    under = Room(shape.left, shape.top + shape.height + Inches(0.05), shape.width, Inches(0.05))
    rule = box(page, under, accent)
    rule.name = "Rule"
    for other in list(page.shapes._spTree.iter_ph_elms()):
        if other is not shape._element:
            other.getparent().remove(other)  # it only says where the room is


def fill_opening(page: Any, slide: TitleSlide, look: Look, band: Room | None, bottom: int) -> None:
    """The opening slide: the topic's colour, the title, then its lines as far as ``bottom``."""
    if band is not None:
        box(page, band, look.accent)
    title = page.shapes.title
    lines, *others = (s for s in page.placeholders if s.shape_id != title.shape_id)
    for other in others:
        other._element.getparent().remove(other._element)
    _set_lines(title.text_frame, MSO_ANCHOR.BOTTOM)
    size = 40 if len(slide.title) <= 70 else 32
    write_line(title.text_frame.paragraphs[0], slide.title, size=size, bold=True, colour=None)
    place = Room(lines.left, lines.top, lines.width, lines.height)
    if place.top < bottom < place.bottom:
        lines.left, lines.top, lines.width = place.left, place.top, place.width
        lines.height = bottom - place.top
    body = lines.text_frame
    _set_lines(body, None)
    for index, line in enumerate(slide.lines):
        paragraph = body.paragraphs[0] if index == 0 else body.add_paragraph()
        first = index == 0
        write_line(paragraph, line, size=24 if first else 18, colour=INK if first else GREY)
        paragraph.space_after = Pt(6)
        if look.turned:
            paragraph.alignment = PP_ALIGN.RIGHT  # a line in Latin letters as well


def footer(page: Any, deck: Deck, number: str, house: SlideStyle) -> None:
    """Frozen snapshot with its time, symbol, slide number; the rehearsal mark in front."""
    words = [deck.meta.symbol, deck.meta.snapshot, deck.meta.status]
    if deck.meta.rehearsal:
        words.insert(0, phrase(deck.meta.language, "printed.rehearsal_short"))
    turned = written_from(deck.meta.language) == "rtl"
    wide = house.show.slide_width
    line = text_box(page, house.footer.mirrored(wide) if turned else house.footer)
    told = " · ".join(filter(None, words))
    write_line(line.paragraphs[0], told, size=11, colour=GREY, follow=deck.meta.snapshot)
    count = text_box(page, house.number.mirrored(wide) if turned else house.number)
    write_line(count.paragraphs[0], number, size=11, colour=GREY)
    count.paragraphs[0].alignment = PP_ALIGN.LEFT if turned else PP_ALIGN.RIGHT


def _set_lines(frame: Any, anchor: Any) -> None:
    frame.word_wrap = True
    if anchor is not None:
        frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = Emu(0)


def set_colour(font: Any, name: str) -> None:
    """Sets a font to the house style's ink or grey, or to a colour as RRGGBB."""
    if name not in (INK, GREY):
        font.color.rgb = rgb(name)
        return
    font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    if name == GREY:
        font.color.brightness = 0.35


def rgb(colour: str) -> Any:
    """A colour of slides from RRGGBB."""
    return RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def box(page: Any, room: Room, colour: str) -> Any:
    """A plain filled rectangle without words."""
    place = (room.left, room.top, room.width, room.height)
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    style = shape._element.find(f"{{{shape._element.nsmap['p']}}}style")
    shape._element.remove(style)  # the theme's shadow
    return shape


def text_box(page: Any, room: Room) -> Any:
    """The text frame of a new box that wraps and has no inner margin."""
    frame = page.shapes.add_textbox(room.left, room.top, room.width, room.height).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    return frame


def write_line(
    paragraph: Any,
    words: str,
    *,
    size: float,
    bold: bool = False,
    colour: str | None = INK,
    run_only: bool = False,
    follow: str = "",
) -> None:
    """Adds words to a paragraph, which runs as its words do, or as those it is to ``follow``.

    Without a ``colour`` they have that of their placeholder.
    """
    for index, line in enumerate(xml_safe(words).split("\n")):
        if index:
            paragraph.add_line_break()
        run = deepcopy(_run(size, colour, bold=bold))
        run.t.text = line
        paragraph._p.append(run)
    if run_only:
        return
    if runs_right_to_left(follow or words):
        properties = paragraph._p.get_or_add_pPr()
        properties.set("rtl", "1")
        properties.set("algn", "r")
    else:
        paragraph.alignment = PP_ALIGN.LEFT


@cache
def _run(size: float, colour: str | None, *, bold: bool) -> Any:
    """An empty run of such looks, to be copied: the library takes them apart for every run."""
    fill = "" if colour is None else f"<a:solidFill>{_fill(colour)}</a:solidFill>"
    looks = f'<a:rPr sz="{round(size * 100)}" b="{int(bold)}">{fill}</a:rPr>'
    return parse_xml(f'<a:r xmlns:a="{nsuri("a")}">{looks}<a:t/></a:r>')


def _fill(colour: str) -> str:
    return _COLOURS.get(colour) or f'<a:srgbClr val="{rgb(colour)}"/>'


_COLOURS = {
    INK: '<a:schemeClr val="tx1"/>',
    GREY: '<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>',
}
"""As ``set_colour`` would set them."""
