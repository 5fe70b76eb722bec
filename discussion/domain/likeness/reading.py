"""Reads a text into what is compared: terms of the field, stems, and what turns its meaning.

It must not know which other texts there are.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from discussion.domain.countries import COUNTRIES, ORGANISATIONS
from discussion.domain.languages import language_of
from discussion.domain.likeness.numbers import numbers
from discussion.domain.likeness.phrases import Found, Phrases, Row, rows
from discussion.domain.likeness.stems import stem
from discussion.domain.likeness.terms import ACTS, EVERYDAY, PEOPLE, STRENGTHS, THINGS
from discussion.domain.likeness.terms.small import (
    EMPTY,
    MODALS,
    NEGATIONS,
    NO_NEGATION,
    SCOPES,
    UNITS,
)
from discussion.domain.likeness.words import Word, folded, words

SMALL = frozenset(folded(word) for word in EMPTY.split())
"""Words that carry no meaning of their own, folded."""

_ARTICLES = "the a an of le la les du des de d un une en"
ARTICLES = frozenset(_ARTICLES.split())
"""Words that come and go within a term without changing it."""

PREFIXES = "ولبفكس"  # one-letter words that Arabic writes together with the next
LONG = 4  # letters of a word that may hold another
_BESIDE = 2  # tokens
_ABOUT = 4  # words within which "ne" and "pas" are one negation


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that turn the meaning: ``kind`` of difference, and ``value`` shared by synonyms."""

    kind: str  # out of differences.KINDS
    value: str
    start: int  # of its first word
    end: int
    beside: tuple[str, ...]  # the tokens that follow: what is negated, counted or ordered


@dataclass(frozen=True, slots=True)
class Token:
    """What a text is compared by: a term or a stem, and the words it stands for."""

    name: str  # "c:" a term, "n:" a number, "p:" a country, "b:" a body, "s:" a stem
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is compared."""

    text: str
    language: str  # "en", "fr" or "ar"
    words: tuple[Word, ...]
    tokens: tuple[Token, ...]
    marks: tuple[Mark, ...]

    def written(self, start: int, end: int) -> str:
        """The text's own characters from one word to before another."""
        if start == end:
            return ""
        return self.text[self.words[start].start : self.words[end - 1].end]


@lru_cache(maxsize=256)  # a note is compared with many, one after the other
def read(text: str, countries: tuple[str, ...] = ()) -> Reading:
    """A text, and the countries and organisations chosen beside it, as they are compared."""
    return read_as(text, language_of(text), countries)


def read_as(text: str, language: str, countries: tuple[str, ...] = ()) -> Reading:
    """The same for a text in a language that is known: "en", "fr" or "ar"."""
    row = words(text)
    plain = tuple(word.folded for word in row)
    stems = tuple(_compared(word, language) for word in plain)
    small = tuple(_small(word, language) for word in plain)
    places = list(_PLACES.find([_placed(word) for word in plain]))
    bodies = list(_bodies(text, row))
    counted = list(numbers(plain))
    taken = {i for found in chain(places, bodies, counted) for i in range(found.start, found.end)}
    terms = list(_terms(plain, stems, taken))
    tokens = _tokens(plain, stems, (("p", places), ("b", bodies), ("n", counted), ("c", terms)))
    tokens += _chosen(tokens, countries, len(row))
    marks = sorted(
        chain(
            _marks("country", _named(tokens, "p"), tokens),
            _marks("body", _named(tokens, "b"), tokens),
            _marks("number", chain(counted, _UNITS.find(small)), tokens),
            _marks("negation", _negations(plain), tokens),
            _marks("modal", _modals(plain, tokens), tokens),
            _marks("scope", _SCOPES.find(small), tokens),
            _marks("strength", (f for f in terms if f.name in _STRENGTH), tokens),
            _marks("who", (f for f in terms if f.name in _WHO), tokens),
        ),
        key=lambda mark: (mark.start, mark.kind, mark.value),
    )
    return Reading(text, language, row, tuple(tokens), tuple(marks))


def _compared(word: str, language: str) -> str:
    """A stem; French ones apart from English ones, small words as they are: "not" is no "note"."""
    if word in SMALL:
        return f"({word})"
    stemmed = stem(word, language)
    if "\u0600" <= word[0] <= "\u06ff":
        bare = stemmed[1:] if stemmed[0] in PREFIXES and len(stemmed) >= LONG else stemmed
        return bare if bare in _STEMS and stemmed not in _STEMS else stemmed
    return f"fr {stemmed}" if language == "fr" else stemmed


def _terms(plain: Sequence[str], stems: Sequence[str], taken: set[int]) -> Iterator[Found]:
    """Terms of the field among the words that are no names or numbers; articles count for none."""
    places = [i for i, word in enumerate(plain) if i not in taken and word not in ARTICLES]
    for found in _TERMS.find([stems[i] for i in places]):
        yield Found(found.name, places[found.start], places[found.end - 1] + 1)


def _tokens(
    plain: Sequence[str],
    stems: Sequence[str],
    named: Iterable[tuple[str, Sequence[Found]]],
) -> list[Token]:
    """Everything a text says, in its order; small words say nothing here."""
    tokens = [Token(f"{sort}:{f.name}", f.start, f.end) for sort, all_ in named for f in all_]
    taken = {i for token in tokens for i in range(token.start, token.end)}
    tokens += [
        Token(f"s:{stems[i]}", i, i + 1)
        for i, word in enumerate(plain)
        if i not in taken and word not in SMALL
    ]
    return sorted(tokens, key=lambda token: (token.start, token.name))


