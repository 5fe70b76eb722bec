"""What a use case is handed and what it hands back; must not know any use case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from discussion.domain.people import Actor, Subject, may
from discussion.errors import NotFound
from discussion.services.pad import Pad
from discussion.services.recent import Recent
from discussion.storage.database import Transaction

Facts = Mapping[str, Any]

SYSTEM = "system"
"""The person id on events that no person asked for."""


@dataclass(frozen=True)
class Runtime:
    """Where time, ids and secrets come from, so that tests can be deterministic.

    Beside them what is at hand of the words typed a moment ago.
    """

    now: Callable[[], datetime]
    new_id: Callable[[], str]  # 20 small letters and digits, unguessable
    new_secret: Callable[[], str]  # 128 bits for links and sessions
    new_salt: Callable[[], bytes]  # 16 bytes
    secret: bytes  # of this installation; table cards and CSRF tokens derive from it
    recent: Recent = field(default_factory=Recent)


@dataclass(frozen=True)
class Work:
    """One command's surroundings: its transaction, workshop, moment and event number."""

    transaction: Transaction
    runtime: Runtime
    workshop: str
    now: datetime
    number: int
    pad: Pad  # the texts that are typed in; written out before a command that is none of typing


@dataclass(frozen=True)
class Happened:
    """What a command did, as the log will keep it."""

    subject: str
    sheet: str | None = None
    topic: str | None = None
    version: int | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)


def allow(
    actor: Actor, action: str, workshop: str, *, table: str | None = None, topic: str | None = None
) -> None:
    """Asks the one authorisation function.

    Raises ``NotFound``: what is forbidden answers as what does not exist.
    """
    if not may(actor, action, Subject(workshop=workshop, table=table, topic=topic)):
        raise NotFound
