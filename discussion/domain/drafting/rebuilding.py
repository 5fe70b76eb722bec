"""Rebuilding without regret: what becomes of each paragraph when what it was made from changes.

A hand edit is never overwritten, and nothing is touched whose sources are the same. Pure: what it
says is to be done, somebody else does. It must not know where words come from or are kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from discussion.domain.drafting.paragraphs import Made, Origin, Paragraph
from discussion.domain.translations import Mark


@dataclass(frozen=True)
class Proposed:
    """What the workshop calls for now at one place of the declaration."""

    slot: str  # tells the place from every other, whatever is said there
    section: str
    topic: str | None
    level: int
    words: str  # in the markup of paragraphs
    basis: str  # of the words without "also" and "further", so that neighbours change nothing
    origin: Origin
    points: tuple[str, ...] = ()
    language: str = ""  # of the words; "": that of the document
    mark: Mark = ""  # what a draft says of words that are not yet as they must be

    @property
    def made(self) -> Made:
        """What a paragraph made of it would remember."""
        return Made(self.basis, self.words)


Why = Literal["edited", "edited_unfounded", "taken_out"]

REASONS: dict[Why, str] = {
    "edited": "What it was made from has changed, but somebody has edited the words.",
    "edited_unfounded": "Nothing calls for it any more, but somebody has edited the words.",
    "taken_out": "What it was made from has changed, but somebody has taken it out.",
}
"""Why a paragraph was left alone."""


@dataclass(frozen=True)
class Add:
    """A new paragraph; ``after``: the slot it follows in its section, None for the first."""

    proposed: Proposed
    after: str | None


@dataclass(frozen=True)
class Replace:
    """Nobody has touched the words: they say what is called for now."""

    paragraph: Paragraph
    proposed: Proposed


@dataclass(frozen=True)
class Remember:
    """The words are right already, or were made right by hand; only what is remembered changes."""

    paragraph: Paragraph
    proposed: Proposed


@dataclass(frozen=True)
class Remove:
    """Nothing calls for it any more and nobody has touched it: it goes, and its slot is free."""

    paragraph: Paragraph


@dataclass(frozen=True)
class Leave:
    """Left alone for a reason that people are told, with what would be said now."""

    paragraph: Paragraph
    proposed: Proposed | None
    why: Why


@dataclass(frozen=True)
class Keep:
    """As it was: what it was made from is the same, or it was never made from anything."""

    paragraph: Paragraph


Step = Add | Replace | Remember | Remove | Leave | Keep


def basis_of(words: str, points: Iterable[str]) -> str:
    """What tells whether a paragraph would be made anew: the same words of the same points."""
    return sha256("\0".join((words, *points)).encode()).hexdigest()[:32]


def rebuild(paragraphs: Iterable[Paragraph], proposed: Sequence[Proposed]) -> tuple[Step, ...]:
    """What is to be done with every paragraph, and where new ones go, in the order proposed.

    Also those taken out are among ``paragraphs``. Of two paragraphs of one slot, which only
    two secretariats at one moment could make, the first is the one that is kept up.
    """
    held: dict[str, Paragraph] = {}
    others: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.slot is None or paragraph.made is None or paragraph.slot in held:
            others.append(paragraph)
        else:
            held[paragraph.slot] = paragraph
    called = {one.slot for one in proposed}
    return (
        *_called_for(held, proposed),
        *(_unfounded(p) for slot, p in held.items() if slot not in called),
        *map(Keep, others),
    )


def _called_for(held: dict[str, Paragraph], proposed: Sequence[Proposed]) -> Iterable[Step]:
    last: dict[tuple[str, str | None], str] = {}
    for one in proposed:
        paragraph = held.get(one.slot)
        place = (one.section, one.topic)
        yield Add(one, last.get(place)) if paragraph is None else _renewed(paragraph, one)
        last[place] = one.slot


def _renewed(paragraph: Paragraph, now: Proposed) -> Step:
    made = paragraph.made
    assert made is not None  # paragraphs without it are never asked about
    if made.basis == now.basis:
        return Keep(paragraph)
    if paragraph.status == "removed":
        return Leave(paragraph, now, "taken_out")
    if paragraph.text == now.words:
        return Remember(paragraph, now)
    if paragraph.text == made.words:
        return Replace(paragraph, now)
    return Leave(paragraph, now, "edited")


def _unfounded(paragraph: Paragraph) -> Step:
    assert paragraph.made is not None
    if paragraph.status == "removed":
        return Keep(paragraph)
    if paragraph.text == paragraph.made.words:
        return Remove(paragraph)
    return Leave(paragraph, None, "edited_unfounded")
