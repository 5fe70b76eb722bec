"""Nudges: a moderator's one tap, on a table's screen at once; must not know how the watch looks.

In memory only: a nudge is about this minute, and who has seen it is worth as long.
"""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from discussion.domain.watch import NUDGE_EVERY, NUDGES
from discussion.errors import DiscussionError, Malformed, Refused
from discussion.live.commands import ident
from discussion.services.views import State
from discussion.services.watch import table_to_nudge
from discussion.services.work import Runtime
from discussion.storage.database import Database
from discussion.web.live.fanout import FanOut
from discussion.web.live.presence import Presence
from discussion.web.sentences import sentence


@dataclass
class Nudge:
    """What a table was told last, and whether a page of it has said that it was seen."""

    id: str
    table: str
    code: str
    at: datetime
    seen_at: datetime | None = None


class Nudges:
    """The newest nudge of every table, and the handlers that send and confirm it."""

    def __init__(
        self,
        database: Database,
        runtime: Runtime,
        fanout: FanOut,
        presence: Presence,
    ) -> None:
        """``presence`` knows which pages a table has open."""
        self._database = database
        self._runtime = runtime
        self._fanout = fanout
        self._presence = presence
        self._newest: dict[str, Nudge] = {}
        self._touched: set[str] = set()

    def nudge(self, sid: str, message: object = None) -> dict[str, Any]:
        """A moderator tells a table something; answers on how many of its pages it stands."""
        connection = self._fanout.connection(sid)
        if connection is None:
            return _refused(DiscussionError("signed_out", status=401))
        try:
            if not connection.may_ask(time.monotonic()):
                raise DiscussionError("too_often", status=429)
            sheet, code = _facts(message)
            with self._database.reading() as transaction:
                table = table_to_nudge(transaction, connection.actor, sheet)
            return {"pages": self._send(sheet, table, code, connection.actor.name)}
        except DiscussionError as refusal:
            return _refused(refusal)

    def seen(self, sid: str, message: object = None) -> None:
        """A page of the table has shown the nudge to somebody."""
        connection = self._fanout.connection(sid)
        facts = message if isinstance(message, dict) else {}
        if connection is None or not connection.may_ask(time.monotonic()):
            return
        for sheet, nudge in self._newest.items():
            mine = connection.actor.table == nudge.table
            if mine and nudge.id == facts.get("nudge") and nudge.seen_at is None:
                nudge.seen_at = self._runtime.now()
                self._touched.add(sheet)

    def shown(self, sheet: str) -> State:
        """A table's newest nudge, for its cell on the watch."""
        nudge = self._newest.get(sheet)
        if nudge is None:
            return {}
        seen = nudge.seen_at.isoformat() if nudge.seen_at else None
        return {"nudge": {"code": nudge.code, "at": nudge.at.isoformat(), "seen_at": seen}}

    def touched(self) -> frozenset[str]:
        """The sheets whose nudge has changed since this was last asked."""
        touched, self._touched = frozenset(self._touched), set()
        return touched

    def _send(self, sheet: str, table: str, code: str, name: str) -> int:
        """To every page of the table, whichever sheet it has open: it may be the wrong one."""
        self._let_pass(table)
        pages = self._presence.pages_of_table(table)
        if not pages:
            raise Refused("nobody_at_the_sheet")
        nudge = Nudge(self._runtime.new_id(), table, code, self._runtime.now())
        told = {"code": code, "words": NUDGES[code], "from": name, "id": nudge.id}
        for sid, at in pages:
            self._fanout.server.emit("nudge", {"sheet": at, **told}, to=sid)
        self._newest[sheet] = nudge
        self._touched.add(sheet)
        return len(pages)

    def _let_pass(self, table: str) -> None:
        sent = [nudge.at for nudge in self._newest.values() if nudge.table == table]
        waits = max(sent) + NUDGE_EVERY - self._runtime.now() if sent else timedelta()
        if waits > timedelta():
            raise Refused("nudged_lately", seconds=-(-waits // timedelta(seconds=1)))


def _facts(message: object) -> tuple[str, str]:
    if not isinstance(message, dict) or set(message) != {"sheet", "words"}:
        raise Malformed(key="nudge")
    code = message["words"]
    if not isinstance(code, str) or code not in NUDGES:
        raise Malformed(key="words")
    return ident(message["sheet"]), code


def _refused(refusal: DiscussionError) -> dict[str, Any]:
    return {"refused": sentence(refusal)}
