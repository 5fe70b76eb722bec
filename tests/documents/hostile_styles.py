"""Office files made to do harm, each by one change to a good one."""

import io
import zipfile
from collections.abc import Callable

from tests.documents.letterheads import with_logo, word_style

Parts = dict[str, bytes]

_RELATIONS = "word/_rels/document.xml.rels"
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def packed(parts: Parts) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def parts_of(package: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def hostile(change: Callable[[Parts], None]) -> bytes:
    """A good Word file with a letterhead after the change."""
    parts = parts_of(word_style(with_logo))
    change(parts)
    return packed(parts)


def replace(part: str, was: bytes, now: bytes) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert was in parts[part], (part, was)
        parts[part] = parts[part].replace(was, now, 1)

    return change


def add(name: str, content: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.update({name: content})


def relation(kind: bytes, target: bytes, *, outside: bool = True) -> Callable[[Parts], None]:
    mode = b' TargetMode="External"' if outside else b""
    told = b'<Relationship Id="rId990" Type="%s%s" Target="%s"%s/></Relationships>'
    told %= (_OFFICE, kind, target, mode)
    return replace(_RELATIONS, b"</Relationships>", told)


def doctype(part: str) -> Callable[[Parts], None]:
    declared = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return lambda parts: parts.update({part: parts[part].replace(b"?>", b"?>" + declared, 1)})


def laughs(parts: Parts) -> None:
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    declared = b'<!DOCTYPE x [<!ENTITY a0 "ha">%s]>' % entities
    styles = parts["word/styles.xml"].replace(b"?>", b"?>" + declared, 1)
    parts["word/styles.xml"] = styles.replace(b"</w:styles>", b"<w:x>&a11;</w:x></w:styles>")


def header_of(parts: Parts) -> str:
    return next(name for name in parts if name.startswith("word/header"))


def field(instruction: bytes) -> Callable[[Parts], None]:
    told = b'<w:p><w:fldSimple w:instr="%s"/></w:p></w:hdr>' % instruction

    def change(parts: Parts) -> None:
        name = header_of(parts)
        parts[name] = parts[name].replace(b"</w:hdr>", told)

    return change


def cut_field(parts: Parts) -> None:
    """A field that fetches, its name cut in two."""
    run = b"<w:r>%s</w:r>"
    told = b"".join(
        run % one
        for one in (
            b'<w:fldChar w:fldCharType="begin"/>',
            b"<w:instrText>DDEA</w:instrText>",
            b"<w:instrText>UTO cmd</w:instrText>",
            b'<w:fldChar w:fldCharType="end"/>',
        )
    )
    name = header_of(parts)
    parts[name] = parts[name].replace(b"</w:hdr>", b"<w:p>%s</w:p></w:hdr>" % told)


MACRO_TYPE = replace(
    "[Content_Types].xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
)
NO_WORD = replace("[Content_Types].xml", b"wordprocessingml.document.main", b"spreadsheetml.sheet")
DEEP = b"<?xml version='1.0'?>" + b"<a>" * 100_000 + b"</a>" * 100_000

HOSTILE: dict[str, tuple[str, bytes]] = {
    "macros by their part": (
        "house_style_active",
        hostile(add("word/vbaProject.bin", b"\0" * 100)),
    ),
    "macros by their type": ("house_style_active", hostile(MACRO_TYPE)),
    "a template elsewhere": (
        "house_style_active",
        hostile(relation(b"attachedTemplate", b"https://example.org/a.dotm")),
    ),
    "a picture elsewhere": (
        "house_style_active",
        hostile(relation(b"image", b"file://server/share/a.png")),
    ),
    "a link to a program": (
        "house_style_active",
        hostile(relation(b"hyperlink", b"file:///c:/windows/calc.exe")),
    ),
    "a link that is a script": (
        "house_style_active",
        hostile(relation(b"hyperlink", b"javascript:alert(1)")),
    ),
    "an embedded object": (
        "house_style_active",
        hostile(relation(b"oleObject", b"embeddings/a.bin", outside=False)),
    ),
    "an ActiveX control": (
        "house_style_active",
        hostile(add("word/activeX/activeX1.xml", b"<a/>")),
    ),
    "an entity of a file": ("house_style_active", hostile(doctype("word/styles.xml"))),
    "entities of entities": ("house_style_damaged", hostile(laughs)),
    "a field that starts a program": ("house_style_active", hostile(field(b"DDEAUTO c a"))),
    "the same cut in two": ("house_style_active", hostile(cut_field)),
    "a field that quotes a field": ("house_style_active", hostile(field(b"QUOTE 68 68 69"))),
    "a bomb of one letter": (
        "house_style_too_large",
        hostile(add("word/media/a.png", b"\0" * 40_000_000)),
    ),
    "a bomb of XML": (
        "house_style_too_large",
        hostile(add("word/a.xml", b"<a>" + b"<b/>" * 2_000_000 + b"</a>")),
    ),
    "too many parts": (
        "house_style_too_large",
        hostile(lambda parts: parts.update({f"word/a{n}.bin": b"" for n in range(1_100)})),
    ),
    "elements 100,000 deep": ("house_style_damaged", hostile(add("word/a.xml", DEEP))),
    "a part outside the file": ("house_style_not_office", hostile(add("../../a.xml", b"<a/>"))),
    "a spreadsheet": ("house_style_not_office", hostile(NO_WORD)),
    "no archive": ("house_style_not_office", b"%PDF-1.7 no Office file"),
    "half an archive": ("house_style_not_office", word_style()[:3_000]),
    "nothing": ("house_style_not_office", b""),
    "more than may come": ("house_style_too_large", b"\0" * 10_000_001),
}
"""Each by its name, with the refusal it has to come to."""
