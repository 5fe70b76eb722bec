"""Rebuilds the paragraphs from what the workshop calls for now, by commands like anybody's.

Each names the version it was decided on, so that words typed meanwhile are never lost: at worst a
paragraph counts as edited and is left alone next time.
"""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple, assert_never

from discussion.documents.builders.called_for import paragraphs_called_for
from discussion.domain.drafting.paragraphs import Paragraph
from discussion.domain.drafting.rebuilding import (
    Add,
    Keep,
    Leave,
    Proposed,
    Remember,
    Remove,
    Replace,
    Step,
    rebuild,
)
from discussion.domain.publications import Record
from discussion.errors import NotFound
from discussion.live.changes import diff
from discussion.live.positions import between
from discussion.storage import drafting, programme, synthesis
from discussion.storage.database import Transaction

Told = dict[str, Any]
"""What is told of a command: ``do`` and its facts."""


def steps_of(transaction: Transaction, workshop: str) -> tuple[Step, ...]:
    """What a rebuild would do now to every paragraph; raises ``workshop_unknown``."""
    record = _record(transaction, workshop)
    return rebuild(record.paragraphs, paragraphs_called_for(record))


def commands_of(
    transaction: Transaction, workshop: str, new_id: Callable[[], str]
) -> tuple[Told, ...]:
    """The commands of a rebuild, in an order in which each can be carried out."""
    record = _record(transaction, workshop)
    shelf = _Shelf(record.paragraphs)
    steps = rebuild(record.paragraphs, paragraphs_called_for(record))
    return tuple(told for step in steps for told in _commands(step, shelf, new_id))


def settling(
    transaction: Transaction, workshop: str, paragraph: str, *, take: bool
) -> tuple[Told, ...]:
    """The commands that settle a paragraph which a rebuild leaves alone.

    ``take``: it says, or is, what is called for now; otherwise it stays as it is and is not
    asked about again. Raises ``NotFound`` when nothing is left to settle.
    """
    left = (s for s in steps_of(transaction, workshop) if isinstance(s, Leave))
    found = next((step for step in left if step.paragraph.id == paragraph), None)
    if found is None:
        raise NotFound
    return tuple(_settling(found.paragraph, found.proposed, take=take))


def _settling(kept: Paragraph, now: Proposed | None, *, take: bool) -> Iterator[Told]:
    if take and now is None:
        yield remove(kept)
    elif take and now is not None:
        if kept.status == "removed":
            yield {"do": "restore_paragraph", "paragraph": kept.id}
        if kept.text != now.words:
            yield rewrite(kept, now.words)
    yield settle(kept, now)


def _record(transaction: Transaction, workshop: str) -> Record:
    """The workshop without its notes: paragraphs are made of points, and nobody waits."""
    held = programme.find_workshop(transaction, workshop)
    if held is None:
        raise NotFound("workshop_unknown", workshop=workshop)
    sequence, head, at = programme.log_position(transaction, workshop)
    return Record(
        workshop=held,
        tables=(),
        discussions=(),
        contributions=(),
        points=synthesis.points_of_workshop(transaction, workshop),
        sequence=sequence,
        head=head.hex(),
        last_event_at=at,
        paragraphs=drafting.paragraphs_of_workshop(transaction, workshop),
        outcome=drafting.choices_of(transaction, workshop).outcome,
    )


class _Shelf:
    """The paragraphs of each section in their order, while new ones are put among them."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._sections: dict[tuple[str, str | None], list[_Book]] = {}
        for one in paragraphs:
            book = _Book(one.slot, one.level, one.position)
            self._sections.setdefault((one.section, one.topic), []).append(book)

    def put(self, step: Add) -> str:
        """The position of a new paragraph."""
        now = step.proposed
        section = self._sections.setdefault((now.section, now.topic), [])
        at = _behind(section, step)
        before = section[at - 1].position if at else None
        later = (b.position for b in section[at:] if before is None or b.position > before)
        position = between(before, next(later, None))
        section.insert(at, _Book(now.slot, now.level, position))
        return position


class _Book(NamedTuple):
    """A paragraph as far as its place matters."""

    slot: str | None
    level: int
    position: str


def _behind(section: list[_Book], step: Add) -> int:
    """Behind the slot it follows, and behind all that stands deeper below that than itself."""
    slots = [book.slot for book in section]
    at = slots.index(step.after) + 1 if step.after in slots else 0
    while at and at < len(section) and section[at].level > step.proposed.level:
        at += 1
    return at


def _commands(step: Step, shelf: _Shelf, new_id: Callable[[], str]) -> Iterator[Told]:
    match step:
        case Add(proposed=now):
            yield _add(new_id(), now, shelf.put(step))
        case Replace(paragraph=paragraph, proposed=now):
            yield rewrite(paragraph, now.words)
            yield settle(paragraph, now)
        case Remember(paragraph=paragraph, proposed=now):
            yield settle(paragraph, now)
        case Remove(paragraph=paragraph):
            yield remove(paragraph)
            yield settle(paragraph, None)
        case Leave() | Keep():
            pass
        case _:
            assert_never(step)


def rewrite(paragraph: Paragraph, words: str) -> Told:
    """The command that makes a paragraph say this, once: sent twice, it is the same command.

    Else a button pressed twice would write the new words twice, each rebased on the other.
    """
    told = "\0".join(("rewrite", paragraph.id, str(paragraph.version), words))
    return {
        "id": sha256(told.encode()).hexdigest()[:32],
        "do": "edit_text",
        "text": paragraph.id,
        "base": paragraph.version,
        "change": diff(paragraph.text, words),
    }


def remove(paragraph: Paragraph) -> Told:
    """The command that takes a paragraph out, as it was read."""
    return {"do": "remove_paragraph", "paragraph": paragraph.id, "version": paragraph.version}


def settle(paragraph: Paragraph, now: Proposed | None) -> Told:
    """The command that remembers what a paragraph is made from; None: from nothing any more."""
    points = paragraph.points if now is None else now.points
    return {
        "do": "settle_paragraph",
        "paragraph": paragraph.id,
        "points": list(points),
        "slot": now.slot if now else None,
        "basis": now.basis if now else None,
        "made": now.words if now else None,
    }


def _add(identity: str, now: Proposed, position: str) -> Told:
    return {
        "do": "add_paragraph",
        "paragraph": identity,
        "section": now.section,
        "topic": now.topic,
        "level": now.level,
        "position": position,
        "words": now.words,
        "points": list(now.points),
        "origin": now.origin,
        "slot": now.slot,
        "basis": now.basis,
        "made": now.words,
    }
