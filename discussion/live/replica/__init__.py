"""What a client knows of one text, as a value; must not know of sockets, screens or journals.

A replica is the authority's text at a version, the edit in flight, and what was typed behind it;
every function takes one and gives the next. The same functions stand in static/js/live/replica.js,
which is what browsers run; this one is for tests, rehearsals and other clients in Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from discussion.live.changes import Change, apply, compose, diff, invert, transform
from discussion.live.replica.merging import change_by_words, merge_texts

UNDECIDED = frozenset({"signed_out", "too_often", "csrf", "forbidden_origin"})
"""Refusals given before the command id is looked up: the edit may be stored all the same."""


@dataclass(frozen=True)
class Edit:
    """An edit as it is sent, and sent again: it never changes, whatever happens behind it."""

    command: str  # id of the command that carries it
    base: int  # the version it was made on
    change: Change


@dataclass(frozen=True)
class Sealed:
    """Words not sent yet that have a command id already, since a copy of them was given away."""

    command: str
    change: Change  # over what is shown before it, rebased until it becomes an edit


@dataclass(frozen=True)
class Replica:
    """One text as one client has it; everything in it goes to the journal (``as_json``)."""

    version: int
    text: str  # what the authority has at that version
    sent: Edit | None = None
    rebased: Change = field(default_factory=list)  # the sent change as it stands over ``text``
    saved: int | None = None  # version it was acknowledged as, while changes before it are awaited
    pending: Change = field(default_factory=list)  # unsent, over text, sent and sealed
    refused: str | None = None  # code with which the sent edit was refused
    sealed: tuple[Sealed, ...] = ()  # unsent and to be sent one by one, before what is pending

    @property
    def shown(self) -> str:
        """What the person sees: the text with every word of theirs."""
        words = apply(self.text, self.rebased)
        for one in self.sealed:
            words = apply(words, one.change)
        return apply(words, self.pending)

    @property
    def indicator(self) -> str:
        """``needs you``, ``on this device``, ``sending`` or ``saved``; only the last is safe."""
        if self.refused is not None:
            return "needs you"
        if self.pending or self.sealed:
            return "on this device"
        return "saved" if self.sent is None or self.saved is not None else "sending"

    @property
    def unacknowledged(self) -> bool:
        """Whether words of this client are not known to be stored."""
        unsaved = self.sent is not None and self.saved is None
        return unsaved or bool(self.sealed) or bool(self.pending)

    @property
    def refused_words(self) -> str:
        """The words that were refused, so that the person can be told which."""
        if self.refused is None:
            return ""
        return "".join(part for part in self.rebased if isinstance(part, str))


class Missing(Exception):
    """A change before the one that arrived is missing: ask for those since this version."""


@dataclass(frozen=True)
class Received:
    """A change as the authority applied it: it led to ``version``."""

    version: int
    change: Change
    command: str


def fresh(version: int, text: str) -> Replica:
    """A text as the authority told it."""
    return Replica(version, text)


def typed(replica: Replica, change: Change) -> Replica:
    """The person's change of what is shown; after a refusal, all their words form a new edit."""
    replica = again(replica)
    return replace(replica, pending=compose(replica.pending, change))


def freeze(replica: Replica, command: str) -> Replica:
    """Makes what is unsent the edit ``command``, as ``replica.sent``.

    The same replica again while one is in flight or nothing was typed; what is sealed goes first,
    under its own id. Keep the new replica in the journal before sending. After a reconnect
    ``sent`` is sent again as it is, never frozen anew.
    """
    if replica.sent is not None or not (replica.sealed or replica.pending):
        return replica
    if replica.sealed:
        first, *rest = replica.sealed
        sent = Edit(first.command, replica.version, first.change)
        return replace(replica, sent=sent, rebased=sent.change, sealed=tuple(rest))
    sent = Edit(command, replica.version, replica.pending)
    return replace(replica, sent=sent, rebased=sent.change, pending=[])


def seal(replica: Replica, command: str) -> Replica:
    """Gives what was typed and not sent a command id, so that a copy of it holds the same command.

    Whichever of the two arrives first, the other is then known and changes nothing.
    """
    if not replica.pending:
        return replica
    sealed = (*replica.sealed, Sealed(command, replica.pending))
    return replace(replica, sealed=sealed, pending=[])


def acknowledged(replica: Replica, command: str, version: int) -> Replica:
    """The authority has stored the edit as ``version``; says so again for a resend.

    Changes before that version may still be on their way: the edit then stays where it is, is
    shown as saved, and becomes part of the text when they have arrived.
    """
    if replica.sent is None or replica.sent.command != command:
        return replica
    return _settled(replace(replica, saved=version, refused=None))


