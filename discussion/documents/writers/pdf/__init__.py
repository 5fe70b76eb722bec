"""A Document as an accessible PDF; it must not know workshops, only the tree.

Typst sets it, by the house style ``templates/office/document.typ``. What people typed goes there
as data and never as markup, so that no ``#`` of anybody's is ever carried out.
"""

import json
from functools import cache

import typst

from discussion import assets
from discussion.documents.tree import Document
from discussion.documents.writers.package import house_style
from discussion.documents.writers.pdf.plain_data import as_data

HOUSE_STYLE = "document.typ"
STANDARD = "ua-1"
"""PDF/UA-1, ISO 14289-1: tagged, with a title, a language and words for every picture."""


def write_pdf(document: Document) -> bytes:
    """The document as the bytes of a PDF/UA-1 file; the same document gives the same bytes.

    Raises ``typst.TypstError`` when the house style was changed into one that cannot be read.
    """
    data = json.dumps(as_data(document), ensure_ascii=False)
    created = document.meta.created
    return bytes(
        typst.compile(
            str(house_style(HOUSE_STYLE)),
            font_paths=[_fonts()],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"document": data},
            pdf_standards=[STANDARD],
            timestamp=int(created.timestamp()),
        )
    )


@cache
def _fonts() -> str:
    return str(assets.static() / "dist" / "printed")
