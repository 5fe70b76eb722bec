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


@dataclass(frozen=True)
class Sitting:
    """What one voice typed in a text at a stretch, or several that typed side by side."""

    voices: tuple[str, ...]
    first: int  # the version it began on
    last: int  # the version it ended with
    began: datetime
    ended: datetime
    change: Change | None  # all of it as one; None where its words, or some, are not kept any more


@dataclass(frozen=True)
class _Stretch:
    first: int  # places among the edits
    last: int
    voices: tuple[str, ...]


def sittings(
    edits: Sequence[Event], voice: Callable[[Event], str], *, pause: timedelta = PAUSE
) -> tuple[Sitting, ...]:
    """A text's edits, oldest first, as sittings in the same order; every edit is in one of them.

    Two who type at the same time share a sitting: neither made its versions alone.
    """
    stretches = sorted(_of_each(edits, voice, pause), key=lambda stretch: stretch.first)
    whole: list[_Stretch] = []
    for stretch in stretches:
        if whole and stretch.first <= whole[-1].last:
            before = whole.pop()
            voices = tuple(dict.fromkeys(before.voices + stretch.voices))
            stretch = _Stretch(before.first, max(before.last, stretch.last), voices)
        whole.append(stretch)
    return tuple(_sitting(edits[one.first : one.last + 1], one.voices) for one in whole)


def _of_each(
    edits: Sequence[Event], voice: Callable[[Event], str], pause: timedelta
) -> list[_Stretch]:
    """The stretches of each voice by itself; those of two may overlap."""
    found: list[_Stretch] = []
    present: dict[str, _Stretch] = {}
    for place, edit in enumerate(edits):
        who = voice(edit)
        held = present.get(who)
        if held is not None and edit.at - edits[held.last].at <= pause:
            present[who] = _Stretch(held.first, place, held.voices)
            continue
        found += [held] if held is not None else []
        present[who] = _Stretch(place, place, (who,))
    return found + list(present.values())


def _sitting(edits: Sequence[Event], voices: tuple[str, ...]) -> Sitting:
    change: Change | None = []
    for edit in edits:
        kept = edit.facts.get("change")
        change = None if change is None or kept is None else compose(change, kept)
    first, last = edits[0], edits[-1]
    return Sitting(voices, (first.version or 1) - 1, last.version or 0, first.at, last.at, change)