def _chosen(tokens: Sequence[Token], countries: Sequence[str], end: int) -> list[Token]:
    """Countries and organisations chosen beside the text that it does not name itself."""
    known = {token.name for token in tokens}
    names = (f"p:{c}" if c in COUNTRIES else f"b:{folded(c)}" for c in sorted(set(countries)))
    return [Token(name, end, end) for name in names if name not in known]


def _bodies(text: str, row: Sequence[Word]) -> Iterator[Found]:
    """Organisations: those often named, and whatever else is written in capitals alone."""
    shouted = text.isupper()
    for i, word in enumerate(row):
        written = text[word.start : word.end]
        capitals = written.isascii() and written.isalpha() and written.isupper()
        unknown = word.folded not in _STEMS and 2 < len(written) < 9 and not shouted
        if word.folded in _ORGANISATIONS or (capitals and unknown):
            yield Found(word.folded, i, i + 1)


def _named(tokens: Sequence[Token], sort: str) -> Iterator[Found]:
    for token in tokens:
        if token.name.startswith(f"{sort}:"):
            yield Found(token.name[2:], token.start, token.end)


def _marks(kind: str, found: Iterable[Found], tokens: Sequence[Token]) -> list[Mark]:
    starts = [token.start for token in tokens]
    marks = []
    for each in found:
        if each.name != "none":
            next_ = bisect_left(starts, each.end)
            beside = tuple(token.name for token in tokens[next_ : next_ + _BESIDE])
            marks.append(Mark(kind, each.name, each.start, each.end, beside))
    return marks


def _negations(plain: Sequence[str]) -> Iterator[Found]:
    """Negations; "ne ... pas" is one, and "no later than" or "not only" none."""
    harmless = {i for found in _HARMLESS.find(plain) for i in range(found.start, found.end)}
    ne = -_ABOUT - 1
    for found in _NEGATIONS.find(plain):
        if found.start in harmless:
            continue
        if plain[found.start] in {"ne", "n"}:
            ne = found.start
        elif plain[found.start] in _AFTER_NE and found.start - ne <= _ABOUT:
            continue
        yield found


def _modals(plain: Sequence[str], tokens: Sequence[Token]) -> Iterator[Found]:
    """Modal verbs; a note that opens with a bare verb ("Verify ...") says that one should."""
    found = list(_MODALS.find(plain))
    strong = any(f.name not in WEAK_MODALS for f in found)
    first = tokens[0] if tokens else None
    if first and first.start == 0 < first.end and not strong and _asks(first, plain[0]):
        yield Found("should", 0, first.end)
    yield from found


def _asks(first: Token, word: str) -> bool:
    """Whether a note opens with an imperative, an infinitive or, in Arabic, a verbal noun."""
    if word.endswith(("ing", "ed", "s", "ت")) or first.name.removeprefix("c:") not in _BARE:
        return False
    conjugated = word[0] in "تين" and not (len(word) > 4 and word[3] == "ي")  # but: تشجيع
    return not conjugated


def _placed(word: str) -> str:
    """A word as a place is looked for: without the one-letter words that Arabic writes with it."""
    if word.startswith("لل"):
        return f"ال{word[2:]}"
    return word[1:] if word[0] in PREFIXES and word[1:] in _PLACES else word


def _small(word: str, language: str) -> str:
    """Small words as they are, but Arabic ones without their article."""
    return stem(word, language) if "\u0600" <= word[0] <= "\u06ff" else word


def _plain(word: str, language: str) -> str:
    return word


def _country_rows() -> Iterator[Row]:
    for iso, country in COUNTRIES.items():
        names = (("en", country.english), ("fr", country.french), ("ar", country.arabic))
        yield Row(iso, True, (*names, *_ALSO.get(iso, ())))


_ALSO = {  # as people also write them
    "TR": (("en", "Turkey"), ("fr", "Turquie")),
    "SA": (("en", "Saudi"), ("ar", "السعودية")),
    "CI": (("en", "Ivory Coast"),),
    "AE": (("en", "UAE"), ("en", "Emirates"), ("fr", "Émirats"), ("ar", "الإمارات")),
}
_TERM_ROWS = tuple(
    row for table in (PEOPLE, THINGS, STRENGTHS, ACTS, EVERYDAY) for row in rows(table)
)
_STEMS = frozenset(
    stem(word.folded, language)
    for row in _TERM_ROWS
    for language, form in row.forms
    for word in words(form)
)
_TERMS = Phrases(_TERM_ROWS, _compared, skipped=ARTICLES)
_PLACES = Phrases(_country_rows(), _plain)
_UNITS = Phrases(rows(UNITS), _small)
_SCOPES = Phrases(rows(SCOPES), _small)
_MODALS = Phrases(rows(MODALS), _plain)
_NEGATIONS = Phrases(rows(NEGATIONS), _plain)
_HARMLESS = Phrases(rows(NO_NEGATION), _plain)
_AFTER_NE = frozenset(["pas", "jamais", "aucun", "aucune", "rien", "ni", "personne"])
_ORGANISATIONS = frozenset(folded(name) for name in ORGANISATIONS)
_STRENGTH = frozenset(row.name for row in rows(STRENGTHS))
_WHO = frozenset(row.name for row in rows(PEOPLE)) - {"member_state"}
_BARE = _STRENGTH | frozenset(row.name for row in rows(ACTS)) | {"training", "increase", "reduce"}
WEAK_MODALS = frozenset({"can", "will", "would"})
"""Modals that say little beside a strong one: "report where they can" asks nothing of anybody."""

COMMON = frozenset(f"c:{row.name}" for row in _TERM_ROWS if row.common or row in rows(EVERYDAY))
"""Terms so common in the field, or in any, that they tell little."""
