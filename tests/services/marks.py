"""Rounds of marks made the way people make them, for tests of what comes after; no test itself."""

from collections.abc import Sequence

from discussion.domain.priorities import ROUND, Ballot, Round
from discussion.services import priorities
from discussion.services.priorities import Slip
from discussion.storage import priorities as kept
from tests.kit.house import Held
from tests.services.points import confirm_point

STATEMENTS = ("Name who offers a job", "Keep a person in the loop", "Pay every hour worked")


def open_marks(
    held: Held,
    *,
    topic: int = 1,
    marks: int = 3,
    phones: int = 10,
    statements: Sequence[str] = STATEMENTS,
) -> Round:
    """An open round over confirmed points with these statements."""
    for statement in statements:
        confirm_point(held, statement, topic=topic)
    chosen = {"topic": held.topics[topic - 1].id, "marks": marks, "phones": phones}
    held.act(held.actor("moderator"), "open_marks", round=(made := held.runtime.new_id()), **chosen)
    return round_of(held, made)


def round_of(held: Held, made: str) -> Round:
    """A round as it is kept."""
    with held.database.reading() as transaction:
        found = kept.find_round(transaction, made)
    assert found is not None
    return found


def newest_round(held: Held, topic: str) -> Round | None:
    """The newest round of a topic, or None."""
    with held.database.reading() as transaction:
        return kept.latest_round(transaction, topic)


def new_device(held: Held) -> str:
    """A device that we gave a token to."""
    found = priorities.device_behind(held.runtime, priorities.new_device(held.runtime))
    assert found is not None
    return found


def give(
    held: Held, code: str, device: str, *points: str, base: int = 0, command: str | None = None
) -> Ballot:
    """Sends a device's marks; raises what the house raises."""
    slip = Slip(code, device, command or held.runtime.new_id(), base, points)
    (answer,) = priorities.give_marks(held.database, held.runtime, [slip])
    if isinstance(answer, Ballot):
        return answer
    raise answer


def possible_moves(held: Held, topic: int = 1) -> list[tuple[str, dict[str, str]]]:
    """The commands that the newest round of a topic allows, with the facts that name it."""
    newest = newest_round(held, held.topics[topic - 1].id)
    if newest is None:
        return [("open_marks", {})]
    moves = set(ROUND.possible(newest.state)) - {"mark"}
    named = [(f"{move}_marks", {"round": newest.id}) for move in sorted(moves)]
    return named if newest.state == ROUND.start else [*named, ("open_marks", {})]
