"""The sample record once people have written in its documents; not a test itself."""

from dataclasses import replace

from discussion.documents.builders.guidelines import build_guidelines
from discussion.documents.builders.passages import generated_of
from discussion.documents.builders.presentation import build_presentation
from discussion.documents.builders.proceedings import build_proceedings
from discussion.documents.deck import Deck
from discussion.documents.tree import Document
from discussion.domain.drafting.passages import Passage
from discussion.domain.publications import Record
from tests.documents.sample import sample_record, stamp_for

RECORD = sample_record()
DECK = "presentation-topic-1"
SLOTS = {
    document: {one.slot: one for one in generated_of(RECORD, document)}
    for document in ("proceedings", "guidelines", DECK)
}
TOPIC = RECORD.workshop.programme.topics[0].id


def written(texts: dict[str, str], document: str = "proceedings", of: Record = RECORD) -> Record:
    """The record once somebody has written those texts in those places."""
    begun = {
        (document, slot): Passage(f"passage-{slot}", document, slot, text, 1, one.basis, one.words)
        for slot, text in texts.items()
        for one in [SLOTS[document][slot]]
    }
    return replace(of, passages={**of.passages, **begun})


def proceedings(record: Record = RECORD) -> Document:
    return build_proceedings(record, stamp_for(record.workshop.programme, "proceedings"))


def guidelines(record: Record = RECORD) -> Document:
    return build_guidelines(record, stamp_for(record.workshop.programme, "guidelines"))


def deck(record: Record = RECORD) -> Deck:
    return build_presentation(record, stamp_for(record.workshop.programme, DECK), topic_number=1)
