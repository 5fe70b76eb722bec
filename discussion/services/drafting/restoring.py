"""Brings the draft back to what it was at an event, by commands like anybody's; nothing is lost.

What was written since stays in each paragraph's history. It must not know why somebody goes back.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from discussion.domain.drafting.paragraphs import Made, Paragraph
from discussion.errors import Refused
from discussion.services.drafting.rebuilding import Told, remove, rewrite
from discussion.services.history.texts import words_at
from discussion.storage import drafting, log
from discussion.storage.database import Transaction
from discussion.storage.log import Event

_PLACE = ("section", "topic", "level", "position")


def paragraphs_at(transaction: Transaction, workshop: str, number: int) -> tuple[Paragraph, ...]:
    """Every paragraph there was when event ``number`` had happened, also those taken out.

    Only words, place, state and what it rests on are of then. Raises ``words_not_kept``.
    """
    kept = drafting.paragraphs_of_workshop(transaction, workshop)
    then = (_at(paragraph, log.history(transaction, paragraph.id), number) for paragraph in kept)
    return tuple(paragraph for paragraph in then if paragraph is not None)


def begun_at(transaction: Transaction, workshop: str) -> int | None:
    """The event from which on there were paragraphs to go back to; None while there is none."""
    return drafting.first_paragraph_at(transaction, workshop)


def restoring(transaction: Transaction, workshop: str, number: int) -> tuple[Told, ...]:
    """The commands that make the draft say what it said at event ``number``.

    Each names the version it was decided on. Paragraphs added since are taken out and can be
    restored. Raises ``Refused("nothing_to_bring_back")`` where there was no paragraph yet, and
    ``Refused("words_not_kept")`` where former words have been erased.
    """
    then = {each.id: each for each in paragraphs_at(transaction, workshop, number)}
    if not then:
        raise Refused("nothing_to_bring_back")
    now = drafting.paragraphs_of_workshop(transaction, workshop)
    later = (each for each in now if each.id not in then)
    return (
        *(told for each in later for told in _taken_out(each)),
        *(told for each in now if each.id in then for told in _back(each, then[each.id])),
    )


def _at(now: Paragraph, events: Collection[Event], number: int) -> Paragraph | None:
    """The paragraph as its first events left it; None before it was added."""
    first = tuple(event for event in events if event.number <= number)
    if not any(event.kind == "add_paragraph" for event in first):
        return None
    told = words_at(tuple(events), (number,))
    if number not in told:
        raise Refused("words_not_kept")
    was = replace(now, text=told[number])
    for event in first:
        was = _after(was, event)
    return was


def _after(was: Paragraph, event: Event) -> Paragraph:
    facts = event.facts
    match event.kind:
        case "add_paragraph":
            place = {name: facts[name] for name in _PLACE}
            return replace(was, **place, **_rests(event), status="draft")
        case "place_paragraph":
            return replace(was, **facts["now"])
        case "settle_paragraph":
            return replace(was, **_rests(event))
        case "remove_paragraph" | "restore_paragraph":
            return replace(was, status=facts["now"]["status"])
        case _:
            return was


def _rests(event: Event) -> Told:
    facts = event.facts
    made = None if facts["basis"] is None else Made(facts["basis"], facts["made"])
    return {"points": tuple(facts["points"]), "slot": facts["slot"], "made": made}


def _taken_out(later: Paragraph) -> Iterator[Told]:
    """What came since goes, and leaves its slot to the one that had it."""
    if later.status != "removed":
        yield remove(later)
    if later.slot is not None:
        yield _settled(replace(later, slot=None, made=None))


def _back(now: Paragraph, then: Paragraph) -> Iterator[Told]:
    if then.status == "removed":
        if now.status != "removed":
            yield remove(now)
        return
    if now.status == "removed":
        yield {"do": "restore_paragraph", "paragraph": now.id}
    if now.text != then.text:
        yield rewrite(now, then.text)
    if any(getattr(now, name) != getattr(then, name) for name in _PLACE):
        place = {name: getattr(then, name) for name in _PLACE}
        yield {"do": "place_paragraph", "paragraph": now.id, **place}
    if (now.slot, now.made, now.points) != (then.slot, then.made, then.points):
        yield _settled(then)


def _settled(paragraph: Paragraph) -> Told:
    return {
        "do": "settle_paragraph",
        "paragraph": paragraph.id,
        "points": list(paragraph.points),
        "slot": paragraph.slot,
        "basis": paragraph.made.basis if paragraph.made else None,
        "made": paragraph.made.words if paragraph.made else None,
    }
