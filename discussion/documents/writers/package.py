"""What Word and PowerPoint files have in common as packages; it must not know their contents."""

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from discussion import assets
from discussion.documents.tree import Meta
from discussion.errors import DiscussionError

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip entry can have
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORKBOOK = re.compile(r"\.xlsx$")
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class HouseStyleIncomplete(DiscussionError):
    """A house style was edited so that the writer no longer finds what it needs in it."""

    def __init__(self, file: str, missing: str) -> None:
        super().__init__("house_style_incomplete", status=500, file=file, missing=missing)


def house_style(name: str) -> Path:
    """The file of that name among the house styles; raises HouseStyleIncomplete without it."""
    path = assets.templates() / "office" / name
    if not path.is_file():
        raise HouseStyleIncomplete(name, "the file itself")
    return path


def xml_safe(words: str) -> str:
    """The words without the control characters that no XML file can hold."""
    return _NOT_IN_XML.sub("\ufffd", words)


def fill_properties(properties: Any, meta: Meta) -> None:
    """Dublin Core properties from the document's meta; times are the edition's."""
    values = {
        "title": meta.title,
        "subject": meta.subject,
        "author": meta.creator,
        "identifier": meta.symbol,
        "language": meta.language,
        "category": meta.document,
        "keywords": meta.symbol,
        "comments": " ".join(filter(None, (meta.stamp, meta.status))),
        "last_modified_by": "",
        "content_status": "Draft" if meta.draft else "Final",
    }
    for name, value in values.items():
        setattr(properties, name, xml_safe(value)[:255])
    for name in ("created", "modified", "last_printed"):
        setattr(properties, name, _naive_utc(meta.created))
    properties.revision = 1


def same_bytes(package: bytes) -> bytes:
    """The package with the times of its making taken out, so that equal trees give equal files."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if _WORKBOOK.search(entry.filename):
                content = _same_workbook(content)
            store(after, entry.filename, content)
    return made.getvalue()


def _same_workbook(workbook: bytes) -> bytes:
    """A chart's embedded workbook, whose own properties hold the moment it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            store(after, entry.filename, content)
    return made.getvalue()


def store(archive: zipfile.ZipFile, name: str, content: bytes, *, as_it_is: bool = False) -> None:
    """Puts a file into the archive without the moment of its making."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_STORED if as_it_is else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, content)


def _naive_utc(moment: datetime) -> datetime:
    """Office properties are written as UTC without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
