"""Inlines as WordprocessingML, each stretch with its own direction; it must not know blocks."""

from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from discussion.documents.direction import runs
from discussion.documents.tree import (
    Alternatives,
    Bracket,
    Commented,
    Deleted,
    Editorial,
    Emphasis,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    Sourced,
    Strong,
    Text,
)
from discussion.documents.writers.package import xml_safe

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

STYLES = (
    "Cover Symbol",
    "Cover Stage",
    "Cover Title",
    "Cover Event",
    "Cover Line",
    "Cover Status",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Contents Heading",
    "Contents 1",
    "Contents 2",
    "Body Text",
    "Opening",
    "Preambular",
    "Operative",
    "Sub-paragraph",
    "Sub-sub-paragraph",
    "Note",
    "Adoption",
    "Message",
    "Caption",
    "Table Head",
    "Table Text",
    "House Table",
    "Editorial",
    "Draft Mark",
)
"""The names of the styles a house style must have, as Word shows them."""

_LEFT_TO_RIGHT = "\u200e"  # else the brackets of an English remark turn round in Arabic text
_TAGS = {"en": "en-GB", "fr": "fr-FR", "ar": "ar-SA"}


def namespaced(markup: str) -> bytes:
    """The markup inside one root element that declares its namespaces."""
    return f'<w:body xmlns:w="{W}">{markup}</w:body>'.encode()


def language_tag(language: str) -> str:
    """The tag word processors know: ``en-GB`` for ``en``."""
    return _TAGS.get(language, language)


def words_of(words: str) -> str:
    """Words escaped for XML."""
    return escape(xml_safe(words))


def attribute(value: str) -> str:
    """A value escaped and quoted as an XML attribute."""
    return quoteattr(xml_safe(value))


class Runs:
    """Writes inlines; holds what they need to know of the document around them."""

    def __init__(self, styles: dict[str, str], bookmarks: dict[str, str]) -> None:
        self._styles = styles
        self._bookmarks = bookmarks

    def write(
        self,
        content: tuple[Inline, ...],
        *,
        bold: bool = False,
        italic: bool = False,
        right_to_left: bool = False,
    ) -> str:
        """The runs of an inline sequence; ``right_to_left`` is the direction around it."""
        written = []
        for inline in content:
            match inline:
                case Text(words=words, language=language):
                    written.append(_text(words, language, bold=bold, italic=italic))
                case Emphasis(content=inner):
                    written.append(
                        self.write(inner, bold=bold, italic=True, right_to_left=right_to_left)
                    )
                case Strong(content=inner):
                    written.append(
                        self.write(inner, bold=True, italic=italic, right_to_left=right_to_left)
                    )
                case LineBreak():
                    written.append("<w:r><w:br/></w:r>")
                case Link():
                    written.append(self._link(inline))
                case Editorial(words=words):
                    held = _LEFT_TO_RIGHT if right_to_left else ""
                    written.append(self.styled(f"{held}[{words}]{held}", "Editorial"))
                case Bracket(content=inner):
                    written.append(self.write((Text("["), *inner, Text("]"))))
                case Alternatives(options=options):
                    shown = (i for o in options for i in (Text("["), *o, Text("]")))
                    written.append(self.write(tuple(shown)))
                case Inserted(content=inner) | Commented(content=inner) | Sourced(content=inner):
                    written.append(self.write(inner, right_to_left=right_to_left))
                case Footnote(content=inner):
                    written.append(self.write((Text(" ("), *inner, Text(")"))))
                case Reference(target=target):
                    written.append(_text(target, None))
                case Deleted():
                    pass
                case _:
                    assert_never(inline)
        return "".join(written)

    def styled(self, words: str, style: str) -> str:
        """Words in one of the house's character styles."""
        return _text(words, None, style=self._styles[style])

    def _link(self, link: Link) -> str:
        """A link inside the document is live; an address outside is printed as its words."""
        inner = self.write(link.content)
        bookmark = self._bookmarks.get(link.target.removeprefix("#"))
        if not link.target.startswith("#") or bookmark is None:
            return inner
        return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inner}</w:hyperlink>'


def _text(
    words: str,
    language: str | None,
    *,
    bold: bool = False,
    italic: bool = False,
    style: str | None = None,
) -> str:
    """Runs of one direction each: only a run marked ``rtl`` gets the Arabic font and size."""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    look += "<w:b/><w:bCs/>" if bold else ""
    look += "<w:i/><w:iCs/>" if italic else ""
    written = []
    for piece, right_to_left in runs(words):
        properties = look + _direction(language, right_to_left=right_to_left)
        properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        lines = piece.split("\n")
        pieces = "<w:br/>".join(
            f'<w:t xml:space="preserve">{words_of(line)}</w:t>' for line in lines
        )
        written.append(f"<w:r>{properties}{pieces}</w:r>")
    return "".join(written)


def _direction(language: str | None, *, right_to_left: bool) -> str:
    if right_to_left:
        return f'<w:rtl/><w:lang w:bidi="{language_tag(language or "ar")}"/>'
    if language and language not in ("en", "ar"):
        return f"<w:lang w:val={attribute(language_tag(language))}/>"
    return ""
