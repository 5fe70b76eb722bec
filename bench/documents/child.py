"""One of our writers as a process of its own: ``python -m bench.documents.child TEXT FILE``.

The text comes as JSON, a plain form of the tree, so that reading it is part of the time as it is
for pandoc; the file's name says which writer. Must not measure.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.documents.text import META
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Document,
    Emphasis,
    Heading,
    Inline,
    Paragraph,
    Row,
    Table,
    Text,
)


def as_json(document: Document) -> str:
    """The text in the plain form that the child reads."""
    return json.dumps([_plain(block) for block in document.blocks])


def main(text: str, file: str, times: int = 1) -> None:
    """Reads the text and writes it, more than once where a fault is planted."""
    for _ in range(times):
        given = json.loads(Path(text).read_text("utf-8"))
        Path(file).write_bytes(_written(given, Path(file).suffix))


def _written(given: list[dict[str, Any]], form: str) -> bytes:
    """A process that writes one format loads one writer, as pandoc does."""
    match form:
        case ".docx":
            from discussion.documents.writers.docx import write_docx

            return write_docx(Document(META, tuple(_read(given))))
        case ".pdf":
            from discussion.documents.writers.pdf import write_pdf

            return write_pdf(Document(META, tuple(_read(given))))
        case _:
            from bench.documents.slides import deck_of
            from discussion.documents.writers.pptx import write_pptx

            return write_pptx(deck_of(tuple(given)))


def _plain(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"h": block.number, "a": block.anchor, "c": _words(block.content)}
        case Paragraph():
            return {"p": block.number, "a": block.anchor, "c": _words(block.content)}
        case Table():
            rows = [[row.anchor, [_words(cell) for cell in row.cells]] for row in block.rows]
            return {"t": block.caption, "a": block.anchor, "head": block.header, "rows": rows}
        case _:
            raise ValueError(f"no {type(block).__name__} in this text")


def _words(content: tuple[Inline, ...]) -> list[Any]:
    return [
        [_words(inline.content)] if isinstance(inline, Emphasis) else _said(inline)
        for inline in content
    ]


def _said(inline: Inline) -> str:
    assert isinstance(inline, Text), "only words and emphasis stand in this text"
    return inline.words


def _read(blocks: list[dict[str, Any]]) -> Iterator[Block]:
    for block in blocks:
        if "h" in block:
            yield Heading(1, _content(block["c"]), block["a"], block["h"])
        elif "p" in block:
            yield Paragraph(_content(block["c"]), block["a"], SECRETARIAT, number=block["p"])
        else:
            rows = tuple(
                Row(tuple(_content(cell) for cell in cells), anchor, SECRETARIAT)
                for anchor, cells in block["rows"]
            )
            head = tuple(block["head"])
            yield Table(block["t"], head, (1,) * len(head), rows, block["a"])


def _content(words: list[Any]) -> tuple[Inline, ...]:
    return tuple(
        Text(said) if isinstance(said, str) else Emphasis(_content(said[0])) for said in words
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1)
