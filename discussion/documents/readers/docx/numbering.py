"""Counts a Word file's numbered paragraphs as Word does; it must not know what they say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from discussion.documents.readers.docx.xml import W, value
from discussion.documents.readers.parts import open_part
from discussion.documents.tree import abjad, letters, roman

_PLACE = re.compile(r"%(\d)")
_SUFFIX = re.compile(r"\(?%1 (?P<suffix>.+?)[.)]?")


@dataclass(frozen=True)
class Counted:
    """The number of one paragraph."""

    level: int
    number: int
    printed: str  # "3.2.", "(a)"
    suffix: str  # "bis"


@dataclass(frozen=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass
class Lists:
    """The lists of one file, and how far each has been counted."""

    levels: Mapping[str, Mapping[int, _Level]]  # by definition
    definitions: Mapping[str, str]  # by list
    starts: Mapping[tuple[str, int], int]  # lists that begin anew at a level, with what
    of_styles: Mapping[str, tuple[str, int]]  # list and level of a paragraph style
    _at: dict[str, dict[int, int]] = field(default_factory=dict)  # definition -> level -> number
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, package: bytes) -> "Lists":
        """The lists a Word file defines."""
        numbering = open_part(package, "word/numbering.xml")
        styles = open_part(package, "word/styles.xml")
        if numbering is None:
            return cls({}, {}, {}, {})
        lists = {n.get(f"{W}numId"): n for n in numbering.iter(f"{W}num")}
        return cls(
            levels={
                each.get(f"{W}abstractNumId"): dict(map(_level, each.iter(f"{W}lvl")))
                for each in numbering.iter(f"{W}abstractNum")
            },
            definitions={id_: value(n, "abstractNumId") or "" for id_, n in lists.items()},
            starts={
                (id_, int(over.get(f"{W}ilvl"))): int(value(over, "startOverride") or 1)
                for id_, n in lists.items()
                for over in n.iter(f"{W}lvlOverride")
            },
            of_styles=dict(_styles(styles)) if styles is not None else {},
        )

    def count(self, paragraph: Any) -> Counted | None:
        """Counts a paragraph; None when it has no number."""
        found = _list_of(paragraph, self.of_styles)
        level = self._level(found)
        if found is None or level is None or level.form in ("bullet", "none"):
            return None
        id_, depth = found
        at = self._at.setdefault(self.definitions[id_], {})
        if (id_, depth) in self.starts and (id_, depth) not in self._begun:
            self._begun.add((id_, depth))
            at[depth] = self.starts[id_, depth] - 1
        at[depth] = at.get(depth, level.start - 1) + 1
        for below in [deeper for deeper in at if deeper > depth]:
            del at[below]
        suffix = _SUFFIX.fullmatch(level.text)
        return Counted(
            depth, at[depth], self._printed(id_, level, at), suffix["suffix"] if suffix else ""
        )

    def _level(self, found: tuple[str, int] | None) -> _Level | None:
        if found is None:
            return None
        return self.levels.get(self.definitions.get(found[0], ""), {}).get(found[1])

    def _printed(self, id_: str, level: _Level, at: Mapping[int, int]) -> str:
        levels = self.levels[self.definitions[id_]]

        def number_at(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            return _in_form(at.get(depth, levels[depth].start), levels[depth].form)

        return _PLACE.sub(number_at, level.text)


def _level(element: Any) -> tuple[int, _Level]:
    start = int(value(element, "start") or 1)
    form, text = value(element, "numFmt") or "decimal", value(element, "lvlText") or ""
    return int(element.get(f"{W}ilvl")), _Level(form, text, start)


def _styles(styles: Any) -> list[tuple[str, tuple[str, int]]]:
    return [
        (style.get(f"{W}styleId"), found)
        for style in styles.iter(f"{W}style")
        if (found := _list_of(style, {})) is not None
    ]


def _list_of(element: Any, of_styles: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    """List and level, from the paragraph itself or else from its style; list 0 is none."""
    id_ = value(element, "pPr/numPr/numId")
    if id_ is None:
        return of_styles.get(value(element, "pPr/pStyle") or "")
    return None if id_ == "0" else (id_, int(value(element, "pPr/numPr/ilvl") or 0))


def _in_form(number: int, form: str) -> str:
    match form:
        case "lowerLetter":
            return letters(number)[1:-1]
        case "upperLetter":
            return letters(number)[1:-1].upper()
        case "arabicAbjad":
            return abjad(number)[1:-1]
        case "lowerRoman":
            return roman(number)[1:-1]
        case "upperRoman":
            return roman(number)[1:-1].upper()
        case _:
            return str(number)
