"""A Document as a page to read in a browser; it must not know workshops, only the tree.

Plain elements with classes, no script; every text is escaped, every block has its direction.
"""

from html import escape

from discussion.documents.phrases import phrase
from discussion.documents.tree import Document, Meta
from discussion.documents.writers.html.blocks import write_blocks
from discussion.documents.writers.html.house import letterhead_of, style_of
from discussion.documents.writers.html.style import STYLE
from discussion.domain.languages import written_from


def write_html(document: Document, style: bytes | None = None) -> bytes:
    """The document as a page of its own, with its style inside; needs no other file.

    ``style`` is a Word file whose letters, colours, margins and letterhead the page takes over.
    Raises HouseStyleIncomplete when it lacks a style.
    """
    meta = document.meta
    rules = STYLE + (style_of(style, meta.language) if style else "")
    above, below = letterhead_of(style, meta) if style else ("", "")
    title = " · ".join(filter(None, (meta.symbol, meta.title)))
    language = f'lang="{escape(meta.language)}" dir="{written_from(meta.language)}"'
    return (
        f"<!doctype html>\n<html {language}>\n<head>\n"
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n{_dublin_core(meta)}<style>{rules}</style>\n</head>\n"
        f"<body>\n<main>\n{_article(document, above, below)}</main>\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


def write_fragment(document: Document) -> str:
    """The document as one ``article`` to be put into a page."""
    return _article(document)


def _article(document: Document, above: str = "", below: str = "") -> str:
    inner = f"{_frame(document.meta)}{write_blocks(document)}"
    return f'<article class="document">\n{above}{inner}{below}</article>\n'


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
    told = escape(phrase(meta.language, "printed.rehearsal"))
    mark = f'<p class="rehearsal">{told}</p>\n' if meta.rehearsal else ""
    lines = (meta.symbol, meta.stamp, meta.status)
    shown = "".join(f"<span>{escape(line)}</span> " for line in lines if line)
    return f'{mark}<p class="stamp">{shown}</p>\n'
