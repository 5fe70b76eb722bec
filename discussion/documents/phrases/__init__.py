"""The words documents put round what people said, in each language that has them.

A sentence is a row under one key in every language, with the same placeholders; what grammar asks
for (counting, joining, agreement) is a function of its own. It must not know any document.
"""

from collections.abc import Mapping

from discussion.documents.phrases.arabic import ARABIC
from discussion.documents.phrases.english import ENGLISH
from discussion.documents.phrases.events import Event, event
from discussion.documents.phrases.french import FRENCH
from discussion.documents.phrases.grammar import counted, joined, quoted
from discussion.documents.phrases.hijri import hijri_in_words
from discussion.documents.phrases.places import Place, city, country

__all__ = [
    "PHRASES",
    "Event",
    "Place",
    "capital",
    "city",
    "counted",
    "country",
    "event",
    "framed",
    "hijri_in_words",
    "joined",
    "phrase",
    "quoted",
]

PHRASES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "fr": FRENCH, "ar": ARABIC}
"""Every sentence by language and key; a test holds keys and placeholders together."""


def framed(language: str) -> str:
    """The language of the sentences a document in ``language`` gets: English for want of others."""
    return language if language in PHRASES else "en"


def phrase(language: str, key: str, /, **values: object) -> str:
    """The sentence of that key with its places filled; English where a language has no sentences.

    Raises KeyError for an unknown key and for a place that was given no value.
    """
    return PHRASES.get(language, ENGLISH)[key].format(**values)


def capital(words: str) -> str:
    """The words with a capital at the start."""
    return words[:1].upper() + words[1:]
