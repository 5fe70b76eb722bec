"""Reads what the writers wrote, with nothing of theirs; not a test itself."""

import io
import zipfile
from typing import Any

import pptx
from lxml import etree
from pypdf import PdfReader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(package: bytes, name: str) -> Any:
    """One XML part of an Office file."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return etree.fromstring(archive.read(name))


def word_paragraphs(package: bytes) -> list[Any]:
    """Every paragraph element of a Word file's body, tables included."""
    return list(part(package, "word/document.xml").iter(f"{W}p"))


def words(element: Any) -> str:
    """The words under an element, a line break as a line feed."""
    return "".join(
        "\n" if node.tag == f"{W}br" else node.text or ""
        for node in element.iter(f"{W}t", f"{W}br")
    )


def word_text(package: bytes) -> str:
    """All words of a Word file, its headers and footers too."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = [n for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml")]
    return "\n".join(words(p) for name in names for p in part(package, name).iter(f"{W}p"))


def slides_text(package: bytes) -> str:
    """All words of a PowerPoint file's slides, without notes."""
    return "\n".join(_slide(slide) for slide in pptx.Presentation(io.BytesIO(package)).slides)


def notes_text(package: bytes) -> str:
    """All words of a PowerPoint file's speaker notes."""
    slides = pptx.Presentation(io.BytesIO(package)).slides
    notes = (s.notes_slide.notes_text_frame.text for s in slides if s.has_notes_slide)
    return "\n".join(notes).replace("\x0b", "\n")


def _slide(slide: Any) -> str:
    said = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            said.append(shape.text_frame.text)
        if shape.has_table:
            said += [cell.text for cell in shape.table.iter_cells()]
        if shape.has_chart:
            said += [str(category) for category in shape.chart.plots[0].categories]
            said += [series.name for series in shape.chart.series]
    return "\n".join(said)


def pdf_of(content: bytes) -> PdfReader:
    """A PDF file, opened."""
    return PdfReader(io.BytesIO(content), strict=True)


def pdf_text(content: bytes) -> str:
    """All words of a PDF file, page by page; words that run right to left may come out of order."""
    return "\n".join(page.extract_text() for page in pdf_of(content).pages)
