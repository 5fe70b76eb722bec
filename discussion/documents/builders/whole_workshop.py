"""The first page of a workshop's archive: what is in it; it must not know how it is packed.

A plain page that works from a folder, without the house and without a network.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Listed:
    """A file of the archive as its first page lists it."""

    name: str  # inside the archive's folder
    title: str
    size: int  # bytes
    told: str = ""  # for people: of which moment it is


@dataclass(frozen=True)
class Part:
    """A part of the page, with what it says of its files."""

    title: str
    about: str
    files: tuple[Listed, ...]


def build_index(title: str, facts: Iterable[tuple[str, str]], parts: Sequence[Part]) -> bytes:
    """The page, as HTML in UTF-8; every word on it is escaped."""
    told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>\n" for name, words in facts)
    sections = "".join(_section(number, part) for number, part in enumerate(parts, 1))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1 dir="auto">{escape(title)}</h1>\n<dl>\n{told}</dl>\n{sections}</main>\n'
        "</body>\n</html>\n"
    ).encode()


def size_in_words(size: int) -> str:
    """``512 bytes``, ``12 kB``, ``3.4 MB``."""
    if size < 1_000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{size / 1_000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"


def _section(number: int, part: Part) -> str:
    rows = "".join(_row(file) for file in part.files)
    table = (
        f'<table aria-labelledby="part-{number}">\n<thead><tr><th scope="col">File</th>'
        '<th scope="col">As of</th><th scope="col">Size</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )
    return (
        f'<section>\n<h2 id="part-{number}">{escape(part.title)}</h2>\n'
        f"<p>{escape(part.about)}</p>\n"
        f"{table if part.files else ''}</section>\n"
    )


def _row(file: Listed) -> str:
    name = escape(file.name)
    return (
        f'<tr><th scope="row"><a href="{name}">{escape(file.title)}</a>'
        f"<small>{name}</small></th><td>{escape(file.told)}</td>"
        f"<td>{size_in_words(file.size)}</td></tr>\n"
    )


_STYLE = """
:root { color-scheme: light dark; font: 100%/1.5 Georgia, "Times New Roman", serif; }
body { margin: 0; }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { line-height: 1.2; text-wrap: balance; }
h2 { margin: 2.5rem 0 0.25rem; border-bottom: 1px solid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; }
dt { font-style: italic; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.35rem 0.5rem 0.35rem 0; text-align: start; vertical-align: top; }
tbody tr { border-top: 1px solid color-mix(in srgb, currentcolor 25%, transparent); }
tbody th { font-weight: normal; }
th small { display: block; overflow-wrap: anywhere; }
td:last-child, th:last-child:not([scope="row"]) { text-align: end; white-space: nowrap; }
@media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; }
  td:nth-child(2), th:nth-child(2) { display: none; }
}
"""
