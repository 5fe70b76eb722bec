"""What the drafting page is sent: paragraphs as they change; it changes nothing."""

from typing import Any

from discussion.domain.drafting.paragraphs import Paragraph
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


def drafting_state(transaction: Transaction, workshop: str) -> State:
    """Every paragraph, also those taken out."""
    kept = drafting.paragraphs_of_workshop(transaction, workshop)
    return {"paragraphs": [paragraph_state(paragraph) for paragraph in kept]}


def drafting_changes(transaction: Transaction, ids: frozenset[str]) -> tuple[State, ...]:
    """The whole new states of the paragraphs that changed, as entries of a channel."""
    found = drafting.paragraphs_by_id(transaction, ids)
    return tuple({"paragraph": paragraph_state(paragraph)} for paragraph in found)


def choices_state(transaction: Transaction, workshop: str) -> State:
    """What the secretariat chose: the profile as a file, its title, and the outcome."""
    chosen = drafting.choices_of(transaction, workshop)
    profile = parse_profile(chosen.profile)
    return {
        "profile": chosen.profile or profile_to_toml(profile),
        "title": profile.title,
        "outcome": chosen.outcome,
    }
