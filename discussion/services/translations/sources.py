"""The texts that can be translated: points, paragraphs and passages; changes nothing.

Also who may read one of them, or a translation.
"""

from dataclasses import dataclass
from typing import Literal

from discussion.domain.people import Actor
from discussion.errors import NotFound
from discussion.services.work import allow
from discussion.storage import drafting, synthesis, translations
from discussion.storage.database import Transaction


@dataclass(frozen=True)
class Source:
    """A text that has, or may get, translations."""

    id: str
    kind: Literal["point", "paragraph", "passage"]
    workshop: str
    topic: str | None  # None: it belongs to no topic
    words: str
    version: int


def source_of(transaction: Transaction, text: str) -> Source | None:
    """The point, paragraph or passage with that id; None when it is none of these."""
    if point := synthesis.find_point(transaction, text):
        workshop, found = point
        return Source(text, "point", workshop, found.topic, found.statement, found.version)
    if paragraph := drafting.find_paragraph(transaction, text):
        workshop, kept = paragraph
        return Source(text, "paragraph", workshop, kept.topic, kept.text, kept.version)
    if passage := drafting.find_passage(transaction, text):
        workshop, topic, written = passage
        return Source(text, "passage", workshop, topic, written.text, written.version)
    return None


def may_read(transaction: Transaction, actor: Actor, text: str) -> None:
    """Asks whether an actor may read a text that is no note; raises ``NotFound``."""
    source = source_of(transaction, text)
    if source is None:
        translation = translations.find_translation(transaction, text)
        if translation is None:
            raise NotFound
        return allow(actor, "see_translations", translation[0])
    if source.kind == "point":
        return allow(actor, "see_board", source.workshop, topic=source.topic)
    return allow(actor, "see_drafting", source.workshop)
