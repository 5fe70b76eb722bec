"""What stands inside a line; it must not know paragraphs.

Brackets, alternatives, references and changes are nodes, never characters typed into a text, so
that every writer can show them in its own way and none is mistaken for somebody's words.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from discussion.documents.tree.sources import Source


@dataclass(frozen=True)
class Text:
    """Words, as they are. A line feed in them is a line break."""

    words: str
    language: str | None = None  # None: the document's


@dataclass(frozen=True)
class LineBreak:
    """A new line inside the same paragraph."""


@dataclass(frozen=True)
class Editorial:
    """A remark of the makers inside a text, shown in square brackets: "to be translated".

    Also the visible place of what people still have to write; never anybody's words.
    """

    words: str


ReferenceForm = Literal["number", "page"]


@dataclass(frozen=True)
class Reference:
    """The number of another place of the document ("12(a)"), or of the page it stands on."""

    target: str  # an anchor
    form: ReferenceForm = "number"


@dataclass(frozen=True)
class Footnote:
    """A note at the foot of the page, with its number at this place."""

    content: tuple["Inline", ...]


@dataclass(frozen=True)
class Emphasis:
    """Words set apart in italics, as opening words of paragraphs are."""

    content: tuple["Inline", ...]


@dataclass(frozen=True)
class Strong:
    """Words set in bold."""

    content: tuple["Inline", ...]


@dataclass(frozen=True)
class Link:
    """Words that lead to an anchor of the same document (``#OP-12``) or to a web address."""

    content: tuple["Inline", ...]
    target: str


@dataclass(frozen=True)
class Sourced:
    """Words inside a paragraph with an anchor and sources of their own."""

    content: tuple["Inline", ...]
    anchor: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Change:
    """Who changed something, and when; ``at`` is aware, in whole seconds as Word keeps it."""

    author: str
    at: datetime


@dataclass(frozen=True)
class MarkChange:
    """That the end of a paragraph, a row or the signs of a bracket came or went."""

    fate: Literal["inserted", "deleted"]
    change: Change


@dataclass(frozen=True)
class Inserted:
    """Words that were not there before, until somebody accepts or rejects them."""

    content: tuple["Inline", ...]
    change: Change


@dataclass(frozen=True)
class Deleted:
    """Words that are to go, until somebody accepts or rejects that."""

    content: tuple["Inline", ...]
    change: Change


@dataclass(frozen=True)
class Attribution:
    """Who stands behind a bracket or an option, and why; shown in working texts alone."""

    backers: tuple[str, ...]  # names or codes, without commas and colons
    reason: str = ""

    @property
    def words(self) -> str:
        """In one line, from which both can be told again: ``MY, Table 4: It is not agreed``."""
        return ": ".join(filter(None, (", ".join(self.backers), self.reason)))

    @classmethod
    def of_words(cls, words: str) -> "Attribution":
        """The one that such a line tells of."""
        backers, _, reason = words.partition(": ")
        return cls(tuple(backers.split(", ")), reason)


@dataclass(frozen=True)
class Bracket:
    """Words that are not agreed, in square brackets."""

    content: tuple["Inline", ...]
    attributions: tuple[Attribution, ...] = ()
    signs: MarkChange | None = None  # where the brackets themselves come or go


@dataclass(frozen=True)
class Alternatives:
    """Wordings of which one is to be chosen, each in square brackets: ``[shall][should]``."""

    options: tuple[tuple["Inline", ...], ...]
    attributions: tuple[Attribution, ...] = ()
    signs: MarkChange | None = None


@dataclass(frozen=True)
class Comment:
    """A remark beside the text, of somebody; line feeds part its paragraphs."""

    author: str
    words: str
    at: datetime | None = None  # aware, in whole seconds


@dataclass(frozen=True)
class Commented:
    """Words that a comment is about; shown in working texts alone."""

    content: tuple["Inline", ...]
    comment: Comment


Leaf = Text | LineBreak | Editorial | Reference | Footnote
"""What shows something by itself."""

Span = Emphasis | Strong | Link | Sourced | Inserted | Deleted | Bracket | Alternatives | Commented
"""What says something of the words inside it."""

Inline = Leaf | Span
