"""Words as XML of Word files, and the names it begins with; it must not know what they say."""

from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from discussion.documents.writers.package import xml_safe

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def words_of(words: str) -> str:
    """Words escaped for XML."""
    return escape(xml_safe(words))


def attribute(value: str) -> str:
    """A value escaped and quoted as an XML attribute; one line, as XML keeps no other."""
    return quoteattr(xml_safe(value).replace("\n", " "))


def moment(at: datetime) -> str:
    """A time as Word keeps it with changes and comments: UTC, whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def root(tag: str, inner: str, more: str = "") -> bytes:
    """A whole part whose root element declares the namespaces."""
    return f"{DECLARATION}<{tag} {NAMESPACES}{more}>{inner}</{tag}>".encode()
