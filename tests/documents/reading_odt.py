"""Reads OpenDocument and Akoma Ntoso files with nothing of the writers; not a test itself."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from tests.documents.reading import part

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
DEFINED = {f"{TEXT}tracked-changes", f"{TEXT}table-of-content-source", f"{OFFICE}annotation"}


def odt_text(package: bytes) -> str:
    """All words of an OpenDocument text: paragraphs, what was deleted, frame and properties."""
    trees = [part(package, name) for name in ("content.xml", "styles.xml")]
    paragraphs = (p for tree in trees for p in tree.iter(f"{TEXT}p", f"{TEXT}h"))
    properties = part(package, "meta.xml").itertext()
    return "\n".join((*("".join(line_words(p)) for p in paragraphs), *properties))


def settled(package: bytes, gone: str) -> str:
    """The words of the text once its insertions, or its deletions, are ``gone``; in one piece.

    Notes, remarks and what only tells how an index is made are left out.
    """
    content = part(package, "content.xml")
    regions = {region.get(f"{TEXT}id"): region for region in content.iter(f"{TEXT}changed-region")}
    open_: set[str] = set()

    def shown(element: Any) -> Iterator[str]:
        yield "" if open_ and gone == "inserted" else element.text or ""
        for child in element:
            if child.tag == f"{TEXT}change-start":
                open_.add(child.get(f"{TEXT}change-id"))
            elif child.tag == f"{TEXT}change-end":
                open_.remove(child.get(f"{TEXT}change-id"))
            elif child.tag == f"{TEXT}change" and gone == "inserted":
                yield from restored(regions[child.get(f"{TEXT}change-id")])
            elif child.tag in _SPACES and not (open_ and gone == "inserted"):
                yield _space(child)
            elif child.tag not in DEFINED and child.tag != f"{TEXT}note":
                yield from shown(child)
            yield "" if open_ and gone == "inserted" else child.tail or ""

    def restored(region: Any) -> Iterator[str]:
        if region.find(f"{TEXT}insertion") is None:
            for paragraph in region.find(f"{TEXT}deletion")[1:]:
                yield from shown(paragraph)

    return "".join(shown(content.find(f"{OFFICE}body")))


def akn_words(element: Any) -> str:
    """The words under an element of an Akoma Ntoso file, notes at the foot of the page left out."""
    said = element.text or ""
    for child in element:
        if child.tag == f"{AKN}eol":
            said += "\n"
        elif child.tag != f"{AKN}authorialNote":
            said += akn_words(child)
        said += child.tail or ""
    return said


def akn_text(content: bytes) -> str:
    """All words of an Akoma Ntoso file, whatever element or attribute holds them."""
    tree = etree.fromstring(content)
    told = [value for element in tree.iter() for value in element.attrib.values()]
    return "\n".join((*tree.itertext(), *told))


_SPACES = (f"{TEXT}tab", f"{TEXT}line-break", f"{TEXT}s")


def line_words(element: Any) -> Iterator[str]:
    """The words of a paragraph, piece by piece; notes and remarks have lines of their own."""
    yield element.text or ""
    for child in element:
        if child.tag in _SPACES:
            yield _space(child)
        elif child.tag not in (f"{TEXT}note", f"{OFFICE}annotation"):
            yield from line_words(child)
        yield child.tail or ""


def _space(element: Any) -> str:
    match element.tag.rpartition("}")[2]:
        case "tab":
            return "\t"
        case "line-break":
            return "\n"
        case _:
            return " " * int(element.get(f"{TEXT}c", "1"))
