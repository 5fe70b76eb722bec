"""Lines as WordprocessingML: runs inside changes and links, ranges round them; no blocks.

A line is written from its flat form, so that what Word does not allow (a link inside an
insertion) is never written, and one line has one form in the file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeGuard, assert_never

from discussion.documents.tree import (
    NOWHERE,
    Alternatives,
    Attribution,
    Bracket,
    Change,
    Comment,
    Commented,
    Deleted,
    Editorial,
    Emphasis,
    Footnote,
    Inline,
    Layer,
    Leaf,
    LineBreak,
    Link,
    MarkChange,
    Reference,
    Sourced,
    Stretch,
    Strong,
    Text,
    merged,
)
from discussion.documents.vocabulary import bookmark_of
from discussion.documents.writers.docx import runs
from discussion.documents.writers.docx.notes import Notes
from discussion.documents.writers.docx.runs import Look
from discussion.documents.writers.docx.xml import attribute, moment
from discussion.documents.writers.ranges import (
    NOTHING,
    Outer,
    Ranges,
    outer_of,
    outer_of_change,
    ranges_of,
)


@dataclass
class Lines:
    """Writes lines; holds what they need to know of the document around them."""

    styles: Mapping[str, str]
    labels: Mapping[str, str]  # of every place that can be referred to
    above: Mapping[str, tuple[str, ...]]  # the places a sub-paragraph stands under
    notes: Notes
    link_to: Callable[[str], str]  # the id of the relation to a web address
    marked: bool
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def write(self, content: tuple[Inline, ...], *, around: bool = False, style: str = "") -> str:
        """The runs of a line; ``around``: its paragraph runs from right to left."""
        if len(content) == 1 and isinstance(content[0], Text) and not style and not around:
            return runs.text(content[0].words, runs.PLAIN, content[0].language)
        written = _Line(self, around=around, style=style)
        for stretch in merged(content):
            written.add(stretch)
        return written.closed()

    def changed(self, tag: str, change: Change) -> str:
        """The start of an element that says who changed something, without its closing sign."""
        by = f"w:author={attribute(change.author)}"
        return f'<w:{tag} w:id="{next(self.ids)}" {by} w:date="{moment(change.at)}"'

    def to_place(self, anchor: str, shown: str) -> str:
        """Runs that lead to a place of the document."""
        bookmark = bookmark_of(anchor)
        return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{shown}</w:hyperlink>'

    def bookmarked(self, anchor: str, inner: str, kind: str = "par") -> str:
        """Markup with the bookmark of its anchor round it."""
        start, end = self.bookmark(anchor, kind)
        return f"{start}{inner}{end}"

    def bookmark(self, anchor: str, kind: str) -> tuple[str, str]:
        """The marks at both ends of a bookmark."""
        id_ = f'w:id="{next(self.ids)}"'
        name = bookmark_of(anchor, kind)
        return f'<w:bookmarkStart {id_} w:name="{name}"/>', f"<w:bookmarkEnd {id_}/>"


class _Line(Ranges):
    """One line as it is being written: the ranges that are open and the runs at its end."""

    def __init__(self, lines: Lines, *, around: bool, style: str) -> None:
        super().__init__()
        self._lines = lines
        self._around = around
        self._style = style
        self._written: list[str] = []
        self._runs: list[str] = []
        self._outer = NOTHING

    def add(self, stretch: Stretch) -> None:
        """Adds what one stretch shows."""
        self.enter(ranges_of(stretch))
        if stretch.leaf is None:
            return
        spans = {type(layer.span) for layer in stretch.layers}
        look = Look(self._style, Strong in spans, Emphasis in spans, Deleted in spans, self._around)
        link, serial, inserted, deleted = outer_of(stretch)
        if self._leads_to_no_number(stretch.leaf):
            link, serial = Link((), f"#{stretch.leaf.target}"), -next(self._lines.ids)
        self._put(self._leaf(stretch.leaf, look), (link, serial, inserted, deleted))

    def closed(self) -> str:
        """The whole line."""
        self.enter([])
        self._flush()
        return "".join(self._written)

    def begin(self, layer: Layer) -> tuple[str, str]:
        """The marks at both ends of a range."""
        match layer.span:
            case Sourced(anchor=anchor):
                return self._lines.bookmark(anchor, "src")
            case Commented(comment=comment):
                return self._comments((comment,))
            case Bracket(attributions=told) | Alternatives(attributions=told):
                return self._comments(told)
            case _:
                return "", ""

    def _comments(self, told: Iterable[Comment | Attribution]) -> tuple[str, str]:
        before, after = "", ""
        for each in told if self._lines.marked else ():
            number = self._lines.notes.comment(each)
            before += f'<w:commentRangeStart w:id="{number}"/>'
            end = f'<w:commentRangeEnd w:id="{number}"/>{runs.comment_sign(number)}'
            after = end + after
        return before, after

    def sign(self, sign: str, change: MarkChange | None) -> None:
        """Adds a bracket in the look of brackets."""
        outer = outer_of_change(change)
        style = self._lines.styles["Bracket"]
        look = Look(style, deleted=outer[3] is not None, around=self._around)
        self._put(runs.text(sign, look), outer)

    def mark(self, markup: str) -> None:
        """Adds what shows nothing: one end of a range."""
        if markup:
            self._flush()
            self._written.append(markup)

    def _put(self, run: str, outer: Outer) -> None:
        if outer != self._outer:
            self._flush()
            self._outer = outer
        self._runs.append(run)

    def _flush(self) -> None:
        """Writes the runs so far inside what they have in common."""
        if not self._runs:
            return
        link, _, inserted, deleted = self._outer
        shown = "".join(self._runs)
        if deleted:
            shown = f"{self._lines.changed('del', deleted.change)}>{shown}</w:del>"
        if inserted:
            shown = f"{self._lines.changed('ins', inserted.change)}>{shown}</w:ins>"
        self._written.append(self._linked(link.target, shown) if link else shown)
        self._runs = []

    def _linked(self, target: str, shown: str) -> str:
        """Places in the document and web addresses; anything else is shown as its words."""
        if target.startswith("#") and target[1:] in self._lines.labels:
            return self._lines.to_place(target[1:], shown)
        if target.startswith(("https://", "http://")):
            id_ = self._lines.link_to(target)
            return f'<w:hyperlink r:id="{id_}" w:history="1">{shown}</w:hyperlink>'
        return shown

    def _leaf(self, leaf: Leaf, look: Look) -> str:
        match leaf:
            case Text(words=words, language=language):
                return runs.text(words, look, language)
            case LineBreak():
                return runs.line_break(look)
            case Editorial(words=words):
                return runs.editorial(words, self._as_editorial(look))
            case Reference(target=target, form=form):
                if target not in self._lines.labels:
                    return runs.editorial(NOWHERE, self._as_editorial(look))
                if form == "page":
                    return runs.page_of(target, look)
                places = (*self._lines.above.get(target, ()), target)
                return runs.reference(places, self._lines.labels, look)
            case Footnote(content=content):
                number = self._lines.notes.footnote(self._lines.write(content))
                return runs.footnote_sign(number, self._lines.styles["Footnote Reference"], look)
            case _:
                assert_never(leaf)

    def _leads_to_no_number(self, leaf: Leaf) -> TypeGuard[Reference]:
        """Whether a place is meant that has no number of its own: its anchor is shown."""
        return (
            isinstance(leaf, Reference)
            and leaf.form == "number"
            and self._lines.labels.get(leaf.target) == ""
        )

    def _as_editorial(self, look: Look) -> Look:
        return replace(look, style=self._lines.styles["Editorial"])
