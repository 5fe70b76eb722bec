"""The ranges of a line in word processors' files: which open, which close; it must not know XML.

A range (brackets, remarks, words with sources) may cross changes and links, which may not cross
it; so it is marked at both its ends, and the words between stand as they are.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import assert_never

from discussion.documents.tree import (
    Alternatives,
    Bracket,
    Commented,
    Deleted,
    Emphasis,
    Inserted,
    Layer,
    Link,
    MarkChange,
    Option,
    Sourced,
    Stretch,
    Strong,
)

Outer = tuple[Link | None, int, Inserted | None, Deleted | None]
"""What encloses whole words: a link with its serial number, an insertion, a deletion."""
NOTHING: Outer = (None, 0, None, None)


class Ranges(ABC):
    """The ranges that are open in a line as it is being written."""

    def __init__(self) -> None:
        self._open: list[tuple[Layer, str]] = []  # with what closes it

    @abstractmethod
    def begin(self, layer: Layer) -> tuple[str, str]:
        """The marks at both ends of a range; "" for none."""

    @abstractmethod
    def mark(self, markup: str) -> None:
        """Adds what shows nothing: one end of a range."""

    @abstractmethod
    def sign(self, sign: str, change: MarkChange | None) -> None:
        """Adds a bracket, which comes or goes with that change."""

    def enter(self, ranges: Sequence[Layer]) -> None:
        """Closes the ranges that are over and opens those that begin."""
        kept = 0
        for (layer, _), wanted in zip(self._open, ranges, strict=False):
            if layer != wanted:
                break
            kept += 1
        while len(self._open) > kept:
            layer, close = self._open.pop()
            self._sign_after(layer)
            self.mark(close)
        for layer in ranges[kept:]:
            before, close = self.begin(layer)
            self.mark(before)
            self._open.append((layer, close))
            self._sign_before(layer)

    def _sign_before(self, layer: Layer) -> None:
        match layer.span:
            case Bracket(signs=signs) | Alternatives(signs=signs):
                self.sign("[", signs)
            case Option(index=index) if index:
                around = self._open[-2][0].span
                self.sign("][", around.signs if isinstance(around, Alternatives) else None)

    def _sign_after(self, layer: Layer) -> None:
        match layer.span:
            case Bracket(signs=signs) | Alternatives(signs=signs):
                self.sign("]", signs)


def ranges_of(stretch: Stretch) -> list[Layer]:
    """The ranges round a stretch, from the outside in."""
    return [layer for layer in stretch.layers if _is_range(layer)]


def outer_of(stretch: Stretch) -> Outer:
    """What encloses the stretch as a whole."""
    link: Link | None = None
    serial, inserted, deleted = 0, None, None
    for layer in stretch.layers:
        match layer.span:
            case Link():
                link, serial = layer.span, layer.serial
            case Inserted():
                inserted = layer.span
            case Deleted():
                deleted = layer.span
    return link, serial, inserted, deleted


def outer_of_change(change: MarkChange | None) -> Outer:
    """What encloses words that came or went with something."""
    if change is None:
        return NOTHING
    if change.fate == "inserted":
        return (None, 0, Inserted((), change.change), None)
    return (None, 0, None, Deleted((), change.change))


def _is_range(layer: Layer) -> bool:
    match layer.span:
        case Sourced() | Commented() | Bracket() | Alternatives() | Option():
            return True
        case Link() | Inserted() | Deleted() | Strong() | Emphasis():
            return False
        case _:
            assert_never(layer.span)
