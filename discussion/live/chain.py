"""The hash chain over the log: one link per transaction; must not know what the events mean.

A link is SHA-256 over the link before it (32 bytes) and, for each event of the transaction in
order, its header as one JSON array in ASCII without spaces: number, time, person, kind, subject,
version or null, command, digest in hexadecimal. Payloads enter only by their salted digest, so
one can be erased or compacted and the chain still verifies.
"""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

GENESIS = bytes(32)  # what the first link of a workshop follows
_PLAIN = json.JSONEncoder(separators=(",", ":")).encode


@dataclass(frozen=True)
class Header:
    """What the chain covers of one event; the payload only by its salted digest."""

    number: int  # the workshop's sequence number, from 1 without gaps
    time: str  # ISO 8601, as stored
    person: str
    kind: str
    subject: str
    version: int | None  # of the text, when the event changed one
    command: str
    digest: bytes  # payload_digest(salt, payload)


@dataclass(frozen=True)
class Link:
    """One transaction's link: the numbers of its first and last event, and the hash."""

    first: int
    last: int
    hash: bytes


@dataclass(frozen=True)
class Logged:
    """One row of the log; salt and payload are None once erased or compacted."""

    header: Header
    salt: bytes | None
    payload: bytes | None


@dataclass(frozen=True)
class Finding:
    """Something about the log that is not as it was written.

    ``what``: ``link`` (events ``first`` to ``last`` or the link over them), ``gap`` (numbers do
    not follow one another), ``payload`` (changed), ``payload_missing`` (without a named reason),
    ``head`` (the log does not end where it was said to).
    """

    what: str
    first: int
    last: int


def payload_digest(salt: bytes, payload: bytes) -> bytes:
    """SHA-256 over salt and payload: it outlives the payload and does not give it away."""
    return hashlib.sha256(salt + payload).digest()


def link(previous: bytes, headers: Sequence[Header]) -> bytes:
    """The link over one transaction's headers, bound to the link before it."""
    digest = hashlib.sha256(previous)
    for header in headers:
        digest.update(_PLAIN(_fields(header)).encode())
    return digest.digest()


def verify(
    links: Sequence[Link],
    log: Sequence[Logged],
    *,
    head: bytes | None = None,
    explained: Collection[int] = (),
) -> tuple[Finding, ...]:
    """What is wrong with a log, links and rows each in their order; empty when nothing is.

    ``head`` is the last link as known from elsewhere, such as the manifest of an edition:
    without it a log cut off at its end, or written anew throughout, cannot be told from a true
    one. ``explained`` are the numbers that ``erased`` and ``compacted`` events name.
    """
    findings = [*_broken_links(links, log), *_changed_payloads(log, explained)]
    if head is not None and head != (links[-1].hash if links else GENESIS):
        last = links[-1].last if links else 0
        findings.append(Finding("head", last, last))
    return tuple(findings)


def _fields(header: Header) -> tuple[Any, ...]:
    return (
        header.number,
        header.time,
        header.person,
        header.kind,
        header.subject,
        header.version,
        header.command,
        header.digest.hex(),
    )


def _broken_links(links: Sequence[Link], log: Sequence[Logged]) -> list[Finding]:
    findings = []
    previous, expected, place = GENESIS, 1, 0
    for each in links:
        if each.first != expected or each.last < each.first:
            findings.append(Finding("gap", expected, each.first))
        headers = [logged.header for logged in log[place : place + each.last - each.first + 1]]
        numbers = [header.number for header in headers]
        if numbers != list(range(each.first, each.last + 1)):
            findings.append(Finding("gap", each.first, each.last))
        if link(previous, headers) != each.hash:
            findings.append(Finding("link", each.first, each.last))
        previous, expected, place = each.hash, each.last + 1, place + len(headers)
    if place < len(log):
        findings.append(Finding("gap", log[place].header.number, log[-1].header.number))
    return findings


def _changed_payloads(log: Sequence[Logged], explained: Collection[int]) -> list[Finding]:
    findings = []
    for logged in log:
        number = logged.header.number
        if logged.payload is None or logged.salt is None:
            if number not in explained:
                findings.append(Finding("payload_missing", number, number))
        elif payload_digest(logged.salt, logged.payload) != logged.header.digest:
            findings.append(Finding("payload", number, number))
    return findings
