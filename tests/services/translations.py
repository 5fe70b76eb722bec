"""Translations made the way people make them, for tests of what comes after; not a test itself."""

from discussion.domain.translations import Rendering
from discussion.storage import translations
from tests.kit.house import Held


def add_translation(
    held: Held, of: str, words: str = "Mots", *, language: str = "fr", by: str = "secretariat"
) -> str:
    """Somebody begins a translation of a text; its id."""
    made = held.runtime.new_id()
    facts = {"translation": made, "of": of, "language": language, "words": words}
    held.act(held.actor(by), "add_translation", **facts)
    return made


def translation(held: Held, wanted: str) -> Rendering:
    """A translation as it is kept."""
    with held.database.reading() as transaction:
        found = translations.find_translation(transaction, wanted)
    assert found is not None
    return found[1]


def settle(held: Held, wanted: str, of_version: int = 0, by: str = "secretariat") -> None:
    """Somebody calls a translation right, as it stands."""
    facts = {"version": translation(held, wanted).version, "of_version": of_version}
    held.act(held.actor(by), "settle_translation", translation=wanted, **facts)
