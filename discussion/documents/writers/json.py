"""Values as a JSON file for programs; it must not know what they say."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

_encode = json.JSONEncoder(ensure_ascii=False).encode


def write_json_to(
    file: BinaryIO, head: Mapping[str, Any], name: str, items: Iterable[Mapping[str, Any]]
) -> None:
    """One object: what ``head`` holds, then the items in a list of that name, one a line.

    The items may be more than memory holds. The file stays open.
    """
    start = _encode(head).removesuffix("}")
    file.write(f"{start}{', ' if head else ''}{_encode(name)}: [".encode())
    for number, item in enumerate(items):
        file.write(f"{',' if number else ''}\n{_encode(item)}".encode())
    file.write(b"\n]}\n")
