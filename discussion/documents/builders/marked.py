"""A paragraph's markup as inlines of the tree; it must not know what the paragraph is for."""

from collections.abc import Callable

from discussion.documents.tree import (
    Alternatives,
    Attribution,
    Bracket,
    Emphasis,
    Inline,
    Strong,
    Text,
)
from discussion.domain.drafting import markup
from discussion.domain.drafting.markup import Markup, Piece, parse, shown
from discussion.domain.drafting.openers import Opening, Part, in_form, opening_of
from discussion.domain.drafting.profiles import VOICES, Profile

Parties = tuple[str, ...]
Naming = Callable[[Parties], Parties]  # those of the parties that a document may name

_UNNAMED = ("not named",)


def inlines(text: str, naming: Naming, *, language: str | None = None) -> tuple[Inline, ...]:
    """The text with brackets, alternatives and who stands behind them."""
    return _Marked(language, naming).content(parse(text).pieces)


def opened(
    text: str, part: Part, profile: Profile, naming: Naming, *, language: str | None
) -> tuple[Inline, ...]:
    """The text with its opening words in the profile's voice and style.

    An opening the table does not know, or one under negotiation, stays as it was typed.
    """
    marked = _Marked(language, naming)
    found = _plain_opening(parse(text), text, part)
    if found is None:
        return marked.content(parse(text).pieces)
    opening, start, end = found
    around = text[start - 1 : start] == text[end : end + 1] == "*"
    before, after = (text[: start - 1], text[end + 1 :]) if around else (text[:start], text[end:])
    words = _in_voice(text[start:end], opening, profile)
    return (
        *marked.content(parse(before).pieces),
        _styled(words, profile, language),
        *marked.content(parse(after).pieces),
    )


class _Marked:
    """Turns pieces into inlines in one language."""

    def __init__(self, language: str | None, naming: Naming) -> None:
        self._language = language
        self._naming = naming

    def content(self, pieces: tuple[Piece, ...]) -> tuple[Inline, ...]:
        return tuple(inline for piece in pieces if (inline := self._inline(piece)) is not None)

    def _inline(self, piece: Piece) -> Inline | None:
        match piece:
            case markup.Words(words=words):
                return Text(words, self._language) if words else None
            case markup.Emphasis(content=content):
                return Emphasis(self.content(content))
            case markup.Bracket(alternatives=(only,)):
                return Bracket(self.content(only.content), self._attributions(piece))
            case markup.Bracket(alternatives=several):
                options = tuple(self.content(one.content) for one in several)
                return Alternatives(options, self._attributions(piece))

    def _attributions(self, bracket: markup.Bracket) -> tuple[Attribution, ...]:
        """Where nobody may be named the reason stays, and that somebody has it."""
        stands = bracket.attribution.stands if bracket.attribution else ()
        named = ((self._naming(stand.who), stand.reason) for stand in stands)
        return tuple(
            Attribution(parties or _UNNAMED, reason)
            for parties, reason in named
            if parties or reason
        )


def _plain_opening(read: Markup, text: str, part: Part) -> tuple[Opening, int, int] | None:
    """The opener with its place in the typed text, where nothing is marked inside it."""
    words = shown(read, first_only=True)
    opening = opening_of(words.words, part)
    if opening is None:
        return None
    start, end = words.typed(opening.start, opening.end)
    plain = text[start:end] == words.words[opening.start : opening.end]
    return (opening, start, end) if plain and "[" not in text[:start] else None


def _in_voice(typed: str, opening: Opening, profile: Profile) -> str:
    """A chair's past tense is no voice of the profile's: it stays."""
    asked = VOICES[profile.voice]
    if opening.opener.part == "preamble":
        return typed.replace(" our ", " its ") if asked == "third" else typed
    if opening.form in ("past", asked):
        return typed
    said = in_form(opening.opener, "third" if asked == "third" else "words", opening.again)
    return said if typed[:1].isupper() else said[:1].lower() + said[1:]


def _styled(words: str, profile: Profile, language: str | None) -> Inline:
    match profile.opener:
        case "bold":
            return Strong((Text(words, language),))
        case "capitals":
            return Text(words.upper(), language)
        case _:
            return Emphasis((Text(words, language),))
