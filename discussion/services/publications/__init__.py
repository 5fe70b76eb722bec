"""Building documents from the Record, keeping their editions, and reading them again."""

from discussion.services.publications.making import export
from discussion.services.publications.reading import record_of

__all__ = ["export", "record_of"]
