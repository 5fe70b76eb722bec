"""Files in words that a person can compare: one line a paragraph; not a test itself.

What a file says, in which style, with which numbers, changes and comments; not how it is packed.
Nothing of the writers is used to read what they wrote.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pptx
from pptx.enum.shapes import MSO_SHAPE_TYPE

from tests.documents.reading import W, part, pdf_of
from tests.documents.reading_odt import OFFICE, TEXT

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ODF_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_BESIDE = ("header", "footer", "footnotes", "comments")

_OPENING = re.compile(
    r"\s*(?=<(?:h[1-6]|p|li|ul|ol|tr|table|section|article|div|nav|main|figure|body|head|meta|title|"
    r"script|style|header|footer|aside|button|clause|paragraph|preamble|recital|FRBR\w+|TLC\w+|"
    r"intro|list|point|conclusions|coverPage|container|docTitle|heading|content|quantity)\b)"
)
_LONG = re.compile(r"(<(style|script)[^>]*>).*?(</\2>)", re.DOTALL)
_DATA = re.compile(r'"data:[^"]*"')


def told(form: str, content: bytes) -> list[str]:
    """The lines of a file of that format; raises KeyError for one that nobody reads yet."""
    return [line.rstrip() for line in _READERS[form](content)]


def _docx(package: bytes) -> Iterator[str]:
    yield from _properties(package, "docProps/core.xml")
    yield from _word_blocks(part(package, "word/document.xml")[0])
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = sorted(
            n for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml")
        )
    for name in names:
        short = name.removeprefix("word/").removesuffix(".xml")
        if short.rstrip("0123456789") in _BESIDE and (said := _beside(part(package, name))):
            yield from (f"[{short}] {line}" for line in said)


def _beside(tree: Any) -> list[str]:
    lines = []
    for one in tree if tree[0].tag in (f"{W}footnote", f"{W}comment") else (tree,):
        who, key = one.get(f"{W}author", ""), one.get(f"{W}id", "")
        said = " / ".join(words for p in one.iter(f"{W}p") if (words := _word_line(p)).strip())
        lines += [" ".join(filter(None, (key, who, said)))] if said else []
    return lines


def _word_blocks(body: Any) -> Iterator[str]:
    for block in body:
        if block.tag == f"{W}p":
            yield f"{_word_style(block)}: {_word_line(block)}"
        elif block.tag == f"{W}tbl":
            for row in block.iter(f"{W}tr"):
                cells = (c.iter(f"{W}p") for c in row.findall(f"{W}tc"))
                yield "| " + " | ".join(" / ".join(map(_word_line, cell)) for cell in cells)
        elif block.tag == f"{W}sdt":
            yield from _word_blocks(block.find(f"{W}sdtContent"))
        elif block.tag == f"{W}sectPr" and block.find(f"{W}lnNumType") is not None:
            yield "(lines are numbered)"


def _word_style(paragraph: Any) -> str:
    """``Operative 4/0 rtl``: the style, the list and level its number is of, the direction."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return "-"

    def value(path: str) -> str:
        found = properties.find("/".join(f"{W}{name}" for name in path.split("/")))
        return "" if found is None else found.get(f"{W}val", "yes")

    number = "/".join(filter(None, (value("numPr/numId"), value("numPr/ilvl"))))
    mark = " ".join(tag for tag in ("ins", "del") if value(f"rPr/{tag}"))
    right = "rtl" if value("bidi") else ""
    return " ".join(filter(None, (value("pStyle") or "-", number, right, mark and f"({mark})")))


def _word_line(element: Any) -> str:
    return "".join(_word_words(element))


def _word_words(element: Any) -> Iterator[str]:
    for node in element:
        match node.tag.removeprefix(W):
            case "t" | "delText":
                yield node.text or ""
            case "tab":
                yield "\t"
            case "br":
                yield " / "
            case "ins" | "del" as change:
                sign = "+" if change == "ins" else "-"
                yield f"{{{sign}{_word_line(node)}{sign} {node.get(f'{W}author')}}}"
            case "instrText":
                yield f"<{(node.text or '').strip()}>"
            case "footnoteReference" | "commentReference" as note:
                yield f"[{note[:7]} {node.get(f'{W}id')}]"
            case "bookmarkStart":
                yield f"#{node.get(f'{W}name')} "
            case "drawing":
                yield "[picture]"
            case "pPr" | "rPr":
                pass
            case _:
                yield from _word_words(node)


def _pptx(package: bytes) -> Iterator[str]:
    yield from _properties(package, "docProps/core.xml")
    for number, slide in enumerate(pptx.Presentation(io.BytesIO(package)).slides, 1):
        yield f"== {number} {slide.slide_layout.name}"
        for shape in slide.shapes:
            yield from (f"{shape.name}: {line}" for line in _shape(shape))
        if slide.has_notes_slide:
            notes = slide.notes_slide.notes_text_frame.text
            yield from (f"   notes: {line}" for line in notes.splitlines())


def _shape(shape: Any) -> Iterator[str]:
    if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
        yield "[picture]"
    elif shape.has_chart:
        plot = shape.chart.plots[0]
        for series in plot.series:
            values = zip(plot.categories, series.values, strict=True)
            yield f"{series.name}: " + ", ".join(f"{name} {value:g}" for name, value in values)
    elif shape.has_table:
        for row in shape.table.rows:
            yield "| " + " | ".join(_frame(cell.text_frame) for cell in row.cells)
    elif shape.has_text_frame and shape.text_frame.text:
        yield _frame(shape.text_frame)


