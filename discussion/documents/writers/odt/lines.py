"""Lines as OpenDocument text: words inside changes and links, ranges round them; no blocks.

A line is written from its flat form. What was deleted stands apart, with the changes; what was
inserted stays in its place between two marks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import assert_never

from discussion.documents.tree import (
    NOWHERE,
    Alternatives,
    Attribution,
    Bracket,
    Comment,
    Commented,
    Editorial,
    Emphasis,
    Footnote,
    Inline,
    Layer,
    Leaf,
    LineBreak,
    MarkChange,
    Reference,
    Sourced,
    Stretch,
    Strong,
    Text,
    merged,
)
from discussion.documents.writers.odt.changes import Changes
from discussion.documents.writers.odt.looks import Looks
from discussion.documents.writers.odt.marks import (
    bookmark,
    footnote,
    linked,
    number_of,
    page_of,
    remark,
    styled,
    to_place,
)
from discussion.documents.writers.odt.places import Places
from discussion.documents.writers.odt.xml import words_of
from discussion.documents.writers.ranges import (
    NOTHING,
    Outer,
    Ranges,
    outer_of,
    outer_of_change,
    ranges_of,
)

BOLD, ITALIC = "Strong Emphasis", "Emphasis"
"""Character styles under the names LibreOffice gives them."""

_LEFT_TO_RIGHT = "\u200e"  # else the brackets of an English remark turn round in Arabic text


@dataclass
class Lines:
    """Starts lines; holds what they need to know of the document around them."""

    places: Places
    between: str  # the parts of a number that is referred to
    looks: Looks
    changes: Changes
    creator: str  # who says what stands behind a bracket
    marked: bool
    footnotes: Iterator[int] = field(default_factory=lambda: count(1))
    comments: Iterator[int] = field(default_factory=lambda: count(1))
    sourced: set[str] = field(default_factory=set)  # anchors inside lines that have their bookmark

    def place(self, anchor: str) -> tuple[str, str]:
        """The bookmark of words with sources of their own; the first with an anchor have it."""
        if anchor in self.sourced:
            return "", ""
        self.sourced.add(anchor)
        return bookmark(anchor, "src")

    def line(self, *, around: bool = False) -> "Line":
        """A new line; ``around``: its paragraph runs from right to left."""
        return Line(self, around=around)

    def write(self, content: tuple[Inline, ...], *, around: bool = False) -> str:
        """The words of a line, with all that is said of them."""
        line = self.line(around=around)
        line.write(content)
        return line.closed()


class Line(Ranges):
    """One line as it is being written: the ranges that are open and the words at its end."""

    def __init__(self, lines: Lines, *, around: bool) -> None:
        super().__init__()
        self._lines = lines
        self._around = around
        self._written: list[str] = []
        self._shown: list[str] = []
        self._outer = NOTHING

    def write(self, content: Iterable[Inline]) -> None:
        """Adds a content with all its ranges."""
        for stretch in merged(content):
            self._add(stretch)
        self.enter([])

    def typed(self, words: str, change: MarkChange | None, style: str = "") -> None:
        """Adds words of the makers, which come or go with what they belong to."""
        self._put(styled(style, words_of(words)), outer_of_change(change))

    def mark(self, markup: str) -> None:
        """Adds what shows nothing: one end of a range."""
        if markup:
            self._flush()
            self._written.append(markup)

    def closed(self) -> str:
        """The whole line."""
        self._flush()
        return "".join(self._written)

    def _add(self, stretch: Stretch) -> None:
        self.enter(ranges_of(stretch))
        if stretch.leaf is None:
            return
        spans = {type(layer.span) for layer in stretch.layers}
        shown = self._leaf(stretch.leaf)
        shown = styled(ITALIC, shown) if Emphasis in spans else shown
        shown = styled(BOLD, shown) if Strong in spans else shown
        self._put(shown, outer_of(stretch))

    def begin(self, layer: Layer) -> tuple[str, str]:
        """The marks at both ends of a range."""
        match layer.span:
            case Sourced(anchor=anchor):
                return self._lines.place(anchor)
            case Commented(comment=comment):
                return self._comments((comment,))
            case Bracket(attributions=told) | Alternatives(attributions=told):
                return self._comments(told)
            case _:
                return "", ""

    def _comments(self, told: Iterable[Comment | Attribution]) -> tuple[str, str]:
        before, after = "", ""
        for each in told if self._lines.marked else ():
            start, end = remark(next(self._lines.comments), each, self._lines.creator)
            before, after = before + start, end + after
        return before, after

    def sign(self, sign: str, change: MarkChange | None) -> None:
        """Adds a bracket in the look of brackets."""
        self.typed(sign, change, "Bracket")

    def _put(self, shown: str, outer: Outer) -> None:
        if outer != self._outer:
            self._flush()
            self._outer = outer
        self._shown.append(shown)

    def _flush(self) -> None:
        """Writes the words so far inside what they have in common."""
        if not self._shown:
            return
        link, _, inserted, deleted = self._outer
        shown = "".join(self._shown)
        changes = self._lines.changes
        if inserted and not deleted:
            before, after = changes.inserted(inserted.change)
            shown = f"{before}{shown}{after}"
        shown = self._linked(link.target, shown) if link else shown
        if deleted:
            gone, first = f"<text:p>{shown}</text:p>", inserted.change if inserted else None
            shown = changes.deleted(deleted.change, gone, first)
        self._written.append(shown)
        self._shown, self._outer = [], NOTHING

    def _linked(self, target: str, shown: str) -> str:
        """Places in the document and web addresses; anything else is shown as its words."""
        if target.startswith("#") and target[1:] in self._lines.places:
            return to_place(target[1:], shown)
        if not target.startswith(("https://", "http://")):
            return shown
        return linked(target, shown)

    def _leaf(self, leaf: Leaf) -> str:
        match leaf:
            case Text(words=words, language=language):
                said = words_of(words)
                look = self._lines.looks.language(language) if language else ""
                return f'<text:span text:style-name="{look}">{said}</text:span>' if look else said
            case LineBreak():
                return "<text:line-break/>"
            case Editorial(words=words):
                return self._editorial(words)
            case Reference():
                return self._reference(leaf)
            case Footnote(content=content):
                return self._footnote(content)
            case _:
                assert_never(leaf)

    def _editorial(self, words: str) -> str:
        held = _LEFT_TO_RIGHT if self._around else ""
        return styled("Editorial", words_of(f"{held}[{words}]{held}"))

    def _reference(self, reference: Reference) -> str:
        """Fields that show what stands at the place; one without a number is called by its anchor.

        A number of several parts is as many fields: each shows what is printed at its own place.
        """
        if reference.target not in self._lines.places:
            return self._editorial(NOWHERE)
        if reference.form == "page":
            return page_of(reference.target)
        parts = self._lines.places[reference.target]
        if not parts:
            return to_place(reference.target, words_of(reference.target))
        between = words_of(self._lines.between)
        return between.join(number_of(anchor, number) for anchor, number in parts)

    def _footnote(self, content: tuple[Inline, ...]) -> str:
        return footnote(next(self._lines.footnotes), self._lines.write(content))
