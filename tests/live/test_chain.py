"""Tampering with the log is found, whatever was changed, deleted or put in another order."""

import random
from dataclasses import replace

import pytest

from discussion.live.chain import (
    GENESIS,
    Finding,
    Header,
    Link,
    Logged,
    link,
    payload_digest,
    verify,
)

TAMPERINGS = 400


def true_log(chance):
    """A log of some transactions, as it was written."""
    log, links, previous = [], [], GENESIS
    for _ in range(chance.randint(3, 8)):
        first = len(log) + 1
        batch = [_logged(chance, first + n) for n in range(chance.randint(1, 4))]
        previous = link(previous, [logged.header for logged in batch])
        log += batch
        links.append(Link(first, len(log), previous))
    return links, log


def tampered(chance, links, log):
    """The log with one thing done to it, and what that was."""
    links, log = list(links), list(log)
    at, other = chance.sample(range(len(log)), 2)
    what = chance.choice(["change", "payload", "salt", "delete", "reorder", "add", "cut", "link"])
    match what:
        case "change":
            log[at] = replace(log[at], header=_changed(chance, log[at].header))
        case "payload":
            log[at] = replace(log[at], payload=log[at].payload + b" ")
        case "salt":
            log[at] = replace(log[at], salt=bytes(16))
        case "delete":
            del log[at]
        case "reorder":
            log[at], log[other] = log[other], log[at]
        case "add":
            log.insert(at, log[other])
        case "cut":
            log = log[: links[-1].first - 1]
            del links[-1]
        case "link":
            at = chance.randrange(len(links))
            links[at] = replace(links[at], hash=chance.randbytes(32))
    return what, links, log


def test_a_true_log_verifies():
    links, log = true_log(random.Random(1))
    assert verify(links, log, head=links[-1].hash) == ()
    assert verify([], [], head=GENESIS) == ()


@pytest.mark.parametrize("seed", range(4))
def test_every_tampering_is_found(seed):
    chance = random.Random(seed)
    missed = []
    for trial in range(TAMPERINGS // 4):
        links, log = true_log(chance)
        what, *after = tampered(chance, links, log)
        if not verify(*after, head=links[-1].hash):
            missed.append((trial, what))
    assert missed == []


def test_a_later_link_written_anew_does_not_hide_it():
    links, log = true_log(random.Random(3))
    forged = replace(log[0], header=replace(log[0].header, person="somebody else"))
    log = [forged, *log[1:]]
    previous, anew = GENESIS, []
    for each in links:
        headers = [logged.header for logged in log[each.first - 1 : each.last]]
        previous = link(previous, headers)
        anew.append(replace(each, hash=previous))
    assert verify(anew, log) == ()  # by itself a log written anew throughout looks true
    assert [f.what for f in verify(anew, log, head=links[-1].hash)] == ["head"]


def test_an_erased_payload_needs_an_event_that_names_it():
    links, log = true_log(random.Random(2))
    log[2] = replace(log[2], payload=None, salt=None)
    assert verify(links, log) == (Finding("payload_missing", 3, 3),)
    assert verify(links, log, explained={3}) == ()


def test_the_form_that_is_hashed_never_changes():
    header = Header(1, "2025-07-08T09:00:00+00:00", "p1", "edit_text", "n1", None, "c1", bytes(2))
    assert link(GENESIS, [header]).hex() == (
        "a8133e9c8e2138af9073700bc0e6aa2c5eb23219cb1b6b210c83fa7f87021710"
    )


def _logged(chance, number):
    salt, payload = chance.randbytes(16), b'{"change":["%d"]}' % number
    digest = payload_digest(salt, payload)
    header = Header(number, f"t{number}", "ana", "edit_text", "n1", number, f"c{number}", digest)
    return Logged(header, salt, payload)


def _changed(chance, header):
    field = chance.choice(list(Header.__dataclass_fields__))
    value = getattr(header, field)
    match value:
        case int():
            return replace(header, **{field: value + 1})
        case str():
            return replace(header, **{field: value + "x"})
        case _:
            return replace(header, **{field: value[::-1]})
