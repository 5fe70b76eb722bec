"""Footnotes and comments as the parts of a Word file that hold them; must not know the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from discussion.documents.direction import runs_right_to_left
from discussion.documents.tree import Attribution, Comment
from discussion.documents.vocabulary import ATTRIBUTION
from discussion.documents.writers.docx import runs
from discussion.documents.writers.docx.runs import Look
from discussion.documents.writers.docx.xml import attribute, moment, root

_FIRST_NOTE = 2  # Word keeps two for the lines that part notes from the text
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>"
)


@dataclass
class Notes:
    """The notes so far, numbered as they come."""

    styles: Mapping[str, str]
    creator: str  # who says what stands behind a bracket
    _footnotes: list[str] = field(default_factory=list)
    _comments: list[str] = field(default_factory=list)

    def footnote(self, said: str) -> int:
        """Keeps a footnote's runs; its number in the file."""
        self._footnotes.append(said)
        return _FIRST_NOTE + len(self._footnotes) - 1

    def comment(self, told: Comment | Attribution) -> int:
        """Keeps a comment; its number in the file."""
        number = len(self._comments)
        match told:
            case Comment(author=who):
                initials = "".join(word[0] for word in who.split())[:3]
                at = f' w:date="{moment(told.at)}"' if told.at else ""
            case Attribution():
                who, initials, at = self.creator, ATTRIBUTION, ""
        lines = "".join(self._paragraph("Comment Text", line) for line in told.words.split("\n"))
        self._comments.append(
            f'<w:comment w:id="{number}" w:author={attribute(who)}{at} '
            f"w:initials={attribute(initials)}>{lines}</w:comment>"
        )
        return number

    def parts(self) -> Mapping[str, bytes]:
        """The parts that are needed, by name."""
        parts = {}
        if self._comments:
            parts["comments"] = root("w:comments", "".join(self._comments))
        if self._footnotes:
            notes = (self._footnote(n, said) for n, said in enumerate(self._footnotes, _FIRST_NOTE))
            parts["footnotes"] = root("w:footnotes", _SEPARATORS + "".join(notes))
        return parts

    def _footnote(self, number: int, said: str) -> str:
        style, sign = self.styles["Footnote Text"], self.styles["Footnote Reference"]
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{sign}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{said}</w:p></w:footnote>'
        )

    def _paragraph(self, style: str, words: str) -> str:
        around = runs_right_to_left(words)
        turn = "<w:bidi/>" if around else ""
        look = f'<w:pPr><w:pStyle w:val="{self.styles[style]}"/>{turn}</w:pPr>'
        return f"<w:p>{look}{runs.text(words, Look(around=around)) if words else ''}</w:p>"
