"""Whether pandoc reads out of our Word file what we wrote into it; must not measure."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from discussion.documents.tree import Document, Heading, ListItem, Paragraph, Table, plain

Node = Mapping[str, Any]


def check(document: Document, package: bytes, folder: Path, pandoc: str) -> None:
    """Raises ``SystemExit`` unless pandoc finds the document's headings, numbers and words.

    All of them and in their order; what else it reads (a cover, a list of contents) is not asked.
    ``pandoc``: where that program is. The document must be one that prints no more than its words:
    clean, or final.
    """
    file = folder / "read.docx"
    file.write_bytes(package)
    command = [pandoc, str(file), "-t", "json", "--track-changes=accept"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    found = _found(told["blocks"])
    read: list[object] = []
    for line in _wanted(document):
        while not _same(there := next(found, None), line):
            if there is None:
                raise SystemExit(f"pandoc does not read {line}, only {read[:3]}")
            read.append(there)
        read.clear()


def _same(there: tuple[object, ...] | None, line: tuple[object, ...]) -> bool:
    """A heading may have its number among its words: "Part A: Career guidance"."""
    if there is None or there[0] != "heading":
        return there == line
    return there[:2] == line[:2] and str(there[2]).endswith(str(line[2]))


def _wanted(document: Document) -> Iterator[tuple[object, ...]]:
    for block in document.blocks:
        match block:
            case Heading():
                yield "heading", block.level, _spaced(plain(block.content))
            case Paragraph():
                yield "paragraph", block.number or 0, _spaced(plain(block.content))
            case ListItem():
                yield "paragraph", block.number, _spaced(plain(block.content))
            case Table():
                yield "table", len(block.header), len(block.rows)
            case _:
                pass


def _found(blocks: list[Node], number: int = 0) -> Iterator[tuple[object, ...]]:
    for block in blocks:
        match block:
            case {"t": "Header", "c": [level, _, content]}:
                yield "heading", level, _words(content)
            case {"t": "OrderedList", "c": [[start, *_], items]}:
                for index, item in enumerate(items):
                    yield from _found(item, start + index)
            case {"t": "BulletList", "c": items}:
                for item in items:
                    yield from _found(item)
            case {"t": "Table", "c": [_, _, widths, _, bodies, _]}:
                yield "table", len(widths), sum(len(body[3]) for body in bodies)
            case {"t": "Para" | "Plain", "c": content}:
                yield "paragraph", number, _words(content)
                number = 0
            case {"t": "BlockQuote", "c": inner} | {"t": "Div", "c": [_, inner]}:
                yield from _found(inner, number)
            case _:
                raise SystemExit(f"pandoc reads a {block['t']}, which was not written")


def _words(content: list[Node]) -> str:
    return _spaced("".join(_said(content)))


def _said(content: list[Node]) -> Iterator[str]:
    for node in content:
        match node:
            case {"t": "Str", "c": words}:
                yield words
            case {"t": "Space" | "SoftBreak" | "LineBreak"}:
                yield " "
            case {"t": "Quoted", "c": [kind, inner]}:
                signs = ("“", "”") if kind["t"] == "DoubleQuote" else ("‘", "’")
                yield signs[0] + "".join(_said(inner)) + signs[1]
            case {"t": "Note"}:
                pass
            case {"t": "Link" | "Span", "c": [_, inner, *_]} | {"c": list(inner)}:
                yield from _said(inner)
            case _:
                pass


def _spaced(words: str) -> str:
    """Without the marks that hold brackets in place in Arabic text."""
    return " ".join(words.replace("\u200e", "").split())
