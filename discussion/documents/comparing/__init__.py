"""What changed between two documents, as one document with tracked changes."""

from discussion.documents.comparing.blocks import bare, redline
from discussion.documents.comparing.told import Changed, changed_places, unmarked

__all__ = ["Changed", "bare", "changed_places", "redline", "unmarked"]
