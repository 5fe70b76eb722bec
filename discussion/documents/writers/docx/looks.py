"""What a Word house style looks like, in plain values for other formats; no file, no document.

Word keeps a look in pieces: defaults, a style, the style it is based on, names of a theme. Here
they are put together. Whatever is not understood is left out, and the format's own look stands.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from lxml import etree

from discussion.documents.vocabulary import style_name
from discussion.documents.writers.docx.house import W, read_house_style

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CAREFUL = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_NAME = re.compile(r"[\w .-]{1,60}")
_SANS = ("sans", "arial", "helvet", "calibri", "verdana", "tahoma", "segoe", "aptos", "roboto",
         "gill", "franklin", "century gothic", "trebuchet", "frutiger", "univers")  # fmt: skip
_ALIGNED = {"start": "left", "end": "right", "both": "justify", "distribute": "justify"}
_MARGINS = ("top", "right", "bottom", "left", "header", "footer")


@dataclass(frozen=True)
class Letters:
    """How letters look; None is as what stands around them."""

    font: str | None = None
    size: float | None = None  # points
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None  # six hexadecimal digits

    def over(self, below: "Letters") -> "Letters":
        """This look, and that of ``below`` where this one says nothing."""
        told = {f.name: getattr(self, f.name) for f in fields(self)}
        return replace(below, **{name: value for name, value in told.items() if value is not None})


@dataclass(frozen=True)
class StyleLook:
    """How a style's paragraphs look."""

    letters: Letters
    align: str = "left"  # or right, center, justify


@dataclass(frozen=True)
class Looks:
    """All styles of a house style, its page and what its fonts are like."""

    by_name: Mapping[str, StyleLook]  # as people see them
    by_id: Mapping[str, StyleLook]
    margins: Mapping[str, float]  # top, right, bottom, left, header, footer; millimetres
    page: tuple[float, float]  # millimetres
    families: Mapping[str, str]  # font -> "roman", "swiss", "modern" ...

    @property
    def body(self) -> StyleLook:
        """How most of a text looks."""
        return self.by_name["Body Text"]

    def is_sans(self, font: str) -> bool:
        """Whether a font has no serifs, as far as the file or its name tells."""
        told = self.families.get(font, "auto")
        if told in ("swiss", "modern", "roman"):
            return told != "roman"
        return any(name in font.lower() for name in _SANS)


@lru_cache(maxsize=8)
def looks_of(package: bytes, language: str) -> Looks:
    """The looks of a Word file; raises HouseStyleIncomplete as ``read_house_style`` does."""
    house = read_house_style(package, language)
    styles = _Styles(house.parts)
    sizes = dict(_numbers(house.page.size))
    margins = dict.fromkeys(("header", "footer"), 12.5) | {
        side: value for side, value in _numbers(house.page.margins) if side in _MARGINS
    }
    return Looks(
        by_name={name: styles.look(id_) for name, id_ in styles.named.items()},
        by_id={id_: styles.look(id_) for id_ in styles.held},
        margins=margins,
        page=(sizes["w"], sizes["h"]),
        families=_families(house.parts),
    )


def letters_of(properties: Any, theme: Mapping[str, str]) -> Letters:
    """What a ``w:rPr`` says of letters; ``theme``: the fonts behind the theme's names."""
    if properties is None:
        return Letters()
    size, colour = _value(properties, "sz"), _value(properties, "color")
    return Letters(
        font=_font(properties.find(f"{W}rFonts"), theme),
        size=int(size) / 2 if size and size.isdigit() else None,
        bold=_switch(properties, "b"),
        italic=_switch(properties, "i"),
        colour=colour if colour and _COLOUR.fullmatch(colour) else None,
    )


def aligned(properties: Any) -> str | None:
    """On which side a ``w:pPr`` puts lines, if it says so."""
    told = None if properties is None else _value(properties, "jc")
    return _ALIGNED.get(told, told) if told else None


def theme_fonts(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """``major`` and ``minor`` Latin fonts of a theme, where there is one."""
    part = next((p for name, p in parts.items() if "/theme/" in name), None)
    if part is None:
        return {}
    root = etree.fromstring(part, _CAREFUL)
    found = {kind: root.find(f".//{A}{kind}Font/{A}latin") for kind in ("major", "minor")}
    return {kind: latin.get("typeface", "") for kind, latin in found.items() if latin is not None}


class _Styles:
    """The styles as they are held, to be looked up along what they are based on."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        root = etree.fromstring(parts["word/styles.xml"], _CAREFUL)
        self._theme = theme_fonts(parts)
        self._default = letters_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), self._theme)
        self.held = {each.get(f"{W}styleId"): each for each in root.iter(f"{W}style")}
        self.named = {style_name(str(_value(each, "name"))): id_ for id_, each in self.held.items()}

    def look(self, id_: str) -> StyleLook:
        """A style with all it is based on, over the defaults."""
        letters, side = Letters(), ""
        seen: set[str] = set()
        at: str | None = id_
        while at and at in self.held and at not in seen:
            seen.add(at)
            style = self.held[at]
            letters = letters.over(letters_of(style.find(f"{W}rPr"), self._theme))
            side = side or aligned(style.find(f"{W}pPr")) or ""
            at = _value(style, "basedOn")
        return StyleLook(letters.over(self._default), side or "left")


def _font(told: Any, theme: Mapping[str, str]) -> str | None:
    if told is None:
        return None
    named = told.get(f"{W}asciiTheme") or ""
    font = theme.get(named[:5]) or told.get(f"{W}ascii") or ""
    return font if _NAME.fullmatch(font) else None


def _families(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    part = next((p for name, p in parts.items() if name.endswith("fontTable.xml")), None)
    if part is None:
        return {}
    fonts = etree.fromstring(part, _CAREFUL).iter(f"{W}font")
    return {str(font.get(f"{W}name")): _value(font, "family") or "" for font in fonts}


def _numbers(attributes: str) -> list[tuple[str, float]]:
    """The lengths among the attributes of a page, in millimetres."""
    found = re.findall(r'w:(\w+)="-?(\d+)"', attributes)
    return [(name, round(int(twips) * 25.4 / 1440, 2)) for name, twips in found]


def _value(given: Any, name: str) -> str | None:
    found = given.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def _switch(given: Any, name: str) -> bool | None:
    found = given.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val", "1") not in ("0", "false", "off")
