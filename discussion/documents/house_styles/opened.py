"""Opens an Office file that may have been made to do harm; must not know what it is for.

Sizes are counted while reading: what a file says of itself is no more than a claim.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

FILE_LIMIT = 10_000_000  # bytes as it comes
UNPACKED_LIMIT = 50_000_000
ENTRY_LIMIT = 1_000
XML_LIMIT = 5_000_000  # of one part that is parsed; a parsed one takes twenty times its size
RATIO_LIMIT = 100  # of a part of more than RATIO_FROM bytes
RATIO_FROM = 1_000_000

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MAIN = {
    "docx": ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml"),
    "pptx": ("presentationml.presentation.main+xml", "presentationml.template.main+xml"),
}
_STRICT = b"http://purl.oclc.org/ooxml/"
_ACTIVE_KINDS = {  # the last word of a relation's type -> what it is to people
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "control": "ActiveX controls",
    "activeXControlBinary": "ActiveX controls",
    "oleObject": "an embedded object of another program",
    "aFChunk": "another file inserted into it",
    "attachedToolbars": "macros",
    "subDocument": "another document",
    "frame": "another document",
}
_ACTIVE_NAMES = re.compile(r"vbaProject|vbaData|/activeX/|\.exe$|\.dll$|\.js$|\.hta$", re.I)
_ACTIVE_FIELDS = re.compile(
    r"\b(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|LINK|IMPORT|DATABASE|MACROBUTTON|EMBED"
    r"|RD)\b",
    re.I,
)
_ACTIVE_ACTIONS = re.compile(r"^ppaction://(program|macro|ole|hlinkfile|hlinkpres)", re.I)
_LINKS = ("http", "https", "mailto")
_LOCKED = 0b1  # a password is needed
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,  # what is packed is none of it
    EOFError,  # it ends before it should
    ValueError,  # a place before its beginning, a name in no letters
    NotImplementedError,  # kinds of locks and patches the standard library knows by name
)
_CAREFUL = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


class Refusal(Exception):
    """The file is not to be used: a code of templates/failures and its facts."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def opened(package: bytes, form: str) -> dict[str, bytes]:
    """Every part of the file by its name; raises Refusal for whatever could do harm."""
    if len(package) > FILE_LIMIT:
        raise Refusal("house_style_too_large", limit=FILE_LIMIT // 1_000_000)
    held = _unpacked(package, form)
    _refuse_other_kinds(held, form)
    for name, part in held.items():
        if _ACTIVE_NAMES.search(f"/{name}"):
            raise Refusal("house_style_active", found="macros or a program", part=name)
        if name.endswith((".xml", ".rels", ".vml")):
            _refuse_active(name, _parsed(name, part))
    return held


def _unpacked(package: bytes, form: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            entries = archive.infolist()
            if len(entries) > ENTRY_LIMIT:
                raise Refusal("house_style_too_large", limit=FILE_LIMIT // 1_000_000)
            return dict(_read(archive, entries))
    except _UNREADABLE:
        raise Refusal("house_style_not_office", wanted=form) from None


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    room, seen = UNPACKED_LIMIT, set[str]()
    for entry in entries:
        name = entry.filename
        if entry.is_dir():
            continue
        if entry.flag_bits & _LOCKED or entry.compress_type not in _PACKED:
            raise zipfile.BadZipFile("locked, or packed as no Office file is")
        if name.lower() in seen or name != posixpath.normpath(name) or name.startswith(("/", "..")):
            raise zipfile.BadZipFile("a name that leads elsewhere, or twice the same")
        seen.add(name.lower())
        with archive.open(entry) as file:
            part = file.read(room + 1)
        bomb = len(part) > RATIO_FROM and len(part) > RATIO_LIMIT * max(1, entry.compress_size)
        if len(part) > room or bomb:
            raise Refusal("house_style_too_large", limit=FILE_LIMIT // 1_000_000)
        room -= len(part)
        yield name, part


def _refuse_other_kinds(held: Mapping[str, bytes], form: str) -> None:
    """By what the file says its main part is; its name says nothing."""
    types = held.get("[Content_Types].xml")
    if types is None:
        raise Refusal("house_style_not_office", wanted=form)
    kinds = {each.get("ContentType", "") for each in _parsed("[Content_Types].xml", types).iter()
             if isinstance(each.tag, str)}  # fmt: skip
    if any("macroEnabled" in kind for kind in kinds):
        raise Refusal("house_style_active", found="macros", part="[Content_Types].xml")
    if kinds.isdisjoint(f"{_OFFICE}.{kind}" for kind in _MAIN[form]):
        raise Refusal("house_style_not_office", wanted=form)
    if any(_STRICT in part[:4000] for name, part in held.items() if name.endswith(".xml")):
        raise Refusal("house_style_strict")


def _parsed(name: str, part: bytes) -> Any:
    if len(part) > XML_LIMIT:
        raise Refusal("house_style_too_large", limit=FILE_LIMIT // 1_000_000)
    try:
        root = etree.fromstring(part, _CAREFUL)
    except (etree.XMLSyntaxError, ValueError):
        raise Refusal("house_style_damaged", part=name) from None
    if root.getroottree().docinfo.doctype:
        raise Refusal("house_style_active", found="declarations of entities", part=name)
    return root


def _refuse_active(name: str, root: Any) -> None:
    if name.endswith(".rels"):
        for relation in root.iter("{*}Relationship"):
            _refuse_relation(name, relation)
        return
    told = "".join(each.text or "" for each in root.iter("{*}instrText", "{*}delInstrText"))
    simple = (value for each in root.iter("{*}fldSimple") for value in each.attrib.values())
    if _ACTIVE_FIELDS.search(_without_quoted(" ".join((told, *simple)))):
        raise Refusal("house_style_active", found="a field that fetches something", part=name)
    for link in root.iter("{*}hlinkClick", "{*}hlinkHover", "{*}hlinkMouseOver"):
        if _ACTIVE_ACTIONS.match(link.get("action", "")):
            raise Refusal("house_style_active", found="a button that starts something", part=name)


def _refuse_relation(name: str, relation: Any) -> None:
    kind = relation.get("Type", "").rpartition("/")[2]
    if kind in _ACTIVE_KINDS:
        raise Refusal("house_style_active", found=_ACTIVE_KINDS[kind], part=name)
    if relation.get("TargetMode") == "External":
        target = relation.get("Target", "")
        if kind != "hyperlink" or urlsplit(target).scheme.lower() not in _LINKS:
            raise Refusal("house_style_active", found=f"a link to {target[:80]}", part=name)


def _without_quoted(instructions: str) -> str:
    return re.sub(r'"[^"]*"', '""', instructions)
