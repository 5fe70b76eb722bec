"""Looks through a Word file that is to be a house style, and shows it at work; knows no text."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from discussion.documents.house_styles.found import Found, Need
from discussion.documents.house_styles.opened import Refusal
from discussion.documents.tree import (
    Block,
    Bracket,
    Cover,
    Document,
    Editorial,
    Footnote,
    Heading,
    ListItem,
    Meta,
    PageBreak,
    Paragraph,
    Row,
    Table,
    TableOfContents,
    Text,
)
from discussion.documents.vocabulary import COVER, PARAGRAPHS, STYLES, style_name
from discussion.documents.writers.docx import runs, write_docx
from discussion.documents.writers.docx.frame import page_of_pages
from discussion.documents.writers.docx.house import read_house_style
from discussion.documents.writers.docx.letterhead import Letter, W
from discussion.documents.writers.docx.places import PLACES, filled
from discussion.documents.writers.package import store

_KINDS = {"paragraph": "Paragraph style", "character": "Character style", "table": "Table style"}
_OTHERS = {
    **dict.fromkeys(("Footnote Reference", "Editorial", "Bracket", "Draft Mark"), "character"),
    "House Table": "table",
}
_USES = {
    "Cover Symbol": "the symbol on a cover",
    "Cover Stage": "the stage of a draft on a cover",
    "Cover Title": "the title on a cover",
    "Cover Event": "the workshop on a cover",
    "Cover Line": "place and dates on a cover",
    "Cover Status": "the status line on a cover",
    "Heading 1": "headings of sections",
    "Heading 2": "headings within sections",
    "Heading 3": "headings of subtopics",
    "Contents Heading": "the heading of the contents",
    "Contents 1": "sections in the contents",
    "Contents 2": "headings within sections in the contents",
    "Body Text": "numbered and plain paragraphs",
    "Opening": "the opening words of a declaration",
    "Preambular": "preambular paragraphs",
    "Operative": "operative paragraphs",
    "Note": "notes to the reader",
    "Adoption": "the adoption line",
    "Message": "messages of an executive summary",
    "Caption": "titles of tables and figures",
    "Sub-paragraph": "sub-paragraphs (a), (b)",
    "Sub-sub-paragraph": "sub-paragraphs (i), (ii)",
    "Figure": "pictures",
    "Table Head": "the first row of tables",
    "Table Text": "all other rows of tables",
    "House Table": "the rules of tables",
    "Footnote Text": "footnotes",
    "Footnote Reference": "the number that calls a footnote",
    "Comment Text": "comments in the margin",
    "Editorial": "remarks of the makers in brackets",
    "Bracket": "brackets round words not agreed",
    "Draft Mark": "small marks on drafts",
}
_HARMLESS_FIELDS = {
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "SAVEDATE", "CREATEDATE"),
    *("PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "FILENAME", "STYLEREF"),
    *("DOCPROPERTY", "HYPERLINK"),
}
_CAREFUL = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def look_through_words(package: bytes, held: Mapping[str, bytes]) -> Found:
    """Every style a document needs, by the name it has in Word, and what else there is.

    Raises Refusal where the letterhead holds what would not stay as it is.
    """
    there = set(_styles(held))
    needs = tuple(
        Need(name, _KINDS[kind], _USES[name], (name, kind) in there)
        for name, kind in ((name, _OTHERS.get(name, "paragraph")) for name in STYLES)
    )
    if not all(need.there for need in needs):
        return Found(needs, ())
    try:
        letterhead = read_house_style(package, "en").letterhead
    except (AttributeError, KeyError, StopIteration, TypeError, ValueError):
        raise Refusal("house_style_damaged", part="word/document.xml") from None
    for letter in letterhead.letters.values():
        _refuse_what_would_break(letter)
    return Found(needs, tuple(_remarks(letterhead.letters, len(letterhead.parts))))


def word_specimen(style: bytes | None, *, places: bool) -> bytes:
    """A document with every style in use; ``places``: ``{symbol}`` itself where it would stand."""
    if not places:
        return write_docx(words_at_work(), style)
    symbol, stamp, status, _ = (f"{{{name}}}" for name in PLACES)
    meta = replace(_META, symbol=symbol, stamp=stamp, status=status)
    return _with_place_of_pages(write_docx(replace(words_at_work(), meta=meta), style))


def words_at_work() -> Document:
    """Every style at work, each saying what it is for."""
    return Document(_META, tuple(_blocks()))


def _with_place_of_pages(package: bytes) -> bytes:
    """A field would count in one language alone; its place is filled in the document's own."""
    field = page_of_pages(_META.language).encode()
    place = runs.text("{page}", runs.PLAIN).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            store(after, name, before.read(name).replace(field, place))
    return made.getvalue()


