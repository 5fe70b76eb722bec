"""Two hundred pages as a Word file, by us and by pandoc; must not judge."""

import io
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypandoc
from lxml import etree

from bench.documents.child import as_json
from bench.documents.process import cost
from bench.documents.text import HEADINGS, PARAGRAPHS, TABLES, markdown, proceedings
from bench.figures import Row

WHAT = f"{PARAGRAPHS:,} paragraphs, {HEADINGS} headings, {TABLES} tables to docx"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Written:
    """The text in the forms its writers read, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        document = proceedings()
        self._json, self._markdown = folder / "text.json", folder / "text.md"
        self._ast = folder / "ast.json"
        self._json.write_text(as_json(document), "utf-8")
        self._markdown.write_text(markdown(document), "utf-8")
        cost([pypandoc.get_pandoc_path(), str(self._markdown), "-o", str(self._ast)], folder)

    def measure(self) -> Iterator[Row]:
        """One row for each of them, in turn; what they wrote is counted."""
        pandoc = pypandoc.get_pandoc_path()
        yield self.row("discussion", self.ours())
        yield self.row("pandoc, from Markdown", [pandoc, str(self._markdown), "-o"])
        yield self.row("pandoc, from its own JSON", [pandoc, "-f", "json", str(self._ast), "-o"])

    def ours(self, module: str = "bench.documents.child") -> list[str]:
        """The command that writes the text with our writer; the file's name is to be added."""
        return [sys.executable, "-m", module, str(self._json)]

    def row(self, who: str, command: list[str], *more: str) -> Row:
        """What one of them took; raises ``SystemExit`` when its file lacks something."""
        file = self._folder / "out.docx"
        file.unlink(missing_ok=True)
        found = cost([*command, str(file), *more], self._folder)
        check(who, file.read_bytes())
        return {"part": "docx", "what": WHAT, "who": who, **found}


def check(who: str, package: bytes) -> None:
    """Raises ``SystemExit`` unless the file has all that the text has."""
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
    wanted = {"headings": HEADINGS, "paragraphs": PARAGRAPHS, "tables": TABLES}
    if found != wanted:
        raise SystemExit(f"{who} wrote {json.dumps(found)} and not {json.dumps(wanted)}")
