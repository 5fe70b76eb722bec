"""A Document as an OpenDocument text; it must not know workshops, only the tree.

It looks as the Word file does, from the same house style; what was changed and remarked is there
as word processors track it.
"""

from functools import cache

from discussion.documents.tree import Document
from discussion.documents.writers.docx.house import HOUSE_STYLE
from discussion.documents.writers.docx.letter_lines import letterheads_of
from discussion.documents.writers.odt.blocks import Body
from discussion.documents.writers.odt.changes import Changes
from discussion.documents.writers.odt.frame import styles_part
from discussion.documents.writers.odt.house import house_of
from discussion.documents.writers.odt.lines import Lines
from discussion.documents.writers.odt.looks import Looks
from discussion.documents.writers.odt.package import Package
from discussion.documents.writers.odt.places import places_of
from discussion.documents.writers.odt.xml import root
from discussion.documents.writers.package import house_style


def write_odt(document: Document, style: bytes | None = None) -> bytes:
    """The document as the bytes of an ``.odt``; the same document gives the same bytes.

    ``style`` is a Word file to be followed instead of ``templates/office/document.docx``.
    Raises HouseStyleIncomplete when it lacks a style.
    """
    meta = document.meta
    followed = _house_style() if style is None else style
    house, heads = house_of(followed, meta.language), letterheads_of(followed, meta)
    package, looks, changes = Package(), Looks(), Changes()
    places = places_of(document.blocks, meta.numbering)
    between = meta.numbering.between
    lines = Lines(places, between, looks, changes, meta.creator, meta.marked)
    body = Body(document, house, looks, lines, package.add_picture).write()
    package.add(
        "content.xml",
        root(
            "document-content",
            f"<office:automatic-styles>{looks.written()}</office:automatic-styles>"
            f"<office:body><office:text>{changes.written()}{body}</office:text></office:body>",
        ),
    )
    package.add("styles.xml", styles_part(house, meta, heads, package.add_picture))
    return package.written(meta)


@cache
def _house_style() -> bytes:
    return house_style(HOUSE_STYLE).read_bytes()
