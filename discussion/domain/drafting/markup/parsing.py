"""Reads the markup of a paragraph: whatever is typed has a meaning, and nothing typed is lost.

It must not know what a paragraph is for. One pass over the text; a sign that closes nothing, or
that nothing closes, becomes a word again and a mistake is noted.
"""

import re
from dataclasses import dataclass, field, replace

from discussion.domain.drafting.markup.pieces import (
    Alternative,
    Attribution,
    Bracket,
    Emphasis,
    Markup,
    Mistake,
    Piece,
    Stand,
    Words,
)

MOST_NESTED = 4  # brackets inside each other; nobody can read more, and no parser should have to

_SIGNS = r"\[\]{}|*"
_TOKEN = re.compile(rf"\\[{_SIGNS}\\]|[{_SIGNS}]|\\|[^{_SIGNS}\\]+")
_IN_BRACES = re.compile(r"\{((?:\\.|[^{}\\])*)\}", re.DOTALL)
ESCAPED = re.compile(rf"\\([{_SIGNS}\\])")
_TO_ESCAPE = re.compile(rf"[{_SIGNS}\\]")

MESSAGES = {
    "not_opened": "This bracket closes nothing. Take it out, or write \\] if it is meant.",
    "not_closed": "This bracket is never closed. Write ] where it ends, or \\[ if it is meant.",
    "bar_outside": "A bar divides alternatives inside a bracket only. Write \\| if it is meant.",
    "emphasis_open": "This asterisk has no partner before the end of its part. Write the second "
    "one, or \\* if it is meant.",
    "emphasis_empty": "Nothing stands between these asterisks.",
    "bracket_empty": "Nothing stands in this bracket. Write the words, or take it out.",
    "alternative_empty": "One of these alternatives is empty. Write it, or take its bar out.",
    "too_deep": f"Brackets stand in each other {MOST_NESTED} deep at most. Settle one of the "
    "outer ones first.",
    "braces_outside": "Names in braces stand right after a bracket only. Write \\{ and \\} if "
    "they are meant.",
    "braces_open": "This brace is never closed. Write } after the names, or \\{ if it is meant.",
    "braces_not_opened": "This brace closes nothing. Take it out, or write \\} if it is meant.",
    "nobody_named": "The braces name nobody. Write who stands behind the bracket: {MY, ID: why}.",
}
"""What is said of each kind of mistake."""


def parse(text: str) -> Markup:
    """The pieces of a text and what is odd about it; every text has pieces."""
    reading = _Reading(text)
    while reading.at < len(text):
        reading.step()
    return reading.end()


def escape(words: str) -> str:
    """The words written so that no sign in them means anything: for what is taken over."""
    return _TO_ESCAPE.sub(lambda sign: f"\\{sign.group()}", words)


@dataclass
class _Open:
    """A bracket, an emphasis or the whole text, while what stands in it is being read."""

    kind: str  # "text", "[" or "*"
    start: int
    content: list[Piece] = field(default_factory=list)
    parts: list[Alternative] = field(default_factory=list)  # the alternatives before this one
    part_start: int = 0
    depth: int = 0  # brackets around what is being read, this one included

    def add(self, piece: Piece) -> None:
        last = self.content[-1] if self.content else None
        if isinstance(piece, Words) and isinstance(last, Words):
            joined = replace(
                last, written=last.written + piece.written, words=last.words + piece.words
            )
            self.content[-1] = joined
        else:
            self.content.append(piece)

    def sign(self, start: int, sign: str) -> None:
        self.add(Words(start, sign, sign))

    def alternatives(self) -> tuple[Alternative, ...]:
        return (*self.parts, Alternative(self.part_start, tuple(self.content)))


