"""The bad line that other tests send their words over is as bad as it says, and no worse."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

import pytest

from tests.kit.proxy import FAIR, Proxy, Weather, proxies

SHORT = 0.2  # seconds that are long enough for loopback to carry a word twice


@pytest.fixture
def line() -> Iterator[Proxy]:
    """A line to somebody who sends back whatever is said."""
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_echo_all, args=(listener,), daemon=True).start()
    with proxies(1) as (proxy,):
        proxy.target = listener.getsockname()[1]
        yield proxy
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def _echo_all(listener: socket.socket) -> None:
    with suppress(OSError):
        while True:
            threading.Thread(target=_echo, args=(listener.accept()[0],), daemon=True).start()


def _echo(caller: socket.socket) -> None:
    with caller, suppress(OSError):
        while said := caller.recv(100):
            caller.sendall(said)


def call(line: Proxy) -> socket.socket:
    return socket.create_connection(("127.0.0.1", line.port), timeout=5)


def heard(caller: socket.socket, words: bytes, within: float = 5) -> bytes:
    """What comes back within that time."""
    caller.settimeout(within)
    caller.sendall(words)
    try:
        return caller.recv(100)
    except TimeoutError:
        return b""


def test_a_fair_line_carries_everything_in_order(line: Proxy):
    with call(line) as caller:
        assert [heard(caller, b"%d" % n) for n in range(50)] == [b"%d" % n for n in range(50)]


def test_a_slow_line_takes_its_time_each_way(line: Proxy):
    line.weather = Weather(delay=0.1, spread=0.02)
    with call(line) as caller:
        begun = time.monotonic()
        assert heard(caller, b"slow") == b"slow"
        assert time.monotonic() - begun > 0.15


def test_a_stalled_line_stands_still_and_goes_on(line: Proxy):
    line.weather = Weather(stall_every=0.4, stall=0.3)
    until, moments = time.monotonic() + 0.9, [time.monotonic()]
    with call(line) as caller:
        while moments[-1] < until:
            assert heard(caller, b"still there") == b"still there"
            moments.append(time.monotonic())
    waited = [later - earlier for earlier, later in pairwise(moments)]
    assert max(waited) > 0.25
    assert min(waited) < 0.05


@pytest.mark.parametrize("weather", [Weather(up=False, down=False), Weather(up=False)])
def test_what_is_swallowed_is_gone_and_neither_end_is_told(line: Proxy, weather: Weather):
    with call(line) as caller:
        assert heard(caller, b"before") == b"before"
        line.weather = weather
        assert heard(caller, b"during", within=SHORT) == b""
        line.weather = FAIR
        assert heard(caller, b"after", within=SHORT) == b"", "a stream with a hole goes nowhere"
        with call(line) as another:
            assert heard(another, b"anew") == b"anew"


def test_a_cut_line_is_reset_and_an_unreachable_house_refuses(line: Proxy):
    with call(line) as caller:
        assert heard(caller, b"before") == b"before"
        line.cut()
        with pytest.raises(ConnectionResetError):
            caller.recv(1)
    line.weather = Weather(reachable=False)
    with pytest.raises(ConnectionError), call(line) as caller:
        heard(caller, b"anybody")
        caller.recv(1)
