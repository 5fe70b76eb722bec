"""House styles as ministries have them: a logo, a letterhead, places for ours."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import docx
from docx.shared import Cm, Pt, RGBColor

from discussion.documents.writers.package import house_style

MINISTRY = "MINISTRY OF LABOUR, RABAT"
Edit = Callable[[Any], None]


def png(
    red: int = 0, green: int = 90, blue: int = 60, *, width: int = 16, height: int = 16
) -> bytes:
    """A small square of one colour, or a large one."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    row = b"\0" + bytes((red, green, blue)) * width
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packer = zlib.compressobj(1)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def word_style(*edits: Edit) -> bytes:
    """The house's own Word file after these edits."""
    return brought(house_style("document.docx").read_bytes(), *edits)


def brought(package: bytes, *edits: Edit) -> bytes:
    """A Word file after these edits."""
    word = docx.Document(io.BytesIO(package))
    for edit in edits:
        edit(word)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def with_logo(word: Any) -> None:
    """A letterhead without a place for anything of ours."""
    paragraph = word.sections[0].header.paragraphs[0]
    paragraph.add_run().add_picture(io.BytesIO(png()), width=Cm(1.2))
    paragraph.add_run(f"  {MINISTRY}")
    word.sections[0].footer.paragraphs[0].text = "Avenue of the Ministries 1"


def with_places(word: Any) -> None:
    """Places that Word has cut into several runs, as it does."""
    header, footer = word.sections[0].header, word.sections[0].footer
    line = header.paragraphs[0]
    for words in (f"{MINISTRY}\tRef. {{sym", "bol", "}", " (e)"):
        line.add_run(words).bold = words == "bol"
    footer.paragraphs[0].text = "{stamp} | {status}"
    footer.add_paragraph("Sheet {page}")


def with_a_table(word: Any) -> None:
    """A logo on the left and who writes on the right, as most ministries have it; in green."""
    section = word.sections[0]
    left, right = section.header.add_table(1, 2, Cm(16)).rows[0].cells
    left.paragraphs[0].add_run().add_picture(io.BytesIO(png()), width=Cm(2))
    run = right.paragraphs[0].add_run(MINISTRY)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(13), RGBColor(0, 90, 60)
    right.add_paragraph("Ref. {symbol}").alignment = 2
    section.footer.paragraphs[0].text = "Avenue of the Ministries 1"
    word.styles["Heading 1"].font.color.rgb = RGBColor(0, 90, 60)
    word.styles["Body Text"].font.size = Pt(10.5)
    word.styles["Body Text"].font.name = word.styles["Heading 1"].font.name = "Calibri"
    section.left_margin = Cm(3.5)
