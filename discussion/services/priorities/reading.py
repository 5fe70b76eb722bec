"""What screens are told of a round: phones, boards, the room; sums only once it is closed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from discussion.domain.languages import language_of
from discussion.domain.people import Actor
from discussion.domain.priorities import HOURS, ROUND, Ballot, Marked, Round, most_marked
from discussion.domain.programme import Topic, Workshop
from discussion.errors import NotFound
from discussion.services.priorities.ballots import ballot_key
from discussion.services.programme import plan
from discussion.services.work import Runtime, allow
from discussion.storage import priorities
from discussion.storage.database import Transaction

State = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """What a phone is shown."""

    workshop: Workshop
    topic: Topic
    held: Round
    points: tuple[State, ...]
    ballot: Ballot | None  # of this device


def page_of(transaction: Transaction, runtime: Runtime, code: str, device: str | None) -> Page:
    """The round behind a code as one device sees it; raises ``marks_unknown``.

    Whoever kept the code is told nothing any more once the round has been closed for half a day.
    """
    held = priorities.round_with_code(transaction, code)
    if held is None or _is_over(held, runtime.now()):
        raise NotFound("marks_unknown")
    workshop = plan.workshop_held(transaction, held.workshop)
    key = ballot_key(runtime.secret, held.id, device) if device else None
    return Page(
        workshop=workshop,
        topic=next(t for t in workshop.programme.topics if t.id == held.topic),
        held=held,
        points=tuple(_words(held, one) for one in held.points if one.stands),
        ballot=priorities.find_ballot(transaction, held.id, key) if key else None,
    )


def board_marks(transaction: Transaction, topic: str) -> State | None:
    """The newest round of a topic as moderators are told of it; None when there was none.

    Nothing in it changes with a ballot: ``taking_part`` counts those, for who asks.
    """
    held = priorities.latest_round(transaction, topic)
    if held is None:
        return None
    return {
        "id": held.id,
        "number": held.number,
        "code": held.code,
        "state": held.state,
        "marks": held.marks,
        "phones": held.phones,
        "points": len(held.points),
        "took_part": held.took_part,
        "given": _sums(held),
        "moved": [one.id for one in held.points if one.moved],
    }


def room_marks(transaction: Transaction, topic: str) -> State | None:
    """The newest round of a topic as the room may know it; sums only while they are shown."""
    held = priorities.latest_round(transaction, topic)
    if held is None:
        return None
    told = {"state": held.state, "code": held.code, "marks": held.marks}
    if held.state != "shown":
        return told
    results = [{**_words(held, one), "given": one.given} for one in most_marked(held.points)]
    return {**told, "took_part": held.took_part, "results": results}


def taking_part(transaction: Transaction, actor: Actor, topic: str) -> State:
    """How many phones have a ballot in the newest round; raises ``NotFound`` for strangers."""
    held = priorities.latest_round(transaction, topic)
    if held is None:
        raise NotFound
    allow(actor, "see_board", held.workshop, topic=topic)
    took_part = priorities.count_ballots(transaction, held.id)
    return {"round": held.id, "took_part": took_part, "phones": held.phones}


def _sums(held: Round) -> dict[str, int] | None:
    if held.state == ROUND.start:
        return None
    return {one.id: one.given or 0 for one in held.points}


def _is_over(held: Round, now: datetime) -> bool:
    return held.closed_at is not None and now - held.closed_at > timedelta(hours=HOURS)


def _words(held: Round, one: Marked) -> State:
    """A point's words: those all mark while the round is open, then those that stand now.

    Words that were corrected since are on no screen any more, though marks were given to them.
    """
    marking = held.state == ROUND.start
    words = one.words if marking else one.present
    told = {"id": one.id, "words": words, "language": language_of(words)}
    return told if words == one.words else {**told, "reworded": True}
