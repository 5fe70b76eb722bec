"""The feeds of the watch: who is told what has changed at the tables, a few times a second.

What is saved is read from the database where a batch touched it; what pages say comes from
presence. A cell is sent whole, and only when it differs from the one sent before.
"""

import json
import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import gevent

from discussion.services import watch
from discussion.services.commands import Batch
from discussion.services.views import State
from discussion.services.watch import Watched
from discussion.services.work import Runtime
from discussion.storage.database import CannotStore, Database, Transaction
from discussion.web.live.fanout import FanOut
from discussion.web.live.inbox import Connection
from discussion.web.live.nudges import Nudges
from discussion.web.live.presence import Presence

LOOK_AT_ALL = 2.0  # seconds between looks at every cell: time alone makes a table quiet
_OUT_OF_STEP = timedelta(seconds=2)  # between the two clocks, after one was set or slept
_STARTS_AFRESH = frozenset(
    {"add_table", "rename_table", "remove_table"}
    | {"start_discussion", "extend_discussion", "close_discussion"}
)

log = logging.getLogger(__name__)


@dataclass
class Feed:
    """One watch that somebody has open: what it rests on and what was last sent."""

    on: Watched
    members: set[str] = field(default_factory=set)
    cells: dict[str, State] = field(default_factory=dict)
    subtopics: dict[str, dict[str, int]] = field(default_factory=dict)
    dirty: set[str] = field(default_factory=set)
    stale: bool = False


