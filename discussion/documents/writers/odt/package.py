"""Puts the parts of an OpenDocument file together, in one order and at one time; no words."""

import io
import zipfile
from dataclasses import dataclass, field

from discussion.documents.tree import Meta
from discussion.documents.vocabulary import language_tag
from discussion.documents.writers.odt.xml import (
    DECLARATION,
    VERSION,
    attribute,
    moment,
    root,
    words_of,
)
from discussion.documents.writers.package import store

_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


@dataclass
class Package:
    """The parts so far."""

    _parts: dict[str, bytes] = field(default_factory=dict)

    def add(self, name: str, content: bytes) -> None:
        """Adds a part: content.xml, styles.xml."""
        self._parts[name] = content

    def add_picture(self, png: bytes, form: str = "png") -> str:
        """Adds a picture; its place in the file. One that is there already is not added again."""
        known = (part for part, content in self._parts.items() if content == png)
        place = next(known, None) or f"Pictures/picture{len(self._parts) + 1}.{form}"
        self._parts[place] = png
        return place

    def written(self, meta: Meta) -> bytes:
        """The whole file; its type stands first and plain, to be told from outside."""
        parts = {"meta.xml": _properties(meta)} | self._parts
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            store(archive, "mimetype", MEDIA_TYPE.encode(), as_it_is=True)
            for name in sorted(parts):
                store(archive, name, parts[name])
            store(archive, "META-INF/manifest.xml", _manifest(parts))
        return made.getvalue()


def _properties(meta: Meta) -> bytes:
    """Dublin Core, as it is shown among a file's properties; times are the edition's."""
    at = moment(meta.created)
    told = (
        ("meta:generator", "Discussion"),
        ("dc:title", meta.title),
        ("dc:description", " ".join(filter(None, (meta.stamp, meta.status)))),
        ("dc:subject", meta.subject),
        ("meta:keyword", meta.symbol),
        ("meta:initial-creator", meta.creator),
        ("dc:creator", meta.creator),
        ("meta:creation-date", at),
        ("dc:date", at),
        ("dc:language", language_tag(meta.language)),
        ("meta:editing-cycles", "1"),
    )
    own = (
        ("Identifier", meta.symbol),
        ("Category", meta.document),
        ("Status", "Draft" if meta.draft else "Final"),
    )
    values = "".join(f"<{name}>{words_of(value)}</{name}>" for name, value in told if value)
    values += "".join(
        f"<meta:user-defined meta:name={attribute(name)}>{words_of(value)}</meta:user-defined>"
        for name, value in own
    )
    return root("document-meta", f"<office:meta>{values}</office:meta>")


def _manifest(parts: dict[str, bytes]) -> bytes:
    def entry(path: str, kind: str) -> str:
        version = f' manifest:version="{VERSION}"' if path == "/" else ""
        return (
            f'<manifest:file-entry manifest:full-path="{path}"{version} '
            f'manifest:media-type="{kind}"/>'
        )

    kinds = {"xml": "text/xml", "png": "image/png", "gif": "image/gif"}
    kinds |= dict.fromkeys(("jpg", "jpeg"), "image/jpeg")
    entries = (entry(name, kinds[name.rpartition(".")[2]]) for name in sorted(parts))
    return (
        f'{DECLARATION}<manifest:manifest xmlns:manifest="{_MANIFEST}" '
        f'manifest:version="{VERSION}">{entry("/", MEDIA_TYPE)}{"".join(entries)}'
        "</manifest:manifest>"
    ).encode()
