"""The plain words of Word and PowerPoint files; it must not know what they ought to say."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

PART_LIMIT = 50_000_000  # bytes of one part once unpacked; ours are a hundredth of it

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def words_of_docx(package: bytes) -> str:
    """Every word of a Word file, headers and footers too; one line for each paragraph.

    Raises ValueError when the file is not one.
    """
    parts = _parts(package, "word/")
    return "\n".join(line for part in parts for line in _lines(part, _WORD))


def words_of_pptx(package: bytes) -> tuple[str, str]:
    """The words on the slides and those of the speaker notes; one line for each paragraph.

    Raises ValueError when the file is not one.
    """
    slides = [line for part in _parts(package, "ppt/slides/") for line in _lines(part, _DRAWING)]
    notes = [
        line for part in _parts(package, "ppt/notesSlides/") for line in _lines(part, _DRAWING)
    ]
    return "\n".join(slides), "\n".join(notes)


def bookmarks_of_docx(package: bytes) -> tuple[str, ...]:
    """The names of a Word file's bookmarks, in the order of the text.

    Raises ValueError when the file is not one.
    """
    names = (
        mark.get(f"{_WORD}name")
        for part in _parts(package, "word/document.xml")
        for mark in part.iter(f"{_WORD}bookmarkStart")
    )
    return tuple(name for name in names if name)


def _parts(package: bytes, place: str) -> Iterator[Any]:
    # No entities, no network, no huge trees: nothing in a file may reach outside of it.
    careful = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
                if entry.filename.startswith(place) and entry.filename.endswith(".xml"):
                    if entry.file_size > PART_LIMIT:
                        raise ValueError(f"{entry.filename} is too large")
                    yield etree.fromstring(archive.read(entry), careful)
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as failure:
        raise ValueError(f"not an Office file: {failure}") from None


def _lines(part: Any, space: str) -> Iterator[str]:
    for paragraph in part.iter(f"{space}p"):
        yield "".join(
            "\n" if node.tag == f"{space}br" else node.text or ""
            for node in paragraph.iter(f"{space}t", f"{space}br")
        )
