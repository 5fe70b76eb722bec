"""Opening and closing a round of marks, and showing its sums; must not know who marked what.

The points and their words are frozen as a round is opened: who marks early and who marks late
choose among the same. A point confirmed meanwhile waits for another round.
"""

import hashlib
import hmac

from discussion.domain.people import Actor
from discussion.domain.priorities import (
    POINTS_LEAST,
    POINTS_LIMIT,
    ROUND,
    Round,
    counted,
)
from discussion.domain.synthesis import IN_OUTPUTS, Shown
from discussion.errors import Malformed, NotFound, Refused
from discussion.services.cards import CODE_SYMBOLS
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import priorities, programme, synthesis
from discussion.storage.synthesis import room

CODE_LENGTH = 6  # 31**6: whoever guesses while three rounds are open needs 300 million tries


def open_marks(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A new round over the topic's confirmed points; the room screen shows how to join it.

    Raises ``marks_open_already``, ``marks_need_points`` and ``too_many``.
    """
    topic = facts["topic"]
    if programme.topic_workshop(work.transaction, topic) != work.workshop:
        raise NotFound
    allow(actor, "open_marks", work.workshop, topic=topic)
    if priorities.find_round(work.transaction, facts["round"]) is not None:
        raise Malformed("id_taken")
    before = priorities.latest_round(work.transaction, topic)
    if before is not None and before.state == ROUND.start:
        raise Refused("marks_open_already")
    held = synthesis.points_of_topic(work.transaction, topic)
    standing = [point for point in held if point.status in IN_OUTPUTS]
    if len(standing) < POINTS_LEAST:
        raise Refused("marks_need_points")
    if len(standing) > POINTS_LIMIT:
        raise Refused("too_many", limit=POINTS_LIMIT)
    made = _new_round(work, facts, number=before.number + 1 if before else 1)
    priorities.add_round(work.transaction, made, standing)
    _have_the_room_show(work, topic, "marks")
    chosen = {"marks": made.marks, "phones": made.phones, "points": [p.id for p in standing]}
    return Happened(made.id, topic=topic, payload={"number": made.number, "stood": chosen})


def widen_marks(work: Work, actor: Actor, facts: Facts) -> Happened:
    """So many phones may take part from now on; those that have already stay."""
    held = _after(work, actor, "widen", facts)
    return _write(work, held, phones=facts["phones"])


def close_marks(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Nothing can be changed any more; the sums are made, and stand in the log from now on.

    A room screen that told how to take part shows the points again.
    """
    held = _after(work, actor, "close", facts)
    ballots = priorities.ballots_of(work.transaction, held.id)
    sums, took_part = counted(ballots), sum(map(bool, ballots))
    priorities.write_round(
        work.transaction, held.id, state="closed", closed_at=work.now, took_part=took_part
    )
    priorities.write_sums(work.transaction, held.id, sums)
    shown = room.find_shown(work.transaction, held.topic)
    if shown is not None and shown.view == "marks":
        _have_the_room_show(work, held.topic, "points")
    facts_told = {"state": "closed", "took_part": took_part, "given": dict(sums)}
    return Happened(held.id, topic=held.topic, payload=facts_told)


def show_marks(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The room screen shows the sums, until they are hidden again."""
    held = _after(work, actor, "show", facts)
    _have_the_room_show(work, held.topic, "marks")
    return _write(work, held, state="shown")


def hide_marks(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The room screen shows the sums no more, and the points again; boards still show them."""
    held = _after(work, actor, "hide", facts)
    _have_the_room_show(work, held.topic, "points")
    return _write(work, held, state="closed")


def _have_the_room_show(work: Work, topic: str, view: str) -> None:
    """As if the moderator, who has just acted, had chosen it."""
    room.write_shown(work.transaction, topic, Shown(view, number=work.number))


def _new_round(work: Work, facts: Facts, *, number: int) -> Round:
    return Round(
        id=facts["round"],
        workshop=work.workshop,
        topic=facts["topic"],
        number=number,
        code=_code(work.runtime.secret, facts["round"]),
        state=ROUND.start,
        marks=facts["marks"],
        phones=facts["phones"],
        opened_at=work.now,
        closed_at=None,
        took_part=None,
        points=(),
    )


def _code(secret: bytes, held: str) -> str:
    """What people type to join; nobody who has seen other codes can tell the next one."""
    digest = hmac.new(secret, b"marks code\0" + held.encode(), hashlib.sha256).digest()
    number, symbols = int.from_bytes(digest, "big"), []
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(CODE_SYMBOLS))
        symbols.append(CODE_SYMBOLS[rest])
    return "".join(symbols)


def _after(work: Work, actor: Actor, move: str, facts: Facts) -> Round:
    """The round as it is, once the actor may do this and its state allows it."""
    held = priorities.find_round(work.transaction, facts["round"])
    if held is None or held.workshop != work.workshop:
        raise NotFound
    allow(actor, f"{move}_marks", work.workshop, topic=held.topic)
    ROUND.after(move, held.state)
    return held


def _write(work: Work, held: Round, **fields: str | int) -> Happened:
    priorities.write_round(work.transaction, held.id, **fields)
    return Happened(held.id, topic=held.topic, payload=fields)
