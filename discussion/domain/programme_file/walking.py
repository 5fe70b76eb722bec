"""Every value inside a JSON value with its place; without recursion, so depth cannot hurt."""

from collections.abc import Iterator, Mapping

DEPTH_LIMIT = 20  # objects and lists inside each other


def walk(value: object, key: str = "") -> Iterator[tuple[str, object, int]]:
    """Each value with its key (``programme[3].start``) and its depth, the outermost first.

    Names of objects come as values too, so that a check of texts covers them. What lies below
    ``DEPTH_LIMIT`` + 1 is not entered.
    """
    waiting: list[tuple[str, object, int]] = [(key, value, 0)]
    while waiting:
        key, value, depth = waiting.pop()
        yield key, value, depth
        if depth <= DEPTH_LIMIT:
            waiting += reversed([(k, v, depth + 1) for k, v in _inside(key, value)])


def _inside(key: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield key, name
            yield f"{key}.{name}" if key else str(name), inner
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield f"{key}[{index}]", inner
