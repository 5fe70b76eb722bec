"""A wire under TLS, where a socket cannot be written past the library that holds its keys."""

import ssl
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import Any

import gevent
import pytest
from gevent import ssl as gevent_ssl
from gevent.socket import socketpair

from discussion.certificates.checking import Served, context_of
from discussion.certificates.making import VenueFiles, make_for_venue
from discussion.web.live import outgoing
from discussion.web.live.outgoing import Wire

LONG = 5_000_000  # bytes: more than the system keeps for a client that does not read


@pytest.fixture
def ends(tmp_path, monkeypatch) -> Iterator[tuple[Wire, Any]]:
    """Our wire and a client's end of it; what goes wrong in any greenlet fails the test."""
    bugs: list[Any] = []
    monkeypatch.setattr(gevent.get_hub(), "handle_error", lambda *bug: bugs.append(bug))
    files, now = VenueFiles(tmp_path), datetime.now(UTC)
    make_for_venue(files, ("127.0.0.1",), now, anew=False)
    held = Served(files.server, files.server_key)
    context = context_of(held, ("127.0.0.1",), now, kind=gevent_ssl.SSLContext)
    trusting = gevent_ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.load_verify_locations(files.authority)
    ours, theirs = socketpair()
    shaking = gevent.spawn(trusting.wrap_socket, theirs, server_hostname="127.0.0.1")
    wire = Wire(context.wrap_socket(ours, server_side=True))
    with closing(shaking.get()) as client, gevent.Timeout(10):
        yield wire, client
    wire.close()
    gevent.sleep(0.02)
    assert bugs == []


def test_messages_arrive_whole_and_in_their_order(ends):
    wire, client = ends
    messages = [bytes([n]) * (1 if n % 3 else 300_000) for n in range(15)]
    for message in messages:
        wire.send(message)
    expected, arrived = b"".join(messages), bytearray()
    while len(arrived) < len(expected):
        arrived += client.recv(100_000)
    assert arrived == expected


def test_reading_and_writing_at_once_disturb_each_other_not(ends):
    wire, client = ends
    wire.send(b"x" * LONG)
    client.sendall(b"heard")
    assert gevent.spawn(wire.recv, 100).get() == b"heard"
    left = LONG
    while left:
        left -= len(client.recv(1_000_000))


def test_whoever_does_not_read_loses_the_connection_in_time(ends, monkeypatch):
    wire, client = ends
    monkeypatch.setattr(outgoing, "TAKEN_WITHIN", 0.1)
    wire.send(b"x" * LONG)
    gevent.sleep(0.3)
    with pytest.raises(OSError):
        wire.send(b"more")


def test_cutting_a_line_ends_quietly_whoever_was_writing_into_it(ends):
    wire, client = ends
    wire.send(b"x" * LONG)
    gevent.sleep(0.05)
    wire.cut()
    with suppress(OSError):  # TLS calls an end without a goodbye an error
        while client.recv(1_000_000):
            pass
    with pytest.raises(OSError):
        wire.send(b"more")
