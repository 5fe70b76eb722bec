"""What a PDF takes from a Word house style, as plain data; it must not know how that is set.

Only fonts that are delivered with the house can be embedded: another is told by its nearest.
"""

from typing import Any, assert_never

from discussion.documents.tree import Meta
from discussion.documents.vocabulary import COVER, HEADINGS
from discussion.documents.writers.docx.letter_lines import (
    Break,
    Counted,
    Grid,
    Image,
    Line,
    Shown,
    Tab,
    Words,
    letterheads_of,
)
from discussion.documents.writers.docx.looks import Letters, Looks, looks_of

Data = dict[str, Any]
EMBEDDED = ("Noto Serif", "Noto Sans")
"""The fonts that are delivered, each with its Arabic twin."""


def house_as_data(package: bytes, meta: Meta, *, pictures: bool = True) -> Data:
    """The look of a Word file as values that JSON knows; its letterhead with ``pictures`` or not.

    Raises HouseStyleIncomplete where it lacks a style, or is no Word file.
    """
    looks = looks_of(package, meta.language)
    named = {f"heading-{level}": name for level, name in enumerate(HEADINGS, 1)}
    named |= {f"cover-{role}": name for role, name in COVER.items()}
    heads = letterheads_of(package, meta)
    writer = _Letters(looks, pictures=pictures)
    return {
        "font": font_of(looks.body.letters.font or "", looks),
        "size": looks.body.letters.size or 11,
        "page": list(looks.page),
        "margins": {side: looks.margins.get(side, 25.4) for side in _SIDES},
        "looks": {key: writer.look(looks.by_name[name].letters) for key, name in named.items()},
        "letters": {
            use: {kind: [writer.line(each) for each in heads.of(kind, use)] for kind in _KINDS}
            | {"placed": sorted(heads.placed[use])}
            for use in ("first", "default")
        },
    }


def font_of(font: str, looks: Looks) -> str:
    """The font itself where it is delivered, else the one with the same kind of letters."""
    if font in EMBEDDED:
        return font
    return EMBEDDED[looks.is_sans(font)]


_SIDES = ("top", "right", "bottom", "left", "header", "footer")
_KINDS = ("header", "footer")


class _Letters:
    """Letterheads as data; knows which fonts there are."""

    def __init__(self, looks: Looks, *, pictures: bool) -> None:
        self._looks = looks
        self._pictures = pictures

    def look(self, letters: Letters) -> Data:
        """How letters look; what is not said is left to what stands around them."""
        told: Data = {}
        if letters.font:
            told["font"] = font_of(letters.font, self._looks)
        if letters.size:
            told["size"] = letters.size
        if letters.bold is not None:
            told["weight"] = "bold" if letters.bold else "regular"
        if letters.italic is not None:
            told["style"] = "italic" if letters.italic else "normal"
        return told | {"fill": f"#{letters.colour or '000000'}"}

    def line(self, line: Line | Grid) -> Data:
        """A line, or a table of lines."""
        match line:
            case Line():
                side = line.align if line.align in ("center", "right") else "left"
                kept = (p for p in line.pieces if self._pictures or not isinstance(p, Image))
                return {"do": "line", "align": side, "pieces": list(map(self._piece, kept))}
            case Grid():
                cells = [[self.line(each) for each in cell] for row in line.rows for cell in row]
                return {"do": "grid", "widths": list(line.widths), "cells": cells}
            case _:
                assert_never(line)

    def _piece(self, piece: Shown) -> Data:
        match piece:
            case Words(words=words, letters=letters):
                return {"do": "words", "words": words, "look": self.look(letters)}
            case Counted(what=what, letters=letters):
                return {"do": what, "look": self.look(letters)}
            case Tab():
                return {"do": "tab"}
            case Break():
                return {"do": "break"}
            case Image():
                size = {"width": piece.width, "height": piece.height}
                form = "jpg" if piece.form == "jpeg" else piece.form
                told = {"format": form, "description": piece.description or "Letterhead"}
                return {"do": "image", "content": list(piece.content), **told, **size}
            case _:
                assert_never(piece)
