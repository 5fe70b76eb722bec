"""The algebra of text changes; must not know whose text it is or where it is kept.

A change is a list over the text it was made on: a positive integer keeps that many characters, a
negative one deletes them, a string inserts itself; a trailing keep is dropped. Characters are
Unicode code points. Deletes and inserts at one place are never sorted. The same functions stand
in static/js/live/changes.js; tests/golden/changes.json holds both to the same answers.
"""

import re
from collections.abc import Sequence
from typing import Any

from discussion.errors import Malformed

Change = list[Any]  # of int and str

_UNFIT = re.compile("[\x00\ud800-\udfff]")


class DoesNotFit(Malformed):
    """A change was made on another text than the one at hand."""

    def __init__(self) -> None:
        super().__init__("malformed", key="change")


def check(value: object, *, limit: int) -> Change:
    """The change in untrusted input, normalised.

    ``limit`` bounds the characters inserted; the number of parts and what they keep and delete
    are bounded by multiples of it. Raises ``Malformed``: ``too_long`` for too many characters,
    ``malformed`` for anything that is no change or changes nothing.
    """
    if not isinstance(value, list) or not 0 < len(value) <= 2 * limit:
        raise Malformed(key="change")
    inserted = spanned = 0
    for part in value:
        if type(part) is str and part and not _UNFIT.search(part):
            inserted += len(part)
        elif type(part) is int and part != 0:  # a boolean is an int, but not of this type
            spanned += abs(part)
        else:
            raise Malformed(key="change")
    if inserted > limit:
        raise Malformed("too_long", limit=limit, length=inserted)
    change = normalise(value)
    if not change or spanned > 10 * limit:
        raise Malformed(key="change")
    return change


def normalise(change: Sequence[Any]) -> Change:
    """The same change with neighbours of one sort joined and the trailing keep dropped."""
    result: Change = []
    for part in change:
        _add(result, part)
    return _trimmed(result)


def apply(text: str, change: Change) -> str:
    """The text after the change; raises ``DoesNotFit``."""
    pieces, place, size = [], 0, len(text)
    for part in change:
        if isinstance(part, str):
            pieces.append(part)
            continue
        end = place + abs(part)
        if end > size:
            raise DoesNotFit
        if part > 0:
            pieces.append(text[place:end])
        place = end
    pieces.append(text[place:])
    return "".join(pieces)


def compose(earlier: Change, later: Change) -> Change:
    """One change that does ``earlier``, then ``later``, which was made on its result."""
    result: Change = []
    mine, theirs = iter(earlier), iter(later)
    a, b = next(mine, None), next(theirs, None)
    while a is not None or b is not None:
        if isinstance(a, int) and a < 0:
            _add(result, a)
            a = next(mine, None)
        elif isinstance(b, str) or a is None:
            _add(result, b)
            b = next(theirs, None)
        elif b is None:
            _add(result, a)
            a = next(mine, None)
        else:
            size = min(len(a) if isinstance(a, str) else a, abs(b))
            if b > 0:
                _add(result, a[:size] if isinstance(a, str) else size)
            elif not isinstance(a, str):
                _add(result, -size)
            a = _rest(a, size) or next(mine, None)
            b = _rest(b, size) or next(theirs, None)
    return _trimmed(result)


def transform(change: Change, over: Change, *, first: bool) -> Change:
    """``change`` rebased to come after ``over``; both were made on the same text.

    ``first`` says whether ``change`` inserts before ``over`` where both insert at one place:
    what the authority already has goes first.
    """
    result: Change = []
    mine, theirs = iter(change), iter(over)
    a, b = next(mine, None), next(theirs, None)
    while a is not None:
        if isinstance(b, str) and not (first and isinstance(a, str)):
            _add(result, len(b))
            b = next(theirs, None)
        elif isinstance(a, str) or b is None:
            _add(result, a)
            a = next(mine, None)
        else:
            size = min(abs(a), abs(b))
            if b > 0:
                _add(result, size if a > 0 else -size)
            a = _rest(a, size) or next(mine, None)
            b = _rest(b, size) or next(theirs, None)
    return _trimmed(result)


def invert(change: Change, text: str) -> Change:
    """The change that takes ``change`` back; ``text`` is what it was made on.

    Raises ``DoesNotFit``.
    """
    result: Change = []
    place = 0
    for part in change:
        if isinstance(part, str):
            _add(result, -len(part))
            continue
        end = place + abs(part)
        if end > len(text):
            raise DoesNotFit
        _add(result, part if part > 0 else text[place:end])
        place = end
    return _trimmed(result)


def diff(before: str, after: str, caret: int | None = None) -> Change:
    """The smallest single replacement that leads from one text to another.

    ``caret`` is where the caret stands in ``after``: of several equally small changes, such as
    one more ``l`` in ``all``, the one that ends at the caret is taken.
    """
    start = _alike(before, after, min(len(before), len(after)))
    end = _alike(before[start:][::-1], after[start:][::-1], min(len(before), len(after)) - start)
    if caret is not None and 0 <= caret <= len(after):
        room = min(len(before), len(after))
        near = _alike(before[::-1], after[::-1], min(room, len(after) - caret))
        ahead = min(start, room - near)
        if ahead + near == start + end:
            start, end = ahead, near
    return normalise([start, start + end - len(before), after[start : len(after) - end]])


def move_caret(caret: int, change: Change, *, first: bool) -> int:
    """Where a caret at ``caret`` stands after ``change``.

    ``first`` says whether the caret stays before what is inserted right at its place.
    """
    place = 0  # in the text as it is becoming
    for part in change:
        if place > caret or (first and place == caret and isinstance(part, str)):
            break
        if isinstance(part, str):
            caret += len(part)
            place += len(part)
        elif part > 0:
            place += part
        else:
            caret = max(place, caret + part)
    return caret


def _alike(one: str, other: str, most: int) -> int:
    """How many characters two texts begin with in common, up to ``most``."""
    low, high = 0, most
    while low < high:  # halving compares whole slices, which is far quicker than a loop
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _rest(part: Any, size: int) -> Any:
    if isinstance(part, str):
        return part[size:]
    return part - size if part > 0 else part + size


def _add(change: Change, part: Any) -> None:
    if not part:
        return
    if change:
        last = change[-1]
        if isinstance(part, str):
            joins = isinstance(last, str)
        else:
            joins = not isinstance(last, str) and (part > 0) == (last > 0)
        if joins:
            change[-1] = last + part
            return
    change.append(part)


def _trimmed(change: Change) -> Change:
    while change and not isinstance(change[-1], str) and change[-1] > 0:
        change.pop()
    return change
