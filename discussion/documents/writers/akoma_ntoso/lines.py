"""Lines as Akoma Ntoso, with their remarks and who made them; it must not know blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from discussion.documents.tree import (
    NOWHERE,
    Alternatives,
    Attribution,
    Bracket,
    Change,
    Comment,
    Commented,
    Deleted,
    Editorial,
    Emphasis,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    MarkChange,
    Reference,
    Sourced,
    Strong,
    Text,
)
from discussion.documents.writers.akoma_ntoso.xml import (
    attributes,
    moment,
    slug,
    unbroken,
    words_of,
)


@dataclass
class Lines:
    """Writes lines; keeps the remarks that stand apart and those who changed something."""

    labels: Mapping[str, str]  # how each place is referred to
    places: Mapping[str, str]  # its eId
    marked: bool
    _notes: list[str] = field(default_factory=list)
    _footnotes: int = 0
    _people: dict[str, str] = field(default_factory=dict)  # name -> eId

    def write(self, content: tuple[Inline, ...]) -> str:
        """The elements of a line."""
        return "".join(self._inline(inline) for inline in content)

    def changed(self, change: Change) -> str:
        """Attributes that say who changed something, and when."""
        told = f"{change.author}, {moment(change.at)}"
        return attributes(refersTo=f"#{self._person(change.author)}", title=told)

    def notes(self) -> str:
        """The remarks, for the document's meta; nothing where there are none."""
        if not self._notes:
            return ""
        return f'<notes source="#creator">\n{"".join(self._notes)}</notes>\n'

    def people(self) -> str:
        """Those who changed something, for the document's references."""
        return "".join(
            "<TLCPerson"
            + attributes(eId=eid, href=f"/akn/ontology/person/int/{slug(name)}", showAs=name or "-")
            + "/>\n"
            for name, eid in self._people.items()
        )

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(words=words, language=language):
                said = words_of(words)
                return f'<span xml:lang="{slug(language)}">{said}</span>' if language else said
            case LineBreak():
                return "<eol/>"
            case Editorial(words=words):
                return editorial(f"[{words}]")
            case Reference(target=target):
                return self._reference(target)
            case Footnote(content=inner):
                return self._footnote(inner)
            case Emphasis(content=inner):
                return f"<i>{self.write(inner)}</i>"
            case Strong(content=inner):
                return f"<b>{self.write(inner)}</b>"
            case Link(content=inner, target=target):
                return self._link(inner, target)
            case Sourced(content=inner, anchor=anchor):
                return f"<span{attributes(wId=unbroken(anchor))}>{self.write(inner)}</span>"
            case Inserted(content=inner, change=change):
                return f"<ins{self.changed(change)}>{self.write(inner)}</ins>"
            case Deleted(content=inner, change=change):
                return f"<del{self.changed(change)}>{self.write(inner)}</del>"
            case Bracket():
                return self._bracketed("bracket", (inline.content,), inline)
            case Alternatives():
                return self._bracketed("alternative", inline.options, inline)
            case Commented(content=inner, comment=comment):
                said = self.write(inner)
                return f"{said}{self._note(comment)}" if self.marked else said
            case _:
                assert_never(inline)

    def _reference(self, target: str) -> str:
        if target not in self.places:
            return editorial(f"[{NOWHERE}]")
        said = words_of(self.labels[target] or target)
        return f"<ref{attributes(href=f'#{self.places[target]}')}>{said}</ref>"

    def _link(self, inner: tuple[Inline, ...], target: str) -> str:
        """Only places in the document and web addresses; anything else is shown as its words."""
        said = self.write(inner)
        if target.startswith("#") and target[1:] in self.places:
            return f"<ref{attributes(href=f'#{self.places[target[1:]]}')}>{said}</ref>"
        if target.startswith(("https://", "http://")):
            return f"<a{attributes(href=unbroken(target))}>{said}</a>"
        return said

    def _bracketed(
        self, name: str, options: tuple[tuple[Inline, ...], ...], node: Bracket | Alternatives
    ) -> str:
        before, after = self._sign("[", node.signs), self._sign("]", node.signs)
        told = "".join(map(self._note, node.attributions)) if self.marked else ""
        words = "".join(
            f'<inline name="{name}">{before}{self.write(option)}{after}</inline>'
            for option in options
        )
        return f"{words}{told}"

    def _sign(self, sign: str, change: MarkChange | None) -> str:
        if change is None:
            return sign
        tag = "ins" if change.fate == "inserted" else "del"
        return f"<{tag}{self.changed(change.change)}>{sign}</{tag}>"

    def _footnote(self, content: tuple[Inline, ...]) -> str:
        self._footnotes += 1
        told = attributes(
            eId=f"fn_{self._footnotes}", marker=str(self._footnotes), placement="bottom"
        )
        return f"<authorialNote{told}><p>{self.write(content)}</p></authorialNote>"

    def _note(self, told: Comment | Attribution) -> str:
        """Keeps a remark apart from the text; the sign that leads to it."""
        match told:
            case Comment(author=author, at=at):
                by = ", ".join(filter(None, (author, moment(at) if at else "")))
                kind = "comment"
            case Attribution():
                by, kind = "", "attribution"
        number = len(self._notes) + 1
        lines = "".join(f"<p>{words_of(line)}</p>" for line in told.words.split("\n"))
        start = attributes(eId=f"note_{number}", class_=kind, title=by, marker=f"c{number}")
        self._notes.append(f"<note{start}>{lines}</note>\n")
        return f'<noteRef href="#note_{number}" marker="c{number}"/>'

    def _person(self, name: str) -> str:
        return self._people.setdefault(name, f"by_{len(self._people) + 1}")


def editorial(words: str) -> str:
    """A remark of the makers, which is none of the text's own words."""
    return f'<remark status="editorial">{words_of(words)}</remark>'
