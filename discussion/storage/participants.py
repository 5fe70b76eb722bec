"""The list of participants, kept as a whole; must not know what it may be shown for."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import delete, insert, select

from discussion.domain.participants import Participant
from discussion.storage.database import Transaction
from discussion.storage.tables import participants

_FIELDS = tuple(Participant.__dataclass_fields__)


def list_participants(transaction: Transaction, workshop: str) -> tuple[Participant, ...]:
    """Everybody on the list, in its order."""
    rows = transaction.execute(
        select(participants)
        .where(participants.c.workshop == workshop)
        .order_by(participants.c.place)
    )
    return tuple(Participant(**{name: getattr(row, name) for name in _FIELDS}) for row in rows)


def write_participants(
    transaction: Transaction, workshop: str, people: Sequence[Participant]
) -> None:
    """Puts a list in the place of the one before; nothing of that stays."""
    transaction.execute(delete(participants).where(participants.c.workshop == workshop))
    rows = [{"workshop": workshop, "place": n, **asdict(one)} for n, one in enumerate(people)]
    if rows:
        transaction.execute(insert(participants), rows)
