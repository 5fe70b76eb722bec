"""Reads the Record, in one transaction; must not know what is built from it."""

from discussion.domain.publications import Record
from discussion.errors import NotFound
from discussion.storage import contributions, programme, synthesis
from discussion.storage.database import Transaction


def record_of(transaction: Transaction, workshop: str) -> Record:
    """Everything an edition is built from, as of one moment.

    Removed tables are among them: what they said stays said. Raises ``workshop_unknown``.
    """
    held = programme.find_workshop(transaction, workshop)
    if held is None:
        raise NotFound("workshop_unknown", workshop=workshop)
    sequence, head, last_event_at = programme.log_position(transaction, workshop)
    notes = contributions.notes_of_workshop(transaction, workshop)
    return Record(
        workshop=held,
        tables=programme.list_tables(transaction, workshop, removed=True),
        discussions=programme.list_discussions(transaction, workshop),
        contributions=tuple(note.contribution for note in notes),
        points=synthesis.points_of_workshop(transaction, workshop),
        sequence=sequence,
        head=head.hex(),
        last_event_at=last_event_at,
    )
