"""What the server does with a client that goes before its answer is written."""

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import gevent
import pytest
from gevent import ssl as gevent_ssl
from gevent.pywsgi import WSGIServer
from gevent.socket import socketpair

from discussion import serving
from discussion.certificates.checking import Served, context_of
from discussion.certificates.making import VenueFiles, make_for_venue

ENDLESS_LINE = b"x" * 9_000  # answered by the server itself, not by the house
REQUEST = b"GET / HTTP/1.1\r\nHost: somewhere\r\n\r\n"

Ends = Callable[[], tuple[Any, Any]]


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Ends:
    """Both ends of a connection by TLS: ours, and a client's."""
    files, now = VenueFiles(tmp_path_factory.mktemp("venue")), datetime.now(UTC)
    make_for_venue(files, ("127.0.0.1",), now, anew=False)
    served = Served(files.server, files.server_key)
    context = context_of(served, ("127.0.0.1",), now, kind=gevent_ssl.SSLContext)
    trusting = gevent_ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.load_verify_locations(Path(files.authority))

    def made() -> tuple[Any, Any]:
        ours, theirs = socketpair()
        shaking = gevent.spawn(trusting.wrap_socket, theirs, server_hostname="127.0.0.1")
        return context.wrap_socket(ours, server_side=True), shaking.get()

    return made


@pytest.fixture
def bugs(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What would have filled a page in the log."""
    told: list[Any] = []
    monkeypatch.setattr(
        gevent.get_hub(), "handle_error", lambda _, kind, *rest: told.append((kind, *rest))
    )
    return told


def answers(failure: type[Exception] | None = None) -> Callable[..., Iterator[bytes]]:
    """A house that takes its time over a long answer, or fails."""

    def house(_: Any, start_response: Any) -> Iterator[bytes]:
        gevent.sleep(0.01)
        if failure:
            raise failure
        start_response("200 OK", [])
        yield from [b"x" * 1_000_000] * 3

    return house


def serve_whom_has_gone(ends: tuple[Any, Any], said: bytes, house: Any) -> None:
    ours, theirs = ends
    theirs.sendall(said)
    theirs.close()
    server = WSGIServer(("127.0.0.1", 0), house, log=None, handler_class=serving._Handler)
    server.update_environ()
    gevent.spawn(server.handle, ours, ("127.0.0.1", 1)).join(5)
    assert ours.fileno() == -1


@pytest.mark.parametrize("said", [ENDLESS_LINE, REQUEST], ids=["endless line", "request"])
@pytest.mark.parametrize("safe", [False, True], ids=["http", "https"])
def test_a_client_that_went_before_its_answer_fills_no_page_in_the_log(
    secured: Ends, bugs: list[Any], said: bytes, *, safe: bool
):
    serve_whom_has_gone(secured() if safe else socketpair(), said, answers())
    assert bugs == []


def test_a_fault_of_the_house_is_told_though_its_client_has_gone(bugs: list[Any]):
    serve_whom_has_gone(socketpair(), REQUEST, answers(LookupError))
    assert [kind for kind, *_ in bugs] == [LookupError]
