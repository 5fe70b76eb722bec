"""A tree as plain data for the house style to read; it must not know how anything looks."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, assert_never

from discussion.documents.direction import cell_direction, runs_right_to_left
from discussion.documents.phrases import phrase
from discussion.documents.tree import (
    NOWHERE,
    Alternatives,
    Attribution,
    Block,
    Bracket,
    Commented,
    Cover,
    Deleted,
    Direction,
    Document,
    Editorial,
    Emphasis,
    Figure,
    Footnote,
    Heading,
    Inline,
    Inserted,
    LineBreak,
    Link,
    ListItem,
    MarkChange,
    Meta,
    Numbering,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Sourced,
    Strong,
    Table,
    TableOfContents,
    Text,
    heading_number,
    introduces,
    item_number,
    labels,
    paragraph_label,
    plain,
)
from discussion.domain.languages import written_from

Data = dict[str, Any]


def as_data(document: Document) -> Data:
    """The document as values that JSON knows; every reference is to a place that exists."""
    meta = document.meta
    lines = _Lines(labels(document.blocks, meta.numbering), marked=meta.marked)
    blocks = _Blocks(lines, meta.language, meta.numbering)
    after = (*document.blocks[1:], None)
    told = [
        {**blocks.block(block), "kept": introduces(block, following)}
        for block, following in zip(document.blocks, after, strict=False)
    ]
    for block in told:
        _forget_anchors(block, lines.led_to)
    return {"meta": _meta(meta), "blocks": told}


def _forget_anchors(block: Data, led_to: Set[str]) -> None:
    """Of what nothing leads to; headings are places for who opens the file elsewhere as well.

    Each costs: a file of thousands of paragraphs takes a tenth longer for them.
    """
    if block["do"] in ("paragraph", "item") and block["anchor"] not in led_to:
        block["anchor"] = ""
    for row in block.get("rows", ()):
        if row["anchor"] not in led_to:
            row["anchor"] = ""


def _meta(meta: Meta) -> Data:
    rehearsal = phrase(meta.language, "printed.rehearsal") if meta.rehearsal else ""
    return {
        "title": " · ".join(filter(None, (meta.symbol, meta.title))),
        "creator": meta.creator,
        "subject": meta.subject,
        "keywords": [word for word in (meta.symbol, rehearsal) if word],
        "language": meta.language,
        "turned": written_from(meta.language) == "rtl",
        "created": list(meta.created.timetuple()[:6]),
        "symbol": meta.symbol,
        "stamp": meta.stamp,
        "status": meta.status,
        "rehearsal": rehearsal,
        "lines": meta.draft,
        "pages": phrase(meta.language, "printed.page", page="\0", pages="\0").split("\0"),
    }


class _Blocks:
    """Blocks one after the other; keeps each anchor to its first place and levels without gaps."""

    def __init__(self, lines: "_Lines", language: str, numbering: Numbering) -> None:
        self._lines, self._language, self._numbering = lines, language, numbering
        self._page = written_from(language)
        self._anchors: set[str] = set()
        self._level = 0  # of the last heading: a reader by ear must not miss a level

    def block(self, block: Block) -> Data:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                number = paragraph_label(block, self._numbering)
                told = {"style": block.style, "number": number}
                return {"do": "paragraph", **told, **self._worded(block)}
            case ListItem(level=level):
                number = item_number(block, self._numbering)
                return {"do": "item", "level": level, "number": number, **self._worded(block)}
            case Table():
                return self._table(block)
            case Figure():
                told = {"description": block.description, "caption": block.caption}
                anchor = self._anchor(block.anchor)
                picture = {"png": list(block.png), "width": block.width}
                return {"do": "figure", **told, **picture, "anchor": anchor}
            case PageBreak():
                return {"do": "page break"}
            case TableOfContents(title=title):
                return {"do": "contents", "title": title}
            case Cover(lines=lines):
                told_lines = [
                    {"role": role, "words": words, "direction": _direction(words)}
                    for role, words in lines
                ]
                return {"do": "cover", "lines": told_lines, "anchor": self._anchor(block.anchor)}
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> Data:
        self._level = min(heading.level, self._level + 1)
        return {
            "do": "heading",
            "look": heading.level,
            "level": self._level,
            "number": heading_number(heading, self._language),
            **self._worded(heading),
        }

    def _worded(self, block: Heading | Paragraph | ListItem) -> Data:
        mark = "" if isinstance(block, Heading) else block.mark
        return {
            "content": self._lines.line(block.content, block.end),
            "direction": _direction(plain(block.content), block.direction),
            "mark": mark if self._lines.marked else "",
            "anchor": self._anchor(block.anchor),
        }

    def _table(self, table: Table) -> Data:
        return {
            "do": "table",
            "caption": table.caption,
            "header": list(table.header),
            "widths": list(table.widths),
            "rows": [self._row(row) for row in table.rows],
            "anchor": self._anchor(table.anchor),
        }

    def _row(self, row: Row) -> Data:
        cells = [
            {"content": self._lines.line(cell), "direction": cell_direction(cell, self._page)}
            for cell in row.cells
        ]
        fate = row.change.fate if row.change else ""
        return {"cells": cells, "fate": fate, "anchor": self._anchor(row.anchor)}

    def _anchor(self, anchor: str) -> str:
        if anchor in self._anchors:
            return ""
        self._anchors.add(anchor)
        return anchor


class _Lines:
    """Lines as data; a reference becomes the number it leads to."""

    def __init__(self, places: Mapping[str, str], *, marked: bool) -> None:
        self._places = places
        self.marked = marked
        self.led_to: set[str] = set()  # places that references and links lead to

    def line(self, content: Iterable[Inline], end: MarkChange | None = None) -> list[Data]:
        shown = [one for inline in content for one in self._inline(inline)]
        if end is None:
            return shown
        return [*shown, {"do": end.fate, "content": [_text("¶")]}]

    def _inline(self, inline: Inline) -> Iterator[Data]:
        match inline:
            case Text():
                yield from _lines_of(inline)
            case LineBreak():
                yield {"do": "break"}
            case Editorial(words=words):
                yield {"do": "editorial", "words": words}
            case Reference():
                yield self._reference(inline)
            case Footnote(content=inner):
                yield {"do": "footnote", "content": self.line(inner)}
            case Emphasis(content=inner):
                yield {"do": "emphasis", "content": self.line(inner)}
            case Strong(content=inner):
                yield {"do": "strong", "content": self.line(inner)}
            case Link(content=inner, target=target):
                yield from self._link(inner, target)
            case Sourced(content=inner, anchor=anchor):
                yield {"do": "anchor", "anchor": anchor, "content": self.line(inner)}
            case Inserted(content=inner):
                yield {"do": "inserted", "content": self.line(inner)}
            case Deleted(content=inner):
                yield {"do": "deleted", "content": self.line(inner)}
            case Bracket(content=inner):
                yield from self._bracketed(inner, inline.signs)
                yield from self._attributed(inline.attributions)
            case Alternatives(options=options):
                for option in options:
                    yield from self._bracketed(option, inline.signs)
                yield from self._attributed(inline.attributions)
            case Commented(content=inner, comment=comment):
                yield from self.line(inner)
                if self.marked:
                    yield {"do": "comment", "words": f"{comment.author}: {comment.words}"}
            case _:
                assert_never(inline)

    def _reference(self, reference: Reference) -> Data:
        number = self._places.get(reference.target)
        if number is None or (reference.form == "number" and not number):
            return {"do": "editorial", "words": NOWHERE}
        self.led_to.add(reference.target)
        if reference.form == "page":
            return {"do": "page", "target": reference.target}
        return {"do": "number", "target": reference.target, "words": number}

    def _link(self, inner: tuple[Inline, ...], target: str) -> Iterator[Data]:
        if target.startswith(("https://", "http://", "mailto:")):
            yield {"do": "address", "target": target, "content": self.line(inner)}
        elif target[1:] in self._places:
            self.led_to.add(target[1:])
            yield {"do": "place", "target": target[1:], "content": self.line(inner)}
        else:
            yield from self.line(inner)

    def _bracketed(self, inner: tuple[Inline, ...], signs: MarkChange | None) -> Iterator[Data]:
        for sign, words in (("[", inner), ("]", ())):
            shown = {"do": "sign", "words": sign}
            yield {"do": signs.fate, "content": [shown]} if signs else shown
            yield from self.line(words)

    def _attributed(self, attributions: tuple[Attribution, ...]) -> Iterator[Data]:
        if self.marked and attributions:
            told = "; ".join(one.words for one in attributions)
            yield {"do": "attribution", "words": told}


def _lines_of(text: Text) -> Iterator[Data]:
    for index, words in enumerate(text.words.split("\n")):
        if index:
            yield {"do": "break"}
        if words:
            yield _text(words, text.language)


def _text(words: str, language: str | None = None) -> Data:
    return {"do": "text", "words": words, "language": language}


def _direction(words: str, direction: Direction | None = None) -> Direction:
    return direction or ("rtl" if runs_right_to_left(words) else "ltr")
