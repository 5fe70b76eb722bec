"""Reads the Record, in one transaction; must not know what is built from it."""

from dataclasses import replace

from discussion.domain.attribution import Attribution, shown
from discussion.domain.contributions import Contribution
from discussion.domain.drafting.numbering import Numbers
from discussion.domain.drafting.profiles import parse_profile
from discussion.domain.participants import as_published as named_by_agreement
from discussion.domain.programme import Table, Workshop
from discussion.domain.publications import FINAL, Record
from discussion.domain.translations import Translation, Translations, as_printed
from discussion.errors import NotFound
from discussion.storage import (
    contributions,
    drafting,
    outcome,
    participants,
    programme,
    publications,
    synthesis,
    translations,
)
from discussion.storage.database import Transaction
from discussion.storage.publications import KeptEdition

Aliases = dict[tuple[str | None, str], str]  # by topic and table


def record_of(transaction: Transaction, workshop: str, address: str = "") -> Record:
    """Everything an edition is built from, as of one moment, as far as it may be published.

    ``address`` is where the workshop's outcome is read; it is kept if everybody may read there.
    Removed tables are among them: what they said stays said. Raises ``workshop_unknown``.
    """
    held = programme.find_workshop(transaction, workshop)
    if held is None:
        raise NotFound("workshop_unknown", workshop=workshop)
    sequence, head, last_event_at = programme.log_position(transaction, workshop)
    notes = contributions.notes_of_workshop(transaction, workshop)
    choices = drafting.choices_of(transaction, workshop)
    whole = Record(
        workshop=held,
        tables=programme.list_tables(transaction, workshop, removed=True),
        discussions=programme.list_discussions(transaction, workshop),
        contributions=tuple(note.contribution for note in notes),
        points=synthesis.points_of_workshop(transaction, workshop),
        sequence=sequence,
        head=head.hex(),
        last_event_at=last_event_at,
        attribution=programme.attribution_of(transaction, workshop),
        paragraphs=drafting.paragraphs_of_workshop(transaction, workshop),
        passages={
            (each.document, each.slot): each
            for each in drafting.passages_of_workshop(transaction, workshop)
        },
        translations=_translations(transaction, workshop),
        numbers=numbers_held(transaction, workshop),
        participants=participants.list_participants(transaction, workshop),
        profile=parse_profile(choices.profile),
        outcome=choices.outcome,
        address=address if outcome.readers(transaction, workshop) == "everybody" else "",
    )
    return as_published(whole)


def _translations(transaction: Transaction, workshop: str) -> Translations:
    """What can be printed of the translations, by the text they are of."""
    told = dict[str, dict[str, Translation]]()
    for kept in translations.translations_of_workshop(transaction, workshop):
        printed = as_printed(kept.rendering, kept.source)
        if printed is not None:
            told.setdefault(kept.rendering.of, {})[kept.rendering.language] = printed
    return told


def languages_beside(transaction: Transaction, workshop: Workshop) -> tuple[str, ...]:
    """The languages its documents are issued in beside the workshop's own."""
    chosen = translations.languages_issued(transaction, workshop.id)
    return tuple(language for language in chosen if language != workshop.programme.language)


def numbers_held(transaction: Transaction, workshop: str) -> Numbers:
    """The numbers of the declaration's paragraphs that people hold: none changes, none is reused.

    Those of every edition that was handed out; once there is a final text, its own alone.
    """
    kept = [k for k in publications.list_editions(transaction, workshop) if _numbers(k)]
    kept.sort(key=lambda each: each.edition.number)
    final = next((n for n, each in enumerate(kept) if each.edition.label == FINAL), None)
    told = kept[final:] if final is not None else [each for each in kept if each.circulations]
    return {name: number for each in told for name, number in _numbers(each).items()}


def _numbers(kept: KeptEdition) -> Numbers:
    told = kept.edition.manifest.get("numbers")
    return told if kept.edition.document == "declaration" and isinstance(told, dict) else {}


def as_published(record: Record) -> Record:
    """The record without what its policy keeps back: the one filter before every document.

    Tables that may not be named are still told apart, so that they can be counted: each goes by
    a name of its own on each topic, which no list of tables knows.
    """
    aliases: Aliases = {}
    notes = tuple(_published(note, record.attribution, aliases) for note in record.contributions)
    people = named_by_agreement(record.participants)
    return replace(record, contributions=notes, tables=_tables(record), participants=people)


def _published(note: Contribution, attribution: Attribution, aliases: Aliases) -> Contribution:
    may = shown(attribution.on(note.topic), note, "documents")
    table = note.table
    if table is not None and not may.table:
        table = aliases.setdefault((note.topic, table), f"one-{len(aliases) + 1}")
    told = replace(note, table=table, countries=may.countries, said_by=may.said_by)
    return told if may.table else replace(told, sheet="")


def _tables(record: Record) -> tuple[Table, ...]:
    """With their names as long as some topic names tables; else they can only be counted."""
    named = any(
        record.attribution.publishes(topic.id, "table")
        for topic in record.workshop.programme.topics
    )
    return record.tables if named else tuple(replace(t, name="") for t in record.tables)
