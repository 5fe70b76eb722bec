"""Runs the house: one process, one data folder, gevent's server on the chosen address."""

import errno
import gc
import logging
import signal

import gevent
from engineio.async_drivers import _websocket_wsgi
from flask import Flask
from gevent.event import Event
from gevent.pywsgi import WSGIServer

from discussion import desk, samples
from discussion.app import make_app, start, stop
from discussion.errors import DiscussionError
from discussion.settings import Settings
from discussion.storage.database import only_process


def serve(settings: Settings, *, sample: bool = False) -> int:
    """Serves until stopped; prints a secretariat's sign-in link, flushed, before it listens.

    Raises ``port_taken`` and ``data_in_use``.
    """
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)
    _bound_messages(settings.max_frame_bytes)
    with only_process(settings.data):
        app = make_app(settings)
        server = _listener(app, settings)
        _print_welcome(settings, sample=sample)
        start(app)
        _settle_memory()
        _run(server)
        stop(app)
    return 0


def _print_welcome(settings: Settings, *, sample: bool) -> None:
    if sample:
        _make_sample(settings)
    print(f"Discussion serves {settings.url}", flush=True)
    try:
        link = desk.new_link(settings, "secretariat")
    except DiscussionError:
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
    except DiscussionError:
        desk.new_workshop(settings, samples.KUALA_LUMPUR.read_bytes())


def _listener(app: Flask, settings: Settings) -> WSGIServer:
    server = WSGIServer((settings.host, settings.port), app, log=None, error_log=_errors())
    try:
        server.start()
    except OSError as failure:
        if failure.errno not in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
            raise
        raise DiscussionError("port_taken", host=settings.host, port=settings.port) from None
    return server


def _run(server: WSGIServer) -> None:
    stopped = Event()

    def _stop(*_: object) -> None:
        stopped.set()

    for sign in (signal.SIGINT, signal.SIGTERM):
        gevent.signal_handler(sign, _stop)
    stopped.wait()
    server.stop(timeout=1)


def _bound_messages(limit: int) -> None:
    """Refuses oversized WebSocket messages while they arrive, not after they were swallowed.

    Engine.IO looks at a message's size only once it is whole in memory: 200 MB in one frame cost
    400 MB of it.
    """
    original = _websocket_wsgi.SimpleWebSocketWSGI.__init__

    def _bounded(self: object, handler: object, server: object, **options: object) -> None:
        original(self, handler, server, max_message_size=limit, **options)

    _websocket_wsgi.SimpleWebSocketWSGI.__init__ = _bounded


def _settle_memory() -> None:
    """Keeps the collector off what start-up made; its pauses cost more than they free."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def _errors() -> logging.Logger:
    return logging.getLogger("discussion.server")