class _Reading:
    """The text while it is read, from the left, with everything that is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._open = [_Open("text", 0)]
        self._mistakes: list[Mistake] = []
        self._told: set[int] = set()  # closing braces whose mistake is noted with their opening

    def step(self) -> None:
        """Take in the next sign or run of words."""
        found = _TOKEN.match(self.text, self.at)
        assert found is not None  # the pattern has a case for every character
        start, token = self.at, found.group()
        self.at = found.end()
        match token:
            case "[":
                self._opens(start)
            case "]":
                self._closes(start)
            case "|":
                self._divides(start)
            case "*":
                self._emphasises(start)
            case "{":
                self._names(start)
            case "}":
                self._closes_no_names(start)
            case _:
                self._open[-1].add(Words(start, token, _unescaped(token)))

    def end(self) -> Markup:
        """Everything that was read; what is still open becomes words."""
        while len(self._open) > 1:
            self._give_up()
        mistakes = tuple(sorted(self._mistakes, key=lambda m: (m.start, m.end, m.code)))
        return Markup(tuple(self._open[0].content), mistakes)

    def _opens(self, start: int) -> None:
        depth = self._open[-1].depth + 1
        self._open.append(_Open("[", start, part_start=start + 1, depth=depth))

    def _closes(self, start: int) -> None:
        if not self._reach_bracket(start, "not_opened"):
            return
        closed = self._open.pop()
        if closed.depth > MOST_NESTED:
            self._mistake(closed.start, start + 1, "too_deep")
            self._spill(closed)
            self._open[-1].sign(start, "]")
            return
        alternatives = closed.alternatives()
        if any(_blank(a.content) for a in alternatives):
            code = "bracket_empty" if len(alternatives) == 1 else "alternative_empty"
            self._mistake(closed.start, start + 1, code)
        if len(alternatives) > 1:
            alternatives = tuple(Alternative(a.start, _trimmed(a.content)) for a in alternatives)
        self._open[-1].add(Bracket(closed.start, start + 1, alternatives))

    def _divides(self, start: int) -> None:
        if self._reach_bracket(start, "bar_outside"):
            bracket = self._open[-1]
            bracket.parts.append(Alternative(bracket.part_start, tuple(bracket.content)))
            bracket.content, bracket.part_start = [], start + 1

    def _emphasises(self, start: int) -> None:
        if self._open[-1].kind != "*":
            self._open.append(_Open("*", start, depth=self._open[-1].depth))
            return
        closed = self._open.pop()
        if _blank(tuple(closed.content)):
            self._mistake(closed.start, start + 1, "emphasis_empty")
        self._open[-1].add(Emphasis(closed.start, tuple(closed.content)))

    def _names(self, start: int) -> None:
        found = _IN_BRACES.match(self.text, start)
        if found is None:
            self._mistake(start, start + 1, "braces_open")
            self._open[-1].sign(start, "{")
        elif not self._attribute(start, found.group(), found.group(1)):
            self._mistake(start, found.end(), "braces_outside")
            self._told.add(found.end() - 1)
            self._open[-1].sign(start, "{")
        else:
            self.at = found.end()

    def _attribute(self, start: int, written: str, inside: str) -> bool:
        """Gives the bracket just before its names; False when there is no such bracket."""
        content = self._open[-1].content
        gap = content.pop() if len(content) > 1 and _is_gap(content[-1]) else None
        bracket = content[-1] if content else None
        if not isinstance(bracket, Bracket) or bracket.attribution:
            content += [gap] if gap else []
            return False
        spaces = gap.written if isinstance(gap, Words) else ""
        stands = _stands(inside)
        if not stands:
            self._mistake(start, start + len(written), "nobody_named")
        named = Attribution(start - len(spaces), spaces + written, stands)
        content[-1] = replace(bracket, attribution=named)
        return True

    def _closes_no_names(self, start: int) -> None:
        if start not in self._told:
            self._mistake(start, start + 1, "braces_not_opened")
        self._open[-1].sign(start, "}")

    def _reach_bracket(self, start: int, code: str) -> bool:
        """Makes the innermost bracket the last thing open; without one the sign is a word."""
        if not self._open[-1].depth:
            self._mistake(start, start + 1, code)
            self._open[-1].sign(start, self.text[start])
            return False
        while self._open[-1].kind != "[":
            self._give_up()
        return True

    def _give_up(self) -> None:
        """The innermost open sign was never closed: it and what followed are plain content."""
        given_up = self._open.pop()
        code = "not_closed" if given_up.kind == "[" else "emphasis_open"
        self._mistake(given_up.start, given_up.start + 1, code)
        self._spill(given_up)

    def _spill(self, frame: _Open) -> None:
        outer = self._open[-1]
        outer.sign(frame.start, frame.kind)
        if frame.kind == "*":
            alternatives: tuple[Alternative, ...] = (Alternative(0, tuple(frame.content)),)
        else:
            alternatives = frame.alternatives()
        for number, alternative in enumerate(alternatives):
            if number:
                outer.sign(alternative.start - 1, "|")
            for piece in alternative.content:
                outer.add(piece)

    def _mistake(self, start: int, end: int, code: str) -> None:
        self._mistakes.append(Mistake(start, end, code, MESSAGES[code]))


def _trimmed(content: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The content of an alternative; spaces beside its bars are typed but not shown."""
    if not content:
        return content
    trimmed, last = list(content), content[-1]
    if isinstance(last, Words):
        said = last.words.rstrip()
        spaces = len(last.words) - len(said)
        written = last.written[: len(last.written) - spaces]
        gap = Words(last.start + len(written), last.written[len(written) :], "")
        trimmed[-1:] = [Words(last.start, written, said), gap]
    if isinstance(first := trimmed[0], Words):
        said = first.words.lstrip()
        spaces = len(first.words) - len(said)
        gap = Words(first.start, first.written[:spaces], "")
        trimmed[:1] = [gap, Words(first.start + spaces, first.written[spaces:], said)]
    return tuple(piece for piece in trimmed if not isinstance(piece, Words) or piece.written)


def _stands(inside: str) -> tuple[Stand, ...]:
    """``MY, ID: too soon; Table 2: no number`` as parties with their reasons."""
    told = (part.partition(":") for part in inside.split(";"))
    stands = (Stand(_parties(who), _unescaped(reason).strip()) for who, _, reason in told)
    return tuple(stand for stand in stands if stand.who)


def _parties(written: str) -> tuple[str, ...]:
    named = (_unescaped(party).strip() for party in written.split(","))
    return tuple(dict.fromkeys(party for party in named if party))


def _unescaped(written: str) -> str:
    return ESCAPED.sub(r"\1", written)


def _blank(content: tuple[Piece, ...]) -> bool:
    return all(_is_gap(piece) for piece in content)


def _is_gap(piece: Piece) -> bool:
    """Whether a piece is nothing but space."""
    return isinstance(piece, Words) and not piece.words.strip()
