"""Whether a written file holds all that the text has, by whomever it was written; must not measure.

A program that leaves something out is quicker: what it wrote is no figure.
"""

import io
import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from bench.documents.slides import Plain, lines_of, sixty_slides
from bench.documents.text import HEADINGS, PARAGRAPHS, TABLES

WANTED = {"headings": HEADINGS, "paragraphs": PARAGRAPHS, "tables": TABLES}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def check(part: str, who: str, content: bytes) -> None:
    """Raises ``SystemExit`` unless the file has all that its text has."""
    CHECKS[part](who, content)


def check_slides(who: str, package: bytes, slides: tuple[Plain, ...] | None = None) -> None:
    """As ``check``, of the sixty slides or of other ones."""
    slides = sixty_slides() if slides is None else slides
    shown, notes = _slides(package, "slides/slide"), _slides(package, "notesSlides/notesSlide")
    if len(shown) != len(slides):
        raise SystemExit(f"{who} wrote {len(shown)} slides and not {len(slides)}")
    spoken = "\n".join(notes)
    for number, (words, slide) in enumerate(zip(shown, slides, strict=True), 1):
        for line in lines_of(slide):
            if _told(line) not in words:
                raise SystemExit(f"{who} has not on slide {number}: {line}")
        for note in slide["notes"]:
            if _told(note) not in spoken:
                raise SystemExit(f"{who} has not in the notes of slide {number}: {note}")


def _check_word(who: str, package: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{_W}body")
    styles = [style.get(f"{_W}val", "") for style in body.iterfind(f"{_W}p/{_W}pPr/{_W}pStyle")]
    headings = sum(style.startswith("Heading") for style in styles)
    numbered = sum(1 for _ in body.iterfind(f"{_W}p/{_W}pPr/{_W}numPr")) - (
        headings if who == "discussion" else 0
    )
    found = {
        "headings": headings,
        "paragraphs": numbered,
        "tables": len(body.findall(f"{_W}tbl")),
    }
    _same(who, found)


def _check_pdf(who: str, content: bytes) -> None:
    """By the tags that say to a reader's machine what each piece of the page is."""
    tags = Counter(
        tag for stream in _streams(content) for tag in re.findall(rb"/S */(\w+)", stream)
    )
    _same(who, {"headings": tags[b"H1"], "paragraphs": tags[b"P"], "tables": tags[b"Table"]})


def _same(who: str, found: Mapping[str, int]) -> None:
    if found != WANTED:
        raise SystemExit(f"{who} wrote {json.dumps(found)} and not {json.dumps(WANTED)}")


def _streams(content: bytes) -> Iterator[bytes]:
    yield content
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            yield zlib.decompress(packed)
        except zlib.error:  # a font or a picture, packed otherwise
            continue


def _slides(package: bytes, name: str) -> list[str]:
    """The words of each such part, in the order of their numbers."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        found = [re.fullmatch(rf"ppt/{name}(\d+)\.xml", part) for part in archive.namelist()]
        numbered = sorted((int(one[1]), one[0]) for one in found if one)
        return [_words(etree.fromstring(archive.read(part))) for _, part in numbered]


def _words(slide: Any) -> str:
    paragraphs = slide.iter(f"{_A}p")
    return "\n".join(_told("".join(t.text or "" for t in p.iter(f"{_A}t"))) for p in paragraphs)


def _told(words: str) -> str:
    """Without what typographers do: curled quotation marks, long dashes, three dots in one."""
    for sign, plain in {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "--"}.items():
        words = words.replace(sign, plain)
    return " ".join(words.split())


CHECKS: Mapping[str, Callable[[str, bytes], None]] = {
    "docx": _check_word,
    "pdf": _check_pdf,
    "pptx": check_slides,
}
