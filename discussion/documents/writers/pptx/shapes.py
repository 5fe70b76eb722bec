"""What every slide has round its body: title, accent, footer; and text set in its direction."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from discussion.documents.deck import Deck, TitleSlide
from discussion.documents.direction import runs_right_to_left
from discussion.documents.writers.package import xml_safe

LEFT, WIDTH = Inches(0.75), Inches(11.83)
TOP, HEIGHT = Inches(1.75), Inches(4.95)
INK, GREY = "1A1A1A", "595959"
REHEARSAL = "REHEARSAL: made-up content"


def fill_title(page: Any, title: str, accent: str) -> None:
    """The slide's title with a thin rule of the topic's colour under it."""
    frame = page.shapes.title.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
    frame.margin_left = frame.margin_right = Emu(0)
    size = 30 if len(title) <= 60 else 24
    write_line(frame.paragraphs[0], title, size=size, bold=True)
    rule = box(page, LEFT, Inches(1.55), WIDTH, Inches(0.05), accent)
    rule.name = "Rule"


def opening_band(page: Any, slide: TitleSlide, accent: str) -> None:
    """The opening slide: a band of the topic's colour, the title, then its lines."""
    box(page, 0, 0, Inches(13.333), Inches(0.45), accent)
    title, *others = page.placeholders
    frame = title.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
    frame.margin_left = frame.margin_right = Emu(0)
    write_line(
        frame.paragraphs[0], slide.title, size=40 if len(slide.title) <= 70 else 32, bold=True
    )
    body = others[0].text_frame
    body.margin_left = body.margin_right = Emu(0)
    for index, line in enumerate(slide.lines):
        paragraph = body.paragraphs[0] if index == 0 else body.add_paragraph()
        write_line(
            paragraph, line, size=24 if index == 0 else 18, colour=INK if index == 0 else GREY
        )
        paragraph.space_after = Pt(6)


def footer(page: Any, deck: Deck, number: str) -> None:
    """Frozen snapshot with its time, symbol, slide number; the rehearsal mark in front."""
    words = [deck.meta.symbol, deck.meta.snapshot, deck.meta.status]
    if deck.meta.rehearsal:
        words.insert(0, REHEARSAL)
    line = text_box(page, LEFT, Inches(6.95), Inches(10.6), Inches(0.35))
    write_line(line.paragraphs[0], " · ".join(filter(None, words)), size=11, colour=GREY)
    count = text_box(page, Inches(11.58), Inches(6.95), Inches(1.0), Inches(0.35))
    write_line(count.paragraphs[0], number, size=11, colour=GREY)
    count.paragraphs[0].alignment = PP_ALIGN.RIGHT


def rgb(colour: str) -> Any:
    """A colour of slides from RRGGBB."""
    return RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def box(page: Any, left: int, top: int, width: int, height: int, colour: str) -> Any:
    """A plain filled rectangle without words."""
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, height)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    style = shape._element.find(f"{{{shape._element.nsmap['p']}}}style")
    shape._element.remove(style)  # the theme's shadow
    return shape


def text_box(page: Any, left: int, top: int, width: int, height: int) -> Any:
    """The text frame of a new box that wraps and has no inner margin."""
    frame = page.shapes.add_textbox(left, top, width, height).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    return frame


def write_line(
    paragraph: Any,
    words: str,
    *,
    size: float,
    bold: bool = False,
    colour: str = INK,
    run_only: bool = False,
    follow: str = "",
) -> None:
    """Adds words to a paragraph, which runs as its words do, or as those it is to ``follow``."""
    lines = xml_safe(words).split("\n")
    for index, line in enumerate(lines):
        if index:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = rgb(colour)
    if run_only:
        return
    if runs_right_to_left(follow or words):
        properties = paragraph._p.get_or_add_pPr()
        properties.set("rtl", "1")
        properties.set("algn", "r")
    else:
        paragraph.alignment = PP_ALIGN.LEFT
