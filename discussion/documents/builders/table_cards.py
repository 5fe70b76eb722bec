"""Table cards as a paper, one to a page; it must not know how their secrets are made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from discussion.documents.builders import wording
from discussion.documents.builders.findings import table_name
from discussion.documents.phrases import framed, phrase
from discussion.documents.tree import Block, Cover, Document, Figure, Meta, PageBreak
from discussion.domain.programme import Workshop

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
    language = workshop.programme.language
    blocks: list[Block] = []
    for number, card in enumerate(cards, 1):
        blocks += [PageBreak()] if blocks else []
        blocks += _card(workshop, card, number, address, remark)
    programme = workshop.programme
    meta = Meta(
        document="table-cards",
        title=phrase(language, "cards.title"),
        symbol="",
        stamp="",
        status=remark,
        language=framed(language),
        created=made,
        creator=wording.host_names(programme, language) or programme.title,
        subject=programme.title,
        draft=False,
        rehearsal=workshop.rehearsal,
    )
    return Document(meta, tuple(blocks))


def _card(workshop: Workshop, card: Card, number: int, address: str, remark: str) -> list[Block]:
    language = workshop.programme.language
    name = table_name(card.name, language)
    above = Cover((("event", workshop.programme.title), ("title", name)), f"card-{number}")
    what = phrase(language, "cards.square", table=name)
    square = Figure(card.square, what, "", f"card-{number}-square", SQUARE)
    steps = ("scan", "name", "write", "type")
    below = Cover(
        (
            *(("line", phrase(language, f"cards.{step}", address=address)) for step in steps),
            ("title", card.code),
            *((("status", remark),) if remark else ()),
        ),
        f"card-{number}-words",
    )
    return [above, square, below]
