"""A Document or a Deck as an accessible PDF; it must not know workshops, only their values.

Typst sets them, by the house styles ``templates/office/*.typ``. What people typed goes there
as data and never as markup, so that no ``#`` of anybody's is ever carried out.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import orjson

from discussion import assets
from discussion.documents.deck import Deck
from discussion.documents.tree import Document, Meta
from discussion.documents.writers.package import HouseStyleIncomplete, house_style, xml_safe
from discussion.documents.writers.pdf.house_data import house_as_data
from discussion.documents.writers.pdf.letters import NotSet, bare, compiled, spelled, unshown
from discussion.documents.writers.pdf.plain_data import as_data
from discussion.documents.writers.pdf.slide_data import slides_as_data

HOUSE_STYLE, SLIDES_STYLE = "document.typ", "slides.typ"


def write_pdf(document: Document, style: bytes | None = None) -> bytes:
    """The document as the bytes of a PDF/UA-1 file; the same document gives the same bytes.

    ``style`` is a Word file whose letters, colours, margins and letterhead are taken over.
    Raises HouseStyleIncomplete when it lacks a style, or ``templates/office/document.typ``
    cannot be followed.
    """
    if style is None:
        return _written(HOUSE_STYLE, document.meta, as_data(document))
    try:
        return _in_style(document, style)
    except HouseStyleIncomplete:  # a picture that Word shows, and Typst cannot read
        return _in_style(document, style, pictures=False)


def write_pdf_slides(deck: Deck) -> bytes:
    """The deck as the bytes of a PDF/UA-1 file, a page a slide, without the speaker's notes.

    Raises HouseStyleIncomplete when ``templates/office/slides.typ`` cannot be followed.
    """
    return _written(SLIDES_STYLE, deck.meta, slides_as_data(deck))


def _in_style(document: Document, style: bytes, *, pictures: bool = True) -> bytes:
    house = house_as_data(style, document.meta, pictures=pictures)
    return _written(HOUSE_STYLE, document.meta, {**as_data(document), "house": house})


def _written(style: str, meta: Meta, data: Mapping[str, Any]) -> bytes:
    """Letters without a font are told in others only once they are met: looking takes time."""
    safe = data if _is_safe(data) else _each(data, xml_safe)
    try:
        return _set(style, meta, safe)
    except NotSet as error:
        if not error.for_letters:
            raise HouseStyleIncomplete(style, str(error)) from error
    letters = unshown(safe, _fonts())
    told = _each(safe, lambda words: spelled(words, letters))
    try:
        return _set(style, meta, told)
    except NotSet:
        return _last(style, meta, _each(told, bare))


def _is_safe(data: Any) -> bool:
    """Whether nothing in it needs a change, told at once; where it says no, each text is asked."""
    try:
        told = orjson.dumps(data).decode()
    except orjson.JSONEncodeError:  # half a letter, which no text can hold
        return False
    return "\\u00" not in told and xml_safe(told) == told


def _last(style: str, meta: Meta, data: Any) -> bytes:
    try:
        return _set(style, meta, data)
    except NotSet as error:
        raise HouseStyleIncomplete(style, str(error)) from error


def _set(style: str, meta: Meta, data: Any) -> bytes:
    return compiled(
        str(house_style(style)),
        font_paths=[_fonts()],
        ignore_system_fonts=True,
        sys_inputs={"document": orjson.dumps(data).decode()},
        timestamp=int(meta.created.timestamp()),
    )


def _each(data: Any, change: Callable[[str], str]) -> Any:
    """The same values with every text in them changed."""
    match data:
        case str():
            return change(data)
        case dict():
            return {key: _each(value, change) for key, value in data.items()}
        case list() if data and not isinstance(data[0], int):
            return [_each(value, change) for value in data]
        case _:
            return data


@cache
def _fonts() -> str:
    return str(assets.static() / "dist" / "printed")
