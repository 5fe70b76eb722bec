"""The Word house style as OpenDocument styles; it must not know documents.

There is one house style: what a secretariat changes in Word is what its OpenDocument files look
like, under the same names. What OpenDocument has no word for is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree

from discussion.documents.vocabulary import HEADINGS, STYLES, style_name
from discussion.documents.writers.docx.house import W, read_house_style
from discussion.documents.writers.odt.xml import attribute, style_id

_STYLES_PART = "word/styles.xml"
_FRAME = ("Header", "Footer")
_CAREFUL = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_SCRIPTS = ("", "-asian", "-complex")
_ALIGNED = {"left": "left", "start": "left", "right": "right", "end": "right", "center": "center"}


@dataclass(frozen=True)
class House:
    """What an OpenDocument file takes from the house style."""

    styles: str  # the elements of all styles
    aligned: Mapping[str, str]  # style, as people see it -> left, right, center or justify
    page: Mapping[str, float]  # width, height, top, bottom, left, right, header, footer; cm
    rule: str  # the lines of a table, as a border
    ground: str  # behind its heading row, as a colour

    @property
    def line(self) -> float:
        """From one margin to the other, in centimetres."""
        return self.page["width"] - self.page["left"] - self.page["right"]


@lru_cache(maxsize=8)
def house_of(package: bytes, language: str) -> House:
    """The house style of a document in that language, from the bytes of a Word file.

    Raises HouseStyleIncomplete where it lacks a style, or is no Word file.
    """
    house = read_house_style(package, language)
    styles = etree.fromstring(house.parts[_STYLES_PART], _CAREFUL)
    named = {_shown(each): each for each in styles.iter(f"{W}style")}
    wanted = list(_with_bases(named, [name for name in (*STYLES, *_FRAME) if name in named]))
    rule, ground = _table_look(named["House Table"])
    return House(
        styles="".join(_style(name, named[name], named) for name in wanted),
        aligned={name: _aligned(named[name], named) for name in wanted},
        page=_page(house.page.size, house.page.margins),
        rule=rule,
        ground=ground,
    )


def centimetres(twips: str | float) -> str:
    """A length of Word's, in twentieths of a point, as OpenDocument writes it."""
    return f"{float(twips) / 567:.3f}cm"


def _shown(style: Any) -> str:
    name = style_name(str(style.find(f"{W}name").get(f"{W}val")))
    return name.capitalize() if name.capitalize() in _FRAME else name


def _with_bases(named: Mapping[str, Any], wanted: list[str]) -> Iterator[str]:
    """The paragraph and character styles wanted, each after the one it is based on."""
    told: set[str] = set()
    for name in wanted:
        chain: list[str] = []
        at: str | None = name
        while at is not None and at not in told and at not in chain:
            chain.append(at)
            at = _base(named[at], named)
        for each in reversed(chain):
            told.add(each)
            if named[each].get(f"{W}type") in ("paragraph", "character"):
                yield each


def _base(style: Any, named: Mapping[str, Any]) -> str | None:
    based = _value(style, "basedOn")
    found = (name for name, each in named.items() if each.get(f"{W}styleId") == based)
    return next(found, None) if based else None


def _style(name: str, style: Any, named: Mapping[str, Any]) -> str:
    base = _base(style, named)
    paragraph = style.get(f"{W}type") == "paragraph"
    told = f"style:name={attribute(style_id(name))} style:display-name={attribute(name)}"
    told += f" style:parent-style-name={attribute(style_id(base))}" if base else ""
    if name in HEADINGS:
        told += f' style:default-outline-level="{HEADINGS.index(name) + 1}"'
    properties = _paragraph(style.find(f"{W}pPr")) if paragraph else ""
    letters = _letters(style.find(f"{W}rPr"))
    return (
        f'<style:style style:family="{"paragraph" if paragraph else "text"}" {told}>'
        f"{properties}{letters}</style:style>"
    )


def _aligned(style: Any, named: Mapping[str, Any]) -> str:
    """On which side lines stand that run from the left; Word's sides turn with the paragraph."""
    own = style.find(f"{W}pPr")
    told = _value(own, "jc") if own is not None else None
    if told:
        return _ALIGNED.get(told, "justify")
    base = _base(style, named)
    return _aligned(named[base], named) if base else "left"


def _paragraph(given: Any) -> str:
    if given is None:
        return ""
    told = dict(_spacing(given.find(f"{W}spacing"))) | dict(_indents(given.find(f"{W}ind")))
    aligned = _value(given, "jc")
    if aligned:
        told["fo:text-align"] = _ALIGNED.get(aligned, "justify")
    if _on(given, "keepNext"):
        told["fo:keep-with-next"] = "always"
    if _on(given, "keepLines"):
        told["fo:keep-together"] = "always"
    if _on(given, "widowControl"):
        told |= {"fo:widows": "2", "fo:orphans": "2"}
    tag = "style:paragraph-properties"
    return f"<{tag}{_attributes(told)}>{_tabs(given)}</{tag}>"


