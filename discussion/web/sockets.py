"""The socket's handlers: connect, join, leave, commands; each is a few lines over services.

They are registered on the Socket.IO server itself: a request context for every keystroke would
cost more than the keystroke.
"""

import re
import time
from collections.abc import Mapping
from functools import partial
from typing import Any

import gevent
import socketio
from socketio.exceptions import ConnectionRefusedError as Refusal
from werkzeug.http import parse_cookie

from discussion.errors import DiscussionError, Malformed
from discussion.live.commands import ident, parse_command
from discussion.services import channels, people
from discussion.services.commands import Request
from discussion.storage.database import Transaction
from discussion.web.house import House
from discussion.web.live.inbox import Connection, new_connection
from discussion.web.live.twins import Question
from discussion.web.live.wire import hear_quickly
from discussion.web.security import COOKIE, csrf_token, origin_allowed
from discussion.web.sentences import sentence

COMMANDS_AT_ONCE = 200
BOARD_PAGE = 2_000  # notes of a board at once: about 40 ms in which nobody else is served
STAFF = 5  # times a table's burst: a board is read, two hundred notes decided on and taken back
SHARED = ("workshop:", "sheet:", "points:")  # channels whose state is the same for all who join
CHANNEL_LIMIT = 8  # channels one connection listens to
_CHANNEL = re.compile(r"[a-z]{1,16}:[0-9a-z]{8,32}\Z")


def attach(server: socketio.Server, house: House) -> None:
    """Registers the handlers of the house on the server."""
    live = _Live(house)
    server.on("connect", live.connect)
    server.on("disconnect", live.disconnect)
    server.on("join", live.join)
    server.on("leave", live.leave)
    server.on("changes", live.changes)
    server.on("more", live.more)
    server.on("twins", live.twins)
    hear_quickly(server, "commands", live.commands)
    hear_quickly(server, "presence", house.attendance.hear)
    server.on("nudge", house.nudges.nudge)
    server.on("nudge_seen", house.nudges.seen)


class _Live:
    """The handlers, with the house they serve."""

    def __init__(self, house: House) -> None:
        self._house = house

    def connect(self, sid: str, environ: Mapping[str, Any], auth: object) -> None:
        """Lets a signed-in browser in: session cookie, origin and CSRF token must agree."""
        settings, runtime = self._house.settings, self._house.runtime
        if not origin_allowed(settings, environ.get("HTTP_ORIGIN")):
            raise _refusal("forbidden_origin")
        secret = _cookie(environ)
        with self._house.database.reading() as transaction:
            actor = people.actor_behind(transaction, runtime, secret) if secret else None
        if actor is None:
            raise _refusal("signed_out")
        token = auth.get("csrf") if isinstance(auth, dict) else None
        if token != csrf_token(runtime.secret, secret):
            raise _refusal("csrf")
        self._house.fanout.admit(
            new_connection(
                sid,
                actor,
                rate=settings.commands_per_second,
                burst=settings.command_burst * (1 if actor.table else STAFF),
                now=time.monotonic(),
            )
        )

    def disconnect(self, sid: str, *_reason: object) -> None:
        """Forgets a connection."""
        self._house.fanout.dismiss(sid)

    def join(self, sid: str, message: object = None) -> dict[str, Any]:
        """Subscribes to a channel; answers its fresh state, or what was missed ``since``."""
        fanout = self._house.fanout
        connection = fanout.connection(sid)
        if connection is None or not fanout.keeps_up(sid):
            return _refused(DiscussionError("signed_out", status=401))
        try:
            _within_bounds(connection)
            channel, since, first = _join_facts(message)
            if channel not in connection.channels and len(connection.channels) >= CHANNEL_LIMIT:
                raise Malformed("too_many", limit=CHANNEL_LIMIT)
            workshop = connection.actor.workshop
            with self._house.database.reading() as transaction:
                channels.may_join(transaction, connection.actor, channel)
                fanout.subscribe(connection, channel)
                fanout.server.enter_room(sid, channel)
                missed = (
                    channels.catch_up(transaction, workshop, channel, since)
                    if since is not None
                    else None
                )
                if missed is not None and since is not None:
                    number, entries = missed
                    answer = {"from": since, "to": number, "entries": list(entries)}
                    connection.charge(len(entries))
                else:
                    number, state = self._fresh(transaction, connection, channel, first)
                    answer = {"to": number, "state": state}
                    connection.charge(sum(len(v) for v in state.values() if isinstance(v, list)))
            fanout.cover(channel, number)
            self._house.attendance.arrive(connection, channel)
        except DiscussionError as refusal:
            return _refused(refusal)
        return {"channel": channel, "now": self._house.runtime.now().isoformat(), **answer}

    def leave(self, sid: str, message: object = None) -> None:
        """Stops listening to a channel."""
        connection = self._house.fanout.connection(sid)
        channel = message.get("channel") if isinstance(message, dict) else None
        if connection is not None and channel in connection.channels:
            self._house.fanout.unsubscribe(connection, channel)
            self._house.fanout.server.leave_room(sid, channel)

    def changes(self, sid: str, message: object = None) -> dict[str, Any]:
        """The changes of one text since a version, for a screen with words not yet acknowledged."""
        connection = self._house.fanout.connection(sid)
        if connection is None or not self._house.fanout.keeps_up(sid):
            return _refused(DiscussionError("signed_out", status=401))
        try:
            _within_bounds(connection)
            text, since = _changes_facts(message)
            with self._house.database.reading() as transaction:
                found = channels.text_changes(transaction, connection.actor, text, since)
            connection.charge(len(found))
        except DiscussionError as refusal:
            return _refused(refusal)
        return {"changes": found}

    def more(self, sid: str, message: object = None) -> dict[str, Any]:
        """The notes of a board that come before the last one its screen was told, newest first."""
        connection = self._house.fanout.connection(sid)
        if connection is None or not self._house.fanout.keeps_up(sid):
            return _refused(DiscussionError("signed_out", status=401))
        try:
            _within_bounds(connection)
            channel, _, first = _join_facts(message)
            before = ident(message.get("before") if isinstance(message, dict) else None)
            with self._house.database.reading() as transaction:
                channels.may_join(transaction, connection.actor, channel)
                page = channels.page(transaction, channel, before, first or BOARD_PAGE)
            connection.charge(len(page["notes"]))
        except DiscussionError as refusal:
            return _refused(refusal)
        return page

    def twins(self, sid: str, message: object = None) -> dict[str, Any]:
        """What says nearly the same as a note of a board; it comes as an event of its own.

        Whoever asks waits for nothing: looking may take a while, and commands go on.
        """
        connection = self._house.fanout.connection(sid)
        if connection is None or not self._house.fanout.keeps_up(sid):
            return _refused(DiscussionError("signed_out", status=401))
        try:
            _within_bounds(connection)
            topic, note, known = _twins_facts(message)
            with self._house.database.reading() as transaction:
                channels.may_join(transaction, connection.actor, f"board:{topic}")
            workshop = connection.actor.workshop
            self._house.twins.ask(sid, Question(workshop, topic, note, known))
        except DiscussionError as refusal:
            return _refused(refusal)
        return {"asked": True}

    def commands(self, sid: str, messages: object = None) -> None:
        """Puts well-formed commands in line; the rest is refused at once, one by one."""
        connection = self._house.fanout.connection(sid)
        if connection is None or not isinstance(messages, list):
            return
        if not self._house.fanout.keeps_up(sid):
            return
        if len(messages) > COMMANDS_AT_ONCE or not connection.admits(
            len(messages), time.monotonic()
        ):
            self._refuse(sid, messages[:COMMANDS_AT_ONCE], DiscussionError("too_often", status=429))
            return
        requests = []
        for message in messages:
            try:
                requests.append(Request(connection.actor.session, parse_command(message), sid))
            except DiscussionError as refusal:
                connection.answered(1)
                self._refuse(sid, [message], refusal)
        if requests:
            self._house.pump.offer(connection.actor.workshop, requests)

    def _fresh(
        self, transaction: Transaction, connection: Connection, channel: str, first: int | None
    ) -> tuple[int, dict[str, Any]]:
        if channel.startswith("watch:"):
            return 0, self._house.watching.join(transaction, connection, channel)
        workshop = connection.actor.workshop
        read = partial(channels.fresh, transaction, workshop, channel, first)
        if not channel.startswith(SHARED):
            return read()
        number = channels.position(transaction, workshop)
        return self._house.fanout.state(workshop, channel, number, read)

    def _refuse(self, sid: str, messages: list[object], refusal: DiscussionError) -> None:
        ids = [m.get("id") for m in messages if isinstance(m, dict)]
        worded = sentence(refusal)
        self._house.fanout.server.emit(
            "answers", [{"id": i, "refused": worded} for i in ids if isinstance(i, str)], to=sid
        )


