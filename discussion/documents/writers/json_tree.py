"""A Document as canonical JSON, to be kept beside its files; it must not know what it says.

Each node is an object of its own with its name under ``node``; what is as it is by default is
left out, so that a tree kept today is still read when nodes know more. Same tree, same bytes.
"""

import json
from base64 import b64encode
from dataclasses import MISSING, fields
from datetime import UTC, datetime
from typing import Any

from discussion.documents.tree import TREE_VERSION, Document


def write_tree(document: Document) -> bytes:
    """The document as JSON in plain ASCII; ``readers.json_tree`` gives it back as it was."""
    told = {"tree": TREE_VERSION, "document": _told(document)}
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")


def _told(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case bytes():
            return b64encode(value).decode("ascii")
        case datetime():
            return value.astimezone(UTC).isoformat()
        case tuple():
            return [_told(each) for each in value]
    said = {f.name: getattr(value, f.name) for f in fields(value)}
    usual = {f.name: f.default for f in fields(value) if f.default is not MISSING}
    own = {name: _told(v) for name, v in said.items() if name not in usual or v != usual[name]}
    return {"node": type(value).__name__, **own}