def _styles(held: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    styles = held.get("word/styles.xml")
    if styles is None:
        return
    for style in etree.fromstring(styles, _CAREFUL).iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            yield style_name(name.get(f"{W}val", "")), style.get(f"{W}type", "paragraph")


def _refuse_what_would_break(letter: Letter) -> None:
    root = etree.fromstring(letter.content, _CAREFUL)
    for relation in letter.relations:
        if relation.kind.rpartition("/")[2] not in ("image", "hyperlink"):
            what = "a drawing or chart in its header or footer that is no picture"
            raise Refusal("house_style_active", found=what, part=relation.target)
    for instruction in _instructions(root):
        name = (instruction.split() or [""])[0].upper()
        if name not in _HARMLESS_FIELDS:
            what = f"the field {name[:20]} in its header or footer"
            raise Refusal("house_style_active", found=what, part="header or footer")


def _instructions(root: Any) -> Iterator[str]:
    """Each field's own instruction; one inside another's counts for itself."""
    yield from (told.get(f"{W}instr", "") for told in root.iter(f"{W}fldSimple"))
    open_fields: list[list[str]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}instrText":
            (open_fields[-1] if open_fields else []).append(element.text or "")
        elif element.get(f"{W}fldCharType") == "begin":
            open_fields.append([])
        elif element.get(f"{W}fldCharType") == "end" and open_fields:
            yield "".join(open_fields.pop())
    yield from ("".join(left) for left in open_fields)


def _remarks(letters: Mapping[tuple[str, str], Letter], pictures: int) -> Iterator[str]:
    if not letters:
        yield "It has no header and footer of its own; ours will stand there."
        return
    shown = f" with {pictures} picture{'' if pictures == 1 else 's'}" if pictures else ""
    yield f"Its header and footer{shown} stay on every page."
    for use, words in (("default", "on every page"), ("first", "on the cover")):
        placed = set[str]()
        for kind in ("header", "footer"):
            if (kind, use) in letters:
                placed |= filled(letters[kind, use].content, {}, right_to_left=False)[1]
        if placed:
            told = ", ".join(name for name in PLACES if name in placed)
            yield f"It has a place {words} for: {told}."
        elif use == "default":
            yield "It has no place for symbol, stamp and page; they will stand below what is there."


_META = Meta(
    document="specimen",
    title="A page with every style",
    symbol="OIC-PESNET/WS-KL/2025/SPECIMEN",
    stamp="DRAFT · ZERO · 08.07.2025 18:30 (Kuala Lumpur time)",
    status="For trying out a house style; no record of anything",
    language="en",
    created=datetime(2025, 7, 8, 10, 30, tzinfo=UTC),
    creator="",
    subject="House style",
    draft=True,
    rehearsal=False,
)


def _blocks() -> Iterator[Block]:
    yield Cover(tuple((role, _words_of(name)) for role, name in COVER.items()))
    yield TableOfContents("Contents Heading: the heading of the contents")
    yield PageBreak()
    for level, number in ((1, "1"), (2, "1.1"), (3, "")):
        yield Heading(level, (Text(_words_of(f"Heading {level}")),), f"H-{level}", number)
    yield from _numbered()
    for style in ("opening", "preambular", "note", "bullet", "adoption"):
        words = _words_of(PARAGRAPHS[style])
        yield Paragraph((Text(words),), f"P-{style}", (), style=style)
    yield _table()
    yield Paragraph((Text("نص المتن: فقرات مرقّمة وعادية."),), "P-ar", ())


def _numbered() -> Iterator[Block]:
    content = (
        Text(f"{_words_of('Body Text')} A footnote is called here"),
        Footnote((Text(_words_of("Footnote Text")),)),
        Text(". "),
        Bracket((Text("Bracket: words that are not agreed"),)),
        Text(" "),
        Editorial("Editorial: a remark"),
    )
    yield Paragraph(content, "P-1", (), number=1, mark="Draft Mark")
    yield Paragraph((Text(_words_of("Operative")),), "P-2", (), style="operative", number=2)
    yield ListItem((Text(_words_of("Sub-paragraph")),), "P-2(a)", (), level=1)
    yield ListItem((Text(_words_of("Sub-sub-paragraph")),), "P-2(a)(i)", (), level=2)


def _table() -> Table:
    said = (_words_of("Table Text"), "The rules are those of House Table.")
    rows = tuple(
        Row(((Text("Table Text"),), (Text(words),)), f"T-1-{number}", ())
        for number, words in enumerate(said, 1)
    )
    return Table(_words_of("Caption"), ("Table Head", "House Table"), (1, 2), rows, "T-1")


def _words_of(name: str) -> str:
    return f"{name}: {_USES[name]}."
