"""Words as XML of OpenDocument files, and the names it begins with; must not know what they say."""

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from discussion.documents.writers.package import xml_safe

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
VERSION = "1.3"

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "meta": f"{_OASIS}:meta:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_NAMESPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())

# Spaces at the ends of a piece, or after another, are nothing to a reader of OpenDocument.
_SPECIAL = re.compile(r"\r\n?|\n|\t|^ +| +$| {2,}")
_UNFIT = re.compile(r"[^A-Za-z0-9.-]")


def words_of(words: str) -> str:
    """Words escaped for XML; line feeds, tabs and spaces that would be lost as elements."""
    said, last = "", 0
    for found in _SPECIAL.finditer(words):
        said += escape(xml_safe(words[last : found.start()])) + _kept(found.group())
        last = found.end()
    return said + escape(xml_safe(words[last:]))


def attribute(value: str) -> str:
    """A value escaped and quoted as an XML attribute; one line, as XML keeps no other."""
    return quoteattr(xml_safe(value).replace("\n", " "))


def style_id(shown: str) -> str:
    """A style's name in a file from the one people see: ``Heading_20_1`` of ``Heading 1``."""
    return _UNFIT.sub(lambda unfit: f"_{ord(unfit.group()):x}_", shown)


def moment(at: datetime) -> str:
    """A time as the file keeps it with changes and comments: UTC, whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def root(tag: str, inner: str) -> bytes:
    """A whole part whose root element declares the namespaces."""
    start = f'<office:{tag} {_NAMESPACES} office:version="{VERSION}">'
    return f"{DECLARATION}{start}{inner}</office:{tag}>".encode()


def _kept(special: str) -> str:
    if special == "\t":
        return "<text:tab/>"
    if not special.startswith(" "):
        return "<text:line-break/>"
    return f'<text:s text:c="{len(special)}"/>' if len(special) > 1 else "<text:s/>"
