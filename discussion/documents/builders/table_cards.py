"""Table cards as a paper, one to a page; it must not know how their secrets are made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from discussion.documents.builders import wording
from discussion.documents.tree import Block, Cover, Document, Figure, Meta, PageBreak
from discussion.domain.programme import Workshop

TITLE = "Table cards"
SQUARE = 90  # millimetres: it is scanned across a table


@dataclass(frozen=True)
class Card:
    """What stands on a table's card."""

    name: str  # of the table
    code: str  # to be typed: XXXX-XXXX
    square: bytes  # PNG: leads to the table's sheet


def build_table_cards(
    workshop: Workshop, cards: Sequence[Card], address: str, remark: str, made: datetime
) -> Document:
    """A page for each table; ``address`` is where a code is typed, ``remark`` may be empty."""
    blocks: list[Block] = []
    for number, card in enumerate(cards, 1):
        blocks += [PageBreak()] if blocks else []
        blocks += _card(workshop, card, number, address, remark)
    programme = workshop.programme
    meta = Meta(
        document="table-cards",
        title=TITLE,
        symbol="",
        stamp="",
        status=remark,
        language=wording.FRAME_LANGUAGE,
        created=made,
        creator=wording.joined([host.name for host in programme.hosts]) or programme.title,
        subject=programme.title,
        draft=False,
        rehearsal=workshop.rehearsal,
    )
    return Document(meta, tuple(blocks))


def _card(workshop: Workshop, card: Card, number: int, address: str, remark: str) -> list[Block]:
    above = Cover((("event", workshop.programme.title), ("title", card.name)), f"card-{number}")
    what = f"QR code that opens the sheet of {card.name}"
    square = Figure(card.square, what, "", f"card-{number}-square", SQUARE)
    below = Cover(
        (
            ("line", "1. Scan the square with your phone."),
            ("line", "2. Give your name."),
            ("line", "3. Write one idea to a note."),
            ("line", f"No camera? Open {address} and type"),
            ("title", card.code),
            *((("status", remark),) if remark else ()),
        ),
        f"card-{number}-words",
    )
    return [above, square, below]
