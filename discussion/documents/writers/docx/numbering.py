"""Numbers and letters as Word counts them; it must not know what they number.

A list is continued as long as the document's own number is the next one, and started anew, with
that number, where it is not: so the numbers printed are always those of the document.
"""

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from discussion.documents.writers.docx.markup import W

_LEVELS = (
    # format, text, left indent and hanging in twentieths of a point
    ("decimal", "%1.", 567, 567),
    ("lowerLetter", "(%2)", 1134, 567),
    ("lowerRoman", "(%3)", 1701, 567),
)


@dataclass
class Numbering:
    """The lists used so far: one entry each, with the level and number it starts at."""

    started: list[tuple[int, int]] = field(default_factory=list)
    _at: dict[int, tuple[int, int]] = field(default_factory=dict)  # level -> (list, last number)

    def properties(self, level: int, number: int) -> str:
        """The ``w:numPr`` that makes Word print ``number`` on ``level`` (0: "1.", 1: "(a)")."""
        current = self._at.get(level)
        if current is None or current[1] + 1 != number:
            self.started.append((level, number))
            current = (len(self.started), number - 1)
        self._at[level] = (current[0], number)
        id_ = FIRST_ID + current[0]
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id_}"/></w:numPr>'


FIRST_ID = 1000  # above any list of the house style


def add_numbering(element: Any, numbering: Numbering) -> None:
    """Adds the lists; the definition must stand before the first ``w:num`` of the part."""
    definition = etree.fromstring(_definition())
    first = element.find(f"{{{W}}}num")
    if first is None:
        element.append(definition)
    else:
        first.addprevious(definition)
    for index, (level, number) in enumerate(numbering.started, 1):
        element.append(etree.fromstring(_list(FIRST_ID + index, level, number)))


def _definition() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for index, (form, text, left, hanging) in enumerate(_LEVELS)
    )
    return (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{FIRST_ID}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _list(id_: int, level: int, number: int) -> str:
    return (
        f'<w:num xmlns:w="{W}" w:numId="{id_}"><w:abstractNumId w:val="{FIRST_ID}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{number}"/></w:lvlOverride>'
        "</w:num>"
    )
