"""What the drafting pages are sent: paragraphs and passages as they change; changes nothing."""

from typing import Any

from discussion.domain.drafting.paragraphs import Paragraph
from discussion.domain.drafting.passages import Passage
from discussion.domain.drafting.profiles import parse_profile, profile_to_toml
from discussion.storage import drafting
from discussion.storage.database import Transaction

State = dict[str, Any]


def paragraph_state(paragraph: Paragraph) -> State:
    """A paragraph as the page holds it; its words come with their version, as a note's do."""
    return {
        "id": paragraph.id,
        "section": paragraph.section,
        "topic": paragraph.topic,
        "level": paragraph.level,
        "position": paragraph.position,
        "text": paragraph.text,
        "version": paragraph.version,
        "status": paragraph.status,
        "points": list(paragraph.points),
        "origin": paragraph.origin,
        "slot": paragraph.slot,
    }


def passage_state(passage: Passage) -> State:
    """A passage as its page holds it; what is generated at its slot is read apart."""
    return {
        "id": passage.id,
        "document": passage.document,
        "slot": passage.slot,
        "text": passage.text,
        "version": passage.version,
        "basis": passage.basis,
        "made": passage.made,
    }


def drafting_state(transaction: Transaction, workshop: str) -> State:
    """Every paragraph, also those taken out, and every passage that was begun."""
    kept = drafting.paragraphs_of_workshop(transaction, workshop)
    begun = drafting.passages_of_workshop(transaction, workshop)
    return {
        "paragraphs": [paragraph_state(paragraph) for paragraph in kept],
        "passages": [passage_state(passage) for passage in begun],
    }


def drafting_changes(transaction: Transaction, ids: frozenset[str]) -> tuple[State, ...]:
    """The whole new states of what changed, as entries of a channel."""
    kept = drafting.paragraphs_by_id(transaction, ids)
    begun = drafting.passages_by_id(transaction, ids)
    return (
        *({"paragraph": paragraph_state(paragraph)} for paragraph in kept),
        *({"passage": passage_state(passage)} for passage in begun),
    )


def choices_state(transaction: Transaction, workshop: str) -> State:
    """What the secretariat chose: the profile as a file, its title, and the outcome."""
    chosen = drafting.choices_of(transaction, workshop)
    profile = parse_profile(chosen.profile)
    return {
        "profile": chosen.profile or profile_to_toml(profile),
        "title": profile.title,
        "outcome": chosen.outcome,
    }
