"""Nudges: a moderator's one tap, on a table's screen at once; must not know how the watch looks.

In memory only: a nudge is about this minute, and who has seen it is worth as long.
"""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import socketio

from discussion.domain.watch import NUDGE_EVERY, NUDGES
from discussion.errors import DiscussionError, Malformed, Refused
from discussion.live.commands import ident
from discussion.services.views import State
from discussion.services.watch import may_nudge
from discussion.services.work import Runtime
from discussion.storage.database import Database
from discussion.web.live.fanout import FanOut
from discussion.web.live.presence import Presence
from discussion.web.sentences import sentence


@dataclass
class Nudge:
    """What a table was told last, and whether a page of it has said that it was seen."""

    id: str
    code: str
    at: datetime
    seen_at: datetime | None = None


class Nudges:
    """The newest nudge of every table, and the handlers that send and confirm it."""

    def __init__(
        self,
        server: socketio.Server,
        database: Database,
        runtime: Runtime,
        fanout: FanOut,
        presence: Presence,
    ) -> None:
        """``presence`` knows which pages a table has open."""
        self._server = server
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
                may_nudge(transaction, connection.actor, sheet)
            return {"pages": self._send(sheet, code, connection.actor.name)}
        except DiscussionError as refusal:
            return _refused(refusal)

    def seen(self, sid: str, message: object = None) -> None:
        """A page of the table has shown the nudge to somebody."""
        facts = message if isinstance(message, dict) else {}
        sheet, identity = str(facts.get("sheet")), facts.get("nudge")
        page, nudge = self._presence.pages(sheet).get(sid), self._newest.get(sheet)
        if page is None or page.actor.table is None or nudge is None or nudge.id != identity:
            return
        if nudge.seen_at is None:
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

    def _send(self, sheet: str, code: str, name: str) -> int:
        now, before = self._runtime.now(), self._newest.get(sheet)
        if before is not None and now - before.at < NUDGE_EVERY:
            left = -((now - before.at - NUDGE_EVERY) // timedelta(seconds=1))
            raise Refused("nudged_lately", seconds=left)
        pages = self._presence.pages(sheet)
        at_table = [sid for sid, page in pages.items() if page.actor.table is not None]
        if not at_table:
            raise Refused("nobody_at_the_sheet")
        nudge = self._newest[sheet] = Nudge(self._runtime.new_id(), code, now)
        told = {"sheet": sheet, "code": code, "words": NUDGES[code], "from": name, "id": nudge.id}
        for sid in at_table:
            self._server.emit("nudge", told, to=sid)
        self._touched.add(sheet)
        return len(at_table)


def _facts(message: object) -> tuple[str, str]:
    if not isinstance(message, dict) or set(message) != {"sheet", "words"}:
        raise Malformed(key="nudge")
    code = message["words"]
    if not isinstance(code, str) or code not in NUDGES:
        raise Malformed(key="words")
    return ident(message["sheet"]), code


def _refused(refusal: DiscussionError) -> dict[str, Any]:
    return {"refused": sentence(refusal)}
