"""Places for ours in a letterhead, filled in the look they have; must not know files.

A word in braces is a place: ``{symbol}``, ``{stamp}``, ``{status}``, ``{page}``.
"""

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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

_FILLED = "filled"
_CAREFUL = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True)
class Piece:
    """Something of ours in one direction: words, or the field that counts them."""

    words: str
    field: str = ""  # "PAGE", with its words as what shows until it is counted
    right_to_left: bool = False


def filled(
    content: bytes, ours: Mapping[str, Sequence[Piece]], *, right_to_left: bool
) -> tuple[Any, frozenset[str]]:
    """The header's root with our words in their places, and which had one.

    Pages that it counts itself need no place any more.
    """
    root = etree.fromstring(content, _CAREFUL)
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
        if not text.text:
            _drop(text)


def _drop(text: Any) -> None:
    """A run that says nothing any more goes."""
    run = text.getparent()
    run.remove(text)
    if all(child.tag == f"{W}rPr" for child in run):
        run.getparent().remove(run)


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
