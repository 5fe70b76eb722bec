"""A paragraph as the linter reads it, and what it says of one; it must not know the rules."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from discussion.domain.drafting.markup import Markup, Shown, parse, shown
from discussion.domain.drafting.openers import Opening, Part, opening_of
from discussion.domain.drafting.profiles import OIC, Profile


@dataclass(frozen=True)
class Finding:
    """Something to look at: where in the typed text, what it is, and what to do about it."""

    code: str
    start: int
    end: int
    message: str


@dataclass(frozen=True)
class Line:
    """One paragraph or sub-paragraph, in the order of the declaration."""

    text: str
    part: Part
    section: str = ""  # openers count anew in each
    level: int = 0  # 1 for (a), 2 for (i)
    language: str = "en"
    published: str = "person"  # up to whom documents name those behind its brackets
    leads: bool = False  # whether sub-paragraphs follow below it

    @cached_property
    def markup(self) -> Markup:
        """The text as it was understood."""
        return parse(self.text)

    @cached_property
    def read(self) -> Shown:
        """The words with the first reading of each bracket: the sentence that is judged."""
        return shown(self.markup, first_only=True)

    @cached_property
    def whole(self) -> Shown:
        """All words, whichever reading they belong to."""
        return shown(self.markup)

    @cached_property
    def opening(self) -> Opening | None:
        """What it opens with, by the opening words of its language."""
        return None if self.level else opening_of(self.read.words, self.part, self.language)

    def finding(self, code: str, span: tuple[int, int], message: str) -> Finding:
        """A finding on a stretch of the whole words."""
        return Finding(code, *self.whole.typed(*span), message)


@dataclass(frozen=True)
class Context:
    """What the linter has to know of the workshop."""

    profile: Profile = OIC
    language: str = "en"  # the workshop's
    people: tuple[str, ...] = ()  # who is named in the programme and at the tables
    tables: tuple[str, ...] = ()
    acronyms: frozenset[str] = field(default_factory=frozenset)  # that need not be expanded


def with_leads(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that sub-paragraphs follow marked as leading them."""
    followed = [a.part == b.part and a.level < b.level for a, b in pairwise(lines)]
    both = zip(lines, (*followed, False), strict=False)
    return tuple(replace(line, leads=leads) for line, leads in both)
