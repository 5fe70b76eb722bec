"""A Document as a Word file; it must not know workshops, only the tree.

Everything is written as WordprocessingML in one piece, into the parts of the house style: a
library that looks a style up for every paragraph is quadratic.
"""

from functools import cache

from discussion.documents.tree import Document, above, labels
from discussion.documents.writers.docx.blocks import Body
from discussion.documents.writers.docx.frame import section
from discussion.documents.writers.docx.house import HOUSE_STYLE, HouseStyle, read_house_style
from discussion.documents.writers.docx.lines import Lines
from discussion.documents.writers.docx.notes import Notes
from discussion.documents.writers.docx.numbering import Lists
from discussion.documents.writers.docx.package import Package
from discussion.documents.writers.docx.xml import root
from discussion.documents.writers.package import house_style


def write_docx(document: Document, style: bytes | None = None) -> bytes:
    """The document as the bytes of a ``.docx``; the same document gives the same bytes.

    ``style`` is a Word file to be followed instead of ``templates/office/document.docx``.
    Raises HouseStyleIncomplete when it lacks a style.
    """
    meta = document.meta
    house = read_house_style(_house_style() if style is None else style, meta.language)
    package = Package(house)
    notes = Notes(house.style_ids, meta.creator)
    blocks = document.blocks
    lines = Lines(
        house.style_ids,
        labels(blocks, meta.numbering),
        above(blocks),
        notes,
        package.link,
        marked=meta.marked,
    )
    numbering = Lists(house.heading_indents, meta.language, meta.numbering)
    body = Body(document, house, lines, package.add_picture, numbering)
    written = body.write() + section(package, house, meta)
    package.add("numbering", _lists(house, numbering))
    for name, part in notes.parts().items():
        package.add(name, part)
    return package.written(written, meta)


@cache
def _house_style() -> bytes:
    return house_style(HOUSE_STYLE).read_bytes()


def _lists(house: HouseStyle, numbering: Lists) -> bytes:
    """All definitions stand before all lists, those of the house style first."""
    definitions, instances = house.lists
    return root(
        "w:numbering",
        definitions + numbering.definitions() + instances + numbering.instances(),
    )
