"""The line of one Word paragraph, with its changes, brackets and comments; must not know blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from discussion.documents.readers.docx.fields import Field
from discussion.documents.readers.docx.ranges import Ranges
from discussion.documents.readers.docx.xml import R, W, change_of, is_on, time_of, value
from discussion.documents.readers.parts import open_part
from discussion.documents.tree import (
    JOINT,
    Comment,
    Deleted,
    Editorial,
    Emphasis,
    Footnote,
    Inline,
    Inserted,
    Layer,
    Leaf,
    LineBreak,
    Link,
    Reference,
    Stretch,
    Strong,
    Text,
    joined,
)
from discussion.documents.vocabulary import anchor_of, language_of_tag

_MARKS = "\u200e\u200f"  # what holds the brackets of a remark in Arabic text
_BREAK = f"{W}br", f"{W}cr"
_SIGNS = {f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
_ITALIC, _BOLD = Layer(Emphasis(())), Layer(Strong(()))


@dataclass(frozen=True)
class Around:
    """What a line leads to elsewhere in the file."""

    comments: Mapping[str, tuple[Comment, str]]  # with its initials
    footnotes: Mapping[str, Any]
    addresses: Mapping[str, str]  # of links to the web, by relation

    @classmethod
    def of(cls, package: bytes) -> "Around":
        """What a Word file's text leads to."""
        comments = open_part(package, "word/comments.xml")
        notes = open_part(package, "word/footnotes.xml")
        relations = open_part(package, "word/_rels/document.xml.rels")
        return cls(
            {c.get(f"{W}id"): _comment(c) for c in _all(comments, "comment")},
            {note.get(f"{W}id"): note for note in _all(notes, "footnote")},
            {
                relation.get("Id"): relation.get("Target")
                for relation in (() if relations is None else relations)
                if relation.get("TargetMode") == "External"
            },
        )


@dataclass(frozen=True)
class Line:
    """What a paragraph says, and the mark of a draft after it."""

    content: tuple[Inline, ...]
    mark: str


@dataclass(frozen=True)
class _Place:
    """What encloses a run."""

    link: Layer | None = None
    inserted: Inserted | None = None
    deleted: Deleted | None = None
    leads_to: str | None = None  # an anchor of the same document


def read_line(paragraph: Any, around: Around, styles: Mapping[str, str]) -> Line:
    """The line of a ``w:p``, in its one form; no words of it are left out."""
    reading = _Reading(around, styles)
    reading.walk(paragraph, _Place())
    return Line(joined(reading.ranges.closed()), reading.mark)


