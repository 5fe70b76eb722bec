"""What kind of text the workshop ends with, and the softer opening words a lesser one asks for.

It must not change a paragraph: it proposes, people take or leave it.
"""

from dataclasses import dataclass

from discussion.domain.drafting.markup import parse, shown
from discussion.domain.drafting.openers import (
    Opener,
    Opening,
    Part,
    in_form,
    opener_named,
    opening_of,
)


@dataclass(frozen=True)
class Outcome:
    """A kind of outcome, and how strong its opening words may be."""

    title: str
    force: int  # 0 (stating) to 5 (deciding)
    past: bool = False  # told of participants, on the chair's own responsibility


OUTCOMES: dict[str, Outcome] = {
    "declaration": Outcome("Declaration", 5),
    "conclusions": Outcome("Conclusions and Recommendations", 3),
    "summary": Outcome("Chair’s Summary", 2, past=True),
}
"""What a text may be called at the last moment, strongest first."""

SUBJECTS = {"en": "Participants ", "fr": "Les participants ", "ar": ""}
"""Who noted, welcomed and recommended, in a chair's summary; Arabic has it in the verb's form."""


@dataclass(frozen=True)
class Softened:
    """A paragraph as it could be said in a lesser text, and the opening words before and after."""

    text: str
    before: str
    after: str


def softened(text: str, part: Part, outcome: str, language: str = "en") -> Softened | None:
    """The paragraph with the opening words the outcome asks for.

    None where nothing is to be changed, where the table does not know the opening, and where
    the opening stands in a bracket: what is under negotiation is nobody's to soften. An opener
    without a softer one that takes the same words after it stays as strong as it is.
    Raises KeyError for an unknown outcome.
    """
    asked = OUTCOMES[outcome]
    read = shown(parse(text), first_only=True)
    opening = opening_of(read.words, part, language)
    if opening is None:
        return None
    start, end = read.typed(opening.start, opening.end)
    before = text[start:end]
    if before != read.words[opening.start : opening.end] or "[" in text[:start]:
        return None
    after = _said(opening, asked)
    if after.casefold() == before.casefold():
        return None
    if asked.past:
        lead = "" if text[:start].strip(" *") else SUBJECTS[language]
        return Softened(f"{lead}{text[:start]}{after}{text[end:]}", before, f"{lead}{after}")
    after = after if before[:1].islower() else after[:1].upper() + after[1:]
    return Softened(text[:start] + after + text[end:], before, after)


def gentle(opener: Opener, force: int) -> Opener:
    """The opener, or the first softer one that is not above the force."""
    while opener.force > force and opener.softer:
        opener = opener_named(opener.part, opener.softer, opener.language)
    return opener


def _said(opening: Opening, outcome: Outcome) -> str:
    found = gentle(opening.opener, outcome.force)
    return in_form(found, "past" if outcome.past else opening.form, opening.again)
