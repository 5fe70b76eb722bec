"""The edits of one text as sittings: what somebody typed without a longer pause; pure functions.

Must not know who somebody is: a voice is whatever the caller tells people apart by.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from discussion.live.changes import Change, compose
from discussion.storage.log import Event

PAUSE = timedelta(minutes=1)
"""Whoever goes on after a longer pause begins another sitting."""

TOGETHER = timedelta(seconds=3)
"""Who types within this of somebody else types at the same time: they share a sitting."""


@dataclass(frozen=True)
class Sitting:
    """What one voice typed in a text at a stretch, or several that typed side by side."""

    voices: tuple[str, ...]
    first: int  # the version it began on
    last: int  # the version it ended with
    began: datetime
    ended: datetime
    change: Change | None  # all of it as one; None where its words, or some, are not kept any more


def sittings(edits: Sequence[Event], voice: Callable[[Event], str]) -> tuple[Sitting, ...]:
    """A text's edits, oldest first, as sittings in the same order; every edit is in one of them.

    Of two who type at the same time neither made its versions alone.
    """
    found: list[list[Event]] = []
    for edit in edits:
        before = found[-1][-1] if found else None
        longest = PAUSE if before and voice(before) == voice(edit) else TOGETHER
        if before and edit.at - before.at <= longest:
            found[-1].append(edit)
        else:
            found.append([edit])
    return tuple(_sitting(one, tuple(dict.fromkeys(map(voice, one)))) for one in found)


def _sitting(edits: Sequence[Event], voices: tuple[str, ...]) -> Sitting:
    change: Change | None = []
    for edit in edits:
        kept = edit.facts.get("change")
        change = None if change is None or kept is None else compose(change, kept)
    first, last = edits[0], edits[-1]
    return Sitting(voices, (first.version or 1) - 1, last.version or 0, first.at, last.at, change)
