"""The same texts as Word, PDF and PowerPoint files, by us and by pandoc; must not judge."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypandoc

from bench.documents.checking import check
from bench.documents.child import as_json
from bench.documents.process import cost
from bench.documents.results import JSON, MARKDOWN, OURS, START
from bench.documents.slides import SLIDES, deck_as_json, deck_as_markdown, sixty_slides
from bench.documents.text import HEADINGS, PARAGRAPHS, TABLES, markdown, proceedings
from bench.figures import Row

WORDS = f"{PARAGRAPHS:,} paragraphs, {HEADINGS} headings, {TABLES} tables"
WHAT = {"docx": f"{WORDS} to docx", "pdf": f"{WORDS} to pdf", "pptx": f"{SLIDES} slides to pptx"}


@dataclass(frozen=True)
class _Files:
    """A text in the forms its writers read."""

    ours: Path
    markdown: Path
    pandoc: Path


class Written:
    """The texts in a folder of their own, and what it costs to write them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        document, slides = proceedings(), sixty_slides()
        text = self._files("text", as_json(document), markdown(document))
        deck = self._files("deck", deck_as_json(slides), deck_as_markdown(slides))
        self._texts = {"docx": text, "pdf": text, "pptx": deck}
        self._nothing = self._files("nothing", "[]", "")

    def measure(self) -> Iterator[Row]:
        """One row for each program and file, in turn; what they wrote is looked through."""
        for part in WHAT:
            yield self.row(part, OURS)
            yield self.row(f"{part} {START}", OURS)
            if part != "pdf":  # pandoc sets none: it hands its text to another program
                for who in (MARKDOWN, JSON):
                    yield self.row(part, who)
                    yield self.row(f"{part} {START}", who)

    def row(self, part: str, who: str, *more: str) -> Row:
        """What one of them took; raises ``SystemExit`` when its file lacks something.

        ``part``: a format, and ``nothing`` behind it for a text without a word.
        """
        form, _, start = part.partition(" ")
        texts = self._nothing if start else self._texts[form]
        file = self._folder / f"out.{form}"
        file.unlink(missing_ok=True)
        found = cost([*_command(who, texts), str(file), *more], self._folder)
        if not start:
            check(form, who, file.read_bytes())
        what = f"{START} to {form}" if start else WHAT[form]
        return {"part": part, "what": what, "who": who, **found}

    def _files(self, name: str, plain: str, text: str) -> _Files:
        files = _Files(*(self._folder / f"{name}.{form}" for form in ("json", "md", "ast.json")))
        files.ours.write_text(plain, "utf-8")
        files.markdown.write_text(text, "utf-8")
        command = [pypandoc.get_pandoc_path(), str(files.markdown), "-t", "json", "-o"]
        cost([*command, str(files.pandoc)], self._folder)
        return files


def _command(who: str, texts: _Files) -> list[str]:
    """The command that writes a text; the file's name is to be added."""
    pandoc = pypandoc.get_pandoc_path()
    commands = {
        OURS: [sys.executable, "-m", "bench.documents.child", str(texts.ours)],
        MARKDOWN: [pandoc, str(texts.markdown), "-o"],
        JSON: [pandoc, "-f", "json", str(texts.pandoc), "-o"],
    }
    return commands[who]
