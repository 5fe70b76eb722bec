"""Two lines as one with insertions and deletions, word by word; it must not know paragraphs.

Brackets and alternatives are compared inside where they stand on both sides, and where they were
put round words or taken away only their signs come or go.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from discussion.documents.comparing.sequences import gaps, matching
from discussion.documents.tree import (
    Alternatives,
    Bracket,
    Change,
    Commented,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    Leaf,
    Link,
    MarkChange,
    Sourced,
    Strong,
    Text,
    normal,
    plain,
)

_PIECES = re.compile(r"\s+|[.,;:!?()“”\"«»،؛؟…]|[^\s.,;:!?()“”\"«»،؛؟…]+")
_LIKE_ENOUGH = 0.4  # share of words in common from which two brackets are one that was changed
_STILL_THERE = 0.5  # share of a bracket's words from which it was lifted rather than deleted


@dataclass(frozen=True)
class _Piece:
    """A word, a space or a sign, with how it looks."""

    leaf: Leaf
    strong: bool = False
    emphasis: bool = False

    def inline(self) -> Inline:
        shown: Inline = Emphasis((self.leaf,)) if self.emphasis else self.leaf
        return Strong((shown,)) if self.strong else shown


_Node = Bracket | Alternatives | Link
_Item = _Piece | _Node
_Items = Sequence[_Item]


def changed_line(
    old: Iterable[Inline], new: Iterable[Inline], change: Change
) -> tuple[Inline, ...]:
    """The new line with what came and what went since the old one; both without changes."""
    return normal(_Merging(change).merged(_items(normal(old)), _items(normal(new))))


def bare_line(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """The line without inner anchors and comments, which no tracked change can tell of."""
    return normal(_bare(content))


def words_in(content: Iterable[Inline]) -> frozenset[str]:
    """The words of a line, to see how much two lines have in common."""
    return frozenset(plain(content).casefold().split())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 to 1, how many of their words two texts have in common."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _bare(content: Iterable[Inline]) -> Iterator[Inline]:
    for inline in content:
        match inline:
            case Sourced(content=inner) | Commented(content=inner):
                yield from _bare(inner)
            case Emphasis() | Strong() | Link() | Inserted() | Deleted() | Bracket():
                yield replace(inline, content=tuple(_bare(inline.content)))
            case Alternatives(options=options):
                yield replace(inline, options=tuple(tuple(_bare(one)) for one in options))
            case _:
                yield inline


def _items(
    content: Iterable[Inline], *, strong: bool = False, emphasis: bool = False
) -> list[_Item]:
    found: list[_Item] = []
    for inline in content:
        match inline:
            case Text(words=words, language=language):
                pieces = (Text(piece, language) for piece in _PIECES.findall(words))
                found += (_Piece(piece, strong, emphasis) for piece in pieces)
            case Strong(content=inner):
                found += _items(inner, strong=True, emphasis=emphasis)
            case Emphasis(content=inner):
                found += _items(inner, strong=strong, emphasis=True)
            case Bracket() | Alternatives() | Link():
                found.append(inline)
            case Sourced(content=inner) | Commented(content=inner):
                found += _items(inner, strong=strong, emphasis=emphasis)
            case Inserted() | Deleted():
                raise ValueError("a line with changes of its own cannot be compared")
            case _:
                found.append(_Piece(inline, strong, emphasis))
    return found


class _Merging:
    """Merges lines whose changes have one author and one time."""

    def __init__(self, change: Change) -> None:
        self._change = change

    def merged(self, old: _Items, new: _Items) -> tuple[Inline, ...]:
        """The line both are."""
        pairs = _without_stray_spaces(matching(old, new), old, new)
        made: list[Inline] = []
        same: list[_Item] = []
        for before, after, pair in gaps(pairs, len(old), len(new)):
            if before or after:
                made += _inlines(same)
                same = []
                gone = old[before.start : before.stop]
                made += self._changed(gone, new[after.start : after.stop])
            same += [new[pair[1]]] if pair else []
        return (*made, *_inlines(same))

    def _changed(self, old: _Items, new: _Items) -> Iterator[Inline]:
        """Where nothing is equal: a node that was changed inside, or lifted, or nothing alike."""
        if (pair := _nodes_alike(old, new)) is not None:
            i, j = pair
            yield from self.merged(old[:i], new[:j])
            yield self._inside(old[i], new[j])
            yield from self.merged(old[i + 1 :], new[j + 1 :])
        elif (lifted := _lifted(old, new)) is not None:
            yield from self._lift(lifted, old, new, "deleted")
        elif (lifted := _lifted(new, old)) is not None:
            yield from self._lift(lifted, new, old, "inserted")
        else:
            if old:
                yield Deleted(_inlines(old), self._change)
            if new:
                yield Inserted(_inlines(new), self._change)

    def _inside(self, old: _Item, new: _Item) -> Inline:
        match old, new:
            case Bracket(), Bracket():
                return replace(new, content=self._content(old.content, new.content))
            case Link(), Link():
                return replace(new, content=self._content(old.content, new.content))
            case Alternatives(), Alternatives():
                both = zip(old.options, new.options, strict=True)
                return replace(new, options=tuple(self._content(a, b) for a, b in both))
        raise ValueError("only nodes of one kind are compared inside")

    def _content(self, old: Iterable[Inline], new: Iterable[Inline]) -> tuple[Inline, ...]:
        return self.merged(_items(old), _items(new))

    def _lift(
        self,
        lifted: "_Lifted",
        around: _Items,
        plain_: _Items,
        fate: Literal["inserted", "deleted"],
    ) -> Iterator[Inline]:
        """A bracket whose signs came or went; ``around`` is the side that has it."""

        def both(with_it: _Items, without: _Items) -> tuple[Inline, ...]:
            return self.merged(*((with_it, without) if fate == "deleted" else (without, with_it)))

        span = plain_[lifted.start : lifted.end]
        words = both(_items(lifted.options[lifted.option]), span)
        signs = MarkChange(fate, self._change)
        yield from both(around[: lifted.place], plain_[: lifted.start])
        if isinstance(lifted.node, Bracket):
            yield replace(lifted.node, content=words, signs=signs)
        else:
            options = [both(_items(option), ()) for option in lifted.options]
            options[lifted.option] = words
            yield replace(lifted.node, options=tuple(options), signs=signs)
        yield from both(around[lifted.place + 1 :], plain_[lifted.end :])


@dataclass(frozen=True)
class _Lifted:
    """A bracket or alternatives among items, and the stretch of others that one option became."""

    node: Bracket | Alternatives
    place: int
    option: int
    start: int
    end: int

    @property
    def options(self) -> tuple[tuple[Inline, ...], ...]:
        return (self.node.content,) if isinstance(self.node, Bracket) else self.node.options


def _lifted(around: _Items, others: _Items) -> _Lifted | None:
    """The first bracket of which half the words still stand among the others."""
    for place, node in enumerate(around):
        if not isinstance(node, Bracket | Alternatives):
            continue
        options = (node.content,) if isinstance(node, Bracket) else node.options
        found = [_found(_items(option), others) for option in options]
        best = max(range(len(found)), key=lambda option: found[option][0])
        share, start, end = found[best]
        if share >= _STILL_THERE:
            return _Lifted(node, place, best, start, end)
    return None


def _found(inner: _Items, others: _Items) -> tuple[float, int, int]:
    """Which share of the words stands among the others, and from where to where."""
    pairs = [(i, j) for i, j in matching(inner, others) if not _is_space(inner[i])]
    words = sum(not _is_space(item) for item in inner)
    return (len(pairs) / words, pairs[0][1], pairs[-1][1] + 1) if pairs else (0.0, 0, 0)


def _nodes_alike(old: _Items, new: _Items) -> tuple[int, int] | None:
    """The first two nodes that are one, changed inside."""
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            if not isinstance(one, _Piece) and _same_but_inside(one, other):
                return i, j
    return None


def _same_but_inside(one: _Node, other: _Item) -> bool:
    match one, other:
        case Bracket(), Bracket():
            same = one.attributions == other.attributions
        case Alternatives(), Alternatives():
            same = one.attributions == other.attributions
            same = same and len(one.options) == len(other.options)
        case Link(), Link():
            same = one.target == other.target
        case _:
            return False
    return same and likeness(words_in([one]), words_in([other])) >= _LIKE_ENOUGH


def _without_stray_spaces(
    pairs: list[tuple[int, int]], old: _Items, new: _Items
) -> list[tuple[int, int]]:
    """Spaces between words that were all replaced go with them: a phrase reads as a phrase."""
    kept: list[tuple[int, int]] = []
    for index, (i, j) in enumerate(pairs):
        following = pairs[index + 1] if index + 1 < len(pairs) else (len(old), len(new))
        last = kept[-1] if kept else (-1, -1)
        alone = _between(last, (i, j)) and _between((i, j), following)
        if not (alone and _is_space(old[i])):
            kept.append((i, j))
    return kept


def _between(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether something was replaced there, not only added or taken away."""
    return other[0] - one[0] > 1 and other[1] - one[1] > 1


def _is_space(item: _Item) -> bool:
    return _words(item).isspace()


def _inlines(items: _Items) -> tuple[Inline, ...]:
    """Words, spaces and signs that look alike are one text again."""
    made: list[Inline] = []
    for look, group in groupby(items, _look):
        if look is None:
            made += (one.inline() if isinstance(one, _Piece) else one for one in group)
        else:
            language, strong, emphasis = look
            words = Text("".join(map(_words, group)), language)
            made.append(_Piece(words, strong, emphasis).inline())
    return tuple(made)


def _words(item: _Item) -> str:
    return item.leaf.words if isinstance(item, _Piece) and isinstance(item.leaf, Text) else ""


def _look(item: _Item) -> tuple[str | None, bool, bool] | None:
    """What texts have in common that are one; None for what stands alone."""
    if isinstance(item, _Piece) and isinstance(item.leaf, Text):
        return item.leaf.language, item.strong, item.emphasis
    return None
