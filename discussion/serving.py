"""Runs the house: one process, one data folder, gevent's server on the chosen address."""

import errno
import gc
import logging
import resource
import signal
import ssl
from contextlib import suppress
from typing import Any

import gevent
from flask import Flask
from gevent.event import Event
from gevent.pywsgi import WSGIHandler, WSGIServer
from gevent.socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, socket
from gevent.ssl import SSLContext

from discussion import desk, samples
from discussion.app import make_app, make_runtime, start, stop
from discussion.certificates import authority_in_use
from discussion.errors import DiscussionError, NotFound
from discussion.settings import Settings
from discussion.storage.database import only_process
from discussion.web.tls import TlsServer, without_tls

BACKLOG = 512  # connections that may wait to be accepted: a ballroom comes back at once
GONE = (BrokenPipeError, ConnectionResetError, ssl.SSLEOFError, ssl.SSLZeroReturnError)


def serve(settings: Settings, *, sample: bool = False) -> int:
    """Serves until stopped; prints a secretariat's sign-in link, flushed, before it listens.

    Raises ``port_taken``, ``data_in_use`` and what a certificate may be refused for.
    """
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)
    _allow_many_connections()
    with only_process(settings.data):
        context = _tls(settings)
        app = make_app(settings)
        listener = _bound_socket(settings)
        _print_welcome(settings, sample=sample)
        start(app)
        _settle_memory()
        _answer_until_stopped(app, listener, context)
        stop(app)
    return 0


def _print_welcome(settings: Settings, *, sample: bool) -> None:
    if sample:
        _make_sample(settings)
    print(f"Discussion serves {settings.url}", flush=True)
    try:
        link = desk.new_link(settings, "secretariat")
    except NotFound:
        print("There is no workshop yet: make one with  discussion new FILE", flush=True)
        return
    print(f"Sign in as the secretariat:\n\n    {link}\n", flush=True)
    print("One browser holds one sign-in: use private windows to try several roles.", flush=True)
    print("Another link at any time:  .venv/bin/discussion link --role secretariat", flush=True)
    if settings.is_loopback:
        print(
            "Only this computer can reach that address. For phones and other computers set"
            " DISCUSSION_HOST=0.0.0.0 and DISCUSSION_URL to this computer's address.",
            flush=True,
        )


def _make_sample(settings: Settings) -> None:
    try:
        desk.new_link(settings, "secretariat")
    except NotFound:
        desk.new_workshop(settings, samples.KUALA_LUMPUR.read_bytes())


def _bound_socket(settings: Settings) -> socket:
    """The address taken, but nobody answered yet; raises ``port_taken``."""
    family = AF_INET6 if ":" in settings.host else AF_INET
    listener = socket(family=family)
    listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as failure:
        if failure.errno not in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
            raise
        raise DiscussionError("port_taken", host=settings.host, port=settings.port) from None
    return listener


def _tls(settings: Settings) -> ssl.SSLContext | None:
    """What connections are made safe with, or None to serve plain http."""
    if not settings.url.startswith("https:"):
        return None
    from discussion.certificates import checking  # plain http does without the library

    held = checking.served(settings)
    if held is None:
        return None
    now = make_runtime(settings).now()
    return checking.context_of(held, checking.hosts_of(settings), now, kind=SSLContext)


def _answer_until_stopped(app: Flask, listener: socket, context: ssl.SSLContext | None) -> None:
    listener.listen(BACKLOG)
    server = _server(app, listener, context)
    server.start()
    stopped = Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        gevent.signal_handler(sign, stopped.set)
    stopped.wait()
    server.stop(timeout=1)


def _server(app: Flask, listener: socket, context: ssl.SSLContext | None) -> WSGIServer:
    errors = logging.getLogger("discussion.server")
    options = {"log": None, "error_log": errors, "handler_class": _Handler}
    if context is None:
        return WSGIServer(listener, app, **options)
    settings = app.extensions["discussion"].settings
    plain = without_tls(app, settings.url, authority=bool(authority_in_use(settings)))
    return TlsServer(listener, app, context=context, plain=plain, **options)


class _Handler(WSGIHandler):  # type: ignore[misc]
    """Lets the others go first between two requests.

    Three connections that sent one request behind the other, without waiting for answers,
    stopped everybody's words for as long as they went on. Whoever has gone before the answer was
    written has done nothing wrong: that is not worth a page in the log.
    """

    def handle(self) -> None:
        with suppress(*GONE):
            super().handle()

    def handle_one_request(self) -> Any:
        gevent.sleep(0)
        return super().handle_one_request()

    def handle_error(self, kind: Any, failure: Any, trace: Any) -> None:
        if issubclass(kind, GONE):
            self.close_connection = True
        else:
            super().handle_error(kind, failure, trace)


def _allow_many_connections() -> None:
    """Systems give a program 1,024 open files unless it asks; a large workshop needs more."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _settle_memory() -> None:
    """Keeps the collector off what start-up made; its pauses cost more than they free."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
