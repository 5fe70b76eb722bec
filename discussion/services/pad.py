"""The texts typed in during one transaction: read together, written together; knows no rule.

A keystroke that read its text and wrote it back cost ten statements; a hundred keystrokes that
share a pad cost four. Whoever else writes in the transaction lets it be written out before.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from discussion.live.changes import Change
from discussion.live.texts import Accepted
from discussion.services.recent import Recent
from discussion.storage import contributions, log, texts
from discussion.storage.database import Transaction
from discussion.storage.texts import TypedText

TO_THE_SECOND = timedelta(seconds=1)  # how exactly it is kept when a note was last typed in


@dataclass
class Page:
    """A text with what this transaction has made of it so far."""

    text: TypedText
    content: str
    version: int
    since: int  # the version that ``changes`` lead on from, which the log leads to
    changes: list[Change] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)  # of its note, besides the words


class Pad:
    """The texts that are open in one transaction, and what is still to be written of them."""

    def __init__(
        self,
        transaction: Transaction,
        now: datetime,
        last: int,
        recent: Recent,
        likely: Collection[str] = (),
    ) -> None:
        """``last``: number of the last event before the transaction.

        ``likely``: the texts that commands of the transaction name; read when the first is.
        """
        self._transaction = transaction
        self._now = now
        self._last = last
        self._recent = recent
        self._likely = likely
        self._pages: dict[str, Page] = {}
        self._touched: dict[str, Page] = {}
        self._unlogged: dict[str, Page] = {}  # as they were written: the log comes last

    def page(self, text: str) -> Page | None:
        """The text as it stands, with what was typed a moment ago; None when there is none."""
        if text not in self._pages:
            likely, self._likely = {text, *self._likely}, ()
            for found in texts.typed_texts(self._transaction, likely):
                self._pages.setdefault(found.id, self._opened(found))
        return self._pages.get(text)

    def changes_since(self, page: Page, base: int) -> tuple[Change, ...]:
        """The changes that led from a version to the present one, as far as they are kept."""
        here = max(0, base - page.since)
        kept: Sequence[Change] = ()
        if base < page.since:
            kept = self._before(page, base)
        return (*kept, *page.changes[here:])

    def write(self, page: Page, accepted: Accepted, fields: Mapping[str, Any]) -> None:
        """Keeps what was typed, to be written with the rest; ``fields`` of the note change too."""
        page.content, page.version = accepted.text, accepted.version
        page.changes.append(accepted.change)
        page.fields.update(fields)
        self._touched[page.text.id] = page

    def settle(self) -> None:
        """Writes what was typed; what is open is read again when it is next needed."""
        if self._touched:
            touched = self._touched.values()
            texts.write_texts(
                self._transaction, [(p.text.id, p.content, p.version) for p in touched]
            )
            notes = [page.text.id for page in touched if self._is_news(page.text.typed_at)]
            contributions.write_typed(self._transaction, notes, self._now)
            for page in touched:
                if page.fields:
                    contributions.write_note(self._transaction, page.text.id, **page.fields)
        self._unlogged |= self._touched
        self._pages, self._touched = {}, {}

    def _before(self, page: Page, base: int) -> Sequence[Change]:
        """The changes up to where this transaction's own begin."""
        text, since = page.text.id, page.since
        kept = self._recent.since(text, base, until=since)
        if kept is None:
            kept = log.changes_since(self._transaction, text, base, until=since, last=self._last)
        return kept

    def _opened(self, text: TypedText) -> Page:
        before = self._unlogged.get(text.id)
        if before is None or before.version != text.version:
            return Page(text, text.content, text.version, text.version)
        return Page(text, text.content, text.version, before.since, before.changes)

    def _is_news(self, typed_at: str | None) -> bool:
        """Whether a note says it was last typed in longer ago than anybody would notice."""
        if typed_at is None:
            return False
        return self._now - datetime.fromisoformat(typed_at) >= TO_THE_SECOND
