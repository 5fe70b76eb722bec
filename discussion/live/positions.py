"""Places in an order, as strings that always leave room between two of them."""

import re

from discussion.errors import Malformed

_POSITION = re.compile(r"[0-9A-Za-z]{0,63}[1-9A-Za-z]\Z")


def check_position(value: object) -> str:
    """The position in untrusted input; raises ``Malformed``."""
    if not isinstance(value, str) or not _POSITION.match(value):
        raise Malformed(key="position")
    return value
