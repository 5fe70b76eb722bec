"""Faults that are planted before anything is measured: a benchmark that misses one is not run."""

from contextlib import suppress

from bench.documents.text import META
from bench.documents.writing import Written, check
from bench.figures import Row
from discussion.documents.tree import Document
from discussion.documents.writers.docx import write_docx

TIMES = 4
SEEN = 2  # times as long at least, where the work is done four times


def catch(written: Written) -> str:
    """What was seen of each; ends the program when one was not."""
    once = _cpu(written.row("discussion", written.ours()))
    often = _cpu(written.row("discussion", written.ours(), str(TIMES)))
    if often < SEEN * once:
        raise SystemExit(f"Writing {TIMES} times took {often} ms, once {once} ms.")
    with suppress(SystemExit):
        check("discussion", write_docx(Document(META, ())))
        raise AssertionError("A file without a word was taken for the whole text.")
    return f"planted: {TIMES} times the work were seen as {often / once:.1f}, an empty file as one"


def _cpu(row: Row) -> float:
    return float(str(row["cpu_ms"]))
