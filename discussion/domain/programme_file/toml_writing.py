"""A Programme as the TOML of a programme file, to be read and changed by people.

It writes one form of each programme, always the same.
"""

import re
from collections.abc import Mapping
from typing import Any

from discussion.domain.programme import Programme
from discussion.domain.programme_file.writing import programme_to_json

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NEEDS_CODE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def programme_to_toml(programme: Programme) -> str:
    """The text that ``read_programme`` reads back as an equal programme, except for ids.

    TOML has no null: a remark of the secretariat's that is null, or holds one, goes without it.
    """
    values = _without_null(programme_to_json(programme))
    tables = {name: value for name, value in values.items() if _are_tables(name, value)}
    lines = [f"{_key(n)} = {_value(v)}" for n, v in values.items() if n not in tables]
    for name, entries in tables.items():
        for entry in entries:
            lines += ["", f"[[{_key(name)}]]"]
            lines += [f"{_key(key)} = {_value(value)}" for key, value in entry.items()]
    return "\n".join(lines) + "\n"


def _are_tables(name: str, value: object) -> bool:
    """Whether a value is a list of objects that a programme knows; remarks stay on their line."""
    listed = isinstance(value, list) and all(isinstance(entry, dict) for entry in value)
    return listed and bool(value) and not name.startswith(("_", "x-"))


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case list():
            return _list(value)
        case dict():
            inner = ", ".join(f"{_key(name)} = {_value(one)}" for name, one in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case _:
            return repr(value)


def _list(values: list[Any]) -> str:
    """Objects stand on lines of their own, and so do texts that are sentences."""
    written = [_value(one).replace("\n", "\n  ") for one in values]
    if all(len(one) < 40 for one in written) and not any(isinstance(v, dict) for v in values):
        return f"[{', '.join(written)}]"
    return "[\n" + "".join(f"  {one},\n" for one in written) + "]"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(words: str) -> str:
    escaped = "".join(_ESCAPED.get(character, character) for character in words)
    return f'"{_NEEDS_CODE.sub(_code, escaped)}"'


def _code(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _without_null(value: Any) -> Any:
    match value:
        case Mapping():
            kept = {name: one for name, one in value.items() if one is not None}
            return {name: _without_null(one) for name, one in kept.items()}
        case list():
            return [_without_null(one) for one in value if one is not None]
        case _:
            return value
