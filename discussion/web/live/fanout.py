"""The fan-out: which connection hears what, and how often; must not know how words are written.

A frame says ``from`` and ``to``: the stretch of workshop numbers it covers for its channel.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import gevent
import orjson
import socketio
from engineio.packet import MESSAGE, Packet

from discussion.errors import DiscussionError
from discussion.services.channels import POLICY, Entry, coalesced
from discussion.services.commands import ENDS_SESSIONS, Answer, Batch, Request
from discussion.services.people import still_live
from discussion.services.work import Runtime
from discussion.storage.database import CannotStore, Database
from discussion.web.live import wire
from discussion.web.live.inbox import Connection

STATES_KEPT = 50  # of channels that nothing happened on since somebody joined
LOOK_AGAIN = 3  # seconds between looks for connections that must end
CONNECTIONS_OF_A_SESSION = 12  # tabs of a browser, and lines that broke and were not missed yet
STRANGERS_MAY_STAY = 30  # seconds for a connection to say whose it is, also over bad Wi-Fi

log = logging.getLogger(__name__)

Sentence = Callable[[DiscussionError], dict[str, Any]]


class FanOut:
    """Connections, the channels they listen to, and the frames they are due."""

    def __init__(
        self,
        server: socketio.Server,
        database: Database,
        runtime: Runtime,
        *,
        board_hz: int,
        sentence: Sentence,
    ) -> None:
        """``board_hz``: frames a second of coalesced channels; ``sentence`` words a refusal."""
        self.server = server
        self._database = database
        self._runtime = runtime
        self._pause = 1 / board_hz
        self._sentence = sentence
        self._connections: dict[str, Connection] = {}
        self._wires: dict[str, str] = {}  # Engine.IO's id of each connection
        self._members: defaultdict[str, set[str]] = defaultdict(set)
        self._covered: dict[str, int] = {}
        self._dirty: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        self._numbers: dict[str, int] = {}
        self._workshops: dict[str, str] = {}
        self._states: dict[str, tuple[int, Entry]] = {}
        self._strangers: dict[str, float] = {}  # when they were first seen, by Engine.IO's id
        self._greenlets: list[Any] = []

    def start(self) -> None:
        """Begins to pace the boards and to look for connections that must end."""
        self._greenlets = [gevent.spawn(self._pace), gevent.spawn(self._look_after_connections)]

    def stop(self) -> None:
        """Ends both."""
        gevent.killall(self._greenlets)

    def admit(self, connection: Connection) -> None:
        """A connection is open; of too many of one session the oldest ends."""
        session = connection.actor.session
        others = [s for s, c in self._connections.items() if c.actor.session == session]
        for sid in others[: max(0, len(others) + 1 - CONNECTIONS_OF_A_SESSION)]:
            self.drop(sid)
        self._connections[connection.sid] = connection
        self._wires[connection.sid] = self._wire_of(connection.sid)

    def connection(self, sid: str) -> Connection | None:
        """The connection with that id, while it is open."""
        return self._connections.get(sid)

    def dismiss(self, sid: str) -> None:
        """A connection is closed."""
        connection = self._connections.pop(sid, None)
        self._wires.pop(sid, None)
        for channel in tuple(connection.channels) if connection else ():
            self._leave(sid, channel)

    def keeps_up(self, sid: str) -> bool:
        """Whether a connection takes what it is sent; one that does not is dropped here."""
        if not wire.overloaded(self.server, self._wires.get(sid, "")):
            return True
        log.warning("connection %s does not take what it is sent, and is dropped", sid)
        self.drop(sid)
        return False

    def drop(self, sid: str) -> None:
        """Breaks a connection; a browser of ours comes back and catches up."""
        wire.cut(self.server, self._wire_of(sid))
        self.dismiss(sid)

    def subscribe(self, connection: Connection, channel: str) -> None:
        """The connection hears the channel from now on; its state is read after this."""
        connection.channels.add(channel)
        self._members[channel].add(connection.sid)
        self._workshops[channel] = connection.actor.workshop

    def cover(self, channel: str, number: int) -> None:
        """A member read the channel's state at that number: frames reach back to it at least."""
        self._covered.setdefault(channel, number)

    def state(
        self, workshop: str, channel: str, number: int, read: Callable[[], tuple[int, Entry]]
    ) -> tuple[int, Entry]:
        """A channel's state, read once for all who join before it changes: a ballroom at once.

        ``number``: where the log stands. As long as all of it was delivered here, nothing else
        changed the state that was read.
        """
        kept = self._states.get(channel)
        if kept is None or number not in (kept[0], self._numbers.get(workshop)):
            if len(self._states) >= STATES_KEPT:
                del self._states[next(iter(self._states))]
            kept = self._states[channel] = read()
        return kept

    def unsubscribe(self, connection: Connection, channel: str) -> None:
        """The connection no longer hears the channel."""
        connection.channels.discard(channel)
        self._leave(connection.sid, channel)

    def disconnect(self, sessions: Iterable[str]) -> None:
        """Closes the connections of sessions that have ended."""
        ended = set(sessions)
        for sid, connection in list(self._connections.items()):
            if connection.actor.session in ended:
                self.dismiss(sid)
                self.server.emit("signed_out", {}, to=sid)
                gevent.spawn_later(0.2, self.server.disconnect, sid)

    def disconnect_table(self, table: str) -> None:
        """Closes every connection of a table, since its card is no longer good."""
        self.disconnect(
            c.actor.session for c in self._connections.values() if c.actor.table == table
        )

    def deliver(self, workshop: str, batch: Batch) -> None:
        """Sends answers to who asked and frames to who listens; the batch is durable."""
        self._answer(batch.answers)
        if not batch.events:
            return
        self._forget_states(workshop, batch)
        self._numbers[workshop] = batch.last
        for channel, entries in batch.entries.immediate.items():
            self._frame(
                channel,
                min(self._covered.get(channel, batch.first), batch.first),
                batch.last,
                entries,
            )
        for channel, ids in batch.entries.dirty.items():
            if self._members.get(channel):
                self._dirty[channel] |= ids
        for event in batch.events:
            if event.kind in ENDS_SESSIONS:
                self.disconnect_table(event.subject)
            if event.kind == POLICY:
                self._begin_anew(workshop)

    def trouble(self, requests: Iterable[Request], failure: DiscussionError) -> None:
        """Tells senders that nothing of theirs was stored: they keep it and send it again."""
        senders = {r.sender for r in requests if isinstance(r.sender, str)}
        for sid in senders:
            connection = self._connections.get(sid)
            if connection is not None:
                connection.waiting = 0
                self.server.emit("not_stored", self._sentence(failure), to=sid)

    def _begin_anew(self, workshop: str) -> None:
        """Has those who work at boards connect again after a change of policy, and join anew."""
        for sid, connection in list(self._connections.items()):
            actor = connection.actor
            if actor.workshop == workshop and actor.role in ("moderator", "chair", "secretariat"):
                self.drop(sid)

    def _answer(self, answers: Iterable[Answer]) -> None:
        by_sender: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for answer in answers:
            if isinstance(answer.request.sender, str):
                by_sender[answer.request.sender].append(self._worded(answer))
        for sid, worded in by_sender.items():
            connection = self._connections.get(sid)
            if connection is not None:
                connection.answered(len(worded))
                self._send([sid], "answers", worded)

    def _forget_states(self, workshop: str, batch: Batch) -> None:
        if self._numbers.get(workshop) != batch.first:  # something else wrote in between
            self._states.clear()
        for channel in (*batch.entries.immediate, *batch.entries.dirty):
            self._states.pop(channel, None)

    def _worded(self, answer: Answer) -> dict[str, Any]:
        command = answer.request.command.id
        if answer.refusal is not None:
            return {"id": command, "refused": self._sentence(answer.refusal)}
        return {"id": command, "number": answer.number, "version": answer.version}

    def _frame(self, channel: str, start: int, end: int, entries: Iterable[Entry]) -> None:
        if not self._members.get(channel):
            return
        self._covered[channel] = end
        frame = {"channel": channel, "from": start, "to": end, "entries": list(entries)}
        self._send(self._members[channel], "frame", orjson.dumps(frame).decode())

    def _send(self, sids: Iterable[str], event: str, data: object) -> None:
        """One packet, encoded once, straight to whoever is to have it."""
        packet = Packet(MESSAGE, f'2["{event}",{orjson.dumps(data).decode()}]')
        for sid in tuple(sids):  # a client that polls may be found gone just now
            if sid in self._wires:
                wire.tell(self.server, self._wires[sid], packet)

    def _pace(self) -> None:
        due = time.monotonic()
        while True:
            due = max(due + self._pause, time.monotonic())
            gevent.sleep(due - time.monotonic())
            for channel in list(self._dirty):
                try:
                    self._send_board(channel, self._dirty.pop(channel))
                except Exception:  # noqa: BLE001 - one board's bug must not still the others
                    log.exception("channel %s met a bug", channel)

    def _look_after_connections(self) -> None:
        """Closes what outlived its session, does not read, or never said whose it is."""
        while True:
            gevent.sleep(LOOK_AGAIN)
            try:
                for sid in list(self._connections):
                    self.keeps_up(sid)
                self._drop_strangers(time.monotonic())
                self.disconnect(self._over())
            except Exception:  # noqa: BLE001 - the next look may succeed
                log.exception("could not look for connections that must end")

    def _drop_strangers(self, now: float) -> None:
        admitted = {self._wire_of(sid) for sid in self._connections}
        strangers = set(self.server.eio.sockets) - admitted
        self._strangers = {s: self._strangers.get(s, now) for s in strangers}
        for stranger, since in self._strangers.items():
            if now - since > STRANGERS_MAY_STAY:
                wire.cut(self.server, stranger)

    def _wire_of(self, sid: str) -> str:
        return self._wires.get(sid) or self.server.manager.eio_sid_from_sid(sid, "/") or ""

    def _over(self) -> frozenset[str]:
        open_ones = frozenset(c.actor.session for c in self._connections.values())
        if not open_ones:
            return open_ones
        with self._database.reading() as transaction:
            return open_ones - still_live(transaction, self._runtime, open_ones)

    def _send_board(self, channel: str, ids: frozenset[str]) -> None:
        workshop = self._workshops.get(channel)
        if workshop is None or not self._members.get(channel):
            return
        number = self._numbers.get(workshop, 0)
        try:
            with self._database.reading() as transaction:
                entry = coalesced(transaction, workshop, channel, ids)
        except CannotStore:
            self._dirty[channel] |= ids
            return
        start = min(self._covered.get(channel, number), number)
        self._frame(channel, start, number, (entry,))

    def _leave(self, sid: str, channel: str) -> None:
        members = self._members.get(channel)
        if members is None:
            return
        members.discard(sid)
        if not members:
            del self._members[channel]
            self._covered.pop(channel, None)
            self._dirty.pop(channel, None)
            self._workshops.pop(channel, None)
