"""The plain words of Office files; it must not know what they ought to say."""

from collections.abc import Iterator
from typing import Any

from discussion.documents.readers.parts import open_parts

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OPEN_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_APART = (f"{_OPEN_TEXT}note", "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation")


def words_of_docx(package: bytes) -> str:
    """Every word of a Word file, headers and footers too; one line for each paragraph.

    Raises ValueError when the file is not one.
    """
    parts = _parts(package, "word/")
    return "\n".join(line for part in parts for line in _lines(part, _WORD))


def words_of_odt(package: bytes) -> str:
    """Every word of an OpenDocument text, headers, footers and what was deleted too.

    Raises ValueError when the file is not one.
    """
    lines = (
        "".join(_open_words(paragraph))
        for name in ("content.xml", "styles.xml")
        for part in _parts(package, name)
        for paragraph in part.iter(f"{_OPEN_TEXT}p", f"{_OPEN_TEXT}h")
    )
    return "\n".join(lines)


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
    return (root for name, root in open_parts(package, place) if name.endswith(".xml"))


def _lines(part: Any, space: str) -> Iterator[str]:
    for paragraph in part.iter(f"{space}p"):
        yield "".join(
            "\n" if node.tag == f"{space}br" else node.text or ""
            for node in paragraph.iter(f"{space}t", f"{space}br")
        )


def _open_words(element: Any) -> Iterator[str]:
    """The words of a line; notes and remarks, which it holds, have lines of their own."""
    yield element.text or ""
    for child in element:
        match child.tag.removeprefix(_OPEN_TEXT):
            case "s":
                yield " " * int(child.get(f"{_OPEN_TEXT}c", "1"))
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case _ if child.tag not in _APART:
                yield from _open_words(child)
        yield child.tail or ""
