"""A secretariat's own header and footer, kept with its logo; must not know what ours say.

Whatever of ours has no place in them (``places``) is put below by ``frame``.
"""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Use = tuple[str, str]  # "header" or "footer"; "default", "first" or "even"


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


def _relation(folder: str, told: Any) -> Relation:
    outside = told.get("TargetMode") == "External"
    target = told.get("Target")
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(told.get("Id"), told.get("Type"), target, outside)


def _moved(target: str) -> str:
    """Where a letterhead's picture stands in our file: apart from the document's own."""
    return f"word/letterhead/{target.replace('/', '-')}"
