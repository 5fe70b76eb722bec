"""What the page of editions shows: all that was ever built, and to whom it went."""

from collections.abc import Iterable
from typing import Any

from discussion.domain.programme import Workshop
from discussion.domain.publications import documents_of, stages
from discussion.services.publications.comparing import Pair, in_common
from discussion.services.publications.overview import (
    document_title,
    edition_state,
    languages_named,
    moment,
)
from discussion.services.publications.variants import VARIANTS, variants_of
from discussion.storage import publications
from discussion.storage.database import Transaction
from discussion.storage.publications import KeptEdition

State = dict[str, Any]


def editions_state(transaction: Transaction, workshop: Workshop) -> list[State]:
    """Every document that has editions, in reading order, each with all of them, newest first."""
    kept = publications.list_editions(transaction, workshop.id)
    listed = []
    for document in documents_of(workshop.programme):
        mine = [each for each in kept if each.edition.document == document]
        states = [
            edition_state(workshop, each) | told_beside(workshop, each, mine) for each in mine
        ]
        if states:
            title = document_title(workshop, document)
            comparable = sum(bool(state["variants"]) for state in states) > 1
            listed.append(
                {"key": document, "title": title, "editions": states, "comparable": comparable}
            )
    return listed


def beside_state(transaction: Transaction, workshop: Workshop) -> dict[str, State]:
    """What stands beside each edition on the page of publications, by its id."""
    kept = publications.list_editions(transaction, workshop.id)
    return {
        each.edition.id: told_beside(
            workshop, each, [k for k in kept if k.edition.document == each.edition.document]
        )
        for each in kept
    }


def stages_state(transaction: Transaction, workshop: Workshop) -> dict[str, tuple[str, ...]]:
    """What each document's next edition may be called, the usual label first."""
    return {
        document: stages(publications.labels_of(transaction, workshop.id, document))
        for document in documents_of(workshop.programme)
    }


def told_beside(workshop: Workshop, kept: KeptEdition, others: Iterable[KeptEdition]) -> State:
    """Variants, earlier editions it can be compared with, who built it and who got it when."""
    zone, own = workshop.programme.timezone, kept.edition
    variants = variants_of(kept)
    earlier = [each for each in others if each.edition.number < own.number and variants_of(each)]
    return {
        "variants": [{"key": key, "words": VARIANTS[key]} for key in variants if key != "redline"],
        "languages": languages_named(in_common(Pair(kept))),
        "earlier": [
            {
                "id": each.edition.id,
                "label": each.edition.label,
                "symbol": each.edition.symbol,
                "languages": languages_named(in_common(Pair(kept, each))),
            }
            for each in (earlier if variants else ())
        ],
        "builder": kept.builder,
        "circulations": [
            {"to": each.to, "at": moment(each.at, zone), "by": each.name}
            for each in kept.circulations
        ],
    }