def _spacing(given: Any) -> Iterator[tuple[str, str]]:
    if given is None:
        return
    for word, side in (("before", "top"), ("after", "bottom")):
        if given.get(f"{W}{word}"):
            yield f"fo:margin-{side}", centimetres(given.get(f"{W}{word}"))
    height, rule = given.get(f"{W}line"), given.get(f"{W}lineRule", "auto")
    if height and rule == "auto":
        yield "fo:line-height", f"{round(int(height) / 2.4)}%"
    elif height:
        exact = rule == "exact"
        yield "fo:line-height" if exact else "style:line-height-at-least", centimetres(height)


def _indents(given: Any) -> Iterator[tuple[str, str]]:
    if given is None:
        return
    for words, side in ((("left", "start"), "left"), (("right", "end"), "right")):
        for found in filter(None, (given.get(f"{W}{word}") for word in words)):
            yield f"fo:margin-{side}", centimetres(found)
    first, hanging = given.get(f"{W}firstLine"), given.get(f"{W}hanging")
    if first or hanging:
        yield "fo:text-indent", centimetres(first or -int(hanging))


def _tabs(given: Any) -> str:
    """Word counts from the margin of the page, OpenDocument from the paragraph's indent."""
    indent = given.find(f"{W}ind")
    left = int(indent.get(f"{W}left", "0")) if indent is not None else 0
    stops = ""
    for tab in given.findall(f"{W}tabs/{W}tab"):
        kind = tab.get(f"{W}val")
        if kind == "clear":
            continue
        told = {"style:position": centimetres(int(tab.get(f"{W}pos")) - left)}
        told |= {"style:type": kind} if kind in ("right", "center") else {}
        if tab.get(f"{W}leader") == "dot":
            told |= {"style:leader-style": "dotted", "style:leader-text": "."}
        stops += f"<style:tab-stop{_attributes(told)}/>"
    return f"<style:tab-stops>{stops}</style:tab-stops>" if stops else ""


def _letters(given: Any) -> str:
    """Each look three times, as each script has its own font, size and weight."""
    if given is None:
        return ""
    told: dict[str, str] = {}
    fonts = given.find(f"{W}rFonts")
    family = fonts.get(f"{W}ascii") if fonts is not None else None
    size, twin = _value(given, "sz"), _value(given, "szCs")
    for script in _SCRIPTS:
        space = "style" if script else "fo"
        if family:
            told[f"{space}:font-family{script}"] = f"'{family}'"
        if size:
            points = twin if script == "-complex" and twin else size
            told[f"{space}:font-size{script}"] = f"{int(points) / 2:g}pt"
        for word, name, value in (("b", "weight", "bold"), ("i", "style", "italic")):
            if given.find(f"{W}{word}") is not None:
                told[f"{space}:font-{name}{script}"] = value if _on(given, word) else "normal"
    colour = _value(given, "color")
    if colour and colour != "auto":
        told["fo:color"] = f"#{colour.lower()}"
    if _value(given, "vertAlign") == "superscript":
        told["style:text-position"] = "super 58%"
    return f"<style:text-properties{_attributes(told)}/>"


def _table_look(style: Any) -> tuple[str, str]:
    """The rule between rows and the colour behind the heading row."""
    rule = style.find(f"{W}tblPr/{W}tblBorders/{W}insideH")
    ground = style.find(f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}shd")
    line = "none"
    if rule is not None and rule.get(f"{W}val") not in ("nil", "none"):
        colour = rule.get(f"{W}color", "auto").replace("auto", "000000").lower()
        line = f"{int(rule.get(f'{W}sz', '4')) / 8:g}pt solid #{colour}"
    fill = "auto" if ground is None else ground.get(f"{W}fill", "auto")
    return line, "transparent" if fill == "auto" else f"#{fill.lower()}"


def _page(size: str, margins: str) -> Mapping[str, float]:
    named = {"w": "width", "h": "height"}
    told = {}
    for each in f"{size} {margins}".split():
        name, _, value = each.removeprefix("w:").partition("=")
        if value.strip('"').lstrip("-").isdigit():
            told[named.get(name, name)] = abs(int(value.strip('"'))) / 567
    return {"header": 1.25, "footer": 1.25} | told


def _value(given: Any, name: str) -> str | None:
    found = given.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def _on(given: Any, name: str) -> bool:
    found = given.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off")


def _attributes(told: Mapping[str, str]) -> str:
    return "".join(f" {name}={attribute(value)}" for name, value in told.items())
