"""Which words of a document somebody wrote by hand, and which of them its sources left behind.

It changes nothing; what a document says is the builders' own business.
"""

from typing import Any

from discussion.documents.builders.passages import generated_of
from discussion.domain.drafting.passages import (
    LEFT,
    HandEdit,
    begun_in,
    hand_edits,
    has_passages,
)
from discussion.domain.programme import Workshop
from discussion.domain.publications import Record, documents_of
from discussion.services.publications.reading import record_of
from discussion.storage import drafting
from discussion.storage.database import Transaction


def edits_in(record: Record, document: str) -> tuple[HandEdit, ...]:
    """The hand edits of a document; one in which nobody has written costs nothing."""
    begun = begun_in(record.passages, document)
    return hand_edits(begun, generated_of(record, document)) if begun else ()


def edits_now(transaction: Transaction, workshop: Workshop) -> dict[str, tuple[HandEdit, ...]]:
    """The same of every document in which people may write, as a build now would have it."""
    open_ones = [d for d in documents_of(workshop.programme) if has_passages(d)]
    if not drafting.passages_of_workshop(transaction, workshop.id):
        return dict.fromkeys(open_ones, ())
    record = record_of(transaction, workshop.id)
    return {document: edits_in(record, document) for document in open_ones}


def edits_told(record: Record, document: str) -> list[dict[str, Any]]:
    """What an edition's manifest says of them: where, whose words stand, and why if left alone."""
    return [
        {
            "slot": edit.slot,
            "title": edit.title,
            "standing": edit.standing,
            "why": LEFT.get(edit.standing, ""),
        }
        for edit in edits_in(record, document)
    ]
