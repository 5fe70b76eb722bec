"""The ballot of a device: who may send one, once, and what keeps it apart from every person.

A ballot is no event: nothing of it stands in the log, with it no name, no address and no time.
What the log keeps is that a round was opened and closed, by whom, and its sums.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass

from discussion.domain.priorities import Ballot, Round, check_marks
from discussion.errors import DiscussionError, NotFound, Refused
from discussion.services.work import Runtime
from discussion.storage import priorities
from discussion.storage.database import CannotStore, Database, Transaction


@dataclass(frozen=True)
class Slip:
    """What a device sends: all its marks at once, made on the ballot it had seen."""

    code: str  # of the round
    device: str
    command: str  # id of the device's making; a resend has the same
    base: int  # the version of the ballot they were given on; 0 for the first
    points: tuple[str, ...]


def new_device(runtime: Runtime) -> str:
    """A token for a device: 128 bits of chance and our signature; nothing is kept of it."""
    chance = runtime.new_secret()
    return f"{chance}.{_signature(runtime.secret, chance)}"


def device_behind(runtime: Runtime, token: str) -> str | None:
    """The device that brings a token, or None when we did not give it."""
    chance, _, signature = token.partition(".")
    expected = _signature(runtime.secret, chance)
    return chance if hmac.compare_digest(signature.encode(), expected.encode()) else None


def ballot_key(secret: bytes, held: str, device: str) -> str:
    """What the database keeps in a device's place: another digest in each round.

    So the ballots of one device in two rounds cannot be laid side by side.
    """
    message = f"marks ballot\0{held}\0{device}".encode()
    return hmac.new(secret, message, hashlib.sha256).hexdigest()


def give_marks(
    database: Database, runtime: Runtime, slips: Sequence[Slip]
) -> tuple[Ballot | DiscussionError, ...]:
    """Stores what devices mark in place of what they marked before, and commits once.

    Each gets its ballot, which is durable then, or its refusal. A resend gets the same answer,
    also after the round was closed.
    """
    with database.writing() as transaction:
        codes = {slip.code for slip in slips}
        rounds = {code: priorities.round_with_code(transaction, code) for code in codes}
        return tuple(_one(transaction, runtime, rounds[slip.code], slip) for slip in slips)


def _one(
    transaction: Transaction, runtime: Runtime, held: Round | None, slip: Slip
) -> Ballot | DiscussionError:
    """A refusal comes before anything is written, so it needs no savepoint."""
    try:
        return _stored(transaction, runtime, held, slip)
    except CannotStore:
        raise
    except DiscussionError as refusal:
        return refusal


def _stored(transaction: Transaction, runtime: Runtime, held: Round | None, slip: Slip) -> Ballot:
    """Raises ``marks_elsewhere`` for a ballot changed meanwhile, ``marks_full`` and others."""
    if held is None:
        raise NotFound("marks_unknown")
    key = ballot_key(runtime.secret, held.id, slip.device)
    before = priorities.find_ballot(transaction, held.id, key)
    if before is not None and before.command == slip.command:
        return before
    check_marks(held, slip.points)
    if slip.base != (before.version if before else 0):
        raise Refused("marks_elsewhere")
    if before is None and priorities.count_ballots(transaction, held.id) >= held.phones:
        raise Refused("marks_full")
    ballot = Ballot(slip.base + 1, slip.command, slip.points)
    priorities.write_ballot(transaction, held.id, key, ballot)
    return ballot


def _signature(secret: bytes, chance: str) -> str:
    return hmac.new(secret, b"marks device\0" + chance.encode(), hashlib.sha256).hexdigest()[:32]
