"""Keeps the list of participants; must not know how it is drawn or written."""

from discussion.domain.participants import Participant, read_list
from discussion.domain.people import Actor
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import participants
from discussion.storage.database import Transaction


def set_participants(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Puts a list in the place of the one before; raises ``ListProblems``.

    Names stand in no event: the log says how many there are, and that can stay when they go.
    """
    allow(actor, "set_participants", work.workshop)
    people = read_list(facts["list"])
    participants.write_participants(work.transaction, work.workshop, people)
    counts = {"participants": len(people), "agreed": sum(one.agreed for one in people)}
    return Happened(work.workshop, payload=counts)


def list_participants(transaction: Transaction, actor: Actor) -> tuple[Participant, ...]:
    """Everybody on the list of the actor's workshop, for whoever keeps it."""
    allow(actor, "see_participants", actor.workshop)
    return participants.list_participants(transaction, actor.workshop)
