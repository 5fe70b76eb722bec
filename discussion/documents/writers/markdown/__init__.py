"""A Document as Markdown, to be read as it is or by a program; it must not know workshops.

CommonMark with pipe tables and footnotes. What was typed is escaped; brackets, numbers and who
stands behind words are characters like all others, so that every reader shows them.
"""

import json

from discussion.documents.phrases import phrase
from discussion.documents.tree import Document, Meta
from discussion.documents.writers.markdown.blocks import write_blocks
from discussion.documents.writers.markdown.signs import escaped
from discussion.documents.writers.package import xml_safe
from discussion.domain.languages import written_from


def write_markdown(document: Document) -> bytes:
    """The document as the bytes of an ``.md`` in UTF-8; the same document gives the same bytes."""
    meta = document.meta
    parts = (_head(meta), _frame(meta), write_blocks(document))
    return ("\n\n".join(filter(None, parts)) + "\n").encode("utf-8", "replace")


def _head(meta: Meta) -> str:
    """What programs ask for, before the text: every value quoted as JSON is one of YAML."""
    told = {
        "lang": meta.language,
        "dir": written_from(meta.language),
        "identifier": meta.symbol,
        "creator": meta.creator,
        "created": meta.created.isoformat(timespec="seconds"),
    }
    lines = (
        f"{name}: {json.dumps(xml_safe(value), ensure_ascii=False)}" for name, value in told.items()
    )
    return "\n".join(("---", *lines, "---"))


def _frame(meta: Meta) -> str:
    """What Word prints in header and footer, once and above."""
    told = escaped(phrase(meta.language, "printed.rehearsal"))
    mark = f"**{told}**" if meta.rehearsal else ""
    lines = " · ".join(filter(None, (meta.symbol, meta.stamp, meta.status)))
    return "\n\n".join(filter(None, (mark, escaped(lines))))
