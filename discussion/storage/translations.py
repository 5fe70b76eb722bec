"""Translations of texts, each a text of its own, and the languages documents are issued in."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, func, insert, select, update

from discussion.domain.translations import LANGUAGES, Rendering
from discussion.storage.database import Transaction
from discussion.storage.tables import events, issued_languages, texts, translations


class Beside(NamedTuple):
    """A translation and what its source says now."""

    rendering: Rendering
    source: str
    source_version: int


def add_translation(
    transaction: Transaction, rendering: Rendering, *, workshop: str, at: datetime
) -> None:
    """Keeps a new translation; its text must be there already."""
    transaction.execute(
        insert(translations).values(
            id=rendering.id,
            workshop=workshop,
            of=rendering.of,
            language=rendering.language,
            status=rendering.status,
            basis=rendering.basis,
            basis_version=rendering.basis_version,
            settled=rendering.settled,
            created_at=at,
        )
    )


def write_translation(transaction: Transaction, translation: str, **fields: Any) -> None:
    """Stores the given columns of a translation."""
    chosen = translations.c.id == translation
    transaction.execute(update(translations).where(chosen).values(**fields))


def find_translation(transaction: Transaction, translation: str) -> tuple[str, Rendering] | None:
    """Workshop and translation with that id, or None."""
    row = transaction.execute(_kept().where(translations.c.id == translation)).first()
    return None if row is None else (row.workshop, _rendering(row))


def has_translation(transaction: Transaction, text: str, language: str) -> bool:
    """Whether a text has a translation into a language, be it a removed one."""
    chosen = (translations.c.of == text) & (translations.c.language == language)
    return transaction.execute(select(translations.c.id).where(chosen)).first() is not None


def translations_of_workshop(transaction: Transaction, workshop: str) -> tuple[Beside, ...]:
    """Every translation of a workshop, also removed ones, with what its source says now."""
    rows = transaction.execute(_kept().where(translations.c.workshop == workshop))
    return tuple(Beside(_rendering(row), row.source, row.source_version) for row in rows)


def translations_by_id(transaction: Transaction, ids: Collection[str]) -> tuple[Rendering, ...]:
    """Those of the translations that exist."""
    rows = transaction.execute(_kept().where(translations.c.id.in_(ids)))
    return tuple(_rendering(row) for row in rows)


def changed_since(
    transaction: Transaction, workshop: str, number: int, languages: Collection[str]
) -> int:
    """How many translations into these languages somebody touched after event ``number``."""
    since = (events.c.workshop == workshop) & (events.c.number > number)
    touched = translations.c.id.in_(select(events.c.subject).where(since))
    count = select(func.count()).where(touched, translations.c.language.in_(languages))
    return int(transaction.execute(count).scalar_one())


def languages_issued(transaction: Transaction, workshop: str) -> tuple[str, ...]:
    """The languages documents are issued in beside the workshop's own, in the house's order."""
    chosen = issued_languages.c.workshop == workshop
    kept = set(transaction.execute(select(issued_languages.c.language).where(chosen)).scalars())
    return tuple(language for language in LANGUAGES if language in kept)


def issue_in(transaction: Transaction, workshop: str, languages: Collection[str]) -> None:
    """Keeps the languages documents are to be issued in."""
    transaction.execute(delete(issued_languages).where(issued_languages.c.workshop == workshop))
    rows = [{"workshop": workshop, "language": language} for language in languages]
    if rows:
        transaction.execute(insert(issued_languages), rows)


def _kept() -> Any:
    own, source = texts.alias("own"), texts.alias("source")
    return (
        select(
            translations,
            own.c.content,
            own.c.version,
            source.c.content.label("source"),
            source.c.version.label("source_version"),
        )
        .join(own, own.c.id == translations.c.id)
        .join(source, source.c.id == translations.c.of)
    )


def _rendering(row: Any) -> Rendering:
    return Rendering(
        id=row.id,
        of=row.of,
        language=row.language,
        text=row.content,
        version=row.version,
        basis=row.basis,
        basis_version=row.basis_version,
        settled=row.settled,
        status=row.status,
    )
