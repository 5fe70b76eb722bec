"""The authority over a text: an edit is rebased over what came before it, then applied.

Must not know where texts and their history are kept; the caller holds the transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from discussion.errors import Malformed, Refused
from discussion.live.changes import Change, apply, transform

MERGE_LIMIT = 40_000  # parts of changes gone through for one edit: 20 ms; typing has two or three


@dataclass(frozen=True)
class Accepted:
    """What a text says after an edit, its version, and the change as it was applied."""

    text: str
    version: int
    change: Change


def accept(
    text: str,
    version: int,
    change: Change,
    *,
    base: int,
    changes_since: Sequence[Change],
    limit: int,
) -> Accepted:
    """Takes an edit made on version ``base`` into the text at ``version``.

    ``changes_since`` are the accepted changes that led from ``base`` to ``version``, oldest
    first. ``limit`` (code points) is counted after the rebase, so that two valid edits never
    make an invalid one; a text above it may change but not grow. Raises ``Malformed`` for a
    base of the future or a change that does not fit, ``Refused("stale")`` when the history does
    not reach back to the base or takes too long to go through (edits of 5,000 parts, made to
    hold up the one writing thread, took half a second each), ``Refused("too_long")``.
    """
    if not 0 <= base <= version:
        raise Malformed(key="base")
    if len(changes_since) != version - base:
        raise Refused("stale", base=base, version=version)
    if sum(map(len, changes_since)) + len(change) * len(changes_since) > MERGE_LIMIT:
        raise Refused("stale", base=base, version=version)
    change = rebase(change, changes_since)
    result = apply(text, change)
    if len(result) > limit and len(result) > len(text):
        raise Refused("too_long", limit=limit, length=len(result))
    return Accepted(result, version + 1, change)


def rebase(change: Change, changes_since: Sequence[Change]) -> Change:
    """The change made to follow those accepted since its base, oldest first."""
    for over in changes_since:
        change = transform(change, over, first=False)
    return change
