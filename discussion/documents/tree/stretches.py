"""A line as a flat row of what shows, each with all that is said of it; must not know formats.

Nesting can say one thing in many ways: bold in italics or italics in bold. Flattened and put
together again a line has one form, the form that comes back from a file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby
from typing import assert_never

from discussion.documents.tree.inlines import (
    Alternatives,
    Bracket,
    Commented,
    Deleted,
    Editorial,
    Emphasis,
    Footnote,
    Inline,
    Inserted,
    Leaf,
    LineBreak,
    Link,
    MarkChange,
    Reference,
    Sourced,
    Span,
    Strong,
    Text,
)


@dataclass(frozen=True)
class Option:
    """Stands among the layers for one of several alternatives."""

    index: int


@dataclass(frozen=True)
class Layer:
    """A span without its content; ``serial`` tells two alike that stand side by side."""

    span: Span | Option
    serial: int = 0


Layers = tuple[Layer, ...]


@dataclass(frozen=True)
class Stretch:
    """A leaf and what lies round it, from the outside in; None keeps an empty bracket's place."""

    leaf: Leaf | None
    layers: Layers = ()


def flattened(content: Iterable[Inline]) -> Iterator[Stretch]:
    """The stretches of a line in their one form: ranges outside, then link, change and look."""
    serials = count(1)
    for leaf, inside in _walk(tuple(content), (), serials):
        yield Stretch(leaf, _in_order(inside, shown=leaf is not None))


def merged(content: Iterable[Inline]) -> Iterator[Stretch]:
    """The same, adjacent texts of one language and one layering taken together."""
    waiting: Stretch | None = None
    for stretch in flattened(content):
        if waiting is not None and _go_together(waiting, stretch):
            assert isinstance(waiting.leaf, Text) and isinstance(stretch.leaf, Text)
            both = Text(waiting.leaf.words + stretch.leaf.words, stretch.leaf.language)
            waiting = Stretch(both, stretch.layers)
            continue
        if waiting is not None:
            yield waiting
        waiting = stretch
    if waiting is not None:
        yield waiting


def _go_together(one: Stretch, other: Stretch) -> bool:
    return (
        isinstance(one.leaf, Text)
        and isinstance(other.leaf, Text)
        and one.leaf.language == other.leaf.language
        and one.layers == other.layers
    )


def joined(stretches: Iterable[Stretch]) -> tuple[Inline, ...]:
    """The line that these stretches are; adjacent texts of one language become one."""
    return tuple(_joined(tuple(stretches), 0))


def normal(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """The same line in its one form; empty texts and empty emphasis are gone."""
    return joined(flattened(content))


def _walk(
    content: tuple[Inline, ...], inside: Layers, serials: Iterator[int]
) -> Iterator[tuple[Leaf | None, Layers]]:
    for inline in content:
        match inline:
            case Text(words=""):
                pass
            case Text() | LineBreak() | Editorial() | Reference():
                yield inline, inside
            case Footnote(content=note):
                yield Footnote(normal(note)), inside
            case Emphasis(content=inner):
                yield from _walk(inner, (*inside, _ITALIC), serials)
            case Strong(content=inner):
                yield from _walk(inner, (*inside, _BOLD), serials)
            case Inserted(content=inner) | Deleted(content=inner):
                yield from _walk(inner, (*inside, Layer(replace(inline, content=()))), serials)
            case Link(content=inner):
                layer = Layer(replace(inline, content=()), next(serials))
                yield from _walk(inner, (*inside, layer), serials)
            case Sourced(content=inner) | Commented(content=inner):
                layer = Layer(replace(inline, content=()), next(serials))
                yield from _kept(inner, (*inside, layer), serials)
            case Bracket(content=inner):
                emptied = replace(inline, content=(), signs=_signs(inline.signs, inside))
                yield from _kept(inner, (*inside, Layer(emptied, next(serials))), serials)
            case Alternatives(options=options):
                bare = replace(inline, options=(), signs=_signs(inline.signs, inside))
                around = (*inside, Layer(bare, next(serials)))
                for index, option in enumerate(options):
                    yield from _kept(option, (*around, Layer(Option(index))), serials)
            case _:
                assert_never(inline)


def _kept(
    content: tuple[Inline, ...], inside: Layers, serials: Iterator[int]
) -> Iterator[tuple[Leaf | None, Layers]]:
    """A bracket without words is still a bracket."""
    shown = list(_walk(content, inside, serials))
    yield from shown or [(None, inside)]


def _signs(signs: MarkChange | None, inside: Layers) -> MarkChange | None:
    """A bracket inside an insertion is one whose signs are inserted."""
    for layer in inside:
        match layer.span:
            case Inserted(change=change):
                signs = signs or MarkChange("inserted", change)
            case Deleted(change=change):
                signs = MarkChange("deleted", change)
    return signs


_ITALIC, _BOLD = Layer(Emphasis(())), Layer(Strong(()))
_RANK = {Link: 1, Inserted: 2, Deleted: 3, Strong: 4, Emphasis: 5}


def _in_order(layers: Layers, *, shown: bool) -> Layers:
    """Ranges as they are nested, then one layer at most of each other kind."""
    if not layers or (shown and len(layers) == 1):
        return layers
    ranges = tuple(layer for layer in layers if type(layer.span) not in _RANK)
    if not shown:
        return ranges
    others = {type(layer.span): layer for layer in reversed(layers) if type(layer.span) in _RANK}
    return ranges + tuple(others[kind] for kind in _RANK if kind in others)


def _joined(stretches: tuple[Stretch, ...], depth: int) -> Iterator[Inline]:
    def layer_at_depth(stretch: Stretch) -> Layer | None:
        return stretch.layers[depth] if depth < len(stretch.layers) else None

    for layer, group in groupby(stretches, layer_at_depth):
        inner = tuple(group)
        if layer is None:
            yield from _leaves(stretch.leaf for stretch in inner)
        else:
            yield _rebuilt(layer.span, inner, depth + 1)


def _rebuilt(span: Span | Option, inner: tuple[Stretch, ...], depth: int) -> Inline:
    match span:
        case Alternatives():
            options = groupby(inner, lambda stretch: stretch.layers[depth])
            return replace(
                span, options=tuple(tuple(_joined(tuple(o), depth + 1)) for _, o in options)
            )
        case Option():
            raise ValueError("an option stands outside of its alternatives")
        case _:
            return replace(span, content=tuple(_joined(inner, depth)))


def _leaves(leaves: Iterable[Leaf | None]) -> Iterator[Leaf]:
    def said_in(leaf: Leaf | None) -> object:
        return (leaf.language,) if isinstance(leaf, Text) else None

    for language, group in groupby(leaves, said_in):
        if language is None:
            yield from (leaf for leaf in group if leaf is not None)
        else:
            texts = [leaf for leaf in group if isinstance(leaf, Text)]
            yield Text("".join(text.words for text in texts), texts[0].language)
