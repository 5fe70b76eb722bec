"""A house style as a Word file holds it: its styles, lists and page; it must not know documents.

Parts that only carry somebody's traces (thumbnail, custom XML, an attached template) are not
taken over into what is handed out.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree

from discussion.documents.vocabulary import HEADINGS, STYLES, language_tag, style_name
from discussion.documents.writers.docx.letterhead import Letterhead, read_letterhead
from discussion.documents.writers.docx.numbering import FIRST_ID
from discussion.documents.writers.package import HouseStyleIncomplete
from discussion.domain.languages import written_from

HOUSE_STYLE = "document.docx"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_KEPT = ("styles", "settings", "fontTable", "theme", "numbering", "webSettings")
_TRACES = ("attachedTemplate", "savePreviewPicture", "rsids", "mailMerge", "footnotePr",
           "endnotePr", "documentProtection", "writeProtection", "docVars")  # fmt: skip
_UNSTRETCHED = "doNotExpandShiftReturn"
"""Of justified text: a line somebody broke is not drawn out over the whole width."""
_BEFORE_UNSTRETCHED = tuple(
    f"{W}{name}"
    for name in ("useSingleBorderforContiguousCells", "wpJustification", "noTabHangInd",
                 "noLeading", "spaceForUL", "noColumnBalance", "balanceSingleByteDoubleByteWidth",
                 "noExtraLineSpacing", "doNotLeaveBackslashAlone", "ulTrailSpace")
)  # fmt: skip
_VALUE = f"{W}val"
_CAREFUL = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True)
class Page:
    """The page of the house style, in twentieths of a point."""

    size: str  # the attributes of w:pgSz
    margins: str  # the attributes of w:pgMar
    line: int  # from one margin to the other


@dataclass(frozen=True)
class HouseStyle:
    """What a document takes from its house style."""

    parts: Mapping[str, bytes]  # by name in the package, without those every document has
    types: Mapping[str, str]  # content types of those parts
    relations: tuple[tuple[str, str], ...]  # of the main part: type, target
    extensions: Mapping[str, str]  # content types by file extension
    lists: tuple[str, str]  # of the numbering part: definitions, instances
    style_ids: Mapping[str, str]  # by the names people see in Word
    heading_indents: tuple[str, ...]  # the attributes of w:ind, level by level
    page: Page
    letterhead: Letterhead = Letterhead()


@lru_cache(maxsize=8)
def read_house_style(package: bytes, language: str) -> HouseStyle:
    """The house style of a document in that language.

    Raises HouseStyleIncomplete where it lacks a style, or is no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            held = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        return _read(held, language)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError):
        raise HouseStyleIncomplete(HOUSE_STYLE, "a Word document") from None


def _read(held: Mapping[str, bytes], language: str) -> HouseStyle:
    main = next(target for kind, target in _relations(held, "") if kind == "officeDocument")
    document = etree.fromstring(held[main], _CAREFUL)
    letterhead = read_letterhead(held, main, document)
    relations = {kind: at for kind, at in _relations(held, main) if kind in _KEPT}
    named = dict(_content_types(held, "Override", "PartName"))
    parts = dict(_reached(held, relations))
    styles = etree.fromstring(held[relations["styles"]], _CAREFUL)
    ids = _style_ids(styles)
    if "settings" in relations:
        uneven = letterhead.uneven
        parts[relations["settings"]] = _settings(held[relations["settings"]], uneven=uneven)
    lists = ("", "")
    if "numbering" in relations:
        lists = _lists(parts.pop(relations.pop("numbering")), styles)
    parts[relations["styles"]] = _in_language(styles, language)
    parts |= letterhead.parts
    return HouseStyle(
        parts=parts,
        types={name: named[f"/{name}"] for name in parts if f"/{name}" in named},
        relations=tuple((_OFFICE + kind, target) for kind, target in sorted(relations.items())),
        extensions=dict(_content_types(held, "Default", "Extension")),
        lists=lists,
        style_ids=ids,
        heading_indents=tuple(_indent(styles, ids[name]) for name in HEADINGS),
        page=_page(document),
        letterhead=letterhead,
    )


def _relations(held: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str]]:
    """What a part leads to inside the package: the last word of the type, the part's name."""
    folder, name = posixpath.split(part)
    file = posixpath.join(folder, "_rels", f"{name}.rels")
    if file not in held:
        return
    for relation in etree.fromstring(held[file], _CAREFUL).iter(_RELATIONS):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target")))
            yield relation.get("Type").rpartition("/")[2], target.lstrip("/")


