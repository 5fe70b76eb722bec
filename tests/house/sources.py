"""The project's own files, for checks that read them; must not know what is checked."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "discussion"


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
    """Files with these endings that git keeps or would take in, in these folders."""
    for place in _places():
        if place.endswith(endings) and place.startswith(under) and (ROOT / place).is_file():
            yield Source(place, (ROOT / place).read_text("utf-8", errors="replace"))


def python(*under: str) -> Iterator[Source]:
    """Python files in these folders, each named with its slash at the end."""
    return sources(".py", under=under or ("discussion/", "tests/", "frontend/", "bench/"))


def _places() -> list[str]:
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return sorted(place for place in told.stdout.split("\0") if place)
