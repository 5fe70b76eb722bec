"""What single facts of a command look like; it must not know the commands.

Each check gives the value as it is kept, or raises ``Malformed``.
"""

import re
from collections.abc import Callable
from typing import Any

from discussion.errors import Malformed

Check = Callable[[Any], Any]

_IDENT = re.compile(r"[0-9a-z]{8,32}\Z")
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_TURNING = re.compile("[\u2028-\u202e\u2066-\u2069]")  # they turn what stands beside them round
_COUNTRY = re.compile(r"[A-Za-z][A-Za-z0-9 .-]{1,31}\Z")


def ident(value: object) -> str:
    """An id: 8 to 32 digits and small letters; a client's begin with its time."""
    if not isinstance(value, str) or not _IDENT.match(value):
        raise Malformed(key="id")
    return value


def optional(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def one_of(*choices: str) -> Check:
    def check(value: object) -> str:
        if not isinstance(value, str) or value not in choices:
            raise Malformed
        return value

    return check


def integer(least: int, most: int) -> Check:
    def check(value: object) -> int:
        if type(value) is not int or not least <= value <= most:
            raise Malformed
        return value

    return check


def words(limit: int, *, empty: bool = False) -> Check:
    def check(value: object) -> str:
        if not isinstance(value, str) or _UNFIT.search(value):
            raise Malformed
        value = _TURNING.sub("", value)
        if len(value) > limit:
            raise Malformed("too_long", limit=limit, length=len(value))
        if not empty and not value.strip():
            raise Malformed("words_needed")
        return value.strip()

    return check


def list_of(check: Check, limit: int) -> Check:
    def check_list(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > limit:
            raise Malformed
        checked = tuple(check(one) for one in value)
        if len(set(checked)) != len(checked):
            raise Malformed
        return checked

    return check_list


def some(check_list: Check) -> Check:
    def check(value: Any) -> Any:
        if not value:
            raise Malformed
        return check_list(value)

    return check


def country(value: object) -> str:
    if not isinstance(value, str) or not _COUNTRY.match(value):
        raise Malformed
    return value


def yes_or_no(value: object) -> bool:
    if type(value) is not bool:
        raise Malformed
    return value
