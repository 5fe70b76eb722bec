"""What words in a document rest on; it must not know documents."""

from dataclasses import dataclass
from typing import Literal

Origin = Literal["notes", "programme", "secretariat text"]


@dataclass(frozen=True)
class Source:
    """What a paragraph, row or bullet rests on: one point with its notes, or another origin."""

    origin: Origin
    point: str | None = None  # point id
    notes: tuple[str, ...] = ()  # contribution ids


PROGRAMME = (Source("programme"),)
SECRETARIAT = (Source("secretariat text"),)
