"""What a page takes from a Word house style: letters, colours, margins, letterhead; no words.

A browser has no pages before it prints, so lines that count them stay in the Word file.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain
from typing import assert_never

from discussion.documents.tree import Meta
from discussion.documents.vocabulary import COVER, HEADINGS
from discussion.documents.writers.docx.letter_lines import (
    Break,
    Counted,
    Grid,
    Image,
    Line,
    Lines,
    Shown,
    Tab,
    Words,
    letterheads_of,
)
from discussion.documents.writers.docx.looks import Letters, Looks, looks_of

_SELECTORS = {name: f".document h{level}" for level, name in enumerate(HEADINGS, 2)} | {
    COVER[role]: f".cover .{role}" for role in ("symbol", "stage", "event", "line", "status")
}
_SELECTORS |= {COVER["title"]: ".cover h1"}
_LETTERHEAD = """
.letterhead { margin-block: 0 1.5rem; } footer.letterhead { margin-block: 2.5rem 0; }
.letterhead p { margin: 0; } .letterhead table { margin: 0; font-size: inherit; }
.letterhead .stops { display: flex; justify-content: space-between; gap: 1rem; }
.letterhead td { border: 0; padding: 0; } .letterhead img { vertical-align: middle; }
"""


def style_of(package: bytes, language: str) -> str:
    """The rules that follow those of every page; raises HouseStyleIncomplete for no Word file."""
    looks = looks_of(package, language)
    rules = [f".document {{ {_css(looks.body.letters, looks)} }}"]
    rules += [
        f"{selector} {{ {_css(looks.by_name[name].letters, looks)} }}"
        for name, selector in _SELECTORS.items()
    ]
    sides = ("top", "right", "bottom", "left")
    margins = " ".join(f"{looks.margins.get(side, 25.4):g}mm" for side in sides)
    size = " ".join(f"{side:g}mm" for side in looks.page)
    return "\n".join((*rules, f"@page {{ size: {size}; margin: {margins}; }}", _LETTERHEAD))


def letterhead_of(package: bytes, meta: Meta) -> tuple[str, str]:
    """What stands above the text and below it: the header and footer of the first page."""
    heads = letterheads_of(package, meta)
    above, below = (_lines(heads.of(kind, "first")) for kind in ("header", "footer"))
    return (
        f'<div class="letterhead">\n{above}</div>\n' if above else "",
        f'<footer class="letterhead">\n{below}</footer>\n' if below else "",
    )


def _css(letters: Letters, looks: Looks | None = None) -> str:
    told = []
    if letters.font:
        fallback = ""
        if looks:
            sans = looks.is_sans(letters.font)
            fallback = ', "Noto Sans", sans-serif' if sans else ', "Noto Serif", serif'
        told.append(f'font-family: "{letters.font}"{fallback}')
    if letters.size:
        told.append(f"font-size: {letters.size:g}pt")
    if letters.bold is not None:
        told.append(f"font-weight: {'bold' if letters.bold else 'normal'}")
    if letters.italic is not None:
        told.append(f"font-style: {'italic' if letters.italic else 'normal'}")
    if letters.colour:
        told.append(f"color: #{letters.colour.lower()}")
    return "; ".join(told)


def _lines(lines: Lines) -> str:
    return "".join(_grid(each) if isinstance(each, Grid) else _line(each) for each in lines)


def _line(line: Line) -> str:
    """Stops part a line; a part that counts pages is left out."""
    parts = [part for part in _parts(line.pieces) if not any(map(_counts, part))]
    shown = ["".join(map(_piece, part)) for part in parts]
    if not any(shown):
        return ""
    if len(shown) > 1:
        spans = "".join(f"<span>{part}</span>" for part in shown)
        return f'<p class="stops">{spans}</p>\n'
    return f'<p style="text-align:{line.align}">{shown[0]}</p>\n'


def _parts(pieces: Iterable[Shown]) -> Iterator[list[Shown]]:
    part: list[Shown] = []
    for piece in chain(pieces, (Tab(),)):
        if isinstance(piece, Tab):
            if part:
                yield part
            part = []
        else:
            part.append(piece)


def _counts(piece: Shown) -> bool:
    return isinstance(piece, Counted)


def _grid(grid: Grid) -> str:
    total = sum(grid.widths) or 1
    columns = "".join(f'<col style="width:{100 * width // total}%">' for width in grid.widths)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_lines(cell)}</td>' for cell in row)}</tr>" for row in grid.rows
    )
    return f'<table role="presentation"><colgroup>{columns}</colgroup>{rows}</table>\n'


def _piece(piece: Shown) -> str:
    match piece:
        case Words(words=words, letters=letters):
            look = escape(_css(letters))
            return f'<span style="{look}">{escape(words)}</span>' if words else ""
        case Image():
            kind = "jpeg" if piece.form == "jpg" else piece.form
            data = b64encode(piece.content).decode()
            size = f"width:{piece.width:g}mm;height:{piece.height:g}mm"
            return (
                f'<img src="data:image/{kind};base64,{data}" alt="{escape(piece.description)}" '
                f'style="{size}">'
            )
        case Break():
            return "<br>"
        case Tab() | Counted():
            return ""
        case _:
            assert_never(piece)
