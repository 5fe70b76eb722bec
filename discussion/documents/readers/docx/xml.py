"""What is read out of WordprocessingML again and again; it must not know what it is for."""

from datetime import UTC, datetime
from typing import Any

from discussion.documents.tree import Change

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

UNTOLD = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of a change whose file does not say when it was made."""


def value(element: Any, path: str) -> str | None:
    """The ``w:val`` of what stands at that path, or None."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def is_on(look: Any, name: str) -> bool:
    """Whether a property that can be switched is on: there, and not said to be off."""
    found = None if look is None else look.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val") not in ("0", "false", "none")


def change_of(element: Any) -> Change:
    """Who made a change and when."""
    return Change(element.get(f"{W}author", ""), time_of(element) or UNTOLD)


def time_of(element: Any) -> datetime | None:
    """The time an element tells, or None; one without a zone is taken for UTC, as Word means."""
    told = element.get(f"{W}date")
    try:
        found = datetime.fromisoformat(told) if told else None
    except ValueError:
        return None
    if found is None:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
