"""Lines as elements of a page, with their footnotes and comments; it must not know blocks."""

from collections.abc import Mapping
from html import escape
from typing import assert_never

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
    Inserted,
    LineBreak,
    Link,
    MarkChange,
    Reference,
    Sourced,
    Strong,
    Text,
)


class Lines:
    """Writes lines and keeps the notes that are to stand under all of them."""

    def __init__(self, labels: Mapping[str, str], *, marked: bool) -> None:
        self._labels = labels
        self._marked = marked
        self._footnotes: list[str] = []
        self._comments: list[str] = []

    def write(self, content: tuple[Inline, ...]) -> str:
        """The elements of a line."""
        return "".join(self._inline(inline) for inline in content)

    def notes(self) -> str:
        """The footnotes, and the comments of a working text, each with the way back."""
        return _list("Notes", "note", self._footnotes) + _list("Comments", "c", self._comments)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(words=words, language=language):
                said = escape(words).replace("\n", "<br>")
                return f'<span lang="{escape(language)}">{said}</span>' if language else said
            case LineBreak():
                return "<br>"
            case Editorial(words=words):
                return f'<bdi class="editorial">[{escape(words)}]</bdi>'
            case Reference(target=target):
                return self._reference(target)
            case Footnote(content=inner):
                return self._note("note", self._footnotes, self.write(inner))
            case Emphasis(content=inner):
                return f"<em>{self.write(inner)}</em>"
            case Strong(content=inner):
                return f"<strong>{self.write(inner)}</strong>"
            case Link(content=inner, target=target):
                return self._link(inner, target)
            case Sourced(content=inner, anchor=anchor):
                return f'<span id="{escape(anchor)}">{self.write(inner)}</span>'
            case Inserted(content=inner, change=change):
                return _changed("ins", self.write(inner), change)
            case Deleted(content=inner, change=change):
                return _changed("del", self.write(inner), change)
            case Bracket():
                return self._bracketed((inline.content,), inline)
            case Alternatives():
                return self._bracketed(inline.options, inline)
            case Commented(content=inner, comment=comment):
                return self._commented(inner, comment)
            case _:
                assert_never(inline)

    def _reference(self, target: str) -> str:
        if target not in self._labels:
            return self._inline(Editorial(NOWHERE))
        return f'<a href="#{escape(target)}">{escape(self._labels[target] or target)}</a>'

    def _link(self, inner: tuple[Inline, ...], target: str) -> str:
        """Only places in the document and web addresses; ``javascript:`` is shown as words."""
        if not target.startswith(("#", "https://", "http://")):
            return self.write(inner)
        return f'<a href="{escape(target)}">{self.write(inner)}</a>'

    def _bracketed(
        self, options: tuple[tuple[Inline, ...], ...], node: Bracket | Alternatives
    ) -> str:
        before, after = _sign("[", node.signs), _sign("]", node.signs)
        words = "".join(f"{before}{self.write(option)}{after}" for option in options)
        told = "".join(map(_attribution, node.attributions)) if self._marked else ""
        return f'<span class="bracket">{words}</span>{told}'

    def _commented(self, inner: tuple[Inline, ...], comment: Comment) -> str:
        if not self._marked:
            return self.write(inner)
        said = escape(comment.words).replace("\n", "<br>")
        note = self._note("c", self._comments, f"<b>{escape(comment.author)}:</b> {said}")
        return f'<span class="commented">{self.write(inner)}</span>{note}'

    def _note(self, kind: str, notes: list[str], said: str) -> str:
        notes.append(said)
        number = len(notes)
        shown = f"{'c' if kind == 'c' else ''}{number}"
        return f'<sup><a id="{kind}-{number}-from" href="#{kind}-{number}">{shown}</a></sup>'


def _sign(sign: str, change: MarkChange | None) -> str:
    if change is None:
        return sign
    return _changed("ins" if change.fate == "inserted" else "del", sign, change.change)


def _changed(tag: str, words: str, change: Change) -> str:
    moment = change.at.isoformat(timespec="seconds")
    return f'<{tag} datetime="{moment}" title="{escape(change.author)}">{words}</{tag}>'


def _attribution(attribution: Attribution) -> str:
    return f' <small class="attribution">{{{escape(attribution.words)}}}</small>'


def _list(title: str, kind: str, notes: list[str]) -> str:
    if not notes:
        return ""
    items = "".join(
        f'<li id="{kind}-{n}">{said} <a href="#{kind}-{n}-from" aria-label="back">↩</a></li>\n'
        for n, said in enumerate(notes, 1)
    )
    return f'<section class="notes"><h2>{title}</h2>\n<ol>\n{items}</ol></section>\n'
