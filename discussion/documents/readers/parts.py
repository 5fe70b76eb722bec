"""The parts of an Office file, opened with care; it must not know what they say.

Nothing in a file may reach outside of it, and none may cost much before it is refused.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

PART_LIMIT = 50_000_000  # bytes of one part once unpacked; ours are a hundredth of it
ENTRY_LIMIT = 2_000


def open_part(package: bytes, name: str) -> Any:
    """The root of one part, or None where the file has none of that name.

    Raises ValueError when it is no Office file.
    """
    return next((root for found, root in open_parts(package, name) if found == name), None)


def open_parts(package: bytes, place: str) -> Iterator[tuple[str, Any]]:
    """Name and root of every XML part whose name begins so, in the order of names.

    Raises ValueError when the file is no Office file, or too large to be one of ours.
    """
    careful = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
            if len(entries) > ENTRY_LIMIT:
                raise ValueError("the file has too many parts")
            for entry in entries:
                if entry.filename.startswith(place) and entry.filename.endswith((".xml", ".rels")):
                    if entry.file_size > PART_LIMIT:
                        raise ValueError(f"{entry.filename} is too large")
                    yield entry.filename, _root(archive.read(entry), careful)
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as failure:
        raise ValueError(f"not an Office file: {failure}") from None


def _root(part: bytes, careful: etree.XMLParser) -> Any:
    root = etree.fromstring(part, careful)
    if root.getroottree().docinfo.doctype:
        raise ValueError("a part declares entities")
    return root
