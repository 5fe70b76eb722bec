"""A secretariat's own header and footer, kept with its logo; must not know what ours say.

A word in braces in them is a place for ours: ``{symbol}``, ``{stamp}``, ``{status}``, ``{page}``.
What has no place there is put below by ``frame``.
"""

import copy
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PLACES = ("symbol", "stamp", "status", "page")

_PLACE = re.compile(rf"\{{\s*({'|'.join(PLACES)})\s*\}}", re.IGNORECASE)
_PAGE_FIELD = re.compile(r"(?<![A-Z])PAGE(?![A-Z])")
_AFTER_BIDI = tuple(
    f"{W}{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
        *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap"),
        *("outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
_AFTER_RTL = tuple(f"{W}{name}" for name in ("cs", "em", "lang", "eastAsianLayout", "specVanish"))

Use = tuple[str, str]  # "header" or "footer"; "default", "first" or "even"


@dataclass(frozen=True)
class Piece:
    """Something of ours in one direction: words, or the field that counts them."""

    words: str
    field: str = ""  # "PAGE", with its words as what shows until it is counted
    right_to_left: bool = False


@dataclass(frozen=True)
class Relation:
    """What a header leads to: a part that goes with it, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True)
class Letter:
    """One header or footer as it was brought."""

    content: bytes
    relations: tuple[Relation, ...]


@dataclass(frozen=True)
class Letterhead:
    """All headers and footers of a house style, and what they show."""

    letters: Mapping[Use, Letter] = field(default_factory=dict)
    parts: Mapping[str, bytes] = field(default_factory=dict)  # pictures, by name in the package
    own_cover: bool = False  # the first page has a header of its own, or none

    @property
    def uneven(self) -> bool:
        """Whether pages on the left have one of their own."""
        return any(use == "even" for _, use in self.letters)

    def of(self, kind: str, use: str) -> Letter | None:
        """The header or footer for that use; the cover has that of all pages unless told."""
        if use == "first" and not self.own_cover:
            use = "default"
        return self.letters.get((kind, use))


def read_letterhead(held: Mapping[str, bytes], main: str, document: Any) -> Letterhead:
    """The letterhead of the last section, which has what sections before it said."""
    letters, own_cover = {}, False
    leads = {relation.id: relation.target for relation in relations_of(held, main)}
    for section in document.iter(f"{W}sectPr"):
        for kind in ("header", "footer"):
            for told in section.findall(f"{W}{kind}Reference"):
                use, id_ = told.get(f"{W}type", "default"), told.get(f"{R}id")
                if id_ in leads:
                    part = leads[id_]
                    letters[kind, use] = Letter(held[part], relations_of(held, part))
        switch = section.find(f"{W}titlePg")
        own_cover = switch is not None and switch.get(f"{W}val", "1") not in ("0", "false", "off")
    pictures = {r.target for letter in letters.values() for r in letter.relations if not r.outside}
    parts = {_moved(target): held[target] for target in sorted(pictures)}
    return Letterhead(letters, parts, own_cover=own_cover)


def relations_of(held: Mapping[str, bytes], part: str) -> tuple[Relation, ...]:
    """What a part of the package leads to."""
    folder, name = posixpath.split(part)
    file = posixpath.join(folder, "_rels", f"{name}.rels")
    found = etree.fromstring(held[file], _CAREFUL).iter(_RELATION) if file in held else ()
    return tuple(_relation(folder, one) for one in found)


def filled(
    letter: Letter, ours: Mapping[str, Sequence[Piece]], *, right_to_left: bool
) -> tuple[Any, frozenset[str]]:
    """The header's root with our words in their places, and which had one.

    Pages that it counts itself need no place any more.
    """
    root = etree.fromstring(letter.content, _CAREFUL)
    placed = {name for paragraph in root.iter(f"{W}p") for name in _fill(paragraph, ours)}
    if right_to_left:
        for paragraph in root.iter(f"{W}p"):
            if paragraph.get(_FILLED):
                _turn(paragraph)
    for paragraph in root.iter(f"{W}p"):
        paragraph.attrib.pop(_FILLED, None)
    if _PAGE_FIELD.search(" ".join(_instructions(root))):
        placed.add("page")
    return root, frozenset(placed)


def moved(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations, leading to where the pictures stand in our file."""
    return tuple(
        one if one.outside else Relation(one.id, one.kind, _moved(one.target), outside=False)
        for one in relations
    )


def written(root: Any, relations: Sequence[Relation]) -> tuple[bytes, bytes]:
    """The part and its relations."""
    inner = "".join(
        etree.tostring(
            etree.Element(
                "Relationship",
                {
                    "Id": relation.id,
                    "Type": relation.kind,
                    "Target": relation.target if relation.outside else f"/{relation.target}",
                    **({"TargetMode": "External"} if relation.outside else {}),
                },
            ),
            encoding="unicode",
        )
        for relation in relations
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    told = f'<Relationships xmlns="{space}">{inner}</Relationships>'
    part = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return bytes(part), told.encode()


_CAREFUL = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FILLED = "filled"


def _relation(folder: str, told: Any) -> Relation:
    outside = told.get("TargetMode") == "External"
    target = told.get("Target")
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(told.get("Id"), told.get("Type"), target, outside)


def _moved(target: str) -> str:
    """Where a letterhead's picture stands in our file: apart from the document's own."""
    return f"word/letterhead/{target.replace('/', '-')}"


def _fill(paragraph: Any, ours: Mapping[str, Sequence[Piece]]) -> Iterator[str]:
    """Word cuts what was typed into runs as it likes: a place may stand in several of them."""
    texts = [t for t in paragraph.iter(f"{W}t") if _paragraph_of(t) is paragraph]
    words = "".join(t.text or "" for t in texts)
    for place in reversed(list(_PLACE.finditer(words))):
        name = place[1].lower()
        _put(texts, place.span(), ours.get(name, ()))
        paragraph.set(_FILLED, "1")
        yield name


def _paragraph_of(element: Any) -> Any:
    return next(element.iterancestors(f"{W}p"))


def _put(texts: Sequence[Any], span: tuple[int, int], pieces: Sequence[Piece]) -> None:
    """Puts ours where the place was, in the look of its first letter."""
    start, end, at, first = *span, 0, None
    for text in texts:
        words = text.text or ""
        before, after = words[: max(0, start - at)], words[max(0, end - at) :]
        touched = at < end and at + len(words) > start
        at += len(words)
        if not touched:
            continue
        if first is None:
            first = text
            _set(text, before)
            last = _add_after(text, pieces)
            if after:
                _split_off(last, text, after)
        else:
            _set(text, after)


def _set(text: Any, words: str) -> None:
    text.text = words
    text.set(SPACE, "preserve")


def _add_after(text: Any, pieces: Sequence[Piece]) -> Any:
    """The run after which the words that followed the place go on."""
    last = _alone(text)
    for piece in pieces:
        run = etree.Element(f"{W}r")
        look = _look_of(text)
        if piece.right_to_left:
            look = look if look is not None else etree.Element(f"{W}rPr")
            _insert(look, etree.Element(f"{W}rtl"), _AFTER_RTL)
        if look is not None:
            run.append(look)
        _set(etree.SubElement(run, f"{W}t"), piece.words)
        if piece.field:
            counted = etree.Element(f"{W}fldSimple")
            counted.set(f"{W}instr", f" {piece.field} ")
            counted.append(run)
            run = counted
        last.addnext(run)
        last = run
    return last


def _alone(text: Any) -> Any:
    """The text's run, with what stood after the text in it moved into a run of its own."""
    run = text.getparent()
    followers = list(text.itersiblings())
    if followers:
        rest = etree.Element(f"{W}r")
        look = _look_of(text)
        if look is not None:
            rest.append(look)
        rest.extend(followers)
        run.addnext(rest)
    return run


def _split_off(last: Any, text: Any, words: str) -> None:
    run = etree.Element(f"{W}r")
    look = _look_of(text)
    if look is not None:
        run.append(look)
    _set(etree.SubElement(run, f"{W}t"), words)
    last.addnext(run)


def _look_of(text: Any) -> Any:
    look = text.getparent().find(f"{W}rPr")
    return None if look is None else copy.deepcopy(look)


def _turn(paragraph: Any) -> None:
    """The paragraph runs from right to left, as the document does."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}bidi") is None:
        _insert(properties, etree.Element(f"{W}bidi"), _AFTER_BIDI)


def _insert(parent: Any, child: Any, successors: Sequence[str]) -> None:
    """Word takes properties in one order only."""
    for other in parent:
        if other.tag == child.tag:
            return
        if other.tag in successors:
            other.addprevious(child)
            return
    parent.append(child)


def _instructions(root: Any) -> Iterator[str]:
    yield "".join(told.text or "" for told in root.iter(f"{W}instrText"))
    yield from (told.get(f"{W}instr", "") for told in root.iter(f"{W}fldSimple"))
