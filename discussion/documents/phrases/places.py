"""Cities and countries as sentences need them; it must not know what happens there."""

import unicodedata
from dataclasses import dataclass

from discussion.documents.phrases.cities import CITIES
from discussion.documents.phrases.french.countries import ARTICLES
from discussion.domain.countries import country_name

_VOWELS = frozenset("aeiouy")
_FORMS = {  # French: "Government of", "held in"
    "le": ("du {}", "au {}"),
    "la": ("de la {}", "en {}"),
    "l’": ("de l’{}", "en {}"),
    "les": ("des {}", "aux {}"),
}


@dataclass(frozen=True)
class Place:
    """A place in one language: "{city.of}" in a phrase is one of its forms."""

    bare: str  # Cairo, Le Caire, القاهرة
    of: str  # of Cairo, du Caire, القاهرة
    at: str  # in Cairo, au Caire, في القاهرة


def city(language: str, name: str) -> Place:
    """A city by its English name; one that nobody knows is called as it was given."""
    french, arabic = CITIES.get(name.strip().casefold(), (name, name))
    match language:
        case "fr":
            return _french_city(french)
        case "ar":
            return Place(arabic, arabic, f"في {arabic}")
        case _:
            return Place(name, f"of {name}", f"in {name}")


def country(language: str, iso: str) -> Place:
    """A country by its code; what is no code of a member state is called as it was given."""
    name = country_name(iso, language)
    match language:
        case "fr":
            article = ARTICLES.get(iso, "")
            if not article:
                return _french_city(name)
            of, at = _FORMS[article]
            return Place(name, of.format(name), at.format(name))
        case "ar":
            return Place(name, name, f"في {name}")
        case _:
            return Place(name, f"of {name}", f"in {name}")


def _french_city(name: str) -> Place:
    for article, of, at in (("Le ", "du", "au"), ("Les ", "des", "aux")):
        if name.startswith(article):
            rest = name.removeprefix(article)
            return Place(name, f"{of} {rest}", f"{at} {rest}")
    first = unicodedata.normalize("NFKD", name[:1].casefold())[:1]
    return Place(name, f"d’{name}" if first in _VOWELS else f"de {name}", f"à {name}")