def _frame(frame: Any) -> str:
    return " / ".join(p.text.replace("\x0b", " / ") + _rtl(p) for p in frame.paragraphs)


def _rtl(paragraph: Any) -> str:
    properties = paragraph._p.pPr
    right = properties is not None and properties.get("rtl") == "1"
    return " (rtl)" if right else ""


def _odt(package: bytes) -> Iterator[str]:
    yield from _properties(package, "meta.xml")
    content = part(package, "content.xml")
    named = {
        style.get(f"{_ODF_STYLE}name"): style.get(f"{_ODF_STYLE}parent-style-name")
        for style in content.iter(f"{_ODF_STYLE}style")
    }
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    for region in body.iter(f"{TEXT}changed-region"):
        words = " / ".join("".join(p.itertext()) for p in region.iter(f"{TEXT}p"))
        who = region.findtext(f".//{_DC}creator")
        kind = region[0].tag.removeprefix(TEXT)
        yield f"[{region.get(f'{TEXT}id')}] {kind} by {who}: {words}"
    for block in body:
        if block.tag != f"{TEXT}tracked-changes":
            yield from _odt_block(block, named, "")
    yield from (f"[page] {_odt_line(p)}" for p in part(package, "styles.xml").iter(f"{TEXT}p"))


def _odt_block(block: Any, named: Mapping[str, str], lead: str) -> Iterator[str]:
    match block.tag:
        case tag if tag in (f"{TEXT}p", f"{TEXT}h"):
            style = block.get(f"{TEXT}style-name", "-")
            yield f"{lead}{named.get(style) or style}: {_odt_line(block)}"
        case tag if tag == f"{TEXT}list":
            start = block.find(f"{TEXT}list-item")
            value = "" if start is None else start.get(f"{TEXT}start-value", "")
            yield from _inside(block, named, f"{lead}({value or 'on'}) ")
        case tag if tag == f"{TABLE}table":
            for row in block.iter(f"{TABLE}table-row"):
                cells = (cell.iter(f"{TEXT}p") for cell in row)
                yield "| " + " | ".join(" / ".join(map(_odt_line, cell)) for cell in cells)
        case _:
            yield from _inside(block, named, lead)


def _inside(block: Any, named: Mapping[str, str], lead: str) -> Iterator[str]:
    for inner in block:
        yield from _odt_block(inner, named, lead)


def _odt_line(element: Any) -> str:
    said = element.text or ""
    for node in element:
        match node.tag.rpartition("}")[2]:
            case "change-start" | "change-end" | "change" as mark:
                said += f"[{mark} {node.get(f'{TEXT}change-id')}]"
            case "bookmark-start":
                said += f"#{node.get(f'{TEXT}name')} "
            case "tab":
                said += "\t"
            case "s":
                said += " "
            case "line-break":
                said += " / "
            case "annotation" | "note" as note:
                said += f"[{note}: {' / '.join(map(_odt_line, node.iter(f'{TEXT}p')))}]"
            case _:
                said += _odt_line(node)
        said += node.tail or ""
    return said


def _xlsx(package: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = sorted(n for n in archive.namelist() if n.startswith("xl/worksheets/sheet"))
        shared = "xl/sharedStrings.xml"
        strings = part(package, shared) if shared in archive.namelist() else ()
    words = ["".join(t.text or "" for t in one.iter(f"{_S}t")) for one in strings]
    for name in names:
        yield f"== {name.rpartition('/')[2]}"
        for row in part(package, name).iter(f"{_S}row"):
            yield " | ".join(_cell(cell, words).replace("\n", " / ") for cell in row)


def _cell(cell: Any, words: list[str]) -> str:
    value = cell.findtext(f"{_S}v")
    if value is None:
        return "".join(t.text or "" for t in cell.iter(f"{_S}t"))
    return words[int(value)] if cell.get("t") == "s" else str(value)


def _pdf(content: bytes) -> Iterator[str]:
    """Words as they come out of the file: those that run right to left may be out of order."""
    read = pdf_of(content)
    told = read.metadata or {}
    yield from (f"{name[1:]}: {told[name]}" for name in sorted(told) if "Producer" not in name)
    for number, page in enumerate(read.pages, 1):
        yield f"== page {number}"
        yield from filter(None, map(str.strip, page.extract_text().splitlines()))


def _html(content: bytes) -> Iterator[str]:
    """As it is, but for its styles and scripts, and a line a block."""
    bare = _LONG.sub(r"\1\3", _DATA.sub('"data:"', content.decode()))
    yield from filter(None, map(str.strip, _OPENING.sub("\n", bare).splitlines()))


def _plain(content: bytes) -> Iterator[str]:
    yield from content.decode("utf-8-sig").splitlines()


def _properties(package: bytes, name: str) -> Iterator[str]:
    said = (
        e for e in part(package, name).iter() if isinstance(e.tag, str) and (e.text or "").strip()
    )
    yield from sorted(f"{e.tag.rpartition('}')[2]}: {e.text}" for e in said)


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "akn": _html,
    "csv": _plain,
    "docx": _docx,
    "html": _html,
    "ics": _plain,
    "json": _plain,
    "md": _plain,
    "odt": _odt,
    "pdf": _pdf,
    "pptx": _pptx,
    "toml": _plain,
    "xlsx": _xlsx,
}
