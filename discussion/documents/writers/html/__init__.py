"""A Document as a page to read in a browser; it must not know workshops, only the tree.

Plain elements with classes, no script; every text is escaped, every block has its direction.
"""

from html import escape
from typing import assert_never

from discussion.documents.direction import runs_right_to_left
from discussion.documents.tree import (
    Block,
    Cell,
    Cover,
    Document,
    Editorial,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Meta,
    PageBreak,
    Paragraph,
    Row,
    Strong,
    Table,
    TableOfContents,
    Text,
    letters,
    plain,
    roman,
)
from discussion.documents.writers.html.style import STYLE

REHEARSAL = "REHEARSAL: made-up content, not a record"


def write_html(document: Document) -> bytes:
    """The document as a page of its own, with its style inside; needs no other file."""
    meta = document.meta
    title = " · ".join(filter(None, (meta.symbol, meta.title)))
    return (
        f'<!doctype html>\n<html lang="{escape(meta.language)}" dir="ltr">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n{_dublin_core(meta)}<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{write_fragment(document)}</body>\n</html>\n"
    ).encode("utf-8", "replace")


def write_fragment(document: Document) -> str:
    """The document as one ``article`` to be put into a page."""
    meta, blocks = document.meta, document.blocks
    body = "".join(_block(block, blocks, draft=meta.draft) for block in blocks)
    return f'<article class="document">\n{_frame(meta)}{body}</article>\n'


def _dublin_core(meta: Meta) -> str:
    values = {
        "title": meta.title,
        "identifier": meta.symbol,
        "creator": meta.creator,
        "subject": meta.subject,
        "language": meta.language,
        "date": meta.created.isoformat(timespec="seconds"),
    }
    return "".join(
        f'<meta name="DC.{name}" content="{escape(value)}">\n' for name, value in values.items()
    )


def _frame(meta: Meta) -> str:
    """What Word prints in header and footer, once and above."""
    mark = f'<p class="rehearsal">{REHEARSAL}</p>\n' if meta.rehearsal else ""
    lines = (meta.symbol, meta.stamp, meta.status)
    shown = "".join(f"<span>{escape(line)}</span> " for line in lines if line)
    return f'{mark}<p class="stamp">{shown}</p>\n'


def _block(block: Block, blocks: tuple[Block, ...], *, draft: bool) -> str:
    match block:
        case Heading():
            number = f'<span class="number">{escape(block.number)}.</span> ' if block.number else ""
            tag = f"h{block.level + 1}"
            return f"<{tag}{_start(block)}>{number}{_inlines(block.content)}</{tag}>\n"
        case Paragraph():
            number = f"{block.number}." if block.number is not None else ""
            return _paragraph(block, block.style, number, draft=draft)
        case ListItem():
            number = letters(block.number) if block.level == 1 else roman(block.number)
            return _paragraph(block, f"item level-{block.level}", number, draft=draft)
        case Table():
            return _table(block)
        case PageBreak():
            return '<hr class="page-break">\n'
        case TableOfContents():
            return _contents(block, blocks)
        case Cover():
            return _cover(block)
        case _:
            assert_never(block)


def _paragraph(block: Paragraph | ListItem, kind: str, number: str, *, draft: bool) -> str:
    before = f'<span class="number">{number}</span> ' if number else ""
    mark = f' <small class="mark" dir="ltr">{escape(block.mark)}</small>'
    after = mark if draft and block.mark else ""
    words = _inlines(block.content)
    return f'<p class="{kind}"{_start(block)}>{before}{words}{after}</p>\n'


def _table(table: Table) -> str:
    total = sum(table.widths) or 1
    columns = "".join(f'<col style="width:{100 * w // total}%">' for w in table.widths)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.header)
    rows = "".join(_row(row) for row in table.rows)
    return (
        f'<table id="{escape(table.anchor)}"><caption>{escape(table.caption)}</caption>\n'
        f"<colgroup>{columns}</colgroup>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _row(row: Row) -> str:
    cells = "".join(f"<td{_direction(cell)}>{_inlines(cell)}</td>" for cell in row.cells)
    return f'<tr id="{escape(row.anchor)}">{cells}</tr>\n'


def _contents(contents: TableOfContents, blocks: tuple[Block, ...]) -> str:
    entries = (b for b in blocks if isinstance(b, Heading) and b.level <= 2)
    lines = "".join(
        f'<li class="level-{heading.level}"><a href="#{escape(heading.anchor)}">'
        f"{escape(f'{heading.number}. ' if heading.number else '')}"
        f"{escape(plain(heading.content))}</a></li>\n"
        for heading in entries
    )
    title = escape(contents.title)
    return f'<nav class="contents"><h2>{title}</h2>\n<ul>\n{lines}</ul></nav>\n'


def _cover(cover: Cover) -> str:
    lines = "".join(
        f'<{"h1" if role == "title" else "p"} class="{role}"{_direction((Text(words),))}>'
        f"{escape(words)}</{'h1' if role == 'title' else 'p'}>\n"
        for role, words in cover.lines
    )
    return f'<header class="cover" id="{escape(cover.anchor)}">\n{lines}</header>\n'


def _start(block: Heading | Paragraph | ListItem) -> str:
    return f' id="{escape(block.anchor)}"{_direction(block.content)}'


def _direction(content: Cell) -> str:
    """Each block in the direction of its own words; left to right needs no word."""
    return ' dir="rtl"' if runs_right_to_left(plain(content)) else ""


def _inlines(content: tuple[Inline, ...]) -> str:
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(words=words, language=language):
            said = escape(words).replace("\n", "<br>")
            return f'<span lang="{escape(language)}">{said}</span>' if language else said
        case Emphasis(content=inner):
            return f"<em>{_inlines(inner)}</em>"
        case Strong(content=inner):
            return f"<strong>{_inlines(inner)}</strong>"
        case LineBreak():
            return "<br>"
        case Link(content=inner, target=target):
            return _link(inner, target)
        case Editorial(words=words):
            return f'<bdi class="editorial">[{escape(words)}]</bdi>'
        case _:
            assert_never(inline)


def _link(inner: tuple[Inline, ...], target: str) -> str:
    """Only places in the document and web addresses; ``javascript:`` is shown as words."""
    if not target.startswith(("#", "https://", "http://")):
        return _inlines(inner)
    return f'<a href="{escape(target)}">{_inlines(inner)}</a>'
