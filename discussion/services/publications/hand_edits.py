"""Which words of a document somebody wrote by hand, and which of them its sources left behind.

It changes nothing; what a document says is the builders' own business.
"""

from typing import Any

from discussion.documents.builders.passages import generated_of
from discussion.domain.drafting.passages import STANDINGS, HandEdit, begun_in, hand_edits
from discussion.domain.publications import Record
from discussion.services.publications.reading import record_of
from discussion.storage import drafting
from discussion.storage.database import Transaction


def edits_in(record: Record, document: str) -> tuple[HandEdit, ...]:
    """The hand edits of a document; one in which nobody has written costs nothing."""
    begun = begun_in(record.passages, document)
    return hand_edits(begun, generated_of(record, document)) if begun else ()


def edits_now(transaction: Transaction, workshop: str) -> dict[str, tuple[HandEdit, ...]]:
    """The same of every document in which somebody has written, as a build now would have it."""
    written = {each.document for each in drafting.passages_of_workshop(transaction, workshop)}
    if not written:
        return {}
    record = record_of(transaction, workshop)
    return {document: edits_in(record, document) for document in sorted(written)}


def edits_told(record: Record, document: str) -> list[dict[str, Any]]:
    """What an edition's manifest says of them: where, whose words stand, and why if left alone."""
    return [
        {
            "slot": edit.slot,
            "title": edit.title,
            "standing": edit.standing,
            "why": STANDINGS[edit.standing] if edit.left else "",
        }
        for edit in edits_in(record, document)
    ]
