"""Numbers and letters as Word counts them; it must not know what they number.

A list is continued as long as the document's own number is the next one, and started anew, with
that number, where it is not: so the numbers printed are always those of the document, and a
paragraph put in between by hand in Word is still counted.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from discussion.documents.tree import (
    ItemForm,
    Numbering,
    heading_end,
    roman,
)
from discussion.documents.writers.docx.xml import attribute

FIRST_ID = 1000  # above any list of the house style

_Level = tuple[str, str, str]  # number format, text, attributes of its indent
_ITEMS: Mapping[ItemForm, tuple[tuple[str, str], tuple[str, str]]] = {
    "(a)": (("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")),
    "a)": (("lowerLetter", "%2)"), ("lowerRoman", "%3)")),
    "(أ)": (("arabicAbjad", "(%2)"), ("decimal", "(%3)")),
}
_INDENTS = tuple(f'w:left="{567 * level}" w:hanging="567"' for level in (1, 2, 3))
_HEADING = re.compile(r"(?P<prefix>.*\s|)(?P<first>\d+|[A-Z]+)(?P<others>(?:\.\d+)*)")


@dataclass
class List:
    """One list as far as it has been counted."""

    id: int
    family: tuple[str, str]  # "paragraph" and its suffix, or "heading" and its text before %1
    form: str  # of the first level of a heading: decimal, upperLetter, upperRoman
    starts: tuple[int, ...]
    _at: dict[int, int] = field(default_factory=dict)  # level -> last number

    def counts(self, level: int, number: int) -> bool:
        """Whether Word would print that number next on that level."""
        return self._at.get(level, self._start(level) - 1) + 1 == number

    def stands_under(self, numbers: tuple[int, ...]) -> bool:
        """Whether the levels above are where these numbers say."""
        return all(self._at.get(level) == number for level, number in enumerate(numbers))

    def count(self, level: int, number: int) -> None:
        """Counts it; all levels below begin anew."""
        self._at = {at: last for at, last in self._at.items() if at < level} | {level: number}

    def _start(self, level: int) -> int:
        return self.starts[level] if level < len(self.starts) else 1


@dataclass
class Lists:
    """All lists of a document; headings keep the indents of their styles."""

    heading_indents: tuple[str, ...]
    language: str
    numbering: Numbering
    lists: list[List] = field(default_factory=list)
    _last: List | None = None
    _main: dict[tuple[str, str], List] = field(default_factory=dict)

    def paragraph(self, level: int, number: int, suffix: str = "") -> str:
        """The ``w:numPr`` that prints ``number`` on ``level`` (0: "1.", 1: "(a)", 2: "(i)")."""
        family = ("paragraph", suffix)
        main = self._main.get(family)
        tried = (main,) if level == 0 else (self._last, main)
        for known in tried:
            if known is not None and known.counts(level, number):
                return self._use(known, level, number)
        starts = (1,) * level + (number,)
        new = self._start(family, "decimal", starts)
        if level == 0:
            self._main[family] = new
        return self._use(new, level, number)

    def heading(self, number: str) -> str | None:
        """The ``w:numPr`` of a heading with that number, or None where it must be typed."""
        found = _HEADING.fullmatch(number)
        if found is None:
            return None
        told = _first_number(found["first"], roman_wanted=bool(found["prefix"]))
        if told is None:
            return None
        form, first = told
        numbers = (first, *(int(n) for n in found["others"].split(".")[1:]))
        if len(numbers) > (1 if found["prefix"] else 3):
            return None
        family, level = ("heading", found["prefix"]), len(numbers) - 1
        known = self._main.get(family)
        if (
            known is None
            or known.form != form
            or not known.stands_under(numbers[:-1])
            or not known.counts(level, numbers[-1])
        ):
            known = self._main[family] = self._start(family, form, numbers)
        return self._use(known, level, numbers[-1], last=False)

    def definitions(self) -> str:
        """The ``w:abstractNum`` of every list; each list has one, so none counts for another."""
        return "".join(self._definition(each) for each in self.lists)

    def instances(self) -> str:
        """The ``w:num`` of every list."""
        return "".join(
            f'<w:num w:numId="{each.id}"><w:abstractNumId w:val="{each.id}"/></w:num>'
            for each in self.lists
        )

    def _start(self, family: tuple[str, str], form: str, starts: tuple[int, ...]) -> List:
        self.lists.append(List(FIRST_ID + len(self.lists), family, form, starts))
        return self.lists[-1]

    def _use(self, known: List, level: int, number: int, *, last: bool = True) -> str:
        known.count(level, number)
        if last:
            self._last = known
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{known.id}"/></w:numPr>'

    def _definition(self, each: List) -> str:
        kind, more = each.family
        if kind == "heading":
            levels = _heading_levels(each, self.heading_indents, self.language)
        else:
            levels = _paragraph_levels(more, self.numbering)
        gap = "space" if kind == "heading" and more else "tab"
        written = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="{_at(each.starts, index)}"/>'
            f'<w:numFmt w:val="{form}"/><w:suff w:val="{gap}"/><w:lvlText w:val={attribute(text)}/>'
            f'<w:lvlJc w:val="left"/>{f"<w:pPr><w:ind {at}/></w:pPr>" if at else ""}</w:lvl>'
            for index, (form, text, at) in enumerate(levels)
        )
        return (
            f'<w:abstractNum w:abstractNumId="{each.id}"><w:multiLevelType w:val="multilevel"/>'
            f"{written}</w:abstractNum>"
        )


def _first_number(letters: str, *, roman_wanted: bool) -> tuple[str, int] | None:
    """How the first part of a heading's number is counted, and where it stands."""
    if letters.isdecimal():
        return "decimal", int(letters)
    if roman_wanted:
        value = next((n for n in range(1, 100) if roman(n)[1:-1].upper() == letters), None)
        return ("upperRoman", value) if value else None
    if len(set(letters)) > 1:
        return None
    return "upperLetter", ord(letters[0]) - ord("A") + 1 + 26 * (len(letters) - 1)


def _paragraph_levels(suffix: str, numbering: Numbering) -> tuple[_Level, ...]:
    """Level by level as they are printed, with a place in it where Word is to count."""
    first = numbering.paragraphs.replace("1", f"%1 {suffix}".rstrip())
    forms = (("decimal", first), *_ITEMS[numbering.items])
    return tuple((*form, indent) for form, indent in zip(forms, _INDENTS, strict=True))


def _heading_levels(each: List, indents: tuple[str, ...], language: str) -> tuple[_Level, ...]:
    """Those called by a word have a colon and no indent: "Annex I: Programme"."""
    prefix = each.family[1]
    if prefix:
        end = heading_end(prefix, language)
        return ((each.form, f"{prefix}%1{end}", 'w:left="0" w:firstLine="0"'),)
    texts = ("%1.", "%1.%2.", "%1.%2.%3.")
    forms = (each.form, "decimal", "decimal")
    return tuple(zip(forms, texts, indents, strict=True))


def _at(starts: tuple[int, ...], level: int) -> int:
    return starts[level] if level < len(starts) else 1
