"""How a moment is kept; must not know which table keeps it."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import String, TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO 8601 text that sorts as time does."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        """Refuses a naive datetime: a moment without a zone is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        utc = value if value.tzinfo is UTC else value.astimezone(UTC)
        return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        """The moment, in UTC."""
        if value is None:
            return None
        return datetime.fromisoformat(value)


def as_told(kept: str) -> str:
    """A kept moment as ``isoformat`` writes it."""
    return kept.removesuffix("Z").removesuffix(".000000") + "+00:00"
