"""The project's own files, for checks that read them; must not know what is checked."""

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = {"__pycache__", "build", "dist", "exports", "node_modules"}


@dataclass(frozen=True)
class Source:
    """One file: where it stands (from the root, with slashes) and its words."""

    place: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.place)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


def sources(*endings: str, under: tuple[str, ...] = ("",)) -> Iterator[Source]:
    """Files with these endings in these folders, leaving out what is fetched or built."""
    for place in _places():
        if place.endswith(endings) and place.startswith(under):
            yield Source(place, (ROOT / place).read_text("utf-8", errors="replace"))


def python(*under: str) -> Iterator[Source]:
    """Python files in these folders, each named with its slash at the end."""
    return sources(".py", under=under or ("discussion/", "tests/", "frontend/", "bench/"))


def _places() -> Iterator[str]:
    """Paths from the root, sorted; without git, so that an unpacked archive is checked alike."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if not _made(name))
        yield from (Path(folder, name).relative_to(ROOT).as_posix() for name in sorted(files))


def _made(folder: str) -> bool:
    """Whether a folder of this name holds what is fetched or built, or a tool's own notes."""
    return folder in MADE or (folder.startswith(".") and folder != ".ci")
