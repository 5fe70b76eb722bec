"""The hash chain over the log's headers; must not know what the events mean."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Header:
    """What the chain covers of one event; the payload only by its salted digest."""

    number: int
    time: str
    person: str
    kind: str
    subject: str
    version: int | None
    command: str
    digest: bytes


def payload_digest(salt: bytes, payload: bytes) -> bytes:
    """SHA-256 over salt and payload: it outlives the payload and does not give it away."""
    return hashlib.sha256(salt + payload).digest()


def link(previous: bytes, headers: Sequence[Header]) -> bytes:
    """The link over one transaction's headers, bound to the link before it."""
    digest = hashlib.sha256(previous)
    for header in headers:
        *fields, payload = astuple(header)
        digest.update(json.dumps([*fields, payload.hex()], separators=(",", ":")).encode())
    return digest.digest()
