"""The way to the page of what became of it: a code to be scanned beside its address in words."""

import io
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from discussion.documents.deck import Deck
from discussion.documents.phrases import phrase
from discussion.documents.writers.package import xml_safe
from discussion.documents.writers.pptx.house import Room
from discussion.documents.writers.pptx.shapes import GREY, INK, text_box, write_line
from discussion.documents.writers.qr import qr_png
from discussion.domain.languages import written_from

SIDE = Inches(1.1)
WAY_IN = Inches(1.25)
"""How much of the foot of a slide's room it takes."""


def write_way_in(page: Any, deck: Deck, room: Room) -> None:
    """A small code at the foot of the room, on the side where lines end."""
    language = deck.meta.language
    turned = written_from(language) == "rtl"
    top, gap = room.bottom - SIDE, Inches(0.2)
    left = room.left if turned else room.left + room.width - SIDE
    picture = page.shapes.add_picture(io.BytesIO(qr_png(deck.address)), left, top, SIDE, SIDE)
    picture.name = phrase(language, "printed.code")
    picture._element.nvPicPr.cNvPr.set(
        "descr", xml_safe(phrase(language, "printed.code_of", address=deck.address))
    )
    beside = room.part(0, room.width - SIDE - gap, turned=turned)
    frame = text_box(page, Room(beside.left, top, beside.width, SIDE))
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    write_line(frame.paragraphs[0], phrase(language, "printed.way_in"), size=14, colour=INK)
    write_line(frame.add_paragraph(), deck.address, size=12, colour=GREY)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT if turned else PP_ALIGN.RIGHT
