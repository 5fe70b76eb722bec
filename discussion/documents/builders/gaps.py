"""The visible places of words that only people can write; it must not know what is missing."""

from discussion.documents.phrases import phrase
from discussion.documents.tree import Editorial


def to_complete(language: str, what: str) -> Editorial:
    """``To be completed by the secretariat: ...``"""
    return Editorial(phrase(language, "body.to_complete", what=what))


def open_cell(language: str) -> Editorial:
    """The same inside a table, where its column says what is missing."""
    return Editorial(phrase(language, "body.open_cell"))
