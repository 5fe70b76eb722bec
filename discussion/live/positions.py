"""Places in an order, as strings that leave room between two of them; must not know of what.

A position is a fraction written in the digits 0-9A-Za-z, whose order is that of their bytes, so
every place compares them alike; it never ends in 0, so that there is always room before it. The
same functions stand in static/js/live/positions.js.
"""

import re

from discussion.errors import Malformed, Refused

POSITION_LIMIT = 64  # characters

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_STEP = 7  # what an insertion at one place leaves free on the side it did not come from
_POSITION = re.compile(rf"[0-9A-Za-z]{{0,{POSITION_LIMIT - 1}}}[1-9A-Za-z]\Z")


def check_position(value: object) -> str:
    """The position in untrusted input; raises ``Malformed``."""
    if not isinstance(value, str) or not _POSITION.match(value):
        raise Malformed(key="position")
    return value


def between(before: str | None, after: str | None) -> str:
    """A position after ``before`` and before ``after``; None stands for the end on that side.

    A thousand insertions at the end, at the start, or one after another at one place take at
    most a dozen characters. Only a deliberate zigzag (each between the last two) fills a place,
    after more than a hundred: raises ``Refused("no_room")``, and the order is spread anew
    (``spread``). Raises ``Malformed`` for what is no position or when ``before`` is not less
    than ``after``; two items at an equal position have their order from their ids.
    """
    low = "" if before is None else check_position(before)
    high = None if after is None else check_position(after)
    if high is not None and low >= high:
        raise Malformed(key="position")
    size = max(len(low), len(high or ""), 1)
    if not _room(low, high, size):
        size += 2
    first, last = _bounds(low, high, size)
    number = first + _share(low, high, last - first)
    if number % _BASE == 0:
        number += 1 if number < last else -1
    position = _written(number, size)
    if len(position) > POSITION_LIMIT:
        raise Refused("no_room", limit=POSITION_LIMIT)
    return position


def spread(count: int) -> list[str]:
    """Positions for ``count`` items, in order, as short as they can be and with room between."""
    size = 1
    while _BASE**size < 4 * (count + 1):
        size += 1
    step = _BASE**size // (count + 1)
    return [_written(step * n, size).rstrip("0") for n in range(1, count + 1)]


def _room(low: str, high: str | None, size: int) -> bool:
    first, last = _bounds(low, high, size)
    # A lone candidate that ends in 0 is no position, and stripping it may run into the bounds.
    return first < last or (first == last and first % _BASE != 0)


def _bounds(low: str, high: str | None, size: int) -> tuple[int, int]:
    """The least and the greatest number of ``size`` digits strictly between two positions."""
    least = _number(low, size) + 1
    return least, (_BASE**size if high is None else _number(high, size)) - 1


def _share(low: str, high: str | None, width: int) -> int:
    """How far into the free stretch to go.

    The longer neighbour is the younger one, and the next insertion most likely comes beside it
    again: stay close to it and leave the rest free. At an open end, stay close at once.
    """
    if high is None:
        return width // 2 if not low else 0
    if not low:
        return width
    if len(low) == len(high):
        return width // 2
    near = min(width // 2, _STEP)
    return near if len(low) > len(high) else width - near


def _number(position: str, size: int) -> int:
    number = 0
    for digit in position.ljust(size, "0"):
        number = number * _BASE + _DIGITS.index(digit)
    return number


def _written(number: int, size: int) -> str:
    digits = []
    for _ in range(size):
        number, digit = divmod(number, _BASE)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))
