"""Lines as Markdown, with their footnotes and comments; it must not know blocks."""

from collections.abc import Mapping
from typing import assert_never

from discussion.documents.tree import (
    NOWHERE,
    Alternatives,
    Attribution,
    Bracket,
    Comment,
    Commented,
    Deleted,
    Editorial,
    Emphasis,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    MarkChange,
    Reference,
    Sourced,
    Strong,
    Text,
    normal,
)
from discussion.documents.writers.markdown.signs import BREAK, begun, beside, escaped, wrapped

CAME, WENT = ("{++", "++}"), ("{--", "--}")
"""Round what was inserted or deleted; whoever does not know these signs still sees them."""


class Lines:
    """Writes lines and keeps the notes that are to stand below all of them."""

    def __init__(self, labels: Mapping[str, str], *, marked: bool) -> None:
        self._labels = labels
        self._marked = marked
        self._footnotes: list[str] = []
        self._comments: list[str] = []

    def write(self, content: tuple[Inline, ...]) -> str:
        """A line, whose only line feeds are breaks."""
        return self._written(normal(content))

    def notes(self) -> tuple[str, ...]:
        """The footnotes, and the comments of a working text."""
        numbered = (("", self._footnotes), ("c", self._comments))
        return tuple(
            f"[^{kind}{number}]: {begun(said)}"
            for kind, notes in numbered
            for number, said in enumerate(notes, 1)
        )

    def _written(self, content: tuple[Inline, ...]) -> str:
        return beside([self._inline(inline) for inline in content])

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(words=words):
                return escaped(words)
            case LineBreak():
                return BREAK
            case Editorial(words=words):
                return escaped(f"[{words}]")
            case Reference(target=target):
                return self._reference(target)
            case Footnote(content=inner):
                return _note("", self._footnotes, self._written(inner))
            case Emphasis(content=inner):
                return wrapped("*", self._written(inner))
            case Strong(content=inner):
                return wrapped("**", self._written(inner))
            case Link(content=inner, target=target):
                return self._link(inner, target)
            case Sourced(content=inner):
                return self._written(inner)
            case Inserted(content=inner):
                return self._written(inner).join(CAME)
            case Deleted(content=inner):
                return self._written(inner).join(WENT)
            case Bracket():
                return self._bracketed((inline.content,), inline)
            case Alternatives():
                return self._bracketed(inline.options, inline)
            case Commented(content=inner, comment=comment):
                return self._commented(inner, comment)
            case _:
                assert_never(inline)

    def _reference(self, target: str) -> str:
        """The number of the place: Markdown has no pages, and no places to lead to."""
        if target not in self._labels:
            return self._inline(Editorial(NOWHERE))
        return escaped(self._labels[target] or target)

    def _link(self, inner: tuple[Inline, ...], target: str) -> str:
        """Only web addresses; anything else is shown as its words."""
        words = self._written(inner)
        if not target.startswith(("https://", "http://")):
            return words
        return f"[{words}](<{_address(target)}>)"

    def _bracketed(
        self, options: tuple[tuple[Inline, ...], ...], node: Bracket | Alternatives
    ) -> str:
        before, after = _sign("[", node.signs), _sign("]", node.signs)
        words = "".join(f"{before}{self._written(option)}{after}" for option in options)
        told = "".join(map(_attribution, node.attributions)) if self._marked else ""
        return words + told

    def _commented(self, inner: tuple[Inline, ...], comment: Comment) -> str:
        words = self._written(inner)
        if not self._marked:
            return words
        said = f"{wrapped('**', escaped(f'{comment.author}:'))} {escaped(comment.words)}"
        return words + _note("c", self._comments, said)


def changed(words: str, change: MarkChange | None) -> str:
    """Words with the signs of what they have gone through."""
    if change is None or not words:
        return words
    return words.join(CAME if change.fate == "inserted" else WENT)


def _sign(sign: str, change: MarkChange | None) -> str:
    return changed(escaped(sign), change)


def _attribution(attribution: Attribution) -> str:
    return escaped(f" {{{attribution.words}}}")


def _note(kind: str, notes: list[str], said: str) -> str:
    notes.append(said)
    return f"[^{kind}{len(notes)}]"


_IN_ADDRESSES = str.maketrans(
    {"\\": "%5C", "<": "%3C", ">": "%3E", " ": "%20", "\n": "", "\r": "", "|": "%7C"}
)


def _address(target: str) -> str:
    return target.translate(_IN_ADDRESSES)
