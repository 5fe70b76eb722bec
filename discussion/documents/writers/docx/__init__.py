"""A Document as a Word file; it must not know workshops, only the tree.

The body is written as WordprocessingML in one piece: python-docx looks a style up for every
paragraph, which is quadratic. python-docx still opens the house style and saves the package.
"""

import io
from functools import cache

import docx
from docx.document import Document as WordDocument
from lxml import etree

from discussion.documents.tree import Document
from discussion.documents.writers.docx.blocks import Body
from discussion.documents.writers.docx.frame import frame_pages
from discussion.documents.writers.docx.markup import STYLES, namespaced
from discussion.documents.writers.docx.numbering import add_numbering
from discussion.documents.writers.package import (
    HouseStyleIncomplete,
    fill_properties,
    house_style,
    same_bytes,
)

HOUSE_STYLE = "document.docx"


def write_docx(document: Document) -> bytes:
    """The document as the bytes of a ``.docx``; the same document gives the same bytes.

    Raises HouseStyleIncomplete when ``templates/office/document.docx`` lacks a style.
    """
    word = docx.Document(io.BytesIO(_house_style()))
    body = Body(_style_ids(word), draft=document.meta.draft, language=document.meta.language)
    markup = body.write(document.blocks)
    add_numbering(word.part.numbering_part.element, body.numbering)
    _replace_body(word, markup)
    frame_pages(word, document.meta)
    fill_properties(word.core_properties, document.meta)
    saved = io.BytesIO()
    word.save(saved)
    return same_bytes(saved.getvalue())


@cache
def _house_style() -> bytes:
    return house_style(HOUSE_STYLE).read_bytes()


def _style_ids(word: WordDocument) -> dict[str, str]:
    """Style ids by the names people see in Word; all the writer uses must be there."""
    ids = {style.name: style.style_id for style in word.styles if style.name}
    missing = [name for name in STYLES if name not in ids]
    if missing:
        raise HouseStyleIncomplete(HOUSE_STYLE, ", ".join(missing))
    return ids


def _replace_body(word: WordDocument, markup: str) -> None:
    body = word.element.body
    for child in list(body)[:-1]:  # the last one holds the page set-up
        body.remove(child)
    for index, child in enumerate(etree.fromstring(namespaced(markup))):
        body.insert(index, child)
