"""Puts the parts of a Word file together, in one order and at one time; must not know its words."""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from discussion.documents.tree import Meta
from discussion.documents.writers.docx.house import HouseStyle
from discussion.documents.writers.docx.xml import DECLARATION, attribute, moment, root
from discussion.documents.writers.package import store, xml_safe

DOCUMENT = "word/document.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PICTURES = {  # of letterheads; ours are PNG
    **{kind: f"image/{kind}" for kind in ("bmp", "gif", "jpeg", "tiff")},
    **{"jpg": "image/jpeg", "svg": "image/svg+xml", "tif": "image/tiff"},
    **{"emf": "image/x-emf", "wmf": "image/x-wmf"},
}
_FIRST = ("[Content_Types].xml", "_rels/.rels")


@dataclass
class Package:
    """The parts so far; the main one's relations get their ids in the order they are asked for."""

    house: HouseStyle
    _parts: dict[str, bytes] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)
    _relations: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._parts |= self.house.parts
        self._types |= self.house.types
        for kind, target in self.house.relations:
            self._relate(kind, posixpath.relpath(target, "word"))

    def add(self, name: str, content: bytes, relations: bytes = b"") -> str:
        """Adds a part beside the main one ("comments", "header1"); the id of its relation.

        ``relations`` are those of a part that leads to others.
        """
        kind = name.rstrip("0123456789")
        part = f"word/{name}.xml"
        self._parts[part] = content
        if relations:
            self._parts[f"word/_rels/{name}.xml.rels"] = relations
        self._types[part] = f"{_WORD}.{kind}+xml"
        return self._relate(f"{_OFFICE}/{kind}", f"{name}.xml")

    def add_picture(self, png: bytes) -> str:
        """Adds a picture; one that is there already is not added again."""
        known = (part for part, content in self._parts.items() if content == png)
        part = next(known, None) or f"word/media/picture{len(self._parts)}.png"
        self._parts[part] = png
        return self._relate(f"{_OFFICE}/image", posixpath.relpath(part, "word"))

    def link(self, address: str) -> str:
        """The id of the relation to a web address."""
        return self._relate(f"{_OFFICE}/hyperlink", address, outside=True)

    def written(self, body: str, meta: Meta) -> bytes:
        """The whole file round the markup of its main part."""
        self._parts[DOCUMENT] = root("w:document", f"<w:body>{body}</w:body>")
        self._types[DOCUMENT] = f"{_WORD}.document.main+xml"
        self._parts["docProps/core.xml"] = _properties(meta)
        self._types["docProps/core.xml"] = f"application/{_CORE}+xml"
        self._parts["word/_rels/document.xml.rels"] = _relations(
            (id_, kind, target, outside) for (kind, target, outside), id_ in self._relations.items()
        )
        self._parts["_rels/.rels"] = _relations(
            (
                ("rId1", f"{_OFFICE}/officeDocument", DOCUMENT, False),
                ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", _CORE_PART, False),
            )
        )
        self._parts["[Content_Types].xml"] = self._content_types()
        return _zipped(self._parts)

    def _relate(self, kind: str, target: str, *, outside: bool = False) -> str:
        key = (kind, target, outside)
        return self._relations.setdefault(key, f"rId{len(self._relations) + 1}")

    def _content_types(self) -> bytes:
        extensions = {
            **_PICTURES,
            **self.house.extensions,
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            "png": "image/png",
        }
        used = {name.rpartition(".")[2] for name in self._parts} | {"rels", "xml"}
        defaults = "".join(
            f'<Default Extension="{extension}" ContentType="{kind}"/>'
            for extension, kind in sorted(extensions.items())
            if extension in used
        )
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>'
            for name, kind in sorted(self._types.items())
        )
        types = f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
        return f"{DECLARATION}{types}".encode()


_CORE = "vnd.openxmlformats-package.core-properties"
_CORE_PART = "docProps/core.xml"


def _relations(relations: Iterable[tuple[str, str, str, bool]]) -> bytes:
    outer = ' TargetMode="External"'
    written = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target={attribute(target)}'
        f"{outer if outside else ''}/>"
        for id_, kind, target, outside in relations
    )
    space = f"{_PACKAGE}/relationships"
    return f'{DECLARATION}<Relationships xmlns="{space}">{written}</Relationships>'.encode()


def _properties(meta: Meta) -> bytes:
    """Dublin Core, as Word shows it among a file's properties; times are the edition's."""
    at = moment(meta.created)
    told = {
        "dc:title": meta.title,
        "dc:subject": meta.subject,
        "dc:creator": meta.creator,
        "cp:keywords": meta.symbol,
        "dc:description": " ".join(filter(None, (meta.stamp, meta.status))),
        "cp:revision": "1",
        "cp:category": meta.document,
        "cp:contentStatus": "Draft" if meta.draft else "Final",
        "dc:identifier": meta.symbol,
        "dc:language": meta.language,
    }
    values = "".join(f"<{name}>{escape(xml_safe(v)[:255])}</{name}>" for name, v in told.items())
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{at}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{values}{times}</cp:coreProperties>"
    ).encode()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in (*_FIRST, *sorted(parts.keys() - set(_FIRST))):
            store(archive, name, parts[name])
    return made.getvalue()
