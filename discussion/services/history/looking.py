"""Looks back through the log of a topic for what is sought; must not know what it means.

Typing on sheets is found by looking through all that happened meanwhile, so it is only looked for
while there was any, and for as long as nobody else is held up by it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from discussion.storage import history, log, programme
from discussion.storage.database import Transaction
from discussion.storage.history import Trace

SPAN = 60_000  # numbers of the log looked through for one page: 20 ms
TYPED_AT_ONCE = 2_000  # events read at once, of typing
DONE_AT_ONCE = 200  # and of all else
SHEET_LIMIT = 20_000  # events of one sheet read for one page; an hour of one has a tenth of that
TYPING = "edit_text"


@dataclass(frozen=True)
class Sought:
    """What is looked for on a topic; None is any."""

    workshop: str
    topic: str
    sheet: str | None
    kinds: Collection[str]  # of events
    by: Collection[str] | None  # person ids


class Looking:
    """One look back: what it met, how far it came, and whether it gave up before the end."""

    def __init__(self, transaction: Transaction, sought: Sought) -> None:
        """Nothing is read yet."""
        self._transaction = transaction
        self._sought = sought
        self.reached = 0  # everything from this number on was met
        self.tired = False

    def back(self, numbers: range, below: int) -> Iterator[Sequence[Trace]]:
        """What is sought among these numbers of the log, newest first, some at a time.

        ``below``: from where on it may tire; what is above is only looked at besides.
        """
        self.reached = numbers.stop
        if self._sought.sheet is not None:
            yield self._on_sheet(self._sought.sheet, numbers)
            return
        typed = self._typing_among(numbers)
        least = max(typed.start, min(typed.stop, below) - SPAN)
        yield from self._down_to(typed.stop, typing=False)
        yield from self._down_to(least, typing=True)
        self.tired = least > typed.start
        if not self.tired:
            yield from self._down_to(numbers.start, typing=False)

    def _typing_among(self, numbers: range) -> range:
        """Those of the numbers between which the topic's sheets were typed on."""
        transaction, sought = self._transaction, self._sought
        window = history.typing_on_topic(transaction, sought.topic)
        if TYPING not in sought.kinds or window is None:
            return range(numbers.start, numbers.start)
        last = programme.log_position(transaction, sought.workshop)[0]
        first, final = (
            history.number_before(transaction, sought.workshop, at, last=last) for at in window
        )
        start = min(max(first, numbers.start), numbers.stop)
        return range(start, min(max(final + 1, start), numbers.stop))

    def _down_to(self, floor: int, *, typing: bool) -> Iterator[Sequence[Trace]]:
        while self.reached > floor:
            yield self._some(range(floor, self.reached), typing=typing)

    def _some(self, span: range, *, typing: bool) -> Sequence[Trace]:
        """The newest events of a span, all of them from ``reached`` on."""
        transaction, sought = self._transaction, self._sought
        typed: list[Trace] = []
        if typing:
            where = (transaction, sought.workshop, sought.topic)
            typed = history.typed_on_sheets(*where, span=span, by=sought.by, limit=TYPED_AT_ONCE)
        self.reached = typed[-1].number if len(typed) == TYPED_AT_ONCE else span.start
        done = history.done_on_topic(
            transaction,
            sought.topic,
            span=range(self.reached, span.stop),
            kinds=sought.kinds,
            by=sought.by,
            limit=DONE_AT_ONCE,
        )
        if len(done) == DONE_AT_ONCE:
            self.reached = done[-1].number
        both = (trace for trace in (*typed, *done) if trace.number >= self.reached)
        return sorted(both, reverse=True)

    def _on_sheet(self, sheet: str, numbers: range) -> Sequence[Trace]:
        """All at once: the notes of one sheet find their events by themselves."""
        sought, after = self._sought, numbers.start - 1
        where = (self._transaction, sought.workshop, after)
        events = log.since(*where, sheet=sheet, limit=SHEET_LIMIT, before=numbers.stop)
        self.tired = len(events) == SHEET_LIMIT
        self.reached = events[0].number if self.tired else numbers.start
        return [
            Trace(*(getattr(event, name) for name in Trace._fields))
            for event in reversed(events)
            if event.kind in sought.kinds and (sought.by is None or event.person in sought.by)
        ]
