"""What a paragraph of the declaration is made of, each piece with its place in the typed text.

It must not know how the text was read, nor how it will look.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Plain words: as they were typed, backslashes and all, and as they are shown.

    Spaces beside the bar between alternatives are typed and not shown.
    """

    start: int
    written: str
    words: str


@dataclass(frozen=True)
class Emphasis:
    """Words between two asterisks, as the opening words of a paragraph are."""

    start: int
    content: tuple["Piece", ...]


@dataclass(frozen=True)
class Stand:
    """Who stands behind a bracket, and why, in their words; the reason may be empty."""

    who: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Attribution:
    """What stands in braces after a bracket; ``written`` begins with any space before them."""

    start: int
    written: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True)
class Alternative:
    """One of the readings a bracket offers."""

    start: int
    content: tuple["Piece", ...]


@dataclass(frozen=True)
class Bracket:
    """Words that are not agreed: one reading that may go, or several to choose from."""

    start: int
    end: int  # after its closing sign, before any braces
    alternatives: tuple[Alternative, ...]
    attribution: Attribution | None = None


Piece = Words | Emphasis | Bracket


@dataclass(frozen=True)
class Mistake:
    """A sign that means nothing where it stands; it is shown as it was typed."""

    start: int
    end: int
    code: str
    message: str


@dataclass(frozen=True)
class Markup:
    """A paragraph as it was understood; together the pieces hold every typed character."""

    pieces: tuple[Piece, ...]
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True)
class Count:
    """What is still open in a text, and how long it is."""

    brackets: int  # also those inside others
    alternatives: int  # brackets that offer a choice
    objections: int  # parties named after brackets, once for each bracket
    words: int  # of all readings together


def text_of(markup: Markup) -> str:
    """The text as it was typed."""
    return "".join(map(_written, markup.pieces))


def brackets_in(pieces: tuple[Piece, ...]) -> Iterator[Bracket]:
    """Every bracket, those inside others after the one they stand in."""
    for piece in pieces:
        match piece:
            case Bracket(alternatives=alternatives):
                yield piece
                for alternative in alternatives:
                    yield from brackets_in(alternative.content)
            case Emphasis(content=content):
                yield from brackets_in(content)
            case Words():
                pass


def _written(piece: Piece) -> str:
    match piece:
        case Words(written=written):
            return written
        case Emphasis(content=content):
            return f"*{''.join(map(_written, content))}*"
        case Bracket(alternatives=alternatives, attribution=attribution):
            readings = ("".join(map(_written, a.content)) for a in alternatives)
            return f"[{'|'.join(readings)}]{attribution.written if attribution else ''}"
