"""A Document as an accessible PDF; it must not know workshops, only the tree.

Typst sets it, by the house style ``templates/office/document.typ``. What people typed goes there
as data and never as markup, so that no ``#`` of anybody's is ever carried out.
"""

import json
from functools import cache
from typing import Any, Final

import typst

from discussion import assets
from discussion.documents.tree import Document
from discussion.documents.writers.package import HouseStyleIncomplete, house_style, xml_safe
from discussion.documents.writers.pdf.plain_data import as_data

HOUSE_STYLE = "document.typ"
STANDARD: Final = "ua-1"
"""PDF/UA-1, ISO 14289-1: tagged, with a title, a language and words for every picture."""


def write_pdf(document: Document) -> bytes:
    """The document as the bytes of a PDF/UA-1 file; the same document gives the same bytes.

    Raises HouseStyleIncomplete when ``templates/office/document.typ`` cannot be followed.
    """
    try:
        written = typst.compile(
            str(house_style(HOUSE_STYLE)),
            font_paths=[_fonts()],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"document": json.dumps(_safe(as_data(document)), ensure_ascii=False)},
            pdf_standards=[STANDARD],
            timestamp=int(document.meta.created.timestamp()),
        )
    except typst.TypstError as error:
        raise HouseStyleIncomplete(HOUSE_STYLE, str(error)) from error
    return bytes(written)


def _safe(data: Any) -> Any:
    """The same values without characters that no file can hold."""
    match data:
        case str():
            return xml_safe(data)
        case dict():
            return {key: _safe(value) for key, value in data.items()}
        case list() if data and not isinstance(data[0], int):
            return [_safe(value) for value in data]
        case _:
            return data


@cache
def _fonts() -> str:
    return str(assets.static() / "dist" / "printed")
