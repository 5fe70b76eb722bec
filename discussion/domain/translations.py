"""What a text says in other languages, and what a document prints of that.

A translation has the number and the place of the text it is of. It must not know who writes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from discussion.domain.moves import LifeCycle, move

LANGUAGES: dict[str, str] = {"en": "English", "fr": "French", "ar": "Arabic"}
"""The languages that texts can be translated into and documents written in, as English names."""

OWN_NAMES: dict[str, str] = {"en": "English", "fr": "Français", "ar": "العربية"}
"""The same, as each calls itself."""

TRANSLATION = LifeCycle(
    subject="translation",
    start="standing",
    moves={
        "remove": move("standing", to="removed"),
        "restore": move("removed", to="standing"),
    },
)

Mark = Literal["", "to be translated", "draft translation", "translation out of date"]
"""What is said in a draft of words that no final text may have; "": nothing."""

Standing = Literal["none", "draft", "current", "stale"]

STANDING_WORDS: dict[Standing, str] = {
    "none": "Not translated",
    "draft": "Draft",
    "current": "Up to date",
    "stale": "Out of date",
}


@dataclass(frozen=True)
class Rendering:
    """A translation as it is kept: a live text of its own beside the text it is of."""

    id: str
    of: str  # id of a point, a paragraph or a passage
    language: str
    text: str
    version: int
    basis: str  # what the source said when somebody last called it right, or when it was begun
    basis_version: int
    settled: bool = False  # whether anybody has called it right
    status: str = TRANSLATION.start


@dataclass(frozen=True)
class Translation:
    """A translation as a document may print it."""

    words: str
    stale: bool  # what it was made from reads differently by now
    draft: bool = False  # nobody has called it right yet


@dataclass(frozen=True)
class Said:
    """The words to print for a text, and what a draft says of them."""

    words: str
    language: str
    mark: Mark = ""


Translations = Mapping[str, Mapping[str, Translation]]
"""By the id of the text, then by language."""


class Written(Protocol):
    """Whatever is written in one language and knows translations: a Record."""

    @property
    def written_in(self) -> str: ...

    @property
    def translations(self) -> Translations: ...


def said_in(record: Written, text: str, words: str, language: str) -> Said:
    """What a document says for a text with that id, whose ``words`` are in ``language``.

    The words as they are where they are in the record's own language: nothing stands in the place
    of what people settled on. Else the translation, if there is one; else the words, marked.
    """
    wanted = record.written_in
    if language == wanted:
        return Said(words, language)
    translation = record.translations.get(text, {}).get(wanted)
    if translation is None:
        return Said(words, language, "to be translated")
    return Said(translation.words, wanted, _mark(translation))


def standing_of(rendering: Rendering | None, source: str) -> Standing:
    """How a translation stands to what its source says now.

    Words are compared, not versions: a change that was taken back leaves it up to date.
    """
    if rendering is None or rendering.status == "removed" or not rendering.text.strip():
        return "none"
    if not rendering.settled:
        return "draft"
    return "current" if rendering.basis == source else "stale"


def as_printed(rendering: Rendering, source: str) -> Translation | None:
    """A kept translation as documents know it; None where there is nothing to print."""
    standing = standing_of(rendering, source)
    if standing == "none":
        return None
    return Translation(rendering.text, stale=standing == "stale", draft=standing == "draft")


def _mark(translation: Translation) -> Mark:
    if translation.stale:
        return "translation out of date"
    return "draft translation" if translation.draft else ""
