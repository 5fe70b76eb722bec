"""Composition root: the one place where everything meets."""

import secrets
import string
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from flask import Flask
from flask_socketio import SocketIO

from discussion import assets
from discussion.services.commands import Batch
from discussion.services.work import Runtime
from discussion.settings import Settings
from discussion.storage.database import Database, open_database
from discussion.web import (
    attribution,
    build,
    certificate,
    contributions,
    downloads,
    drafting,
    editions,
    failures,
    health,
    history,
    house_styles,
    offline,
    outcome,
    pages,
    participants,
    passages,
    people,
    priorities,
    programme,
    publications,
    security,
    session,
    sockets,
    synthesis,
    translations,
    watch,
)
from discussion.web.house import House
from discussion.web.live.attendance import Attendance
from discussion.web.live.fanout import FanOut
from discussion.web.live.nudges import Nudges
from discussion.web.live.pump import Deliver, Pump
from discussion.web.live.twins import TwinsOfBoards
from discussion.web.live.watching import Watching
from discussion.web.live.wire import bound_wires
from discussion.web.sentences import sentence

_ID_SYMBOLS = string.digits + string.ascii_lowercase
SALTS_AT_ONCE = 256
UPLOAD_LIMIT = 2_000_000  # bytes of a posted form or programme file


def make_runtime(settings: Settings) -> Runtime:
    """The real clock, and ids and secrets from the system's source of randomness."""
    return Runtime(
        now=lambda: datetime.now(UTC),
        new_id=lambda: "".join(secrets.choice(_ID_SYMBOLS) for _ in range(20)),
        new_secret=lambda: secrets.token_hex(16),
        new_salt=_salts(),
        secret=settings.secret_key().encode(),
    )


def _salts() -> Callable[[], bytes]:
    """16 bytes each; the system is asked for many at once, since every keystroke takes some."""
    ready: deque[bytes] = deque()

    def salt() -> bytes:
        while True:  # another thread may take the last one first
            with suppress(IndexError):
                return ready.pop()
            chance = secrets.token_bytes(16 * SALTS_AT_ONCE)
            ready.extend(chance[at : at + 16] for at in range(0, len(chance), 16))

    return salt


def make_app(
    settings: Settings, *, runtime: Runtime | None = None, database: Database | None = None
) -> Flask:
    """One installation, ready to serve; ``runtime`` and ``database`` are given by tests only."""
    app = Flask("discussion", template_folder=assets.templates(), static_folder=assets.static())
    app.config["MAX_CONTENT_LENGTH"] = UPLOAD_LIMIT
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = False
    sockets_of_app = _socket_server(app, settings)
    runtime = runtime or make_runtime(settings)
    database = database or open_database(settings.database_url)
    fanout = FanOut(
        sockets_of_app.server, database, runtime, board_hz=settings.board_hz, sentence=sentence
    )
    attendance = Attendance(sockets_of_app.server, fanout, runtime)
    nudges = Nudges(database, runtime, fanout, attendance.presence)
    watching = Watching(fanout, database, runtime, attendance.presence, nudges, settings.board_hz)
    pump = Pump(
        database,
        runtime,
        wait=settings.batch_ms / 1000,
        deliver=_to_each(fanout.deliver, watching.take),
        trouble=fanout.trouble,
    )
    twins = TwinsOfBoards(sockets_of_app.server, database)
    house = House(settings, database, runtime, pump, fanout, attendance, nudges, watching, twins)
    app.extensions["discussion"] = house
    app.extensions["sockets"] = sockets_of_app
    sockets.attach(sockets_of_app.server, house)
    build.address_by_build(app)
    pages.recognise(app)
    security.protect(app)
    offline.tell_keepers(app)
    failures.translate(app)
    _open_pages(app)
    return app


def _open_pages(app: Flask) -> None:
    for column in (
        people,
        programme,
        contributions,
        synthesis,
        publications,
        session,
        health,
        certificate,
        offline,
        watch,
        outcome,
        house_styles,
        history,
        attribution,
        priorities,
        drafting,
        translations,
        downloads,
        editions,
        participants,
        passages,
    ):
        app.register_blueprint(column.pages)


def _to_each(*listeners: Deliver) -> Deliver:
    def deliver(workshop: str, batch: Batch) -> None:
        for listener in listeners:
            listener(workshop, batch)

    return deliver


def start(app: Flask) -> None:
    """Begins to write and to pace the boards."""
    house: House = app.extensions["discussion"]
    house.pump.start()
    house.fanout.start()
    house.attendance.start()
    house.watching.start()
    house.twins.start()


def stop(app: Flask) -> None:
    """Writes what has arrived and lets go of the database."""
    house: House = app.extensions["discussion"]
    house.pump.stop()
    house.twins.stop()
    house.watching.stop()
    house.attendance.stop()
    house.fanout.stop()
    house.database.close()


def _socket_server(app: Flask, settings: Settings) -> SocketIO:
    made = SocketIO(
        app,
        async_mode="gevent",
        async_handlers=False,
        cors_allowed_origins=list(settings.allowed_origins),
        max_http_buffer_size=settings.max_frame_bytes,
        http_compression=False,
        ping_interval=20,
        ping_timeout=20,
        serve_client=False,
        always_connect=False,
    )
    bound_wires(made.server, settings.max_frame_bytes)
    return made
