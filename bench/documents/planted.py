"""Faults that are planted before anything is measured: a benchmark that misses one is not run."""

import sys
from collections.abc import Callable
from pathlib import Path

from bench.documents import reading
from bench.documents.process import cost
from bench.documents.text import META, proceedings
from bench.documents.writing import Written, check
from bench.figures import Row
from discussion.documents.tree import Document
from discussion.documents.writers.docx import write_docx

HELD = 200  # MiB that this process holds while a small one is measured, and a large one
SMALL = 60  # MiB at most of a program that does nothing
TIMES = 4
SEEN = 2  # times as long at least, where the work is done four times


def catch(written: Written, folder: Path) -> str:
    """What was seen of each; ends the program when one was not."""
    once = _cpu(written.row("discussion", written.ours()))
    often = _cpu(written.row("discussion", written.ours(), str(TIMES)))
    if often < SEEN * once:
        raise SystemExit(f"Writing {TIMES} times took {often} ms, once {once} ms.")
    _refused("An empty file", lambda: check("discussion", write_docx(Document(META, ()))))
    _memory(folder)
    whole = proceedings()
    reading.check(whole, write_docx(whole), folder)
    short = write_docx(Document(META, whole.blocks[:7] + whole.blocks[8:]))
    _refused("A file without a paragraph", lambda: reading.check(whole, short, folder))
    seen = f"{TIMES} times the work were seen as {often / once:.1f}"
    return f"planted: {seen}; memory, an empty file and a lost paragraph as what they are"


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
    raise SystemExit(f"{what} was taken for the whole text.")


def _cpu(row: Row) -> float:
    return float(str(row["cpu_ms"]))
