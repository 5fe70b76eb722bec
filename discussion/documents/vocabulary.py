"""What Word files call our things, for who writes and who reads them; must not know XML.

Styles by the names people see in Word, bookmarks for anchors, tags for languages.
"""

import hashlib
import re

from discussion.documents.tree import CoverRole, ParagraphStyle
from discussion.domain.languages import written_from

COVER: dict[CoverRole, str] = {
    "symbol": "Cover Symbol",
    "stage": "Cover Stage",
    "title": "Cover Title",
    "event": "Cover Event",
    "line": "Cover Line",
    "status": "Cover Status",
}
PARAGRAPHS: dict[ParagraphStyle, str] = {
    "body": "Body Text",
    "opening": "Opening",
    "preambular": "Preambular",
    "operative": "Operative",
    "note": "Note",
    "adoption": "Adoption",
    "bullet": "Message",
    "caption": "Caption",
}
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
ITEMS = ("Sub-paragraph", "Sub-sub-paragraph")

STYLES = (
    *COVER.values(),
    *HEADINGS,
    *("Contents Heading", "Contents 1", "Contents 2"),
    *PARAGRAPHS.values(),
    *ITEMS,
    *("Figure", "Table Head", "Table Text", "House Table"),
    *("Footnote Text", "Footnote Reference", "Comment Text", "Editorial", "Bracket", "Draft Mark"),
)
"""The names of the styles a house style must have, as Word shows them."""

_BUILT_IN = {
    "heading 1": "Heading 1",
    "heading 2": "Heading 2",
    "heading 3": "Heading 3",
    "caption": "Caption",
    "footnote text": "Footnote Text",
    "footnote reference": "Footnote Reference",
    "annotation text": "Comment Text",
    "toc 1": "Contents 1",
    "toc 2": "Contents 2",
    "toc heading": "Contents Heading",
}

ATTRIBUTION = "[]"
"""The initials of a comment that says who stands behind a bracket."""

NAME_LIMIT = 40  # characters Word takes in a bookmark's name

_TAGS = {"en": "en-GB", "fr": "fr-FR", "ar": "ar-SA"}
_LANGUAGES = {tag: language for language, tag in _TAGS.items()}
_UNFIT = re.compile(r"(?P<between>(?<=[A-Za-z0-9])-(?=[A-Za-z0-9]))|[^A-Za-z0-9]")
_ESCAPED = re.compile(r"__([0-9a-f]{2})")


def style_name(name: str) -> str:
    """What a style is called here: Word and LibreOffice name their own ones in their own way."""
    return _BUILT_IN.get(name.lower(), name)


def language_tag(language: str) -> str:
    """The tag word processors know: ``en-GB`` for ``en``."""
    return _TAGS.get(language, language)


def language_of_tag(tag: str) -> str:
    """The language of such a tag: ``en`` for ``en-GB``."""
    return _LANGUAGES.get(tag, tag)


def complex_script(language: str) -> bool:
    """Whether Word keeps that language of a run apart, with the right-to-left scripts."""
    return written_from(language) == "rtl"


def bookmark_of(anchor: str, kind: str = "par") -> str:
    """A name Word accepts, of letters, digits and underscores: ``par_OP_12__28a__29``.

    From one that would be too long the anchor cannot be told; it is still always the same.
    """
    name = f"{kind}_{_UNFIT.sub(_escaped, anchor)}"
    if len(name) <= NAME_LIMIT:
        return name
    return f"{kind}_{hashlib.sha256(anchor.encode()).hexdigest()[: NAME_LIMIT - len(kind) - 1]}"


def anchor_of(bookmark: str, kind: str = "par") -> str | None:
    """The anchor a bookmark of that kind stands for, or None where it is of another."""
    start = f"{kind}_"
    if not bookmark.startswith(start):
        return None
    pieces = _ESCAPED.split(bookmark.removeprefix(start))
    raw = b"".join(
        bytes.fromhex(piece) if index % 2 else piece.replace("_", "-").encode()
        for index, piece in enumerate(pieces)
    )
    return raw.decode("utf-8", "replace")


def _escaped(unfit: re.Match[str]) -> str:
    """A hyphen inside words is an underscore; anything else is told by its bytes."""
    if unfit["between"]:
        return "_"
    return "".join(f"__{byte:02x}" for byte in unfit.group().encode())