def _content_types(held: Mapping[str, bytes], kind: str, by: str) -> Iterator[tuple[str, str]]:
    for each in etree.fromstring(held["[Content_Types].xml"], _CAREFUL).iter(_TYPES + kind):
        yield each.get(by), each.get("ContentType")


def _reached(
    held: Mapping[str, bytes], relations: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """The parts kept, and what they need: fonts, pictures of bullets and of the theme."""
    for kind, part in relations.items():
        yield part, held[part]
        inner = [target for _, target in _relations(held, part)]
        if inner and kind != "settings":
            folder, name = posixpath.split(part)
            file = posixpath.join(folder, "_rels", f"{name}.rels")
            yield file, held[file]
            yield from ((target, held[target]) for target in inner)


def _style_ids(styles: Any) -> dict[str, str]:
    """Style ids by name; all the writer uses must be there."""
    ids = {}
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            ids[style_name(name.get(f"{W}val"))] = style.get(f"{W}styleId")
    missing = [name for name in STYLES if name not in ids]
    if missing:
        raise HouseStyleIncomplete(HOUSE_STYLE, ", ".join(missing))
    return ids


def _indent(styles: Any, style: str) -> str:
    """A list would put its own, or none, in the place of the style's."""
    found = styles.find(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}ind")
    return "" if found is None else _attributes(found)


def _in_language(styles: Any, language: str) -> bytes:
    """The styles with the document's language as that of words which have none of their own."""
    look = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if look is not None:
        told = look.find(f"{W}lang")
        if told is None:
            told = etree.SubElement(look, f"{W}lang")
        slot = "bidi" if written_from(language) == "rtl" else "val"
        told.set(f"{W}{slot}", language_tag(language))
    return _bytes(styles)


def _settings(part: bytes, *, uneven: bool) -> bytes:
    """The settings without what belongs to one text: a link to somebody's disk, a password."""
    settings = etree.fromstring(part, _CAREFUL)
    for name in (*_TRACES, *(() if uneven else ("evenAndOddHeaders",))):
        for old in settings.findall(f"{W}{name}"):
            settings.remove(old)
    compatible = settings.find(f"{W}compat")
    if compatible is not None and compatible.find(f"{W}{_UNSTRETCHED}") is None:
        before = [child for child in compatible if child.tag in _BEFORE_UNSTRETCHED]
        compatible.insert(len(before), etree.Element(f"{W}{_UNSTRETCHED}"))
    return _bytes(settings)


def _lists(part: bytes, styles: Any) -> tuple[str, str]:
    """The lists that styles are in, as markup: all definitions stand before all instances.

    Others belong to a text that the house style was made from. Numbers from FIRST_ID are ours.
    """
    numbering = etree.fromstring(part, _CAREFUL)
    named = [each for each in styles.iter(f"{W}numId") if each.get(_VALUE) != "0"]
    used = {each.get(_VALUE) for each in named}
    instances = [n for n in numbering.findall(f"{W}num") if n.get(f"{W}numId") in used]
    wanted = {n.find(f"{W}abstractNumId").get(_VALUE) for n in instances}
    definitions = [
        a for a in numbering.findall(f"{W}abstractNum") if a.get(f"{W}abstractNumId") in wanted
    ]
    _make_room(named, instances, f"{W}numId")
    links = [n.find(f"{W}abstractNumId") for n in instances]
    _make_room(links, definitions, f"{W}abstractNumId")
    return "".join(map(_markup, definitions)), "".join(map(_markup, instances))


def _make_room(links: list[Any], numbered: list[Any], own: str) -> None:
    """Gives what has one of our numbers another, there and wherever it is named."""
    taken = {int(each.get(own)) for each in numbered}
    free = (str(n) for n in range(1, FIRST_ID) if n not in taken)
    for each in numbered:
        if int(each.get(own)) >= FIRST_ID:
            was, now = each.get(own), next(free)
            each.set(own, now)
            for one in links:
                if one.get(_VALUE) == was:
                    one.set(_VALUE, now)


def _page(document: Any) -> Page:
    section = document.find(f"{W}body/{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    taken = (int(margins.get(f"{W}{side}", "0")) for side in ("left", "right", "gutter"))
    return Page(_attributes(size), _attributes(margins), int(size.get(f"{W}w")) - sum(taken))


def _attributes(element: Any) -> str:
    return " ".join(f'w:{etree.QName(name).localname}="{v}"' for name, v in element.attrib.items())


def _markup(element: Any) -> str:
    """An element of the house style as markup of its own, which declares what it needs."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def _bytes(element: Any) -> bytes:
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True))
