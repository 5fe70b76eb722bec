"""Narrative sections as people write them, in Markdown, both ways; must not know what about."""

from discussion.documents.narrative.reading import read_markdown
from discussion.documents.narrative.writing import write_markdown

__all__ = ["read_markdown", "write_markdown"]
