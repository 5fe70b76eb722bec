"""Who is at which sheet, with caret and typing; must not know sockets, threads or a database.

Only in memory, only what pages say of themselves, and gone without a sign of life: nothing may
ever rest on it but what a screen shows of this moment.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from discussion.domain.contributions import NOTE_LIMIT
from discussion.domain.people import Actor
from discussion.domain.watch import Heard
from discussion.errors import Malformed
from discussion.live.commands import VERSION_LIMIT, ident

EXPIRES = 25.0  # seconds without a sign of life after which somebody is no longer here
SIGNS_PER_SECOND = 5  # of one page at one sheet
SIGN_BURST = 10
LISTED = 24  # people a sheet's list names; more have no use for one another's carets
SETTLING = 15.0  # seconds after the house began in which who was here may still come back
NAMED = 6  # people of one table that the watch names
LONGEST_WAIT = 10_000_000  # seconds; a device may have slept since the last workshop
_TREMBLE = 2.0  # seconds
_KEYS = {"sheet", "text", "version", "caret", "typing", "waiting"}


@dataclass(frozen=True)
class Sign:
    """What a page says of itself: where its caret is, whether it types, what waits there."""

    text: str | None = None
    version: int = 0
    caret: tuple[int, int] | None = None  # code points of the text at that version
    typing: bool = False
    waiting: int = 0  # whole seconds the page's oldest unacknowledged word has waited


@dataclass
class Page:
    """One page open at a sheet."""

    who: str
    actor: Actor
    came_at: float  # seconds of a steady clock, as all times here
    heard_at: float | None = None
    sign: Sign = field(default_factory=Sign)
    waits_from: float | None = None  # when its oldest word or act that is not saved was made
    left: float = SIGN_BURST
    counted_at: float = 0.0

    def takes(self, now: float) -> bool:
        """Whether a sign at that moment is within what a page may send."""
        earned = (now - self.counted_at) * SIGNS_PER_SECOND
        self.left, self.counted_at = min(SIGN_BURST, self.left + earned), now
        if self.left < 1:
            return False
        self.left -= 1
        return True

    def is_here(self, now: float) -> bool:
        """Whether it gave a sign of life lately."""
        return self.heard_at is not None and now - self.heard_at <= EXPIRES

    def is_silent(self, now: float) -> bool:
        """Whether it gave signs of life once, and none lately."""
        return self.heard_at is not None and not self.is_here(now)

    def last_sign(self, now: float) -> float:
        """When it was last known to be here."""
        return self.heard_at if self.heard_at is not None and self.is_silent(now) else now

    def take(self, sign: Sign, now: float) -> None:
        """Keeps its newest sign; whole seconds of waiting must not make their beginning tremble."""
        began = now - sign.waiting if sign.waiting else None
        if began is None or self.waits_from is None or abs(began - self.waits_from) > _TREMBLE:
            self.waits_from = began
        self.sign, self.heard_at = sign, now


@dataclass(frozen=True)
class Trace:
    """What is known of a table that has no page open at a sheet any more."""

    gone_at: float
    waits_from: float | None


class Presence:
    """The pages at every sheet; time is always told, never asked."""

    def __init__(self, began: float = -SETTLING) -> None:
        """``began``: when the house did; before that nobody could be here."""
        self.began = began
        self._sheets: defaultdict[str, dict[str, Page]] = defaultdict(dict)
        self._changed: set[str] = set()
        self._listed: dict[str, frozenset[str]] = {}
        self._gone: dict[str, Trace] = {}
        self._touched: set[str] = set()

    def arrive(self, sheet: str, sid: str, page: Page) -> None:
        """A connection has joined a sheet; it is listed once it gives a sign."""
        self._sheets[sheet].setdefault(sid, page)
        self._touched.add(sheet)
        if page.actor.table is not None:
            self._gone.pop(sheet, None)

    def hear(self, sheet: str, sid: str, sign: Sign, now: float) -> bool:
        """A page's sign; False when it is not at that sheet or sends too many."""
        page = self._sheets[sheet].get(sid) if sheet in self._sheets else None
        if page is None or not page.takes(now):
            return False
        if sign != page.sign or not page.is_here(now):
            self._changed.add(sheet)
        watched = (page.sign.typing, bool(page.sign.waiting), page.is_here(now))
        if watched != (sign.typing, bool(sign.waiting), True):
            self._touched.add(sheet)
        page.take(sign, now)
        return True

    def leave(self, sheet: str, sid: str, now: float) -> None:
        """A page has gone."""
        page = self._sheets.get(sheet, {}).pop(sid, None)
        if page is not None:
            self._changed.add(sheet)
            self._touched.add(sheet)
            if page.actor.table is not None and not self._of_table(sheet):
                self._gone[sheet] = Trace(page.last_sign(now), page.waits_from)
        if not self._sheets.get(sheet):
            self._sheets.pop(sheet, None)

    def pages(self, sheet: str) -> dict[str, Page]:
        """The pages at a sheet by connection, also those that fell silent."""
        return dict(self._sheets.get(sheet, {}))

    def pages_of_table(self, table: str) -> list[tuple[str, str]]:
        """A table's own pages, wherever they are: connection and sheet."""
        return [
            (sid, sheet)
            for sheet, pages in self._sheets.items()
            for sid, page in pages.items()
            if page.actor.table == table
        ]

    def everywhere(self) -> Iterable[tuple[str, str]]:
        """Every sheet and connection that are together."""
        return [(sheet, sid) for sheet, pages in self._sheets.items() for sid in pages]

    def changed(self, now: float) -> frozenset[str]:
        """The sheets whose lists have changed since this was last asked."""
        for sheet in {*self._sheets, *self._listed}:
            listed = frozenset(p.who for p in self.pages(sheet).values() if p.is_here(now))
            if listed != self._listed.get(sheet, frozenset()):
                self._changed.add(sheet)
                self._touched.add(sheet)
            if listed:
                self._listed[sheet] = listed
            else:
                self._listed.pop(sheet, None)
        changed, self._changed = frozenset(self._changed), set()
        return changed

    def touched(self) -> frozenset[str]:
        """The sheets of which a watch has something to tell since this was last asked."""
        touched, self._touched = frozenset(self._touched), set()
        return touched

    def sheets_of_tables(self, now: float) -> dict[str, tuple[str, ...]]:
        """The sheets that tables have open, by table, as far as they give signs of life."""
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for sheet in self._sheets:
            for page in self._of_table(sheet):
                if page.actor.table is not None and not page.is_silent(now):
                    found[page.actor.table] += (sheet,)
        return found

    def heard(self, sheet: str, now: float, moment: Callable[[float], datetime]) -> Heard:
        """What the pages of a sheet's own table say together; ``moment`` gives times a date."""
        pages = self._of_table(sheet)
        if not pages:
            trace = self._gone.get(sheet)
            return Heard(
                settling=now - self.began < SETTLING,
                gone_since=moment(trace.gone_at) if trace else None,
                waiting_since=moment(trace.waits_from) if trace and trace.waits_from else None,
            )
        awake = [page for page in pages if not page.is_silent(now)]
        waits = [page.waits_from for page in pages if page.waits_from is not None]
        return Heard(
            names=tuple(dict.fromkeys(page.actor.name for page in awake))[:NAMED],
            connected=True,
            came_at=moment(min(page.came_at for page in pages)),
            silent_since=None if awake else moment(max(p.last_sign(now) for p in pages)),
            typing=any(page.sign.typing for page in awake),
            waiting_since=moment(min(waits)) if waits else None,
        )

    def _of_table(self, sheet: str) -> list[Page]:
        return [p for p in self._sheets.get(sheet, {}).values() if p.actor.table is not None]

    def list_for(self, sheet: str, receiver: str, now: float) -> list[dict[str, Any]]:
        """Who else is at a sheet, as one of its connections is told."""
        others = ((sid, page) for sid, page in self.pages(sheet).items() if sid != receiver)
        return [_shown(page) for _, page in others if page.is_here(now)][:LISTED]


def parse_sign(message: object) -> tuple[str, Sign]:
    """The sheet and the sign in a message; raises ``Malformed`` for any other shape."""
    if not isinstance(message, dict) or set(message) != _KEYS:
        raise Malformed(key="presence")
    text = message["text"]
    if type(message["typing"]) is not bool:
        raise Malformed(key="typing")
    return ident(message["sheet"]), Sign(
        None if text is None else ident(text),
        _whole(message["version"], VERSION_LIMIT, "version"),
        _caret(message["caret"]),
        message["typing"],
        _whole(message["waiting"], LONGEST_WAIT, "waiting"),
    )


def _caret(value: object) -> tuple[int, int] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2:
        raise Malformed(key="caret")
    start, end = (_whole(place, NOTE_LIMIT, "caret") for place in value)
    return start, end


def _whole(value: object, most: int, key: str) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise Malformed(key=key)
    return value


def _shown(page: Page) -> dict[str, Any]:
    sign = page.sign
    return {
        "who": page.who,
        "name": page.actor.name,
        "text": sign.text,
        "version": sign.version,
        "caret": None if sign.caret is None else list(sign.caret),
        "typing": sign.typing,
    }
