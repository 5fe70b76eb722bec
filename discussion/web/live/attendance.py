"""Hears and tells who is at which sheet or board; must not know what they write.

A few times a second, and the first thing dropped under load: a round that comes late finds the
house busy and says nothing.
"""

import logging
import time
from typing import Any

import gevent
import socketio

from discussion.errors import DiscussionError
from discussion.services.work import Runtime
from discussion.web.live.fanout import FanOut
from discussion.web.live.inbox import Connection
from discussion.web.live.presence import Page, Presence, parse_sign
from discussion.web.sentences import sentence

ATTENDED = ("sheet", "board")  # a board is known by its topic
ROUND = 0.2  # seconds between two lists of one sheet
LOOK_AGAIN = 1  # seconds between looks for those who left without a word
LISTS_PER_SECOND = 500  # to all pages together; in a large house each comes less often instead
LATE = 0.1  # seconds by which a round of a busy house comes late

log = logging.getLogger(__name__)


class Attendance:
    """The house's presence, between the sockets and its pure core."""

    def __init__(self, server: socketio.Server, fanout: FanOut, runtime: Runtime) -> None:
        """``runtime`` makes the short keys that stand for connections."""
        self.presence = Presence(time.monotonic())
        self._server = server
        self._fanout = fanout
        self._runtime = runtime
        self._behind: set[str] = set()
        self._looked = 0.0  # on a steady clock
        self._greenlet: Any = None

    def start(self) -> None:
        """Begins to tell."""
        self._greenlet = gevent.spawn(self._rounds)

    def stop(self) -> None:
        """Ends it."""
        gevent.killall([self._greenlet] if self._greenlet else [])

    def arrive(self, connection: Connection, channel: str) -> None:
        """A connection has joined a channel; at a sheet or board it is told who else is there."""
        kind, _, sheet = channel.partition(":")
        if kind not in ATTENDED:
            return
        page = Page(self._runtime.new_id()[:8], connection.actor, time.monotonic())
        self.presence.arrive(sheet, connection.sid, page)
        self._tell(sheet, connection.sid, time.monotonic())

    def hear(self, sid: str, message: object = None) -> dict[str, Any] | None:
        """A page says where its caret is; too much or too often of it is passed over."""
        if self._fanout.connection(sid) is None:
            return None
        try:
            sheet, sign = parse_sign(message)
        except DiscussionError as refusal:
            return {"refused": sentence(refusal)}
        self.presence.hear(sheet, sid, sign, time.monotonic())
        return None

    def _rounds(self) -> None:
        sent = 0
        while True:
            due = time.monotonic() + max(ROUND, sent / LISTS_PER_SECOND)
            gevent.sleep(due - time.monotonic())
            try:
                sent = self._round(busy=time.monotonic() - due > LATE)
            except Exception:  # noqa: BLE001 - the next round may succeed
                log.exception("could not tell who is here")

    def _round(self, *, busy: bool) -> int:
        """Tells the sheets that are due; how many lists that took."""
        now = time.monotonic()
        if now - self._looked >= LOOK_AGAIN:
            self._looked = now
            self._let_go_of_the_gone(now)
        self._behind |= self.presence.changed(now)
        if busy:
            return 0
        behind, self._behind = self._behind, set()
        due = [(sheet, sid) for sheet in behind for sid in self.presence.pages(sheet)]
        for sheet, sid in due:
            self._tell(sheet, sid, now)
        return len(due)

    def _let_go_of_the_gone(self, now: float) -> None:
        for sheet, sid in self.presence.everywhere():
            connection = self._fanout.connection(sid)
            listens = connection.channels if connection else ()
            if not any(f"{kind}:{sheet}" in listens for kind in ATTENDED):
                self.presence.leave(sheet, sid, now)

    def _tell(self, sheet: str, sid: str, now: float) -> None:
        here = self.presence.list_for(sheet, sid, now)
        self._server.emit("presence", {"sheet": sheet, "here": here}, to=sid)
