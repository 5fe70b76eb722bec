"""What goes out to a client: whole, in order, bounded, and never in anybody's way."""

from collections.abc import Iterator
from contextlib import closing
from types import SimpleNamespace
from typing import Any

import gevent
import pytest
from engineio.packet import MESSAGE, PING, Packet
from gevent.socket import socketpair

from discussion.web.live import outgoing
from discussion.web.live.frames import text_frame
from discussion.web.live.outgoing import Mailbox, Wire

LONG = b"x" * 5_000_000  # more than the system keeps for a client that does not read


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Wire, Any]]:
    """Our wire and a client's end of it; what goes wrong in any greenlet fails the test."""
    bugs: list[Any] = []
    monkeypatch.setattr(gevent.get_hub(), "handle_error", lambda *bug: bugs.append(bug))
    ours, theirs = socketpair()
    wire = Wire(ours)
    with closing(theirs), gevent.Timeout(10):
        yield wire, theirs
        wire.close()
        gevent.sleep(0)
    assert bugs == []


def taken(client: Any, size: int) -> bytes:
    """So many bytes as the client reads them."""
    arrived = bytearray()
    while len(arrived) < size:
        arrived += client.recv(200_000)
    return bytes(arrived)


def test_what_one_turn_has_for_a_client_leaves_in_one_write(ends: tuple[Wire, Any]):
    wire, client = ends
    for message in (b"one", b"two", b"three"):
        wire.send(message)
    assert client.recv(100) == b"onetwothree"


def test_messages_arrive_whole_and_in_order_over_a_slow_line(ends: tuple[Wire, Any]):
    wire, client = ends
    messages = [bytes([n]) * (1 if n % 3 else 90_000) for n in range(60)]
    for message in messages:
        wire.send(message)
        gevent.sleep(0)  # some are written at once, some while others are half written
    assert taken(client, sum(map(len, messages))) == b"".join(messages)


def test_a_wire_let_go_of_ends_for_the_client_though_the_server_would_read_on():
    ours, theirs = socketpair()
    with ours.makefile("rb"), closing(theirs), gevent.Timeout(5):
        wire = Wire(ours)
        wire.send(b"goodbye")
        wire.close()
        assert taken(theirs, 7) == b"goodbye"
        assert theirs.recv(1) == b""


def test_who_does_not_read_delays_nobody(ends: tuple[Wire, Any]):
    stuck, _ = ends
    ours, theirs = socketpair()
    with closing(theirs):
        other = Wire(ours)
        stuck.send(LONG)
        stuck.send(b"more")
        gevent.sleep(0)
        other.send(b"words")
        assert theirs.recv(100) == b"words"
        other.close()


def test_who_does_not_read_in_time_loses_the_connection(
    ends: tuple[Wire, Any], monkeypatch: pytest.MonkeyPatch
):
    wire, _ = ends
    monkeypatch.setattr(outgoing, "TAKEN_WITHIN", 0.05)
    wire.send(LONG)
    gevent.sleep(0.2)
    with pytest.raises(OSError, match="broken"):
        wire.send(b"more")


@pytest.mark.parametrize(
    ("message", "count"),
    [(b"x", outgoing.BACKLOG_PACKETS), (LONG, 1 + outgoing.BACKLOG_CHARACTERS // len(LONG))],
)
def test_what_waits_for_one_client_is_bounded(ends: tuple[Wire, Any], message: bytes, count: int):
    wire, _ = ends
    wire.send(LONG)
    gevent.sleep(0)  # half written: from now on all must wait
    for _ in range(count + 1):
        try:
            wire.send(message)
        except OSError:
            break
    assert not wire.overloaded
    with pytest.raises(OSError, match="broken"):
        wire.send(b"more")


def test_one_message_may_be_longer_than_all_that_may_wait(ends: tuple[Wire, Any]):
    wire, client = ends
    longest = b"x" * (outgoing.BACKLOG_CHARACTERS + 1)
    wire.send(longest)
    assert taken(client, len(longest)) == longest


def test_closing_says_the_last_words_first(ends: tuple[Wire, Any]):
    wire, client = ends
    wire.send(b"goodbye")
    wire.close()
    assert (client.recv(100), client.recv(100)) == (b"goodbye", b"")


def test_a_cut_line_ends_for_whoever_reads_it(ends: tuple[Wire, Any]):
    wire, _ = ends
    reader = gevent.spawn(wire.recv, 100)
    gevent.sleep(0)
    wire.cut()
    assert reader.get() == b""


def test_a_mailbox_keeps_packets_until_the_socket_stands_and_their_order_then(
    ends: tuple[Wire, Any],
):
    wire, client = ends
    mailbox, connection = Mailbox(), SimpleNamespace(upgraded=False)
    mailbox.attach(connection, wire)
    mailbox.put(Packet(MESSAGE, "polled"))
    assert mailbox.get(timeout=1).data == "polled"
    mailbox.put(Packet(MESSAGE, "one"))
    connection.upgraded = True
    writer = gevent.spawn(mailbox.get, timeout=0.01)  # as the library waits to write
    gevent.sleep(0.03)
    mailbox.put(Packet(PING))
    mailbox.put(Packet(MESSAGE, "two"))
    expected = text_frame("4one") + text_frame("2") + text_frame("4two")
    assert taken(client, len(expected)) == expected
    assert not writer.dead, "the library must not take silence for a lost client"
    mailbox.put(None)
    assert writer.get() is None


def test_a_packet_for_many_is_framed_once(monkeypatch: pytest.MonkeyPatch):
    framed: list[str] = []
    monkeypatch.setattr(outgoing, "text_frame", lambda text: framed.append(text) or b"frame")
    packet, sent = Packet(MESSAGE, "words"), []
    for _ in range(5):
        mailbox = Mailbox()
        mailbox.wire = SimpleNamespace(send=sent.append)  # type: ignore[assignment]
        mailbox.put(packet)
    assert (framed, sent) == (["4words"], [b"frame"] * 5)
