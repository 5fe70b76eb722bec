"""A paragraph's markup as inlines of the tree; it must not know what the paragraph is for."""

from collections.abc import Callable
from dataclasses import dataclass

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
from discussion.domain.drafting.openers import Opening, Part, in_form, joining, opening_of
from discussion.domain.drafting.profiles import VOICES, Profile

Parties = tuple[str, ...]


@dataclass(frozen=True)
class Naming:
    """Which of those who stand behind words a document may name."""

    named: Callable[[Parties], Parties]
    unnamed: str  # stands for all of them where none may be named


def inlines(text: str, naming: Naming, *, language: str | None = None) -> tuple[Inline, ...]:
    """The text with brackets, alternatives and who stands behind them."""
    return _Marked(language, naming).content(parse(text).pieces)


@dataclass(frozen=True)
class Voice:
    """Who speaks, in which language, and whether this is the first paragraph of the preamble."""

    profile: Profile
    language: str = "en"
    first: bool = False


def opened(
    text: str, part: Part, voice: Voice, naming: Naming, *, language: str | None
) -> tuple[Inline, ...]:
    """The text with its opening words in the profile's voice and style.

    An opening the table does not know, one under negotiation, or one that somebody has set off
    together with other words, stays as it was typed.
    """
    marked = _Marked(language, naming)
    found = _plain_opening(parse(text), text, part, voice.language)
    if found is None:
        return marked.content(parse(text).pieces)
    opening, start, end = found
    around = text[start - 1 : start] == text[end : end + 1] == "*"
    if not around and "*" in text[:start]:
        return marked.content(parse(text).pieces)
    before, after = (text[: start - 1], text[end + 1 :]) if around else (text[:start], text[end:])
    words = _in_voice(text[start:end], opening, voice)
    return (
        *marked.content(parse(before).pieces),
        _styled(words, voice, language),
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
        named = ((self._naming.named(stand.who), stand.reason) for stand in stands)
        return tuple(
            Attribution(parties or (self._naming.unnamed,), reason)
            for parties, reason in named
            if parties or reason
        )


def _plain_opening(
    read: Markup, text: str, part: Part, language: str
) -> tuple[Opening, int, int] | None:
    """The opener with its place in the typed text, where nothing is marked inside it."""
    words = shown(read, first_only=True)
    opening = opening_of(words.words, part, language)
    if opening is None:
        return None
    start, end = words.typed(opening.start, opening.end)
    plain = text[start:end] == words.words[opening.start : opening.end]
    return (opening, start, end) if plain and "[" not in text[:start] else None


def _in_voice(typed: str, opening: Opening, voice: Voice) -> str:
    """A chair's past tense is no voice of the profile's: it stays."""
    asked, language = VOICES[voice.profile.voice], opening.opener.language
    if opening.opener.part == "preamble" and language == "en":
        return typed.replace(" our ", " its ") if asked == "third" else typed
    if opening.form == "past":
        return typed
    said = typed
    if opening.form != asked:
        said = in_form(opening.opener, "third" if asked == "third" else "words", opening.again)
        said = said if typed[:1].isupper() else said[:1].lower() + said[1:]
    return joining(said, language, first=voice.first)


def _styled(words: str, voice: Voice, language: str | None) -> Inline:
    """Arabic has no slanted letters and no capitals: there openers are bold."""
    style = "bold" if voice.language == "ar" else voice.profile.opener
    match style:
        case "bold":
            return Strong((Text(words, language),))
        case "capitals":
            return Text(words.upper(), language)
        case _:
            return Emphasis((Text(words, language),))
