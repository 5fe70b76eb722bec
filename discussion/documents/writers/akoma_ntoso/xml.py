"""Words as XML of Akoma Ntoso files, and parts of addresses; must not know what they say."""

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from discussion.documents.writers.package import xml_safe

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_UNFIT = re.compile(r"[^a-z0-9]+")
_SPACE = re.compile(r"\s")


def words_of(words: str) -> str:
    """Words escaped for XML, a line feed as the end of a line."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<eol/>".join(escape(xml_safe(line)) for line in lines)


def attribute(value: str) -> str:
    """A value escaped and quoted as an XML attribute."""
    return quoteattr(xml_safe(value))


def attributes(**told: str) -> str:
    """Attributes by name, those without a value left out; ``class_`` stands for ``class``."""
    return "".join(
        f" {name.rstrip('_')}={attribute(value)}" for name, value in told.items() if value
    )


def slug(words: str) -> str:
    """Words as a part of an address: small letters and digits with hyphens between; never empty."""
    return _UNFIT.sub("-", words.casefold())[:80].strip("-") or "nn"


def unbroken(words: str) -> str:
    """Words as an identifier, which no space may part."""
    return _SPACE.sub("_", words)


def moment(at: datetime) -> str:
    """A time in UTC and whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
