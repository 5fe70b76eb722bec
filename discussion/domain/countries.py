"""The member states and the organisations a note may name; it must not know who attends."""

import unicodedata
from dataclasses import dataclass

from discussion.domain.country_names import NAMES

ORGANISATIONS = ("ILO", "UNDP", "WAPES", "ISSA", "SESRIC", "PERKESO", "ISKUR", "APEA")
"""Organisations often named at tables; a note may name any other in its own words."""

_ARTICLE = "ال"  # Arabic "the": lists of countries are ordered without it, and people type without


@dataclass(frozen=True)
class Country:
    """A member state."""

    iso: str  # ISO 3166-1 alpha-2
    english: str
    french: str
    arabic: str

    def name(self, language: str = "en") -> str:
        """The name in English, French or Arabic; in English for any other language."""
        return {"fr": self.french, "ar": self.arabic}.get(language, self.english)


COUNTRIES: dict[str, Country] = {iso: Country(iso, *names) for iso, *names in NAMES}
"""The 57 member states of the OIC by ISO code, in the order of their English names."""


def country_name(iso: str, language: str = "en") -> str:
    """The country's name; what is no code of a member state comes back as it is."""
    country = COUNTRIES.get(iso)
    return country.name(language) if country else iso


def code_of_country(words: str) -> str | None:
    """The code of the member state of that name in any of the three languages, or code; or None."""
    return _CODES.get(alphabetical(words))


def alphabetical(name: str) -> str:
    """A name as lists are sorted by: accents, case and the Arabic article not counted."""
    return _folded(name.removeprefix(_ARTICLE))


def _folded(text: str) -> str:
    """A text as names are compared.

    Decomposed, so that accents and hamza fall away as marks; the letters Arabic writers use for
    each other become one, and apostrophes and hyphens are as good as spaces.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return " ".join(letters.translate(_ALIKE).split())


_ALIKE = str.maketrans(
    {"ة": "ه", "ى": "ي", "ء": None, "ـ": None, "ı": "i", "'": " ", "’": " ", "-": " "}
)

_CODES = {
    alphabetical(name): country.iso
    for country in COUNTRIES.values()
    for name in (country.english, country.french, country.arabic, country.iso)
}