class Watching:
    """The watches that are open, and what changes on them."""

    def __init__(
        self,
        fanout: FanOut,
        database: Database,
        runtime: Runtime,
        presence: Presence,
        nudges: Nudges,
        board_hz: int,
    ) -> None:
        """``board_hz``: how often a second a watch is told at most, as boards are."""
        self._fanout = fanout
        self._database = database
        self._runtime = runtime
        self._presence = presence
        self._nudges = nudges
        self._pause = 1 / board_hz
        self._feeds: dict[str, Feed] = {}
        self._looked_at_all = 0.0
        self._epoch = runtime.now() - timedelta(seconds=time.monotonic())
        self._greenlet: Any = None

    def start(self) -> None:
        """Begins to tell."""
        self._greenlet = gevent.spawn(self._rounds)

    def stop(self) -> None:
        """Ends it."""
        gevent.killall([self._greenlet] if self._greenlet else [])

    def join(self, transaction: Transaction, connection: Connection, channel: str) -> State:
        """A watch's whole state, for a connection that may see it and is told from now on.

        It is the state that was sent last: what has changed since is on its way to everybody.
        """
        feed = self._feeds.get(channel)
        if feed is None:
            workshop, subject = connection.actor.workshop, channel.partition(":")[2]
            topic = None if subject == workshop else subject
            on = watch.watched(transaction, workshop, topic, self._runtime.now())
            feed = self._feeds[channel] = Feed(on)
            self._renew(feed, on.kept)
        feed.members.add(connection.sid)
        return _whole(feed)

    def take(self, workshop: str, batch: Batch) -> None:
        """What happened in a workshop, once it is durable."""
        feeds = [feed for feed in self._feeds.values() if feed.on.workshop == workshop]
        if not feeds:
            return
        kinds, sheets = set(), set()
        for event in batch.events:
            kinds.add(event.kind)
            sheets.add(event.sheet)
        for feed in feeds:
            feed.dirty |= {s for s in sheets if s is not None and s in feed.on.kept}
            feed.stale = feed.stale or not kinds.isdisjoint(_STARTS_AFRESH)

    def _rounds(self) -> None:
        while True:
            gevent.sleep(self._pause)
            try:
                self._round(time.monotonic())
            except CannotStore:
                continue  # what has changed is still marked, and read once the database answers
            except Exception:  # noqa: BLE001 - the next round may succeed
                log.exception("could not tell the watch")

    def _round(self, now: float) -> None:
        self._let_go_of_the_gone()
        self._keep_in_step(now)
        touched = self._presence.touched() | self._nudges.touched()
        everything = now - self._looked_at_all >= LOOK_AT_ALL
        if everything:
            self._looked_at_all = now
        for channel, feed in self._feeds.items():
            self._tell(channel, feed, touched, everything=everything)

    def _let_go_of_the_gone(self) -> None:
        for channel, feed in list(self._feeds.items()):
            for sid in list(feed.members):
                connection = self._fanout.connection(sid)
                if connection is None or channel not in connection.channels:
                    feed.members.discard(sid)
            if not feed.members:
                del self._feeds[channel]

    def _tell(self, channel: str, feed: Feed, touched: frozenset[str], *, everything: bool) -> None:
        """Sends what has changed; after a look at everything also that nothing has."""
        if feed.stale:
            with self._database.reading() as transaction:
                now = self._runtime.now()
                feed.on = watch.watched(transaction, feed.on.workshop, feed.on.topic, now)
            feed.stale, feed.dirty = False, set()
            self._renew(feed, feed.on.kept)
            self._send(channel, _whole(feed))
            return
        changed = feed.on.kept if everything else touched | feed.dirty
        if feed.dirty:
            with self._database.reading() as transaction:
                self._read_dirty(transaction, feed)
        before = dict(feed.subtopics)
        cells = self._renew(feed, changed)
        if cells or everything or before != feed.subtopics:
            told = {} if before == feed.subtopics else {"subtopics": feed.subtopics}
            self._send(channel, {"cells": cells, **told})

    def _read_dirty(self, transaction: Transaction, feed: Feed) -> None:
        feed.on = watch.renewed(transaction, feed.on, feed.dirty, self._runtime.now())
        feed.dirty = set()

    def _renew(self, feed: Feed, sheets: Iterable[str]) -> list[State]:
        """Makes those cells anew; the ones that differ from what was sent before."""
        steady, now = time.monotonic(), self._runtime.now()
        open_sheets = self._presence.sheets_of_tables(steady)
        changed = []
        for sheet in _with_their_tables(feed.on, sheets):
            said = self._presence.heard(sheet, steady, self._moment)
            heard = watch.hearing(feed.on, open_sheets, sheet, said)
            made = watch.cell(feed.on, sheet, heard, now) | self._nudges.shown(sheet)
            if made != feed.cells.get(sheet):
                feed.cells[sheet] = made
                changed.append(made)
        feed.subtopics = watch.subtopic_counts(feed.on)
        return changed

    def _moment(self, then: float) -> datetime:
        """The date of a moment of the steady clock, the same whenever it is asked."""
        return (self._epoch + timedelta(seconds=then)).replace(microsecond=0)

    def _keep_in_step(self, now: float) -> None:
        epoch = self._runtime.now() - timedelta(seconds=now)
        if abs(epoch - self._epoch) > _OUT_OF_STEP:
            self._epoch = epoch

    def _send(self, channel: str, told: State) -> None:
        message = {"channel": channel, "now": self._runtime.now().isoformat(), **told}
        self._fanout.server.emit("watch", json.dumps(message, ensure_ascii=False), room=channel)


def _whole(feed: Feed) -> State:
    feed.cells = {sheet: feed.cells[sheet] for sheet in feed.on.kept}
    return {
        "tables": watch.table_states(feed.on),
        "cells": list(feed.cells.values()),
        "subtopics": feed.subtopics,
    }


def _with_their_tables(on: Watched, sheets: Iterable[str]) -> list[str]:
    """The sheets of this watch, and those of the same tables: opening one may leave another."""
    asked = [sheet for sheet in sheets if sheet in on.places]
    if len(asked) >= len(on.kept):
        return list(on.kept)
    tables = {on.places[sheet].table for sheet in asked}
    return [sheet for sheet in on.kept if on.places[sheet].table in tables]
