"""A Document out of the JSON it was kept as; it must not know what it says.

It believes nothing: whatever is not exactly a tree of ours is refused, with the place it was met.
"""

import json
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from discussion.documents.tree import TREE_VERSION, Document

SIZE_LIMIT = 50_000_000  # bytes; the largest proceedings we expect take a tenth of it

_Read = Callable[[Any, str], Any]


class NotATree(ValueError):
    """What was given is no tree of ours, or one of a version that this house does not know."""


def read_tree(content: bytes) -> Document:
    """The document; raises ``NotATree`` with where in it what is wrong."""
    if len(content) > SIZE_LIMIT:
        raise NotATree(f"longer than {SIZE_LIMIT:,} bytes")
    try:
        told = json.loads(content.decode("ascii"), parse_constant=_no_number)
        if not isinstance(told, dict) or told.keys() != {"tree", "document"}:
            raise NotATree("not the JSON of a tree")
        if type(told["tree"]) is not int or told["tree"] != TREE_VERSION:
            raise NotATree(f"version {str(told['tree'])[:20]}, not {TREE_VERSION}")
        document: Document = _reader(Document)(told["document"], "document")
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotATree(f"not JSON in ASCII: {type(error).__name__}") from None
    return document


def _no_number(name: str) -> None:
    raise NotATree(f"{name} is no number")


@dataclass(frozen=True)
class _Shape:
    """A node's fields, how each is read, and which must be told."""

    make: type
    fields: Mapping[str, _Read]
    needed: frozenset[str]

    def read(self, told: dict[str, Any], where: str) -> Any:
        given = told.keys() - {"node"}
        if given - self.fields.keys() or self.needed - given:
            odd = sorted((given - self.fields.keys()) | (self.needed - given))
            raise NotATree(f"{where}: {', '.join(odd)[:80]}")
        return self.make(
            **{name: self.fields[name](told[name], f"{where}.{name}") for name in given}
        )


@cache
def _reader(kind: Any) -> _Read:
    """How a value of that type is read."""
    origin, among = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _one_of(among)
    if origin is tuple:
        return _all(among[0]) if among[1:] == (...,) else _each(among)
    if origin in (Union, UnionType):
        return _any_of(among)
    if _is_node(kind):
        return _any_of((kind,))
    return _PLAIN[kind]


def _any_of(kinds: tuple[Any, ...]) -> _Read:
    """One of several nodes by its name; a plain value where none or one is among them."""
    nodes: dict[str, Any] = {kind.__name__: kind for kind in kinds if _is_node(kind)}
    others = [kind for kind in kinds if not _is_node(kind) and kind is not NoneType]
    optional = NoneType in kinds

    def read(told: Any, where: str) -> Any:
        if told is None and optional:
            return None
        name = told.get("node") if isinstance(told, dict) else None
        if isinstance(name, str) and name in nodes:
            return _shape(nodes[name]).read(told, f"{where}.{name}")
        if others and not isinstance(told, dict):
            return _reader(others[0])(told, where)
        raise NotATree(f"{where}: no such node")

    return read


def _is_node(kind: Any) -> bool:
    return bool(is_dataclass(kind))


@cache
def _shape(node: Any) -> _Shape:
    hints = get_type_hints(node)
    told = {f.name: _late(hints[f.name]) for f in fields(node)}
    return _Shape(node, told, frozenset(f.name for f in fields(node) if f.default is MISSING))


def _late(kind: Any) -> _Read:
    """Found when it is needed: nodes stand inside nodes of their own kind."""
    return lambda told, where: _reader(kind)(told, where)


def _all(kind: Any) -> _Read:
    def read(told: Any, where: str) -> Any:
        if not isinstance(told, list):
            raise NotATree(f"{where}: no list")
        one = _reader(kind)
        return tuple(one(each, f"{where}[{index}]") for index, each in enumerate(told))

    return read


def _each(kinds: tuple[Any, ...]) -> _Read:
    def read(told: Any, where: str) -> Any:
        if not isinstance(told, list) or len(told) != len(kinds):
            raise NotATree(f"{where}: not {len(kinds)} values")
        return tuple(_reader(kind)(one, where) for kind, one in zip(kinds, told, strict=True))

    return read


def _one_of(choices: tuple[Any, ...]) -> _Read:
    def read(told: Any, where: str) -> Any:
        if type(told) is not str or told not in choices:
            raise NotATree(f"{where}: none of {', '.join(choices)}")
        return told

    return read


def _exactly(kind: type) -> _Read:
    """A boolean is no number here."""

    def read(told: Any, where: str) -> Any:
        if type(told) is not kind:
            raise NotATree(f"{where}: no {kind.__name__}")
        return told

    return read


def _moment(told: Any, where: str) -> datetime:
    try:
        read = datetime.fromisoformat(told)
    except (TypeError, ValueError):
        raise NotATree(f"{where}: no time") from None
    if read.tzinfo is None:
        raise NotATree(f"{where}: a time of no zone")
    return read


def _bytes(told: Any, where: str) -> bytes:
    try:
        return b64decode(told, validate=True)
    except (TypeError, ValueError):
        raise NotATree(f"{where}: no base64") from None


_PLAIN: Mapping[Any, _Read] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    bytes: _bytes,
    datetime: _moment,
}