@dataclass
class _Reading:
    around: Around
    styles: Mapping[str, str]
    ranges: Ranges = field(default_factory=Ranges)
    mark: str = ""
    serials: Any = field(default_factory=lambda: count(1))
    parted: bool = False  # the first part of a number has been read
    field_: Field | None = None

    def walk(self, element: Any, place: _Place) -> None:
        """Reads what stands inside an element, in order."""
        for child in element:
            match child.tag.removeprefix(W) if isinstance(child.tag, str) else "":
                case "r":
                    self._run(child, place)
                case "ins" | "moveTo":
                    self.walk(child, replace(place, inserted=Inserted((), change_of(child))))
                case "del" | "moveFrom":
                    self.walk(child, replace(place, deleted=Deleted((), change_of(child))))
                case "hyperlink":
                    self.walk(child, self._linked(child, place))
                case "bookmarkStart":
                    anchor = anchor_of(child.get(f"{W}name", ""), "src")
                    if anchor is not None:
                        self.ranges.open_sourced(child.get(f"{W}id"), anchor)
                case "bookmarkEnd":
                    self.ranges.close(f"src{child.get(f'{W}id')}")
                case "commentRangeStart":
                    self._begin_comment(child.get(f"{W}id"))
                case "commentRangeEnd":
                    self.ranges.close(f"com{child.get(f'{W}id')}")
                case "pPr" | "rPr" | "sdtPr":
                    pass
                case _:
                    self.walk(child, place)

    def _begin_comment(self, id_: str) -> None:
        if id_ in self.around.comments:
            self.ranges.open_comment(id_, *self.around.comments[id_])

    def _linked(self, link: Any, place: _Place) -> _Place:
        anchor = anchor_of(link.get(f"{W}anchor", ""))
        target = f"#{anchor}" if anchor is not None else None
        target = target or self.around.addresses.get(link.get(f"{R}id", ""))
        if target is None:
            return place
        return replace(place, link=Layer(Link((), target), next(self.serials)), leads_to=anchor)

    def _run(self, run: Any, place: _Place) -> None:
        look = run.find(f"{W}rPr")
        style = self.styles.get(value(run, "rPr/rStyle") or "", "")
        words = _words(run)
        if self._in_field(run, words, place, look):
            return
        parted, self.parted = self.parted, False
        if parted and words == JOINT:
            return
        note = run.find(f"{W}footnoteReference")
        if note is not None:
            self._put(self._footnote(note), place, look)
        elif style == "Draft Mark" and words:
            self.mark += words.strip("\u2002 ")
        elif style == "Bracket" and words in ("[", "][", "]"):
            self.ranges.sign(words, self._change(place))
        elif style == "Editorial" and words:
            said = words.strip(_MARKS).removeprefix("[").removesuffix("]")
            self._put(Editorial(said), place, look)
        elif words:
            self._text(run, words, place, look)

    def _text(self, run: Any, words: str, place: _Place, look: Any) -> None:
        language = _language(look)
        if place.leads_to is not None and words == place.leads_to:
            self._put(Reference(words), replace(place, link=None), look)
        elif not words.strip("\n") and next(run.iter(f"{W}t", f"{W}delText"), None) is None:
            for _ in words:
                self._put(LineBreak(), place, look)
        else:
            self._put(Text(words, language), place, look)

    def _in_field(self, run: Any, words: str, place: _Place, look: Any) -> bool:
        """Reads a run that belongs to a field; what the field shows is told when it ends."""
        sign = run.find(f"{W}fldChar")
        if sign is None:
            return self.field_ is not None and self.field_.takes(run, words)
        match sign.get(f"{W}fldCharType"):
            case "begin":
                self.field_ = Field(self.field_)
            case "separate" if self.field_ is not None:
                self.field_.shows = True
            case "end" if self.field_ is not None:
                told, self.field_ = self.field_.leaf(), self.field_.outer
                self.parted = told is None
                if told is not None:
                    self._put(told, place, look)
        return True

    def _footnote(self, sign: Any) -> Footnote:
        note = self.around.footnotes.get(sign.get(f"{W}id"))
        inner = _Reading(self.around, self.styles)
        for paragraph in () if note is None else note.iter(f"{W}p"):
            inner.walk(paragraph, _Place())
        return Footnote(_without_first_space(joined(inner.ranges.closed())))

    def _put(self, leaf: Leaf, place: _Place, look: Any) -> None:
        layers = [place.link] if place.link else []
        layers += [Layer(span) for span in (place.inserted, place.deleted) if span]
        layers += [_BOLD] if is_on(look, "b") else []
        layers += [_ITALIC] if is_on(look, "i") else []
        self.ranges.put(Stretch(leaf, tuple(layers)))

    def _change(self, place: _Place) -> Inserted | Deleted | None:
        return place.deleted or place.inserted


def _without_first_space(said: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """What a footnote says; a space stands between its number and its words."""
    match said:
        case (Text(words=" "), *others):
            return tuple(others)
        case (Text(words=words) as first, *others) if words.startswith(" "):
            return (replace(first, words=words[1:]), *others)
        case _:
            return said


def _words(run: Any) -> str:
    said = ""
    for child in run:
        if child.tag in (f"{W}t", f"{W}delText"):
            said += child.text or ""
        elif child.tag in _BREAK and child.get(f"{W}type") not in ("page", "column"):
            said += "\n"
        else:
            said += _SIGNS.get(child.tag, "")
    return said


def _language(look: Any) -> str | None:
    told = None if look is None else look.find(f"{W}lang")
    if told is None:
        return None
    tag = told.get(f"{W}bidi") or told.get(f"{W}val")
    return language_of_tag(tag) if tag else None


def _comment(element: Any) -> tuple[Comment, str]:
    lines = (_words_of_paragraph(paragraph) for paragraph in element.iter(f"{W}p"))
    words, author = "\n".join(lines), element.get(f"{W}author", "")
    return Comment(author, words, time_of(element)), element.get(f"{W}initials", "")


def _words_of_paragraph(paragraph: Any) -> str:
    return "".join(_words(run) for run in paragraph.iter(f"{W}r"))


def _all(part: Any, tag: str) -> Any:
    return () if part is None else part.iter(f"{W}{tag}")
