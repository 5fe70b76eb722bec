"""Identifiers of a document's places, by Akoma Ntoso's naming convention; no words, no markup.

An eId says where a place stands and may change with it; the anchor, which does not, is its wId.
Paragraphs are numbered through the whole text, so no section stands in their names.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from discussion.documents.tree import (
    Block,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Table,
    letters,
    paragraph_number,
    roman,
)
from discussion.documents.writers.akoma_ntoso.xml import slug

_HEADINGS = ("sec", "subsec", "level")

Named = tuple[str, Block]
"""A block with its eId, which is empty for what nobody refers to."""


def named(blocks: Sequence[Block]) -> tuple[Named, ...]:
    """Every block with an eId that no other has."""
    names = _Names()
    return tuple((names.of(block), block) for block in blocks)


def places_of(named_blocks: Sequence[Named]) -> Mapping[str, str]:
    """The eId of every anchor that can be referred to."""
    told: dict[str, str] = {}
    for eid, block in named_blocks:
        match block:
            case Heading() | Paragraph() | ListItem() | Figure():
                told[block.anchor] = eid
            case Table():
                told[block.anchor] = eid
                told |= {row.anchor: row_name(eid, n) for n, row in enumerate(block.rows, 1)}
    return told


def row_name(table: str, number: int) -> str:
    """The eId of a table's row; ``number`` from 1."""
    return f"{table}__tr_{number}"


@dataclass
class _Names:
    """The names given so far."""

    _sections: dict[int, str] = field(default_factory=dict)  # level -> eId of the open one
    _paragraph: str = "para_nn"
    _item: str = ""
    _taken: Counter[str] = field(default_factory=Counter)
    _unnumbered: Counter[str] = field(default_factory=Counter)

    def of(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                self._paragraph = self._own(block)
                return self._paragraph
            case ListItem(level=1):
                self._item = self._free(f"{self._paragraph}__point_{letters(block.number)[1:-1]}")
                return self._item
            case ListItem():
                above = self._item or self._paragraph
                return self._free(f"{above}__point_{roman(block.number)[1:-1]}")
            case Table():
                return self._counted("table")
            case Figure():
                return self._counted("figure")
            case _:
                return ""

    def _heading(self, heading: Heading) -> str:
        above = [eid for level, eid in self._sections.items() if level < heading.level]
        kind = _HEADINGS[heading.level - 1]
        own = f"{kind}_{slug(heading.number)}" if heading.number else self._counted(kind)
        eid = self._free(f"{above[-1]}__{own}" if above else own)
        kept = {at: name for at, name in self._sections.items() if at < heading.level}
        self._sections = kept | {heading.level: eid}
        self._item = ""
        return eid

    def _own(self, paragraph: Paragraph) -> str:
        self._item = ""
        number = paragraph_number(paragraph)
        if number:
            return self._free(f"para_{number.replace(' ', '')}")
        return self._counted("pp" if paragraph.style == "preambular" else "para_nn")

    def _counted(self, kind: str) -> str:
        self._unnumbered[kind] += 1
        return self._free(f"{kind}_{self._unnumbered[kind]}")

    def _free(self, wanted: str) -> str:
        """The name, or the next one where it is taken: anchors may be met twice."""
        self._taken[wanted] += 1
        again = self._taken[wanted]
        return wanted if again == 1 else self._free(f"{wanted}-{again}")
