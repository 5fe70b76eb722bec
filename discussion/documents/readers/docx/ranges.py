"""The ranges of a line while it is being read: comments, sources, brackets; must not know XML.

Whether a bracket holds one wording or several is known only where it ends, and somebody may have
deleted one of its signs: then the other is a sign typed into the text, and nothing is lost.
"""

from dataclasses import dataclass, field, replace

from discussion.documents.tree import (
    Alternatives,
    Attribution,
    Bracket,
    Comment,
    Commented,
    Deleted,
    Inserted,
    Layer,
    MarkChange,
    Option,
    Sourced,
    Stretch,
    Text,
)
from discussion.documents.vocabulary import ATTRIBUTION


@dataclass
class _Range:
    key: str
    span: Sourced | Commented | Bracket
    serial: int
    start: int  # how many pieces there were when it began
    option: int = 0
    alternatives: bool = False


@dataclass(frozen=True)
class _Piece:
    """A stretch, and the ranges it lies in with the option of each."""

    stretch: Stretch
    inside: tuple[tuple[_Range, int], ...]


@dataclass
class Ranges:
    """The stretches so far and the ranges that are open."""

    _pieces: list[_Piece] = field(default_factory=list)
    _open: list[_Range] = field(default_factory=list)
    _waiting: dict[str, Attribution] = field(default_factory=dict)  # for the next bracket
    _serial: int = 0

    def put(self, stretch: Stretch) -> None:
        """Adds a stretch inside all that is open."""
        self._pieces.append(_Piece(stretch, tuple((each, each.option) for each in self._open)))

    def open_sourced(self, id_: str, anchor: str) -> None:
        """Words with an anchor of their own begin."""
        self._begin(f"src{id_}", Sourced((), anchor))

    def open_comment(self, id_: str, comment: Comment, initials: str) -> None:
        """What a comment is about begins, or a bracket that somebody stands behind."""
        if initials == ATTRIBUTION:
            self._waiting[f"com{id_}"] = Attribution.of_words(comment.words)
        else:
            self._begin(f"com{id_}", Commented((), comment))

    def close(self, key: str) -> None:
        """A range ends, if it is one that was begun."""
        self._waiting.pop(key, None)
        for each in self._open:
            if each.key == key:
                self._end(each)
                return

    def sign(self, sign: str, by: Inserted | Deleted | None) -> None:
        """A bracket begins or ends, or one of its options does."""
        change = None
        if by is not None:
            fate = MarkChange("deleted", by.change)
            change = fate if isinstance(by, Deleted) else replace(fate, fate="inserted")
        around = next((r for r in reversed(self._open) if isinstance(r.span, Bracket)), None)
        if sign == "[":
            told, self._waiting = tuple(self._waiting.values()), {}
            self._begin("bracket", Bracket((), told, change))
        elif around is None:
            self.put(_typed(sign, by))
        elif sign == "][":
            self._keep_place(around)
            around.alternatives, around.option = True, around.option + 1
            around.start = len(self._pieces)
        else:
            self._end(around)

    def closed(self) -> list[Stretch]:
        """All stretches with their layers; a bracket that never ended is the sign it began with."""
        lost = [each for each in self._open if isinstance(each.span, Bracket)]
        for each in [r for r in self._open if r not in lost]:
            self._end(each)
        stretches: list[Stretch] = []
        told: list[_Range] = []
        for piece in self._pieces:
            begun = [r for r, _ in piece.inside if r in lost and r not in told]
            told += begun
            stretches += [_typed("[", None) for _ in begun]
            kept = tuple((r, option) for r, option in piece.inside if r not in lost)
            layers = tuple(layer for r, option in kept for layer in _layers(r, option))
            stretches.append(Stretch(piece.stretch.leaf, layers + piece.stretch.layers))
        return stretches + [_typed("[", None) for each in lost if each not in told]

    def _begin(self, key: str, span: Sourced | Commented | Bracket) -> None:
        self._serial += 1
        self._open.append(_Range(key, span, self._serial, len(self._pieces)))

    def _end(self, each: _Range) -> None:
        self._keep_place(each)
        self._open.remove(each)

    def _keep_place(self, each: _Range) -> None:
        """A range without words still has a place."""
        if len(self._pieces) == each.start:
            upto = self._open[: self._open.index(each) + 1]
            self._pieces.append(_Piece(Stretch(None), tuple((r, r.option) for r in upto)))


def _layers(each: _Range, option: int) -> tuple[Layer, ...]:
    if not each.alternatives or not isinstance(each.span, Bracket):
        return (Layer(each.span, each.serial),)
    span = Alternatives((), each.span.attributions, each.span.signs)
    return Layer(span, each.serial), Layer(Option(option))


def _typed(sign: str, by: Inserted | Deleted | None) -> Stretch:
    return Stretch(Text(sign), (Layer(by),) if by is not None else ())