def _refusal(code: str) -> Refusal:
    return Refusal(code, sentence(DiscussionError(code)))


def _join_facts(message: object) -> tuple[str, int | None, int | None]:
    """A channel, the number its screen stands at, and how many notes it wants to begin with."""
    if not isinstance(message, dict):
        raise Malformed(key="join")
    channel = message.get("channel")
    if not isinstance(channel, str) or not _CHANNEL.match(channel):
        raise Malformed(key="channel")
    since, first = (_whole_or_none(message, key) for key in ("since", "first"))
    if first is not None and not 1 <= first <= BOARD_PAGE:
        raise Malformed(key="first")
    return channel, since, first


def _whole_or_none(message: Mapping[str, Any], key: str) -> int | None:
    value = message.get(key)
    if value is not None and (type(value) is not int or value < 0):
        raise Malformed(key=key)
    return value


def _changes_facts(message: object) -> tuple[str, int]:
    facts = message if isinstance(message, dict) else {}
    text, since = ident(facts.get("text")), facts.get("since")
    if type(since) is not int or since < 0:
        raise Malformed(key="since")
    return text, since


def _twins_facts(message: object) -> tuple[str, str | None, int | None]:
    """A topic, the note whose twins are wanted, if any, and the mark of the folds it has."""
    facts = message if isinstance(message, dict) else {}
    note = facts.get("note")
    known = _whole_or_none(facts, "known")
    return ident(facts.get("topic")), None if note is None else ident(note), known


def _within_bounds(connection: Connection) -> None:
    gevent.sleep(0)  # whoever asks a hundred things at once lets the others go in between
    if not connection.may_ask(time.monotonic()):
        raise DiscussionError("too_often", status=429)


def _refused(refusal: DiscussionError) -> dict[str, Any]:
    return {"refused": sentence(refusal)}


def _cookie(environ: Mapping[str, Any]) -> str:
    """The session's secret, read as pages read it.

    The standard library gives up on all cookies of a host when one of them, perhaps of another
    program there, has an unusual name.
    """
    return parse_cookie(environ.get("HTTP_COOKIE", "")).get(COOKIE, "")
