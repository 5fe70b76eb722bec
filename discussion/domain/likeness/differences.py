"""What turns the meaning between two texts; it must not score, nor know which text is right."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from discussion.domain.likeness.reading import WEAK_MODALS, Mark, Reading, Token

KINDS: dict[str, str] = {
    "language": "in another language",
    "number": "a number or a time",
    "negation": "a negation",
    "modal": "should, shall, may or must",
    "strength": "how strong the verb is",
    "country": "a country",
    "body": "an organisation",
    "who": "who it is about",
    "scope": "how far, when or for whom it holds",
    "order": "what stands in whose place",
    "moved": "words in another order",
    "word": "other words",
}
"""The kinds of difference that turn the meaning, in the order they are told, with a word on each.

``order`` is two words that changed places; ``moved`` and ``word`` (``MILD``) are any other change
of order, and any other word that one text has and the other has not. All others are words of a
table and turn the meaning whatever else is said. Across languages only the words of the tables
(``terms``) are understood, so that another language is a difference of its own: no text is ever
the same as one in another language.
"""

MILD = frozenset({"moved", "word"})
"""Differences that may turn the meaning or not; only a reader can tell."""

_BINDING = {"must": "binding", "shall": "binding", "may": "allowed", "can": "allowed", "will": ""}
_COUNTED = frozenset({"number", "negation"})
_END = ""  # stands behind the last word
_BY = frozenset({"by", "par"})

_Places = dict[tuple[str, ...], set[str]]


@dataclass(frozen=True, slots=True)
class Alteration:
    """What turns the meaning: the words on either side, none where one side has none."""

    kind: str  # out of KINDS
    before: tuple[str, ...]
    after: tuple[str, ...]


def alterations(one: Reading, other: Reading) -> tuple[Alteration, ...]:
    """What turns the meaning between two texts, in the order of ``KINDS``.

    Cautious: what is said alike in other words may be told as a difference; a word of the tables
    that was added, left out, replaced or moved to another word always is.
    """
    return tuple(_alterations(one, other))


def _alterations(one: Reading, other: Reading) -> Iterator[Alteration]:
    across = one.language != other.language
    for kind in KINDS:
        if kind == "language":
            if across:
                yield Alteration(kind, (one.language,), (other.language,))
            continue
        if kind in _FREE:
            yield from () if across else _FREE[kind](one, other)
            continue
        first = [mark for mark in one.marks if mark.kind == kind]
        second = [mark for mark in other.marks if mark.kind == kind]
        before, after = _only(first, second, across=across), _only(second, first, across=across)
        if not before and not after and not across and _moved(one, other, first, second):
            before, after = first, second
        if before or after:
            yield Alteration(kind, _written(one, before), _written(other, after))


def _only(marks: list[Mark], others: list[Mark], *, across: bool) -> list[Mark]:
    """The marks whose value the others have not, or, of what is counted, not as often."""
    there = Counter(_value(mark, across=across) for mark in others)
    both_strong = any(map(_strong, marks)) and any(map(_strong, others))
    only = []
    for mark in marks:
        value = _value(mark, across=across)
        if both_strong and not _strong(mark):
            continue
        if value and there[value] <= 0:
            only.append(mark)
        elif not across and mark.kind in _COUNTED:
            there[value] -= 1
    return only


def _strong(mark: Mark) -> bool:
    return mark.kind == "modal" and mark.value not in WEAK_MODALS


def _value(mark: Mark, *, across: bool) -> str:
    """Across languages "shall" and "must" have one word, and so have "may" and "can"."""
    return _BINDING.get(mark.value, mark.value) if across and mark.kind == "modal" else mark.value


def _moved(one: Reading, other: Reading, first: list[Mark], second: list[Mark]) -> bool:
    """Whether the same marks stand at other words: "not A but B", "A but not B"."""
    if not first:
        return False
    if first[0].kind == "who":
        return _acting(one, first) != _acting(other, second)
    if any(_differ(_places(first, n), _places(second, n)) for n in (1, 2)):
        return True
    if first[0].kind != "negation":
        return False
    there = {token.name for token in other.tokens}
    here = {token.name for token in one.tokens}
    denied, denied_there = _places(first, 1).keys(), _places(second, 1).keys()
    return any(set(key) <= there for key in denied - denied_there) and any(
        set(key) <= here for key in denied_there - denied
    )


def _acting(reading: Reading, marks: list[Mark]) -> list[str]:
    """Who is named, in order; who acts in a passive sentence ("by employers") comes first."""
    by = [
        mark for mark in marks if _BY & {w.folded for w in reading.words[_near(mark) : mark.start]}
    ]
    return list(dict.fromkeys(mark.value for mark in [*by, *marks]))


def _near(mark: Mark) -> int:
    return max(0, mark.start - 2)  # by the employers


def _differ(places: _Places, others: _Places) -> bool:
    return any(places[key] != others[key] for key in places.keys() & others.keys())


def _places(marks: list[Mark], beside: int) -> _Places:
    places: _Places = {}
    for mark in marks:
        places.setdefault(mark.beside[:beside], set()).add(mark.value)
    return places


def _swapped(one: Reading, other: Reading) -> Iterator[Alteration]:
    """Words of both texts that changed places: one stands where another stood, and the reverse."""
    changes = {
        (word, instead)
        for before, after in _befores(one, other).values()
        for word in before - after
        for instead in after - before
    }
    swapped = {word for word, instead in changes if (instead, word) in changes}
    if swapped:
        yield _of_names("order", one, swapped, other, swapped)


def _moved_words(one: Reading, other: Reading) -> Iterator[Alteration]:
    """Words of both texts that follow others now, but for a clause moved to the front or end."""
    changed = [
        (before, after)
        for name, (before, after) in _befores(one, other).items()
        if name != _END and not before & after
    ]
    if changed:
        gone, come = (set().union(*words) for words in zip(*changed, strict=True))
        yield _of_names("moved", one, gone, other, come)


def _befores(one: Reading, other: Reading) -> dict[str, tuple[set[str], set[str]]]:
    """For each word of both texts, and their end, the words of both that stand before it."""
    first, second = _before(one, other), _before(other, one)
    return {name: (first[name], second[name]) for name in sorted(first.keys() & second.keys())}


def _before(one: Reading, other: Reading) -> dict[str, set[str]]:
    there = {token.name for token in other.tokens}
    shared = [token.name for token in one.tokens if token.name in there]
    before: dict[str, set[str]] = {}
    for word, name in pairwise([*shared, _END]):
        before.setdefault(name, set()).add(word)
    return before


def _other_words(one: Reading, other: Reading) -> Iterator[Alteration]:
    """Words that one text has and the other has not, marks left out; typing errors count too."""
    first, second = _unmatched(one, other), _unmatched(other, one)
    if first or second:
        yield _of_tokens("word", one, first, other, second)


def _unmatched(one: Reading, other: Reading) -> list[Token]:
    there = {token.name for token in other.tokens}
    marked = {i for mark in one.marks for i in range(mark.start, mark.end)}
    return [
        token
        for token in one.tokens
        if token.name not in there and not marked.issuperset(range(token.start, token.end))
    ]


def _of_names(
    kind: str, one: Reading, gone: set[str], other: Reading, come: set[str]
) -> Alteration:
    before = [token for token in one.tokens if token.name in gone]
    return _of_tokens(kind, one, before, other, [t for t in other.tokens if t.name in come])


def _of_tokens(
    kind: str, one: Reading, before: list[Token], other: Reading, after: list[Token]
) -> Alteration:
    return Alteration(
        kind,
        tuple(one.written(token.start, token.end) for token in before),
        tuple(other.written(token.start, token.end) for token in after),
    )


def _written(reading: Reading, marks: list[Mark]) -> tuple[str, ...]:
    """The words as they are written; a country chosen beside the text by its code."""
    return tuple(reading.written(m.start, m.end) or m.value for m in marks)


_FREE = {"order": _swapped, "moved": _moved_words, "word": _other_words}