def received(replica: Replica, one: Received) -> tuple[Replica, Change]:
    """A change from the authority, and what it means for the shown text and its caret.

    One known already changes nothing; raises ``Missing`` when one before it did not arrive. Hold
    changes back while an input method composes.
    """
    if one.version <= replica.version:
        return replica, []
    if one.version > replica.version + 1:
        raise Missing(replica.version)
    if replica.sent is None and replica.sealed and replica.sealed[0].command == one.command:
        replica = freeze(replica, one.command)  # a copy of these words was faster
    own = replica.sent is not None and replica.sent.command == one.command
    if own:
        over = _correction(replica, one.change)
    else:
        over = transform(one.change, replica.rebased, first=True)
    sealed = []
    for kept in replica.sealed:
        sealed.append(replace(kept, change=transform(kept.change, over, first=False)))
        over = transform(over, kept.change, first=True)
    moved = replace(
        replica,
        version=one.version,
        text=apply(replica.text, one.change),
        rebased=transform(replica.rebased, one.change, first=False),
        sealed=tuple(sealed),
        pending=transform(replica.pending, over, first=False),
    )
    shown = transform(over, replica.pending, first=True)
    return _landed(moved) if own else _settled(moved), shown


def catch_up(replica: Replica, since: Sequence[Received]) -> tuple[Replica, Change]:
    """Everything missed, oldest first: rebased over one by one, never replacing words.

    Raises ``Missing`` when the changes do not reach back to ``replica.version``; see ``merge``.
    """
    shown: Change = []
    for one in since:
        replica, change = received(replica, one)
        shown = compose(shown, change)
    return replica, shown


def renew(replica: Replica, version: int, text: str) -> Replica:
    """The authority's present state; ignored while words are unacknowledged, or when older.

    For those the changes since ``replica.version`` are asked for (``catch_up``).
    """
    older = version < max(replica.version, replica.saved or 0)
    return replica if older or replica.unacknowledged else fresh(version, text)


def refused(replica: Replica, command: str, code: str) -> Replica:
    """The authority did not take the edit; it stays shown and nothing is sent until ``again``.

    A code out of ``UNDECIDED`` leaves everything as it is: the edit is sent again, unchanged.
    """
    own = replica.sent is not None and replica.sent.command == command
    if not own or replica.saved is not None or code in UNDECIDED:
        return replica
    return replace(replica, refused=code)


def again(replica: Replica) -> Replica:
    """Lifts a refusal: the refused words and those behind them become one unsent change."""
    if replica.refused is None:
        return replica
    words = replica.rebased
    for one in replica.sealed:
        words = compose(words, one.change)
    return Replica(replica.version, replica.text, pending=compose(words, replica.pending))


def merge(replica: Replica, version: int, text: str) -> tuple[Replica, Change | None, bool]:
    """Three ways: after ``stale``, when the changes in between are no longer kept.

    Gives the replica over the authority's ``text``, what it means for the shown text, and
    whether it went cleanly; where it did not, both readings stand in the text. None, and nothing
    done, while it is unknown whether the sent edit was stored: send it again first.
    """
    if replica.sent is not None and replica.saved is None and replica.refused is None:
        return replica, None, False
    if replica.saved is not None and replica.saved > version:
        return replica, None, False
    stored = replica.saved is not None
    base = apply(replica.text, replica.rebased) if stored else replica.text
    merged, clean = merge_texts(base, replica.shown, text)
    shown = diff(replica.shown, merged)
    return Replica(version, text, pending=change_by_words(text, merged)), shown, clean


def as_json(replica: Replica) -> dict[str, Any]:
    """The replica as plain JSON, as the journal keeps it."""
    plain = dict(vars(replica))
    if replica.sent is not None:
        plain["sent"] = dict(vars(replica.sent))
    plain["sealed"] = [dict(vars(one)) for one in replica.sealed]
    return plain


def from_json(kept: dict[str, Any]) -> Replica:
    """The replica out of a journal."""
    sent = None if kept["sent"] is None else Edit(**kept["sent"])
    sealed = tuple(Sealed(**one) for one in kept["sealed"])
    return Replica(**{**kept, "sent": sent, "sealed": sealed})


def _correction(replica: Replica, change: Change) -> Change:
    """What the authority did otherwise with our edit; as a rule nothing. If not, it is right."""
    if replica.rebased == change:
        return []
    return compose(invert(replica.rebased, replica.text), change)


def _settled(replica: Replica) -> Replica:
    """An acknowledged edit becomes part of the text once all before it is there."""
    if replica.saved is None or replica.saved > replica.version + 1:
        return replica
    if replica.saved == replica.version + 1:
        text = apply(replica.text, replica.rebased)
        replica = replace(replica, version=replica.saved, text=text)
    return _landed(replica)


def _landed(replica: Replica) -> Replica:
    """The sent edit is in the text."""
    return replace(replica, sent=None, rebased=[], saved=None, refused=None)
