"""Faults that are planted before anything is measured: a benchmark that misses one is not run."""

import sys
from collections.abc import Callable
from pathlib import Path

import pypandoc

from bench.documents import reading
from bench.documents.checking import check, check_slides
from bench.documents.process import cost
from bench.documents.results import OURS
from bench.documents.slides import Plain, deck_of, sixty_slides
from bench.documents.text import META, proceedings
from bench.documents.writing import Written
from bench.figures import Row
from discussion.documents.tree import Document, Paragraph
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.pdf import write_pdf
from discussion.documents.writers.pptx import write_pptx

HELD = 200  # MiB that this process holds while a small one is measured, and a large one
SMALL = 60  # MiB at most of a program that does nothing
TIMES = 8
SEEN = 2  # times as long at least, where the work is done eight times: to start takes its part


def catch(written: Written, folder: Path) -> str:
    """What was seen of each; ends the program when one was not."""
    seen = ", ".join(f"{form} {_seen(written, form):.1f}" for form in ("docx", "pptx"))
    _memory(folder)
    _lost_paragraph(folder)
    _lost_slide()
    return f"planted: {TIMES} times the work were seen as {seen}; memory, and what was left out"


def _seen(written: Written, form: str) -> float:
    """How many times as long the same took where it was done over and over."""
    once, often = (_cpu(written.row(form, OURS, *more)) for more in ((), (str(TIMES),)))
    if often < SEEN * once:
        raise SystemExit(f"Writing {form} {TIMES} times took {often} ms, once {once} ms.")
    return often / once


def _lost_paragraph(folder: Path) -> None:
    """An empty file, and one that lacks a single paragraph."""
    whole = proceedings()
    lost = next(n for n, b in enumerate(whole.blocks) if isinstance(b, Paragraph))
    short = Document(META, whole.blocks[:lost] + whole.blocks[lost + 1 :])
    package = write_docx(short)
    for faulty in (write_docx(Document(META, ())), package):
        _refused("docx", lambda faulty=faulty: check("docx", OURS, faulty))
    _refused("pdf", lambda: check("pdf", OURS, write_pdf(short)))
    pandoc = pypandoc.get_pandoc_path()
    reading.check(whole, write_docx(whole), folder, pandoc)
    _refused("docx, as pandoc reads it", lambda: reading.check(whole, package, folder, pandoc))


def _lost_slide() -> None:
    """A deck without a slide, without the last line of one, and without a note."""
    whole = sixty_slides()
    bullets = next(n for n, slide in enumerate(whole) if "bullets" in slide)

    def but(**fields: object) -> tuple[Plain, ...]:
        return (*whole[:bullets], {**whole[bullets], **fields}, *whole[bullets + 1 :])

    short = but(bullets=whole[bullets]["bullets"][:-1])
    for faulty in (whole[:-1], short, but(notes=whole[bullets]["notes"][:-1])):
        package = write_pptx(deck_of(faulty))
        _refused("pptx", lambda package=package: check_slides(OURS, package))


def _memory(folder: Path) -> None:
    """What this process holds is not what another one is said to hold."""
    held = bytearray(b"x" * (HELD * 2**20))
    small = cost([sys.executable, "-c", "pass"], folder)["peak_mib"]
    large = cost([sys.executable, "-c", f"b'x' * ({len(held)})"], folder)["peak_mib"]
    if not float(str(small)) < SMALL < HELD < float(str(large)):
        raise SystemExit(f"Nothing was measured as {small} MiB, {HELD} MiB as {large}.")


def _refused(what: str, look: Callable[[], None]) -> None:
    try:
        look()
    except SystemExit:
        return
    raise SystemExit(f"A {what} that lacks something was taken for the whole text.")


def _cpu(row: Row) -> float:
    return float(str(row["cpu_ms"]))
